"""From when until when something is taken, and which two want it at once: one pass over all of them by time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush

from meedoen.agenda.occurrence import Occurrence

_A_MOMENT = timedelta(minutes=1)  # what lasts for nobody knows how long is in somebody's way at its start alone
LONGEST = timedelta(days=2)  # what goes on for longer is a show on the wall: it takes nothing


@dataclass(frozen=True, slots=True, order=True)
class Booking:
    """What an activity takes (`key`) and when; `by` is its path."""

    start: datetime
    end: datetime
    key: str
    by: str
    occurrence: Occurrence | None = field(default=None, compare=False)


def booking(occurrence: Occurrence, key: str) -> Booking | None:
    """Takes an occurrence and what it takes; gives the booking.

    None when it is all day: a show in a room is in nobody's way.
    """
    start, end = occurrence.start, occurrence.end
    if not isinstance(start, datetime) or occurrence.last_day - occurrence.day > LONGEST:
        return None
    end = end if isinstance(end, datetime) and end > start else start + _A_MOMENT
    return Booking(start, end, key, occurrence.activity.path, occurrence)


def clashes_between(bookings: Iterable[Booking], proposed: frozenset[str]) -> Iterator[tuple[Booking, Booking]]:
    """Takes bookings and the paths that are proposed; gives every two of one key that overlap.

    They are of two activities, of which at least one is proposed. Of each key the proposed bookings that still go on
    are kept apart from the others, so that two that are both not proposed never meet: the cost is that of sorting, and
    one step for each pair.
    """
    active: dict[tuple[str, bool], list[tuple[datetime, Booking]]] = {}
    for booked in sorted(bookings):
        new = booked.by in proposed
        for side in (True, False) if new else (True,):
            going = active.get((booked.key, side), [])
            while going and going[0][0] <= booked.start:
                heappop(going)
            for _, other in going:
                if other.by != booked.by:
                    yield other, booked
        heappush(active.setdefault((booked.key, new), []), (booked.end, booked))


def met_before(bookings: Iterable[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Takes bookings; gives each with the one of its key that ends last of those before it, where they overlap."""
    last: dict[str, Booking] = {}
    for booked in sorted(bookings):
        known = last.get(booked.key)
        if known and known.end > booked.start and known.by != booked.by:
            yield known, booked
        if known is None or booked.end > known.end:
            last[booked.key] = booked
