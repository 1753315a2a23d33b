"""Which files of the content are other than Git kept them, found by their bytes: no index, no filters, no hooks."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from meedoen.git.repository import LINK, PLAIN, TreeEntry

_CHUNK = 1 << 20
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Differences:
    """Paths (`content/…`): what came, what is different, what is gone; each in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        """Every path that is not as it was."""
        return frozenset((*self.added, *self.changed, *self.removed))


def differences(root: Path, before: Mapping[str, TreeEntry]) -> Differences:
    """Takes the content folder and its files in Git; gives the files below `root` beside those of Git: path → what it
    names there.
    """
    added: list[str] = []
    changed: list[str] = []
    seen: set[str] = set()
    for path, place in _walk(root, "content"):
        kept = before.get(path)
        if kept is None:
            # What an operating system or an editor leaves behind is nobody's proposal.
            if not path.rpartition("/")[2].startswith("."):
                added.append(path)
            continue
        seen.add(path)
        if not _is_as_kept(place, kept.mode, kept.name):
            changed.append(path)
    removed = (path for path, each in before.items() if path not in seen and (each.mode in PLAIN or each.mode == LINK))
    return Differences(tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(removed)))


def _walk(folder: Path, shown: str) -> Iterator[tuple[str, str]]:
    waiting = [(shown, str(folder))]
    while waiting:
        path, place = waiting.pop()
        for entry in os.scandir(place):
            name = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append((name, entry.path))
            else:
                yield name, entry.path


def _is_as_kept(place: str, mode: str, blob: str) -> bool:
    """Whether the bytes are those of the blob. Line ends of Windows are how a checkout may write them."""
    if mode == LINK:
        return Path(place).is_symlink() and _is_blob([os.fsencode(Path(place).readlink())], blob)
    if not stat.S_ISREG(os.lstat(place).st_mode):
        return False
    with os.fdopen(os.open(place, _READ), "rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size > _CHUNK:
            return _is_blob(iter(lambda: file.read(_CHUNK), b""), blob, size)
        data = file.read()
    return _is_blob([data], blob) or (b"\r\n" in data and _is_blob([data.replace(b"\r\n", b"\n")], blob))


def _is_blob(parts: Iterator[bytes] | list[bytes], blob: str, size: int | None = None) -> bool:
    if size is None:
        parts = list(parts)
        size = sum(map(len, parts))
    digest = (hashlib.sha1 if len(blob) == 40 else hashlib.sha256)(b"blob %d\0" % size)
    for part in parts:
        digest.update(part)
    return digest.hexdigest() == blob
