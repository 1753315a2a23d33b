from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.builders import ADDRESS, TODAY, activity, agenda, site

from meedoen.outputs import inline_json, linked_data, schema_org
from meedoen.outputs.detail import activities
from meedoen.outputs.site_build import Page
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition
from meedoen.programme.place import Place

SCHEMA = "https://schema.org/"
WEEKLY = "datum: 1 december 2026\nherhaling: elke dinsdag\ntot: 15 december 2026\nsamenvatting: Praten."
PAGE = f"{ADDRESS}/activiteit/taalcafe.html"
LIBRARY = {
    "@type": "Place",
    "name": "Bibliotheek Papendrecht",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Markt 22",
        "postalCode": "3351 PB",
        "addressLocality": "Papendrecht",
        "addressCountry": "NL",
    },
    "geo": {"@type": "GeoCoordinates", "latitude": 51.83, "longitude": 4.69},
}
FULL = (
    "samenvatting: Praten met koffie.\ndoelgroep: [18+]\nleeftijd: vanaf 18 jaar\nmet: [taalhuis]\nruimte: Leeszaal\n"
    "locatie: bibliotheek-papendrecht\nonline: https://example.org/praat\n"
    'prijs: {leden: gratis, niet-leden: "7,50"}\ntaal: [nederlands]\n'
    "afbeelding: {bestand: foto.jpg, alt: Een tafel}\n"
    "aanmelden: {nodig: ja, link: https://example.org/meld, plaatsen: 12, van: 1 november 2026, tot: 30 november 2026}"
)


def text(each: Activity, today: date = TODAY, site_: str = "papendrecht") -> str:
    """The linked data of the page of this activity."""
    build = site(agenda(each, today=today, site=site_))
    if each.image:
        build = replace(build, pictures={each.id: (Rendition(480, 300, b""), Rendition(960, 600, b""))})
    (page,) = (found for found in activities(build) if isinstance(found, Page))
    return str(linked_data.linked_data(build, page.context["occurrence"]))


def event(header: str = "", body: str = "", today: date = TODAY) -> Any:
    """The same, read back."""
    return json.loads(text(activity(header, body), today))


def changed(change: str, today: date = TODAY) -> Any:
    """The event of a series of which the first date has this change, as far as it differs from one without."""
    header = f"{WEEKLY}\nwijzigingen:\n  - {{datum: 1 december 2026, {change}}}"
    usual, found = event(WEEKLY, today=today), event(header, today=today)
    return {name: found.get(name) for name in sorted(usual.keys() | found.keys()) if found.get(name) != usual.get(name)}


def test_everything_that_can_be_known_of_an_event() -> None:
    more = {
        "availability": f"{SCHEMA}InStock",
        "url": "https://example.org/meld",
        "validFrom": "2026-11-01",
        "validThrough": "2026-11-30",
    }
    assert event(FULL, "Kom **langs**.") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": "papendrecht-taalcafe@agenda.example.org",
        "url": PAGE,
        "name": "Taalcafé",
        "description": "Praten met koffie.",
        "image": f"{ADDRESS}/beeld/taalcafe-960.webp",
        "startDate": "2026-12-01T10:00:00+01:00",
        "endDate": "2026-12-01T11:30:00+01:00",
        "eventStatus": f"{SCHEMA}EventScheduled",
        "eventAttendanceMode": f"{SCHEMA}MixedEventAttendanceMode",
        "location": [LIBRARY, {"@type": "VirtualLocation", "url": "https://example.org/praat"}],
        "offers": [
            {"@type": "Offer", "name": "leden", "price": "0", "priceCurrency": "EUR"} | more,
            {"@type": "Offer", "name": "niet-leden", "price": "7.50", "priceCurrency": "EUR"} | more,
        ],
        "isAccessibleForFree": False,
        "organizer": {"@type": "Organization", "name": "Bibliotheek"},
        "contributor": [{"@type": "Organization", "name": "Taalhuis"}],
        "inLanguage": ["nl"],
        "audience": [{"@type": "Audience", "audienceType": "18 jaar en ouder"}],
        "typicalAgeRange": "18-",
        "maximumAttendeeCapacity": 12,
    }


def test_what_is_not_known_is_left_out() -> None:
    assert list(event()) == [
        "@context", "@type", "identifier", "url", "name", "description", "startDate", "endDate", "eventStatus",
        "eventAttendanceMode", "location", "organizer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("tijd: 10.00", "2026-12-01T10:00:00+01:00", None),
        ("hele-dag: ja\neinddatum: 3 december 2026", "2026-12-01", "2026-12-03"),
        ("tijd: 21.00 - 01.00", "2026-12-01T21:00:00+01:00", "2026-12-02T01:00:00+01:00"),
        ("datum: 1 juni 2027", "2027-06-01T10:00:00+02:00", "2027-06-01T11:30:00+02:00"),
    ],
)
def test_start_and_end_with_the_offset_of_the_day(header: str, start: str, end: str | None) -> None:
    found = event(header)
    assert (found["startDate"], found.get("endDate")) == (start, end)


def test_series_is_told_by_its_next_date_and_then_by_its_last() -> None:
    days = [event(WEEKLY, today=date(2026, 12, day))["startDate"][:10] for day in (1, 2, 9, 16)]
    assert days == ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-15"]


@pytest.mark.parametrize(
    ("header", "status"),
    [("status: afgelast\nreden: Ziek.", "EventCancelled"), ("status: uitgesteld\nreden: Ziek.", "EventPostponed")],
)
def test_what_is_off_keeps_its_date(header: str, status: str) -> None:
    found = event(f"{header}\nprijs: gratis")
    assert (found["eventStatus"], found["startDate"]) == (f"{SCHEMA}{status}", "2026-12-01T10:00:00+01:00")
    assert found["offers"] == [{"@type": "Offer", "price": "0", "priceCurrency": "EUR"}]


def test_cancelled_date_of_a_series_gives_way_to_the_next() -> None:
    assert changed("status: afgelast, reden: Ziek.") == {
        "startDate": "2026-12-08T10:00:00+01:00",
        "endDate": "2026-12-08T11:30:00+01:00",
    }


def test_new_time_comes_with_the_old_one() -> None:
    assert changed("tijd: 14.00 - 15.00") == {
        "startDate": "2026-12-01T14:00:00+01:00",
        "endDate": "2026-12-01T15:00:00+01:00",
        "eventStatus": f"{SCHEMA}EventRescheduled",
        "previousStartDate": "2026-12-01T10:00:00+01:00",
    }


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2026, 12, 1)])
@pytest.mark.parametrize("to", [3, 2])
def test_new_day_comes_with_the_old_one(to: int, today: date) -> None:
    header = f"datum: 1 december 2026\nwijzigingen:\n  - {{datum: 1 december 2026, naar: {to} december 2026}}"
    found = event(header, today=today)
    assert [found[name] for name in ("startDate", "previousStartDate", "eventStatus")] == [
        f"2026-12-0{to}T10:00:00+01:00",
        "2026-12-01T10:00:00+01:00",
        f"{SCHEMA}EventRescheduled",
    ]


def test_page_that_shows_the_notice_of_a_move_tells_the_new_date() -> None:
    header = "datum: 10 december 2026\nwijzigingen:\n  - {datum: 10 december 2026, naar: 3 december 2026}"
    found = event(header, today=date(2026, 12, 5))
    assert (found["startDate"][:10], found["previousStartDate"][:10]) == ("2026-12-03", "2026-12-10")


def test_cancelled_after_a_move_has_no_previous_start() -> None:
    found = event(
        "datum: 1 december 2026\nstatus: afgelast\nreden: Ziek.\n"
        "wijzigingen:\n  - {datum: 1 december 2026, naar: 3 december 2026}"
    )
    assert (found["eventStatus"], "previousStartDate" in found) == (f"{SCHEMA}EventCancelled", False)


def test_moved_online() -> None:
    assert changed("status: online, online: https://example.org/praat") == {
        "eventStatus": f"{SCHEMA}EventMovedOnline",
        "eventAttendanceMode": f"{SCHEMA}OnlineEventAttendanceMode",
        "location": {"@type": "VirtualLocation", "url": "https://example.org/praat"},
    }


@pytest.mark.parametrize(
    "header",
    ["online: link na aanmelding", "online: https://example.org/praat\nstatus: afgelast\nreden: Ziek."],
)
def test_link_that_is_not_public_or_of_no_use_is_the_page(header: str) -> None:
    assert event(header)["location"] == {"@type": "VirtualLocation", "url": PAGE}


def test_other_place_of_one_date() -> None:
    assert changed("locatie: wijkcentrum") == {
        "location": {
            "@type": "Place",
            "name": "Wijkcentrum",
            "address": {"@type": "PostalAddress", "addressLocality": "Papendrecht", "addressCountry": "NL"},
        }
    }


def test_place_on_bonaire_is_not_in_the_netherlands() -> None:
    each = activity("locatie: bibliotheek-bonaire", path="content/activiteiten/bonaire/praat.md")
    found = json.loads(text(each, site_="bonaire"))
    assert found["startDate"] == "2026-12-01T10:00:00-04:00"
    assert found["location"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Kralendijk",
        "addressCountry": "BQ",
    }


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "Buurthuis, Kerkstraat 1, 3351 AB Dorp",
            {"streetAddress": "Kerkstraat 1", "postalCode": "3351 AB", "addressLocality": "Dorp"},
        ),
        ("Buurthuis", {"addressLocality": "Papendrecht"}),
        ("{naam: Buurthuis}", {"addressLocality": "Papendrecht"}),
    ],
)
def test_address_of_one_activity(address: str, expected: dict[str, str]) -> None:
    found = event(f"adres: {address}")["location"]["address"]
    assert found == {"@type": "PostalAddress", **expected, "addressCountry": "NL"}


@pytest.mark.parametrize(
    ("typed", "written"), [("3351ab", "3351 AB"), ("3351 AB", "3351 AB"), ("B-2000", "B-2000"), ("", "")]
)
def test_postal_code(typed: str, written: str) -> None:
    place = schema_org.location(Place("", "Buurthuis", postal_code=typed, locality="Dorp"))
    assert place["address"].get("postalCode", "") == written


@pytest.mark.parametrize(
    ("registration", "today", "availability"),
    [
        ("{nodig: nee}", TODAY, "InStock"),
        ("{nodig: ja}", TODAY, "InStock"),
        ("{nodig: ja, status: vol}", TODAY, "SoldOut"),
        ("{nodig: ja, status: wachtlijst}", TODAY, "SoldOut"),
        ("{nodig: ja, status: gesloten}", TODAY, None),
        ("{nodig: ja, van: 25 november 2026}", TODAY, None),
        ("{nodig: ja, van: 25 november 2026}", date(2026, 11, 25), "InStock"),
        ("{nodig: ja, tot: 24 november 2026}", date(2026, 11, 25), None),
        ("{nodig: ja}", date(2026, 12, 2), None),
    ],
)
def test_availability_is_what_the_page_says(registration: str, today: date, availability: str | None) -> None:
    (offer,) = event(f"prijs: 5\naanmelden: {registration}", today=today)["offers"]
    assert (offer["price"], offer.get("availability")) == ("5", SCHEMA + availability if availability else None)


def test_full_date_without_a_price_is_sold_out_too() -> None:
    found = changed("status: vol")
    assert found == {
        "offers": [{"@type": "Offer", "availability": f"{SCHEMA}SoldOut"}],
        "remainingAttendeeCapacity": 0,
    }


@pytest.mark.parametrize(("price", "free"), [("gratis", True), ("{leden: gratis, niet-leden: 5}", False)])
def test_free_is_free_for_everybody(price: str, free: bool) -> None:
    assert event(f"prijs: {price}")["isAccessibleForFree"] is free


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", "Taalcafé, dinsdag 1 december 2026, 10.00 tot 11.30 uur"),
        ("Kom **langs**.\n\n- koffie", "Kom langs. - koffie"),
        ("woord " * 60, "woord " * 48 + "woord…"),
        ("a" * 301, "a" * 299 + "…"),
    ],
)
def test_description_without_a_summary(body: str, expected: str) -> None:
    assert event(body=body)["description"] == expected


@pytest.mark.parametrize("hostile", ["</script><script>", "<!--", "]]>", "\u2028\u2029", '"\\', "a & b", "é 😀 قهوة"])
def test_hostile_text_stays_text(hostile: str) -> None:
    each = replace(activity(), name=hostile, summary=hostile, place=Place("", hostile))
    written = text(each)
    found = json.loads(written)
    assert (found["name"], found["description"], found["location"]["name"]) == (hostile, hostile, hostile)
    assert [character for character in "<>&\u2028\u2029" if character in written] == []


def test_contact_of_persons_is_not_given_away() -> None:
    written = text(activity("prijs: 5\naanmelden: {nodig: ja, telefoon: 078-1234567, mail: iemand@example.org}"))
    assert [word for word in ("1234567", "iemand") if word in written] == []


def test_what_activities_share_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[schema_org.Record]()
    shared = "doelgroep: [18+]\nprijs: 3,21\nlocatie: bibliotheek-papendrecht"
    first, second = (
        activity(f"titel: {name}\n{shared}", path=f"content/activiteiten/papendrecht/{name}.md") for name in ("a", "b")
    )
    text(first)

    def encoded(record: schema_org.Record) -> str:
        told.append(record)
        return inline_json.encoded(record)

    monkeypatch.setattr(linked_data, "encoded", encoded)
    found = json.loads(text(second))
    assert (found["name"], found["offers"][0]["price"], len(told)) == ("b", "3.21", 1)
    assert "offers" not in told[0]
