"""Pages, calendar, data and news of a site name the dates, times and titles of the list they come from."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import icalendar
import pytest
import recurring_ical_events
from tests.contract.conftest import Programme

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import clock
from meedoen.language.wording import day as day_in_words

pytestmark = pytest.mark.e2e

SITES = ("dordrecht", "papendrecht")
FIRST, LAST = date(2026, 11, 1), date(2027, 6, 30)
MONTHS = ("2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06")
ITEM = re.compile(r'<li class="(?:card|line)\b.*?</li>', re.DOTALL)
LINK = re.compile(r'<a href="[^"]*activiteit/([a-z0-9-]+)\.html"[^>]*>(.*?)</a>', re.DOTALL)
TIME = re.compile(r'class="time"[^>]*>.*?(\d{1,2}\.\d\d|[Hh]ele dag)', re.DOTALL)
SECTION = re.compile(r'id="d(\d{4}-\d\d-\d\d)"(.*?)</section>', re.DOTALL)
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
STATUS = {"afgelast": "EventCancelled", "uitgesteld": "EventPostponed", "online": "EventMovedOnline"}
PREFIX = re.compile(r"^(?:Gaat niet door(?: \(nieuwe datum volgt\))?|Vol): ")

Row = tuple[date, str, str, str]
"""Day, time of the start, page, title."""


def rows(day: date, html: str) -> list[Row]:
    """What a list of cards or lines says for this day."""
    found = []
    for item in ITEM.findall(html):
        link, time = LINK.search(item), TIME.search(item)
        assert link, item
        assert time, item
        found.append((day, time[1].lower(), link[1], unescape(link[2]).strip()))
    return found


def row(day: date, each: Occurrence) -> Row:
    """The same of an occurrence."""
    return day, clock(each.times.start) if each.times else "hele dag", each.activity.page, each.name


@pytest.fixture(params=SITES)
def agenda(request: pytest.FixtureRequest, programme: Programme) -> Agenda:
    """The list of occurrences of a site."""
    return programme.agenda(request.param)


def expected(agenda: Agenda) -> list[Row]:
    """Every date of the list, notices of moved dates included; what lasts several days on each of its days."""
    return sorted(row(day, each) for day, found in agenda.by_day.items() for each in found if FIRST <= day <= LAST)


def starts(agenda: Agenda) -> list[Row]:
    """Every date of the list once, without notices of moved dates."""
    return [
        row(each.day, each)
        for dates in agenda.by_activity.values()
        for each in dates
        if each.moved_to is None and FIRST <= each.day <= LAST
    ]


def test_day_pages_name_what_is_in_the_list(agenda: Agenda, published: Path) -> None:
    found: list[Row] = []
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        page = published / agenda.site.slug / f"dag/{day.isoformat()}.html"
        if page.is_file():
            found += rows(day, page.read_text(encoding="utf-8"))
    assert len(found) > 200
    assert sorted(found) == expected(agenda)


def test_month_pages_name_what_is_in_the_list(agenda: Agenda, published: Path) -> None:
    found: list[Row] = []
    for month in MONTHS:
        html = (published / agenda.site.slug / f"maand/{month}.html").read_text(encoding="utf-8")
        for day, section in SECTION.findall(html):
            found += rows(date.fromisoformat(day), section)
    later = {
        row(day, each)
        for day, all_of_day in agenda.by_day.items()
        for each in all_of_day
        if each.day < day and day.day > 1  # not its first day, nor the first of a month
    }
    assert sorted(found) == [each for each in expected(agenda) if each not in later]


def test_calendar_names_what_is_in_the_list(agenda: Agenda, published: Path) -> None:
    calendar = icalendar.Calendar.from_ical((published / agenda.site.slug / "agenda.ics").read_bytes())
    found: list[Row] = []
    for event in recurring_ical_events.of(calendar).between(FIRST, LAST + timedelta(days=1)):
        start = event.start
        timed = isinstance(start, datetime)
        day = start.astimezone(ZoneInfo("Europe/Amsterdam")).date() if isinstance(start, datetime) else start
        time = (
            clock(start.astimezone(ZoneInfo("Europe/Amsterdam")).time()) if isinstance(start, datetime) else "hele dag"
        )
        assert timed == isinstance(start, datetime)
        page = str(event["URL"]).rpartition("/")[2].removesuffix(".html")
        if FIRST <= day <= LAST:
            found.append((day, time, page, PREFIX.sub("", str(event["SUMMARY"]))))
    assert sorted(found) == sorted(starts(agenda))


def test_data_names_what_is_in_the_list(agenda: Agenda, published: Path) -> None:
    data = json.loads((published / agenda.site.slug / "activiteiten.json").read_bytes())
    found: list[Row] = []
    for activity in data["activities"]:
        page = activity["url"].rpartition("/")[2].removesuffix(".html")
        for each in activity["occurrences"]:
            start = datetime.fromisoformat(each["startDate"])
            time = clock(start.time()) if "T" in each["startDate"] else "hele dag"
            if FIRST <= start.date() <= LAST:
                found.append((start.date(), time, page, each.get("name", activity["name"])))
    assert sorted(found) == sorted(starts(agenda))


def test_linked_data_of_every_page_is_the_date_that_it_is_about(agenda: Agenda, published: Path) -> None:
    folder = published / agenda.site.slug
    found = {}
    for path in folder.rglob("*.html"):
        scripts = LINKED_DATA.findall(path.read_text(encoding="utf-8"))
        if path.parent.name == "activiteit":
            (found[path.stem],) = (json.loads(each) for each in scripts)
        else:
            assert scripts == []
    expected = {}
    for activity, dates in agenda.by_activity.items():
        went = [each for each in dates if each.takes_place] or list(dates)
        each = agenda.following(dates) or went[-1]
        each = next(other for other in dates if other.planned == each.planned and other.moved_to is None)
        expected[activity.page] = (activity.name, each.start.isoformat(), STATUS.get(each.status), each.place)
    assert found.keys() == expected.keys()
    for page, (name, start, status, place) in expected.items():
        event = found[page]
        assert (event["name"], event["startDate"]) == (name, start)
        told = event["eventStatus"].rpartition("/")[2]
        assert told == status or (status is None and told in ("EventScheduled", "EventRescheduled"))
        places = [each for each in _listed(event["location"]) if each["@type"] == "Place"]
        assert [each["name"] for each in places] == ([place.name] if place else [])
        assert [each["address"]["addressCountry"] for each in places] == (["NL"] if place else [])


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_news_names_what_is_still_to_come(agenda: Agenda, published: Path) -> None:
    feed = feedparser.parse((published / agenda.site.slug / "nieuw.xml").read_bytes())
    coming = {f"{activity.id}@agenda.example.org": (activity, following) for activity, following in agenda.coming}
    found = {item.id: item.title for item in feed.entries}
    assert (feed.bozo, len(found), len(found.keys() & coming.keys())) == (False, min(50, len(coming)), len(found))
    for uid, title in found.items():
        activity, following = coming[uid]
        if activity.schedule.is_series or following.last_day > following.day or not following.takes_place:
            assert following.name in title or activity.name in title
        else:
            assert title == f"{following.name}, {day_in_words(following.day, weekday=True)}"


def test_the_sites_have_dates_that_could_differ(programme: Programme) -> None:
    agendas = [programme.agenda(site) for site in SITES]
    dates = [each for agenda in agendas for found in agenda.by_activity.values() for each in found]
    assert {each.status for each in dates} >= {"gepland", "afgelast", "verplaatst"}
    assert any(each.moved_to for each in dates)
    assert any(each.last_day > each.day for each in dates)
