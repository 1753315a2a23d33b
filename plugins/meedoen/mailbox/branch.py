"""A branch of its own for what came by mail, made beside the files on the disk: nothing there changes."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from meedoen.history.git import Git, GitFailed, is_within_repository

PREFIX = "inzending/"
_MOST_BRANCHES = 200
_LARGEST = 200_000


class NoRepository(Exception):
    """The content does not stand in a Git repository with at least one commit."""


class GitRefused(Exception):
    """Git said no; the text is what it said."""


class Branches:
    """The branches of the repository around a content folder. `prefix` is the way from its top to that folder."""

    def __init__(self, content: Path, start: str = "HEAD") -> None:
        """`start` is what new branches start from. Raises NoRepository or GitRefused."""
        self._git = Git(content)
        if not is_within_repository(content.resolve()):
            raise NoRepository
        try:
            self.prefix = self._ask("rev-parse", "--show-prefix")
            self.start = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{start}^{{commit}}")
        except GitRefused as error:
            raise NoRepository from error

    def waiting(self) -> dict[str, dict[str, bytes]]:
        """branch → path (`content/…`) → bytes, of what waits on branches for mails and is not in the start yet."""
        listed = self._ask("for-each-ref", f"--no-merged={self.start}", "--format=%(refname)", f"refs/heads/{PREFIX}")
        found: dict[str, dict[str, bytes]] = {}
        for ref in listed.split("\n")[-_MOST_BRANCHES:] if listed else ():
            changed = ("diff", "--name-only", "-z", "--diff-filter=AM", "--no-ext-diff", "--no-textconv", "--relative")
            names = self._run((*changed, f"{self.start}...{ref}", "--", ".")).decode("utf-8", "replace").split("\0")
            files = {f"content/{name}": self._blob(ref, name) for name in names if name}
            found[ref.removeprefix("refs/heads/")] = files
        return found

    def free(self, day: str, slug: str) -> str:
        """The name of a branch that is not there yet: `inzending/2026-11-28-taalcafe`, with a number if it must."""
        listed = set(self._ask("for-each-ref", "--format=%(refname)", f"refs/heads/{PREFIX}").split("\n"))
        name, number = f"{PREFIX}{day}-{slug}", 1
        while f"refs/heads/{name}" in listed:
            number += 1
            name = f"{PREFIX}{day}-{slug}-{number}"
        return name

    def add(self, branch: str, files: Mapping[str, str], message: str, who: tuple[str, str]) -> str:
        """Makes the branch, with one commit on the start that holds these files (path → text); the commit."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._run(("read-tree", self.start), more=index)
            for path, text in files.items():
                blob = self._run(("hash-object", "-w", "--stdin"), text.encode()).decode().strip()
                place = self.prefix + path.removeprefix("content/")
                self._run(("update-index", "--add", "--cacheinfo", f"100644,{blob},{place}"), more=index)
            tree = self._run(("write-tree",), more=index).decode().strip()
        name, mail = who
        roles = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
                 for key, value in (("NAME", name), ("EMAIL", mail))}  # fmt: skip
        made = ("commit-tree", tree, "-p", self.start, "-F", "-")
        commit = self._run(made, f"{message}\n".encode(), more=roles).decode().strip()
        self._run(("update-ref", "-m", "postvak", f"refs/heads/{branch}", commit, "0" * len(commit)), more=roles)
        return commit

    def _blob(self, ref: str, name: str) -> bytes:
        return self._run(("cat-file", "blob", f"{ref}:{self.prefix}{name}"))[:_LARGEST]

    def _ask(self, *arguments: str) -> str:
        return self._run(arguments).decode("utf-8", "replace").strip()

    def _run(self, arguments: Sequence[str], given: bytes = b"", *, more: Mapping[str, str] | None = None) -> bytes:
        try:
            return self._git.run(arguments, given, more=more)
        except GitFailed as error:
            raise GitRefused(str(error)) from error
