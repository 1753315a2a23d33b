"""A made-up recurrence from a random source: its Dutch phrase, its RRULE and its dates.

The dates are worked out here and not by Meedoen, so that they check each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from benchmarks.texts import REASONS

WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK: Final = timedelta(weeks=1)

# Shaped like the real holidays; the same for all municipalities, so that our count needs no region.
HOLIDAYS: Final = (
    ("Herfstvakantie", date(2026, 10, 17), date(2026, 10, 25)),
    ("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)),
    ("Voorjaarsvakantie", date(2027, 2, 20), date(2027, 2, 28)),
    ("Meivakantie", date(2027, 4, 24), date(2027, 5, 9)),
    ("Zomervakantie", date(2027, 7, 17), date(2027, 8, 29)),
    ("Herfstvakantie", date(2027, 10, 16), date(2027, 10, 24)),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One date of a series that is cancelled, or that moves to `moved_to`."""

    day: date
    reason: str
    moved_to: date | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """`phrase` and `skipped` as a contributor writes them; `dates` is what remains, moved to its new day."""

    phrase: str
    until: date
    rrule: str
    skipped: tuple[str, ...]
    excluded: tuple[date, ...]
    changes: tuple[Change, ...]
    dates: tuple[date, ...]


def written(day: date) -> str:
    """`1 december 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_holiday(day: date) -> bool:
    """Whether the schools are closed on this day."""
    return any(first <= day <= last for _, first, last in HOLIDAYS)


def made_up_series(source: Random, start: date) -> Series:
    """60 % weekly, 25 % every two weeks, 15 % monthly: about forty dates each, taken together."""
    kind = source.choices(("weekly", "fortnightly", "monthly"), (60, 25, 15))[0]
    while in_holiday(start):
        start += WEEK
    weekday = WEEKDAYS[start.weekday()]
    if kind == "weekly":
        days = tuple(start + WEEK * n for n in range(source.randint(48, 60)))
        phrase, rule = f"elke {weekday}", f"FREQ=WEEKLY;BYDAY={CODES[start.weekday()]}"
    elif kind == "fortnightly":
        days = tuple(start + 2 * WEEK * n for n in range(source.randint(26, 32)))
        phrase = source.choice((f"elke 2 weken op {weekday}", f"om de week op {weekday}"))
        rule = f"FREQ=WEEKLY;INTERVAL=2;BYDAY={CODES[start.weekday()]}"
    else:
        days = _first_of_month(start, source.randint(12, 13))
        phrase = f"elke eerste {weekday} van de maand"
        rule = f"FREQ=MONTHLY;BYDAY=1{CODES[start.weekday()]}"
    return _with_exceptions(source, phrase, rule, days)


def _first_of_month(start: date, times: int) -> tuple[date, ...]:
    """The first of this weekday in each month, beginning outside a holiday on or after `start`."""
    days: list[date] = []
    day = start
    while len(days) < times:
        if day.day <= 7 and (days or not in_holiday(day)):
            days.append(day)
        day += WEEK
    return tuple(days)


def _with_exceptions(source: Random, phrase: str, rule: str, days: tuple[date, ...]) -> Series:
    skipped: list[str] = []
    excluded: list[date] = []
    if source.random() < 0.5:
        skipped.append("schoolvakanties")
        excluded.extend(day for day in days if in_holiday(day))
    if source.random() < 0.4:
        single = source.choice([day for day in days[1:] if day not in excluded])
        skipped.append(written(single))
        excluded.append(single)
    left = [day for day in days if day not in excluded]
    changes = _changes(source, left[1:]) if source.random() < 0.4 else ()
    moved = {change.day: change.moved_to for change in changes if change.moved_to}
    return Series(
        phrase=phrase,
        until=days[-1],
        rrule=f"{rule};UNTIL={days[-1]:%Y%m%d}T235959Z",
        skipped=tuple(skipped),
        excluded=tuple(sorted(excluded)),
        changes=changes,
        dates=tuple(sorted(moved.get(day, day) for day in left)),
    )


def _changes(source: Random, days: list[date]) -> tuple[Change, ...]:
    """One or two of these dates, cancelled or moved to the day after."""
    return tuple(
        Change(
            day=day,
            reason=source.choice(REASONS),
            moved_to=day + timedelta(days=1) if source.random() < 0.3 else None,
        )
        for day in sorted(source.sample(days, source.randint(1, 2)))
    )
