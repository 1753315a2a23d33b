"""Organisations unlike the first one, built as their maintainers would: nothing of one organisation is in the code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from icalendar import Calendar, Component

pytestmark = pytest.mark.e2e

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "tests" / "examples"
TODAY = "2026-11-24"
SITES = {
    "lek-en-ijssel": ("ijsselstein", "lopik", "vijfheerenlanden"),
    "drenthe": ("aa-en-hunze", "borger-odoorn", "de-wolden", "westerveld"),
    "caribisch": ("bonaire",),
}
# Per organisation: a file of its output, and the words of its own that stand there.
OWN_WORDS = {
    "lek-en-ijssel": {
        "index.html": ("Bibliotheek Lek & IJssel", "IJsselstein", "Lopik", "Vijfheerenlanden"),
        "ijsselstein/kies.html": ("Jong Geleerd", "Zelfredzaamheid", "Leven Lang Ontwikkelen", "opvoeders"),
        "ijsselstein/programmalijn/leven-lang-ontwikkelen.html": ("Taalcafé",),
        "ijsselstein/partner/taalhuis-lek-en-ijssel.html": ("Taalcafé", "Taalhuis Lek & IJssel"),
        "lopik/partner/informatiepunt-digitale-overheid.html": ("Hulp met de digitale overheid",),
        "vijfheerenlanden/partner/informatiepunt-digitale-overheid.html": ("Informatiepunt Digitale Overheid",),
    },
    "drenthe": {
        "index.html": ("Drents Netwerk Bibliotheken", "Borger-Odoorn", "De Wolden"),
        "aa-en-hunze/kies.html": ("Keuze 1: dicht bij huis", "Keuze 3: podium voor talent", "De bus komt"),
        "aa-en-hunze/locatie/bibliobus-gasselternijveen.html": ("De bibliobus is er",),
        "borger-odoorn/activiteit/schrijven-in-het-drents.html": ("Drents", "Kulturhus in Borger"),
        "westerveld/activiteit/regio-talent-op-tournee.html": ("Talent op tournee",),
        "de-wolden/activiteit/regio-talent-op-tournee.html": ("Talent op tournee",),
    },
    "caribisch": {
        "bonaire/activiteit/verhalen-in-twee-talen.html": ("Papiaments", "17.00"),
        "bonaire/index.html": ("Avond over het rif",),
    },
}  # fmt: skip


def _build(name: str, folder: Path) -> Path:
    """Runs Pelican with the settings of another library: the repository's, its own content, its own output."""
    output = folder / "output"
    settings = folder / "eigenconf.py"
    settings.write_text(
        f"import sys\n"
        f"sys.path.insert(0, {str(REPOSITORY)!r})\n"
        f"from pelicanconf import *\n"
        f"PATH = {str(EXAMPLES / name / 'content')!r}\n"
        f"OUTPUT_PATH = {str(output)!r}\n"
        f"MEEDOEN_STRICT = True\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "--settings", str(settings), "--fatal", "errors", "--quiet"],
        cwd=folder, env={**os.environ, "MEEDOEN_DATUM": TODAY}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: _build(name, tmp_path_factory.mktemp(name)) for name in SITES}


def _files(output: Path) -> Iterator[Path]:
    return (path for path in sorted(output.rglob("*")) if path.is_file())


@pytest.mark.parametrize("name", SITES)
def test_each_municipality_has_a_site_and_there_are_no_others(outputs: dict[str, Path], name: str) -> None:
    output = outputs[name]
    assert tuple(sorted(path.parent.name for path in output.glob("*/index.html"))) == SITES[name]
    expected = [output / site / file for site in SITES[name] for file in ("agenda.ics", "404.html", "theme/style.css")]
    assert [path for path in expected if not path.is_file()] == []


@pytest.mark.parametrize("name", SITES)
def test_pages_have_the_words_of_this_organisation(outputs: dict[str, Path], name: str) -> None:
    pages = {file: unescape((outputs[name] / file).read_text(encoding="utf-8")).casefold() for file in OWN_WORDS[name]}
    assert [
        (file, word) for file, words in OWN_WORDS[name].items() for word in words if word.casefold() not in pages[file]
    ] == []


@pytest.mark.parametrize("name", SITES)
def test_no_file_has_anything_of_the_organisation_in_the_repository(outputs: dict[str, Path], name: str) -> None:
    content = REPOSITORY / "content"
    slugs = {file.stem for file in (content / "gemeenten").glob("*.yaml")} - set(SITES[name])
    foreign = {b"aanzet", b"drechtsteden", b"groenmarkt", b"//agenda.example.org", *(slug.encode() for slug in slugs)}
    found = [(path.relative_to(outputs[name]).as_posix(), word) for path in _files(outputs[name])
             for word in foreign if word in path.read_bytes().lower()]  # fmt: skip
    assert found == []


def test_activity_of_the_province_is_only_where_it_asked_to_be(outputs: dict[str, Path]) -> None:
    found = outputs["drenthe"].glob("*/activiteit/regio-talent-op-tournee.html")
    shown = sorted(path.parent.parent.name for path in found)
    assert shown == ["de-wolden", "westerveld"]


def test_school_holidays_of_the_north_hold_in_drenthe(outputs: dict[str, Path]) -> None:
    days = outputs["drenthe"] / "westerveld" / "dag"
    held = [day for day in ("2027-02-17", "2027-02-24", "2027-03-03") if (days / f"{day}.html").is_file()]
    assert held == ["2027-02-17", "2027-03-03"]


def test_bonaire_keeps_its_own_time_when_europe_changes_the_clock(outputs: dict[str, Path]) -> None:
    data = (outputs["caribisch"] / "bonaire" / "activiteit" / "verhalen-in-twee-talen.ics").read_bytes()
    event = Calendar.from_ical(data).walk("VEVENT")[0]
    # The last meeting is after 28 March, when the clock in Europe goes forward. Here it is still 17.00, 21.00 in UTC.
    assert _written(event, "DTSTART") == "TZID=America/Kralendijk:20270302T170000"
    assert _written(event, "RRULE") == "FREQ=WEEKLY;UNTIL=20270427T210000Z;BYDAY=TU"
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2027, 3, 2, 21, 0, tzinfo=UTC)


def _written(event: Component, name: str) -> str:
    """The parameters and value of a property, as icalendar would write them."""
    lines = (str(line) for line in event.content_lines())
    return next(line.removeprefix(name).lstrip(";:") for line in lines if line.startswith(name))


@pytest.mark.parametrize("file", ["agenda.ics", "activiteit/verhalen-in-twee-talen.ics"])
def test_calendars_of_bonaire_name_their_zone_and_no_other(outputs: dict[str, Path], file: str) -> None:
    data = (outputs["caribisch"] / "bonaire" / file).read_bytes()
    zones = Calendar.from_ical(data).walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["America/Kralendijk"]
    assert [part.name for zone in zones for part in zone.subcomponents] == ["STANDARD"]
    assert b"Europe/Amsterdam" not in data
