"""What counts instead of what stands there, and paths as they are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from meedoen.content.source import Amended, EntryForm, FolderEntry, SourceFile, visible

FOLDER = "content/activiteiten/dorp"


@dataclass(frozen=True)
class Given:
    """A source of these bytes."""

    files: dict[str, bytes]

    def entries(self, folder: str) -> Iterable[FolderEntry]:
        """What stands in the folder itself."""
        inside = (path[len(folder) + 1 :] for path in self.files if path.startswith(f"{folder}/"))
        return [
            FolderEntry(name, EntryForm.FILE, len(self.files[f"{folder}/{name}"]))
            for name in sorted(inside)
            if "/" not in name
        ]

    def read(self, paths: Iterable[str]) -> Iterator[SourceFile]:
        """These files."""
        return (SourceFile(path, self.files[path]) for path in paths)

    def picture(self, path: str) -> bytes | None:
        """The bytes."""
        return self.files.get(path)


@pytest.fixture
def source() -> Given:
    return Given({f"{FOLDER}/a.md": b"a", f"{FOLDER}/b.md": b"b", f"{FOLDER}/c.jpg": b"c"})


def test_other_bytes_count(source: Given) -> None:
    amended = Amended(source, {f"{FOLDER}/a.md": b"anders", f"{FOLDER}/c.jpg": b"plaatje"})
    assert sorted(amended.entries(FOLDER)) == [
        FolderEntry("a.md", EntryForm.FILE, 6),
        FolderEntry("b.md", EntryForm.FILE, 1),
        FolderEntry("c.jpg", EntryForm.FILE, 7),
    ]
    assert [each.data for each in amended.read([f"{FOLDER}/a.md", f"{FOLDER}/b.md"])] == [b"anders", b"b"]
    assert amended.picture(f"{FOLDER}/c.jpg") == b"plaatje"


def test_what_counts_as_not_there_is_not_listed(source: Given) -> None:
    amended = Amended(source, {f"{FOLDER}/a.md": None, f"{FOLDER}/c.jpg": None})
    assert [each.name for each in amended.entries(FOLDER)] == ["b.md"]
    assert amended.picture(f"{FOLDER}/c.jpg") is None


def test_what_is_not_there_is_listed_with_its_folders(source: Given) -> None:
    amended = Amended(source, {"content/locaties/plein.yaml": b"plein"})
    assert list(amended.entries("content")) == [FolderEntry("locaties", EntryForm.FOLDER)]
    assert list(amended.entries("content/locaties")) == [FolderEntry("plein.yaml", EntryForm.FILE, 5)]


def test_odd_name_is_known_by_what_a_problem_calls_it() -> None:
    odd = f"{FOLDER}/x\n::error::y.md"
    assert list(Amended(Given({odd: b"x"}), {visible(odd): None}).entries(FOLDER)) == []


@pytest.mark.parametrize(
    ("path", "shown"), [("a/café.md", "a/café.md"), ("a\n\u202eb", "a\ufffd\ufffdb"), ("a\udcff", "a?")]
)
def test_path_is_named_without_what_cannot_be_seen(path: str, shown: str) -> None:
    assert visible(path) == shown
