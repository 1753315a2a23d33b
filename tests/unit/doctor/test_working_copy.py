from __future__ import annotations

import importlib.metadata
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.repositories import START, Story, koffie

from meedoen.doctor.diagnosis import BAD, GOOD, LOOK, Diagnosis
from meedoen.doctor.working_copy import examine_working_copy

NOW = datetime.fromtimestamp(START, UTC) + timedelta(days=1)
PROJECT = '[project]\nname = "x"\ndependencies = ["pelican~=4.12", "PyYAML~=6.0", "tzdata"]\n'
FINE = dict.fromkeys(
    ["Python", "pakketten", "schijf", "git", "geschiedenis", "wie je bent", "klok", "inhoud", "regeleinden"], GOOD
)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A working copy in which all is well."""
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n  name = Iemand\n  email = iemand@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    told = Story(tmp_path / "project")
    (told.root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    pin = importlib.metadata.version("pyyaml")
    (told.root / "constraints.txt").write_text(f"pyyaml=={pin}\n# niets\n", encoding="utf-8")
    told.commit({"activiteiten/dorp/koffie.md": koffie()})
    return told


def look_at(root: Path, now: datetime = NOW) -> dict[str, Diagnosis]:
    return {each.part: each for each in examine_working_copy(root, now)}


def states(root: Path, now: datetime = NOW) -> dict[str, str]:
    return {part: each.state for part, each in look_at(root, now).items()}


def test_working_copy_in_which_all_is_well(story: Story) -> None:
    assert states(story.root) == FINE


def test_package_in_another_version_or_missing_is_named(story: Story) -> None:
    (story.root / "constraints.txt").write_text("PyYAML==1.2.3\n", encoding="utf-8")
    pin = importlib.metadata.version("pyyaml")
    assert (
        look_at(story.root)["pakketten"].message
        == f"Een andere versie dan getest: pyyaml is {pin}, en hoort 1.2.3 te zijn."
    )
    text = PROJECT.replace('"tzdata"', '"bestaat-niet-als-pakket>=1"')
    (story.root / "pyproject.toml").write_text(text, encoding="utf-8")
    (story.root / "constraints.txt").unlink()
    assert look_at(story.root)["pakketten"].message == "Er ontbreekt: bestaat-niet-als-pakket."


@pytest.mark.parametrize("text", ["", "[project\n", "[project]\n", "[project]\ndependencies = 3\n"])
def test_folder_without_a_project_is_said(story: Story, text: str) -> None:
    (story.root / "pyproject.toml").write_text(text, encoding="utf-8")
    assert states(story.root) == FINE | {"pakketten": BAD}


def test_shallow_clone_says_how_to_get_the_rest(story: Story, tmp_path: Path) -> None:
    story.commit()
    story.git("clone", "--quiet", "--depth=1", f"file://{story.root}", str(tmp_path / "ondiep"))
    found = look_at(tmp_path / "ondiep")["geschiedenis"]
    assert (found.state, "git fetch --unshallow" in found.advice) == (BAD, True)


def test_folder_without_git_is_said(story: Story) -> None:
    (story.root / ".git").rename(story.root / "geen-git")
    found = states(story.root)
    assert (found["geschiedenis"], "klok" in found) == (BAD, False)


def test_folder_of_another_user_says_what_to_type(story: Story) -> None:
    if os.geteuid() != 0:
        pytest.skip("alleen root kan een map weggeven")
    subprocess.run(["chown", "-R", "65534", str(story.root)], check=True)
    assert look_at(story.root)["geschiedenis"].advice == f"Typ: git config --global --add safe.directory {story.root}"


def test_git_that_does_not_know_who_you_are(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert (
        look_at(story.root)["wie je bent"].message == "Git weet nog niet wie je bent. Er ontbreekt: naam en mailadres."
    )
    story.git("config", "user.name", "Iemand")
    assert look_at(story.root)["wie je bent"].message == "Git weet nog niet wie je bent. Er ontbreekt: mailadres."


@pytest.mark.parametrize(("minutes", "state"), [(0, GOOD), (4, GOOD), (6, BAD), (600_000, BAD)])
def test_clock_that_is_behind_the_last_commit(story: Story, minutes: int, state: str) -> None:
    story.commit(time=START + minutes * 60)
    assert states(story.root, datetime.fromtimestamp(START, UTC)) == FINE | {"klok": state}


def test_repository_without_a_commit(tmp_path: Path, story: Story) -> None:
    empty = Story(tmp_path / "leeg")
    assert look_at(empty.root)["klok"].message == "Er is nog niets bewaard in Git."


def test_what_is_not_saved_is_named(story: Story) -> None:
    story.write({"activiteiten/dorp/thee met ruimte.md": koffie(), "activiteiten/dorp/koffie.md": koffie("Anders")})
    found = look_at(story.root)["inhoud"]
    assert (found.state, found.message) == (
        LOOK,
        "Nog niet bewaard in Git: “content/activiteiten/dorp/koffie.md” en nog 1.",
    )


def test_line_ends_of_windows_are_named(story: Story) -> None:
    place = story.content / "activiteiten/dorp/koffie.md"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    found = look_at(story.root)["regeleinden"]
    assert (found.state, found.message) == (
        LOOK,
        "1 bestand heeft regeleinden van Windows, zoals “content/activiteiten/dorp/koffie.md”.",
    )
