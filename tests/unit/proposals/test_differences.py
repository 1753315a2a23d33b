"""Which files are other than Git kept them: Git itself is asked for the other opinion."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.proposals.differences import Differences, differences
from meedoen.proposals.origin import Origin


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A few files of all kinds."""
    told = Story(tmp_path / "agenda")
    told.commit({"a.md": "a\n", "map/b.md": "b\nb\n", "map/c.md": "c\n", "d.md": "x" * 1_500_000})
    return told


def found(story: Story) -> Differences:
    return differences(story.content, Origin(story.content, "HEAD").snapshot.files)


def test_nothing_is_different_at_first(story: Story) -> None:
    assert found(story) == Differences((), (), ())


def test_what_came_changed_and_went(story: Story) -> None:
    story.write({"a.md": "anders\n", "map/c.md": None, "nieuw/e.md": "e\n", "d.md": "y" * 1_500_000})
    assert found(story) == Differences(("content/nieuw/e.md",), ("content/a.md", "content/d.md"), ("content/map/c.md",))


def test_git_says_the_same(story: Story) -> None:
    story.write({"a.md": "anders\n", "map/c.md": None, "nieuw/e.md": "e\n", "map/f g.md": "", "é.md": "x"})
    told = story.git("-c", "core.quotePath=off", "status", "--porcelain", "--untracked-files=all", "--no-renames")
    assert found(story).all == {line.strip().partition(" ")[2].strip('"').strip() for line in told.split("\n")}


def test_change_within_the_same_second_and_size_is_seen(story: Story) -> None:
    story.write({"a.md": "b\n"})
    assert found(story).changed == ("content/a.md",)


def test_line_ends_of_windows_are_how_a_checkout_may_write_them(story: Story) -> None:
    (story.content / "map" / "b.md").write_bytes(b"b\r\nb\r\n")
    assert found(story) == Differences((), (), ())


def test_what_an_editor_leaves_behind_is_no_proposal(story: Story) -> None:
    story.write({".DS_Store": "x", "map/.b.md.swp": "x"})
    assert found(story) == Differences((), (), ())


def test_hidden_file_that_was_kept_counts(story: Story) -> None:
    story.commit({".gitattributes": "* text\n"})
    story.write({".gitattributes": "*.md filter=x\n"})
    assert found(story).changed == ("content/.gitattributes",)


def test_links_are_not_followed(story: Story) -> None:
    (story.content / "koppeling.md").symlink_to("a.md")
    (story.content / "elders").symlink_to("/etc")
    assert found(story).added == ("content/elders", "content/koppeling.md")
    story.commit()
    assert found(story) == Differences((), (), ())
    (story.content / "koppeling.md").unlink()
    (story.content / "koppeling.md").symlink_to("map/b.md")
    (story.content / "a.md").unlink()
    (story.content / "a.md").symlink_to("map/b.md")
    assert found(story).changed == ("content/a.md", "content/koppeling.md")


def test_file_in_the_place_of_a_folder(story: Story) -> None:
    story.write({"map/b.md": None, "map/c.md": None})
    (story.content / "map").rmdir()
    story.write({"map": "x"})
    assert found(story) == Differences(("content/map",), (), ("content/map/b.md", "content/map/c.md"))


def test_filters_and_attributes_of_the_repository_run_nothing(story: Story, tmp_path: Path) -> None:
    mark = tmp_path / "gedraaid"
    story.git("config", "filter.x.clean", f"touch {mark}; cat")
    story.git("config", "core.fsmonitor", f"touch {mark}; false")
    story.write({".gitattributes": "*.md filter=x\n", "a.md": "anders\n"})
    assert found(story).changed == ("content/a.md",)
    assert not mark.exists()


def test_names_by_sha256_are_known(tmp_path: Path) -> None:
    story = Story(tmp_path / "nieuw")
    shutil.rmtree(story.root / ".git")
    story.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    story.commit({"a.md": "a\n", "b.md": "b\n"})
    story.write({"b.md": "c\n"})
    assert found(story) == Differences((), ("content/b.md",), ())
