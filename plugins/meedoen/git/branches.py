"""Branches of their own for what came in, made beside the files on the disk: nothing there changes."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from meedoen.git.references import changed_since
from meedoen.git.repository import NoRepository, Repository


class Branches:
    """The branches of the repository around a content folder whose names begin with `prefix`."""

    def __init__(self, content: Path, prefix: str, start: str = "HEAD") -> None:
        """`start` is what new branches start from. Raises NoRepository, also without that commit, or GitFailed."""
        self._repository = Repository(content)
        self._git = self._repository.git
        self._prefix = prefix
        commit = self._repository.commit(start)
        if commit is None:
            raise NoRepository(start)
        self.start = commit

    def waiting(self, most: int, largest: int) -> dict[str, dict[str, bytes]]:
        """branch → path (`content/…`) → bytes, of what is not in the start yet.

        At most so many branches, and no file of more than `largest` bytes.
        """
        listed = self._listed(f"--no-merged={self.start}")
        waiting: dict[str, dict[str, bytes]] = {}
        for ref in listed[-most:]:
            changed = changed_since(self._repository, self.start, ref)
            blobs = {each.path: each.blob for each in changed if each.blob and each.is_plain}
            contents = dict(self._repository.blobs(blobs.values(), largest))
            files = {f"content/{path}": data for path, blob in blobs.items() if (data := contents[blob]) is not None}
            waiting[ref.removeprefix("refs/heads/")] = files
        return waiting

    def free(self, day: str, slug: str) -> str:
        """The name of a branch that is not there yet: `inzending/2026-11-28-taalcafe`, with a number if it must."""
        listed = set(self._listed())
        name, number = f"{self._prefix}{day}-{slug}", 1
        while f"refs/heads/{name}" in listed:
            number += 1
            name = f"{self._prefix}{day}-{slug}-{number}"
        return name

    def add(self, branch: str, files: Mapping[str, str], message: str, who: tuple[str, str]) -> str:
        """Takes a free name, files (path → text) and what to say of them; gives the one commit of the new branch.

        Raises GitFailed.
        """
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._git.run(("read-tree", self.start), more=index)
            for path, text in files.items():
                blob = self._git.run(("hash-object", "-w", "--stdin"), text.encode()).decode().strip()
                place = self._repository.prefix + path.removeprefix("content/")
                self._git.run(("update-index", "--add", "--cacheinfo", f"100644,{blob},{place}"), more=index)
            tree = self._git.run(("write-tree",), more=index).decode().strip()
        name, mail = who
        roles = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
                 for key, value in (("NAME", name), ("EMAIL", mail))}  # fmt: skip
        made = ("commit-tree", tree, "-p", self.start, "-F", "-")
        commit = self._git.run(made, f"{message}\n".encode(), more=roles).decode().strip()
        self._git.run(("update-ref", "-m", "postvak", f"refs/heads/{branch}", commit, "0" * len(commit)), more=roles)
        return commit

    def _listed(self, *options: str) -> list[str]:
        asked = ("for-each-ref", *options, "--format=%(refname)", f"refs/heads/{self._prefix}")
        return self._git.ask(*asked).split()
