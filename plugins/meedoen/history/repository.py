"""Git, asked a fixed number of questions however many files there are. Nothing is ever written to the repository."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from meedoen.history.git import Git, GitFailed, is_within_repository

__all__ = ["Commit", "GitFailed", "NoHistory", "Repository", "ShallowHistory", "Step"]

_REGULAR = frozenset({"100644", "100755"})  # no links, no other repositories
_DIFF = ("diff-tree", "--stdin", "--always", "--root", "-r", "-M", "--raw", "-z", "--no-abbrev", "--relative")
_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")


class NoHistory(Exception):
    """The folder does not stand in a Git repository, as an unpacked archive does."""


class ShallowHistory(Exception):
    """The repository was cloned without its whole history: how often something changed cannot be told."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, its parents, and when it was made, in seconds since 1970 (the committer's time)."""

    name: str
    time: int
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One file that differs between two commits: path and blob before and after, None where it was not there."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None


class Repository:
    """The repository around a folder. Paths are those within the folder, with `/`.

    `private` is Git's own folder; `prefix` the way from the top of the repository to the folder (`content/`), or empty.
    """

    def __init__(self, folder: Path) -> None:
        """Raises NoHistory, ShallowHistory or GitFailed."""
        self.folder = folder
        if not is_within_repository(folder):
            raise NoHistory(str(folder))
        self._git = Git(folder)
        asked = self._git.ask("rev-parse", "--is-shallow-repository", "--git-common-dir", "--show-prefix").split("\n")
        if asked[0] == "true":
            raise ShallowHistory(str(folder))
        self.private = (folder / asked[1]).resolve()
        self.prefix = asked[2]
        head = self._git.run(("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), accept=(0, 1)).strip().decode()
        self.head = head if _OBJECT.match(head) else None

    def commits(self) -> tuple[Commit, ...]:
        """Every commit that leads to HEAD, parents before children."""
        if self.head is None:
            return ()
        options = ("--topo-order", "--reverse", "--no-show-signature", "--format=%H %ct %P")
        lines = self._git.ask("log", *options, self.head)
        rows = (line.split() for line in lines.splitlines())
        return tuple(Commit(name, int(time), tuple(parents)) for name, time, *parents in rows)

    def commits_of(self, path: str, most: int, start: str | None = None) -> tuple[Commit, ...]:
        """The newest commits of the main line in which this file came to be as it then was, newest first.

        `start` is the commit from which to look back; without it HEAD.
        """
        start = start or self.head
        if start is None or not _OBJECT.match(start):
            return ()
        options = ("--first-parent", "--no-show-signature", f"--max-count={most}", "--format=%H %ct")
        lines = self._git.ask("log", *options, start, "--", f":(literal){path}")
        rows = (line.split() for line in lines.splitlines())
        return tuple(Commit(name, int(time), ()) for name, time in rows)

    def steps(self, pairs: Sequence[tuple[str, str | None]]) -> Iterator[tuple[Step, ...]]:
        """For each pair of a commit and one of its parents (None: it has none) the files that differ, in that order."""
        if not pairs:
            return
        asked = "".join(f"{commit} {parent}\n" if parent else f"{commit}\n" for commit, parent in pairs)
        tokens = iter(self._git.run((*_DIFF, "--", "."), asked.encode()).split(b"\0"))
        current: list[Step] | None = None
        for token in tokens:
            if token.startswith(b":"):
                assert current is not None  # noqa: S101 - git tells the commit first
                current.append(_step(token, tokens))
            elif token:
                if current is not None:
                    yield tuple(current)
                current = []
        if current is not None:
            yield tuple(current)

    def files(self, commit: str, below: str = ".") -> dict[str, str]:
        """path → blob of every regular file of the folder in this commit, or of what is `below` this path."""
        listed = self._git.run(("ls-tree", "-r", "-z", commit, "--", below))
        blobs: dict[str, str] = {}
        for entry in listed.split(b"\0"):
            mode, _, rest = entry.decode("utf-8", "surrogateescape").partition(" ")
            if mode in _REGULAR:
                about, _, path = rest.partition("\t")
                blobs[path] = about.partition(" ")[2]
        return blobs

    def changed(self) -> tuple[str, ...]:
        """The paths that are different on the disk from the last commit, or not in it."""
        options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
        listed = self._git.run(("status", *options, "--", "."))
        paths = (entry[3:].decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry)
        return tuple(path.removeprefix(self.prefix) for path in paths)

    def blobs(self, names: Iterable[str], largest: int) -> Iterator[tuple[str, bytes | None]]:
        """Each blob with its bytes; None for one that is not here or is larger than `largest` octets."""
        wanted = list(dict.fromkeys(names))
        checked = self._git.run(("cat-file", "--batch-check"), _lines(wanted)).decode()
        fitting: list[str] = []
        for name, line in zip(wanted, checked.splitlines(), strict=True):
            kind, _, size = line.partition(" ")[2].partition(" ")
            if kind == "blob" and int(size) <= largest:
                fitting.append(name)
            else:
                yield name, None
        yield from self._contents(fitting)

    def _contents(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        if not names:
            return
        with self._git.start(("cat-file", "--batch"), _lines(names)) as process:
            assert process.stdout is not None  # noqa: S101 - asked for
            for name in names:
                size = int(process.stdout.readline().split()[2])
                data = process.stdout.read(size + 1)[:-1]
                yield name, data
            process.stdout.read()


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _step(token: bytes, tokens: Iterator[bytes]) -> Step:
    """From `:100644 100644 <blob> <blob> M` and the one or two paths that follow."""
    mode_before, mode_after, blob_before, blob_after, status = token[1:].decode("ascii").split(" ")
    path = next(tokens).decode("utf-8", "surrogateescape")
    new = next(tokens).decode("utf-8", "surrogateescape") if status[0] in "RC" else path
    before = (path, blob_before) if mode_before in _REGULAR and status[0] != "C" else None
    return Step(before, (new, blob_after) if mode_after in _REGULAR else None)
