from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.repositories import Story

from meedoen.git.branches import Branches
from meedoen.git.repository import GitFailed, NoRepository
from meedoen.mailbox.patch import patch

WHO = ("Postvak", "postvak@agenda.example.org")
PATH = "content/activiteiten/dorp/breien.md"
NOON = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("America/Kralendijk"))


@pytest.fixture
def story(tmp_path: Path) -> Story:
    told = Story(tmp_path / "project")
    told.commit({"activiteiten/dorp/koffie.md": "koffie\n"})
    return told


def test_branch_holds_the_file_and_nothing_else_changes(story: Story) -> None:
    story.write({"activiteiten/dorp/koffie.md": "anders\n", "los.txt": "los"})
    before = (story.git("status", "--porcelain"), story.git("rev-parse", "HEAD"))
    branches = Branches(story.content, "inzending/")
    name = branches.free("2026-11-22", "breien")
    commit = branches.add(name, {PATH: "breien: één\n"}, "Inzending: dorp/breien", WHO)
    assert name == "inzending/2026-11-22-breien"
    assert (story.git("status", "--porcelain"), story.git("rev-parse", "HEAD")) == before
    assert story.git("rev-parse", name) == commit
    assert story.git("diff", "--name-status", "HEAD", name) == f"A\t{PATH}"
    assert story.git("show", f"{name}:{PATH}") == "breien: één"
    assert story.git("log", "-1", "--format=%an|%ae|%cn|%ce|%B", name) == (
        "Postvak|postvak@agenda.example.org|Postvak|postvak@agenda.example.org|Inzending: dorp/breien"
    )


def test_name_that_is_taken_gets_a_number(story: Story) -> None:
    branches = Branches(story.content, "inzending/")
    for expected in ("breien", "breien-2", "breien-3"):
        name = branches.free("2026-11-22", "breien")
        assert name == f"inzending/2026-11-22-{expected}"
        branches.add(name, {PATH: "x\n"}, "x", WHO)


def test_branch_that_is_there_is_never_moved(story: Story) -> None:
    branches = Branches(story.content, "inzending/")
    commit = branches.add("inzending/x", {PATH: "x\n"}, "x", WHO)
    with pytest.raises(GitFailed):
        branches.add("inzending/x", {PATH: "y\n"}, "y", WHO)
    assert story.git("rev-parse", "inzending/x") == commit


def test_what_waits_is_what_is_not_merged(story: Story) -> None:
    branches = Branches(story.content, "inzending/")
    branches.add("inzending/een", {PATH: "x\n"}, "x", WHO)
    branches.add("inzending/twee", {PATH.replace("breien", "lezen"): "y\n"}, "y", WHO)
    assert branches.waiting(9, 1_000) == {
        "inzending/een": {PATH: b"x\n"},
        "inzending/twee": {PATH.replace("breien", "lezen"): b"y\n"},
    }
    story.git("merge", "--quiet", "--no-ff", "--message", "Samen", "inzending/een")
    assert Branches(story.content, "inzending/").waiting(9, 1_000).keys() == {"inzending/twee"}


def test_hooks_and_settings_of_the_repository_do_nothing(story: Story) -> None:
    hook = story.root / ".git" / "hooks" / "reference-transaction"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (story.root / ".gitattributes").write_text("*.md filter=boos\n", encoding="utf-8")
    story.git("config", "filter.boos.clean", "false")
    Branches(story.content, "inzending/").add("inzending/x", {PATH: "x\r\n"}, "x", WHO)
    assert story.git("cat-file", "-s", f"inzending/x:{PATH}") == "3"


def test_another_start(story: Story) -> None:
    first = story.git("rev-parse", "HEAD")
    story.commit({"activiteiten/dorp/thee.md": "thee\n"})
    Branches(story.content, "inzending/", first).add("inzending/x", {PATH: "x\n"}, "x", WHO)
    assert story.git("rev-parse", "inzending/x~1") == first


@pytest.mark.parametrize("start", ["weg", "--help", "-x"])
def test_start_that_is_not_there(story: Story, start: str) -> None:
    with pytest.raises(NoRepository):
        Branches(story.content, "inzending/", start)


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(NoRepository):
        Branches(tmp_path, "inzending/")


@pytest.mark.parametrize("before", [None, "koffie\n", "koffie\nzonder eind"])
def test_patch_is_taken_by_git(story: Story, tmp_path: Path, before: str | None) -> None:
    path = PATH if before is None else "content/activiteiten/dorp/koffie.md"
    if before is not None:
        story.commit({"activiteiten/dorp/koffie.md": before})
    after = "titel: Eén\n-- \nFrom iemand\n---\n\n@@ x @@\n"
    file = tmp_path / "uit.patch"
    text = patch({path: (before, after)}, "Inzending: dorp/breien", WHO, NOON)
    file.write_text(text, encoding="utf-8")
    story.git("am", "--quiet", str(file))
    assert (story.root / path).read_text(encoding="utf-8") == after
    assert story.git("log", "-1", "--format=%an|%ae|%s") == "Postvak|postvak@agenda.example.org|Inzending: dorp/breien"
    assert story.git("log", "-1", "--format=%aI") == "2026-12-01T12:00:00-04:00"
