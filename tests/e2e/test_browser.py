"""Every kind of page in a real browser without script: on a telephone and a desktop, by day and by night."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.e2e.page_kinds import KINDS, address
from tests.e2e.window import Window

from meedoen.programme.colour import contrast

pytestmark = pytest.mark.e2e

Measured = dict[str, Any]
Measure = Callable[[str, int, str], Measured]

every_page = pytest.mark.parametrize("kind", KINDS)
every_size = pytest.mark.parametrize("width", [320, 1280])
every_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


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
            seen[key] = windows[width, scheme].measure(address(site.output, kind))
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


@pytest.mark.parametrize("kind", ["home", "month", "series"])
def test_paper_has_the_programme_and_no_menu(browser: Any, site: Any, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 800, "height": 800})
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.address}/{address(site.output, kind)}")
    wanted = ("h1", "main li:not(nav li), main dd", "nav", ".skip")
    shown = [page.locator(selector).first.is_visible() for selector in wanted]
    context.close()
    assert shown == [True, True, False, False]
