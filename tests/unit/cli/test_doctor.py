from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.unit.doctor.conftest import Served, serving, site_files
from tests.unit.doctor.test_output_check import output

from meedoen.cli.main import main


def test_output_that_is_well_gives_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = output(tmp_path / "output")
    assert main(["dokter", "--output", str(folder), "--datum", "2026-11-24"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [f"De sites in {folder}", "  ✓ Bestanden: 2 sites en de voorpagina zijn compleet."]
    assert lines[-1] == "Alles is goed."


def test_output_that_is_not_gives_one_and_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = output(tmp_path / "output")
    assert main(["dokter", "--output", str(folder), "--datum", "2026-12-24"]) == 1
    lines = capsys.readouterr().out.splitlines()
    where = lines.index("  ✗ Leeftijd: Gemaakt op 24 november 2026, 30 dagen geleden.")
    assert lines[where + 1].startswith("      Wat je kunt doen: Kijk of de nachtelijke publicatie nog loopt")
    assert lines[-1] == "1 te herstellen en 2 punten om naar te kijken."


def test_report_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(Served({})) as served:
        served.files |= site_files(served.address) | {"index.html": b'<link rel="canonical" href="##[error]x">'}
        code = main(["dokter", "--adres", served.address, "--formaat", "json", "--datum", "2026-11-24"])
    text = capsys.readouterr().out
    told = json.loads(text)
    wrong = [each["wat"] for each in told["bevindingen"] if each["uitkomst"] == "mis"]
    assert (code, told["te-herstellen"], wrong) == (1, 2, ["van http naar https", "de goede site"])
    assert "##[" not in text
    assert told["bevindingen"][2]["gezien"] == "Hier staat de site van “##[error]x”."


@pytest.mark.parametrize(
    "more",
    [
        ["--output", "/bestaat/niet"],
        ["--map", "/bestaat/niet"],
        ["--adres", "dorp.agenda.example.org"],
        ["--adres", "ftp://dorp.agenda.example.org"],
        ["--adres", "https://"],
        ["--adres", "https://x:y@dorp.example.org"],
        ["--adres", "https://[dorp"],
        ["--adres", "https://dorp.example.org:99999"],
        ["--formaat", "xml"],
    ],
)
def test_wrong_use_gives_two_and_a_sentence(capsys: pytest.CaptureFixture[str], more: list[str]) -> None:
    try:
        code = main(["dokter", *more])
    except SystemExit as stopped:
        code = int(str(stopped.code))
    told = capsys.readouterr()
    assert (code, told.out, "Traceback" in told.err) == (2, "", False)
    assert told.err
