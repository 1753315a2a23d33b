"""The dates of one activity before and after: what is lost, added, moved, cancelled, or otherwise different."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.guard.event_dates import Happening
from meedoen.guard.finding import Finding
from meedoen.guard.subject import Subject, days, moment, moments, times
from meedoen.language.wording import day, quote

# A lost date with a new one less than a week away is seen as that date, moved.
_NEAR = timedelta(days=6)

Pair = tuple[Happening, Happening]


@dataclass(frozen=True, slots=True)
class DateDifference:
    """Dates in both, only before, and only after; `replaced` when all coming dates are others now."""

    pairs: tuple[Pair, ...]
    lost: tuple[Happening, ...]
    added: tuple[Happening, ...]
    replaced: bool = False


def difference(old: Sequence[Happening], new: Sequence[Happening], today: date, *, single: bool) -> DateDifference:
    """Puts the coming dates of before beside those of after, by the day for which they were planned.

    `new` may begin earlier than today: a date can move into the past. `single`: both are one event, whatever its day.
    """
    if single and len(old) == len(new) == 1:
        return DateDifference(((old[0], new[0]),), (), ())
    before, after = _by_plan(old), _by_plan(new)
    pairs = [(before[key], after[key]) for key in before if key in after]
    lost = [before[key] for key in before if key not in after]
    added = [each for key, each in after.items() if key not in before and each.day >= today]
    if lost and not pairs and len(added) >= len(lost):
        return DateDifference((), tuple(lost), tuple(added), replaced=True)
    for each in tuple(lost):
        near = [other for other in added if abs(other.day - each.day) <= _NEAR]
        if near:
            nearest = min(near, key=lambda other: (abs(other.day - each.day), other.day))
            pairs.append((each, nearest))
            lost.remove(each)
            added.remove(nearest)
    return DateDifference(tuple(pairs), tuple(lost), tuple(added))


def _by_plan(dates: Sequence[Happening]) -> dict[tuple[date, int], Happening]:
    seen: Counter[date] = Counter()
    found: dict[tuple[date, int], Happening] = {}
    for each in dates:
        found[each.planned, seen[each.planned]] = each
        seen[each.planned] += 1
    return found


def changes(subject: Subject, each: DateDifference) -> Iterator[Finding]:
    """What is different on the dates that are in both, and the dates that are new, each said once."""
    same: dict[tuple[str, str, str], list[Happening]] = {}
    for old, new in each.pairs:
        for kind, before, after in _kinds(old, new):
            same.setdefault((kind, before, after), []).append(new)
    for (kind, before, after), dates in same.items():
        yield subject.found(kind, old=before, new=after, when=days(dates, every=len(dates) == len(each.pairs)))
    if each.replaced:
        yield subject.found("verplaatst", old=moments(each.lost), new=moments(each.added))
    elif each.added:
        yield subject.found("datum-erbij", new=moments(each.added), when=days(each.added))


def lost(subject: Subject, each: DateDifference) -> Iterator[Finding]:
    """The coming dates that a subscriber loses without a word, and those that were cancelled before."""
    if each.replaced:
        return
    gone = [one for one in each.lost if not one.cancelled]
    told = [one for one in each.lost if one.cancelled]
    if gone:
        yield subject.found("datum-verdwenen", old=moments(gone), when=days(gone), day=day(gone[0].planned))
    if told:
        yield subject.found("afgelast-weg", old=moments(told), when=days(told))


def _kinds(old: Happening, new: Happening) -> Iterator[tuple[str, str, str]]:
    """Kind, before and after of everything that differs on one date."""
    if old.cancelled != new.cancelled:
        yield ("afgelast" if new.cancelled else "gaat-toch-door"), "", ""
        return
    if new.cancelled:
        return
    if old.day != new.day:
        yield "verplaatst", moment(old), moment(new)
    elif (old.start, old.end) != (new.start, new.end):
        said = times if times(old) != times(new) else moment
        yield "tijd", said(old), said(new)
    if old.title != new.title:
        yield "titel", quote(old.title), quote(new.title)
    if old.place != new.place:
        yield "plek", quote(old.place or "geen plek"), quote(new.place or "geen plek")
