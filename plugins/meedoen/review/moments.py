"""The dates of an activity in few words, and how those of two versions differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.language.wording import count, day
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs.facts import IN_DUTCH
from meedoen.programme.activity import Activity

FIRST = 5
"""How many dates are named; the rest is a number."""


def meetings(activity: Activity) -> tuple[Occurrence, ...]:
    """Takes an activity; gives each date as it is, without the notices that a date has moved away."""
    return tuple(each for each in occurrences(activity) if each.moved_to is None)


def named_dates(dates: Sequence[Occurrence], first: int = FIRST) -> str:
    """Takes dates and how many to name; gives them as `5 januari 2027, 12 januari 2027 en nog 10`."""
    shown = ", ".join(day(each.day, weekday=True, short=True) for each in dates[:first])
    rest = len(dates) - first
    return f"{shown} en nog {rest}" if rest > 0 else shown


def date_differences(before: Activity, after: Activity) -> Iterator[tuple[str, str]]:
    """Takes two versions of an activity; gives how their dates differ, as pairs of what was and what becomes.

    First what falls away and what comes; then each date that stays, but otherwise.
    """
    was = {each.planned: each for each in meetings(before)}
    becomes = {each.planned: each for each in meetings(after)}
    gone = [each for planned, each in was.items() if planned not in becomes]
    new = [each for planned, each in becomes.items() if planned not in was]
    if gone or new:
        yield _listed(gone, len(was)), _listed(new, len(becomes))
    if before.schedule.last_day != after.schedule.last_day and not (gone or new):
        yield _days(was.values()), _days(becomes.values())
    for planned in sorted(was.keys() & becomes.keys()):
        old, changed = was[planned], becomes[planned]
        if _own(old) != _own(changed):
            yield _moment(old), _moment(changed)


def _own(each: Occurrence) -> object:
    """What this date says for itself; what it shares with the others stands in other rows."""
    return each.change, each.times if each.times != each.activity.schedule.times else None


def _listed(dates: list[Occurrence], all_dates: int) -> str:
    if not dates:
        return ""
    if all_dates == 1:
        return day(dates[0].day, weekday=True)
    return f"{count(len(dates), 'datum', 'datums')}: {named_dates(dates)}"


def _days(dates: Iterable[Occurrence]) -> str:
    return ", ".join(IN_DUTCH.when(each) for each in dates)


def _moment(occurrence: Occurrence) -> str:
    """`dinsdag 8 december 2026, 10.00 tot 11.30 uur. Gaat niet door. De docent is ziek.`"""
    parts = [IN_DUTCH.when(occurrence)]
    change = occurrence.change
    if change is not None:
        parts += [occurrence.name] if change.name else []
        parts += [IN_DUTCH.where(occurrence)] if change.place or change.room else []
    state = IN_DUTCH.state(occurrence)
    parts += [state] if state and change is not None and change.status is not EventStatus.SCHEDULED else []
    return ". ".join([*parts, occurrence.reason] if occurrence.reason else parts)
