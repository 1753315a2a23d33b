from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.builders import activity, network
from tests.calendar.strategies import lines
from tests.unit.newsletter.correspondence import shown, told

from meedoen.newsletter.docx import as_docx
from meedoen.newsletter.draft import Entry, Part
from meedoen.newsletter.listing import COLUMNS, Listing, as_csv, as_html, as_markdown, as_text, harmless, spoken_ages
from meedoen.newsletter.selection import Selection, by_activity, by_day
from meedoen.notation.markup import plain, render
from meedoen.outputs.letter import Item

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)
NASTY = '<script>alert("{{ 1 }}")</script> & *nadruk* [a](https://b) &amp; www.b.nl =1+1'


def _link(entry: Entry) -> str:
    return f"https://papendrecht.agenda.example.org/{entry.page}"


def _listing(*entries: Entry) -> Listing:
    return Listing("Papendrecht, 1 t/m 31 december", (Part("agenda", "Agenda", entries),), _link)


def _entry(name: str, **more: str) -> Entry:
    item = Item(**{"id": "a", "name": name, "when": "dinsdag", "where": "Hier"} | more)  # type: ignore[arg-type]
    return Entry(item=item, site="p", page="a.html")


def test_list_has_each_activity_once_with_what_there_is_to_know() -> None:
    series = activity(
        "herhaling: elke dinsdag\ntot: 22 december 2026\nprijs: gratis\ndoelgroep: [18+]\nsamenvatting: Praat mee."
    )
    lecture = activity("titel: Lezing\ndatum: 2 december 2026", path="content/activiteiten/papendrecht/lezing.md")
    parts = by_activity(Selection("papendrecht", FIRST, LAST), told(shown([series, lecture], network(), FIRST)))
    listing = Listing("Lijst", parts, _link)
    assert as_text(listing) == (
        "Lijst\n=====\n\nAgenda\n------\n\n"
        "Taalcafé\n  Elke dinsdag t/m 22 december, 10.00-11.30 uur\n  Bibliotheek Papendrecht\n"
        "  18 jaar en ouder · gratis\n  Praat mee.\n"
        "  https://papendrecht.agenda.example.org/activiteit/taalcafe.html\n\n"
        "Lezing\n  Woensdag 2 december, 10.00-11.30 uur\n  Bibliotheek Papendrecht\n"
        "  https://papendrecht.agenda.example.org/activiteit/lezing.html\n"
    )


def test_list_by_day_has_each_date_and_nothing_that_does_not_go_ahead() -> None:
    series = activity(
        "herhaling: elke dinsdag\ntot: 22 december 2026\n"
        "wijzigingen: [{datum: 15 december 2026, status: afgelast, reden: Ziek.}]"
    )
    parts = by_day(Selection("papendrecht", FIRST, LAST), told(shown([series], network(), FIRST)))
    assert [part.title for part in parts] == [
        "Dinsdag 1 december 2026",
        "Dinsdag 8 december 2026",
        "Dinsdag 22 december 2026",
    ]
    assert [entry.item.when for part in parts for entry in part.entries] == [
        "dinsdag 1 december, 10.00-11.30 uur (elke dinsdag)",
        "dinsdag 8 december, 10.00-11.30 uur (elke dinsdag)",
        "dinsdag 22 december, 10.00-11.30 uur",
    ]


def test_list_by_day_does_not_say_that_one_can_no_longer_sign_up() -> None:
    course = activity("datum: 22 december 2026\naanmelden: {nodig: ja, tot: 4 december 2026}")
    (part,) = by_day(Selection("papendrecht", FIRST, LAST), told(shown([course], network(), FIRST)))
    assert [entry.item.note for entry in part.entries] == ["Aanmelden kan tot en met vrijdag 4 december"]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"audience": "jeugd"}, ["Kind"]),
        ({"theme": "taal"}, ["Taalcafé"]),
        ({"place": "wijkcentrum"}, ["Kind"]),
        ({}, ["Taalcafé", "Kind"]),
    ],
)
def test_list_can_be_of_one_audience_theme_or_place(wanted: dict[str, str], names: list[str]) -> None:
    child = activity(
        "titel: Kind\ndatum: 3 december 2026\ndoelgroep: jeugd\nlocatie: wijkcentrum",
        path="content/activiteiten/papendrecht/kind.md",
    )
    agenda = shown([activity("thema: taal"), child], network(), FIRST)
    parts = by_activity(Selection("papendrecht", FIRST, LAST, **wanted), told(agenda))
    assert [entry.item.name for part in parts for entry in part.entries] == names


def test_hostile_text_is_text_in_every_form() -> None:
    listing = _listing(_entry(NASTY, summary=NASTY, where=NASTY))
    assert NASTY in as_text(listing).replace("\n  ", " ")
    html = LexborHTMLParser(as_html(listing))
    assert html.css("script") == []
    assert [each.text() for each in html.css("a")] == [NASTY]
    assert [each.attributes["href"] for each in html.css("a")] == ["https://papendrecht.agenda.example.org/a.html"]
    shown_text = plain(render(as_markdown(listing)))
    assert shown_text.count(NASTY) == 3
    rows = list(csv.reader(io.StringIO(as_csv(listing))))
    assert rows[1][0] == NASTY
    assert [each.text for each in Document(io.BytesIO(as_docx(listing))).paragraphs].count(NASTY) == 3


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", " =1", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_cells_follow_rfc_4180() -> None:
    text = as_csv(_listing(_entry('Zeg "hoi", en kom', note="Twee, drie")))
    assert text.split("\r\n")[0] == ",".join(COLUMNS)
    assert text.endswith("\r\n")
    assert list(csv.reader(io.StringIO(text)))[1][:2] == ['Zeg "hoi", en kom', "dinsdag"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("4-12", "4 tot 12 jaar"),
        ("4 - 12 jaar", "4 tot 12 jaar"),
        ("18+", "vanaf 18 jaar"),
        ("18+ en ouderen", "vanaf 18 jaar en ouderen"),
        ("2026-12-01", "2026-12-01"),
        ("4 tot 12 jaar", "4 tot 12 jaar"),
    ],
)
def test_ages_are_said_in_words(text: str, spoken: str) -> None:
    assert spoken_ages(text) == spoken


@given(st.lists(st.tuples(lines(100), lines(200)), min_size=1, max_size=4))
@settings(max_examples=40)
def test_any_text_reads_back_from_csv_and_word(texts: list[tuple[str, str]]) -> None:
    listing = _listing(*(_entry(name, summary=text) for name, text in texts))
    rows = list(csv.DictReader(io.StringIO(as_csv(listing), newline="")))
    assert [(each["titel"].removeprefix("'"), each["samenvatting"].removeprefix("'")) for each in rows] == [
        (name.removeprefix("'"), text.removeprefix("'")) for name, text in texts
    ]
    words = " ".join(plain(render(as_markdown(listing))).split())
    assert [" ".join(text.split()) in words for pair in texts for text in pair] == [True] * 2 * len(texts)
    data = as_docx(listing)
    assert data == as_docx(listing)
    document = Document(io.BytesIO(data))
    headings = [each for each in document.paragraphs if each.style is not None and each.style.name == "Heading 2"]
    assert [each.hyperlinks[0].text for each in headings] == [name for name, _ in texts]
    assert {each.hyperlinks[0].address for each in headings} == {"https://papendrecht.agenda.example.org/a.html"}


def test_word_document_has_no_clock_in_it() -> None:
    data = as_docx(_listing(_entry("Feest")))
    assert data[10:14] == bytes.fromhex("0000") + bytes.fromhex("2100")
