"""Git as everybody here asks it: deaf to the environment, to hooks and to who watches files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.git.command import Git, GitFailed, is_within_repository


@pytest.fixture
def story(tmp_path: Path) -> Story:
    told = Story(tmp_path / "agenda")
    told.commit({"a.md": "a\n"})
    return told


def test_environment_does_not_steer_it(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", os.devnull)
    monkeypatch.setenv("GIT_TRACE", "1")
    assert Git(story.root).ask("rev-parse", "--show-prefix") == "\n"


def test_questions_are_given_and_more_of_the_environment(story: Story) -> None:
    git = Git(story.root)
    name = git.run(("hash-object", "--stdin"), b"a\n").decode().strip()
    assert git.run(("cat-file", "--batch-check"), f"{name}\n".encode()).decode().endswith(" blob 2\n")
    assert git.run(("var", "GIT_EDITOR"), more={"GIT_EDITOR": "ons"}) == b"ons\n"


def test_no_hook_and_no_watcher_runs(story: Story, tmp_path: Path) -> None:
    mark = tmp_path / "gedraaid"
    hook = story.root / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    hook.chmod(0o755)
    story.git("config", "core.fsmonitor", f"touch {mark}; false")
    git = Git(story.root)
    git.run(("update-ref", "refs/heads/nieuw", "HEAD"))
    git.run(("status", "--porcelain"))
    assert not mark.exists()


def test_exit_code_that_is_not_accepted_says_what_git_said(story: Story) -> None:
    with pytest.raises(GitFailed, match="Not a valid object name weg"):
        Git(story.root).run(("cat-file", "-p", "weg"))
    assert Git(story.root).run(("rev-parse", "--verify", "--quiet", "weg"), accept=(0, 1)) == b""


def test_machine_without_git_says_so(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitFailed, match="git"):
        Git(story.root).ask("version")


def test_repository_is_found_from_below(story: Story, tmp_path: Path) -> None:
    assert [is_within_repository(each) for each in (story.content, story.root, tmp_path)] == [True, True, False]
