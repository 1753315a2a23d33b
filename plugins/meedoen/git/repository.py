"""Git, asked a fixed number of questions however many files there are. Nothing is ever written to the repository."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from meedoen.git.command import Git, GitFailed, is_within_repository

__all__ = ["Commit", "GitFailed", "NoRepository", "Repository", "ShallowHistory", "Step", "TreeEntry"]

REGULAR, PROGRAM, LINK, REPOSITORY, FOLDER = "100644", "100755", "120000", "160000", "40000"
PLAIN = frozenset({REGULAR, PROGRAM})
"""The modes of files; no links, no other repositories."""
_DIFF = ("diff-tree", "--stdin", "--always", "--root", "-r", "-M", "--raw", "-z", "--no-abbrev", "--relative")
_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")


class NoRepository(Exception):
    """The folder does not stand in a Git repository, as an unpacked archive does."""


class ShallowHistory(Exception):
    """The repository was cloned without its whole history: how often something changed cannot be told."""


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One line of a folder in Git: its mode, the object that it names, and its size where that was asked for."""

    mode: str
    name: str
    size: int = 0


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

    `private` is Git's own folder; `prefix` the way from the top of the repository to the folder (`content/`), or empty;
    `is_shallow` whether a part of the history is missing; `git` asks it anything.
    """

    def __init__(self, folder: Path, variables: Mapping[str, str] | None = None, patience: float | None = None) -> None:
        """`variables` and `patience` are those of `Git`. Raises NoRepository or GitFailed."""
        self.folder = folder
        if not is_within_repository(folder):
            raise NoRepository(str(folder))
        self.git = Git(folder, variables, patience)
        asked = ("rev-parse", "--is-shallow-repository", "--git-common-dir", "--show-prefix")
        shallow, private, prefix = self.git.run(asked).decode("utf-8", "surrogateescape").split("\n", 2)
        self.is_shallow = shallow == "true"
        self.private = (folder / private).resolve()
        self.prefix = prefix.removesuffix("\n")

    @cached_property
    def head(self) -> str | None:
        """The commit that HEAD stands for; None before the first."""
        return self.commit("HEAD")

    def commit(self, name: str) -> str | None:
        """Takes a word of somebody; gives the commit that it means, None when there is none. Raises GitFailed."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        answer = self.git.run(asked, accept=(0, 1, 128)).decode("ascii", "replace").removesuffix("\n")
        return answer if _OBJECT.match(answer) else None

    def meeting(self, one: str, other: str) -> str | None:
        """Takes two commits; gives the newest from which both come, None when they have none in this copy."""
        answer = self.git.run(("merge-base", one, other), accept=(0, 1)).decode("ascii").strip()
        return answer if _OBJECT.match(answer) else None

    def commits(self) -> tuple[Commit, ...]:
        """Every commit that leads to HEAD, parents before children."""
        if self.head is None:
            return ()
        options = ("--topo-order", "--reverse", "--no-show-signature", "--format=%H %ct %P")
        lines = self.git.ask("log", *options, self.head)
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
        lines = self.git.ask("log", *options, start, "--", f":(literal){path}")
        rows = (line.split() for line in lines.splitlines())
        return tuple(Commit(name, int(time), ()) for name, time in rows)

    def steps(self, pairs: Sequence[tuple[str, str | None]]) -> Iterator[tuple[Step, ...]]:
        """For each pair of a commit and one of its parents (None: it has none) the files that differ, in that order."""
        if not pairs:
            return
        asked = "".join(f"{commit} {parent}\n" if parent else f"{commit}\n" for commit, parent in pairs)
        tokens = iter(self.git.run((*_DIFF, "--", "."), asked.encode()).split(b"\0"))
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

    def entries(self, commit: str, below: str = ".", *, sized: bool = False) -> Iterator[tuple[str, TreeEntry]]:
        """Each path in this commit, or `below` a path, with what it names: links and odd things too."""
        listed = self.git.run(("ls-tree", "-r", *(("-l",) if sized else ()), "-z", commit, "--", below))
        for line in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            about, _, path = line.partition("\t")
            mode, _, name, *size = about.split()
            yield path, TreeEntry(mode, name, int(size[0]) if size and size[0].isdigit() else 0)

    def files(self, commit: str, below: str = ".") -> dict[str, str]:
        """path → blob of every regular file of the folder in this commit, or of what is `below` this path."""
        return {path: each.name for path, each in self.entries(commit, below) if each.mode in PLAIN}

    def changed(self) -> tuple[str, ...]:
        """The paths that are different on the disk from the last commit, or not in it."""
        options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
        listed = self.git.run(("status", *options, "--", "."))
        paths = (entry[3:].decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry)
        return tuple(path.removeprefix(self.prefix) for path in paths)

    def blobs(self, names: Iterable[str], largest: int) -> Iterator[tuple[str, bytes | None]]:
        """Each blob with its bytes; None for one that is not here or is larger than `largest` octets."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return
        checked = self.git.run(("cat-file", "--batch-check"), _lines(wanted)).decode("ascii", "replace")
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
        with self.git.start(("cat-file", "--batch"), _lines(names)) as process:
            assert process.stdout is not None  # noqa: S101 - asked for
            for name in names:
                size = int(process.stdout.readline().split()[2])
                data = process.stdout.read(size + 1)[:-1]
                yield name, data
            process.stdout.read()


def whole_repository(folder: Path) -> Repository:
    """Takes a folder; gives the repository around it. Raises NoRepository, ShallowHistory or GitFailed."""
    repository = Repository(folder)
    if repository.is_shallow:
        raise ShallowHistory(str(folder))
    return repository


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _step(token: bytes, tokens: Iterator[bytes]) -> Step:
    """From `:100644 100644 <blob> <blob> M` and the one or two paths that follow."""
    mode_before, mode_after, blob_before, blob_after, status = token[1:].decode("ascii").split(" ")
    path = next(tokens).decode("utf-8", "surrogateescape")
    new = next(tokens).decode("utf-8", "surrogateescape") if status[0] in "RC" else path
    before = (path, blob_before) if mode_before in PLAIN and status[0] != "C" else None
    return Step(before, (new, blob_after) if mode_after in PLAIN else None)
