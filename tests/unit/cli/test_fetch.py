"""`meedoen haal-voorstel` as somebody types it: what it says, what it writes, and its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.cli.main import main

DORP = "activiteiten/dorp"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A project in which the command runs, with a proposal on a branch."""
    told = Story(tmp_path / "project")
    told.commit({f"{DORP}/koffie.md": "koffie", f"{DORP}/lezen.md": "lezen"})
    told.git("checkout", "--quiet", "-b", "voorstel")
    told.commit({f"{DORP}/nieuw.md": "nieuw", f"{DORP}/lezen.md": None})
    told.git("checkout", "--quiet", "main")
    monkeypatch.chdir(told.root)
    return told


def haal(*arguments: str, commit: str = "voorstel") -> int:
    return main(["haal-voorstel", "--commit", commit, "--naar", "../uit", *arguments])


def test_proposal_stands_ready(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert haal() == 0
    assert capsys.readouterr().out == "Klaar: 1 bestand uit het voorstel, 1 bestand weggehaald, 1 hetzelfde gebleven.\n"
    found = {each.name for each in (story.root.parent / "uit" / "content" / DORP).iterdir()}
    assert found == {"koffie.md", "nieuw.md"}
    assert haal() == 0


def _spoil(story: Story) -> None:
    story.git("checkout", "--quiet", "voorstel")
    story.commit({f"{DORP}/Fout.md": "fout"})
    (story.root / "Makefile").write_text("all:\n", encoding="utf-8")
    story.commit()
    story.git("checkout", "--quiet", "main")


def test_refusal_says_where_why_and_what_to_do(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    _spoil(story)
    assert haal() == 1
    assert capsys.readouterr().out == (
        "Dit voorstel verandert ook iets anders: “Makefile”. Dat komt niet mee.\n\n"
        "1 van 1 · Geweigerd: verkeerde bestandsnaam  [verkeerde-bestandsnaam]\n"
        "  --> “content/activiteiten/dorp/Fout.md”\n"
        "   = De naam “Fout.md” kan niet in een webadres.\n"
        "   = Wat je kunt doen: Geef het de naam fout.md\n\n"
        "Er is niets opgehaald.\n"
    )
    assert not (story.root.parent / "uit").exists()


def test_refused_file_may_be_left_out(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    _spoil(story)
    assert haal("--laat-weg") == 0
    assert "Geweigerd: verkeerde bestandsnaam" in capsys.readouterr().out
    assert {each.name for each in (story.root.parent / "uit" / "content" / DORP).iterdir()} == {"koffie.md", "nieuw.md"}


def test_too_many_files_can_not_be_left_out(story: Story) -> None:
    story.git("checkout", "--quiet", "voorstel")
    story.commit({f"{DORP}/nieuw-{each}.md": "nieuw" for each in range(51)})
    story.git("checkout", "--quiet", "main")
    assert haal("--laat-weg") == 1


def test_wrong_use_gives_2(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert haal(commit="bestaat-niet") == 2
    assert (
        capsys.readouterr().err == "“bestaat-niet” is hier geen commit (--commit). Haal het eerst op met: git fetch\n"
    )
    assert haal("--basis", "weg") == 2
    assert "(--basis)" in capsys.readouterr().err
    assert haal("--content", "inhoud") == 2
    assert capsys.readouterr().err.startswith("De map inhoud is er niet.")
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "brief.txt").write_text("van mij", encoding="utf-8")
    assert haal() == 2
    assert capsys.readouterr().err.endswith("is niet van meedoen en is niet leeg. Kies een andere map.\n")


def test_folder_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert haal(commit="HEAD") == 2
    assert "staat niet in Git" in capsys.readouterr().err


def test_copy_without_the_beginning(
    story: Story, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story.commit({f"{DORP}/later.md": "later"})
    half = story.root.parent / "half"
    story.git("clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{story.root}", str(half))
    monkeypatch.chdir(half)
    assert haal(commit="origin/voorstel") == 2
    assert capsys.readouterr().err.endswith("Haal de hele geschiedenis op met: git fetch --unshallow\n")
