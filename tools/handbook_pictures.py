"""The pictures of the handbooks, of the real editor and the real form: docs/beelden/handleiding.

Run it again when the editor or the form looks different: `python -m tools.handbook_pictures`. What stands on a picture
is typed here, so that it is the same each time.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.editor import is_installed, new_repository, running
from tools.screenshots import DAY, ROOT, build, served, small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

PICTURES = ROOT / "docs" / "beelden" / "handleiding"
WIDE: ViewportSize = {"width": 1100, "height": 760}
NARROW: ViewportSize = {"width": 390, "height": 844}
LONGEST_WAIT = 20_000
"""Milliseconds that a step may take on a busy computer."""
TYPED = {
    "titel": "Breien voor beginners",
    "samenvatting": "Leer breien in een middag. Wol en naalden liggen klaar.",
    "datum": "2027-02-04",
    "tijd": "14.00 - 16.00",
}
EXAMPLES = """voorbeelden:
  python -m tools.handbook_pictures                   alle plaatjes van de handleidingen
  python -m tools.handbook_pictures --alleen beheer   alleen die van het beheer
"""


def main() -> int:
    """Takes the pictures; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--alleen", default="", metavar="TEKST", help="alleen die van: beheer of formulier")
    parser.add_argument("--gebouwd", type=Path, metavar="MAP", help="bouw de sites niet, neem die in deze map")
    parser.add_argument("--map", type=Path, default=PICTURES, metavar="MAP", help="waar ze komen te staan")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not is_installed():
        sys.stderr.write("Chromium of Decap ontbreekt. Typ: make browser node\n")
        return 2
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional dependency

    options.map.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        keep = partial(_save, options.map)
        if options.alleen in "beheer":
            _editor(browser, keep)
        if options.alleen in "formulier":
            _form(browser, keep, options.gebouwd)
        browser.close()
    return 0


Take = Callable[[str, "Page"], None]


def _editor(browser: Browser, take: Take) -> None:
    """A new activity, and the board on which it waits."""
    with tempfile.TemporaryDirectory() as place:
        repository = Path(place, "repository")
        repository.mkdir()
        new_repository(repository, ROOT / "content")
        with running(repository, Path(place, "beheer")) as address:
            page = browser.new_context(viewport=WIDE, locale="nl-NL").new_page()
            page.goto(address)
            page.get_by_role("button", name="Inloggen").click(timeout=LONGEST_WAIT)
            page.get_by_text("Inhoudstypen").wait_for(timeout=LONGEST_WAIT)
            page.goto(f"{address}/#/collections/activiteiten-papendrecht/new")
            for field, text in TYPED.items():
                page.locator(f'[id^="{field}-field-"]').first.fill(text)
            page.locator("[contenteditable=true]").first.click()
            page.keyboard.type("Je leert de eerste steken en begint aan een sjaal.")
            page.evaluate("document.activeElement.blur()")
            page.locator('[id^="titel-field-"]').first.evaluate("field => field.scrollIntoView({block: 'center'})")
            take("beheer-nieuw", page)
            page.get_by_text("Opslaan", exact=True).first.click()
            page.get_by_text("Wijzigingen opgeslagen").first.wait_for(timeout=LONGEST_WAIT)
            page.get_by_role("button", name="Status: Concept").click()
            page.get_by_role("menuitem", name="Wordt beoordeeld").click()
            page.get_by_role("button", name="Status: Wordt beoordeeld").wait_for(timeout=LONGEST_WAIT)
            page.goto(f"{address}/#/workflow")
            page.get_by_text("Breien voor beginners").first.wait_for(timeout=LONGEST_WAIT)
            page.wait_for_function("() => !document.querySelector('.Toastify__toast')", timeout=LONGEST_WAIT)
            take("beheer-bord", page)


def _form(browser: Browser, take: Take, built: Path | None) -> None:
    """The form on a telephone, with what is asked first filled in."""
    with tempfile.TemporaryDirectory() as place:
        output = built or Path(place, "output")
        if not built:
            build(output, DAY)
        with served(output) as address:
            page = browser.new_context(viewport=NARROW, locale="nl-NL", device_scale_factor=2).new_page()
            page.goto(f"{address}/papendrecht/aanmelden.html")
            for field, text in TYPED.items():
                found = page.locator(f'form [name="{field}"]').first
                if found.count():
                    found.fill(text)
            page.locator("form h2, form legend").first.scroll_into_view_if_needed()
            take("formulier-telefoon", page)


def _save(folder: Path, name: str, page: Page) -> None:
    data = small(page.screenshot())
    (folder / f"{name}.webp").write_bytes(data)
    sys.stdout.write(f"{name}.webp: {len(data) // 1000} kB\n")


if __name__ == "__main__":
    sys.exit(main())
