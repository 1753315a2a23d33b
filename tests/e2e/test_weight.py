"""What the heaviest pages of all sites weigh on the way to a telephone (gzip, images aside), in thousands of bytes."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from tests.e2e.page_kinds import pages

pytestmark = pytest.mark.e2e

HOME, ACTIVITY, STYLE, SCRIPTS = 45_000, 25_000, 12_000, 12_000
FORM, FORM_SCRIPTS = "aanmelden", 20_000
"""What the names of the files of the form begin with: its scripts are for who writes, and may weigh more."""
STAFF = "nieuwsbrief"
"""What the name begins with of a script that only pages for employees load."""


@cache
def weight(file: Path) -> int:
    """Bytes of this file as servers send it: gzip, at the level that nginx and Apache have of themselves or one up."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))


def loaded(browser: Any, site: Any, path: str) -> dict[str, int]:
    """Path → bytes of everything but images that this page asks for."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url) if each.resource_type != "image" else None)
    page.goto(f"{site.address}/{path}", wait_until="networkidle")
    asked += page.eval_on_selector_all(
        "link[rel=manifest]", "all => all.map(each => each.href)"
    )  # asked for now and then
    context.close()
    paths = {unquote(urlsplit(each).path).lstrip("/") for each in asked}
    icons = (".svg", ".png", ".ico", ".webp", ".avif")
    return {each: weight(site.output / each) for each in sorted(paths) if not each.endswith(icons)}


def heaviest(site: Any, template: str) -> str:
    """The page of this template that weighs most of all sites."""
    return max(pages(site.output)[template], key=lambda path: weight(site.output / path))


def test_home_is_light_with_all_that_it_loads(browser: Any, site: Any) -> None:
    found = loaded(browser, site, heaviest(site, "home.html"))
    assert len(found) >= 2, found
    assert sum(found.values()) <= HOME, found


def test_activity_is_light_with_all_that_it_loads(browser: Any, site: Any) -> None:
    found = loaded(browser, site, heaviest(site, "activity.html"))
    assert len(found) >= 2, found
    assert sum(found.values()) <= ACTIVITY, found


@pytest.mark.parametrize(("ending", "most"), [("css", STYLE), ("js", SCRIPTS)])
def test_styles_and_scripts_of_every_site_are_small(site: Any, ending: str, most: int) -> None:
    found: dict[str, int] = {}
    for file in sorted(site.output.rglob(f"*.{ending}")):
        if ending == "js" and file.name.startswith((FORM, STAFF)):
            continue
        folder = file.relative_to(site.output).parts[0]
        found[folder] = found.get(folder, 0) + weight(file)
    # A language has no theme of its own.
    assert len(found) >= sum(path.count("/") == 1 for path in pages(site.output)["home.html"])
    assert {folder: bytes_ for folder, bytes_ in found.items() if bytes_ > most} == {}


def test_scripts_of_the_form_are_small(browser: Any, site: Any) -> None:
    found = loaded(browser, site, heaviest(site, "form.html"))
    scripts = {path: bytes_ for path, bytes_ in found.items() if path.endswith(".js")}
    assert len(scripts) == 4, found
    assert sum(scripts.values()) <= FORM_SCRIPTS, found
