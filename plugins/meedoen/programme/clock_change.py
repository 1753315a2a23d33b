"""The two nights a year in which the clock is set: a time that is skipped, or comes twice, can't be in an agenda."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from meedoen.language.problems import Fault
from meedoen.language.wording import clock, day
from meedoen.notation.fields.reader import Reader, Record
from meedoen.programme.schedule import Schedule

# No zone of the Netherlands sets its clock outside these hours, so other times need no look at the zone.
_NIGHT = range(1, 4)


def check_clock_change(schedule: Schedule, zone: str, record: Record, reader: Reader) -> None:
    """Reports the first date whose start or end falls in an hour that is skipped or doubled (RFC 5545 §3.3.5)."""
    times = schedule.times
    if times is None:
        return
    moments = [(times.start, 0)] + ([(times.end, int(times.overnight))] if times.end else [])
    for moment, later in moments:
        if moment.hour not in _NIGHT:
            continue
        for on in schedule.days:
            if not _exists_once(on + timedelta(days=later), moment, zone):
                night = day(on + timedelta(days=later), weekday=True)
                message = (
                    f"In de nacht van {night} wordt de klok verzet. {clock(moment)} uur bestaat dan niet, of twee keer."
                )
                reader.report(
                    record.node("times"),
                    Fault(
                        "tijd-overgeslagen",
                        message,
                        "Kies een andere tijd, bijvoorbeeld: tijd: 22.00 - 01.00",
                    ),
                )
                return


@lru_cache(maxsize=4096)
def _exists_once(on: date, moment: time, zone: str) -> bool:
    info = ZoneInfo(zone)
    first = datetime.combine(on, moment, info)
    return first.utcoffset() == first.replace(fold=1).utcoffset()
