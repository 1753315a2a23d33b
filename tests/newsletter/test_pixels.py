"""A letter looks the same without its rules: mail programs that drop them show the same picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.newsletter.writing import ADDRESS, LETTERS, files

pytestmark = pytest.mark.e2e

PLACE = "nieuwsbrief/papendrecht-2026-w49/generiek.html"
WIDTHS = (320, 640, 1280)


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    """A tab on a light screen that reaches nothing but what it is given."""
    context = browser.new_context(color_scheme="light", viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def show(tab: Any, found: dict[str, bytes], html: str) -> list[str]:
    """Opens the letter with its pictures; gives the addresses that it asked for and that are not of its own site."""
    asked: list[str] = []

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(f"{ADDRESS}/")
        if path == PLACE:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif path in found:
            route.fulfill(body=found[path])
        else:
            asked.append(route.request.url)
            route.abort()

    tab.unroute_all()
    tab.route("**/*", answer)
    tab.goto(f"{ADDRESS}/{PLACE}")
    return asked


@pytest.mark.parametrize("name", LETTERS)
def test_letter_looks_the_same_without_its_rules(tab: Any, name: str) -> None:
    found = files(LETTERS[name]())
    html = found[PLACE].decode()
    bare = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert bare != html
    tab.set_viewport_size({"width": 640, "height": 800})
    pictures = []
    for each in (html, bare):
        # Chromium asks for the icon of the site by itself.
        assert [one for one in show(tab, found, each) if not one.endswith("favicon.ico")] == []
        pictures.append(tab.screenshot(full_page=True))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("width", WIDTHS)
def test_letter_fits_on_every_screen(tab: Any, width: int) -> None:
    found = files(LETTERS["weekly"]())
    tab.set_viewport_size({"width": width, "height": 800})
    show(tab, found, found[PLACE].decode())
    assert tab.evaluate("document.documentElement.scrollWidth") == width


def test_dark_screen_changes_every_ground_and_every_text(browser: Any) -> None:
    found = files(LETTERS["weekly"]())
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        tab = context.new_page()
        show(tab, found, found[PLACE].decode())
        colours.append(tab.evaluate(SHOWN))
        context.close()
    light, dark = colours
    assert len(light) == len(dark) > 40
    same = [each for each, other in zip(light, dark, strict=True) if each[1] == other[1] or each[2] == other[2]]
    assert same == []


SHOWN = """() => {
  const found = [], walk = document.createTreeWalker(document.querySelector("[role=article]"), NodeFilter.SHOW_TEXT);
  const ground = (each) => { for (; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor; if (colour !== "rgba(0, 0, 0, 0)") return colour; } };
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim(), owner = walk.currentNode.parentElement;
    if (text) found.push([text, getComputedStyle(owner).color, ground(owner)]);
  }
  return found;
}"""
"""Each text with its colour and that of what is behind it."""
