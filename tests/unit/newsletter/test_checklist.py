from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.builders import activity, agenda
from tests.newsletter.writing import build, full, item, letter, weekly

from meedoen.newsletter.checklist import Check, checks
from meedoen.outputs.letter import Letter, Picture, Section

HTML = '<a href="https://example.org/">x</a><a href="mailto:a@example.org">y</a>'


def found(given: Letter, html: str = HTML, *, today: date = date(2026, 11, 26)) -> Mapping[str, Check]:
    own = build()
    own = replace(own, agenda=agenda(activity(), today=today))
    return {each.name: each for each in checks(own, given, html)}


def edited(**changed: object) -> Letter:
    return replace(weekly(), edition=replace(weekly().edition, **changed))  # type: ignore[arg-type]


def test_good_letter_has_nothing_left_to_do() -> None:
    points = found(edited(preheader="Van een taalcafé tot een open podium."))
    assert {name: each.found for name, each in points.items()} == {
        "Onderwerp": "44 tekens",
        "Voorproefje": "37 tekens",
        "Grootte": "0 kB",
        "Activiteiten": "8",
        "Links": "2",
        "Al geweest": "0",
        "Laatste dag": "zondag 6 december 2026",
        "Plaatjes": "1, zonder beschrijving: 0",
        "Tekst die op code lijkt": "0",
        "Vastgelegd": "ja",
    }
    assert [name for name, each in points.items() if not each.well] == []


LONG = letter(Section("x", "X", tuple(map(item, range(41)))))
BARE = letter(
    Section("x", "X", (item(0, picture=Picture(url="https://example.org/x.jpg", width=9, height=9, alt="")),))
)
PAST = letter(Section("x", "X", (item(0, id="papendrecht-taalcafe"),)))


@pytest.mark.parametrize(
    ("given", "name", "todo"),
    [
        (edited(subject=""), "Onderwerp", "Zet in het bestand een onderwerp. Noem iets uit de brief."),
        (edited(subject="x" * 61), "Onderwerp", "Een telefoon laat het einde niet zien. Blijf onder de 60 tekens."),
        (edited(preheader="Kort"), "Voorproefje",
         "Maak het langer: minstens 30 tekens. Anders zet het mailprogramma er iets achter."),
        (edited(preheader="x" * 161), "Voorproefje", "Maak het korter: hooguit 160 tekens."),
        (edited(preheader=weekly().edition.subject), "Voorproefje",
         "Dit is hetzelfde als het onderwerp. Zeg hier iets anders."),
        (LONG, "Activiteiten", "Dat leest niemand uit. Blijf onder de 40."),
        (letter(), "Activiteiten", "Er staat niets in. Kies andere dagen of andere rubrieken, of sla deze brief over."),
        (BARE, "Plaatjes", "Bij het plaatje van “Taalcafé” staat niet wat erop staat. Vul dat aan."),
        (edited(settled=False), "Vastgelegd",
         "Is de brief goed? Typ: meedoen nieuwsbrief vastleggen papendrecht-2026-w49. Verstuur hem daarna."),
    ],
)  # fmt: skip
def test_point_says_what_to_do(given: Letter, name: str, todo: str) -> None:
    open_ = {each.name: each.todo for each in found(given).values() if not each.well}
    assert open_[name] == todo


def test_what_has_been_is_named() -> None:
    late = date(2027, 1, 4)
    points = found(PAST, today=late)
    assert [points[each].todo for each in ("Al geweest", "Laatste dag")] == [
        "“Taalcafé” is al geweest. Haal het uit de brief: zet het kenmerk bij weglaten.",
        "Alle dagen van deze brief zijn voorbij. Maak een nieuwe.",
    ]
    assert [found(PAST)[each].well for each in ("Al geweest", "Laatste dag")] == [True, True]


def test_size_and_links_are_those_of_what_goes_out() -> None:
    points = found(full(), HTML + '<a href="http://example.org/&amp;">z</a>' + "x" * 80_000)
    assert (points["Grootte"].found, points["Grootte"].todo) == (
        "80 kB", "Gmail laat het einde niet zien. Neem minder activiteiten op.",
    )  # fmt: skip
    assert points["Links"].todo == "Deze begint niet met https://: “http://example.org/&”. Verander hem."


def test_code_is_named_though_readers_will_see_it_as_text() -> None:
    point = found(letter(Section("x", "X", (item(0, name="Hallo {{ naam }}"),))))["Tekst die op code lijkt"]
    assert point.found == "1"
    assert point.todo.startswith("“{{ naam }}” is in een nieuwsbrief geen tekst.")
