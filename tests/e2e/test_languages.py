"""The site in other languages, in a real browser: English of the real content, a made-up one from right to left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from typing import Any

import pytest
from tests.e2e.conftest import DAY, ROOT, Site, _Quiet
from tests.e2e.test_accessibility import axe, found_by_axe  # noqa: F401
from tests.e2e.window import Window
from tests.made_up_language import CODE, made_up, made_up_catalogue

from meedoen.cli.translations import texts_of

pytestmark = pytest.mark.e2e

PAGES = ("index.html", "maand/2026-12.html", "activiteit/taalcafe.html", "kies.html", "abonneren.html", "zoeken.html",
         "privacy.html")  # fmt: skip
RIGHT_TO_LEFT = ("index.html", "maand/2026-12.html", "activiteit/boekenmarkt.html", "abonneren.html", "zoeken.html")

every_page = pytest.mark.parametrize("path", PAGES)
every_page_from_right_to_left = pytest.mark.parametrize("path", RIGHT_TO_LEFT)


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small library that also speaks the made-up language: its content says so, its theme has the catalogue."""
    folder = tmp_path_factory.mktemp("andersom")
    content, output = folder / "content", folder / "output"
    shutil.copytree(ROOT / "tests" / "examples" / "caribisch" / "content", content)
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "theme" / "vertalingen" / f"{CODE}.po").write_bytes(made_up_catalogue(texts_of(ROOT)))
    with (content / "gemeenten" / "bonaire.yaml").open("a", encoding="utf-8") as file:
        file.write("talen: [ar]\n")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(output)))
    address = f"http://127.0.0.1:{server.server_port}"
    settings = folder / "eigenconf.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\nPATH = {str(content)!r}\n"
        f"OUTPUT_PATH = {str(output)!r}\nTHEME = {str(folder / 'theme')!r}\nSITEURL = {address!r}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "--settings", str(settings), "--quiet"],
        cwd=folder, env=os.environ | {"MEEDOEN_DATUM": DAY}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    with server:
        thread.start()
        yield Site(output, address)
        server.shutdown()
        thread.join()


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page. At the end: no complaint of the browser, and nothing was asked of another host."""
    windows = []

    def open_page(site: Site, path: str, width: int = 1280) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        windows.append(Window(context.new_page(), site.address))
        return windows[-1].open(path)

    yield open_page
    for each in windows:
        each.page.wait_for_load_state("networkidle")
        each.page.context.close()
    assert [(each.complaints, each.elsewhere) for each in windows] == [([], [])] * len(windows)


@every_page
def test_english_page_says_so_and_leads_to_the_dutch_one_and_back(opened: Any, site: Site, path: str) -> None:
    page = opened(site, f"papendrecht/en/{path}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir || 'ltr']") == ["en", "ltr"]
    links = page.eval_on_selector_all(
        "link[rel=alternate][hreflang]", "all => all.map(each => [each.hreflang, each.href])"
    )
    tail = "" if path == "index.html" else path
    start = f"{site.address}/papendrecht/"
    assert links == [["nl", start + tail], ["en", f"{start}en/{tail}"]]
    page.click("nav.tongues a[hreflang=nl]")
    page.wait_for_url(f"{site.address}/papendrecht/{path}")
    assert page.evaluate("document.documentElement.lang") == "nl"
    page.click("nav.tongues a[hreflang=en]")
    page.wait_for_url(f"{site.address}/papendrecht/en/{path}")


def test_site_without_other_languages_offers_none(opened: Any, site: Site) -> None:
    page = opened(site, "alblasserdam/index.html")
    assert page.locator("nav.tongues, link[hreflang]").count() == 0


def test_search_speaks_english_and_leads_to_the_english_page(opened: Any, site: Site) -> None:
    page = opened(site, "papendrecht/en/zoeken.html")
    page.fill("#q", "taalcafe")
    page.wait_for_function("() => document.getElementById('aantal').textContent === '1 activity found'")
    assert page.inner_text("#gevonden .where") != ""
    page.click("#gevonden a")
    page.wait_for_url(f"{site.address}/papendrecht/en/activiteit/taalcafe.html")
    assert page.locator("h1").inner_text() == "Taalcafé"


def test_filter_tells_in_english_how_much_is_left(opened: Any, site: Site) -> None:
    page = opened(site, "papendrecht/en/index.html")
    page.click("summary:has-text('Show only what suits you')")
    page.wait_for_selector("summary + * select")
    page.select_option("summary + * select >> nth=0", index=1)
    page.wait_for_function(
        "() => [...document.querySelectorAll('[role=status]')]"
        ".some(each => /^(1 activity|\\d+ activities) found$|^Nothing here fits/.test(each.textContent))"
    )


def test_chooser_of_calendars_speaks_english_and_gives_the_calendar_of_the_site(opened: Any, site: Site) -> None:
    page = opened(site, "papendrecht/en/abonneren.html")
    labels = page.eval_on_selector_all("#agenda label", "all => all.map(each => each.firstChild.textContent.trim())")
    assert labels[:3] == ["Place", "For whom", "Subject"]
    page.select_option("#agenda select >> nth=2", label="Reading")
    address = page.inner_text("#agenda code")
    assert address == f"{site.address}/papendrecht/thema/lezen.ics"
    assert (site.output / "papendrecht/thema/lezen.ics").is_file()


@every_page
def test_what_an_english_page_points_to_is_there(opened: Any, site: Site, path: str) -> None:
    page = opened(site, f"papendrecht/en/{path}")
    found = page.eval_on_selector_all(
        "[href], [src]", "all => all.map(each => (each.href || each.src).toString().split(/[?#]/)[0])"
    )
    own = {each.removeprefix(f"{site.address}/") for each in found if each.startswith(f"{site.address}/")}
    files = {f"{each}index.html" if each.endswith("/") or not each else each for each in own}
    assert (len(files) > 5, [each for each in sorted(files) if not (site.output / each).is_file()]) == (True, [])


@every_page_from_right_to_left
def test_page_runs_from_right_to_left(opened: Any, mirrored: Site, path: str) -> None:
    page = opened(mirrored, f"bonaire/ar/{path}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    places = page.eval_on_selector_all(
        "header nav a", "all => all.filter(e => e.offsetWidth).map(e => Math.round(e.getBoundingClientRect().right))"
    )
    assert (len(places) > 2, places) == (True, sorted(places, reverse=True))


@every_page_from_right_to_left
def test_page_from_right_to_left_fits_a_narrow_screen(opened: Any, mirrored: Site, path: str) -> None:
    page = opened(mirrored, f"bonaire/ar/{path}", width=320)
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@every_page_from_right_to_left
def test_axe_finds_nothing_from_right_to_left(
    opened: Any, mirrored: Site, path: str, request: pytest.FixtureRequest
) -> None:
    source = request.getfixturevalue("axe")
    page = opened(mirrored, f"bonaire/ar/{path}")
    sights = [("rtl", 320, "light"), ("rtl", 1280, "light")]
    assert found_by_axe(page, source, sights) == []


def test_search_from_right_to_left_finds_dutch_titles(opened: Any, mirrored: Site) -> None:
    page = opened(mirrored, "bonaire/ar/zoeken.html")
    page.fill("#q", "boekenmarkt")
    page.wait_for_function(
        "text => document.getElementById('aantal').textContent === text", arg=made_up("1 activiteit gevonden")
    )
    title = page.locator("#gevonden h2, #gevonden h2 a, #gevonden li").filter(has_text="Boekenmarkt").first
    assert title.evaluate("each => (each.matches('[lang]') ? each : each.querySelector('[lang]')).dir") == "ltr"
