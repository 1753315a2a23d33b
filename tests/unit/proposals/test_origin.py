"""What Git kept where a proposal began; and what is said when that cannot be told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.repositories import Story, koffie

from meedoen.content.layout import LARGEST_TEXT
from meedoen.content.source import SourceFile
from meedoen.proposals.origin import NoOrigin, Origin

TOWN = "activiteiten/papendrecht"
KOFFIE = f"{TOWN}/koffie.md"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A repository with one activity on main, and a branch with a proposal that is checked out."""
    told = Story(tmp_path / "agenda")
    told.commit({KOFFIE: koffie()})
    told.git("checkout", "--quiet", "-b", "voorstel")
    return told


def test_files_are_those_of_the_last_commit_that_both_share(story: Story) -> None:
    shared = story.git("rev-parse", "HEAD")
    story.commit({"activiteiten/papendrecht/thee.md": koffie("Thee")})
    story.git("checkout", "--quiet", "main")
    story.commit({KOFFIE: koffie("Later")})
    story.git("checkout", "--quiet", "voorstel")
    origin = Origin(story.content, "main")
    assert (origin.commit, list(origin.snapshot.files)) == (shared, [f"content/{KOFFIE}"])
    read = origin.snapshot.read([f"content/{KOFFIE}", f"content/{TOWN}/weg.md"])
    assert list(read) == [SourceFile(f"content/{KOFFIE}", koffie().encode())]


def test_too_large_and_links_are_not_read(story: Story) -> None:
    (story.content / TOWN / "koppeling.md").symlink_to("/etc/hostname")
    story.commit({f"{TOWN}/groot.md": "x" * (LARGEST_TEXT + 1)})
    snapshot = Origin(story.content, "HEAD").snapshot
    assert snapshot.files[f"content/{TOWN}/koppeling.md"].mode == "120000"
    assert [each.path for each in snapshot.read(snapshot.files)] == [f"content/{KOFFIE}"]


def test_tag_commit_and_branch_are_all_a_basis(story: Story) -> None:
    story.git("tag", "eerste")
    first = story.git("rev-parse", "HEAD")
    story.commit({KOFFIE: koffie("Later")})
    assert {Origin(story.content, basis).commit for basis in ("eerste", first, first[:10], "main", "HEAD~1")} == {first}


def test_what_commits_change_elsewhere_is_told(story: Story) -> None:
    (story.root / "theme").mkdir()
    (story.root / "theme" / "x.js").write_text("alert(1)", encoding="utf-8")
    story.commit({KOFFIE: koffie("Later")})
    assert Origin(story.content, "main").outside == ("theme/x.js",)


def test_content_may_be_the_whole_repository(tmp_path: Path) -> None:
    story = Story(tmp_path / "agenda")
    story.content = story.root
    story.commit({KOFFIE: koffie()})
    assert list(Origin(story.root, "main").snapshot.files) == [f"content/{KOFFIE}"]


@pytest.mark.parametrize(
    "basis", ["origin/main", "", "--help", "HEAD^{tree}", "main:content", "-x", "a b", "::error::x"]
)
def test_unknown_basis_is_told_kindly(story: Story, basis: str) -> None:
    with pytest.raises(NoOrigin, match="ken ik niet: het is geen tak, geen commit en geen tag in deze map"):
        Origin(story.content, basis)


def test_shallow_clone_says_how_to_get_the_rest(story: Story, tmp_path: Path) -> None:
    story.commit({KOFFIE: koffie("Later")})
    clone = tmp_path / "ondiep"
    story.git("clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{story.root}", str(clone))
    for basis in ("origin/main", "origin/weg"):
        with pytest.raises(NoOrigin, match=r"maar een deel van de geschiedenis(?s:.*)git fetch --unshallow"):
            Origin(clone / "content", basis)


def test_histories_that_share_nothing_are_told(story: Story) -> None:
    story.git("checkout", "--quiet", "--orphan", "los")
    story.commit({KOFFIE: koffie("Los")})
    with pytest.raises(NoOrigin, match="Dit heeft niets gemeen met “main”"):
        Origin(story.content, "main")


def test_repository_without_a_commit_is_told(tmp_path: Path) -> None:
    story = Story(tmp_path / "leeg")
    story.write({KOFFIE: koffie()})
    with pytest.raises(NoOrigin, match="ken ik niet"):
        Origin(story.content, "main")


def test_folder_without_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoOrigin, match="staat niet in Git"):
        Origin(tmp_path, "main")


def test_broken_repository_is_told(story: Story) -> None:
    (story.root / ".git" / "HEAD").write_text("kapot", encoding="utf-8")
    with pytest.raises(NoOrigin, match="Git geeft geen antwoord"):
        Origin(story.content, "main")


def test_environment_does_not_lead_to_another_repository(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", os.devnull)
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", os.devnull)
    assert list(Origin(story.content, "main").snapshot.files) == [f"content/{KOFFIE}"]
