"""The readers themselves: they tell the same of a calendar by another hand, and refuse what is wrong."""

from __future__ import annotations

import pytest
from tests.calendar.engines import Engine, Node, Unreadable
from tests.calendar.reading import Reading

# A zone that exists nowhere: whoever reads it right took it from the file.
ZONE = """BEGIN:VTIMEZONE
TZID:Nergens/Overal
BEGIN:DAYLIGHT
TZOFFSETFROM:+0500
TZOFFSETTO:+0600
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0600
TZOFFSETTO:+0500
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
SERIES = """BEGIN:VEVENT
UID:dorp-koffie@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Nergens/Overal:20270320T100000
DTEND;TZID=Nergens/Overal:20270320T113000
RRULE:FREQ=WEEKLY;UNTIL=20270410T040000Z;BYDAY=SA
EXDATE;TZID=Nergens/Overal:20270403T100000
SUMMARY:Koffie\\, thee\\; en
  meer
LOCATION:Zaal
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
"""
OVERRIDE = """BEGIN:VEVENT
UID:dorp-koffie@example.org
DTSTAMP:20260101T000000Z
RECURRENCE-ID;TZID=Nergens/Overal:20270410T100000
DTSTART;TZID=Nergens/Overal:20270411T120000
DTEND;TZID=Nergens/Overal:20270411T130000
SUMMARY:Thee
LOCATION:Tuin
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
"""
WHOLE_DAY = """BEGIN:VEVENT
UID:dorp-markt--20270501@example.org
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20270501
DTEND;VALUE=DATE:20270503
SUMMARY:Markt
STATUS:CONFIRMED
END:VEVENT
"""
COFFEE = "Koffie, thee; en meer"
READINGS = [
    Reading("dorp-koffie", "2027-03-20T05:00:00Z", "2027-03-20T06:30:00Z", "CONFIRMED", COFFEE, "Zaal", False),
    Reading("dorp-koffie", "2027-03-27T05:00:00Z", "2027-03-27T06:30:00Z", "CONFIRMED", COFFEE, "Zaal", False),
    Reading("dorp-koffie", "2027-04-11T06:00:00Z", "2027-04-11T07:00:00Z", "CANCELLED", "Thee", "Tuin", False),
    Reading("dorp-markt", "2027-05-01", "2027-05-03", "CONFIRMED", "Markt", "", True),
]


def calendar(*parts: str) -> bytes:
    """A calendar of these parts."""
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{''.join(parts)}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def test_reader_sees_each_date(engine: Engine) -> None:
    assert engine.read(calendar(ZONE, SERIES, OVERRIDE, WHOLE_DAY)) == READINGS


def test_reader_counts_the_events_of_a_file(engine: Engine) -> None:
    assert engine.count(calendar(ZONE, SERIES, OVERRIDE, WHOLE_DAY)) == 3


def test_reader_finds_nothing_in_an_empty_calendar(engine: Engine) -> None:
    assert engine.read(calendar(ZONE)) == []


@pytest.mark.parametrize("data", [b"", b"<!doctype html>", calendar(ZONE, SERIES)[:-30]])
def test_reader_refuses_what_is_no_whole_calendar(engine: Engine, data: bytes) -> None:
    with pytest.raises(Unreadable):
        engine.read(data)
    with pytest.raises(Unreadable):
        engine.count(data)


def test_a_time_in_a_zone_that_is_not_described_has_no_moment(node: Node) -> None:
    assert [each.start for each in node.read(calendar(SERIES.replace("RRULE", "X-RULE")))] == ["2027-03-20T10:00:00"]


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([SERIES, SERIES], "two events with the UID dorp-koffie@example.org"),
        ([OVERRIDE], "an override without its series: dorp-koffie@example.org"),
        ([SERIES, OVERRIDE.replace("0410T1000", "0410T1001")], "an override that hits no date"),
        ([SERIES.replace("UNTIL=20270410T040000Z;", "")], "a series without an end"),
    ],
)
def test_second_reader_refuses_what_programs_read_differently(node: Node, events: list[str], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        node.read(calendar(ZONE, *events))


def test_reader_is_there_after_a_refusal(engine: Engine) -> None:
    with pytest.raises(Unreadable):
        engine.read(b"x")
    assert engine.read(calendar(WHOLE_DAY)) == READINGS[3:]
