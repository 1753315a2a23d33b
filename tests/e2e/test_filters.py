"""Choosing within a list: with script at once, without it by the pages of kies.html."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.e2e.conftest import Site

pytestmark = pytest.mark.e2e

SCRIPT = Path(__file__).parents[2] / "theme" / "static" / "keuzes.js"
MONTH = "papendrecht/maand/2026-12.html"
SUMMARY = ".filters > summary"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page with script, which fails the test when that makes a mistake."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert errors == []


def marks(site: Site, path: str) -> list[set[str]]:
    """What each activity in the list of a page can be found by."""
    tree = LexborHTMLParser((site.output / path).read_bytes())
    return [set((each.attributes["data-kies"] or "").split()) for each in tree.css("li[data-kies]")]


def shown(page: Any) -> int:
    """How many activities can be seen."""
    count: int = page.locator("li[data-kies]:visible").count()
    return count


def opened(page: Any, site: Site, path: str) -> None:
    """Opens the pickers of a page."""
    page.goto(f"{site.address}/{path}")
    page.click(SUMMARY)
    page.wait_for_selector(".filters select")


def test_choice_hides_the_rest_and_says_how_many_are_left(page: Any, site: Site) -> None:
    opened(page, site, MONTH)
    all_marks = marks(site, MONTH)
    assert shown(page) == len(all_marks)
    for name, value in (("prijs", "gratis"), ("dagdeel", "ochtend")):
        page.select_option(f"select[name={name}]", value)
    fitting = [each for each in all_marks if {"prijs-gratis", "dagdeel-ochtend"} <= each]
    assert 1 < len(fitting) < len(all_marks)
    assert (shown(page), page.inner_text("[role=status]")) == (len(fitting), f"{len(fitting)} activiteiten gevonden")
    assert page.locator(".day:visible").count() == page.locator(".day:has(li[data-kies]:visible)").count()
    assert page.url.endswith("?dagdeel=ochtend&prijs=gratis")


def test_address_brings_the_choices_back(page: Any, site: Site) -> None:
    page.goto(f"{site.address}/{MONTH}?prijs=gratis&onzin=<b>&dagdeel=bestaat-niet")
    page.wait_for_selector(".filters select")
    assert page.input_value("select[name=prijs]") == "gratis"
    assert page.input_value("select[name=dagdeel]") == ""
    assert shown(page) == sum("prijs-gratis" in each for each in marks(site, MONTH))


def test_choices_can_be_wiped_and_the_keyboard_stays_near(page: Any, site: Site) -> None:
    page.goto(f"{site.address}/{MONTH}?prijs=gratis")
    page.wait_for_selector(".filters select")
    page.click("text=Wis keuzes")
    assert (shown(page), page.url) == (len(marks(site, MONTH)), f"{site.address}/{MONTH}")
    assert page.evaluate("document.activeElement.name") == page.locator(".filters select").first.get_attribute("name")
    assert not page.is_visible("text=Wis keuzes")


def test_nothing_that_fits_says_what_to_do(page: Any, site: Site) -> None:
    opened(page, site, MONTH)
    all_marks = marks(site, MONTH)
    options = {
        name: page.locator(f"select[name={name}] option").evaluate_all("all => all.map(each => each.value)")[1:]
        for name in ("doelgroep", "thema")
    }
    who, what = next(
        (who, what)
        for who in options["doelgroep"]
        for what in options["thema"]
        if not any({f"doelgroep-{who}", f"thema-{what}"} <= each for each in all_marks)
    )
    page.select_option("select[name=doelgroep]", who)
    page.select_option("select[name=thema]", what)
    assert (shown(page), page.inner_text("[role=status]")) == (0, "Hier is niets dat past. Maak een keuze minder.")


def test_every_option_has_something_in_this_list(page: Any, site: Site) -> None:
    opened(page, site, MONTH)
    all_marks = set().union(*marks(site, MONTH))
    for select in page.query_selector_all(".filters select"):
        values = select.evaluate("each => Array.from(each.options).map(option => option.value)")
        assert [value for value in values[1:] if f"{select.get_attribute('name')}-{value}" not in all_marks] == []
        assert len(values) > 1
        assert select.evaluate("each => each.labels.length") == 1


@pytest.mark.parametrize("path", [MONTH, "papendrecht/index.html", "papendrecht/doelgroep/18-plus.html"])
def test_second_skip_link_leads_past_the_pickers(page: Any, site: Site, path: str) -> None:
    opened(page, site, path)
    page.evaluate("document.body.focus(); scrollTo(0, 0)")
    page.locator(".skip").nth(1).focus()
    assert (page.inner_text(".skip:focus"), page.locator(".skip:focus").bounding_box()["y"] >= 0) == (
        "Naar de activiteiten",
        True,
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    at = "each => document.activeElement.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING"
    assert page.eval_on_selector(".filters", at) > 0
    assert page.evaluate("document.activeElement.closest('footer, header, .filters')") is None


def test_page_of_a_value_does_not_ask_for_it_again(page: Any, site: Site) -> None:
    opened(page, site, "papendrecht/dagdeel/ochtend.html")
    names = [each.get_attribute("name") for each in page.query_selector_all(".filters select")]
    assert "dagdeel" not in names
    assert "doelgroep" in names


def test_choices_are_asked_for_only_when_somebody_opens_them(page: Any, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{site.address}/{MONTH}")
    assert "kies.html" not in asked
    page.click(SUMMARY)
    page.wait_for_selector(".filters select")
    assert asked.count("kies.html") == 1


def test_without_script_there_is_nothing_that_does_not_work(browser: Any, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened_page = context.new_page()
    opened_page.goto(f"{site.address}/{MONTH}")
    assert opened_page.locator(".filters, main select, main button").count() == 0
    assert opened_page.locator("li[data-kies]").count() == len(marks(site, MONTH))
    context.close()


def test_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), mtime=0)) < 2_000
