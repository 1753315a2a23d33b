"""Days on which a series pauses: public holidays, extra closing days, school holidays per region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from holidays import country_holidays

REGIONS_ALL = "alle"


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """One holiday in one region (or `alle`), both days included."""

    name: str
    region: str
    first: date
    last: date
    school_year: str = ""


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """Public holidays come from the `holidays` package; the rest from content."""

    school: tuple[SchoolHoliday, ...] = ()
    open_names: frozenset[str] = frozenset()
    closed_days: tuple[tuple[date, str], ...] = ()

    def public(self, year: int) -> dict[date, str]:
        """The days of one year on which libraries are closed, with their Dutch names."""
        return _public(self.open_names, self.closed_days, year)

    def school_spans(self, region: str) -> tuple[tuple[date, date], ...]:
        """First and last day of each school holiday of the region, in order."""
        return _school(self.school, region)


@lru_cache(maxsize=64)
def _public(open_names: frozenset[str], closed: tuple[tuple[date, str], ...], year: int) -> dict[date, str]:
    days = country_holidays("NL", years=[year], language="nl")
    kept = {day: name for day, name in days.items() if name.lower() not in open_names}
    return kept | {day: name for day, name in closed if day.year == year}


@lru_cache(maxsize=16)
def _school(school: tuple[SchoolHoliday, ...], region: str) -> tuple[tuple[date, date], ...]:
    return tuple(sorted((each.first, each.last) for each in school if each.region in (region, REGIONS_ALL)))
