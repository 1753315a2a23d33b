"""What a recurrence means: the value, and the dates on which it falls. Follows RFC 5545, section 3.3.10."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count as count_from
from itertools import islice
from typing import Literal

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often something happens; the start date says the rest (`anchor`).

    `weekdays`: 0 is Monday. `positions`: which of those weekdays in the month, 1 to 5 or -1 for the last.
    `month_days`: 1 to 31, or -1 for the last day. `week_parity`: 0 for even ISO weeks, 1 for odd ones.
    `loose`: no rule at all, the dates are written one by one.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    week_parity: int | None = None
    loose: bool = False


def anchor(recurrence: Recurrence, start: date) -> Recurrence:
    """Takes a recurrence and the start of its series; gives it with what its phrase left open.

    That is the weekday or the day of the month of the start.
    """
    if recurrence.frequency == "WEEKLY" and not recurrence.weekdays:
        return replace(recurrence, weekdays=(start.weekday(),))
    if recurrence.frequency == "MONTHLY" and not recurrence.positions and not recurrence.month_days:
        return replace(recurrence, month_days=(start.day,))
    return recurrence


def expand(
    recurrence: Recurrence, start: date, until: date | None, count: int | None, limit: int = 400
) -> tuple[date, ...]:
    """Takes a recurrence, a start, and a last date or a number of times; gives the dates.

    From the first that fits on or after the start, up to and including `until`, at most `count`. Never more than
    `limit` + 1: one too many tells that there were too many.
    """
    most = limit + 1 if count is None else min(count, limit + 1)
    return tuple(islice(_dates(anchor(recurrence, start), start, until or date.max), most))


def occurs_on(recurrence: Recurrence, start: date, day: date) -> bool:
    """Takes a recurrence, the start of its series and a day.

    Gives whether it has this date, end and exceptions aside.
    """
    if not _fits(anchor(recurrence, start), day) or (recurrence.loose and day != start):
        return False
    match recurrence.frequency:
        case "DAILY":
            passed = (day - start).days
        case "WEEKLY":
            passed = (_monday(day) - _monday(start)) // 7
        case "MONTHLY":
            passed = _month(day) - _month(start)
        case "YEARLY":
            passed = day.year - start.year
            if (day.month, day.day) != (start.month, start.day):
                return False
    return day >= start and passed % recurrence.interval == 0


def first_on_or_after(recurrence: Recurrence, day: date) -> date:
    """Takes a recurrence and a day; gives the first date, from that day on, on which a series with it can start."""
    return next(each for n in count_from() if _fits(recurrence, each := day + timedelta(n)))


def _fits(recurrence: Recurrence, day: date) -> bool:
    """Whether the day itself is right, in whichever week, month or year the series starts."""
    if recurrence.frequency == "WEEKLY":
        right_weekday = not recurrence.weekdays or day.weekday() in recurrence.weekdays
        return right_weekday and _right_week(recurrence, day)
    if recurrence.positions or recurrence.month_days:
        return day.day in _days_of_month(recurrence, day.year, day.month)
    return True


def _dates(recurrence: Recurrence, start: date, last: date) -> Iterator[date]:
    if recurrence.loose:
        return iter((start,) if start <= last else ())
    match recurrence.frequency:
        case "DAILY":
            return map(date.fromordinal, range(start.toordinal(), last.toordinal() + 1, recurrence.interval))
        case "WEEKLY":
            return _weekly(recurrence, start, last)
        case "MONTHLY":
            return _monthly(recurrence, start, last)
        case "YEARLY":
            return _yearly(recurrence, start, last)


def _weekly(recurrence: Recurrence, start: date, last: date) -> Iterator[date]:
    low, high = start.toordinal(), last.toordinal()
    for monday in range(_monday(start), high + 1, 7 * recurrence.interval):
        if recurrence.week_parity is None or _right_week(recurrence, date.fromordinal(monday)):
            for weekday in recurrence.weekdays:
                if low <= monday + weekday <= high:
                    yield date.fromordinal(monday + weekday)


def _monthly(recurrence: Recurrence, start: date, last: date) -> Iterator[date]:
    for month in range(_month(start), _month(last) + 1, recurrence.interval):
        year, number = month // 12, month % 12 + 1
        for day in _days_of_month(recurrence, year, number):
            if start <= (on := date(year, number, day)) <= last:
                yield on


def _yearly(recurrence: Recurrence, start: date, last: date) -> Iterator[date]:
    for year in range(start.year, last.year + 1, recurrence.interval):
        exists = start.day <= monthrange(year, start.month)[1]
        if exists and (on := start.replace(year=year)) <= last:
            yield on


def _days_of_month(recurrence: Recurrence, year: int, month: int) -> list[int]:
    """The days of this month that the recurrence names, in order, without those that it has not."""
    first_weekday, length = monthrange(year, month)
    if not recurrence.positions:
        return sorted({day if day > 0 else length + 1 + day for day in recurrence.month_days if day <= length})
    days: set[int] = set()
    for weekday in recurrence.weekdays:
        first = 1 + (weekday - first_weekday) % 7
        every = range(first, length + 1, 7)
        days.update(every[n - 1 if n > 0 else n] for n in recurrence.positions if n <= len(every))
    return sorted(days)


def _right_week(recurrence: Recurrence, day: date) -> bool:
    return recurrence.week_parity is None or day.isocalendar().week % 2 == recurrence.week_parity


def _monday(day: date) -> int:
    return day.toordinal() - day.weekday()


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
