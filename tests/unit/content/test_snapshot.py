"""A commit as a source: as the disk would have it, with links named and nothing larger than may be."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.content.layout import LARGEST_LETTER, LARGEST_PICTURE, LARGEST_TEXT
from meedoen.content.snapshot import Snapshot
from meedoen.content.source import EntryForm, FolderEntry, SourceFile
from meedoen.git.repository import Repository

TOWN = "activiteiten/papendrecht"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A repository with two activities, a guide and a link."""
    told = Story(tmp_path / "agenda")
    told.write({f"{TOWN}/koffie.md": "koffie", f"{TOWN}/school/taal.md": "taal", "LEESMIJ.md": "uitleg"})
    (told.content / TOWN / "link.md").symlink_to("koffie.md")
    told.commit()
    return told


def snapshot(story: Story) -> Snapshot:
    return Snapshot.of(Repository(story.content), "HEAD")


def test_entries_of_each_folder_with_their_size(story: Story) -> None:
    source = snapshot(story)
    assert sorted(source.entries("content")) == [
        FolderEntry("LEESMIJ.md", EntryForm.FILE, 6),
        FolderEntry("activiteiten", EntryForm.FOLDER),
    ]
    assert sorted(source.entries(f"content/{TOWN}")) == [
        FolderEntry("koffie.md", EntryForm.FILE, 6),
        FolderEntry("link.md", EntryForm.LINK, 9),
        FolderEntry("school", EntryForm.FOLDER),
    ]
    assert list(source.entries("content/locaties")) == []


def test_another_repository_is_neither_file_nor_folder(story: Story) -> None:
    commit = story.git("rev-parse", "HEAD")
    story.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/{TOWN}/elders")
    story.git("commit", "--quiet", "--message", "Elders")
    assert FolderEntry("elders", EntryForm.OTHER) in snapshot(story).entries(f"content/{TOWN}")


def test_files_are_read_and_links_are_not(story: Story) -> None:
    paths = [f"content/{TOWN}/{name}" for name in ("koffie.md", "link.md", "weg.md", "school/taal.md")]
    assert list(snapshot(story).read(paths)) == [SourceFile(paths[0], b"koffie"), SourceFile(paths[3], b"taal")]


@pytest.mark.parametrize(
    ("path", "most"), [(f"{TOWN}/x.md", LARGEST_TEXT), ("nieuwsbrieven/vastgelegd/x.json", LARGEST_LETTER)]
)
def test_nothing_larger_than_its_kind_may_be(story: Story, path: str, most: int) -> None:
    story.commit({path: "x" * most, f"{TOWN}/klein.md": "x"})
    assert [len(each.data) for each in snapshot(story).read([f"content/{path}"])] == [most]
    story.commit({path: "x" * (most + 1)})
    paths = [f"content/{path}", f"content/{TOWN}/klein.md"]
    assert [each.path for each in snapshot(story).read(paths)] == [f"content/{TOWN}/klein.md"]


def test_picture_is_read_no_further_than_it_may_be(story: Story) -> None:
    (story.content / TOWN / "foto.png").write_bytes(b"png")
    (story.content / TOWN / "groot.png").write_bytes(bytes(9_000_000))
    (story.content / TOWN / "link.png").symlink_to("foto.png")
    story.commit()
    source = snapshot(story)
    assert source.picture(f"content/{TOWN}/foto.png") == b"png"
    assert len(source.picture(f"content/{TOWN}/groot.png") or b"") == LARGEST_PICTURE + 1
    assert [source.picture(f"content/{TOWN}/{name}") for name in ("link.png", "weg.png", "koffie.md")] == [None] * 3
