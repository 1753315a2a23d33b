"""The bytes of the content by path, wherever they stand: what the disk and a commit in Git give alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol


class EntryForm(Enum):
    """What a name in a folder stands for; a pipe, a device and another repository are `OTHER`."""

    FILE = "bestand"
    FOLDER = "map"
    LINK = "snelkoppeling"
    OTHER = "iets anders"


class FolderEntry(NamedTuple):
    """One name in a folder, and its size in octets, before anything of it is read."""

    name: str
    form: EntryForm
    size: int = 0


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Path from the content's parent folder (`content/activiteiten/…`), with `/`, and the bytes."""

    path: str
    data: bytes

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]


class Source(Protocol):
    """Where the content stands. Paths are whole: `content/locaties/plein.yaml`."""

    def entries(self, folder: str) -> Iterable[FolderEntry]:
        """Takes a folder; gives what stands in it, nothing when it is not there or is a link."""
        ...

    def read(self, paths: Iterable[str]) -> Iterator[SourceFile]:
        """Takes paths of files that were listed; gives these files, one after another."""
        ...

    def picture(self, path: str) -> bytes | None:
        """Takes the path of a picture; gives its bytes, None when no regular file of that name is there."""
        ...


@dataclass(frozen=True, slots=True)
class Amended:
    """A source in which other bytes count for some paths, by their visible names; None for what counts as not there."""

    source: Source
    instead: Mapping[str, bytes | None]

    def entries(self, folder: str) -> Iterable[FolderEntry]:
        """What stands there, without what counts as not there and with what counts instead."""
        listed = {each.name: each for each in self.source.entries(folder) if self._stays(f"{folder}/{each.name}")}
        for path, data in self.instead.items():
            if data is not None and path.startswith(f"{folder}/"):
                name, _, below = path[len(folder) + 1 :].partition("/")
                if not below:
                    listed[name] = FolderEntry(name, EntryForm.FILE, len(data))
                elif name not in listed:
                    listed[name] = FolderEntry(name, EntryForm.FOLDER)
        return listed.values()

    def read(self, paths: Iterable[str]) -> Iterator[SourceFile]:
        """These files, as they count."""
        for path in paths:
            data = self.instead.get(path)
            yield from self.source.read([path]) if data is None else (SourceFile(path, data),)

    def picture(self, path: str) -> bytes | None:
        """The bytes that count."""
        return self.instead[path] if path in self.instead else self.source.picture(path)

    def _stays(self, path: str) -> bool:
        return visible(path) not in self.instead


def visible(path: str) -> str:
    """Takes a path; gives the path as a problem names it: what cannot be seen in it is a mark."""
    if path.isprintable():
        return path
    known = path.encode("utf-8", "replace").decode()
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in known)
