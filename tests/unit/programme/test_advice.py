from __future__ import annotations

import pytest
from tests.builders import PATH, TODAY, read, rules

from meedoen.language.problems import FilePosition
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.programme.plain_language import LONGEST_SENTENCE


def hints(header: str, body: str = "") -> list[str]:
    """The rules of the hints for the writer of these fields."""
    return rules(header, body, today=TODAY)


def test_plain_activity_has_no_hints() -> None:
    assert hints("", "Kom praten. Iedereen is welkom.") == []


def test_hints_are_only_for_who_writes() -> None:
    assert rules("organisator: taalhuis\ntitel: KOM ALLEMAAL PRATEN", "We faciliteren koffie.") == []


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("datum: 23 november 2026", ["datum-voorbij"]),
        ("datum: 24 november 2026", []),
        ("datum: 20 november 2026\neinddatum: 24 november 2026", []),
        ("datum: 20 november 2026\neinddatum: 23 november 2026", ["datum-voorbij"]),
        ("datum: 17 november 2026\nook: 24 november 2026", []),
        ("datum: 20 november 2026\neinddatum: 21 november 2026\nook: 1 december 2026", []),
        ("datum: 1 juli 2028", ["datum-ver-weg"]),
        ("datum: 1 mei 2028", []),
    ],
)
def test_dates_that_look_like_a_slip(header: str, found: list[str]) -> None:
    assert hints(header) == found


def test_core_function_that_nobody_can_tell() -> None:
    assert hints("organisator: taalhuis") == ["kernfunctie-ontbreekt"]
    assert hints("organisator: taalhuis\nprogrammalijn: ontmoeten") == []
    assert hints("organisator: taalhuis\nproject: taal-in-de-wijk") == []
    assert hints("organisator: taalhuis\nproject: zonder") == ["kernfunctie-ontbreekt"]


def test_title_in_capitals() -> None:
    _, problems = read("titel: KOM JE OOK PRATEN?", today=TODAY)
    assert [(each.rule, each.hint) for each in problems] == [("hoofdletters", "Typ: titel: Kom je ook praten?")]
    assert hints("titel: CJP-DAG") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel 06 12345678.", ["persoonsgegevens"]),
        ("Bel 06-1234 5678.", ["persoonsgegevens"]),
        ("Bel +31 6 12 34 56 78.", ["persoonsgegevens"]),
        ("Mail jan.jansen@gmail.com.", ["persoonsgegevens"]),
        ("Mail info@example.org of bel 078 123 45 67.", []),
        ("Nummer 111222333 op de lijst.", ["persoonsgegevens"]),
        ("Nummer 111222334 op de lijst.", []),
        ("Nummer 1112223330 op de lijst.", []),
        ("Nummer 000000000.", []),
    ],
)
def test_private_data_in_the_text(text: str, found: list[str]) -> None:
    assert hints("", text) == found


ADDRESS = "locatie:\ntoegankelijkheid: [ringleiding]\n"
PROSE = {
    **{row.key: f"{row.key}: Bel 06 12345678" for row in ACTIVITY if row.is_prose},
    "prijs": "prijs: {leden: gratis, bel 06 12345678: 5}",
    "adres": ADDRESS + "adres: Tuin 06 12345678, Papendrecht",
    "afbeelding.alt": "afbeelding: {bestand: a.png, alt: Bel 06 12345678}",
    "afbeelding.maker": "afbeelding: {bestand: a.png, alt: Thee, maker: Bel 06 12345678}",
    "afbeelding.licentie": "afbeelding: {bestand: a.png, alt: Thee, licentie: Bel 06 12345678}",
    "adres.naam": ADDRESS + "adres: {naam: Bel 06 12345678, plaats: Papendrecht}",
    "adres.straat": ADDRESS + "adres: {naam: Tuin, straat: Bel 06 12345678, plaats: Papendrecht}",
    "adres.postcode": ADDRESS + 'adres: {naam: Tuin, postcode: "0612345678", plaats: Papendrecht}',
    "adres.plaats": ADDRESS + "adres: {naam: Tuin, plaats: Bel 06 12345678}",
    "wijzigingen.reden": "wijzigingen: [{datum: 1 december 2026, status: afgelast, reden: Bel 06 12345678}]",
    "wijzigingen.ruimte": "wijzigingen: [{datum: 1 december 2026, ruimte: Bel 06 12345678}]",
    "wijzigingen.titel": "wijzigingen: [{datum: 1 december 2026, titel: Bel 06 12345678}]",
    "programma.titel": "programma: [{tijd: 10.00 - 10.30, titel: Bel 06 12345678}]",
    "programma.ruimte": "programma: [{tijd: 10.00 - 10.30, titel: Welkom, ruimte: Bel 06 12345678}]",
    "programma.door": "programma: [{tijd: 10.00 - 10.30, titel: Welkom, door: Bel 06 12345678}]",
}


def test_every_part_of_the_writer_s_own_words_is_tried() -> None:
    parts = {f"{row.key}.{part.key}": part for row in ACTIVITY for part in row.parts or ()}
    assert {key for key, part in parts.items() if part.is_prose} == {key for key in PROSE if "." in key}


def test_fields_of_the_writer_s_own_words() -> None:
    assert {"titel", "samenvatting", "beschrijving", "ruimte", "hulp-gezocht", "reden"} <= set(PROSE)


@pytest.mark.parametrize("key", PROSE)
def test_private_data_in_any_field_that_residents_read(key: str) -> None:
    assert [rule for rule in hints(PROSE[key]) if rule == "persoonsgegevens"] == ["persoonsgegevens"]


def test_words_of_a_name_are_nobodys_to_change() -> None:
    assert hints("programma: [{tijd: 10.00 - 10.30, titel: Wij faciliteren, door: Participatie faciliteren}]") == [
        "moeilijk-woord"
    ]


def test_private_data_in_a_field_stands_at_its_words() -> None:
    _, problems = read("samenvatting: Bel 0612345678 voor meer.", today=TODAY)
    assert [each.place for each in problems] == [FilePosition(PATH, 2, 19, 10)]


def test_hard_word_names_the_simple_one() -> None:
    _, problems = read("titel: Taalcafé", "Iedereen kan\nParticiperen in de wijk.", today=TODAY)
    assert [(each.place, each.hint) for each in problems] == [(FilePosition(PATH, 8, 1, 12), "Makkelijker is: meedoen")]


@pytest.mark.parametrize(
    "text", ["https://www.example.org/participeren", "[x](https://a.nl/faciliteren)", "gefaciliteerd"]
)
def test_hard_word_in_an_address_or_another_word_is_left_alone(text: str) -> None:
    assert hints("", text) == []


def test_long_sentence_stands_at_its_start() -> None:
    words = " ".join(["woord"] * (LONGEST_SENTENCE + 1))
    _, problems = read("", f"Kort.\n\nEerst kort. {words}.", today=TODAY)
    assert [(each.rule, each.place.line, each.place.column, each.message) for each in problems] == [
        ("lange-zin", 9, 13, "Deze zin heeft 29 woorden.")
    ]
    assert hints("", " ".join(["woord"] * LONGEST_SENTENCE)) == []


def test_list_without_full_stops_is_no_long_sentence() -> None:
    assert hints("", "\n".join(f"- {'woord ' * 8}" for _ in range(10))) == []


def test_too_many_labels() -> None:
    assert hints("sdg: [4, 10]") == []
    assert hints("doelgroep: [jeugd, 18+]\nthema: [taal, techniek]") == []


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("locatie: wijkcentrum", []),
        ("adres: Speeltuin, Dorpsstraat 1, Papendrecht", ["toegankelijkheid-ontbreekt"]),
        ("adres: {naam: Speeltuin, plaats: Papendrecht}", ["toegankelijkheid-ontbreekt"]),
        ("adres: Speeltuin, Dorpsstraat 1, Papendrecht\ntoegankelijkheid: [rolstoel]", []),
        ("online: link na aanmelding", []),
    ],
)
def test_access_is_asked_of_a_place_that_the_library_does_not_know(header: str, found: list[str]) -> None:
    assert hints(header) == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("titel: Taalcafé op 1 december", ["titel-met-datum"]),
        ("titel: Taalcafé op 8 december\nherhaling: elke dinsdag\ntot: 3 keer", ["titel-met-datum"]),
        ("titel: Festival 3 december\nhele-dag: ja\neinddatum: 4 december 2026", ["titel-met-datum"]),
        ("titel: Taalcafé", []),
    ],
)
def test_title_that_repeats_the_date(header: str, found: list[str]) -> None:
    assert hints(header) == found
