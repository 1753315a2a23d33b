"""The dates of a series that do not happen: days and periods, public holidays, school holidays."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from meedoen.language.problems import Fault
from meedoen.language.wording import day
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.fields.values import Exceptions
from meedoen.programme.holidays import HolidayCalendar

Spans = tuple[tuple[date, date], ...]
# From the end of the summer to the autumn holiday: until then nothing can be missed.
NEXT_HOLIDAY = timedelta(days=45)


def excluded_dates(
    record: Record,
    reader: Reader,
    planned: tuple[date, ...],
    holidays: HolidayCalendar,
    school_region: str,
    *,
    advice: bool,
) -> set[date]:
    """Takes the fields, the reader, the planned dates, the holidays and the region of schools; gives the planned dates
    that `behalve` takes away; with `advice` an exception that hits nothing is reported.
    """
    exceptions: Exceptions | None = record.get("exceptions")
    if exceptions is None:
        return set()
    out: set[date] = set()
    for low, high in exceptions.spans:
        hit = _between(planned, low, high)
        if advice and not hit:
            shown = day(low) if low == high else f"{day(low)} t/m {day(high)}"
            message = f"Op {shown} was er toch al niets gepland."
            fault = Fault("behalve-raakt-niets", message, "Kijk de datum na, of haal hem weg.")
            reader.report(record.node("exceptions"), fault)
        out.update(hit)
    if exceptions.public_holidays:
        closed = {each for year in {each.year for each in planned} for each in holidays.public(year)}
        out.update(each for each in planned if each in closed)
    if exceptions.school_holidays:
        for low, high in holidays.school_spans(school_region):
            out.update(_between(planned, low, high))
    return out


def check_school_years(record: Record, reader: Reader, planned: tuple[date, ...], spans: Spans) -> None:
    """Takes the fields, the reader, the planned dates and the school holidays; warns when the series runs on after the
    school holidays that the content knows, where nothing is left out.
    """
    exceptions: Exceptions | None = record.get("exceptions")
    if exceptions is None or not exceptions.school_holidays or not planned:
        return
    if not spans or planned[-1] > spans[-1][1] + NEXT_HOLIDAY:
        known = f"De schoolvakanties na {day(spans[-1][1])} staan" if spans else "De schoolvakanties staan"
        message = f"{known} nog niet in content/kalender/schoolvakanties.yaml."
        hint = "Typ zelf de datums bij “behalve”, of vraag de bibliotheek om de vakanties toe te voegen."
        reader.report(record.node("exceptions"), Fault("vakanties-onbekend", message, hint))


def _between(days: tuple[date, ...], low: date, high: date) -> tuple[date, ...]:
    return days[bisect_left(days, low) : bisect_left(days, high + timedelta(days=1))]
