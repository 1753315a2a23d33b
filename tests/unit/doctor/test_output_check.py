from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.unit.guard.conftest import calendar, event

from meedoen.doctor.diagnosis import BAD, GOOD, LOOK, Diagnosis
from meedoen.doctor.output_check import examine_output
from meedoen.release.expectation import EVERYWHERE
from meedoen.release.manifest import digests, write_manifest
from meedoen.release.release_folder import SITE

TODAY = date(2026, 11, 24)
FINE = {"bestanden": GOOD, "leeftijd": GOOD, "agenda van dorp": GOOD, "agenda van stad": GOOD, "rechten": GOOD}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output of two sites in which all is well."""
    return output(tmp_path / "output")


def output(root: Path) -> Path:
    for site in ("", "dorp", "stad"):
        for name in EVERYWHERE:
            place = root / site / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(name, encoding="utf-8")
        (root / site / "agenda.ics").write_bytes(calendar(event()))
        made: dict[str, object] = {"site": site, "naam": site, "dag": TODAY.isoformat(), "tekst": {}}
        (root / site / "gebouwd.json").write_text(json.dumps(made), encoding="utf-8")
    (root / ".meedoen").write_text("", encoding="utf-8")
    return root


def look_at(folder: Path, today: date = TODAY) -> dict[str, Diagnosis]:
    return {each.part: each for each in examine_output(folder, today)}


def states(folder: Path, today: date = TODAY) -> dict[str, str]:
    return {part: each.state for part, each in look_at(folder, today).items()}


def test_output_in_which_all_is_well(folder: Path) -> None:
    assert states(folder) == FINE


@pytest.mark.parametrize(
    ("break_", "part", "message"),
    [
        (lambda each: (each / "stad" / "404.html").unlink(), "bestanden", "Er ontbreekt: “stad/404.html”."),
        (lambda each: (each / "sitemap.xml").write_bytes(b""), "bestanden", "Er ontbreekt: “sitemap.xml”."),
        (
            lambda each: (each / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8"),
            "doel",
            "Dit is een voorbeeld: zoekmachines blijven weg, en de adressen zijn van je computer.",
        ),
        (
            lambda each: (each / "dorp" / "agenda.ics").write_bytes(calendar(event())[:-20]),
            "agenda van dorp",
            "Agenda-programma's kunnen hem niet lezen: het eindigt niet met END:VCALENDAR: het bestand is niet heel.",
        ),
        (lambda each: (each / "stad").chmod(0o750), "rechten", "Een webserver mag dit niet lezen: “stad”."),
        (
            lambda each: (each / "stad" / "index.html").chmod(0o600),
            "rechten",
            "Een webserver mag dit niet lezen: “stad/index.html”.",
        ),
    ],
)
def test_what_is_wrong_is_named_and_nothing_else(
    folder: Path, break_: Callable[[Path], object], part: str, message: str
) -> None:
    break_(folder)
    assert states(folder) == FINE | {part: BAD}
    assert look_at(folder)[part].message == message


def test_link_in_an_output_is_named(folder: Path) -> None:
    (folder / "stad" / "geheim").symlink_to("/etc/hostname")
    assert look_at(folder)["rechten"].message == "Een webserver mag dit niet lezen: “stad/geheim”."


@pytest.mark.parametrize(("days", "state"), [(0, GOOD), (2, GOOD), (3, BAD), (-5, BAD)])
def test_age(folder: Path, days: int, state: str) -> None:
    assert states(folder, TODAY + timedelta(days=days))["leeftijd"] == state


def test_sites_of_other_days_are_a_mixture(folder: Path) -> None:
    made = {"site": "stad", "naam": "Stad", "dag": "2026-11-23", "tekst": {}}
    (folder / "stad" / "gebouwd.json").write_text(json.dumps(made), encoding="utf-8")
    assert look_at(folder)["leeftijd"].message == "Niet alle sites zijn op dezelfde dag gemaakt."


def test_calendar_with_nothing_to_come_deserves_a_look(folder: Path) -> None:
    (folder / "dorp" / "agenda.ics").write_bytes(calendar(event(start="20261120T100000", end="20261120T110000")))
    assert states(folder) == FINE | {"agenda van dorp": LOOK}


def test_calendar_without_a_history_is_bad(folder: Path) -> None:
    fixed = event(LAST_MODIFIED="20000101T000000Z")
    (folder / "dorp" / "agenda.ics").write_bytes(calendar(fixed))
    found = [each for each in examine_output(folder, TODAY) if each.part == "agenda van dorp"]
    assert [each.state for each in found] == [BAD, GOOD]
    assert "git fetch --unshallow" in found[0].advice


def test_series_counts_by_its_dates(folder: Path) -> None:
    weekly = event(start="20260901T100000", end="20260901T110000", RRULE="FREQ=WEEKLY;UNTIL=20261222T090000Z")
    (folder / "dorp" / "agenda.ics").write_bytes(calendar(weekly))
    assert look_at(folder)["agenda van dorp"].message == "Wat nog komt: 1 activiteit."


def test_folder_of_somebody_else(tmp_path: Path) -> None:
    assert states(tmp_path) == {"map": BAD}


def test_release_that_is_online_is_compared_with_its_manifest(tmp_path: Path) -> None:
    release = tmp_path / "versies" / "2026-11-24-0017-1a2b3c4"
    output(release / SITE)
    write_manifest(release, digests(release / SITE), SITE)
    (tmp_path / "nu").symlink_to(Path("versies", release.name, SITE))
    assert states(tmp_path) == {"versie": GOOD} | FINE
    (release / SITE / "dorp" / "index.html").write_text("anders", encoding="utf-8")
    assert look_at(tmp_path)["versie"].message == f"Versie {release.name} is niet heel meer: “dorp/index.html”."
    release.rename(tmp_path / "weg")
    assert states(tmp_path) == {"versie": BAD}
