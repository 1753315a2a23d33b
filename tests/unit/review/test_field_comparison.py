"""What is different between two versions of an activity, in words."""

from __future__ import annotations

from dataclasses import fields

import pytest
from tests.builders import activity

from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.programme.activity import Activity
from meedoen.review.field_comparison import differences, looks_different

PLAIN = "titel: Taalcafé\n"
SERIES = "herhaling: elke dinsdag\ntot: 22 december 2026\n"


def different(before: str, after: str, *bodies: str) -> list[tuple[str, str, str, bool]]:
    """The rows, with the fields as somebody types them."""
    first, last = bodies or ("", "")
    found = differences(activity(before, first), activity(after, last))
    return [(each.name, each.before, each.after, each.weighs) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        ("titel: Taalcafé", "titel: Taal en thee", ("titel", "Taalcafé", "Taal en thee", False)),
        ("", "samenvatting: Kom langs.", ("samenvatting", "", "Kom langs.", False)),
        ("", "tijd: 13.00 - 14.00", ("tijd", "10.00 tot 11.30 uur", "13.00 tot 14.00 uur", True)),
        (
            "", "locatie: wijkcentrum",
            ("locatie", "Bibliotheek Papendrecht, Markt 22, 3351 PB Papendrecht", "Wijkcentrum, Papendrecht", True),
        ),
        ("", "ruimte: Leeszaal", ("ruimte", "", "Leeszaal", True)),
        ("", "locatie: bibliotheek-papendrecht\nonline: https://www.example.org/mee",
         ("online", "", "https://www.example.org/mee", True)),
        ("", "status: afgelast\nreden: Ziek.", ("status", "gepland", "afgelast", True)),
        ("", "verborgen: ja", ("verborgen", "", "ja", True)),
        ("", "id: papendrecht-ander", ("kenmerk", "papendrecht-taalcafe", "papendrecht-ander", False)),
        ("", "organisator: taalhuis", ("organisator", "Bibliotheek", "Taalhuis", False)),
        ("", "met: [taalhuis]", ("met", "", "Taalhuis", False)),
        ("doelgroep: [jeugd]", "doelgroep: [jeugd, 18+]", ("doelgroep", "Jeugd", "Jeugd en 18 jaar en ouder", False)),
        ("", "leeftijd: 4 tot 12 jaar", ("leeftijd", "", "4 tot en met 11 jaar", False)),
        ("", "taal: [arabisch]", ("taal", "", "Arabisch", False)),
        ("", "taalniveau: A2", ("taalniveau", "", "A2", False)),
        ("", "raakt-ook: [kunst-en-cultuur]", ("raakt-ook", "", "Kunst en cultuur", False)),
        ("", "thema: [taal]", ("thema", "", "Taal", False)),
        ("", "vaardigheid: [digitale-vaardigheden]", ("vaardigheid", "", "Digitaal", False)),
        ("", "sdg: [4]", ("sdg", "", "Goed onderwijs", False)),
        ("", "project: zonder", ("project", "", "Zonder kernfunctie", False)),
        ("prijs: gratis", "prijs: € 5", ("prijs", "gratis", "€ 5", False)),
        ("", "aanmelden: https://www.example.org/a",
         ("aanmelden", "", "Meld je vooraf aan. https://www.example.org/a", False)),
        ("", "toegankelijkheid: [ringleiding]", ("toegankelijkheid", "", "Ringleiding", False)),
        ("", "hulp-gezocht: Wie zet koffie?", ("hulp-gezocht", "", "Wie zet koffie?", False)),
        ("", "programma: [{tijd: 10.00 - 10.30, titel: Welkom, door: Taalhuis, ruimte: Vide}]",
         ("programma", "", "10.00 tot 10.30 uur, Welkom, Taalhuis, Vide", False)),
        ("", "afbeelding: {bestand: a.png, alt: Twee koppen, maker: Wij}",
         ("afbeelding", "", "a.png, “Twee koppen”, Wij", False)),
        ("", "uitgelicht: ja", ("uitgelicht", "", "ja", False)),
        ("", "kernfunctie: kunst-en-cultuur", ("kernfunctie", "Lezen en literatuur", "Kunst en cultuur", False)),
        ("datum: 1 december 2026", "datum: 2 december 2026",
         ("datum", "dinsdag 1 december 2026", "woensdag 2 december 2026", True)),
        (SERIES + "behalve: 8 december 2026", SERIES,
         ("datum", "", "1 datum: di 8 dec 2026", True)),
        (
            SERIES, SERIES + "wijzigingen: [{datum: 8 december 2026, status: afgelast, reden: Ziek.}]",
            ("datum", "dinsdag 8 december 2026, 10.00 tot 11.30 uur",
             "dinsdag 8 december 2026, 10.00 tot 11.30 uur. Gaat niet door. Ziek.", True),
        ),
        (
            SERIES, SERIES + "wijzigingen: [{datum: 8 december 2026, locatie: wijkcentrum, titel: Feest}]",
            ("datum", "dinsdag 8 december 2026, 10.00 tot 11.30 uur",
             "dinsdag 8 december 2026, 10.00 tot 11.30 uur. Feest. Wijkcentrum. "
             "Andere plek: was eerst Bibliotheek Papendrecht", True),
        ),
        ("einddatum: 2 december 2026", "einddatum: 3 december 2026",
         ("datum", "1 tot en met 2 december 2026", "1 tot en met 3 december 2026", True)),
    ],
)  # fmt: skip
def test_field_says_what_it_was_and_what_it_becomes(before: str, after: str, row: tuple[object, ...]) -> None:
    assert different(before, after)[:1] == [row]


def test_every_difference_is_told_once() -> None:
    assert different(PLAIN, "titel: Thee\nprijs: gratis\n", "Kom.", "Kom langs.") == [
        ("titel", "Taalcafé", "Thee", False),
        ("tekst", "Kom.", "Kom langs.", False),
        ("prijs", "", "gratis", False),
    ]


def test_end_of_a_series_tells_which_dates_come() -> None:
    longer = SERIES.replace("22 december 2026", "12 januari 2027")
    assert different(SERIES, longer) == [
        ("datum", "", "3 datums: di 29 dec 2026, di 5 jan 2027, di 12 jan 2027", True),
        ("herhaling", "elke dinsdag, tot en met 22 december 2026", "elke dinsdag, tot en met 12 januari 2027", False),
    ]


def test_other_time_of_a_series_is_told_once_and_not_for_each_date() -> None:
    assert different(SERIES, SERIES + "tijd: 14.00 - 15.00\n") == [
        ("tijd", "10.00 tot 11.30 uur", "14.00 tot 15.00 uur", True)
    ]


def test_another_way_to_type_the_same_is_no_difference() -> None:
    assert different("datum: 1 december 2026\nprijs: gratis", "prijs: 0 euro\ndatum: 1-12-2026") == []


def test_every_attribute_comes_from_a_row() -> None:
    rows = {row.attribute for row in ACTIVITY}
    # The schedule is made of the rows about time, the body of the description; a page follows from the id, a folder
    # and a path are where the file stands, the zone is that of the place; what was written is the file itself.
    assert {each.name for each in fields(Activity)} - rows == {
        "schedule",
        "body",
        "page",
        "folder",
        "path",
        "zone",
        "written",
    }


def test_looks_different_when_it_came_went_or_reads_otherwise() -> None:
    one, other = activity(), activity("titel: Thee")
    assert [
        looks_different(None, one), looks_different(one, None), looks_different(one, other),
        looks_different(one, activity()), looks_different(None, None),
    ] == [True, True, True, False, False]  # fmt: skip
