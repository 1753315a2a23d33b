from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from tests.builders import activity, dates, network

from meedoen.agenda.occurrence import Occurrence
from meedoen.notation.fields.values import AgeRange, PriceLine
from meedoen.notation.schema.activity_table import LANGUAGE_LEVELS
from meedoen.notation.schema.status import RegistrationStatus
from meedoen.notation.time.clock import Times
from meedoen.outputs.facts import IN_DUTCH
from meedoen.programme.joining import Registration
from meedoen.programme.vocabulary import Term

SERIES = "ruimte: Leeszaal\nherhaling: elke dinsdag\ntot: 29 december 2026\n"
OPENS, CLOSES = date(2026, 11, 1), date(2026, 11, 30)


def changed(fields: str) -> Occurrence:
    """The second date of a series after this change."""
    found = dates(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]")
    return next(each for each in found if each.planned == date(2026, 12, 8) and each.moved_to is None)


@pytest.mark.parametrize(
    ("fields", "state", "kind"),
    [
        ("status: afgelast, reden: x", "Gaat niet door", "afgelast"),
        ("status: uitgesteld, reden: x", "Uitgesteld. De nieuwe datum is nog niet bekend", "uitgesteld"),
        ("status: vol", "Vol", "vol"),
        ("status: online, online: link na aanmelding", "Alleen online", "online"),
        ("naar: 10-12-2026", "Nieuwe datum: was eerst dinsdag 8 december 2026", "verplaatst"),
        ("naar: 10-12-2026, tijd: 13.00", "Nieuwe datum: was eerst dinsdag 8 december 2026", "verplaatst"),
        ("tijd: 13.00 - 14.00", "Andere tijd: was eerst 10.00 tot 11.30 uur", "verplaatst"),
        ("locatie: wijkcentrum", "Andere plek: was eerst Bibliotheek Papendrecht", "verplaatst"),
        (
            "tijd: 13.00, locatie: wijkcentrum",
            "Andere tijd en plek: was eerst 10.00 tot 11.30 uur, Bibliotheek Papendrecht",
            "verplaatst",
        ),
        ("status: verplaatst, ruimte: Atelier", "Andere ruimte: was eerst Leeszaal", "verplaatst"),
        ("status: verplaatst, titel: Anders", "Gewijzigd", "verplaatst"),
        ("titel: Anders", "", ""),
        ("ruimte: Atelier", "", ""),
    ],
)
def test_state_of_a_changed_date(fields: str, state: str, kind: str) -> None:
    found = changed(fields)
    assert (IN_DUTCH.state(found), IN_DUTCH.state_kind(found)) == (state, kind)


def test_state_of_a_date_as_planned() -> None:
    assert (IN_DUTCH.state(dates("")[0]), IN_DUTCH.state_kind(dates("")[0])) == ("", "")


def test_state_of_the_old_day_of_a_moved_date() -> None:
    notice = dates("wijzigingen: [{datum: 1-12-2026, naar: 3-12-2026}]")[0]
    assert (IN_DUTCH.state(notice), IN_DUTCH.state_kind(notice)) == (
        "Verplaatst naar donderdag 3 december 2026",
        "verplaatst",
    )


def test_state_of_a_moved_date_of_an_activity_that_is_off() -> None:
    found = dates("status: afgelast\nreden: x\nwijzigingen: [{datum: 1-12-2026, naar: 3-12-2026}]")
    assert IN_DUTCH.state(found[1]) == "Gaat niet door"


@pytest.mark.parametrize(
    ("header", "when"),
    [
        ("", "dinsdag 1 december 2026, 10.00 tot 11.30 uur"),
        ("tijd: 19.30", "dinsdag 1 december 2026, vanaf 19.30 uur"),
        ("tijd: 22.00 - 1.00", "dinsdag 1 december 2026, 22.00 tot 1.00 uur"),
        ("hele-dag: ja", "dinsdag 1 december 2026, hele dag"),
        ("einddatum: 3 december 2026", "1 tot en met 3 december 2026"),
        ("einddatum: 3 december 2026\ntijd: 14.00 - 16.00", "1 tot en met 3 december 2026, 14.00 tot 16.00 uur"),
        ("datum: 30 december 2026\neinddatum: 2 januari 2027", "30 december 2026 tot en met 2 januari 2027"),
    ],
)
def test_when(header: str, when: str) -> None:
    assert IN_DUTCH.when(dates(header)[0]) == when


def test_span() -> None:
    assert IN_DUTCH.span(Times(time(10), time(11, 30), False)) == "10.00 tot 11.30 uur"
    assert IN_DUTCH.span(None) == "hele dag"


@pytest.mark.parametrize(
    ("header", "series"),
    [
        ("", ""),
        ("herhaling: elke dinsdag\ntot: 3 keer", "elke dinsdag, tot en met 15 december 2026"),
        ("herhaling: elke dinsdag\ntot: 8 december 2026\nbehalve: 8 december 2026", ""),
        ("herhaling: elke dinsdag\ntot: 3 keer\nook: 1 maart 2027", "elke dinsdag, tot en met 1 maart 2027"),
        ("ook: [8 december 2026, 9 december 2026]", "op 3 datums"),
        ("herhaling: losse data\nook: 8 december 2026", "op 2 datums"),
    ],
)
def test_series_in_words(header: str, series: str) -> None:
    assert IN_DUTCH.series(activity(header).schedule) == series


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((), ""),
        ((PriceLine("", 0),), "gratis"),
        ((PriceLine("", 750),), "€ 7,50"),
        ((PriceLine("leden", 500), PriceLine("niet-leden", 750)), "leden € 5, niet-leden € 7,50"),
        ((PriceLine("kinderen", 0), PriceLine("anderen", 300)), "kinderen gratis, anderen € 3"),
    ],
)
def test_price(lines: tuple[PriceLine, ...], text: str) -> None:
    assert IN_DUTCH.price(lines) == text


@pytest.mark.parametrize(
    ("ages", "text"),
    [
        (None, ""),
        (AgeRange(4, 11), "4 tot en met 11 jaar"),
        (AgeRange(12, 12), "12 jaar"),
        (AgeRange(16, None), "vanaf 16 jaar"),
        (AgeRange(0, None), "vanaf 0 jaar"),
        (AgeRange(None, 6), "tot en met 6 jaar"),
        (AgeRange(None, None), "alle leeftijden"),
    ],
)
def test_age(ages: AgeRange | None, text: str) -> None:
    assert IN_DUTCH.age(ages) == text


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("", ""),
        ("doelgroep: jeugd", "Jeugd"),
        ("doelgroep: [18+, jeugd]", "Jeugd en 18 jaar en ouder"),
        ("leeftijd: vanaf 16 jaar", "vanaf 16 jaar"),
        ("doelgroep: jeugd\nleeftijd: 4 tot 12 jaar", "Jeugd (4 tot en met 11 jaar)"),
    ],
)
def test_audience(header: str, text: str) -> None:
    assert IN_DUTCH.audience(activity(header)) == text


@pytest.mark.parametrize(
    ("given", "today", "sentences"),
    [
        (None, None, ()),
        (Registration("nee"), OPENS, ("Je hoeft je niet aan te melden.",)),
        (Registration("ja"), OPENS, ("Meld je vooraf aan.",)),
        (Registration("handig"), OPENS, ("Aanmelden is handig, maar hoeft niet.",)),
        (
            Registration("ja", status=RegistrationStatus.FULL),
            OPENS,
            ("Meld je vooraf aan.", "Alle plaatsen zijn bezet."),
        ),
        (
            Registration("ja", status=RegistrationStatus.WAITING_LIST),
            OPENS,
            ("Meld je vooraf aan.", "Alle plaatsen zijn bezet. Je kunt op de wachtlijst."),
        ),
        (
            Registration("ja", status=RegistrationStatus.CLOSED),
            None,
            ("Meld je vooraf aan.", "De aanmelding is gesloten."),
        ),
        (
            Registration("ja", status=RegistrationStatus.NOT_YET_OPEN),
            OPENS,
            ("Meld je vooraf aan.", "De aanmelding is nog niet open."),
        ),
        (
            Registration("ja", opens=OPENS, closes=CLOSES),
            date(2026, 10, 31),
            (
                "Meld je vooraf aan.",
                "Aanmelden kan vanaf zondag 1 november 2026.",
                "Aanmelden kan tot en met maandag 30 november 2026.",
            ),
        ),
        (
            Registration("ja", opens=OPENS, closes=CLOSES),
            OPENS,
            ("Meld je vooraf aan.", "Aanmelden kan tot en met maandag 30 november 2026."),
        ),
        (
            Registration("ja", opens=OPENS, closes=CLOSES),
            date(2026, 12, 1),
            ("Meld je vooraf aan.", "De aanmelding is gesloten."),
        ),
        (Registration("ja", capacity=1), OPENS, ("Meld je vooraf aan.", "Er is plek voor 1 persoon.")),
        (Registration("ja", capacity=12), OPENS, ("Meld je vooraf aan.", "Er is plek voor 12 mensen.")),
    ],
)
def test_registration(given: Registration | None, today: date | None, sentences: tuple[str, ...]) -> None:
    assert IN_DUTCH.registration(given, today) == sentences


@pytest.mark.parametrize(
    ("header", "where"),
    [
        ("", "Bibliotheek Papendrecht"),
        ("ruimte: Leeszaal", "Bibliotheek Papendrecht, Leeszaal"),
        ("online: link na aanmelding", "Online"),
        ("adres: Speeltuin, Papendrecht", "Speeltuin"),
    ],
)
def test_where(header: str, where: str) -> None:
    assert IN_DUTCH.where(dates(header)[0]) == where


def test_ages_are_not_said_again_behind_a_target_group_that_names_them() -> None:
    group = (Term("12-18", "12 tot 18 jaar"),)
    assert IN_DUTCH.ages_besides(group, AgeRange(12, 17)) == ""
    assert IN_DUTCH.ages_besides(group, AgeRange(14, None)) == "vanaf 14 jaar"
    assert IN_DUTCH.ages_besides((), AgeRange(12, 17)) == "12 tot en met 17 jaar"
    assert IN_DUTCH.ages_besides(group, None) == ""


def test_language_level_says_what_it_is() -> None:
    assert IN_DUTCH.language_level("A1") == "Je hebt Nederlands nodig op niveau A1: je kent woorden en korte zinnen."
    assert all(IN_DUTCH.language_level(level).endswith(".") for level in LANGUAGE_LEVELS)


def test_accessibility_of_the_activity_and_of_the_place_each_once() -> None:
    place = replace(network().places["wijkcentrum"], accessibility=("rolstoel", "ringleiding", "onbekend"))
    found = activity("toegankelijkheid: ringleiding")
    assert [each.name for each in IN_DUTCH.accessibility(found, place, network())] == ["Ringleiding", "Met rolstoel"]
    assert [each.name for each in IN_DUTCH.accessibility(found, None, network())] == ["Ringleiding"]


def test_map_by_point_or_by_address() -> None:
    place = network().places["bibliotheek-papendrecht"]
    assert IN_DUTCH.map_link(place) == "https://www.openstreetmap.org/?mlat=51.83&mlon=4.69#map=18/51.83/4.69"
    assert IN_DUTCH.map_link(replace(place, point=None)) == (
        "https://www.openstreetmap.org/search?query=Markt%2022%2C%203351%20PB%20Papendrecht"
    )
    assert IN_DUTCH.map_link(replace(place, point=None, street="")) == ""


def test_telephone_number_as_an_address() -> None:
    assert IN_DUTCH.telephone("+31 78 - 123 45 67") == "tel:+31781234567"
