"""Proposals for the tests, and what their summaries say."""

from __future__ import annotations

from typing import Any

from tests.builders import TODAY, activity, network
from tests.unit.review.rendering import html

from meedoen.language.problems import FilePosition, Problem
from meedoen.programme.activity import Activity
from meedoen.review.proposal import FileChange, Proposal
from meedoen.review.summary import summary
from meedoen.review.verdict import Judged

PATH = "content/activiteiten/papendrecht/taalcafe.md"
FAULT = Problem(FilePosition(PATH, 3), "datum-bestaat-niet", "“31-11-2026” bestaat niet.", "Typ: datum: 30-11-2026")
TIP = Problem(FilePosition(PATH, 2), "hoofdletters", "De titel staat in hoofdletters.", "Typ: titel: Kom langs")
SERIES = "herhaling: elke dinsdag\ntot: 29 juni 2027\n"


def proposal(*changes: FileChange, others: tuple[Activity, ...] = (), **more: Any) -> Proposal:
    """A proposal of these changes in the network of the tests."""
    return Proposal(network(), changes, others, TODAY, **more)


def new(header: str = "", body: str = "", path: str = PATH) -> FileChange:
    """A new file with these fields."""
    return FileChange(path, None, activity(header, body, path))


def changed(before: str, after: str) -> FileChange:
    """A file that had these fields, and has those."""
    return FileChange(PATH, activity(before), activity(after))


def said(*changes: FileChange, problems: tuple[Problem, ...] = (), hints: tuple[Problem, ...] = (), **more: Any) -> str:
    """The summary of these changes."""
    return summary(Judged(proposal(*changes, **more), problems, hints, "origin/main"))


def headings(markdown: str) -> list[str]:
    """The headings of a summary, read as GitHub shows it."""
    return [each.text() for each in html(markdown).css("h2, h3")]


def points(*changes: FileChange, **more: Any) -> list[str]:
    """What one must not miss."""
    lines = said(*changes, **more).split("\n")
    start = lines.index("**Let op**") if "**Let op**" in lines else len(lines)
    return [line.removeprefix("- ") for line in lines[start + 2 :][: len(lines)] if line.startswith("- ")][:4]
