from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.builders import ADDRESS, activity, agenda, site

from meedoen.agenda.agenda import Window
from meedoen.agenda.revision import Past, Revision
from meedoen.outputs import data, data_fields, data_reference
from meedoen.outputs.data_fields import Property
from meedoen.outputs.site_build import Asset, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition

FOLDER = "content/activiteiten/papendrecht"
WEEKLY = "datum: 1 december 2026\nherhaling: elke dinsdag\ntot: 15 december 2026"
SCHEDULED = {"eventStatus": "https://schema.org/EventScheduled"}
FULL = (
    "samenvatting: Praten met koffie.\ndoelgroep: [18+]\nleeftijd: vanaf 18 jaar\nthema: [taal]\n"
    "programmalijn: ontmoeten\nmet: [taalhuis]\nlocatie: bibliotheek-papendrecht\nruimte: Leeszaal\nonline: https://example.org/praat\n"
    'prijs: {leden: 5, niet-leden: "7,50"}\ntaal: [nederlands]\ntoegankelijkheid: [ringleiding]\n'
    "afbeelding: {bestand: foto.jpg, alt: Een tafel, maker: De bibliotheek, licentie: CC BY 4.0}\n"
    "aanmelden: {nodig: ja, link: https://example.org/meld, plaatsen: 12, van: 1 november 2026, tot: 30 november 2026}"
)


def written(made: SiteBuild) -> str:
    """The text of the file."""
    (asset,) = data.dataset(made)
    assert isinstance(asset, Asset)
    assert asset.path == "activiteiten.json"
    return asset.content().decode()


def read(made: SiteBuild) -> Any:
    """The data, held against its schema, without fields that the schema does not know, in its order."""
    found = json.loads(written(made))
    Draft202012Validator(data_reference.data_schema()).validate(found)
    assert list(strangers(found, data_reference.data_schema())) == []
    return found


def strangers(value: Any, schema: Any) -> Iterator[str]:
    """Fields of these records that their schema does not have, or not in this order."""
    for choice in schema.get("anyOf", ()):
        if isinstance(value, dict) and choice.get("type") == "object":
            yield from strangers(value, choice)
    if isinstance(value, dict) and "properties" in schema:
        known = list(schema["properties"])
        if list(value) != [name for name in known if name in value]:
            yield str(list(value))
        for name in value.keys() & set(known):
            yield from strangers(value[name], schema["properties"][name])
    if isinstance(value, list):
        for each in value:
            yield from strangers(each, schema["items"])


def only(header: str = "", body: str = "") -> Any:
    """The one activity of a site."""
    (found,) = read(site(agenda(activity(header, body))))["activities"]
    return found


def ids(made: SiteBuild) -> list[str]:
    return [each["id"] for each in read(made)["activities"]]


def full(fields: str = FULL) -> SiteBuild:
    """A site with one activity of which everything is known."""
    each = activity(fields, "Kom **langs**.")
    revision = Revision(datetime(2026, 11, 1, 8, 0, tzinfo=UTC), datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    pictures = {each.id: (Rendition(480, 300, b""), Rendition(960, 600, b""))}
    return replace(site(agenda(each)), past=Past({each.id: revision}), pictures=pictures)


def test_everything_that_can_be_known_of_an_activity() -> None:
    found = read(full())
    assert {name: value for name, value in found.items() if name != "activities"} == {
        "name": "Agenda Papendrecht",
        "url": f"{ADDRESS}/",
        "inLanguage": "nl",
        "publisher": {"name": "Bibliotheek", "url": "https://www.example.org"},
        "dateModified": "2026-11-22T12:00:00Z",
    }
    assert found["activities"] == [
        {
            "id": "papendrecht-taalcafe",
            "uid": "papendrecht-taalcafe@agenda.example.org",
            "url": f"{ADDRESS}/activiteit/taalcafe.html",
            "name": "Taalcafé",
            "summary": "Praten met koffie.",
            "description": "Kom langs.",
            "inLanguage": ["nl"],
            "audience": [{"id": "18-plus", "name": "18 jaar en ouder"}],
            "typicalAgeRange": "18-",
            "themes": [{"id": "taal", "name": "Taal"}],
            "coreFunction": {"id": "ontmoeting-en-debat", "name": "Ontmoeting en debat"},
            "programmeLine": {"id": "ontmoeten", "name": "Elkaar ontmoeten"},
            "organizer": {"id": "bibliotheek", "name": "Bibliotheek"},
            "contributor": [{"id": "taalhuis", "name": "Taalhuis"}],
            "location": {
                "id": "bibliotheek-papendrecht",
                "name": "Bibliotheek Papendrecht",
                "address": {"streetAddress": "Markt 22", "postalCode": "3351 PB", "addressLocality": "Papendrecht"},
                "geo": {"latitude": 51.83, "longitude": 4.69},
            },
            "room": "Leeszaal",
            "virtualLocation": {"url": "https://example.org/praat"},
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "offers": [
                {"name": "leden", "price": "5.00", "priceCurrency": "EUR"},
                {"name": "niet-leden", "price": "7.50", "priceCurrency": "EUR"},
            ],
            "isAccessibleForFree": False,
            "registration": {
                "required": True,
                "url": "https://example.org/meld",
                "validFrom": "2026-11-01",
                "validThrough": "2026-11-30",
            },
            "maximumAttendeeCapacity": 12,
            "accessibility": [{"id": "ringleiding", "name": "Ringleiding"}],
            "image": {
                "url": f"{ADDRESS}/beeld/taalcafe-960.webp",
                "width": 960,
                "height": 600,
                "caption": "Een tafel",
                "creditText": "De bibliotheek",
                "license": "CC BY 4.0",
            },
            "dateCreated": "2026-11-01T08:00:00Z",
            "dateModified": "2026-11-22T12:00:00Z",
            "occurrences": [
                {"startDate": "2026-12-01T10:00:00+01:00", "endDate": "2026-12-01T11:30:00+01:00"} | SCHEDULED
            ],
        }
    ]


def test_example_has_every_field_of_the_table() -> None:
    beside = "".join(f"\n{row.key}: {row.example}" for row in data_fields.BESIDE)
    assert list(read(full(FULL + beside))["activities"][0]) == [each.name for each in data_fields.ACTIVITY]


def test_what_is_not_known_is_left_out() -> None:
    assert set(only()) == {
        "id",
        "uid",
        "url",
        "name",
        "coreFunction",
        "organizer",
        "location",
        "eventAttendanceMode",
        "occurrences",
    }


@pytest.mark.parametrize(
    ("price", "free"), [("gratis", True), ("€ 5", False), ("{leden: gratis, niet-leden: 5}", False)]
)
def test_free_is_free_for_everybody(price: str, free: bool) -> None:
    assert only(f"prijs: {price}")["isAccessibleForFree"] is free


@pytest.mark.parametrize(("age", "range_"), [("4 tot 12 jaar", "4-11"), ("tot en met 12 jaar", "0-12"), ("16+", "16-")])
def test_ages(age: str, range_: str) -> None:
    assert only(f"leeftijd: {age}")["typicalAgeRange"] == range_


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("tijd: 10.00", {"startDate": "2026-12-01T10:00:00+01:00"}),
        ("hele-dag: ja", {"startDate": "2026-12-01", "endDate": "2026-12-01"}),
        ("hele-dag: ja\neinddatum: 3 december 2026", {"startDate": "2026-12-01", "endDate": "2026-12-03"}),
        ("tijd: 21.00 - 01.00", {"startDate": "2026-12-01T21:00:00+01:00", "endDate": "2026-12-02T01:00:00+01:00"}),
        ("datum: 1 juni 2027", {"startDate": "2027-06-01T10:00:00+02:00", "endDate": "2027-06-01T11:30:00+02:00"}),
    ],
)
def test_start_and_end(header: str, expected: dict[str, str]) -> None:
    assert only(header)["occurrences"] == [expected | SCHEDULED]


def changed(change: str) -> Any:
    """What the first date of a series says with this change."""
    first, *others = only(f"{WEEKLY}\nwijzigingen:\n  - {{datum: 1 december 2026, {change}}}")["occurrences"]
    assert [each.keys() for each in others] == [{"startDate", "endDate", "eventStatus"}] * 2
    return first


TIMES = {"startDate": "2026-12-01T10:00:00+01:00", "endDate": "2026-12-01T11:30:00+01:00"}
SCHEMA = "https://schema.org/"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("status: afgelast, reden: Ziek.", TIMES | {"eventStatus": f"{SCHEMA}EventCancelled", "reason": "Ziek."}),
        ("status: uitgesteld, reden: Ziek.", TIMES | {"eventStatus": f"{SCHEMA}EventPostponed", "reason": "Ziek."}),
        ("status: vol", TIMES | SCHEDULED | {"remainingAttendeeCapacity": 0}),
        ("titel: Feest", TIMES | SCHEDULED | {"name": "Feest"}),
        ("ruimte: Leeszaal", TIMES | SCHEDULED | {"room": "Leeszaal"}),
        (
            "tijd: 14.00 - 15.00",
            {
                "startDate": "2026-12-01T14:00:00+01:00",
                "endDate": "2026-12-01T15:00:00+01:00",
                "eventStatus": f"{SCHEMA}EventRescheduled",
                "previousStartDate": "2026-12-01T10:00:00+01:00",
            },
        ),
        (
            "locatie: wijkcentrum",
            TIMES
            | SCHEDULED
            | {"location": {"id": "wijkcentrum", "name": "Wijkcentrum", "address": {"addressLocality": "Papendrecht"}}},
        ),
        (
            "status: online, online: https://example.org/praat",
            TIMES
            | {
                "eventStatus": f"{SCHEMA}EventMovedOnline",
                "location": None,
                "virtualLocation": {"url": "https://example.org/praat"},
                "eventAttendanceMode": f"{SCHEMA}OnlineEventAttendanceMode",
            },
        ),
    ],
)
def test_date_says_what_is_different(change: str, expected: dict[str, Any]) -> None:
    assert changed(change) == expected


def test_moved_date_stands_there_once() -> None:
    header = f"{WEEKLY}\nwijzigingen:\n  - {{datum: 1 december 2026, naar: 3 december 2026}}"
    assert [
        (each["startDate"][:10], each.get("previousStartDate", "")[:10]) for each in only(header)["occurrences"]
    ] == [
        ("2026-12-03", "2026-12-01"),
        ("2026-12-08", ""),
        ("2026-12-15", ""),
    ]


def test_status_of_the_whole_activity_counts_for_each_date() -> None:
    found = only(f"{WEEKLY}\nstatus: afgelast\nreden: Geen docent.")["occurrences"]
    assert [(each["eventStatus"], each["reason"]) for each in found] == [
        (f"{SCHEMA}EventCancelled", "Geen docent.")
    ] * 3


def test_only_dates_in_the_window_count_and_activities_come_by_id() -> None:
    def on(name: str, header: str) -> Activity:
        return activity(header, path=f"{FOLDER}/{name}.md")

    shown = agenda(
        on("z", "datum: 25 september 2026"),
        on("a", "datum: 1 december 2026"),
        on("oud", "datum: 24 september 2026"),
        on("ver", "datum: 1 juni 2028"),
        on("lang", "datum: 22 september 2026\nherhaling: elke dinsdag\ntot: 6 oktober 2026"),
    )
    made = site(shown)
    assert ids(made) == ["papendrecht-a", "papendrecht-lang", "papendrecht-z"]
    dates = [each["startDate"][:10] for each in read(made)["activities"][1]["occurrences"]]
    assert dates == ["2026-09-29", "2026-10-06"]
    later = replace(made, agenda=replace(shown, window=Window.around(date(2026, 9, 1))))
    assert ids(later) == [f"papendrecht-{name}" for name in ("a", "lang", "oud", "z")]


def test_each_activity_has_a_line_of_its_own() -> None:
    activities = [activity(path=f"{FOLDER}/{name}.md") for name in "ab"]
    lines = written(site(agenda(*activities))).split("\n")
    assert (lines[0][-14:], lines[1][:21], lines[1][-2:], lines[2][:21], lines[3:]) == (
        '"activities":[',
        '{"id":"papendrecht-a"',
        "},",
        '{"id":"papendrecht-b"',
        ["]}", ""],
    )


def test_empty_site_has_a_file_too() -> None:
    assert read(site(agenda()))["activities"] == []


@pytest.mark.parametrize("text", ["</script><!--", "a & b <b>", "\u2028\u2029", '"\\', "é 😀 قهوة"])
def test_hostile_text_stays_text(text: str) -> None:
    each = replace(activity(), name=text, summary=text)
    made = site(agenda(each))
    assert [(found["name"], found["summary"]) for found in read(made)["activities"]] == [(text, text)]
    assert [character for character in "<>&\u2028\u2029" if character in written(made)] == []


def test_contact_of_persons_is_not_given_away() -> None:
    header = "aanmelden: {nodig: ja, telefoon: 078-1234567, mail: iemand@example.org}"
    text = written(site(agenda(activity(header))))
    assert [word for word in ("1234567", "iemand") if word in text] == []


TABLES = (
    data_fields.DATASET, data_fields.ACTIVITY, data_fields.OCCURRENCE, data_fields.PLACE, data_fields.ADDRESS,
    data_fields.GEO, data_fields.OFFER, data_fields.REGISTRATION, data_fields.IMAGE,
)  # fmt: skip


@pytest.mark.parametrize("each", [row for table in TABLES for row in table], ids=lambda each: each.name)
def test_field_is_explained(each: Property) -> None:
    assert f"| `{each.name}` | " in data_reference.data_page()


def test_schema_is_valid() -> None:
    Draft202012Validator.check_schema(data_reference.data_schema())
