"""`voorbeeld.html`: one file with the theme's own pages in it, which asks for nothing and leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.builders import TODAY, activity, network
from tests.hostile.item import Harmless
from tests.hostile.texts import BODIES

from meedoen.programme.activity import Activity
from meedoen.proposals.preview import MOST, preview
from meedoen.review.proposal import FileChange, Proposal

THEME = Path(__file__).resolve().parents[3] / "theme"
PICTURE = (Path(__file__).parents[2] / "examples/basis/content/activiteiten/dorp/koffie.png").read_bytes()
FOLDER = "content/activiteiten/papendrecht"
REGIONAL = "content/activiteiten/regio/lezing.md"


def shown(content: Path, *activities: Activity) -> str:
    changes = tuple(FileChange(each.path, None, each) for each in activities)
    return preview(Proposal(network(), changes, (), TODAY), content, THEME).decode()


def page(content: Path, *activities: Activity) -> LexborHTMLParser:
    return LexborHTMLParser(shown(content, *activities))


def test_card_and_page_are_those_of_the_theme(tmp_path: Path) -> None:
    each = activity("titel: Taalcafé\nprijs: gratis\nthema: [taal]\norganisator: taalhuis", "Kom **langs**.")
    found = page(tmp_path, each)
    assert [node.text() for node in found.css("h1, h2, h3, h4")] == [
        "Voorbeeld van dit voorstel",
        "Papendrecht: in de lijst",
        "dinsdag 1 december 2026",
        "Taalcafé",
        "Papendrecht: de eigen pagina",
        "Taalcafé",
        "Meer zoals dit",
    ]
    assert [node.text() for node in found.css(".card p, .facts dt")] == [
        "10.00 tot 11.30 uur",
        "Bibliotheek Papendrecht",
        "Gratis · Taal",
        *("Wanneer", "Waar", "Kosten", "Van wie"),
    ]
    assert [node.html for node in found.css(".text strong")] == ["<strong>langs</strong>"]


def test_page_says_that_it_is_an_example_and_is_for_no_search_engine(tmp_path: Path) -> None:
    found = page(tmp_path, activity())
    assert found.css(".head .name")[0].text().startswith("VOORBEELD ")
    metas = {
        node.attributes.get("name") or node.attributes.get("http-equiv"): node.attributes.get("content")
        for node in found.css("meta")
    }
    assert metas["robots"] == "noindex, nofollow"
    assert (metas["Content-Security-Policy"] or "").startswith(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    )


def test_page_asks_for_nothing_and_leads_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "activiteiten" / "papendrecht"
    folder.mkdir(parents=True)
    (folder / "foto.png").write_bytes(PICTURE)
    pictured = activity(
        "afbeelding: {bestand: foto.png, alt: Iets}\naanmelden: https://www.example.org/aan\nonline: https://www.example.org/mee",
        path=f"{FOLDER}/foto.md",
    )
    html = shown(tmp_path, pictured, activity("thema: [taal]"))
    found = LexborHTMLParser(html)
    assert [node.html for node in found.css("[href], [srcset], script, link, iframe, form, [onclick]")] == []
    sources = [node.attributes["src"] or "" for node in found.css("[src]")]
    assert [each.partition(",")[0] for each in sources] == ["data:image/webp;base64", "data:image/svg+xml;base64"]
    assert {each.partition(":")[0] for each in re.findall(r"url\([\"']?([^)]{5})", html)} == {"data"}
    assert "@import" not in html


def test_each_municipality_has_its_own_colours(tmp_path: Path) -> None:
    here = activity("titel: Hier")
    there = activity("titel: Daar\nlocatie: bibliotheek-sliedrecht", path="content/activiteiten/sliedrecht/daar.md")
    html = shown(tmp_path, here, there)
    assert [node.attributes["class"] for node in LexborHTMLParser(html).css("main > div[class^=site]")] == [
        "site-0",
        "site-1",
    ]
    assert (html.count(":root{--"), html.count(".site-1{--")) == (2, 2)
    assert html.count(".site-2") == 0


def test_activity_of_the_region_is_shown_on_one_site(tmp_path: Path) -> None:
    found = page(tmp_path, activity("adres: {naam: Park}\ngemeenten: [sliedrecht, papendrecht]", path=REGIONAL))
    assert [node.text() for node in found.css("main h2")][:1] == ["Papendrecht: in de lijst"]


def test_what_is_on_no_site_is_not_shown(tmp_path: Path) -> None:
    found = page(tmp_path, activity("verborgen: ja"), activity("datum: 1 december 2024", path=f"{FOLDER}/oud.md"))
    assert [node.text() for node in found.css("main .intro")] == [
        "Er is niets te zien. Dit voorstel maakt of verandert geen activiteit die op een site komt."
    ]


def test_of_very_many_the_first_are_shown(tmp_path: Path) -> None:
    found = page(tmp_path, *(activity(path=f"{FOLDER}/les-{number}.md") for number in range(MOST + 5)))
    assert len(found.css(".card")) == MOST
    assert found.css("main .note")[0].text() == f"Hier staan {MOST} van de {MOST + 5} activiteiten."


def hostile() -> list[Activity]:
    """Of each hostile text that is let in, an activity with it."""
    found = []
    for name, body, outcome in BODIES:
        if isinstance(outcome, Harmless):
            header = "titel: <img src=x onerror=alert(1)>\nsamenvatting: </style><script>alert(1)</script>"
            found.append(activity(header, body, f"{FOLDER}/{name}.md"))
    return found


@pytest.mark.parametrize("number", range(0, len(hostile()), MOST))
def test_hostile_texts_do_nothing(tmp_path: Path, number: int) -> None:
    some = hostile()[number : number + MOST]
    found = page(tmp_path, *some)
    active = "[href], [onerror], [onclick], [onload], script, iframe, form, object, embed"
    assert [node.html for node in found.css(active)] == []
    assert [node.attributes["src"] for node in found.css("[src]")] == []
    assert (len(found.css("style")), len(found.css("h1"))) == (1, 1 + len(some))
