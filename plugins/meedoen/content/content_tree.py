"""The content in order: its files by kind, judged by where they stand, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

from meedoen.content.layout import ACTIVITIES, REFERENCED, REGION, ROOT, FileKind, judge
from meedoen.content.source import EntryForm, FolderEntry, Source, SourceFile, visible
from meedoen.language.problems import FilePosition, Problem

_HOMES = f"{ROOT}/{ACTIVITIES}"


@dataclass(slots=True)
class Tree:
    """What stands in the content: the files around the activities, and the activity files by top folder, sorted.

    `editions` are the newsletters, `locks` those that were settled, as they were sent; `root` is the folder.
    """

    root: Path
    source: Source
    reference_files: list[SourceFile] = field(default_factory=list)
    activities: dict[str, list[str]] = field(default_factory=dict)
    editions: list[SourceFile] = field(default_factory=list)
    locks: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, paths: Iterable[str]) -> Iterator[SourceFile]:
        """The files of these paths (`content/activiteiten/…`), one after another."""
        return self.source.read(paths)

    def picture(self, path: str) -> bytes | None:
        """The bytes of a picture beside an activity; None when there is no regular file of that name."""
        return self.source.picture(path)

    def stems(self, home: str) -> set[str]:
        """The names without ending that activities of this municipality have, and all else in its folder."""
        names = (each.name for each in self.source.entries(f"{_HOMES}/{home}"))
        paths = (path.rpartition("/")[2] for path in self.activities.get(home, ()))
        return {each.rpartition(".")[0] or each for each in (*names, *paths)}


def read_tree(source: Source, root: Path) -> Tree:
    """Takes a source and the folder that it belongs to; looks through a source.

    Links, odd files, odd names and folders that nobody reads become problems.

    `root` is the folder that it belongs to.
    """
    tree = Tree(root, source)
    paths: dict[FileKind, list[str]] = {}
    for kind, path in _around(tree):
        paths.setdefault(kind, []).append(path)
    tree.reference_files += source.read(sorted(path for kind in REFERENCED for path in paths.get(kind, ())))
    tree.editions += source.read(paths.get(FileKind.EDITION, ()))
    tree.locks += source.read(paths.get(FileKind.LETTER, ()))
    towns = dict.fromkeys(path.rpartition("/")[2].rpartition(".")[0] for path in paths.get(FileKind.MUNICIPALITY, ()))
    for entry in _sorted(source, _HOMES):
        files = _judged(tree, _HOMES, [entry], towns)
        listed = sorted(path for kind, path in files if kind is FileKind.ACTIVITY)
        if entry.form is EntryForm.FOLDER and (entry.name in towns or entry.name == REGION):
            tree.activities[entry.name] = listed
    return tree


def _around(tree: Tree) -> Iterator[tuple[FileKind, str]]:
    """The files around the activities, by path."""
    entries = (
        each for each in _sorted(tree.source, ROOT) if each.name != ACTIVITIES or each.form is not EntryForm.FOLDER
    )
    return _judged(tree, ROOT, entries, None)


def _judged(
    tree: Tree, folder: str, entries: Iterable[FolderEntry], towns: Collection[str] | None
) -> Iterator[tuple[FileKind, str]]:
    """These files of a folder, and those below it, with their kind; what can be none becomes a problem."""
    for entry in entries:
        verdict, path = judge(folder, entry, towns), f"{folder}/{entry.name}"
        if verdict is FileKind.FOLDER:
            yield from _judged(tree, path, _sorted(tree.source, path), towns)
        elif isinstance(verdict, FileKind):
            yield verdict, path
        else:
            problem = Problem(FilePosition(visible(path)), verdict.rule, verdict.message, verdict.hint)
            tree.problems.append(problem)


def _sorted(source: Source, folder: str) -> list[FolderEntry]:
    return sorted(source.entries(folder), key=itemgetter(0))
