"""The page about subscribing in a real browser: everything by hand without script, the chooser with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from tests.e2e.window import MEASURE

pytestmark = pytest.mark.e2e

PAGE = "papendrecht/abonneren.html"
PLACE, WHO, ABOUT = "locatie-bibliotheek-papendrecht", "doelgroep-18-plus", "thema-taal"
SOON = ("2026-12-01", "2026-12-08", "2027-01-05", "2027-01-12", "2027-01-19")
"""Of the Taalcafé in the coming eight weeks: the fifteenth is cancelled, and then there is a holiday."""
BOTH = "locatie/bibliotheek-papendrecht--doelgroep-18-plus"


@pytest.fixture
def opened(browser: Any, site: Any) -> Iterator[Callable[..., Any]]:
    """Opens the page, with script or without; no complaint of the browser is let through."""
    contexts, complaints = [], []

    def open_page(where: str = "", *, script: bool = True, width: int = 1280) -> Any:
        context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{site.address}/{PAGE}{where}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def links(site: Any, path: str, name: str) -> list[str]:
    """The links to the four ways that a calendar has."""
    url = f"{site.address}/papendrecht/{path}"
    encoded = quote(url, safe="")
    return [
        f"webcal://{url.partition('://')[2]}",
        f"https://calendar.google.com/calendar/r?cid={encoded}",
        f"https://outlook.live.com/calendar/0/addfromweb?url={encoded}&name={quote(name, safe='')}",
        f"https://outlook.office.com/calendar/0/addfromweb?url={encoded}&name={quote(name, safe='')}",
    ]


def shown(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".ways a", "all => all.map(each => each.href)")
    return found


def choose(page: Any, kind: str, value: str) -> None:
    page.select_option(f"select[data-kind={kind}]", value)


def heading(page: Any) -> str:
    found: str = page.inner_text("#gekozen")
    return found


def test_without_script_all_ways_are_there_and_nothing_that_does_not_work(opened: Any, site: Any) -> None:
    page = opened(script=False)
    assert shown(page) == links(site, "agenda.ics", "Agenda Papendrecht")
    assert page.locator("main select, main button, main input").count() == 0
    page.click(f"#{PLACE} > summary")
    assert page.locator(f"#{PLACE} > a").evaluate_all("all => all.map(each => each.href)") == [
        *links(site, "locatie/bibliotheek-papendrecht.ics", "Bibliotheek Papendrecht")[:3],
        f"{site.address}/papendrecht/locatie/bibliotheek-papendrecht--zonder-afgelast.ics",
    ]
    page.click(f"#{PLACE} > details > summary")
    part = page.locator(f"[data-key='{PLACE} {WHO}'] a")
    assert part.evaluate_all("all => all.map(each => each.href)") == [
        links(site, f"{BOTH}.ics", "")[0],
        f"{site.address}/papendrecht/{BOTH}.ics",
        f"{site.address}/papendrecht/{BOTH}--zonder-afgelast.ics",
    ]
    assert part.first.is_visible()


def test_every_calendar_of_the_page_exists(opened: Any, site: Any) -> None:
    page = opened(script=False)
    paths = page.eval_on_selector_all(
        "a[href^=webcal], main a:not([href*='://'])[href$='.ics']", "all => all.map(each => each.href)"
    )
    base = f"{site.address.partition('://')[2]}/papendrecht/"
    assert len(paths) > 200
    missing = [each for each in paths if not (site.output / "papendrecht" / each.partition(base)[2]).is_file()]
    assert missing == []


def test_names_of_links_are_unique(opened: Any) -> None:
    page = opened(script=False)
    names = page.eval_on_selector_all(
        "main a, main summary", "all => all.map(each => each.getAttribute('aria-label') || each.textContent)"
    )
    assert sorted({each for each in names if names.count(each) > 1}) == []


def test_choosing_shows_the_calendar_at_once_and_keeps_it_in_the_address(opened: Any, site: Any) -> None:
    page = opened()
    assert shown(page) == links(site, "agenda.ics", "Agenda Papendrecht")
    choose(page, "doelgroep", WHO)
    assert (heading(page), shown(page)) == (
        "18 jaar en ouder",
        links(site, "doelgroep/18-plus.ics", "Papendrecht: 18 jaar en ouder"),
    )
    choose(page, "locatie", PLACE)
    assert (heading(page), shown(page), page.inner_text(".copy code")) == (
        "Bibliotheek Papendrecht, 18 jaar en ouder",
        links(site, f"{BOTH}.ics", "Bibliotheek Papendrecht, 18 jaar en ouder"),
        f"{site.address}/papendrecht/{BOTH}.ics",
    )
    assert page.evaluate("location.hash") == f"#{PLACE}+{WHO}"
    assert page.text_content("p[role=status]") == "Dit is nu de agenda: Bibliotheek Papendrecht, 18 jaar en ouder."


def test_address_of_a_choice_shows_it_again(opened: Any, site: Any) -> None:
    page = opened(f"#{PLACE}+{ABOUT}")
    assert heading(page) == "Bibliotheek Papendrecht, Taal"
    assert shown(page)[0] == links(site, "locatie/bibliotheek-papendrecht--thema-taal.ics", "")[0]


def test_other_calendars_are_opened_in_the_list(opened: Any) -> None:
    page = opened("#prijs-gratis")
    assert (heading(page), page.locator("#prijs-gratis > code").is_visible()) == ("Alles in Papendrecht", True)


@pytest.mark.parametrize("where", ["#", "#locatie-niets", "#%", "#__proto__", "#toString+constructor"])
def test_address_that_means_nothing_shows_everything(opened: Any, site: Any, where: str) -> None:
    page = opened(where)
    assert (heading(page), shown(page)) == ("Alles in Papendrecht", links(site, "agenda.ics", "Agenda Papendrecht"))


def test_combination_without_a_calendar_offers_what_is_near(opened: Any) -> None:
    page = opened()
    known = set(page.eval_on_selector_all("[data-key]", "all => all.map(each => each.dataset.key)"))
    themes = page.eval_on_selector_all("details[id^=thema-]", "all => all.map(each => each.id)")
    missing = next(each for each in themes if f"{PLACE} {WHO} {each}" not in known)
    for kind, value in (("locatie", PLACE), ("doelgroep", WHO), ("thema", missing)):
        choose(page, kind, value)
    near = [
        pair
        for pair in (f"{PLACE} {WHO}", f"{PLACE} {missing}", f"{WHO} {missing}")
        if pair in known
    ]  # fmt: skip
    assert page.locator(".ways a").first.is_visible() is False
    assert page.locator("#agenda .chips button").count() == len(near)
    page.click("#agenda .chips button")
    assert (page.evaluate("location.hash"), page.locator(".ways a").first.is_visible()) == (f"#{PLACE}+{WHO}", True)
    assert page.evaluate("document.activeElement.id") == "gekozen"


def test_without_what_does_not_go_ahead(opened: Any, site: Any) -> None:
    page = opened()
    page.check("#agenda input[type=checkbox]")
    assert shown(page)[0] == links(site, "agenda-zonder-afgelast.ics", "")[0]
    choose(page, "locatie", PLACE)
    assert shown(page)[0] == links(site, "locatie/bibliotheek-papendrecht--zonder-afgelast.ics", "")[0]
    choose(page, "thema", ABOUT)
    assert shown(page)[0] == links(site, "locatie/bibliotheek-papendrecht--thema-taal.ics", "")[0]
    assert page.locator("#agenda input[type=checkbox]").is_visible() is False


def test_address_is_copied_and_that_is_said(opened: Any, site: Any) -> None:
    page = opened()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("text=Kopieer het adres")
    page.wait_for_function("() => document.querySelector('span[role=status]').textContent !== ''")
    assert page.inner_text("span[role=status]") == "Het adres is gekopieerd."
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.address}/papendrecht/agenda.ics"


@pytest.mark.parametrize("width", [320, 1280])
def test_chooser_fits_and_has_targets_of_a_thumb(opened: Any, width: int) -> None:
    page = opened(f"#{PLACE}+{WHO}", width=width)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    found = page.evaluate(MEASURE)
    small = [each for each in found["small"] if not each.startswith("input")]
    assert (found["scrollWidth"], found["outside"], small) == (width, [], [])
    assert page.eval_on_selector("label.check", "each => each.getBoundingClientRect().height") >= 44


def test_paper_is_a_poster(opened: Any) -> None:
    page = opened(script=False, width=800)
    page.emulate_media(media="print")
    visible = [page.locator(each).first.is_visible() for each in ("h1", ".poster img", ".address", "#agenda", "nav")]
    assert visible == [True, True, True, False, False]
    assert page.eval_on_selector(".poster img", "each => each.width") > 280


def test_lists_and_activities_lead_to_their_calendar(browser: Any, site: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    def alternates(path: str) -> list[tuple[str, str, str]]:
        page.goto(f"{site.address}/papendrecht/{path}")
        found = page.eval_on_selector_all(
            "link[rel=alternate][type]", "all => all.map(each => [each.type, each.title, each.getAttribute('href')])"
        )
        return [tuple(each) for each in found]

    calendar, news = "text/calendar", "application/rss+xml"
    for path, root in (("index.html", ""), ("abonneren.html", ""), ("week/2026-w49.html", "../")):
        assert alternates(path) == [
            (calendar, "Agenda Papendrecht", f"{root}agenda.ics"),
            (news, "Nieuw in de agenda van Papendrecht", f"{root}nieuw.xml"),
            ("application/feed+json", "Nieuw in de agenda van Papendrecht", f"{root}nieuw.json"),
        ]
        assert page.locator(f"main a[href='{root}abonneren.html']").count() == (path != "abonneren.html")
    assert alternates("doelgroep/18-plus.html") == [
        (calendar, "Papendrecht: 18 jaar en ouder", "../doelgroep/18-plus.ics")
    ]
    assert page.locator(".actions a").evaluate_all("all => all.map(each => each.getAttribute('href'))") == [
        "../abonneren.html#doelgroep-18-plus",
        links(site, "doelgroep/18-plus.ics", "")[0],
    ]
    assert alternates("activiteit/taalcafe.html") == [(calendar, "Taalcafé", "../activiteit/taalcafe.ics")]
    dates = page.eval_on_selector_all(".once a", "all => all.map(each => each.getAttribute('href'))")
    assert dates == [f"../activiteit/taalcafe--{day}.ics" for day in SOON]
    assert [each for each in dates if not (site.output / "papendrecht" / each[3:]).is_file()] == []
    context.close()
