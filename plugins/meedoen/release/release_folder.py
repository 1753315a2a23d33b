"""The folder with releases: one of them is `nu`; a new one is made beside them, and a link is all that switches."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from meedoen.publishing.output_folder import NotOurs
from meedoen.release.manifest import MANIFEST

SITE = "site"
"""The folder in a release with what a web server shows; what stands beside it is not public."""
REPORT = "rapport.json"
NOW = "nu"
VERSIONS = "versies"
_LOCK = ".slot"
_HALF, _GONE = ".half", ".weg-"
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}-(?:[0-9a-f]{7}|zonder-git)(?:-[0-9]{1,3})?")


class NoLinks(Exception):
    """This system, or this disk, has no symbolic links: nothing can be switched in whole."""


class Busy(Exception):
    """Another run is publishing to this folder."""


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """A whole release: its number (each next one is higher), its name, and its folder."""

    number: int
    name: str
    folder: Path

    @property
    def site(self) -> Path:
        """What a web server shows."""
        return self.folder / SITE


class ReleaseFolder:
    """The releases below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()
        self.versions = self.root / VERSIONS
        self.now = self.root / NOW

    def releases(self) -> tuple[Release, ...]:
        """Gives every whole release, oldest first."""
        entries = os.scandir(self.versions) if self.versions.is_dir() else ()
        folders = (Path(each.path) for each in entries if _NAME.fullmatch(each.name) and each.is_dir())
        whole = (each for each in folders if (each / MANIFEST).is_file() and (each / SITE).is_dir())
        return tuple(sorted(Release(_number(each), each.name, each) for each in whole))

    def current(self) -> Release | None:
        """Gives the release that is online, whole or not; None when there is none. Raises NotOurs."""
        if not self.now.is_symlink():
            if self.now.exists():
                raise NotOurs(str(self.now))
            return None
        parts = self.now.readlink().parts
        if len(parts) != 3 or parts[0] != VERSIONS or parts[2] != SITE:
            raise NotOurs(str(self.now))
        folder = self.versions / parts[1]
        return Release(_number(folder), parts[1], folder) if (folder / SITE).is_dir() else None

    def begin(self) -> Path:
        """Gives an empty folder in which to make a release; what earlier runs left half is gone. Raises NoLinks."""
        self._sweep()
        unfinished = self.versions / _HALF
        unfinished.mkdir(parents=True)
        probe = unfinished / NOW
        try:
            probe.symlink_to(NOW)
        except OSError:
            raise NoLinks from None
        probe.unlink()
        return unfinished

    def next(self, name: str) -> Release:
        """Takes a name; gives the release that comes after all others, with this name or nearly."""
        present = self.releases()
        taken = {each.name for each in present}
        free = next(each for each in (name, *(f"{name}-{turn}" for turn in range(2, 1000))) if each not in taken)
        return Release(max((each.number for each in present), default=0) + 1, free, self.versions / free)

    def finish(self, release: Release, unfinished: Path) -> None:
        """Takes a release and the folder that `begin` gave; makes it a release, which is not online yet."""
        unfinished.rename(release.folder)

    def switch(self, release: Release) -> None:
        """Takes a release; puts it online in one step: a page comes from the old one or from this."""
        fresh = self.root / f".{NOW}-nieuw"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path(VERSIONS, release.name, SITE), target_is_directory=True)
        fresh.replace(self.now)

    def tidy(self, keep: int) -> None:
        """Removes all but the newest `keep` releases, never the one that is online; and what was left half."""
        current = self.current()
        spare = [each for each in self.releases() if each != current]
        others = keep - (current is not None)
        for each in spare[: max(len(spare) - others, 0)]:
            each.folder.rename(self.versions / f"{_GONE}{each.name}")
        self._sweep()

    @contextmanager
    def locked(self, wait: float) -> Iterator[int]:
        """Takes how many seconds to wait; keeps every other run out while this process or a build of it lives.

        Gives the descriptor that a build has to inherit. Raises Busy or NoLinks.
        """
        try:
            import fcntl  # noqa: PLC0415 - not on Windows
        except ImportError:
            raise NoLinks from None
        self.versions.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            until = monotonic() + wait
            while True:
                with suppress(BlockingIOError):
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                if monotonic() > until:
                    raise Busy
                sleep(0.1)
            yield descriptor
        finally:
            os.close(descriptor)

    def _sweep(self) -> None:
        for entry in list(os.scandir(self.versions)):
            if entry.name.startswith((_HALF, _GONE)) and entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
        (self.root / f".{NOW}-nieuw").unlink(missing_ok=True)


def _number(folder: Path) -> int:
    try:
        number = json.loads((folder / REPORT).read_text(encoding="utf-8"))["nummer"]
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    return number if isinstance(number, int) else 0
