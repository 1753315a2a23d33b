"""What the content was where a proposal began: the files of that commit, asked from Git and never checked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from meedoen.history.git import Git, GitFailed, is_within_repository
from meedoen.language.wording import quote

_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
_KINDS = frozenset({"100644", "100755", "120000"})
LINK = "120000"


class NoOrigin(Exception):
    """There is nothing to compare with; the message says in Dutch why, and what to do."""


class Origin:
    """The content at the last commit that a proposal and `basis` share.

    `files` is path (`content/…`) → (mode, blob) of all that Git kept there; `outside` are the paths elsewhere in the
    repository that the commits of the proposal change.
    """

    def __init__(self, content: Path, basis: str) -> None:
        """`basis` is a commit, branch or tag. Raises NoOrigin."""
        self._git = Git(content)
        if not is_within_repository(content.resolve()):
            message = "Deze map staat niet in Git. Dan is er niets om mee te vergelijken."
            raise NoOrigin(f"{message}\nTyp zonder --alleen-gewijzigd: meedoen controleer")
        try:
            self.commit = self._shared(basis)
            self.prefix = self._git.ask("rev-parse", "--show-prefix").strip("\n")
            self.files = dict(self._listed())
            self.outside = tuple(self._elsewhere())
        except GitFailed as failure:
            raise NoOrigin(f"Git geeft geen antwoord. Git zegt: {quote(str(failure), 200)}") from failure

    def read(self, paths: Iterable[str], largest: int) -> dict[str, bytes]:
        """path → bytes of these files as they were; no links, and nothing larger than `largest`. Raises NoOrigin."""
        kept = ((path, self.files.get(path, (LINK, ""))) for path in paths)
        wanted = {path: blob for path, (mode, blob) in kept if mode != LINK}
        if not wanted:
            return {}
        try:
            blobs = dict(self._blobs(sorted(set(wanted.values())), largest))
        except GitFailed as failure:
            raise NoOrigin(f"Git geeft geen antwoord. Git zegt: {quote(str(failure), 200)}") from failure
        return {path: blobs[blob] for path, blob in wanted.items() if blob in blobs}

    def _shared(self, basis: str) -> str:
        """The last commit that HEAD and `basis` share."""
        commits = [self._commit(name) for name in (basis, "HEAD")]
        shallow = self._git.ask("rev-parse", "--is-shallow-repository").strip() == "true"
        if not all(commits):
            raise NoOrigin(_unknown(basis if not commits[0] else "HEAD", shallow=shallow))
        shared = self._git.run(("merge-base", *commits), accept=(0, 1)).decode().strip()
        if not _OBJECT.match(shared):
            raise NoOrigin(_apart(basis, shallow=shallow))
        return shared

    def _commit(self, name: str) -> str:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        name_found = self._git.run(asked, accept=(0, 1, 128)).decode("ascii", "replace").strip()
        return name_found if _OBJECT.match(name_found) else ""

    def _listed(self) -> Iterator[tuple[str, tuple[str, str]]]:
        listed = self._git.run(("ls-tree", "-r", "-z", self.commit, "--", "."))
        for entry in listed.split(b"\0"):
            about, _, path = entry.decode("utf-8", "surrogateescape").partition("\t")
            mode, _, rest = about.partition(" ")
            if mode in _KINDS:
                yield f"content/{path}", (mode, rest.partition(" ")[2])

    def _elsewhere(self) -> Iterator[str]:
        # Without --relative: from the top of the repository.
        asked = ("diff-tree", "-r", "-z", "--name-only", "--no-renames", self.commit, "HEAD")
        for name in self._git.run(asked).decode("utf-8", "surrogateescape").split("\0"):
            if name and not name.startswith(self.prefix):
                yield name

    def _blobs(self, names: list[str], largest: int) -> Iterator[tuple[str, bytes]]:
        asked = "".join(f"{name}\n" for name in names).encode()
        sizes = self._git.run(("cat-file", "--batch-check"), asked).decode("ascii", "replace").splitlines()
        fitting = [name for name, line in zip(names, sizes, strict=True) if _fits(line, largest)]
        answer = self._git.run(("cat-file", "--batch"), "".join(f"{name}\n" for name in fitting).encode())
        start = 0
        for name in fitting:
            end = answer.index(b"\n", start)
            size = int(answer[start:end].split()[2])
            yield name, answer[end + 1 : end + 1 + size]
            start = end + size + 2


def _fits(line: str, largest: int) -> bool:
    """Whether `<blob> blob <size>` is of a blob that is here and not too large."""
    kind, _, size = line.partition(" ")[2].partition(" ")
    return kind == "blob" and int(size) <= largest


def _unknown(name: str, *, shallow: bool) -> str:
    if name == "HEAD":
        return "Er is nog niets bewaard in Git (git commit). Dan is er niets om mee te vergelijken."
    if shallow:
        return f"{quote(name)} is niet opgehaald: deze map heeft maar een deel van de geschiedenis.\n{_DEEPER}"
    return (
        f"{quote(name)} ken ik niet: het is geen tak, geen commit en geen tag in deze map.\n"
        "Haal hem eerst op met: git fetch\nEn typ dan bijvoorbeeld: --alleen-gewijzigd origin/main"
    )


def _apart(basis: str, *, shallow: bool) -> str:
    if shallow:
        reason = (
            f"Deze map heeft maar een deel van de geschiedenis. Wat er anders is dan {quote(basis)}, is niet te zien."
        )
        return f"{reason}\n{_DEEPER}"
    return (
        f"Dit heeft niets gemeen met {quote(basis)}. Kies de tak waar je voorstel bij komt, bijvoorbeeld: origin/main"
    )


_DEEPER = (
    "Haal de hele geschiedenis op met: git fetch --unshallow\n"
    "In een workflow: fetch-depth: 0 (GitHub, Forgejo) of GIT_DEPTH: 0 (GitLab)."
)
