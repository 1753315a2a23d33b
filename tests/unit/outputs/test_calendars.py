from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import icalendar
import pytest
from tests.builders import ADDRESS, REVISION, activity, agenda, events, ics, network, site

from meedoen.agenda.agenda import Agenda, Window
from meedoen.agenda.revision import FIXED, Past, Revision
from meedoen.outputs import calendars, feed_window
from meedoen.outputs.calendar.event import Events
from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.feed_window import ShortenedFeed
from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.organisation import Municipality

FOLDER = "content/activiteiten/papendrecht"
COLOUR = "#00539f"
ON_AND_OFF = (
    "datum: 1 december 2026\nherhaling: elke dinsdag\ntot: 3 keer\n"
    "wijzigingen:\n  - {datum: 8 december 2026, status: afgelast, reden: De docent is ziek.}"
)


def assets(outcome: Outcome) -> dict[str, Asset]:
    """What this gives, by path."""
    return {each.path: each for each in outcome if isinstance(each, Asset)}


def content(build: SiteBuild, path: str) -> bytes:
    """The bytes of one calendar of this site."""
    return assets(calendars.feeds(build))[path].content()


def titles(data: bytes) -> list[str]:
    """The titles of the events in a calendar, in their order."""
    return [str(each["SUMMARY"]) for each in icalendar.Calendar.from_ical(data).walk("VEVENT")]


def titled(title: str, when: str = "", more: str = "") -> Activity:
    """An activity with this title, in a file of that name."""
    header = "\n".join(part for part in (f"titel: {title}", when, more) if part)
    return activity(header, path=f"{FOLDER}/{title.lower()}.md")


def long(title: str, when: str) -> Activity:
    """An activity of about 3,000 bytes."""
    return activity(f"titel: {title}\n{when}", "Praten en lezen. " * 170, path=f"{FOLDER}/{title.lower()}.md")


def region(shown: Agenda) -> SiteBuild:
    """The regional home."""
    town = Municipality("", "De Streek", "https://agenda.example.org")
    return SiteBuild(replace(shown, site=town, by_activity={}, by_day={}), town.website, town.website, events)


def test_calendar_of_everything_has_the_bytes_of_its_activities_in_order() -> None:
    given = [
        titled("Nieuw", "datum: 1 december 2026"),
        titled("Lang", "datum: 1 juni 2026\nherhaling: elke maand\ntot: 8 keer"),
        titled("Oud", "datum: 24 september 2026"),
    ]
    data = content(site(agenda(*given)), "agenda.ics")
    assert data == feed(
        name="Agenda Papendrecht",
        description="Wat er te doen is in Papendrecht.",
        url=f"{ADDRESS}/agenda.ics",
        zones=["Europe/Amsterdam"],
        events=[ics(given[1]), ics(given[0])],
        page=f"{ADDRESS}/",
        colour=COLOUR,
        changed=FIXED.modified,
    )
    assert titles(data) == ["Lang", "Nieuw"]


def test_calendar_of_a_choice_has_its_own_name_address_and_page() -> None:
    given = [titled("Praten", more="thema: taal"), titled("Maken", more="thema: techniek")]
    assert content(site(agenda(*given)), "thema/taal.ics") == feed(
        name="Papendrecht: Taal",
        description="Uit de agenda van Papendrecht. Onderwerp: Taal.",
        url=f"{ADDRESS}/thema/taal.ics",
        zones=["Europe/Amsterdam"],
        events=[ics(given[0])],
        page=f"{ADDRESS}/thema/taal.html",
        colour=COLOUR,
        changed=FIXED.modified,
    )


def test_calendar_changed_when_the_newest_of_its_activities_did() -> None:
    given = [titled("Praten", more="thema: taal"), titled("Maken", more="thema: techniek")]
    later = Revision(REVISION.created, datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 1)
    past = Past({"papendrecht-praten": REVISION, "papendrecht-maken": later})
    build = replace(site(agenda(*given)), past=past)
    assert b"\r\nLAST-MODIFIED:20261122T120000Z\r\nBEGIN:VTIMEZONE" in content(build, "thema/taal.ics")
    assert b"\r\nLAST-MODIFIED:20261123T080000Z\r\nBEGIN:VTIMEZONE" in content(build, "agenda.ics")


@pytest.mark.parametrize(("town", "zone"), [("papendrecht", "Europe/Amsterdam"), ("bonaire", "America/Kralendijk")])
def test_empty_calendar_is_valid_in_the_zone_of_its_municipality(town: str, zone: str) -> None:
    data = content(site(agenda(site=town)), "prijs/gratis.ics")
    found = icalendar.Calendar.from_ical(data)
    assert [str(each["TZID"]) for each in found.walk("VTIMEZONE")] == [zone]
    assert (found.walk("VEVENT"), b"LAST-MODIFIED" in data) == ([], False)


def test_variant_leaves_out_what_does_not_go_ahead() -> None:
    given = [
        titled("Reeks", ON_AND_OFF),
        titled("Weg", more="status: afgelast\nreden: Ziek."),
        titled("Wel"),
    ]
    build = site(agenda(*given))
    assert content(build, "agenda-zonder-afgelast.ics") == feed(
        name="Agenda Papendrecht (alleen wat doorgaat)",
        description="Wat er te doen is in Papendrecht. Zonder wat niet doorgaat.",
        url=f"{ADDRESS}/agenda-zonder-afgelast.ics",
        zones=["Europe/Amsterdam"],
        events=[events(given[0]).held, events(given[2]).held],
        page=f"{ADDRESS}/",
        colour=COLOUR,
        changed=FIXED.modified,
    )
    assert titles(content(build, "agenda.ics")) == ["Reeks", "Gaat niet door: Reeks", "Gaat niet door: Weg", "Wel"]
    assert titles(content(build, "agenda-zonder-afgelast.ics")) == ["Reeks", "Wel"]


def test_old_address_is_a_copy_under_its_own_path() -> None:
    each = titled("Praten", more="doelgroep: 18+")
    past = Past(once={"papendrecht": frozenset({(("doelgroep", "volwassenen"),)})})
    build = replace(site(agenda(each)), past=past)
    new, old = (content(build, f"doelgroep/{slug}.ics").replace(b"\r\n ", b"") for slug in ("18-plus", "volwassenen"))
    assert old == new.replace(b"/doelgroep/18-plus.ics", b"/doelgroep/volwassenen.ics")
    assert titles(old) == ["Praten"]


def test_every_calendar_and_variant_has_a_file() -> None:
    found = assets(calendars.feeds(site(agenda(activity("doelgroep: 18+\nthema: taal")))))
    assert [path for path in found if "wijkcentrum" in path or "--doelgroep" in path or path.startswith("agenda")] == [
        "agenda.ics",
        "agenda-zonder-afgelast.ics",
        "locatie/wijkcentrum.ics",
        "locatie/wijkcentrum--zonder-afgelast.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-18-plus.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-18-plus--zonder-afgelast.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-18-plus--thema-taal.ics",
    ]


def test_events_are_serialised_only_when_a_file_is_made_and_once() -> None:
    asked: list[Events] = []
    made: dict[str, Events] = {}

    def noted(each: Activity) -> Events:
        found = made.setdefault(each.id, events(each))
        asked.append(found)
        return found

    build = SiteBuild(agenda(activity("thema: taal")), ADDRESS, "", noted)
    found = assets([*calendars.feeds(build), *calendars.activities(build)])
    assert asked == []
    for each in found.values():
        each.content()
    assert len(asked) == 2  # for all feeds together, and for its own file
    assert "all" in vars(asked[0])


def test_calendar_file_of_an_activity() -> None:
    each = activity()
    found = assets(calendars.activities(site(agenda(each))))
    assert {path: asset.content() for path, asset in found.items()} == {
        "activiteit/taalcafe.ics": feed(
            name="Taalcafé",
            description="Taalcafé, Papendrecht",
            url=f"{ADDRESS}/activiteit/taalcafe.ics",
            zones=["Europe/Amsterdam"],
            events=[events(each).own],
            page=f"{ADDRESS}/activiteit/taalcafe.html",
            colour=COLOUR,
            changed=FIXED.modified,
        )
    }


def test_calendar_files_of_the_dates_of_a_series() -> None:
    each = activity(ON_AND_OFF.replace("reden:", "titel: Schrijfcafé, reden:"))
    shown = agenda(each)
    found = assets(calendars.activities(site(shown)))
    assert list(found) == [
        "activiteit/taalcafe.ics",
        "activiteit/taalcafe--2026-12-01.ics",
        "activiteit/taalcafe--2026-12-08.ics",
        "activiteit/taalcafe--2026-12-15.ics",
    ]
    path = "activiteit/taalcafe--2026-12-08.ics"
    second = shown.by_activity[each][1]
    assert found[path].content() == feed(
        name="Schrijfcafé",
        description="Schrijfcafé, Papendrecht",
        url=f"{ADDRESS}/{path}",
        zones=["Europe/Amsterdam"],
        events=[events(each).single(second)],
        page=f"{ADDRESS}/activiteit/taalcafe.html",
        colour=COLOUR,
        changed=FIXED.modified,
    )
    assert titles(found[path].content()) == ["Gaat niet door: Schrijfcafé"]


def test_calendar_that_would_be_too_large_ends_at_a_month(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "LIMIT", 13_500)
    monkeypatch.setattr(feed_window, "LIMIT", 13_500)
    whens = {"Laat": "datum: 1 april 2027", "Vroeg": "datum: 31 maart 2027", "Was": "datum: 1 november 2026"}
    given = [long(title, when) for title, when in whens.items()]
    build = site(agenda(*given))
    data = content(build, "agenda.ics")
    description = "Wat er te doen is in Papendrecht. Tot en met maart 2027."
    assert (titles(data), str(icalendar.Calendar.from_ical(data)["DESCRIPTION"])) == (["Was", "Vroeg"], description)
    assert len(data) < 13_500
    size = sum(len(ics(each)) for each in given) + feed_window.HEAD
    assert [each for each in calendars.shortened(build) if each.path == "agenda.ics"] == [
        ShortenedFeed("agenda.ics", size, Window.around(agenda().window.today, months_on=4).last)
    ]
    assert {each.path for each in calendars.shortened(build)} == {
        "agenda.ics",
        "locatie/bibliotheek-papendrecht.ics",
        "partner/bibliotheek.ics",
        "kernfunctie/lezen-en-literatuur.ics",
    }


def test_nothing_is_shortened_where_all_fits() -> None:
    build = site(agenda(activity()))
    assert calendars.shortened(build) == ()
    assert b"Tot en met" not in content(build, "agenda.ics")


def entries(*activities: Activity) -> Iterable[calendars.FeedEntry]:
    """What a site gives to the region."""
    return calendars.entries(site(agenda(*activities))).values()


def test_calendar_of_the_region_joins_what_the_sites_have() -> None:
    first, second = titled("Later", "datum: 2 december 2026"), titled("Eerder", ON_AND_OFF)
    build = region(agenda())
    found, shortened = calendars.of_region(build, [*entries(first), *entries(second)])
    whole, variant = found
    assert whole.content() == feed(
        name="Agenda De Streek",
        description="Wat er te doen is in De Streek.",
        url="https://agenda.example.org/agenda.ics",
        zones=["Europe/Amsterdam"],
        events=[ics(second), ics(first)],
        page="https://agenda.example.org/",
        colour=COLOUR,
        changed=FIXED.modified,
    )
    assert (whole.path, variant.path, shortened) == ("agenda.ics", "agenda-zonder-afgelast.ics", ())
    assert titles(variant.content()) == ["Eerder", "Later"]


def test_calendar_of_the_region_has_every_zone_and_the_organisations_when_empty() -> None:
    there = activity("locatie: bibliotheek-bonaire", path="content/activiteiten/bonaire/b.md")
    given = calendars.entries(site(agenda(there, site="bonaire"))).values()
    for shown, zones in (
        ([*given, *entries(activity())], ["America/Kralendijk", "Europe/Amsterdam"]),
        ([], [network().organisation.zone]),
    ):
        (whole, _), _ = calendars.of_region(region(agenda()), shown)
        found = icalendar.Calendar.from_ical(whole.content()).walk("VTIMEZONE")
        assert [str(each["TZID"]) for each in found] == zones


def test_calendar_of_the_region_that_would_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "LIMIT", 9_000)
    monkeypatch.setattr(feed_window, "LIMIT", 9_000)
    given = [*entries(long("Laat", "datum: 1 april 2027")), *entries(long("Vroeg", "datum: 31 maart 2027"))]
    (whole, variant), shortened = calendars.of_region(region(agenda()), given)
    assert [titles(each.content()) for each in (whole, variant)] == [["Vroeg"], ["Vroeg"]]
    assert [(each.path, f"{each.last}") for each in shortened] == [("agenda.ics", "2027-03-31")]
