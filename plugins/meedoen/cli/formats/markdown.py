"""Problems as Markdown, for a comment or a page of a forge."""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import Problem
from meedoen.review.trouble import trouble

_ROOM = 60_000  # a comment on GitHub holds 65,536 characters


def write(problems: Sequence[Problem], sources: Sources) -> str:
    """A table; nothing when all is well."""
    return (
        "".join(f"{line}\n" for line in (*trouble(problems, shown=sources.shown, room=_ROOM), "")) if problems else ""
    )
