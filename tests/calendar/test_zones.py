"""The time zones that our files describe: a program that knows no others finds every moment of the year in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.builders import ADDRESS
from tests.calendar.engines import Engine
from tests.calendar.reading import moment

from meedoen.outputs.calendar.feed import feed

ZONES = ("Europe/Amsterdam", "America/Kralendijk", "Europe/Lisbon", "Europe/Athens")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def moments(name: str) -> list[datetime]:
    """Every twelfth hour of a year and each hour near a change, without those that a clock shows twice."""
    zone = ZoneInfo(name)
    hours = [(FIRST + timedelta(hours=n)).astimezone(zone) for n in range(365 * 24)]
    near = [
        each for each in hours if each.hour % 12 == 0 or (each.month in (3, 10) and each.day > 24 and each.hour < 7)
    ]
    return [each for each in near if each.utcoffset() == each.replace(fold=1 - each.fold).utcoffset()]


@pytest.mark.parametrize("name", ZONES)
def test_every_moment_is_where_it_is(engine: Engine, name: str) -> None:
    every = moments(name)
    events = b"".join(
        f"BEGIN:VEVENT\r\nUID:{n}@example.org\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID={name}:{each:%Y%m%dT%H%M%S}\r\n"
        f"DTEND;TZID={name}:{each:%Y%m%dT%H%M%S}\r\nSUMMARY:{n}\r\nEND:VEVENT\r\n".encode()
        for n, each in enumerate(every)
    )
    found = engine.read(
        feed(name="Agenda", description="Alles", url=f"{ADDRESS}/agenda.ics", zones=[name], events=[events])
    )
    assert sorted(each.start for each in found) == sorted(map(moment, every))
    assert len(every) > 750
