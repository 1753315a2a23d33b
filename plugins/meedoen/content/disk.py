"""The content on the disk: what stands there, and nothing outside it, ever."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from meedoen.content.content_tree import Tree, read_tree
from meedoen.content.layout import LARGEST_PICTURE, ROOT, is_picture
from meedoen.content.source import Amended, EntryForm, FolderEntry, SourceFile

# O_NOFOLLOW: a file that was swapped for a link after the scan is an error of ours, not a way out.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Disk:
    """The source that a folder on the disk is. Links are named, and never followed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def entries(self, folder: str) -> list[FolderEntry]:
        """What stands in this folder; nothing when the folder is not there, or is a link."""
        place = self._place(folder)
        if place.is_symlink() or not place.is_dir():
            return []
        with os.scandir(place) as entries:
            return [_entry(each) for each in entries]

    def read(self, paths: Iterable[str]) -> Iterator[SourceFile]:
        """These files, one after another. Raises OSError for one that is a link by now."""
        for path in paths:
            descriptor = os.open(f"{self.root}{path.removeprefix(ROOT)}", _READ)
            with os.fdopen(descriptor, "rb", buffering=0) as file:
                yield SourceFile(path, file.read())

    def picture(self, path: str) -> bytes | None:
        """The bytes of a picture beside an activity; None when there is no regular file of that name."""
        place = self._place(path)
        inside = place.resolve().is_relative_to(self.root.resolve())
        if place.is_symlink() or not inside or not place.is_file() or not is_picture(place.name):
            return None
        with place.open("rb") as file:
            return file.read(LARGEST_PICTURE + 1)

    def _place(self, path: str) -> Path:
        return self.root / path.removeprefix(ROOT).lstrip("/")


def scan(root: Path, instead: Mapping[str, bytes | None] | None = None) -> Tree:
    """Takes a content folder, and the bytes that count instead of those on the disk; looks through a content folder on
    the disk; see `Tree`.

    What stands in `instead` takes the place of what is on the disk: see `Amended`.
    """
    disk = Disk(root)
    return read_tree(Amended(disk, instead) if instead else disk, root)


def _entry(entry: os.DirEntry[str]) -> FolderEntry:
    if entry.is_symlink():
        return FolderEntry(entry.name, EntryForm.LINK)
    if entry.is_file(follow_symlinks=False):
        return FolderEntry(entry.name, EntryForm.FILE, entry.stat(follow_symlinks=False).st_size)
    return FolderEntry(entry.name, EntryForm.FOLDER if entry.is_dir(follow_symlinks=False) else EntryForm.OTHER)
