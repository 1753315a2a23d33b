"""Every kind of page in a real browser without script: on a telephone and a desktop, by day and by night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from meedoen.outputs.colour import contrast

pytestmark = pytest.mark.e2e

PAGES = {
    "home": "papendrecht/index.html",
    "day": "papendrecht/dag/2026-12-15.html",
    "week": "papendrecht/week/2026-w49.html",
    "month": "papendrecht/maand/2026-11.html",
    "months": "dordrecht/maand/index.html",
    "series": "papendrecht/activiteit/taalcafe.html",
    "picture": "papendrecht/activiteit/de-nacht-van-het-water.html",
    "past": "papendrecht/activiteit/kinderboekenmiddag.html",
    "cancelled": "dordrecht/activiteit/begrijp-je-medicijnen.html",
    "full": "sliedrecht/activiteit/solliciteren-met-een-bril-op.html",
    "moved": "ridderkerk/activiteit/podium-op-het-plein.html",
    "several days": "alblasserdam/activiteit/molens-in-verf.html",
    "programme": "dordrecht/activiteit/regio-programmadag.html",
    "theme": "dordrecht/thema/taal.html",
    "place": "dordrecht/locatie/stadsbibliotheek-dordrecht.html",
    "choices": "hardinxveld-giessendam/kies.html",
    "subscribe": "dordrecht/abonneren.html",
    "about": "gorinchem/over.html",
    "not found": "molenlanden/404.html",
    "region": "index.html",
    "problems": "problemen.html",
}
MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")

Measured = dict[str, Any]
Measure = Callable[[str, int, str], Measured]

every_page = pytest.mark.parametrize("kind", PAGES)
every_size = pytest.mark.parametrize("width", [320, 1280])
every_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


@dataclass
class Window:
    """One open window of the browser, and what was seen in it since the last page."""

    page: Any
    address: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.route("**/*", self._watch)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("response", lambda given: self.complaints.append(given.url) if given.status >= 400 else None)

    def _watch(self, route: Any) -> None:
        if route.request.url.startswith(f"{self.address}/"):
            route.continue_()
        else:
            self.elsewhere.append(route.request.url)
            route.abort()

    def measure(self, path: str) -> Measured:
        """Opens the page and looks at it."""
        self.elsewhere, self.complaints = [], []
        self.page.goto(f"{self.address}/{path}")
        found: Measured = self.page.evaluate(MEASURE)
        return found | {"elsewhere": self.elsewhere, "complaints": self.complaints}


@pytest.fixture(scope="session")
def measure(browser: Any, site: Any) -> Measure:
    """What a page of this kind, width and colour scheme looks like; each is loaded once."""
    windows: dict[tuple[int, str], Window] = {}
    seen: dict[tuple[str, int, str], Measured] = {}

    def measured(kind: str, width: int, scheme: str) -> Measured:
        if (width, scheme) not in windows:
            size = {"width": width, "height": 800}
            context = browser.new_context(java_script_enabled=False, color_scheme=scheme, viewport=size)
            windows[width, scheme] = Window(context.new_page(), site.address)
        key = (kind, width, scheme)
        if key not in seen:
            seen[key] = windows[width, scheme].measure(PAGES[kind])
        return seen[key]

    return measured


@every_scheme
@every_size
@every_page
def test_page_fits_the_window(measure: Measure, kind: str, width: int, scheme: str) -> None:
    found = measure(kind, width, scheme)
    assert (found["scrollWidth"], found["outside"]) == (width, [])


@every_scheme
@every_size
@every_page
def test_page_asks_nobody_else_and_has_no_complaints(measure: Measure, kind: str, width: int, scheme: str) -> None:
    found = measure(kind, width, scheme)
    assert (found["elsewhere"], found["complaints"]) == ([], [])


@every_size
@every_page
def test_page_has_targets_of_a_thumb(measure: Measure, kind: str, width: int) -> None:
    assert measure(kind, width, "light")["small"] == []


@every_scheme
@every_size
@every_page
def test_text_can_be_read(measure: Measure, kind: str, width: int, scheme: str) -> None:
    texts = measure(kind, width, scheme)["texts"]
    assert texts
    low = [each for each in texts if contrast(each["colour"], each["ground"]) < (3.0 if each["large"] else 4.5)]
    assert low == []


@every_page
def test_lines_are_not_too_long(measure: Measure, kind: str) -> None:
    assert measure(kind, 1280, "light")["longest"] <= 90


@pytest.mark.parametrize("kind", ["home", "month", "series", "region"])
@every_size
def test_skip_link_is_first_and_leads_past_the_head(browser: Any, site: Any, kind: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{site.address}/{PAGES[kind]}")
    page.keyboard.press("Tab")
    first = page.evaluate(
        "() => { const e = document.activeElement, b = e.getBoundingClientRect();"
        " return [e.textContent, b.top >= 0 && b.left >= 0 && b.bottom <= innerHeight] }"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    beyond = page.evaluate("() => document.querySelector('main').contains(document.activeElement)")
    context.close()
    assert (first, beyond) == (["Naar de inhoud", True], True)


@every_size
def test_all_controls_are_reached_and_show_focus(browser: Any, site: Any, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{site.address}/{PAGES['home']}")
    total = page.evaluate("() => document.querySelectorAll('a[href], summary').length")
    widths = []
    for _ in range(total):
        page.keyboard.press("Tab")
        widths.append(page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth"))
    last = page.evaluate("() => document.activeElement.closest('footer') !== null")
    context.close()
    assert (set(widths), last) == ({"3px"}, True)


@pytest.mark.parametrize("kind", ["home", "month", "series"])
def test_paper_has_the_programme_and_no_menu(browser: Any, site: Any, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 800, "height": 800})
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.address}/{PAGES[kind]}")
    shown = [page.locator(selector).first.is_visible() for selector in ("h1", "main li, main dd", "nav", ".skip")]
    context.close()
    assert shown == [True, True, False, False]
