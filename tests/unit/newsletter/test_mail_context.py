from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.newsletter.writing import empty, item, letter, regional, weekly

from meedoen.newsletter.export_profile import PLAIN, PROFILES
from meedoen.newsletter.mail_context import LONGEST, SHORTEST, cut, intro, on_site, preheader, unsubscribe
from meedoen.notation.markup import render
from meedoen.outputs.letter import Letter, Section


def named(*names: str) -> Letter:
    return letter(Section("x", "X", tuple(item(0, name=each) for each in names)), preheader="")


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (weekly(), "Van een taalcafé tot een open podium: dit is er te doen in Papendrecht."),
        (regional(), "Met Taalcafé, Voorlezen voor peuters en Spreekuur Digitale Overheid."),
        (empty(), "Er staat nu niets in de agenda. Kijk wat er later te doen is."),
        (named("Schaken"), "Met Schaken. Dit staat er in de brief: Papendrecht, 30 november tot en met 6 december."),
        (letter(preheader="  Kom je\n ook?  "),
         "Kom je ook? Dit staat er in de brief: Papendrecht, 30 november tot en met 6 december."),
    ],
)  # fmt: skip
def test_line_behind_the_subject(found: Letter, line: str) -> None:
    assert preheader(found) == line


@pytest.mark.parametrize("number", [1, 5, 40])
def test_line_behind_the_subject_fits(number: int) -> None:
    line = preheader(named(*(f"Een activiteit met een lange naam {each}" for each in range(number))))
    assert SHORTEST <= len(line) <= LONGEST


@pytest.mark.parametrize(
    ("text", "most", "short"), [("een twee", 8, "een twee"), ("een twee", 7, "een…"), ("x" * 9, 5, "xxxx…")]
)
def test_cut_is_at_a_word(text: str, most: int, short: str) -> None:
    assert cut(text, most) == short


def test_unsubscribing_is_left_to_a_program_that_adds_it_and_else_has_a_link() -> None:
    ways = {slug: unsubscribe(weekly(), each) for slug, each in PROFILES.items()}
    assert ways["laposta"] == ""
    assert ways["generiek"] == "https://papendrecht.agenda.example.org/nieuwsbrief.html#afmelden"
    assert [slug for slug, way in ways.items() if way == PROFILES[slug].unsubscribe] == [
        slug for slug in PROFILES if slug != "generiek"
    ]


def test_activity_of_the_same_name_is_told_apart_by_who_listens() -> None:
    here, there = item(0), item(8, name="Taalcafé", where="Wijkcentrum")
    also_there = item(9, name="Taalcafé", where="Wijkcentrum", when="vrijdag 4 december")
    given = letter(Section("x", "X", (here, there, also_there, item(1))))
    assert [on_site(given)["heard"](each) for each in given.items] == [
        "Taalcafé, Bibliotheek Papendrecht, Leeszaal",
        "Taalcafé, Wijkcentrum, donderdag 3 december, 20.00 tot 21.30 uur",
        "Taalcafé, Wijkcentrum, vrijdag 4 december",
        "",
    ]


def test_intro_keeps_its_words_and_gets_its_style() -> None:
    text = (
        "# Kop\n\nEen [link](https://www.example.org/) en [mail](mailto:a@example.org), **vet**.\n\n1. a\n2. b\n\n"
        "| k | l |\n|---|---|\n| {{ 7 }} | %NAAM% |\n\n[oud](http://www.example.org/)"
    )
    written = intro(letter(intro=render(text)), PLAIN, "#123456")
    tree = LexborHTMLParser(written)
    assert " ".join((tree.body.text() if tree.body else "").split()) == (
        "Kop Een link en mail, vet. a b k l {{ 7 }} %NAAM% oud"
    )
    assert tree.css("h1, h2, h3, h4") == []
    links = [(each.attributes.get("href"), each.attributes.get("style") or "") for each in tree.css("a")]
    assert [(href, "color:#123456" in style) for href, style in links] == [
        ("https://www.example.org/", True), ("mailto:a@example.org", True), ("http://www.example.org/", True),
    ]  # fmt: skip
    assert [each.attributes["scope"] for each in tree.css("th")] == ["col", "col"]
    assert [each.tag for each in tree.css("p, ol, li, td, table") if not each.attributes.get("style")] == []


def test_intro_of_the_page_has_headings_below_that_of_the_page() -> None:
    found = on_site(replace(weekly(), intro=render("# Een\n\n#### Vier\n\nTekst > meer")))
    assert found["intro"] == "<h2>Een</h2>\n<h2>Vier</h2>\n<p>Tekst &gt; meer</p>"
