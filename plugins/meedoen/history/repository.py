"""Git, asked a fixed number of questions however many files there are. Nothing is ever written to the repository."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_REGULAR = frozenset({"100644", "100755"})  # no links, no other repositories
_COMMON = ("--no-pager", "--no-replace-objects", "-c", "core.quotePath=off", "-c", "diff.renameLimit=2000")
_DIFF = ("diff-tree", "--stdin", "--always", "--root", "-r", "-M", "--raw", "-z", "--no-abbrev", "--relative")
_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")


class NoHistory(Exception):
    """The folder does not stand in a Git repository, as an unpacked archive does."""


class ShallowHistory(Exception):
    """The repository was cloned without its whole history: how often something changed cannot be told."""


class GitFailed(Exception):
    """Git is there, but did not answer; the text says what it said."""


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
        if not any((each / ".git").exists() for each in (folder, *folder.parents)):
            raise NoHistory(str(folder))
        asked = self._ask("rev-parse", "--is-shallow-repository", "--git-common-dir", "--show-prefix").split("\n")
        if asked[0] == "true":
            raise ShallowHistory(str(folder))
        self.private = (folder / asked[1]).resolve()
        self.prefix = asked[2]
        found = self._run(("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), accept=(0, 1)).strip().decode()
        self.head = found if _OBJECT.match(found) else None

    def commits(self) -> tuple[Commit, ...]:
        """Every commit that leads to HEAD, parents before children."""
        if self.head is None:
            return ()
        lines = self._ask("log", "--topo-order", "--reverse", "--no-show-signature", "--format=%H %ct %P", self.head)
        found = (line.split() for line in lines.splitlines())
        return tuple(Commit(name, int(time), tuple(parents)) for name, time, *parents in found)

    def commits_of(self, path: str, most: int, start: str | None = None) -> tuple[Commit, ...]:
        """The newest commits of the main line in which this file came to be as it then was, newest first.

        `start` is the commit from which to look back; without it HEAD.
        """
        start = start or self.head
        if start is None or not _OBJECT.match(start):
            return ()
        options = ("--first-parent", "--no-show-signature", f"--max-count={most}", "--format=%H %ct")
        lines = self._ask("log", *options, start, "--", f":(literal){path}")
        found = (line.split() for line in lines.splitlines())
        return tuple(Commit(name, int(time), ()) for name, time in found)

    def steps(self, pairs: Sequence[tuple[str, str | None]]) -> Iterator[tuple[Step, ...]]:
        """For each pair of a commit and one of its parents (None: it has none) the files that differ, in that order."""
        if not pairs:
            return
        asked = "".join(f"{commit} {parent}\n" if parent else f"{commit}\n" for commit, parent in pairs)
        tokens = iter(self._run((*_DIFF, "--", "."), asked).split(b"\0"))
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
        listed = self._run(("ls-tree", "-r", "-z", commit, "--", below))
        found: dict[str, str] = {}
        for entry in listed.split(b"\0"):
            mode, _, rest = entry.decode("utf-8", "surrogateescape").partition(" ")
            if mode in _REGULAR:
                about, _, path = rest.partition("\t")
                found[path] = about.partition(" ")[2]
        return found

    def changed(self) -> tuple[str, ...]:
        """The paths that are different on the disk from the last commit, or not in it."""
        options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
        listed = self._run(("status", *options, "--", "."))
        paths = (entry[3:].decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry)
        return tuple(path.removeprefix(self.prefix) for path in paths)

    def blobs(self, names: Iterable[str], largest: int) -> Iterator[tuple[str, bytes | None]]:
        """Each blob with its bytes; None for one that is not here or is larger than `largest` octets."""
        wanted = list(dict.fromkeys(names))
        checked = self._run(("cat-file", "--batch-check"), "".join(f"{name}\n" for name in wanted)).decode()
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
        with self._process(("cat-file", "--batch"), "".join(f"{name}\n" for name in names)) as process:
            assert process.stdout is not None  # noqa: S101 - asked for
            for name in names:
                size = int(process.stdout.readline().split()[2])
                data = process.stdout.read(size + 1)[:-1]
                yield name, data
            process.stdout.read()

    def _ask(self, *arguments: str) -> str:
        return self._run(arguments).decode("utf-8", "replace")

    def _run(self, arguments: Sequence[str], given: str = "", *, accept: Sequence[int] = (0,)) -> bytes:
        with self._process(arguments, given) as process:
            answer, said = process.communicate()
        if process.returncode not in accept:
            raise GitFailed(said.decode("utf-8", "replace").strip().partition("\n")[0])
        return answer

    def _process(self, arguments: Sequence[str], given: str) -> subprocess.Popen[bytes]:
        """Git with its questions in a file: a pipe that is read and written by turns could lock up."""
        command = ["git", "-C", str(self.folder), *_COMMON, *arguments]
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
        pipe = subprocess.PIPE
        with tempfile.TemporaryFile() as questions:
            questions.write(given.encode())
            questions.seek(0)
            try:
                return subprocess.Popen(command, stdin=questions, stdout=pipe, stderr=pipe, env=environment)  # noqa: S603 - fixed verbs, names from git itself
            except OSError as error:
                raise GitFailed(str(error)) from error


def _step(token: bytes, tokens: Iterator[bytes]) -> Step:
    """From `:100644 100644 <blob> <blob> M` and the one or two paths that follow."""
    mode_before, mode_after, blob_before, blob_after, status = token[1:].decode("ascii").split(" ")
    path = next(tokens).decode("utf-8", "surrogateescape")
    new = next(tokens).decode("utf-8", "surrogateescape") if status[0] in "RC" else path
    before = (path, blob_before) if mode_before in _REGULAR and status[0] != "C" else None
    return Step(before, (new, blob_after) if mode_after in _REGULAR else None)
