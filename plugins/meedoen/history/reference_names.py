"""What could be referred to in each commit, and by which names: `volwassenen` and `18+` may be the same word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from meedoen.git.repository import Commit, Step
from meedoen.history.fingerprint import is_reference_file
from meedoen.history.versions import Versions

Names = Mapping[str, str]


class ReferenceNames:
    """The names of every commit, worked out when they are asked for; commits that changed none share them."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self._changes: dict[str, tuple[str, tuple[Step, ...]]] = {}
        self._files: dict[str, dict[str, str]] = {}
        self._names: dict[int, Names] = {}

    def enter(self, commit: Commit, steps: tuple[Step, ...]) -> None:
        """Notes a commit by what it changed of its first parent."""
        changed = tuple(
            step for step in steps if any(key and is_reference_file(key[0]) for key in (step.before, step.after))
        )
        self._changes[commit.name] = (commit.parents[0] if commit.parents else "", changed)

    def resolve(self, refers: Iterable[str], commit: str) -> frozenset[str]:
        """The records that were meant by these names in this commit."""
        names = self._of(commit)
        return frozenset(names.get(each, each) for each in refers)

    def _of(self, commit: str) -> Names:
        files = self._state(commit)
        if id(files) not in self._names:
            names_here: dict[str, str] = {}
            for key in files.items():
                names_here |= {name: record.key for name, record in self._versions.reference_files(key).items()}
            self._names[id(files)] = names_here
        return self._names[id(files)]

    def _state(self, commit: str) -> dict[str, str]:
        """path → blob in this commit of everything that activities refer to."""
        way: list[str] = []
        while commit and commit not in self._files and commit in self._changes:
            way.append(commit)
            commit = self._changes[commit][0]
        if commit and commit not in self._files:  # from before this walk
            self._files[commit] = {
                path: blob for path, blob in self._versions.at(commit).items() if is_reference_file(path)
            }
        state = self._files[commit] if commit else {}
        for passed in reversed(way):
            steps = self._changes[passed][1]
            if steps:
                state = _after(state, steps)
            self._files[passed] = state
        return state


def _after(state: dict[str, str], steps: Iterable[Step]) -> dict[str, str]:
    files = dict(state)
    for step in steps:
        if step.before:
            files.pop(step.before[0], None)
    for step in steps:
        if step.after and is_reference_file(step.after[0]):
            files[step.after[0]] = step.after[1]
    return files
