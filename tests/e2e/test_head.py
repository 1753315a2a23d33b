"""What programs read in the head of a page, in a real browser: nothing in it is refused, and the manifest is one."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.e2e.conftest import Site

pytestmark = pytest.mark.e2e
PAGES = ("index.html", "activiteit/taalcafe.html", "maand/index.html")


@pytest.mark.parametrize("path", PAGES)
def test_head_is_read_without_a_complaint(browser: Any, site: Site, path: str) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(f"{site.address}/papendrecht/{path}")
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    events = page.locator('script[type="application/ld+json"]').all_text_contents()
    page.close()
    assert (complaints, found["errors"], found["url"]) == ([], [], f"{site.address}/papendrecht/manifest.webmanifest")
    assert json.loads(found["data"])["name"] == "Agenda Papendrecht"
    assert [json.loads(each)["@type"] for each in events] == ["Event"] * (PurePosixPath(path).parts[0] == "activiteit")


@pytest.mark.parametrize("path", PAGES)
def test_shared_link_has_a_picture_and_a_text(browser: Any, site: Site, path: str) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/papendrecht/{path}")
    found = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('meta[property]')]"
        ".map((each) => [each.getAttribute('property'), each.content]))"
    )
    said = page.evaluate(
        "() => [document.title, document.querySelector('meta[name=description]').content, "
        "document.querySelector('link[rel=canonical]').href]"
    )
    page.close()
    assert said[0] in (found["og:title"], f"{found['og:title']} · Agenda Papendrecht")
    assert found == {
        "og:title": found["og:title"],
        "og:type": "website",
        "og:url": said[2],
        "og:description": said[1],
        "og:locale": "nl_NL",
        "og:site_name": "Agenda Papendrecht",
        "og:image": f"{site.address}/papendrecht/theme/delen.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Agenda Papendrecht",
    }
