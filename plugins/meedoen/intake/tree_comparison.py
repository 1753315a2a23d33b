"""What a proposal adds, changes and removes, found by walking two trees side by side; equal folders are not opened.

Git itself is never asked for all of it: a tree of a few objects can stand for more files than there is memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meedoen.content.layout import MOST_FILES, FileKind
from meedoen.git.objects import Objects, UnreadableObject
from meedoen.git.repository import FOLDER, TreeEntry
from meedoen.intake.admission import admit
from meedoen.intake.refusal import Refusal
from meedoen.language.wording import quote

_MOST_TREES = 2_000
_LARGEST_TREES = 16_000_000  # bytes, all together
_NOTHING: Mapping[str, TreeEntry] = {}


class TooMuch(Exception):
    """The proposal changes more than anybody can judge; the walk was stopped."""


@dataclass(slots=True)
class TreeDifference:
    """What came of the walk: the files that may come in (path → blob), what may not, and the paths that went away.

    Paths are below the content folder; a path that went away may be that of a folder. `elsewhere` has the names at the
    top of the repository that are different too.
    """

    root: str
    offered: dict[str, str] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


class Walk:
    """One look at the trees of a proposal, with a limit on all that it gives and reads."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._trees = 0
        self._left = _LARGEST_TREES
        self._met = 0

    def compare(self, before: str, after: str) -> TreeDifference:
        """From the tree of one commit to that of another.

        Raises TooMuch, or UnreadableObject for a damaged tree at the top. The content folder may stand deeper in the
        repository (`Repository.prefix`).
        """
        way = [part for part in self._objects.repository.prefix.split("/") if part]
        difference = TreeDifference(self._objects.folder.resolve().name)
        old, new = self._root(before), self._root(after)
        for name in way:
            difference.elsewhere += sorted(
                each for each in {*old, *new} if each != name and old.get(each) != new.get(each)
            )
            if old.get(name) == new.get(name):
                return difference
            here = new.get(name)
            if here is None:
                difference.removed.append("")
                return difference
            if here.mode != FOLDER:
                message = f"{quote(name)} is geen map meer."
                difference.refused.append(
                    Refusal(name, "snelkoppeling", message, "Laat de map staan, met de bestanden.")
                )
                return difference
            old, new = self._open(old.get(name)), self._open(here)
        self._walk(old, new, (), difference)
        return difference

    def _walk(
        self,
        old: Mapping[str, TreeEntry],
        new: Mapping[str, TreeEntry],
        parts: tuple[str, ...],
        difference: TreeDifference,
    ) -> None:
        for name in sorted(old.keys() - new.keys()):
            difference.removed.append("/".join((*parts, name)))
        for name, entry in sorted(new.items()):
            before = old.get(name)
            here = (*parts, name)
            if entry == before or (kind := admit(here, entry.mode, difference.root)) is FileKind.HIDDEN:
                continue
            path = "/".join(here)
            turned = before is not None and (before.mode == FOLDER) != (entry.mode == FOLDER)
            refused = len(difference.refused)
            if isinstance(kind, Refusal):
                self._refuse(kind, difference)
            elif entry.mode == FOLDER:
                self._enter(before, entry, here, difference)
            else:
                self._meet()
                difference.offered[path] = entry.name
            if turned and len(difference.refused) == refused:  # what is refused leaves things as they were
                difference.removed.append(path)

    def _enter(
        self, before: TreeEntry | None, entry: TreeEntry, parts: tuple[str, ...], difference: TreeDifference
    ) -> None:
        try:
            new = self._open(entry)
        except UnreadableObject:
            message = f"De map {quote(parts[-1])} is niet te lezen."
            hint = "Maak de map opnieuw, met gewone bestanden erin."
            self._refuse(Refusal(f"{difference.root}/{'/'.join(parts)}", "beschadigd", message, hint), difference)
        else:
            self._walk(self._open(before), new, parts, difference)

    def _refuse(self, refusal: Refusal, difference: TreeDifference) -> None:
        self._meet()
        difference.refused.append(refusal)

    def _meet(self) -> None:
        self._met += 1
        if self._met > MOST_FILES:
            raise TooMuch

    def _root(self, commit: str) -> Mapping[str, TreeEntry]:
        return self._open(TreeEntry(FOLDER, self._objects.root(commit)))

    def _open(self, entry: TreeEntry | None) -> Mapping[str, TreeEntry]:
        """The entries of a folder; none for what is no folder."""
        if entry is None or entry.mode != FOLDER:
            return _NOTHING
        self._trees += 1
        size = self._objects.size(entry.name, "tree")
        if self._trees > _MOST_TREES or size > self._left:
            raise TooMuch
        self._left -= size
        return self._objects.tree(entry.name, size)
