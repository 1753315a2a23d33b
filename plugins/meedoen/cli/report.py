"""Problems for people and programs, in the form that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from meedoen.cli.formats import github, gitlab, markdown, plain_data, sarif, text
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import Problem

FORMATS = ("tekst", "github", "gitlab", "sarif", "json", "markdown")


def report(
    problems: Iterable[Problem], root: Path, out: TextIO, *, form: str = "tekst", checked: int | None = None
) -> None:
    """Takes problems and the content folder, from which the source lines are quoted; writes them in file order.

    `checked` is the number of files that were looked at, for the closing line of a check that people read.
    """
    ordered = sorted(problems)
    sources = Sources(root)
    if form == "json":
        out.write(plain_data.write(ordered))
    elif form == "github":
        out.write(github.write(ordered, sources))
    elif form == "gitlab":
        out.write(gitlab.write(ordered, sources))
    elif form == "sarif":
        out.write(sarif.write(ordered, sources))
    else:
        written = markdown.write(ordered, sources)
        if form == "tekst":
            written = text.write(ordered, sources, coloured=out.isatty())
        out.write(written)
        if checked is not None:
            out.write(f"{text.closing(ordered, checked)}\n")
