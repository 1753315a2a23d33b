from __future__ import annotations

from datetime import date, time

import pytest
from tests.builders import activity, read, rules

from meedoen.notation.schema.status import RegistrationStatus
from meedoen.notation.time.clock import Times
from meedoen.programme.joining import Image, ProgrammeItem, Registration

OPENS, CLOSES = date(2026, 11, 1), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("niet nodig", Registration("nee")),
        ("vrije inloop", Registration("nee")),
        ("nodig", Registration("ja")),
        ("Verplicht", Registration("ja")),
        ("handig", Registration("handig")),
        ("https://www.example.org/aanmelden", Registration("ja", "https://www.example.org/aanmelden")),
        ("{link: www.example.org}", Registration("ja", "https://www.example.org")),
        ("{nodig: handig, telefoon: 078 123 45 67}", Registration("handig", phone="078 123 45 67")),
        ("{mail: info@example.org, plaatsen: 12}", Registration("ja", mail="info@example.org", capacity=12)),
        ("{van: 1-11-2026, tot: 30-11-2026}", Registration("ja", opens=OPENS, closes=CLOSES)),
        ("{status: wachtlijst}", Registration("ja", status=RegistrationStatus.WAITING_LIST)),
    ],
)
def test_registration(text: str, expected: Registration) -> None:
    assert activity(f"aanmelden: {text}").registration == expected


def test_registration_that_is_not_there() -> None:
    assert activity().registration is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("bij de balie", "geen-keuze"),
        ("{nodig: soms}", "geen-keuze"),
        ("{link: hier}", "geen-link"),
        ("{telefoon: bel}", "geen-telefoon"),
        ("{mail: mail}", "geen-mail"),
        ("{plaatsen: veel}", "geen-getal"),
        ("{van: 30-11-2026, tot: 1-11-2026}", "einde-voor-begin"),
        ("[nodig]", "verkeerde-vorm"),
    ],
)
def test_registration_that_cannot_be_read(text: str, rule: str) -> None:
    assert rules(f"aanmelden: {text}") == [rule]


@pytest.mark.parametrize(
    ("given", "today", "status"),
    [
        (Registration("ja"), OPENS, "open"),
        (Registration("ja", status=RegistrationStatus.FULL), OPENS, "vol"),
        (Registration("ja", status=RegistrationStatus.NOT_YET_OPEN), OPENS, "nog niet open"),
        (Registration("ja", opens=OPENS, closes=CLOSES), date(2026, 10, 31), "nog niet open"),
        (Registration("ja", opens=OPENS, closes=CLOSES), OPENS, "open"),
        (Registration("ja", opens=OPENS, closes=CLOSES), CLOSES, "open"),
        (Registration("ja", opens=OPENS, closes=CLOSES), date(2026, 12, 1), "gesloten"),
        (Registration("ja", status=RegistrationStatus.NOT_YET_OPEN, opens=OPENS), OPENS, "open"),
        (Registration("ja", status=RegistrationStatus.CLOSED, opens=OPENS), OPENS, "gesloten"),
        (Registration("ja", status=RegistrationStatus.WAITING_LIST, closes=CLOSES), date(2026, 12, 1), "wachtlijst"),
    ],
)
def test_registration_status_on_a_day(given: Registration, today: date, status: str) -> None:
    assert given.status_on(today) == status


def test_programme_is_in_order_of_time_and_then_of_the_file() -> None:
    found = activity(
        "programma:\n  - {tijd: 11.00 - 12.00, titel: Lunch}\n  - {tijd: 10.00, titel: Welkom, ruimte: Vide}\n"
        "  - {tijd: 10.30 - 11.00, titel: Zang, door: Koor}\n  - {tijd: 10.30 - 11.00, titel: Dans}"
    )
    assert found.programme == (
        ProgrammeItem(Times(time(10), None, False), "Welkom", "Vide"),
        ProgrammeItem(Times(time(10, 30), time(11), False), "Zang", by="Koor"),
        ProgrammeItem(Times(time(10, 30), time(11), False), "Dans"),
        ProgrammeItem(Times(time(11), time(12), False), "Lunch"),
    )


def test_programme_without_a_time_is_reported() -> None:
    assert rules("programma: [{titel: Welkom}]") == ["ontbrekend-veld"]


def test_image_with_everything() -> None:
    found = activity("afbeelding: {bestand: taal.jpg, alt: Twee mensen, maker: Bibliotheek, licentie: CC BY 4.0}")
    assert found.image == Image("taal.jpg", "Twee mensen", "Bibliotheek", "CC BY 4.0")


def test_image_as_one_word_asks_for_its_description() -> None:
    found, problems = read("afbeelding: taal.jpg")
    assert [each.rule for each in problems] == ["alt-ontbreekt"]
    assert found is not None
    assert found.image == Image("taal.jpg")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("../geheim.jpg", "verkeerde-bestandsnaam"),
        ("map/foto.jpg", "verkeerde-bestandsnaam"),
        ("C:\\foto.jpg", "verkeerde-bestandsnaam"),
        ("foto", "verkeerde-bestandsnaam"),
        (".jpg", "verkeerde-bestandsnaam"),
        ("fotó.jpg", "verkeerde-bestandsnaam"),
        ("foto van ons.jpg", "verkeerde-bestandsnaam"),
        ("foto.svg", "verkeerd-bestandstype"),
        ("foto.gif", "verkeerd-bestandstype"),
        ("foto.jpg.exe", "verkeerde-bestandsnaam"),
    ],
)
def test_image_with_another_name(name: str, rule: str) -> None:
    assert rules(f"afbeelding: {{bestand: '{name}', alt: x}}") == [rule]
