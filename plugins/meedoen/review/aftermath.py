"""What a proposal changes besides the activities in it: other files, and what looks different by them."""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.language.wording import count
from meedoen.review.field_comparison import differences
from meedoen.review.proposal import FileChange, Proposal, ProposedLetter
from meedoen.review.safe_markdown import code, folded, table, words

_MOST_FILES = 50
_FEW_FILES = 5
_MOST_ROWS = 20
_MOST_NAMES = 3
_LONGEST = 200
_SEEN, _UNSEEN = "staat op de site", "staat niet op de site"


def aftermath(proposal: Proposal) -> list[str]:
    """Takes a proposal; gives the lines about its newsletters, its other files, then what becomes different by them.

    Empty when there are none.
    """
    letters = [line for each in proposal.letters for line in _letter(each)]
    return [*letters, *_files(proposal), *_touched(proposal.touched)]


def _letter(letter: ProposedLetter) -> list[str]:
    """How it will read, letter for letter; what stands four places in is text to every forge."""
    lines = ["", f"### ✉️ Nieuwsbrief: {code(letter.slug, 100)}", ""]
    lines += folded("Zo leest hij", _indented(letter.text))
    return lines + (["", *folded("Anders dan de vorige", _indented(letter.differences))] if letter.differences else [])


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}".rstrip() for line in lines]


def _files(proposal: Proposal) -> list[str]:
    paths = proposal.besides
    if not paths:
        return []
    rows = [f"- {code(each, 100)}{' (weg)' if each in proposal.removed else ''}" for each in paths[:_MOST_FILES]]
    rows += [f"- en nog {len(paths) - len(rows)}"] if len(paths) > len(rows) else []
    title = count(len(paths), "ander bestand", "andere bestanden")
    return ["", *(folded(title, rows) if len(rows) > _FEW_FILES else [f"### {title}", "", *rows])]


def _touched(changes: Sequence[FileChange]) -> list[str]:
    """What is different by a place or a list, each once, with the activities in which it is."""
    if not changes:
        return []
    alike: dict[tuple[str, str, str], list[str]] = {}
    for change in changes:
        known = change.after or change.before
        for row in _rows(change):
            alike.setdefault(row, []).append(known.name if known else "")
    rows = [(*row, _names(names)) for row, names in list(alike.items())[:_MOST_ROWS]]
    rest = len(alike) - len(rows)
    return [
        "",
        f"### Ook anders: {count(len(changes), 'activiteit', 'activiteiten')}",
        "",
        *table(("Wat", "Was", "Wordt", "Waar"), rows),
        *(["", f"En nog {count(rest, 'verschil', 'verschillen')}."] if rest else []),
    ]


def _rows(change: FileChange) -> list[tuple[str, str, str]]:
    if change.before is None or change.after is None:
        return [("⚠️ te zien", *((_UNSEEN, _SEEN) if change.after else (_SEEN, _UNSEEN)))]
    return [
        (f"{'⚠️ ' if each.weighs else ''}{each.name}", words(each.before, _LONGEST), words(each.after, _LONGEST))
        for each in differences(change.before, change.after)
    ]


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(words(each) for each in names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return f"{shown} en nog {rest}" if rest > 0 else shown
