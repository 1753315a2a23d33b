"""Every kind of page with letters twice as large (WCAG 1.4.4) and with more space between them (1.4.12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.e2e.page_kinds import KINDS, address
from tests.e2e.window import Window

pytestmark = pytest.mark.e2e

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
ADD = """text => {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}"""
LARGE = {"standard": 32, "fixed": 26}
"""Twice what a browser has of itself, in pixels."""
SEEN = """() => {
  const clipped = (element) => {
    if (element.closest(".hidden, .skip") || !element.textContent.trim()) return false;
    const style = getComputedStyle(element);
    const wide = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    return wide || (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  };
  const name = (element) => `${element.tagName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
  return {
    width: document.documentElement.scrollWidth,
    letters: parseFloat(getComputedStyle(document.querySelector("h1")).fontSize),
    cut: [...document.querySelectorAll("body *")].filter(clipped).map(name),
  };
}"""

every_kind = pytest.mark.parametrize("kind", KINDS)
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def windows(browser: Any, site: Any) -> Callable[[int], Window]:
    """A window of this width, without script; one of each is opened. Style may be added, whatever the page says."""
    opened: dict[int, Window] = {}

    def window(width: int) -> Window:
        if width not in opened:
            size = {"width": width, "height": 800}
            context = browser.new_context(viewport=size, java_script_enabled=False, bypass_csp=True)
            opened[width] = Window(context.new_page(), site.address)
        return opened[width]

    return window


def looked_at(window: Window, path: str, *, letters: dict[str, int] | None = None, style: str = "") -> dict[str, Any]:
    """What the page looks like with these letters of the browser and this style on top."""
    session = window.page.context.new_cdp_session(window.page)
    session.send("Page.setFontSizes", {"fontSizes": letters or {"standard": 16, "fixed": 13}})
    page = window.open(path)
    if style:
        page.evaluate(ADD, style)
    found: dict[str, Any] = page.evaluate(SEEN)
    session.detach()
    return found


@every_kind
def test_letters_twice_as_large_are_all_there(windows: Open, site: Any, kind: str) -> None:
    path, window = address(site.output, kind), windows(640)
    plain = looked_at(window, path)
    large = looked_at(window, path, letters=LARGE)
    assert (large["width"], large["cut"]) == (640, [])
    assert large["letters"] >= 1.5 * plain["letters"]  # a heading also depends on the width of the window


@every_kind
@pytest.mark.parametrize("width", [320, 1280])
def test_more_space_between_letters_lines_and_words_cuts_nothing(
    windows: Open, site: Any, kind: str, width: int
) -> None:
    found = looked_at(windows(width), address(site.output, kind), style=SPACED)
    assert (found["width"], found["cut"]) == (width, [])
