"""Problems as a table of Markdown: where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import RULES
from meedoen.language.wording import capital, count
from meedoen.review.safe_markdown import code, link, table, words

ROOM = 15_000
"""Characters of a table in a summary, which must leave room for the activities."""
_SIGNS = {"fout": "❌", "waarschuwing": "⚠️"}
Edit = Callable[[FilePosition], str]
"""From a place in a file to the address where somebody can mend it; "" where that is not known."""


def no_address(_: FilePosition) -> str:
    """Takes any place; gives no address: it is not known where the files can be mended."""
    return ""


def trouble(
    problems: Sequence[Problem], edit: Edit = no_address, shown: Callable[[str], str] = str, room: int = ROOM
) -> list[str]:
    """Takes problems; gives the lines of a table, the worst first, as far as there is room.

    `edit` gives the address where a place can be mended, `shown` a path as the reader knows it; `room` is a number of
    characters.
    """
    ordered = sorted(problems, key=lambda problem: (RULES[problem.rule].level != "fout", problem))
    rows: list[tuple[str, str, str]] = []
    for problem in ordered:
        row = _row(problem, edit, shown)
        room -= sum(map(len, row))
        if room < 0:
            break
        rows.append(row)
    lines = table(("Waar", "Wat is er?", "Wat kun je doen?"), rows)
    if rest := len(ordered) - len(rows):
        lines += ["", f"En nog {count(rest, 'melding', 'meldingen')}. Typ voor alles: `python -m meedoen controleer`"]
    return lines


def where(place: FilePosition, shown: Callable[[str], str] = str) -> str:
    """Takes a place, and what gives a path as the reader knows it; gives `dorp/koffie.md`, regel 3."""
    name = code(shown(place.path).removeprefix("content/activiteiten/"))
    return name if place == FilePosition(place.path) else f"{name}, regel {place.line}"


def _row(problem: Problem, edit: Edit, shown: Callable[[str], str]) -> tuple[str, str, str]:
    rule = RULES[problem.rule]
    what = f"{_SIGNS.get(rule.level, '💡')} **{capital(rule.title)}**. {words(problem.message)}"
    spot = where(problem.place, shown)
    address = edit(problem.place)
    return (f"{spot} ({link('verbeter', address)})" if address else spot), what, words(problem.hint)
