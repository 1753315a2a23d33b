"""The form in a real browser: filled in with the keyboard on a small screen, and what comes out of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from tests.form.nasty import NASTY

from meedoen.cli.check import check
from meedoen.cli.main import main
from meedoen.language.rules import is_fault
from meedoen.notation.schema.json_schema import plain_value
from meedoen.notation.text.document import Document, parse_document

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / ".venv" / "node" / "node_modules" / "axe-core" / "axe.min.js"
TODAY = date(2026, 11, 24)
PAGE = "papendrecht/aanmelden.html"
FILE = """---
titel: "Zingen: samen & sterk"
samenvatting: Zing mee met een klein koor.
datum: 1 december 2026
tijd: 10.00 - 11.30
herhaling: elke dinsdag
tot: 2 februari 2027
behalve: [29 december 2026, 5 januari 2027]
adres:
  naam: Speeltuin de Merwede
  straat: Kade 1
  plaats: Papendrecht
prijs:
  leden: gratis
  anderen: "€ 7,50"
aanmelden: niet nodig
---
Iedereen is welkom.

Neem iets te drinken mee.
"""


@pytest.fixture
def opened(browser: Any, site: Any) -> Iterator[Callable[..., Any]]:
    """Opens the form of Papendrecht on a telephone; no complaint of the browser is let through."""
    contexts, complaints = [], []

    def open_page(hash_: str = "", *, script: bool = True, width: int = 320, path: str = PAGE) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 700}, java_script_enabled=script, locale="nl-NL", accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-24T12:00:00")
        page.on("console", lambda each: complaints.append(each.text) if each.type in ("error", "warning") else None)
        page.on("pageerror", lambda each: complaints.append(str(each)))
        page.goto(f"{site.address}/{path}{hash_}", wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def focused(page: Any) -> str:
    """The name of the control with the focus, else its id or its text."""
    found: str = page.evaluate(
        "() => { const at = document.activeElement; return at.getAttribute('name') || at.id || at.textContent.trim(); }"
    )
    return found


def tab_to(page: Any, name: str, number: int = 0) -> None:
    """Presses Tab until the focus is on the control of that name; the nth of that name after this one."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if focused(page) == name:
            number -= 1
            if number < 0:
                return
    message = f"the keyboard does not reach {name}"
    raise AssertionError(message)


def type_in(page: Any, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.type(text)


def choose(page: Any, name: str, value: str) -> None:
    """Moves down a list with the arrow until this value is chosen."""
    tab_to(page, name)
    for _ in range(60):
        if page.evaluate("() => document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    message = f"{name} has no {value}"
    raise AssertionError(message)


def fill_in(page: Any) -> None:
    """A series with two exceptions, a price with two lines and a place that is not in the list."""
    type_in(page, "titel", "Zingen: samen & sterk")
    type_in(page, "samenvatting", "Zing mee met een klein koor.")
    tab_to(page, "beschrijving")
    page.keyboard.type("Iedereen is welkom.\n\nNeem iets te drinken mee.")
    type_date(page, "datum", "2026-12-01")
    type_in(page, "van", "1000AM")
    type_in(page, "klaar", "1130AM")
    choose(page, "herhaling", "week")
    type_date(page, "tot", "2027-02-02")
    type_date(page, "behalve", "2026-12-29")
    tab_to(page, "Nog een datum waarop het niet is")
    page.keyboard.press("Enter")
    assert focused(page) == "behalve"
    type_date(page, "behalve", "2027-01-05")
    choose(page, "locatie", "_anders")
    type_in(page, "adres.naam", "Speeltuin de Merwede")
    type_in(page, "adres.straat", "Kade 1")
    type_in(page, "adres.plaats", "Papendrecht")
    choose(page, "prijs", "meer")
    type_in(page, "prijs-wie", "leden")
    type_in(page, "prijs-bedrag", "gratis")
    type_in(page, "prijs-wie", "anderen")
    type_in(page, "prijs-bedrag", "€ 7,50")
    tab_to(page, "nakijken")
    page.keyboard.press("Enter")


def type_date(page: Any, name: str, wanted: str) -> None:
    """Types a date in its field, where the focus is or the Tab key leads: in which order depends on the browser."""
    if focused(page) != name:
        tab_to(page, name)
    year, month, number = wanted.split("-")
    for keys in (f"{month}{number}{year}", f"{number}{month}{year}"):
        page.keyboard.type(keys)
        if page.evaluate("() => document.activeElement.value") == wanted:
            return
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
    message = f"{wanted} can't be typed"
    raise AssertionError(message)


def accepted(tmp_path: Path, name: str, text: str) -> list[Any]:
    """The faults of the checker when this file stands in the folder of Papendrecht."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    path = content / "activiteiten" / "papendrecht" / name
    assert not path.exists()
    path.write_text(text, encoding="utf-8", newline="\n")
    problems = [each for each in check(content, TODAY)[0] if each.place.path.endswith(f"/{name}")]
    return [each for each in problems if is_fault(each.rule)]


def test_with_the_keyboard_on_a_small_screen(opened: Callable[..., Any], tmp_path: Path) -> None:
    page = opened()
    fill_in(page)
    assert page.locator("#fouten").is_hidden(), page.locator("#fouten").inner_text()
    assert focused(page) == "versturen"
    assert page.locator("#datums").inner_text() == (
        "Dit wordt 8 keer: di 1 dec, di 8 dec, di 15 dec, di 22 dec, di 12 jan, di 19 jan, di 26 jan en di 2 feb. "
        "Niet op: di 29 dec en di 5 jan."
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    tab_to(page, "opslaan")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    download = waiting.value
    assert download.suggested_filename == "zingen-samen-en-sterk.md"
    text = Path(download.path()).read_text(encoding="utf-8")
    assert text == FILE
    assert accepted(tmp_path, download.suggested_filename, text) == []
    assert page.locator("#kenmerk").inner_text() == "papendrecht/zingen-samen-en-sterk"


def test_all_ways_out_carry_the_same_file(opened: Callable[..., Any]) -> None:
    page = opened()
    fill_in(page)
    assert page.locator("#bestand").input_value() == FILE
    git = urlsplit(page.get_attribute("#via-git", "href"))
    assert (git.netloc, git.path) == ("github.com", "/example/meedoen/new/main")
    assert parse_qs(git.query) == {
        "filename": ["content/activiteiten/papendrecht/zingen-samen-en-sterk.md"],
        "value": [FILE],
    }
    mail = page.get_attribute("#via-mail", "href")
    assert mail.startswith("mailto:agenda@example.org?")
    assert unquote(mail).replace("\r\n", "\n").endswith(f"\n\n{FILE}")


def test_card_is_as_it_will_be(opened: Callable[..., Any]) -> None:
    page = opened(width=1280)
    fill_in(page)
    assert page.locator("#kaart-dag").inner_text() == "Dinsdag 1 december 2026"
    assert page.locator("#kaart > :visible").all_text_contents() == [
        "Zingen: samen & sterk",
        "10.00 tot 11.30 uur",
        "Speeltuin de Merwede, Papendrecht",
        "Leden gratis, anderen €\u00a07,50",
        "Zing mee met een klein koor.",
    ]


def test_faults_are_listed_and_lead_to_their_question(opened: Callable[..., Any]) -> None:
    page = opened()
    page.locator("#nakijken").click()
    assert page.locator("#fouten li").all_inner_texts() == [
        "Het veld “titel” ontbreekt. Vul het in, bijvoorbeeld: Taalcafé",
        "Het veld “datum” ontbreekt. Vul het in, bijvoorbeeld: 1 december 2026",
        "Er staat niet bij waar het is. Kies een plek. Staat die er niet bij? Kies dan: een andere plek.",
    ]
    assert focused(page) == "fouten"
    assert page.locator("#versturen").is_hidden()
    tab_to(page, "Het veld “datum” ontbreekt. Vul het in, bijvoorbeeld: 1 december 2026")
    page.keyboard.press("Enter")
    assert focused(page) == "datum"
    assert page.get_attribute("#v-datum", "aria-invalid") == "true"


def test_draft_stays_in_the_browser_until_it_is_wiped(opened: Callable[..., Any]) -> None:
    page = opened()
    fill_in(page)
    page.reload(wait_until="networkidle")
    assert "Je was al begonnen" in page.locator(".draft").inner_text()
    page.locator("#nakijken").click()
    assert page.locator("#bestand").input_value() == FILE
    page.on("dialog", lambda each: each.accept())
    page.locator("#wis").click()
    assert page.locator("#v-titel").input_value() == ""
    page.reload(wait_until="networkidle")
    assert page.locator(".draft").is_hidden()
    assert page.evaluate("() => localStorage.length") <= 1


def test_opens_filled_in(opened: Callable[..., Any]) -> None:
    fields = {
        "titel": "Zingen: samen & sterk", "samenvatting": "Zing mee met een klein koor.", "datum": "1 december 2026",
        "tijd": "10.00 - 11.30", "herhaling": "elke dinsdag", "tot": "2 februari 2027",
        "behalve": ["29 december 2026", "5 januari 2027"],
        "adres": {"naam": "Speeltuin de Merwede", "straat": "Kade 1", "plaats": "Papendrecht"},
        "prijs": {"pairs": [["leden", "gratis"], ["anderen", "€ 7,50"]]}, "aanmelden": "niet nodig",
    }  # fmt: skip
    text = "Iedereen is welkom.\n\nNeem iets te drinken mee."
    page = opened("#" + json.dumps({"velden": fields, "tekst": text}))
    assert "alvast ingevuld" in page.locator(".draft").inner_text()
    page.locator("#nakijken").click()
    assert page.locator("#bestand").input_value() == FILE


def test_long_text_goes_by_clipboard_and_attachment(opened: Callable[..., Any]) -> None:
    page = opened()
    page.locator("#v-titel").fill("Taalcafé")
    page.locator("#v-beschrijving").fill("Kom gerust langs, ook als je nog niet goed Nederlands spreekt.\n\n" * 120)
    page.locator("#v-datum").fill("2026-12-01")
    page.locator("[name=van]").fill("10:00")
    page.locator("#v-locatie").select_option("bibliotheek-papendrecht")
    page.locator("#nakijken").click()
    assert "value=" not in page.get_attribute("#via-git", "href")
    assert "Kom+gerust" not in page.get_attribute("#via-git", "href")
    page.locator("#via-git").click()
    assert page.locator("#bestand").is_visible()
    assert "te lang voor de link" in page.locator("#ontvangst").inner_text()
    page.eval_on_selector("#via-mail", "each => each.removeAttribute('href')")
    with page.expect_download() as waiting:
        page.eval_on_selector("#via-mail", "each => each.click()")
    assert waiting.value.suggested_filename.startswith("taalcafe")
    assert "als bijlage" in page.locator("#ontvangst").inner_text()


def test_nasty_texts_come_through_unchanged(opened: Callable[..., Any]) -> None:
    page = opened()
    page.locator("#v-datum").fill("2026-12-01")
    page.locator("[name=van]").fill("10:00")
    page.locator("#v-locatie").select_option("bibliotheek-papendrecht")
    page.locator("#v-prijs").select_option("meer")
    page.locator("[name=prijs-bedrag]").first.fill("gratis")
    for text in NASTY:
        page.locator("#v-titel").fill(" ".join(text.split()))
        page.locator("[name=prijs-wie]").first.fill(" ".join(text.split()))
        page.locator("#v-beschrijving").fill(f"Voor {text} na.")
        page.locator("#nakijken").click()
        (file,) = parse_qs(urlsplit(page.get_attribute("#via-git", "href")).query)["value"]
        found = parse_document("content/activiteiten/papendrecht/nieuw.md", file.encode())
        assert isinstance(found, Document), (text, found)
        fields = {key.text: plain_value(value) for key, value in found.fields.entries}
        assert fields["titel"] == " ".join(text.split())
        assert fields["prijs"] == {" ".join(text.split()): "gratis"}
        assert found.body == f"Voor {text} na.\n"


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is installed by `make node`")
@pytest.mark.parametrize("state", ["empty", "faults", "filled"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Callable[..., Any], state: str, scheme: str) -> None:
    page = opened()
    page.emulate_media(color_scheme=scheme)
    if state == "faults":
        page.locator("#nakijken").click()
    if state == "filled":
        fill_in(page)
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true; })")
    found = page.evaluate(AXE.read_text(encoding="utf-8") + "; axe.run()")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []


def test_without_script_it_is_a_form_on_paper(opened: Callable[..., Any]) -> None:
    page = opened(script=False, width=800)
    assert "Druk het formulier af" in page.locator("main").inner_text()
    assert page.locator("main a[href^='mailto:']").first.get_attribute("href") == "mailto:agenda@example.org"
    assert page.locator("button[type=submit]").is_hidden()
    assert page.locator("#v-ruimte").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#v-titel").is_visible()
    assert page.locator("[data-more]").first.is_hidden()


def test_once_more_on_another_date(opened: Callable[..., Any]) -> None:
    page = opened(path="papendrecht/activiteit/taalcafe.html")
    page.locator("a[href$='?nog-een-keer=taalcafe']").click()
    page.wait_for_url("**/aanmelden.html\\?nog-een-keer=taalcafe")
    page.wait_for_function("() => document.querySelector('#v-titel').value")
    assert page.locator("#v-datum").input_value() == ""
    page.locator("#v-datum").fill("2027-03-02")
    page.locator("#nakijken").click()
    text = page.locator("#bestand").input_value()
    original = (ROOT / "content/activiteiten/papendrecht/taalcafe.md").read_text(encoding="utf-8")
    for key in ("titel", "samenvatting", "tijd", "locatie", "prijs"):
        (line,) = (line for line in original.splitlines() if line.startswith(f"{key}:"))
        assert line in text.splitlines()
    assert "datum: 2 maart 2027" in text
    assert page.locator("#kenmerk").inner_text() == "papendrecht/taalcafe-2"
    page.reload(wait_until="networkidle")
    assert page.locator("#v-datum").input_value() == "2027-03-02"
    page.goto(page.url.partition("?")[0], wait_until="networkidle")
    assert page.locator("#v-titel").input_value() == ""  # the draft of another activity is not this one


def test_a_date_that_does_not_go_ahead(opened: Callable[..., Any], tmp_path: Path) -> None:
    page = opened(path="papendrecht/activiteit/taalcafe.html")
    page.locator("a[href$='wijzigen.html?activiteit=taalcafe']").click()
    page.wait_for_url("**/wijzigen.html\\?activiteit=taalcafe")
    page.locator("#datum").wait_for()
    page.locator("#wijziging button").click()
    assert "Vul in waarom" in page.locator("#melding").inner_text()
    day = page.locator("#datum option").nth(2).inner_text()
    page.locator("#datum").select_option(index=2)
    page.locator("#reden").fill("dicht " * 34)
    page.locator("#wijziging button").click()
    assert page.locator("#melding").inner_text() == "Dit is te lang. Er passen 200 tekens."
    page.locator("#reden").fill("De zaal: dicht")
    page.locator("#wijziging button").click()
    lines = page.locator("#tekst").input_value()
    date_ = day.split(" ", 1)[1]
    assert lines == f'wijzigingen:\n  - datum: {date_}\n    status: afgelast\n    reden: "De zaal: dicht"\n'
    path = "content/activiteiten/papendrecht/taalcafe.md"
    assert page.get_attribute("#per-git", "href") == f"https://github.com/example/meedoen/edit/main/{path}"
    mail = unquote(page.get_attribute("#per-mail", "href"))
    assert path in mail
    assert mail.replace("\r\n", "\n").endswith(lines)
    page.locator("#soort").select_option("fout")
    page.locator("#wat").fill("De zaal is boven.")
    page.locator("#wijziging button").click()
    assert unquote(page.get_attribute("#per-mail", "href")).endswith("De zaal is boven.")
    assert page.locator("#tekst").is_hidden()


def test_a_change_leaves_alone_what_nobody_touched(opened: Callable[..., Any], tmp_path: Path) -> None:
    name, path = "kerststukje-uit-de-buurt", "content/activiteiten/papendrecht/kerststukje-uit-de-buurt.md"
    page = opened(path=f"papendrecht/activiteit/{name}.html")
    page.locator(f"a[href$='?wijzig={name}']").click()
    page.wait_for_url(f"**/aanmelden.html\\?wijzig={name}")
    page.wait_for_function("() => document.querySelector('#v-titel').value")
    assert page.locator(".draft p").inner_text().startswith("Je verandert: Een kerststukje uit de buurt.")
    page.locator("[name='klaar']").fill("16:30")
    page.locator("[name='aanmelden.plaatsen']").fill("25")  # beside it stands a state that the form does not ask
    page.locator("#nakijken").click()
    text = page.locator("#bestand").input_value()
    source = (ROOT / path).read_text(encoding="utf-8")
    changed = {"tijd: 14.00 - 16.00": "tijd: 14.00 - 16.30", "  plaatsen: 20": "  plaatsen: 25"}
    assert text.split("\n") == [changed.get(line, line) for line in source.split("\n")]
    assert page.locator("#kenmerk").inner_text() == f"papendrecht/{name}"
    assert page.get_attribute("#via-git", "href") == f"https://github.com/example/meedoen/edit/main/{path}"

    mail, patch = tmp_path / "wijziging.txt", tmp_path / "uit.patch"
    mail.write_text(unquote(page.get_attribute("#via-mail", "href").partition("&body=")[2]), encoding="utf-8")
    assert main(["postvak", str(mail), "--content", str(ROOT / "content"), "--patch", str(patch)]) == 0
    lines = [each for each in patch.read_text(encoding="utf-8").splitlines() if each.startswith(("+", "-"))]
    told = [each for each in lines if each[:3] not in ("---", "+++", "-- ")]
    assert sorted(told) == sorted([*(f"-{each}" for each in changed), *(f"+{each}" for each in changed.values())])

    page.reload(wait_until="networkidle")
    page.wait_for_function("() => document.querySelector('#v-titel').value")
    assert page.locator("[name='klaar']").input_value() == "16:30"  # the draft of this change
    page.locator("#nakijken").click()
    assert page.locator("#bestand").input_value() == text

    page.on("dialog", lambda each: each.accept())
    page.locator("#wis").click()
    page.wait_for_function("() => document.querySelector('[name=klaar]').value === '16:00'")
    assert page.locator("h1").inner_text() == "Verander deze activiteit"
    page.locator("#nakijken").click()
    assert page.locator("#bestand").input_value() == source


def test_a_change_of_everything_that_the_site_has_comes_back_whole(opened: Callable[..., Any], site: Any) -> None:
    """Opened and sent on without touching anything, each file says what it said."""
    folder = site.output / "papendrecht" / "activiteit"
    page = opened()
    names = sorted(each.stem for each in folder.glob("*.html") if 'id="bron"' in each.read_text(encoding="utf-8"))
    assert len(names) >= 20
    for name in names[::4]:
        page.goto(f"{site.address}/papendrecht/aanmelden.html?wijzig={name}", wait_until="networkidle")
        page.wait_for_function("() => document.querySelector('#v-titel').value")
        page.locator("#nakijken").click()
        text = page.locator("#bestand").input_value()
        folder_, stem = page.locator("#kenmerk").inner_text().split("/")[0], name.removeprefix("regio-")
        (path,) = (ROOT / "content" / "activiteiten" / folder_).rglob(f"{stem}.md")
        assert text == path.read_text(encoding="utf-8"), (name, page.locator("#fouten").inner_text())


def test_what_is_too_long_for_a_mail_is_attached_and_still_a_change(opened: Callable[..., Any], tmp_path: Path) -> None:
    page = opened("?wijzig=taalcafe")
    page.wait_for_function("() => document.querySelector('#v-titel').value")
    page.locator("#v-beschrijving").fill("Kom oefenen. " * 200)
    page.locator("#nakijken").click()
    body = unquote(page.get_attribute("#via-mail", "href").partition("&body=")[2])
    assert body.replace("\r\n", "\n").endswith("\n\n=== wijzig papendrecht/taalcafe ===")
    message = EmailMessage()
    message["Subject"] = "Wijziging"
    message.set_content(f"{body}\r\n\r\nGroet\r\n")
    message.add_attachment(page.locator("#bestand").input_value().encode(), "text", "markdown", filename="taalcafe.md")
    mail, patch = tmp_path / "wijziging.eml", tmp_path / "uit.patch"
    mail.write_bytes(message.as_bytes())
    assert main(["postvak", str(mail), "--content", str(ROOT / "content"), "--patch", str(patch)]) == 0
    assert "--- a/content/activiteiten/papendrecht/taalcafe.md\n" in patch.read_text(encoding="utf-8")
