"""`meedoen controleer --alleen-gewijzigd` as somebody types it: what it says, what it saves, and its exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.cli.judgement import MOST_BYTES
from meedoen.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
BASE = ROOT / "tests" / "examples" / "basis" / "content"
LES = "content/activiteiten/dorp/les.md"
GOOD = """---
titel: Les
datum: 12 januari 2027
tijd: 10.00 - 11.30
locatie: bibliotheek-dorp
kernfunctie: lezen-en-literatuur
---
Kom langs.
"""
BAD = GOOD.replace("12 januari", "31 april")


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A repository with the base content and one old fault, in which the command runs."""
    told = Story(tmp_path / "agenda")
    shutil.copytree(BASE, told.content)
    told.commit({"activiteiten/stad/oud.md": BAD})
    monkeypatch.chdir(told.root)
    return told


def propose(story: Story, text: str = GOOD) -> None:
    story.write({LES.removeprefix("content/"): text})


def controleer(*arguments: str, basis: str = "main") -> int:
    return main(["controleer", "--datum", "2026-11-24", "--alleen-gewijzigd", basis, *arguments])


def test_good_proposal_gives_0_whatever_was_wrong_before(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    propose(story)
    assert controleer() == 0
    assert capsys.readouterr().out.split("\n") == [
        "Alles klopt: 1 bestand gecontroleerd.",
        "Alleen het bestand van dit voorstel is nagekeken. In 1 ander bestand zit al een fout; dat komt niet hierdoor.",
        "",
    ]


def test_fault_of_the_proposal_gives_1_and_is_the_only_one_told(
    story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    propose(story, BAD)
    assert controleer("--formaat", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [(each["bestand"], each["code"]) for each in found["problemen"]] == [(LES, "datum-bestaat-niet")]


def test_warning_gives_1_when_strict(story: Story) -> None:
    propose(story, GOOD.replace("Les", "KOM NAAR DE LES"))
    assert (controleer(), controleer("--streng")) == (0, 1)


def test_nothing_changed(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    (story.content / "activiteiten/stad/oud.md").unlink()
    story.commit()
    assert controleer() == 0
    assert capsys.readouterr().out.split("\n")[1] == (
        "Er is niets anders dan in main. De andere bestanden blijven zoals ze zijn."
    )


def test_several_files(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    propose(story)
    story.write({"activiteiten/dorp/les-2.md": GOOD})
    controleer()
    assert capsys.readouterr().out.split("\n")[1].startswith("Alleen de 2 bestanden van dit voorstel zijn nagekeken.")


@pytest.mark.parametrize("basis", ["origin/main", ""])
def test_unknown_basis_gives_2(story: Story, capsys: pytest.CaptureFixture[str], basis: str) -> None:
    assert controleer(basis=basis) == 2
    assert capsys.readouterr().err.startswith(f"“{basis}” ken ik niet: ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--alleen-gewijzigd", "main", "content"], "Bij --alleen-gewijzigd geef je geen bestanden op"),
        (["--voorbeeld", "v.html"], "Bij --voorbeeld hoort --alleen-gewijzigd"),
        (["--alleen-gewijzigd", "main", "--samenvatting", "content"], "In content kan ik niets bewaren"),
        (["--alleen-gewijzigd", "main", "--samenvatting", "weg/s.md"], "In weg/s.md kan ik niets bewaren"),
        (["--alleen-gewijzigd", "main", "--voorbeeld", "v.html"], "In theme staat geen thema"),
    ],
)
def test_combination_that_makes_no_sense_gives_2(
    story: Story, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["controleer", *arguments]) == 2
    assert capsys.readouterr().err.startswith(told)


def test_summary_is_added_to_what_is_there(story: Story, tmp_path: Path) -> None:
    propose(story, BAD)
    summary = tmp_path / "samenvatting.md"
    summary.write_text("Eerder.\n", encoding="utf-8")
    assert controleer("--samenvatting", str(summary)) == 1
    lines = summary.read_text(encoding="utf-8").split("\n")
    assert (lines[:2], lines[-2][:50]) == (
        ["Eerder.", "## ❌ Dit kan nog niet op de site"],
        "Alleen wat dit voorstel verandert, is nagekeken. V",
    )


def test_summary_of_everything_needs_no_proposal(story: Story, tmp_path: Path) -> None:
    summary = tmp_path / "samenvatting.md"
    assert main(["controleer", "--samenvatting", str(summary)]) == 1
    assert summary.read_text(encoding="utf-8").startswith(
        "## ❌ Dit kan nog niet op de site\n\nEr zijn 2 fouten in 1 bestand."
    )


def test_summary_never_grows_beyond_what_a_forge_shows(
    story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "samenvatting.md"
    summary.write_bytes(b"x" * (MOST_BYTES - 10))
    assert controleer("--samenvatting", str(summary)) == 0
    assert summary.stat().st_size == MOST_BYTES - 10
    assert capsys.readouterr().err == f"In {summary} is geen plaats meer voor de samenvatting.\n"


def test_branch_gives_links_to_where_a_file_can_be_mended(story: Story, tmp_path: Path) -> None:
    propose(story, BAD)
    summary = tmp_path / "samenvatting.md"
    controleer("--samenvatting", str(summary), "--tak", "les", "--repository", "https://github.com/wie/agenda")
    text = summary.read_text(encoding="utf-8")
    assert text.count(f"https://github.com/wie/agenda/edit/les/{LES}") == 2


def test_preview_shows_what_is_proposed(story: Story, tmp_path: Path) -> None:
    propose(story)
    page = tmp_path / "voorbeeld.html"
    assert controleer("--voorbeeld", str(page), "--thema", str(ROOT / "theme")) == 0
    assert "<h1>Les</h1>" in page.read_text(encoding="utf-8")


def test_content_that_cannot_be_read_still_gets_a_summary(story: Story, tmp_path: Path) -> None:
    (story.content / "organisatie.yaml").write_text("naam: [\n", encoding="utf-8")
    summary, page = tmp_path / "s.md", tmp_path / "v.html"
    arguments = ["--samenvatting", str(summary), "--voorbeeld", str(page), "--thema", str(ROOT / "theme")]
    assert controleer(*arguments) == 1
    assert (summary.is_file(), page.exists()) == (True, False)
