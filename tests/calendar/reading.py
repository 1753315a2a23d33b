"""One date as a person sees it in a calendar, however it was written: what every reader must agree on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from meedoen.agenda.occurrence import Occurrence

STARTS = {
    "afgelast": "Gaat niet door: ",
    "uitgesteld": "Gaat niet door (nieuwe datum volgt): ",
    "vol": "Vol: ",
}
"""Status → what stands before the title."""


class Reading(NamedTuple):
    """Moments are in UTC (`2026-12-01T09:00:00Z`), or days (`2026-12-01`, the end not included).

    `id` is of the activity: the UID up to its domain, or up to the date of an event of its own. `busy` is whether
    it takes the time of who has it in the calendar.
    """

    id: str
    start: str
    end: str
    status: str
    title: str
    place: str
    busy: bool


def moment(when: date | datetime) -> str:
    """A moment with its zone, or a day, as readings have it. Without a zone it stays without Z."""
    if not isinstance(when, datetime):
        return when.isoformat()
    return when.isoformat() if when.tzinfo is None else f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def identifier(uid: str) -> str:
    """The id of the activity to which this UID belongs; no id has two hyphens in a row."""
    return uid.partition("@")[0].partition("--")[0]


def expected(each: Occurrence, *, own: bool = False) -> Reading:
    """What a calendar must show of this date; `own` for the files of who will be there, not for feeds."""
    start, end = each.start, each.end
    if not isinstance(start, datetime):
        end = each.last_day + timedelta(days=1)
    elif end is None:
        end = start.astimezone(UTC) + timedelta(hours=1)
    assert end is not None
    return Reading(
        each.activity.id,
        moment(start),
        moment(end),
        "CONFIRMED" if each.takes_place else "CANCELLED",
        (STARTS.get(each.status, "") + each.name).strip(),
        _place(each),
        own and each.takes_place,
    )


def _place(each: Occurrence) -> str:
    if each.place is not None:
        return (f"{each.room}, {each.place.line}" if each.room else each.place.line).strip()
    return (each.online.url if each.online and each.takes_place else "") or "Online"
