"""The editor as an employee uses it: a real Decap CMS in a real browser, with its own server on a repository of Git."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tools.editor import git, is_installed, new_repository, running

from meedoen.cli.check import check
from meedoen.cms.guide import DECAP, JS_YAML

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "tests" / "examples" / "lek-en-ijssel" / "content"
EXAMPLE_PICTURE = ROOT / "tests" / "examples" / "basis" / "content" / "activiteiten" / "dorp" / "koffie.png"
TODAY = date(2026, 11, 24)
SLOW = 20_000
"""Milliseconds that a step of the editor may take on a busy computer."""
HARMLESS = ("404 (Not Found)", "404 (File not found)")
"""decap-server says so of what is not there yet, and is asked first where it is."""

NEW = "content/activiteiten/lopik/muziek-live-in-de-bieb-meer.md"
WRITTEN = """---
titel: "Muziek: live in de bieb & méér"
samenvatting: "Kom luisteren: 'het is gratis' # echt"
datum: 1 december 2026
tijd: 19.30 - 21.00
herhaling: elke dinsdag
tot: 29 juni 2027
behalve: [29 december 2026, schoolvakanties]
locatie: bibliotheek-lopik
organisator: taalhuis-lek-en-ijssel
doelgroep: [volwassenen]
prijs:
  leden: gratis
  niet-leden: 5 euro
---
Een avond vol muziek. Iedereen mag meezingen.
"""


class Editor:
    """The editor in a window of the browser, with the repository that it saves in."""

    def __init__(self, page: Any, address: str, repository: Path) -> None:
        self.page, self.address, self.repository = page, address, repository

    def open(self, where: str) -> None:
        """Goes there from the list, as a person does."""
        collection = "/".join(where.split("/")[:2])
        self.page.goto(f"{self.address}/#/{collection}")
        self.page.get_by_text("Sorteer op").first.wait_for(timeout=SLOW)
        self.page.goto(f"{self.address}/#/{where}")
        self.page.get_by_text("Opslaan", exact=True).first.wait_for(timeout=SLOW)

    def fill(self, field: str, text: str) -> None:
        """Types in the first field of this name: those of blocks come after it."""
        self.page.locator(f'[id^="{field}-field-"]').first.fill(text)

    def choose(self, field: str, typed: str, name: str) -> None:
        """Types in a list and takes the name that it offers."""
        box = self.page.locator(f'[id^="{field}-field-"]').first
        box.scroll_into_view_if_needed()
        box.click()
        box.press_sequentially(typed)
        self.page.get_by_role("option", name=name).first.click(timeout=SLOW)

    def save(self) -> None:
        """Saves, and waits until that has been done."""
        self.page.get_by_text("Opslaan", exact=True).first.click()
        self.page.get_by_text("Wijzigingen opgeslagen").first.wait_for(timeout=SLOW)
        self.page.wait_for_url(re.compile("/entries/"), timeout=SLOW)  # a new one gets its own address after that

    def git(self, *arguments: str) -> str:
        """What Git says in the repository."""
        return git(self.repository, *arguments)


@pytest.fixture(scope="module")
def installed() -> None:
    """Node with Decap. Without it the tests are skipped on somebody's own computer, and fail in CI."""
    if not is_installed():
        message = "niet getest: het beheer met Decap CMS (node of Decap ontbreekt; typ: make node)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the content of a small library."""
    folder = tmp_path_factory.mktemp("repository")
    new_repository(folder, CONTENT)
    return folder


@pytest.fixture(scope="module")
def editor(
    installed: None, browser: Any, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Editor]:
    """The editor, logged in; no complaint of the browser is let through."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    with running(repository, tmp_path_factory.mktemp("beheer")) as address:
        page = context.new_page()
        page.on("console", lambda each: complaints.append(each.text) if each.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{address}/")
        page.get_by_role("button", name="Inloggen").click(timeout=SLOW)
        page.get_by_text("Inhoudstypen").wait_for(timeout=SLOW)
        yield Editor(page, address, repository)
        context.close()
    assert [each for each in complaints if not any(known in each for known in HARMLESS)] == []


def test_new_activity_is_saved_checked_and_published(editor: Editor, tmp_path: Path) -> None:
    editor.open("collections/activiteiten-lopik/new")
    editor.fill("titel", "Muziek: live in de bieb & méér")
    editor.fill("samenvatting", "Kom luisteren: 'het is gratis' # echt")
    editor.page.locator("[contenteditable=true]").first.click()
    editor.page.keyboard.type("Een avond vol muziek. Iedereen mag meezingen.")
    editor.fill("datum", "2026-12-01")
    editor.fill("tijd", "19.30 - 21.00")
    editor.fill("herhaling", "elke dinsdag")
    editor.fill("tot", "29 juni 2027")
    editor.fill("behalve", "29 december 2026, schoolvakanties")
    editor.choose("locatie", "Biblio", "Bibliotheek Lopik")
    editor.choose("organisator", "Taalhuis", "Taalhuis Lek & IJssel")
    editor.choose("doelgroep", "volw", "volwassenen")
    editor.fill("prijs", "leden: gratis\nniet-leden: 5 euro")
    editor.save()
    branch = f"cms/activiteiten-lopik/{Path(NEW).stem}"
    assert editor.git("show", f"{branch}:{NEW}") == WRITTEN
    assert editor.git("log", "--format=%s%b", "-1", branch).strip() == f"Nieuw: {NEW}"

    editor.page.get_by_role("button", name="Status: Concept").click()
    editor.page.get_by_role("menuitem", name="Klaar").click()
    editor.page.get_by_role("button", name="Status: Klaar").wait_for(timeout=SLOW)
    editor.page.get_by_role("button", name="Publiceer", exact=True).click()
    editor.page.get_by_role("menuitem", name="Publiceer nu").click()
    editor.page.get_by_role("button", name="Gepubliceerd", exact=True).wait_for(timeout=SLOW)
    assert editor.git("show", f"main:{NEW}") == WRITTEN
    assert [each for each in check(editor.repository / "content", TODAY)[0] if each.place.path == NEW] == []
    assert _build(editor.repository / "content", tmp_path).count("Muziek: live in de bieb &amp; méér") > 0


def test_change_of_one_field_changes_one_line(editor: Editor) -> None:
    name = "content/activiteiten/ijsselstein/klik-en-tik.md"
    before = editor.git("show", f"main:{name}")
    editor.open("collections/activiteiten-ijsselstein/entries/klik-en-tik")
    editor.fill("ruimte", "De grote zaal")
    editor.save()
    after = editor.git("show", f"cms/activiteiten-ijsselstein/klik-en-tik:{name}")
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert changed == ["ruimte: De grote zaal"]
    assert len(after.splitlines()) - len(before.splitlines()) in (0, 1)


def test_one_date_is_called_off_as_the_handbook_says(editor: Editor) -> None:
    name = "content/activiteiten/ijsselstein/taalcafe.md"
    before = editor.git("show", f"main:{name}")
    editor.open("collections/activiteiten-ijsselstein/entries/taalcafe")
    editor.page.get_by_role("button", name="Voeg wijziging toe").click()
    block = editor.page.locator('[id^="wijzigingen-field-"]').first
    block.locator('[id^="datum-field-"]').last.fill("2027-02-02")
    status = block.locator('[id^="status-field-"]').last
    status.click()
    status.press_sequentially("afge")
    editor.page.get_by_role("option", name="afgelast").click(timeout=SLOW)
    block.locator('[id^="reden-field-"]').last.fill("De docent is ziek: griep.")
    editor.save()
    after = editor.git("show", f"cms/activiteiten-ijsselstein/taalcafe:{name}")
    added = '  - datum: 2 februari 2027\n    status: afgelast\n    reden: "De docent is ziek: griep."\n'
    assert added in after
    assert after.replace(added, "") == before


def test_new_place_can_be_chosen(editor: Editor) -> None:
    editor.open("collections/locaties/new")
    editor.fill("naam", "Dorpshuis De Kom")
    editor.choose("soort", "buurt", "In de buurt")
    editor.choose("gemeente", "Lopik", "Lopik")
    editor.fill("plaats", "Lopikerkapel")
    editor.fill("punt", "51.98, 5.04")
    editor.fill("openingstijden", "maandag: 9.00 - 12.00\nvrijdag: dicht")
    editor.save()
    name = "content/locaties/dorpshuis-de-kom.yaml"
    assert editor.git("show", f"cms/locaties/dorpshuis-de-kom:{name}") == (
        "naam: Dorpshuis De Kom\nsoort: wijk\ngemeente: lopik\nplaats: Lopikerkapel\npunt: [51.98, 5.04]\n"
        "openingstijden:\n  maandag: 9.00 - 12.00\n  vrijdag: dicht\n"
    )


def test_picture_is_put_beside_its_activity(editor: Editor) -> None:
    editor.open("collections/activiteiten-lopik/new")
    editor.fill("titel", "Tekenen aan de dijk")
    editor.fill("datum", "2026-12-02")
    editor.page.locator('[id^="afbeelding-field-"]').get_by_role("button").first.click()
    editor.page.get_by_role("button", name="Kies een afbeelding").click()
    with editor.page.expect_file_chooser() as chooser:
        editor.page.get_by_text("Nieuwe uploaden").first.click()
    chooser.value.set_files(EXAMPLE_PICTURE)
    editor.page.get_by_text("koffie.png").first.wait_for(timeout=SLOW)
    editor.page.get_by_role("button", name="Gebruik selectie").click()
    editor.fill("alt", "Een kop koffie op tafel")
    editor.save()
    branch, folder = "cms/activiteiten-lopik/tekenen-aan-de-dijk", "content/activiteiten/lopik"
    assert editor.git("diff", "--name-only", f"main...{branch}").split() == [
        f"{folder}/koffie.png",
        f"{folder}/tekenen-aan-de-dijk.md",
    ]
    assert "afbeelding:\n  bestand: koffie.png\n  alt: Een kop koffie op tafel\n" in editor.git(
        "show", f"{branch}:{folder}/tekenen-aan-de-dijk.md"
    )


def _build(content: Path, folder: Path) -> str:
    """The home page of Lopik, built as its maintainer would."""
    settings = folder / "eigenconf.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"PATH = {str(content)!r}\nOUTPUT_PATH = {str(folder / 'output')!r}\n"
        f"THEME = {str(ROOT / 'theme')!r}\n",
        encoding="utf-8",
    )
    subprocess.run(
        [sys.executable, "-m", "pelican", "-s", str(settings), "-q"],
        cwd=ROOT,
        env=os.environ | {"MEEDOEN_DATUM": TODAY.isoformat(), "MEEDOEN_GEMEENTE": "lopik"},
        check=True,
        capture_output=True,
    )
    return (folder / "output" / "lopik" / "index.html").read_text(encoding="utf-8")


def test_versions_are_those_of_the_guide() -> None:
    wanted = json.loads((ROOT / "tests" / "package.json").read_text(encoding="utf-8"))
    assert (wanted["whole"]["decap-cms"], wanted["dependencies"]["js-yaml"]) == (DECAP, JS_YAML)
