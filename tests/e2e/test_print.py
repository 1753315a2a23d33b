"""What is on paper and not on the screen: where links outside lead, since paper can't be pressed."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.e2e

PRINTED = """() => [...document.querySelectorAll(".text a[href^='http'], .facts a[href^='http']")].map(
  (link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
SIZE = "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).fontSize]"


def test_links_outside_have_their_address_on_paper_alone(browser: Any, site: Any) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site.address}/papendrecht/activiteit/taalcafe.html")
    screen = page.evaluate(PRINTED)
    page.emulate_media(media="print")
    paper, (ground, size) = page.evaluate(PRINTED), page.evaluate(SIZE)
    context.close()
    assert len(paper) > 1
    assert [each for each in screen if each[0] in each[1]] == []
    assert [each for each in paper if each[0] not in each[1] and each[1] != '" (" attr(href) ")"'] == []
    assert (ground, round(float(size.removesuffix("px")) * 0.75)) == ("rgb(255, 255, 255)", 11)
