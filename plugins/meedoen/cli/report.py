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
    """Writes the problems in file order. `root` is the content folder, from which the source lines are quoted.

    `checked` is the number of files that were looked at, for the closing line of a check that people read.
    """
    found = sorted(problems)
    sources = Sources(root)
    if form == "json":
        out.write(plain_data.write(found))
    elif form == "github":
        out.write(github.write(found, sources))
    elif form == "gitlab":
        out.write(gitlab.write(found, sources))
    elif form == "sarif":
        out.write(sarif.write(found, sources))
    else:
        written = markdown.write(found, sources)
        if form == "tekst":
            written = text.write(found, sources, coloured=out.isatty())
        out.write(written)
        if checked is not None:
            out.write(f"{text.closing(found, checked)}\n")
