"""When the events of one activity take place, as a calendar program would work it out: not by our own code.

The only user of icalendar and recurring-ical-events, which are imported when there is something to compare.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from meedoen.guard.calendar_file import Blocks, UnreadableCalendar, planned_by
from meedoen.guard.component import Component, read_component
from meedoen.language.wording import quote

MOST_DATES = 5_000
# A rule that never hits a date is searched day by day to its end: so no rule of many years, and none without an end.
_LONGEST_RULE = 12  # years
_MOST_COUNTED = 1_000
_RULE = re.compile(
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL|UNTIL|COUNT|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)"
    r"=[-+0-9A-Z,]{1,100})*"
)
_UNTIL = re.compile(r";UNTIL=([0-9]{4})")
_COUNT = re.compile(r";COUNT=([0-9]{1,6})(?:;|$)")
_NEVER_HIT = re.compile(r"BYMONTHDAY|BYSETPOS|BYDAY=[-+]?[0-9]")
# What the two libraries raise on values that are no calendar values.
_REFUSED = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, NotImplementedError, AssertionError)

if TYPE_CHECKING:
    from icalendar import Event

When = datetime | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One date as a subscriber sees it. `planned` is the day on which the series had it, which names it for ever."""

    planned: date
    start: When
    end: When
    cancelled: bool
    title: str
    place: str

    @property
    def day(self) -> date:
        """The day on which it starts, on the clock of its own place."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


def happenings(blocks: Blocks, first: date, last: date) -> tuple[Happening, ...]:
    """Takes events and two days; gives their dates between these days, by planned day. Raises UnreadableCalendar."""
    from icalendar import Calendar  # noqa: PLC0415 - only who compares calendars needs them
    from recurring_ical_events import of  # noqa: PLC0415

    for block in blocks:
        _refuse_endless(read_component(block), first)
    text = b"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//meedoen//vergelijk//NL\n"
    text += b"".join(b"BEGIN:VEVENT%bEND:VEVENT\n" % _whole(block) for block in blocks) + b"END:VCALENDAR\n"
    dates: list[Happening] = []
    try:
        calendar = Calendar.from_ical(text)
        faults = [f"{name or 'een regel'}: {fault}" for each in calendar.walk("VEVENT") for name, fault in each.errors]
        if faults:
            raise UnreadableCalendar(f"een regel die niet te lezen is: {quote(str(faults[0]))}")
        for event in of(calendar).between(first, last):
            dates.append(_happening(event))
            if len(dates) > MOST_DATES:
                raise UnreadableCalendar(f"meer dan {MOST_DATES} datums")
    except _REFUSED as error:
        raise UnreadableCalendar(f"een waarde die niet te lezen is: {quote(str(error))}") from error
    return tuple(sorted(dates, key=lambda each: (each.planned, str(each.start))))


def has_rule(blocks: Blocks) -> bool:
    """Takes events; gives whether they are a series with a rule, not one or more events on their own."""
    return any(b"\nRRULE" in block for block in blocks)


def _whole(block: bytes) -> bytes:
    return block if block.endswith(b"\n") else block + b"\n"


def _happening(event: Event) -> Happening:
    start, planned = _local(event.start), event.get("RECURRENCE-ID")
    first = planned.dt if planned is not None else start
    if name := planned_by(str(event.get("UID", ""))):
        first = datetime.strptime(name, "%Y%m%d")  # noqa: DTZ007 - a day
    return Happening(
        planned=first.date() if isinstance(first, datetime) else first,
        start=start,
        end=_local(event.end),
        cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        title=str(event.get("SUMMARY", "")),
        place=str(event.get("LOCATION", "")),
    )


def _local(moment: When) -> When:
    """In a zone always, so that two can be compared: a floating time, which we never write, is taken for UTC."""
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) and moment.tzinfo is None else moment


def _refuse_endless(component: Component, near_day: date) -> None:
    rules = component.properties.get("RRULE", ())
    if not rules:
        return
    rule, start = rules[0][1].upper(), component.value("DTSTART")[:4]
    until, count = _UNTIL.search(rule), _COUNT.search(rule)
    year = int(start) if start.isascii() and start.isdigit() else 0
    good = len(rules) == 1 and _RULE.fullmatch(rule) is not None
    near = abs(near_day.year - year) <= _LONGEST_RULE
    ends = until is not None and abs(near_day.year - int(until[1])) <= _LONGEST_RULE
    counted = count is not None and int(count[1]) <= _MOST_COUNTED and not _NEVER_HIT.search(rule)
    if not (good and near and (ends or counted)):
        raise UnreadableCalendar(f"een herhaling die niet na te gaan is: {quote(rule)}")
