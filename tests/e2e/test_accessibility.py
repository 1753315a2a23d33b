"""Every kind of page for whoever listens, types, enlarges or chooses own colours: axe, the keyboard, forced colours.

axe knows the rules of WCAG 2.0 to 2.2 (A and AA) that a program can judge, and the good customs of its makers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.builders import TODAY, activity, network
from tests.e2e.page_kinds import KINDS, ROOT, address, example
from tests.e2e.window import MEASURE, Window

from meedoen.programme.colour import contrast
from meedoen.proposals.preview import preview
from meedoen.review.proposal import FileChange, Proposal

pytestmark = pytest.mark.e2e

HERE = Path(__file__).parent
LIBRARY = ROOT / ".venv" / "node" / "node_modules" / "axe-core"
AXE, WALK, FORCED = ((HERE / name).read_text(encoding="utf-8") for name in ("axe.js", "walk.js", "forced.js"))
OPEN = "closed => closed.forEach(each => { each.open = true })"
CLOSED, UNLIKE = "details:not([open])", "details:not([open], .calendar, .calendar *)"
"""What is folded; `UNLIKE` without the hundreds of calendars on the page about subscribing, which are alike."""
WORDS = "() => [document.body.innerText, [...document.images].map(each => each.alt)]"
MOVES = """() => [...document.querySelectorAll("*")].flatMap((each) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(each, part || null);
  const long = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const moves = long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration))
    || style.scrollBehavior === "smooth";
  return moves ? each.tagName + "." + each.className + part : "";
})).filter(Boolean)"""
SIGHTS = [
    *product(("ltr",), (320, 1280), ("light", "dark")),
    *product(("rtl",), (320, 1280), ("light",)),
]
"""Way of writing, width, colour scheme. Colours do not depend on the way."""
STOPS = 8
"""A field for a date has several stops of Tab; more at one place is a trap."""

EMPTIED = "() => document.querySelectorAll('iframe').forEach((each) => { each.src = 'about:blank'; })"
"""What stands in a frame is another page: Tab goes through all of its links before it comes out."""

Look = Callable[..., Any]

every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core. Without it the tests are skipped on somebody's own computer, and fail in CI."""
    wanted = json.loads((HERE.parent / "package.json").read_text(encoding="utf-8"))["dependencies"]["axe-core"]
    installed = LIBRARY / "package.json"
    found = json.loads(installed.read_text(encoding="utf-8"))["version"] if installed.is_file() else ""
    if found != wanted:
        message = "niet getest: wat axe op de pagina's vindt (axe-core ontbreekt; typ: make node)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return (LIBRARY / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def windows(browser: Any, site: Any) -> Callable[..., Window]:
    """The window with these settings of a context; one of each is opened. Nothing moves, unless asked."""
    opened: dict[str, Window] = {}

    def window(*, scripts: bool = True, **settings: Any) -> Window:
        key = f"{scripts} {settings}"
        if key not in opened:
            context = browser.new_context(**{"reduced_motion": "reduce"} | settings)
            opened[key] = Window(context.new_page(), site.address, scripts)
        return opened[key]

    return window


def opened(window: Window, site: Any, kind: str) -> Any:
    """A page of this kind in that window, when its scripts have done what was asked of them."""
    page = window.open(address(site.output, kind))
    if KINDS[kind].query:
        page.wait_for_load_state("networkidle")
    return page


def unfold(page: Any, folded: str) -> None:
    """Opens the details, and waits for what scripts put there."""
    if page.locator(folded).count():
        page.eval_on_selector_all(folded, OPEN)
        page.wait_for_timeout(200)


def found_by_axe(page: Any, axe: str, sights: list[tuple[str, int, str]]) -> list[str]:
    """What axe finds on this page with all details open, seen in each of these ways."""
    unfold(page, CLOSED)
    page.evaluate(axe)
    found = []
    for way, width, scheme in sights:
        page.evaluate("way => { document.documentElement.dir = way }", way)
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found += [f"{way} {width} {scheme} {each}" for each in page.evaluate(AXE)]
    return found


@every_kind
def test_axe_finds_nothing(windows: Look, site: Any, axe: str, kind: str) -> None:
    assert found_by_axe(opened(windows(), site, kind), axe, SIGHTS) == []


@every_kind
def test_axe_finds_nothing_on_what_is_there_without_scripts(windows: Look, site: Any, axe: str, kind: str) -> None:
    if "<script src" not in (site.output / example(site.output, kind)).read_text(encoding="utf-8"):
        return  # the same page as with scripts
    assert found_by_axe(opened(windows(scripts=False), site, kind), axe, [SIGHTS[0], SIGHTS[3]]) == []


def test_axe_finds_nothing_on_the_preview_of_a_proposal(browser: Any, axe: str, tmp_path: Path) -> None:
    series = "herhaling: elke dinsdag\ntot: 29 juni 2027\nthema: [taal]\nprijs: gratis\naanmelden: https://www.example.org/a\n"
    cancelled = "wijzigingen: [{datum: 8 december 2026, status: afgelast, reden: De docent is ziek.}]"
    proposed = (
        activity(series + cancelled, "Kom *langs*.\n\n### Wat neem je mee?\n\n- niets"),
        activity("titel: Daar\nlocatie: bibliotheek-sliedrecht", path="content/activiteiten/sliedrecht/daar.md"),
    )
    changes = tuple(FileChange(each.path, None, each) for each in proposed)
    made = tmp_path / "voorbeeld.html"
    made.write_bytes(preview(Proposal(network(), changes, (), TODAY), tmp_path, ROOT / "theme"))
    page = browser.new_page(reduced_motion="reduce")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(made.as_uri())
    assert found_by_axe(page, axe, [each for each in SIGHTS if each[0] == "ltr"]) == []
    assert [each for each in asked if not each.startswith("data:")] == [made.as_uri()]
    page.close()


@every_kind
def test_page_with_its_scripts_asks_nobody_else_and_has_no_complaints(windows: Look, site: Any, kind: str) -> None:
    window = windows()
    opened(window, site, kind).wait_for_timeout(50)
    assert (window.elsewhere, window.complaints) == ([], [])


def walk(page: Any) -> tuple[list[str], list[dict[str, Any]]]:
    """The controls in the order of the document, and where Tab went until it left the page (or did not)."""
    unfold(page, UNLIKE)
    page.evaluate(EMPTIED)
    controls = page.evaluate(WALK)
    been: list[dict[str, Any]] = []
    stuck = 0
    for _ in range(2 * len(controls) + 20):
        page.keyboard.press("Tab")
        here = page.evaluate("() => walk.here()")
        if here is None or (been and here["place"] == 0 and been[-1]["place"] != 0):
            return controls, been
        stuck = stuck + 1 if been and been[-1] == here else 0
        if stuck > STOPS:
            break
        if here["place"] != "scrolls" and not stuck:
            been.append(here)
    pytest.fail(f"Tab does not leave the page: {been[-1:]}")


@every_kind
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_tab_reaches_all_in_order_and_shows_where_it_is(
    windows: Look, site: Any, kind: str, width: int, scheme: str
) -> None:
    window = windows(viewport={"width": width, "height": 800}, color_scheme=scheme)
    controls, been = walk(opened(window, site, kind))
    assert [each["place"] for each in been] == list(range(len(controls))), been
    # What has the focus in a frame is scrolled to and has the ring, and not the frame itself.
    own = [each for each in been if not each["name"].startswith("iframe")]
    unseen = [each for each in own if each["covered"] or each["ring"] < 3]
    assert unseen == []
    assert [each for each in been if contrast(each["colour"], each["ground"]) < 3.0] == []
    assert (window.elsewhere, window.complaints) == ([], [])  # also of what is loaded at the first focus


@every_kind
@pytest.mark.parametrize("width", [320, 1280])
def test_skip_link_is_first_and_leads_past_the_head(windows: Look, site: Any, kind: str, width: int) -> None:
    size = {"width": width, "height": 800}
    page = opened(windows(java_script_enabled=False, viewport=size), site, kind)
    page.keyboard.press("Tab")
    first = page.evaluate(
        "() => { const e = document.activeElement, b = e.getBoundingClientRect();"
        " return [e.hash, b.top >= 0 && b.left >= 0 && b.right <= innerWidth && b.bottom <= innerHeight] }"
    )
    page.keyboard.press("Enter")
    at = page.evaluate("() => document.querySelector(location.hash).tagName")
    page.keyboard.press("Tab")
    head = page.evaluate("() => document.activeElement.closest('header, .skip') !== null")
    assert (first, at, head) == (["#inhoud", True], "MAIN", False)


@every_kind
def test_forced_colours_lose_nothing(windows: Look, site: Any, kind: str) -> None:
    plain = opened(windows(), site, kind)
    words, before = plain.evaluate(WORDS), plain.evaluate(FORCED)
    page = opened(windows(forced_colors="active"), site, kind)
    now = page.evaluate(FORCED)
    assert (page.evaluate(WORDS), now["optedOut"]) == (words, [])
    assert [each for each in before["onGround"] if each in now["flat"]] == []
    assert [each for each in before["marked"] if each in now["unmarked"]] == []
    texts = page.evaluate(MEASURE)["texts"]
    assert [each for each in texts if contrast(each["colour"], each["ground"]) < 4.5] == []


@every_kind
def test_nothing_moves_for_who_does_not_want_that_and_nothing_is_lost(windows: Look, site: Any, kind: str) -> None:
    plain = opened(windows(reduced_motion="no-preference"), site, kind).evaluate(WORDS)
    page = opened(windows(), site, kind)
    assert (page.evaluate(WORDS), page.evaluate(MOVES)) == (plain, [])
