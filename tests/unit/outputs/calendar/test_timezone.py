from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from meedoen.outputs.calendar.timezone import vtimezone

KRALENDIJK = """BEGIN:VTIMEZONE
TZID:America/Kralendijk
X-LIC-LOCATION:America/Kralendijk
BEGIN:STANDARD
TZNAME:AST
TZOFFSETFROM:-0400
TZOFFSETTO:-0400
DTSTART:19700101T000000
END:STANDARD
END:VTIMEZONE
"""
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
X-LIC-LOCATION:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(("name", "expected"), [("Europe/Amsterdam", AMSTERDAM), ("America/Kralendijk", KRALENDIJK)])
def test_zone(name: str, expected: str) -> None:
    assert vtimezone(name) == expected.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("name", ["Europe/Amsterdam", "Europe/Lisbon", "Europe/Athens", "America/Kralendijk", "UTC"])
def test_zone_tells_the_same_time_as_the_database_around_each_change(name: str) -> None:
    component = icalendar.Timezone.from_ical(vtimezone(name))
    assert isinstance(component, icalendar.Timezone)
    told, known = component.to_tz(), ZoneInfo(name)
    start = datetime(2026, 3, 28, tzinfo=UTC)
    moments = [start + timedelta(hours=hours) for hours in (*range(48), *range(24 * 216, 24 * 220), 8000)]
    local = [moment.astimezone(known).replace(tzinfo=None, fold=0) for moment in moments]
    ours = [each.replace(tzinfo=told).utcoffset() for each in local if not _twice_or_never(each, known)]
    assert ours == [each.replace(tzinfo=known).utcoffset() for each in local if not _twice_or_never(each, known)]


def _twice_or_never(moment: datetime, zone: ZoneInfo) -> bool:
    return moment.replace(tzinfo=zone).utcoffset() != moment.replace(tzinfo=zone, fold=1).utcoffset()


def test_zone_with_other_rules_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="no VTIMEZONE rules for America/New_York"):
        vtimezone("America/New_York")
