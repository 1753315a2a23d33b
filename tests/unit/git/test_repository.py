"""Git's answers, with the names and objects that strangers can put in a repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.git.repository import Commit, GitFailed, Repository, Step


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """An empty repository."""
    told = Story(tmp_path / "verhaal")
    told.content.mkdir()
    return told


def test_steps_of_each_commit(story: Story) -> None:
    story.commit({"a.md": "een\n" * 9, "b.md": "twee"})
    story.commit({"a.md": None, "c.md": "een\n" * 9 + "meer\n"})
    repository = Repository(story.content)
    first, second = repository.commits()
    found = list(repository.steps([(first.name, None), (second.name, first.name)]))
    blobs = [repository.files(each.name) for each in (first, second)]
    assert found == [
        (Step(None, ("a.md", blobs[0]["a.md"])), Step(None, ("b.md", blobs[0]["b.md"]))),
        (Step(("a.md", blobs[0]["a.md"]), ("c.md", blobs[1]["c.md"])),),
    ]
    assert second == Commit(second.name, first.time + 60, (first.name,))


def test_commit_that_changes_nothing_here_has_no_steps(story: Story) -> None:
    story.commit({"a.md": "een"})
    (story.root / "elders").write_text("iets", encoding="utf-8")
    story.commit()
    story.commit({"b.md": "twee"})
    repository = Repository(story.content)
    names = [each.name for each in repository.commits()]
    steps = repository.steps([(names[1], names[0]), (names[2], names[1])])
    assert [[step.after and step.after[0] for step in each] for each in steps] == [[], ["b.md"]]


def test_odd_names_and_links(story: Story) -> None:
    names = ["met spatie.md", 'met "quotes".md', "met\ttab.md", "é.md", ":dubbel.md", "regel\nbreuk.md"]
    (story.content / "koppeling.md").symlink_to("/etc/passwd")
    (story.content.as_posix().encode() + b"/\xff.md").decode("utf-8", "surrogateescape")
    story.commit(dict.fromkeys(names, "tekst"))
    repository = Repository(story.content)
    (steps,) = repository.steps([(repository.commits()[0].name, None)])
    assert sorted(step.after[0] for step in steps if step.after) == sorted(names)
    assert sorted(repository.files("HEAD")) == sorted(names)


def test_blobs_with_their_bytes(story: Story) -> None:
    story.commit({"a.md": "een\n\0\n", "groot.md": "x" * 1000})
    repository = Repository(story.content)
    files = repository.files("HEAD")
    nothing = "0" * 40
    asked = [files["a.md"], files["groot.md"], nothing]
    assert dict(repository.blobs(asked, 999)) == {files["a.md"]: b"een\n\0\n", files["groot.md"]: None, nothing: None}


def test_what_is_different_on_the_disk(story: Story) -> None:
    story.commit({"a.md": "een", "b.md": "twee", "c.md": "drie"})
    story.write({"a.md": "anders", "b.md": None, "map/nieuw.md": "vier"})
    (story.root / "elders").write_text("iets", encoding="utf-8")
    assert sorted(Repository(story.content).changed()) == ["a.md", "b.md", "map/nieuw.md"]


def test_settings_of_the_user_do_not_change_the_answers(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.commit({"a.md": "een"})
    story.git("config", "log.showSignature", "true")
    story.git("config", "diff.noprefix", "true")
    story.git("config", "status.relativePaths", "false")
    monkeypatch.setenv("GIT_DIR", "/nergens")
    repository = Repository(story.content)
    assert [len(repository.commits()), list(repository.files("HEAD")), repository.changed()] == [1, ["a.md"], ()]


def test_git_that_refuses_is_told(story: Story) -> None:
    (story.root / ".git" / "HEAD").write_text("rommel", encoding="utf-8")
    with pytest.raises(GitFailed, match="not a git repository"):
        Repository(story.content)


def test_git_that_is_not_there_is_told(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nergens")
    with pytest.raises(GitFailed, match="git"):
        Repository(story.content)
