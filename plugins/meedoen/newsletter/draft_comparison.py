"""What one letter tells otherwise than another: for who reviews it, in the terminal or in a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from meedoen.language.wording import count
from meedoen.newsletter.draft import Draft, Entry
from meedoen.newsletter.listing import escaped
from meedoen.newsletter.section import CANCELLED, MOVED

_FACTS = (
    ("name", "titel"),
    ("where", "plek"),
    ("summary", "samenvatting"),
    ("audience", "doelgroep"),
    ("price", "prijs"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDifference:
    """From `old` to `new`. `changed` has the entry with, by what it is called, what it was and what it is now."""

    old: Draft
    new: Draft
    added: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    changed: tuple[tuple[Entry, tuple[tuple[str, str, str], ...]], ...] = ()
    moved: tuple[Entry, ...] = ()
    off: tuple[Entry, ...] = ()


def difference(old: Draft, new: Draft) -> DraftDifference:
    """Takes two letters; gives what is there now and was not, what is gone, what is told otherwise, what moved or does
    not go ahead.

    That a series is on other days in another week is no difference; in two versions of one letter it is.
    """
    was = {each.item.id: each for each in old.entries}
    there = {each.item.id: each for each in new.entries}
    off, moved = (
        tuple(each for part in new.parts if part.key == key for each in part.entries) for key in (CANCELLED, MOVED)
    )
    in_changes = {each.item.id for each in (*off, *moved)}
    same_days = (old.edition.first, old.edition.last) == (new.edition.first, new.edition.last)
    pairs = ((each, tuple(_facts(was[each.item.id], each, same_days))) for each in new.entries if each.item.id in was)
    return DraftDifference(
        old=old,
        new=new,
        added=tuple(each for each in new.entries if each.item.id not in was and each.item.id not in in_changes),
        gone=tuple(each for each in old.entries if each.item.id not in there),
        changed=tuple((each, facts) for each, facts in pairs if facts and each.item.id not in in_changes),
        moved=moved,
        off=off,
    )


def _facts(was: Entry, new: Entry, same_days: bool) -> Iterator[tuple[str, str, str]]:
    for attribute, name in _FACTS:
        before, after = getattr(was.item, attribute), getattr(new.item, attribute)
        if before != after:
            yield name, before, after
    if same_days:
        if was.item.when != new.item.when:
            yield "wanneer", was.item.when, new.item.when
        if was.item.note != new.item.note:
            yield "opmerking", was.item.note, new.item.note
    elif _times(was) != _times(new):
        yield "tijd", _times(was), _times(new)


def _times(entry: Entry) -> str:
    return ", ".join(dict.fromkeys(each.time or "hele dag" for each in entry.dates))


def difference_lines(comparison: DraftDifference, *, markdown: bool) -> Iterator[str]:
    """Takes the comparison of two letters, and in which form; gives the difference in words, as text or as Markdown;
    titles of others never stand at the start of a line.
    """
    mark, bold = ("### ", "**") if markdown else ("", "")

    def shown(text: str) -> str:
        return escaped(text) if markdown else text

    yield f"{mark}{shown(comparison.new.edition.slug)} vergeleken met {shown(comparison.old.edition.slug)}"
    groups = (
        (
            "Gaat niet door",
            [f"{shown(each.item.name)}: {shown(each.item.when)}. {shown(each.item.note)}" for each in comparison.off],
        ),
        (
            "Verplaatst",
            [f"{shown(each.item.name)}: {shown(each.item.when)}. {shown(each.item.note)}" for each in comparison.moved],
        ),
        ("Erbij", [f"{shown(each.item.name)}: {shown(each.item.when)}" for each in comparison.added]),
        ("Weg", [f"{shown(each.item.name)}: was {shown(each.item.when)}" for each in comparison.gone]),
        (
            "Inhoud gewijzigd",
            [line for each, facts in comparison.changed for line in _changed(shown(each.item.name), facts, shown)],
        ),
    )
    for title, lines in groups:
        if lines:
            yield ""
            yield f"{bold}{title}{bold} ({len(lines)})"
            yield from ([""] if markdown else [])
            yield from (f"- {line}" for line in lines)
    yield ""
    if any(lines for _, lines in groups):
        yield f"Er gaan {count(len(comparison.new.entries), 'activiteit', 'activiteiten')} mee."
    else:
        yield "Er is niets anders."


def _changed(name: str, facts: tuple[tuple[str, str, str], ...], shown: Callable[[str], str]) -> Iterator[str]:
    for what, before, after in facts:
        yield f"{name}: {what} was “{shown(before)}”, wordt “{shown(after)}”"
