"""Problems as Markdown, for a comment or a page of a forge."""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import Problem
from meedoen.review.trouble import trouble

_MOST_CHARACTERS = 60_000  # a comment on GitHub holds 65,536 characters


def write(problems: Sequence[Problem], sources: Sources) -> str:
    """Takes problems; gives a table, nothing when all is well."""
    return (
        "".join(f"{line}\n" for line in (*trouble(problems, shown=sources.shown, room=_MOST_CHARACTERS), ""))
        if problems
        else ""
    )
