"""The branches and proposals that Git knows here and that are not in the main branch: what each changes, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meedoen.git.repository import PLAIN, Repository

_MOST_COMMITS = 500
_WHERE = ("refs/heads", "refs/remotes", "refs/pull", "refs/merge-requests")
_REQUEST = re.compile(r"refs/(?:pull|merge-requests)/([0-9]{1,9})/head\Z")
_GONE = "000000"


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in Git and the commit that it stands for."""

    ref: str
    commit: str

    @property
    def name(self) -> str:
        """What people call it: `voorstel 12`, or the name of the branch."""
        if request := _REQUEST.match(self.ref):
            return f"voorstel {request[1]}"
        return self.ref.removeprefix("refs/heads/").removeprefix("refs/remotes/")


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is different, as seen from the content folder. `blob` is "" when it is gone; a link is not plain."""

    path: str
    blob: str
    is_plain: bool = True


class References:
    """The references beside a main branch. Raises GitFailed where Git does not answer."""

    def __init__(self, repository: Repository, main: str) -> None:
        """`main` is the name of the main branch; what is in it here or at `origin` waits no longer."""
        self._repository = repository
        self._mains = [f"refs/remotes/origin/{main}", f"refs/heads/{main}"]
        commits = [commit for each in self._mains if (commit := repository.commit(each))]
        self.base = self._newest(commits) if commits else repository.head

    def waiting(self, most: int) -> tuple[list[Reference], int]:
        """What is not in the main branch, the newest first, each commit once, at most so many; and how many more."""
        form = "--format=%(objectname) %(refname)"
        asked = ("for-each-ref", "--sort=-committerdate", f"--no-merged={self.base}", form, *_WHERE)
        lines = [line.partition(" ") for line in self._repository.git.ask(*asked).splitlines()]
        # A branch and its request are one commit: people know it by the number of the request.
        lines.sort(key=lambda each: _REQUEST.match(each[2]) is None)
        newest: dict[str, Reference] = {}
        for commit, _, ref in lines:
            if ref not in self._mains and not ref.endswith(("/HEAD", "/merge")):
                newest.setdefault(commit, Reference(ref, commit))
        several = list(newest.values())
        return several[:most], max(0, len(several) - most)

    def changed(self, reference: Reference) -> tuple[ChangedFile, ...]:
        """The files of the content that it changes since it left the main branch; none of another history."""
        return changed_since(self._repository, self.base or "", reference.commit)

    def since(self, reference: Reference) -> int:
        """When its first commit was made, in seconds since 1970, as far as can be believed."""
        asked = ("log", f"--max-count={_MOST_COMMITS}", "--format=%ct", f"{self.base}..{reference.commit}")
        return min((int(line) for line in self._repository.git.ask(*asked).split()), default=0)

    def _newest(self, commits: list[str]) -> str:
        """Of the main branch here and at `origin` the one that has the other in it; where neither has, the last."""
        first, last = commits[0], commits[-1]
        return first if self._repository.meeting(first, last) == last else last


def changed_since(repository: Repository, base: str, commit: str) -> tuple[ChangedFile, ...]:
    """Takes two commits; gives the files that differ in the last since it left the first; none of another history."""
    shared = repository.meeting(base, commit)
    if shared is None:
        return ()
    options = ("-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--relative")
    answer = repository.git.run(("diff-tree", *options, shared, commit, "--", "."))
    return tuple(_entries(answer.split(b"\0")))


def _entries(tokens: list[bytes]) -> Iterator[ChangedFile]:
    """From `:100644 100644 <blob> <blob> M` and the path that follows."""
    for about, path in zip(tokens[::2], tokens[1::2], strict=False):
        _, mode, _, blob, _ = about.decode("ascii").split(" ")
        shown = path.decode("utf-8", "surrogateescape")
        yield ChangedFile(shown, "" if mode == _GONE else blob, mode in PLAIN or mode == _GONE)
