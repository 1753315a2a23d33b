"""What an employee does with a letter in a browser: look at it in frames, and take it over with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.newsletter.writing import ADDRESS, files, weekly

from meedoen.newsletter.copy_blocks import blocks
from meedoen.newsletter.screen_preview import headers_of_preview

pytestmark = pytest.mark.e2e

STATIC = Path(__file__).resolve().parents[2] / "theme" / "static"
FOLDER = "nieuwsbrief/papendrecht-2026-w49/"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".txt": "text/plain"}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The files of a preview, with those of the theme."""
    theme = {f"theme/{path.name}": path.read_bytes() for path in STATIC.iterdir()}
    return {**files(weekly(), preview=True), **theme}


@pytest.fixture
def tab(browser: Any, made: dict[str, bytes], request: pytest.FixtureRequest) -> Iterator[Any]:
    """A tab in which these files are served with the headers of `meedoen bekijk`; its parameter: with script or not."""
    context = browser.new_context(java_script_enabled=getattr(request, "param", True))
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ADDRESS)
    tab = context.new_page()

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(f"{ADDRESS}/")
        if path in made:
            headers = {
                **dict(headers_of_preview(f"/{path}")),
                "Content-Type": TYPES.get(Path(path).suffix, "image/png"),
            }
            route.fulfill(body=made[path], headers=headers)
        else:
            route.fulfill(status=404)

    tab.route("**/*", answer)
    yield tab
    context.close()


def test_block_is_copied_with_one_button(tab: Any) -> None:
    tab.goto(f"{ADDRESS}/{FOLDER}kopieer.html")
    block = tab.locator(".copy-block", has=tab.get_by_text("Zing, speel of lees iets voor."))
    block.get_by_role("button", name="Kopieer Open podium").click()
    block.get_by_role("status").filter(has_text="Gekopieerd").wait_for()  # the clipboard answers when it likes
    assert tab.evaluate("navigator.clipboard.readText()") == block.locator("pre").text_content()


@pytest.mark.parametrize(
    ("name", "file"), [("de brief voor listmonk", "listmonk.html"), ("de tekst voor Brevo", "brevo.txt")]
)
def test_whole_letter_is_copied_as_it_is_published(tab: Any, made: dict[str, bytes], name: str, file: str) -> None:
    tab.goto(f"{ADDRESS}/{FOLDER}kopieer.html")
    tab.get_by_role("button", name=f"Kopieer {name}", exact=True).click()
    tab.locator("[role=status]", has_text="Gekopieerd").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == made[f"{FOLDER}{file}"].decode()


@pytest.mark.parametrize("tab", [False], indirect=True)
def test_without_script_everything_is_there_to_select_and_to_fetch(tab: Any) -> None:
    tab.goto(f"{ADDRESS}/{FOLDER}kopieer.html")
    assert tab.locator("button", has_text="Kopieer").count() == 0
    own = sum(each.level == 3 for each in blocks(weekly()))
    assert tab.locator(".copy-block pre").count() == own + len(("subject", "preheader", "intro"))
    fetched = [each.get_attribute("href") for each in tab.locator("a[download]").all()]
    assert {"listmonk.html", "generiek.txt", "concept.eml", "brief.md"} <= set(fetched)


def test_frames_show_the_letter_by_day_and_by_night(tab: Any) -> None:
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(f"{ADDRESS}/{FOLDER}proef.html")
    grounds = []
    for reference_files in tab.locator("iframe").all():
        reference_files.scroll_into_view_if_needed()
        body = reference_files.content_frame.locator("body")
        body.wait_for()
        grounds.append(body.evaluate("body => getComputedStyle(body).backgroundColor"))
    paper = [_rgb(scheme["paper"]) for scheme in (weekly().schemes.day, weekly().schemes.night)]
    assert grounds == paper * 2
    assert [each for each in complaints if "Content Security Policy" in each] == []


def _rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"
