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


def compare_dates(old: Sequence[Happening], new: Sequence[Happening], today: date, *, single: bool) -> DateDifference:
    """Takes the coming dates of before and after; gives them in pairs, by the day for which they were planned.

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
    for date_lost in tuple(lost):
        near = [each for each in added if abs(each.day - date_lost.day) <= _NEAR]
        if near:
            nearest = min(near, key=lambda each: (abs(each.day - date_lost.day), each.day))
            pairs.append((date_lost, nearest))
            lost.remove(date_lost)
            added.remove(nearest)
    return DateDifference(tuple(pairs), tuple(lost), tuple(added))


def _by_plan(dates: Sequence[Happening]) -> dict[tuple[date, int], Happening]:
    counts: Counter[date] = Counter()
    by_plan: dict[tuple[date, int], Happening] = {}
    for happening in dates:
        by_plan[happening.planned, counts[happening.planned]] = happening
        counts[happening.planned] += 1
    return by_plan


def changes(subject: Subject, difference: DateDifference) -> Iterator[Finding]:
    """Takes an activity and its dates; gives what differs on dates that are in both, and the new ones, each once."""
    same: dict[tuple[str, str, str], list[Happening]] = {}
    for old, new in difference.pairs:
        for kind, before, after in _kinds(old, new):
            same.setdefault((kind, before, after), []).append(new)
    for (kind, before, after), dates in same.items():
        yield subject.finding(kind, old=before, new=after, when=days(dates, every=len(dates) == len(difference.pairs)))
    if difference.replaced:
        yield subject.finding("verplaatst", old=moments(difference.lost), new=moments(difference.added))
    elif difference.added:
        yield subject.finding("datum-erbij", new=moments(difference.added), when=days(difference.added))


def lost(subject: Subject, difference: DateDifference) -> Iterator[Finding]:
    """Takes an activity and its dates; gives the coming ones that a subscriber loses, also those cancelled before."""
    if difference.replaced:
        return
    gone = [each for each in difference.lost if not each.cancelled]
    cancelled = [each for each in difference.lost if each.cancelled]
    if gone:
        yield subject.finding("datum-verdwenen", old=moments(gone), when=days(gone), day=day(gone[0].planned))
    if cancelled:
        yield subject.finding("afgelast-weg", old=moments(cancelled), when=days(cancelled))


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
        wording = times if times(old) != times(new) else moment
        yield "tijd", wording(old), wording(new)
    if old.title != new.title:
        yield "titel", quote(old.title), quote(new.title)
    if old.place != new.place:
        yield "plek", quote(old.place or "geen plek"), quote(new.place or "geen plek")
