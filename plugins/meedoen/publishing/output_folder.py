"""The output folder: written beside the old one, checked, and switched in whole."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

MARKER = ".meedoen"
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_SAFE = re.compile(r"(?:(?:[a-z0-9][a-z0-9-]*/)*[a-zA-Z0-9_][a-zA-Z0-9._-]*|\.htaccess)\Z")


class NotOurs(Exception):
    """The folder holds files that this program did not make; nothing was touched. The message is its path."""


class UnsafePath(Exception):
    """A path that would leave the output folder, or that no output should make: a mistake of ours."""


class Staging:
    """A new folder next to the output; `switch` puts it in the old one's place, `discard` forgets it."""

    def __init__(self, output: Path) -> None:
        self.output = output.resolve()
        self.new = self.output.with_name(f"{self.output.name}.nieuw")
        self.old = self.output.with_name(f"{self.output.name}.oud")

    def open(self) -> None:
        """Makes the new folder empty. Raises NotOurs when the output is somebody else's."""
        if self.old.exists() and not self.output.exists():
            self.old.rename(self.output)  # a switch was cut off halfway: the old site comes back first
        for folder in (self.output, self.new, self.old):
            if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).is_file():
                raise NotOurs(str(folder))
        for leftover in (self.new, self.old):
            if leftover.exists():
                _remove(leftover)
        self.new.mkdir(parents=True)
        (self.new / MARKER).write_text(
            "Gemaakt door meedoen; bij een nieuwe bouw wordt deze map vervangen.\n", encoding="utf-8"
        )

    def switch(self) -> None:
        """The new folder becomes the output. Between the two renames the old one waits under its other name."""
        if self.output.exists():
            self.output.rename(self.old)
        self.new.rename(self.output)
        if self.old.exists():
            _remove(self.old)

    def discard(self) -> None:
        """Removes what was written; the output stays as it was."""
        if self.new.exists():
            _remove(self.new)


def _remove(folder: Path) -> None:
    """Removes a folder of ours, its marker last: what is left when this is cut off can still be seen to be ours."""
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        elif entry.name != MARKER:
            Path(entry.path).unlink()
    shutil.rmtree(folder)


class Writer:
    """Writes files below one folder and nowhere else."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.written = 0
        self._made: set[str] = set()

    def write(self, path: str, data: bytes) -> None:
        """One file. Raises UnsafePath for a path that is not plain and inside."""
        if not _SAFE.match(path) or ".." in path:
            raise UnsafePath(path)
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            place = self.root / folder
            place.mkdir(parents=True, exist_ok=True)
            if not place.resolve().is_relative_to(self.root.resolve()):
                raise UnsafePath(path)
            self._made.add(folder)
        write_new(f"{self.root}/{path}", data)
        self.written += 1


def write_new(place: str, data: bytes) -> None:
    """Takes a path and bytes; writes a file that is not there yet.

    Raises FileExistsError for one that is, a link too.
    """
    descriptor = os.open(place, _WRITE, 0o644)
    rest = memoryview(data)
    try:
        while rest:  # one call may write less than it was given
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)
