from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import icalendar
from tests.builders import activity, ics

from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.calendar.timezone import vtimezone

URL = "https://papendrecht.agenda.example.org/agenda.ics"
HEAD = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//meedoen//meedoen//NL
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Agenda\\, van ons
X-WR-CALNAME:Agenda\\, van ons
DESCRIPTION:Alles
X-WR-CALDESC:Alles
X-WR-TIMEZONE:Europe/Amsterdam
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
SOURCE;VALUE=URI:{URL}
""".replace("\n", "\r\n").encode()


def test_feed_of_nothing() -> None:
    made = feed(name="Agenda, van ons", description="Alles", url=URL, zones=["Europe/Amsterdam"], events=[])
    assert made == HEAD + vtimezone("Europe/Amsterdam") + b"END:VCALENDAR\r\n"


def test_feed_joins_the_very_bytes_of_its_events() -> None:
    events = [ics(activity()), ics(activity("titel: Anders", path="content/activiteiten/papendrecht/anders.md"))]
    made = feed(
        name="Agenda, van ons", description="Alles", url=URL, zones=["Europe/Amsterdam"] * 2, events=iter(events)
    )
    assert made == b"".join([HEAD, vtimezone("Europe/Amsterdam"), *events, b"END:VCALENDAR\r\n"])
    calendar = icalendar.Calendar.from_ical(made)
    assert [str(each["SUMMARY"]) for each in calendar.walk("VEVENT")] == ["Taalcafé", "Anders"]


def test_feed_has_each_zone_once() -> None:
    made = feed(
        name="A",
        description="B",
        url=URL,
        zones=["Europe/Amsterdam", "America/Kralendijk", "Europe/Amsterdam"],
        events=[],
    )
    calendar = icalendar.Calendar.from_ical(made)
    assert [str(each["TZID"]) for each in calendar.walk("VTIMEZONE")] == ["America/Kralendijk", "Europe/Amsterdam"]


def test_feed_with_its_page_its_colour_and_its_last_change() -> None:
    page = "https://papendrecht.agenda.example.org/"
    changed = datetime(2026, 11, 22, 13, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    made = feed(
        name="Agenda, van ons",
        description="Alles",
        url=URL,
        zones=["Europe/Amsterdam"],
        events=[],
        page=page,
        colour="#fe0000",
        changed=changed,
    )
    more = f"URL:{page}\r\nCOLOR:red\r\nX-APPLE-CALENDAR-COLOR:#fe0000\r\nLAST-MODIFIED:20261122T120000Z\r\n"
    assert made == HEAD + more.encode() + vtimezone("Europe/Amsterdam") + b"END:VCALENDAR\r\n"
