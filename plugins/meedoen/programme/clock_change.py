"""The two nights a year in which the clock is set: a time that is skipped, or comes twice, can't be in an agenda."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from meedoen.language.problems import Fault
from meedoen.language.wording import clock, day
from meedoen.notation.fields.reader import Reader, Record
from meedoen.programme.change import Change
from meedoen.programme.schedule import Schedule

# No zone of the Netherlands sets its clock outside these hours, so other times need no look at the zone.
_NIGHT = range(1, 4)


def check_clock_change(
    schedule: Schedule, changes: tuple[Change, ...], zone: str, record: Record, reader: Reader
) -> None:
    """Takes a schedule with its changes, its zone, the fields and the reader; reports the first date whose start or end
    falls in an hour that is skipped or doubled (RFC 5545 §3.3.5).
    """
    every = (schedule.times, *(each.times for each in schedule.extra), *(each.times for each in changes))
    if not any(times and (_at_night(times.start) or _at_night(times.end)) for times in every):
        return
    for on, moment in _moments(schedule, changes):
        if _at_night(moment) and not _exists_once(on, moment, zone):
            night = day(on, weekday=True)
            message = f"Op {night} wordt de klok verzet. {clock(moment)} uur bestaat dan niet, of twee keer."
            hint = "Kies een andere tijd, bijvoorbeeld: tijd: 22.00 - 01.00"
            reader.report(record.node("times"), Fault("tijd-overgeslagen", message, hint))
            return


def _moments(schedule: Schedule, changes: tuple[Change, ...]) -> Iterator[tuple[date, time]]:
    """Every start and end with the date on which it falls."""
    changed = {each.day: each for each in changes}
    length = schedule.last_day - schedule.first if schedule.last_day else timedelta()
    for planned in schedule.days:
        change = changed.get(planned)
        times = (change.times if change else None) or schedule.times_on(planned)
        on = (change.to_day if change else None) or planned
        if times is not None:
            yield on, times.start
            if times.end is not None:
                yield on + length + timedelta(days=times.overnight), times.end


def _at_night(moment: time | None) -> bool:
    return moment is not None and moment.hour in _NIGHT


@lru_cache(maxsize=4096)
def _exists_once(on: date, moment: time, zone: str) -> bool:
    info = ZoneInfo(zone)
    first = datetime.combine(on, moment, info)
    return first.utcoffset() == first.replace(fold=1).utcoffset()
