"""Searching in a real browser: the list without script, and with it what people type, with their mistakes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from meedoen.outputs.search import fold
from meedoen.programme.colour import contrast

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "theme/static/zoeken.js").read_text(encoding="utf-8")
CASES = json.loads((ROOT / "tests/unit/outputs/folding.json").read_text(encoding="utf-8"))
MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
FIELD = "#q"
NOTHING = "Niets gevonden met \u2018{}\u2019"


@pytest.fixture
def opened(browser: Any, site: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page of Papendrecht, with script or without; no complaint of the browser is let through."""
    contexts, complaints = [], []

    def open_page(path: str = "zoeken.html", *, script: bool = True, width: int = 1280, index: Any = None) -> Any:
        size = {"width": width, "height": 800}
        context = browser.new_context(java_script_enabled=script, viewport=size, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if index is not None:
            page.route("**/zoeken.json", lambda route: route.fulfill(**index))
        page.goto(f"{site.address}/papendrecht/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def made_up(*records: dict[str, Any], words: tuple[str, ...] = ()) -> dict[str, Any]:
    """The index of these activities, soonest first."""
    names = dict.fromkeys(name for each in records for name in each)
    fields = {name: [each.get(name, [] if name == "more" else "") for each in records] for name in names}
    return {"json": {"words": words, **fields}}


def told(page: Any, text: str) -> None:
    page.wait_for_function("text => document.getElementById('aantal').textContent === text", arg=text)


def type_in(page: Any, text: str) -> list[str]:
    """The titles of the results of this search, when they are there."""
    page.fill(FIELD, "")
    told(page, "")
    page.fill(FIELD, text)
    page.wait_for_function("() => /evonden|lukt/.test(document.getElementById('aantal').textContent)")
    found: list[str] = page.eval_on_selector_all("#gevonden h2", "all => all.map(each => each.textContent)")
    return found


def index_requests(page: Any) -> int:
    found: int = page.evaluate(
        "performance.getEntriesByType('resource').filter(each => /zoeken\\.json$/.test(each.name)).length"
    )
    return found


def test_script_and_build_fold_alike(browser: Any) -> None:
    start = SCRIPT.index("  function fold(")
    source = SCRIPT[start : SCRIPT.index("\n  }\n", start) + 4]
    page = browser.new_page()
    folded = page.evaluate(f"texts => {{ {source}; return texts.map(fold) }}", [text for text, _ in CASES])
    page.close()
    assert folded == [fold(text) for text, _ in CASES] == [each for _, each in CASES]


def test_without_script_everything_is_there_and_no_dead_field(opened: Any, site: Any) -> None:
    page = opened("zoeken.html?q=taal", script=False)
    index = json.loads((site.output / "papendrecht/zoeken.json").read_text(encoding="utf-8"))
    names = page.eval_on_selector_all(".az a", "all => all.map(each => each.textContent)")
    assert (sorted(names), names) == (sorted(index["name"]), sorted(names, key=fold))
    assert (page.locator("main input").is_visible(), page.locator("noscript p").is_visible()) == (False, True)
    paths = page.eval_on_selector_all(".az a", "all => all.map(each => each.getAttribute('href'))")
    assert [each for each in paths if not (site.output / "papendrecht" / each).is_file()] == []


@pytest.mark.parametrize("path", ["index.html", "maand/2026-12.html", "activiteit/taalcafe.html", "404.html"])
def test_field_in_the_head_leads_to_the_results(opened: Any, site: Any, path: str) -> None:
    page = opened(path)
    page.fill("header input[name=q]", "taalcafe")
    page.press("header input[name=q]", "Enter")
    told(page, "1 activiteit gevonden")
    assert page.url == f"{site.address}/papendrecht/zoeken.html?q=taalcafe"
    assert (page.input_value(FIELD), page.inner_text("#gevonden h2")) == ("taalcafe", "Taalcafé")


def test_telephone_has_a_link_instead_of_the_field(opened: Any) -> None:
    page = opened("index.html", width=320)
    assert page.locator("header form").is_visible() is False
    page.click("header >> text=Zoeken")
    assert (page.locator(FIELD).is_visible(), page.get_attribute("header [aria-current]", "href")) == (
        True,
        "zoeken.html",
    )


def test_region_has_no_search(browser: Any, site: Any) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/index.html")
    assert page.locator("form, a[href*=zoeken]").count() == 0
    page.close()


def test_index_is_fetched_once_on_the_first_focus(opened: Any) -> None:
    page = opened()
    page.wait_for_load_state("networkidle")
    assert index_requests(page) == 0
    with page.expect_response("**/zoeken.json"):
        page.focus(FIELD)
    type_in(page, "taal")
    page.evaluate("document.activeElement.blur()")
    page.focus(FIELD)
    assert index_requests(page) == 1


def test_results_come_while_typing_and_stay_in_the_address(opened: Any) -> None:
    page = opened()
    page.focus(FIELD)
    page.keyboard.type("taalcaf")
    # "taalc" finds the same one: only the address says that all letters were seen.
    page.wait_for_function("location.search === '?q=taalcaf'")
    told(page, "1 activiteit gevonden")
    assert page.evaluate("[document.activeElement.id, location.search, document.getElementById('alles').hidden]") == [
        "q", "?q=taalcaf", True,
    ]  # fmt: skip
    page.keyboard.press("Enter")
    assert page.evaluate("[document.activeElement.id, location.search]") == ["q", "?q=taalcaf"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Taalcafé"
    page.keyboard.press("Enter")
    page.wait_for_url("**/papendrecht/activiteit/taalcafe.html")
    page.go_back()
    told(page, "1 activiteit gevonden")
    page.fill(FIELD, "")
    told(page, "")
    assert page.evaluate("[location.search, document.getElementById('alles').hidden]") == ["", False]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("taalcafe", ["Taalcafé"]),
        ("  TAAL-CAFÉ ", ["Taalcafé"]),
        ("voorlees", ["Voorleesuurtje"]),
        ("voorlezen", ["Voorleesuurtje"]),
        ("uurtje", ["Voorleesuurtje"]),
        ("schaken", ["Schaakclub"]),
        ("schaak", ["Schaakclub"]),
        ("schaak dinsdag", ["Schaakclub"]),
        ("schaak woensdag", []),
        ("volwassenen", ["Taalcafé"]),
        ("wijkcentrum", ["Schaakclub"]),
        ("t", ["Taalcafé"]),
        ("voorlesuurtje", ["Voorleesuurtje"]),
        ("voorleesuurjte", ["Voorleesuurtje"]),
        ("voorleessuurtje", ["Voorleesuurtje"]),
        ("voorleezuurtje", ["Voorleesuurtje"]),
        ("uurjte", ["Voorleesuurtje"]),
        ("vorleesuur", ["Voorleesuurtje"]),
        ("dinsdat schaka", ["Schaakclub"]),
        ("taak", []),
        ("tlcf", []),
        ("cfe", []),
        ("constructor", []),
        ("!?", []),
    ],
)
def test_what_is_found(opened: Any, typed: str, titles: list[str]) -> None:
    index = made_up(
        {"name": "Taalcafé", "when": "Woensdag 2 december 2026", "where": "Bibliotheek", "more": [0]},
        {"name": "Schaakclub", "when": "Dinsdag 1 december 2026", "where": "Wijkcentrum"},
        {"name": "Voorleesuurtje", "when": "Donderdag 3 december 2026", "where": "Bibliotheek"},
        words=("18 jaar en ouder volwassenen",),
    )
    assert type_in(opened(index=index), typed) == titles


@pytest.mark.parametrize("typed", ["voorlees", "voorlezen", "schrijf", "schaak", "schaken"])
def test_part_of_a_compound_finds_the_verb_and_the_other_way_round(opened: Any, typed: str) -> None:
    names = [
        "Voorlezen in de klas",
        "Voorleesuurtje",
        "Schrijven met inkt",
        "Schrijfcafé",
        "Samen schaken",
        "Schaakclub",
    ]
    found = type_in(opened(index=made_up(*({"name": name} for name in names))), typed)
    assert sorted(found) == sorted(name for name in names if name.lower()[:4] == typed[:4] or name[6:10] == typed[:4])


def test_title_goes_first_then_what_is_sooner_and_errors_only_when_nothing_else_is_found(opened: Any) -> None:
    index = made_up(
        {"name": "Bingo", "summary": "Met schaken na afloop."},
        {"name": "Schaakclub"},
        {"name": "Leren schaken"},
        {"name": "Simultaan", "summary": "Voor wie graag schaken leert."},
        {"name": "Schaatsen"},
    )
    page = opened(index=index)
    assert type_in(page, "schaken") == ["Leren schaken", "Schaakclub", "Bingo", "Simultaan"]
    told(page, "4 activiteiten gevonden")
    assert type_in(page, "schatsen") == ["Schaatsen"]
    told(page, NOTHING.format("schatsen") + ". Dit lijkt erop: 1 activiteit")


def test_state_language_and_words_of_strangers_are_shown_as_they_are(opened: Any) -> None:
    nasty = "<img src=x onerror=alert(1)> {n} bingo"
    index = made_up(
        {"name": nasty, "page": "bingo", "when": "Dinsdag 1 december 2026", "where": "<b>Zaal", "theme": "taal",
         "state": "Gaat niet door", "kind": "afgelast", "summary": "مرحبا", "lang": "ar", "dir": "rtl"},
    )  # fmt: skip
    page = opened(index=index)
    assert type_in(page, nasty) == [nasty]
    item = page.locator("#gevonden li")
    assert [each.strip() for each in item.locator("> *").all_inner_texts()] == [
        "Gaat niet door", nasty, "Dinsdag 1 december 2026", "<b>Zaal", "مرحبا",
    ]  # fmt: skip
    assert (item.get_attribute("class"), item.locator("a").get_attribute("href")) == (
        "thema-taal is-afgelast", "activiteit/bingo.html",
    )  # fmt: skip
    assert item.locator("[lang=ar][dir=rtl]").count() == 2
    type_in(page, "<u>{q}</u> niets")
    told(page, NOTHING.format("<u>{q}</u> niets"))
    assert page.locator("#gevonden *, #aantal *").count() == 0


def test_nothing_found_says_what_now(opened: Any) -> None:
    page = opened(width=320)
    assert type_in(page, "xyzzyq") == []
    told(page, NOTHING.format("xyzzyq"))
    assert page.locator("#niets a").first.is_visible()
    assert page.eval_on_selector_all("#niets a", "all => all.map(each => each.getAttribute('href'))") == [
        "kies.html", "index.html", "zoeken.html",
    ]  # fmt: skip


def test_many_results_come_by_fifty(opened: Any) -> None:
    page = opened(index=made_up(*({"name": f"Bingo {n}"} for n in range(1, 121))))
    assert len(type_in(page, "bingo")) == 50
    told(page, "120 activiteiten gevonden")
    page.click("text=Laat meer zien")
    assert page.evaluate("document.activeElement.textContent") == "Bingo 51"
    page.click("text=Laat meer zien")
    assert (page.locator("#gevonden li").count(), page.locator("#gevonden button").is_visible()) == (120, False)


def test_list_stays_when_the_index_does_not_come(browser: Any, site: Any) -> None:
    page = browser.new_page()
    page.route("**/zoeken.json", lambda route: route.abort())
    page.goto(f"{site.address}/papendrecht/zoeken.html?q=taal")
    told(page, "Zoeken lukt nu niet. Hieronder staat alles van A tot Z")
    assert page.locator(".az a").first.is_visible()
    page.unroute("**/zoeken.json")
    page.press(FIELD, "Enter")
    page.wait_for_selector("#gevonden li")
    page.close()


@pytest.mark.parametrize("where", ["?q=%", "?q=", "?q=%E0%A4%A", "?x=1&q=taal+caf%C3%A9", "?q=__proto__"])
def test_address_is_read_as_it_comes(opened: Any, where: str) -> None:
    page = opened(f"zoeken.html{where}")
    page.wait_for_load_state("networkidle")
    typed = {"?x=1&q=taal+caf%C3%A9": "taal café", "?q=__proto__": "__proto__"}.get(where, "")
    assert page.input_value(FIELD) == typed


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("typed", ["", "taal", "xyzzyq"])
def test_page_fits_and_has_targets_of_a_thumb(opened: Any, width: int, scheme: str, typed: str) -> None:
    page = opened(width=width)
    page.emulate_media(color_scheme=scheme)
    if typed:
        type_in(page, typed)
    found = page.evaluate(MEASURE)
    low = [each for each in found["texts"] if contrast(each["colour"], each["ground"]) < (3 if each["large"] else 4.5)]
    assert (found["scrollWidth"], found["outside"], found["small"], low) == (width, [], [], [])
