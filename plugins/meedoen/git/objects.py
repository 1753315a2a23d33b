"""Git's objects one by one, each asked for its size before its bytes. Nothing is checked out, run or written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO

from meedoen.git.command import LIMITS, PATIENCE
from meedoen.git.repository import Repository, TreeEntry


class UnreadableObject(Exception):
    """An object that is not there, is larger than was asked for, or is not what it should be."""


class Objects:
    """The objects of the `repository` around a folder, in which strangers may have put anything.

    Use it with `with`: two processes of Git answer until the end of it.
    """

    def __init__(self, folder: Path) -> None:
        """Raises NoRepository or GitFailed."""
        self.folder = folder
        self.repository = Repository(folder, LIMITS, PATIENCE)
        self._sizes = self._start("--batch-check")
        self._contents = self._start("--batch")

    def __enter__(self) -> Objects:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._sizes, self._contents):
            _end(process)

    def size(self, name: str, kind: str = "blob") -> int:
        """How many bytes it has. Raises UnreadableObject when it is not here, or of another kind."""
        answer = self._about(name)
        if answer[1:2] != [kind.encode()]:
            raise UnreadableObject(name)
        return int(answer[2])

    def read(self, name: str, most: int, kind: str = "blob") -> bytes:
        """Its bytes. Raises UnreadableObject when it has more than `most`, before any of them is read."""
        if self.size(name, kind) > most:
            raise UnreadableObject(name)
        answer = _asked(self._contents, name).split()
        data = _told(self._contents, answer)
        if data is None or answer[1] != kind.encode():
            # Git stopped: the object is damaged, or is made of one that is far too large.
            _end(self._contents)
            self._contents = self._start("--batch")
            raise UnreadableObject(name)
        return data

    def contents(self, names: Iterable[str]) -> Iterator[bytes]:
        """The bytes of many blobs that are trusted, in order: asked all at once. Raises UnreadableObject."""
        wanted = list(names)
        process = self._start("--batch", "--buffer", questions="".join(f"{name}\n" for name in wanted).encode())
        try:
            for name in wanted:
                data = _told(process, _output(process).readline().split())
                if data is None:
                    raise UnreadableObject(name)
                yield data
        finally:
            _end(process)

    def tree(self, name: str, most: int) -> dict[str, TreeEntry]:
        """The entries of one folder, as they stand. Raises UnreadableObject for one that Git would not make."""
        entries: dict[str, TreeEntry] = {}
        for path, entry in _entries(self.read(name, most, "tree"), len(name) // 2):
            if path in entries:
                raise UnreadableObject(name)
            entries[path] = entry
        return entries

    def root(self, commit: str) -> str:
        """The tree of a commit. Raises UnreadableObject."""
        answer = self._about(f"{commit}^{{tree}}")
        if answer[1:2] != [b"tree"]:
            raise UnreadableObject(commit)
        return answer[0].decode("ascii")

    def _about(self, name: str) -> list[bytes]:
        """What Git says of an object: its name, kind and size; something else when it is not here."""
        answer = _asked(self._sizes, name)
        if not answer.endswith(b"\n"):
            # Git stopped: of a copy that was fetched in part, one that is not here ends it.
            _end(self._sizes)
            self._sizes = self._start("--batch-check")
        return answer.split()

    def _start(self, *form: str, questions: bytes | None = None) -> subprocess.Popen[bytes]:
        return self.repository.git.start(("cat-file", *form), questions)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()  # it may be in the middle of an answer that nobody wants
    process.communicate()


def _asked(process: subprocess.Popen[bytes], name: str) -> bytes:
    """The first line of the answer; one question at a time, so that neither waits for the other."""
    questions = process.stdin
    assert questions is not None  # noqa: S101 - asked for
    try:
        questions.write(f"{name}\n".encode())
        questions.flush()
    except BrokenPipeError:
        raise UnreadableObject(name) from None
    return _output(process).readline()


def _told(process: subprocess.Popen[bytes], answer: list[bytes]) -> bytes | None:
    """The bytes behind a first line of an answer; None when there are none, or not all."""
    if len(answer) != 3 or not answer[2].isdigit():
        return None
    size = int(answer[2])
    data = _output(process).read(size + 1)
    return data[:-1] if len(data) == size + 1 else None


def _output(process: subprocess.Popen[bytes]) -> IO[bytes]:
    assert process.stdout is not None  # noqa: S101 - asked for
    return process.stdout


def _entries(data: bytes, width: int) -> Iterator[tuple[str, TreeEntry]]:
    """The lines of a tree: `mode name NUL`, and the object in `width` bytes."""
    at = 0
    while at < len(data):
        end = data.find(b"\0", at)
        mode, space, name = data[at:end].partition(b" ")
        raw = data[end + 1 : end + 1 + width]
        if end < 0 or not space or not name or b"/" in name or len(raw) != width or not mode.isdigit():
            raise UnreadableObject(os.fsdecode(name))
        yield os.fsdecode(name), TreeEntry(mode.decode("ascii").lstrip("0"), raw.hex())
        at = end + 1 + width
