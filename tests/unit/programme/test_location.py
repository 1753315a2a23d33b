from __future__ import annotations

import pytest
from tests.builders import activity, network, read, rules

from meedoen.notation.fields.values import Online
from meedoen.programme.place import Place

REGION = "content/activiteiten/regio/quiz.md"
SLIEDRECHT = "content/activiteiten/sliedrecht/quiz.md"


def place_of(header: str) -> Place:
    """The place of an activity in Papendrecht."""
    found = activity(header).place
    assert found is not None
    return found


def test_place_from_the_list() -> None:
    assert place_of("locatie: Bibliotheek Papendrecht") is network().places["bibliotheek-papendrecht"]


def test_address_as_fields() -> None:
    header = "adres: {naam: Speeltuin, straat: Dorpsstraat 1, postcode: 3351 AB, plaats: Papendrecht}"
    assert place_of(header) == Place(
        "",
        "Speeltuin",
        municipality="papendrecht",
        street="Dorpsstraat 1",
        postal_code="3351 AB",
        locality="Papendrecht",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Speeltuin, Dorpsstraat 1, Papendrecht",
            Place("", "Speeltuin", municipality="papendrecht", street="Dorpsstraat 1", locality="Papendrecht"),
        ),
        ("Speeltuin, Alblasserdam", Place("", "Speeltuin", municipality="papendrecht", locality="Alblasserdam")),
        ("Speeltuin", Place("", "Speeltuin", municipality="papendrecht", locality="Papendrecht")),
        (
            "Speeltuin,  Dorpsstraat 1, achterom,Papendrecht",
            Place(
                "", "Speeltuin", municipality="papendrecht", street="Dorpsstraat 1, achterom", locality="Papendrecht"
            ),
        ),
    ],
)
def test_address_as_one_line(line: str, expected: Place) -> None:
    assert place_of(f"adres: {line}") == expected


def test_online_only_has_no_place() -> None:
    found = activity("online: https://www.example.org/kijk")
    assert (found.place, found.online) == (None, Online("https://www.example.org/kijk"))


def test_nowhere_at_all_is_reported() -> None:
    assert rules("adres:") == ["geen-plek"]


def test_place_and_address_is_reported() -> None:
    assert rules("locatie: wijkcentrum\nadres: Speeltuin") == ["overbodig-veld"]


def test_activity_of_a_municipality_is_shown_there_alone() -> None:
    assert activity().municipalities == ("papendrecht",)


def test_place_in_another_municipality_is_the_wrong_folder() -> None:
    found, problems = read("locatie: bibliotheek-sliedrecht")
    assert found is None
    assert [(each.rule, each.hint) for each in problems] == [
        (
            "verkeerde-map",
            "Zet het bestand in content/activiteiten/sliedrecht/. Of bedoelde je: bibliotheek-papendrecht?",
        )
    ]


def test_address_in_another_municipality_is_the_wrong_folder() -> None:
    assert rules("adres: {naam: Speeltuin, gemeente: sliedrecht}") == ["verkeerde-map"]


def test_municipalities_outside_regio_are_reported() -> None:
    assert rules("gemeenten: [papendrecht, sliedrecht]") == ["gemeente-te-veel"]
    assert rules("gemeenten: papendrecht") == []


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ("online: link na aanmelding", ("bonaire", "papendrecht", "sliedrecht")),
        ("online: link na aanmelding\ngemeenten: [sliedrecht, bonaire]", ("bonaire", "sliedrecht")),
        ("locatie: wijkcentrum\ngemeenten: sliedrecht", ("papendrecht", "sliedrecht")),
        ("locatie: wijkcentrum", ("bonaire", "papendrecht", "sliedrecht")),
        ("adres: Festivalweide\ngemeenten: sliedrecht", ("sliedrecht",)),
    ],
)
def test_activity_of_the_region_is_shown_where_it_says_and_where_it_is(header: str, shown: tuple[str, ...]) -> None:
    assert activity(header, path=REGION).municipalities == shown


@pytest.mark.parametrize(
    ("header", "path", "zone"),
    [
        ("locatie: wijkcentrum", "content/activiteiten/papendrecht/a.md", "Europe/Amsterdam"),
        ("locatie: bibliotheek-bonaire", "content/activiteiten/bonaire/a.md", "America/Kralendijk"),
        ("online: link na aanmelding", "content/activiteiten/bonaire/a.md", "America/Kralendijk"),
        ("locatie: bibliotheek-bonaire", REGION, "America/Kralendijk"),
        ("locatie: wijkcentrum", REGION, "Europe/Amsterdam"),
        ("online: link na aanmelding\ngemeenten: bonaire", REGION, "America/Kralendijk"),
        ("online: link na aanmelding", REGION, "Europe/Amsterdam"),
    ],
)
def test_time_zone_is_that_of_the_place_or_of_the_organisation(header: str, path: str, zone: str) -> None:
    assert activity(header, path=path).zone == zone


def test_region_with_an_unknown_municipality_is_reported() -> None:
    assert rules("gemeenten: [utrecht]", path=REGION) == ["onbekende-gemeente"]


def test_change_to_a_place_elsewhere_is_allowed_in_regio_only() -> None:
    header = "gemeenten: papendrecht\nwijzigingen: [{datum: 1-12-2026, locatie: bibliotheek-sliedrecht}]"
    changed = activity(header, path=REGION).changes[0]
    assert changed.place is network().places["bibliotheek-sliedrecht"]
    assert rules(
        "locatie: bibliotheek-sliedrecht\nwijzigingen: [{datum: 1-12-2026, locatie: wijkcentrum}]", path=SLIEDRECHT
    ) == ["verkeerde-map"]
