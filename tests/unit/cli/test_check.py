"""`meedoen controleer` as somebody types it: what it reads, what it says, and its exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from meedoen.cli.main import main

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"
TODAY = ["--datum", "2026-11-22"]
FIELDS = "titel: Taalcafé\ndatum: 12 januari 2027\ntijd: 10.00 - 11.30\nlocatie: bibliotheek-dorp\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with the base content, in which the command runs."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(project: Path, path: str, fields: str = FIELDS) -> str:
    file = project / "content" / "activiteiten" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{fields}---\nKom erbij.\n", encoding="utf-8")
    return f"content/activiteiten/{path}"


def controleer(*arguments: str) -> int:
    return main(["controleer", *TODAY, *arguments])


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    """The file and the rule of each problem."""
    controleer("--formaat", "json", *arguments)
    return [(each["bestand"], each["code"]) for each in json.loads(capsys.readouterr().out)["problemen"]]


def test_good_content_gives_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert controleer() == 0
    assert capsys.readouterr().out == "Alles klopt: 23 bestanden gecontroleerd.\n"


def test_fault_gives_1(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(project, "dorp/taalcafe.md", FIELDS.replace("12 januari", "31 april"))
    assert controleer() == 1
    assert "1 fout en 0 waarschuwingen in 24 bestanden." in capsys.readouterr().out


def test_warning_gives_0_and_1_when_strict(project: Path) -> None:
    add(project, "dorp/taalcafe.md", FIELDS.replace("Taalcafé", "KOM NAAR HET TAALCAFÉ"))
    assert controleer() == 0
    assert controleer("--streng") == 1


def test_paths_limit_what_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = add(project, "dorp/taalcafe.md", "titel: Taalcafé\n")
    second = add(project, "stad/leesclub.md", "titel: Leesclub\n")
    assert {path for path, _ in found(capsys)} == {first, second}
    assert {path for path, _ in found(capsys, first)} == {first}
    assert {path for path, _ in found(capsys, "content/activiteiten/stad")} == {second}
    assert {path for path, _ in found(capsys, "content/activiteiten/stad/", first)} == {first, second}
    assert {path for path, _ in found(capsys, str(project / second))} == {second}
    assert found(capsys, "content/gemeenten") == []


def test_path_selects_whole_names(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(project, "dorp/les/taalcafe.md", "titel: Taalcafé\n")
    add(project, "dorp/lessen/leesclub.md", "titel: Leesclub\n")
    assert {path for path, _ in found(capsys, "content/activiteiten/dorp/les")} == {
        "content/activiteiten/dorp/les/taalcafe.md"
    }


def test_past_dates_are_told_only_of_files_that_are_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = add(project, "dorp/taalcafe.md", FIELDS.replace("2027", "2026"))
    assert found(capsys) == []
    assert found(capsys, path) == [(path, "datum-voorbij")]


@pytest.mark.parametrize("path", ["content/activiteiten/dorp/weg.md", "..", "/"])
def test_path_that_is_not_in_the_content_gives_2(project: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    assert controleer(path) == 2
    assert capsys.readouterr().err == f"{path} is er niet, of staat niet in de map content.\n"


def test_missing_content_gives_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert controleer() == 2
    assert capsys.readouterr().err == (
        "De map content is er niet. Sta je in de map van het project? Of geef hem op met --content.\n"
    )


def test_content_may_be_elsewhere(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elders"))
    assert controleer("--content", str(project / "content")) == 0


def test_github_format_of_hostile_text_is_one_line_per_problem(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(project, "dorp/taalcafe.md", FIELDS + 'doelgroep: ["x\\n::stop-commands::y", "100%"]\n')
    assert controleer("--formaat", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=content/activiteiten/dorp/taalcafe.md,line=6,") for line in lines)
    assert "100%25" in lines[1]
