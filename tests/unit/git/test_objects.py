"""Git's objects with the names, kinds and damage that strangers can put in a repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.repositories import Story

from meedoen.git.command import GitFailed
from meedoen.git.objects import Objects, UnreadableObject, _entries
from meedoen.git.repository import NoRepository, TreeEntry


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A repository with two files in content/."""
    told = Story(tmp_path / "verhaal")
    told.commit({"a.md": "een\n", "map/b.md": "twee\n"})
    return told


@pytest.fixture
def objects(story: Story) -> Iterator[Objects]:
    """Its objects, seen from content/."""
    with Objects(story.content) as opened:
        yield opened


def test_files_of_a_commit_by_path_below_the_folder(objects: Objects, story: Story) -> None:
    blobs = {path: story.git("rev-parse", f"HEAD:content/{path}") for path in ("a.md", "map/b.md")}
    assert list(objects.repository.entries("HEAD")) == [
        (path, TreeEntry("100644", blob)) for path, blob in blobs.items()
    ]
    assert objects.repository.prefix == "content/"


def test_size_and_bytes_of_a_blob(objects: Objects, story: Story) -> None:
    blob = story.git("rev-parse", "HEAD:content/a.md")
    assert (objects.size(blob), objects.read(blob, 4)) == (4, b"een\n")
    with pytest.raises(UnreadableObject):
        objects.read(blob, 3)


def test_object_of_another_kind_or_none_is_unreadable_and_the_next_is_not(objects: Objects, story: Story) -> None:
    blob, tree = story.git("rev-parse", "HEAD:content/a.md"), story.git("rev-parse", "HEAD:content")
    for name, kind in ((tree, "blob"), (blob, "tree"), ("0" * 40, "blob")):
        with pytest.raises(UnreadableObject):
            objects.read(name, 100, kind)
    assert objects.read(blob, 100) == b"een\n"


def test_damaged_object_is_unreadable_and_the_next_is_not(objects: Objects, story: Story) -> None:
    blob, other = (story.git("rev-parse", f"HEAD:content/{path}") for path in ("a.md", "map/b.md"))
    place = story.root / ".git" / "objects" / blob[:2] / blob[2:]
    place.chmod(0o644)
    place.write_bytes(place.read_bytes()[:-6])
    for _ in range(2):
        with pytest.raises(UnreadableObject):
            objects.read(blob, 100)
        assert objects.read(other, 100) == b"twee\n"


def test_many_blobs_in_the_order_in_which_they_are_asked(objects: Objects, story: Story) -> None:
    blob, other = (story.git("rev-parse", f"HEAD:content/{path}") for path in ("a.md", "map/b.md"))
    assert list(objects.contents([other, blob, other])) == [b"twee\n", b"een\n", b"twee\n"]
    assert list(objects.contents([])) == []
    with pytest.raises(UnreadableObject):
        list(objects.contents([blob, "0" * 40]))


def test_tree_is_the_one_of_the_commit(objects: Objects, story: Story) -> None:
    commit = story.git("rev-parse", "HEAD")
    assert objects.root(commit) == story.git("rev-parse", "HEAD^{tree}")
    assert objects.tree(objects.root(commit), 1_000) == {
        "content": TreeEntry("40000", story.git("rev-parse", "HEAD:content"))
    }
    with pytest.raises(UnreadableObject):
        objects.root("0" * 40)


@pytest.mark.parametrize(
    "word", ["", "-h", "--all", "bestaat-niet", "HEAD:content", "HEAD:content/a.md", "0" * 40, "a\nb"]
)
def test_word_that_is_no_commit(word: str, objects: Objects) -> None:
    assert objects.repository.commit(word) is None


def test_commit_by_its_names(objects: Objects, story: Story) -> None:
    commit = story.git("rev-parse", "HEAD")
    story.git("tag", "-a", "v1", "-m", "Een")
    assert [objects.repository.commit(each) for each in ("HEAD", "main", "v1", commit, commit[:10])] == [commit] * 5


def test_meeting_of_two_branches(objects: Objects, story: Story) -> None:
    first = story.git("rev-parse", "HEAD")
    story.git("checkout", "--quiet", "-b", "ander")
    story.commit({"c.md": "drie"})
    story.git("checkout", "--quiet", "--orphan", "los")
    story.commit({"d.md": "vier"})
    main, other, loose = (story.git("rev-parse", each) for each in ("main", "ander", "los"))
    assert (objects.repository.meeting(main, other), objects.repository.meeting(main, loose)) == (first, None)


def test_folder_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(NoRepository):
        Objects(tmp_path)


def test_what_is_no_repository_after_all_says_what_git_said(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(GitFailed, match="not a git repository"):
        Objects(tmp_path)


_LINE = st.tuples(
    st.sampled_from(["100644", "100755", "120000", "160000", "40000"]),
    st.binary(min_size=1, max_size=9).filter(lambda name: not {0, 0x2F} & set(name)),
    st.binary(min_size=20, max_size=20),
)


@given(st.lists(_LINE, max_size=5))
def test_entries_are_those_that_were_written(lines: list[tuple[str, bytes, bytes]]) -> None:
    data = b"".join(mode.encode() + b" " + name + b"\0" + raw for mode, name, raw in lines)
    found = [
        (entry.mode, name.encode("utf-8", "surrogateescape"), bytes.fromhex(entry.name))
        for name, entry in _entries(data, 20)
    ]
    assert found == lines


@given(st.binary(max_size=80))
def test_entries_of_anything_are_read_or_refused(data: bytes) -> None:
    try:
        found = list(_entries(data, 20))
    except UnreadableObject:
        return
    assert sum(len(name.encode("utf-8", "surrogateescape")) for name, _ in found) <= len(data)
    assert all(name and "/" not in name and "\0" not in name for name, _ in found)
