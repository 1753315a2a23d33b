"""The content folder: which files are read at all, and nothing outside it, ever."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from meedoen.agenda.source import SourceFile
from meedoen.language.problems import FilePosition, Problem
from meedoen.language.slug import is_name, name_like
from meedoen.language.suggestion import nearest_word
from meedoen.language.wording import quote
from meedoen.programme.location import REGION

FRAME = ("kalender", "woordenlijsten", "gemeenten", "locaties", "partners", "projecten")
EDITIONS, LOCKS = "nieuwsbrieven", "nieuwsbrieven/vastgelegd"
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
LARGEST = 200_000
# O_NOFOLLOW: a file that was swapped for a link after the scan is an error of ours, not a way out.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ALSO_ALLOWED = frozenset({"LEESMIJ.md", "README.md"})
_NEARLY = frozenset({".md", ".yaml", ".yml", ".txt", ".markdown"})
_DEEPEST = 6
_TAKEN = frozenset({REGION, "theme"})  # folders that are there already, in `activiteiten/` and beside the sites


@dataclass(slots=True)
class Tree:
    """What stands in `content/`: the files around the activities, and the activity files by top folder, sorted.

    `instead` has, by path, the bytes that count instead of those on the disk; None for what counts as not there.
    `editions` are the newsletters, `locks` those that were settled, as they were sent.
    """

    root: Path
    frame: list[SourceFile] = field(default_factory=list)
    activities: dict[str, list[str]] = field(default_factory=dict)
    editions: list[SourceFile] = field(default_factory=list)
    locks: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    instead: Mapping[str, bytes | None] = field(default_factory=dict)

    def read(self, paths: list[str]) -> Iterator[SourceFile]:
        """The files of these paths (`content/activiteiten/…`), one after another."""
        for path in paths:
            yield SourceFile(path, self.data(path))

    def data(self, path: str) -> bytes:
        """The bytes of a file that was found."""
        other = self.instead.get(path)
        return _bytes(self.root, path) if other is None else other

    def picture(self, path: str) -> bytes | None:
        """The bytes of a picture beside an activity; None when there is no regular file of that name."""
        if path in self.instead:
            return self.instead[path]
        place = self.root / path.removeprefix("content/")
        inside = place.resolve().is_relative_to(self.root.resolve())
        if place.is_symlink() or not inside or not place.is_file() or place.suffix.lower() not in PICTURES:
            return None
        with place.open("rb") as file:
            return file.read(8_000_001)


def scan(root: Path, instead: Mapping[str, bytes | None] | None = None) -> Tree:
    """Looks through the content folder. Links, odd files and odd names become problems and are not opened.

    What stands in `instead` takes the place of what is on the disk, and is no problem: see `Tree`.
    """
    tree = Tree(root, instead=instead or {})
    for name in (*FRAME, EDITIONS, LOCKS, "activiteiten"):
        if (root / name).is_symlink():
            _refuse_link(tree, name, f"content/{name}")
    for path in sorted({*_frame_paths(tree), *_frame_instead(tree)}):
        tree.frame.append(SourceFile(path, tree.data(path)))
    for folder, ending, files in ((EDITIONS, ".yaml", tree.editions), (LOCKS, ".json", tree.locks)):
        files += [SourceFile(path, tree.data(path)) for path in _newsletters(tree, folder, ending)]
    municipalities = [file.stem for file in tree.frame if file.path.startswith("content/gemeenten/")]
    for entry in _entries(root / "activiteiten"):
        _scan_top(tree, entry, municipalities)
    return tree


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What counts in this folder, by name; nothing when the folder is not there, or is a link."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    entries = (each for each in os.scandir(folder) if each.name[0] not in "._" and each.name not in _ALSO_ALLOWED)
    return sorted(entries, key=lambda each: each.name)


def _frame_paths(tree: Tree) -> Iterator[str]:
    for entry in _entries(tree.root):
        if entry.name == "organisatie.yaml" and _is_text(tree, entry, "content/organisatie.yaml", (".yaml",)):
            yield "content/organisatie.yaml"
    for folder in FRAME:
        for entry in _entries(tree.root / folder):
            path = f"content/{folder}/{entry.name}"
            if folder == "gemeenten" and Path(entry.name).stem in _TAKEN:
                message = f"{quote(entry.name)} is al de naam van iets anders."
                hint = "Geef de gemeente een andere naam, bijvoorbeeld met de provincie erbij."
                _refuse(tree, path, "verkeerde-bestandsnaam", message, hint)
            elif _is_text(tree, entry, path, (".yaml",)):
                yield path


def _frame_instead(tree: Tree) -> Iterator[str]:
    """The files around the activities that count although they may not be on the disk."""
    for path, data in tree.instead.items():
        if data is not None and is_frame(path):
            yield path


def is_frame(path: str) -> bool:
    """Whether this is the path of a file around the activities: `content/locaties/bibliotheek.yaml`."""
    parts = path.split("/")
    return parts[1:] == ["organisatie.yaml"] or (len(parts) == 3 and parts[1] in FRAME)


def _newsletters(tree: Tree, folder: str, ending: str) -> Iterator[str]:
    """The files of this folder that can be read; nothing when it stands behind a link, which has been refused."""
    if (tree.root / EDITIONS).is_symlink():
        return
    for entry in _entries(tree.root / folder):
        path = f"content/{folder}/{entry.name}"
        of_locks = f"{folder}/{entry.name}" == LOCKS and (entry.is_symlink() or entry.is_dir())
        if not of_locks and _is_text(tree, entry, path, (ending,)):
            yield path


def _scan_top(tree: Tree, entry: os.DirEntry[str], municipalities: list[str]) -> None:
    path = f"content/activiteiten/{entry.name}"
    if entry.is_symlink():
        _refuse_link(tree, entry.name, path)
    elif not entry.is_dir(follow_symlinks=False):
        message = f"{quote(entry.name)} staat niet in de map van een gemeente."
        home = municipalities[0] if municipalities else REGION
        hint = f"Zet het bestand bijvoorbeeld in content/activiteiten/{home}/."
        _refuse(tree, path, "onbekende-map", message, hint)
    elif entry.name != REGION and entry.name not in municipalities:
        near = nearest_word(entry.name, [*municipalities, REGION])
        meant = f"Zet het bestand in de map {near}, als je die bedoelde."
        hint = meant if near else f"Kies de map van een gemeente, of {REGION}."
        for stray in _files(tree, entry, path):
            _refuse(tree, stray, "onbekende-map", f"De map {quote(entry.name)} is geen gemeente.", hint)
    else:
        tree.activities[entry.name] = sorted(_files(tree, entry, path))


def _files(tree: Tree, folder: os.DirEntry[str], shown: str, depth: int = 0) -> Iterator[str]:
    """The readable activity files below this folder; everything else in it becomes a problem or is left alone."""
    for entry in _entries(Path(folder.path)):
        path = f"{shown}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if not is_name(entry.name):
                hint = f"Geef de map de naam {name_like(entry.name) or 'activiteiten'}"
                message = f"De naam {quote(entry.name)} kan niet voor een map."
                _refuse(tree, path, "verkeerde-bestandsnaam", message, hint)
            elif depth < _DEEPEST:
                yield from _files(tree, entry, path, depth + 1)
            else:
                _refuse(tree, path, "te-diep", "Deze map zit te diep.", "Gebruik minder mappen in elkaar.")
        elif not _is_picture(entry) and _is_text(tree, entry, path, (".md", ".yaml")):
            yield path


def _is_picture(entry: os.DirEntry[str]) -> bool:
    return _split(entry.name)[1].lower() in PICTURES and not entry.is_symlink()


def _split(name: str) -> tuple[str, str]:
    """Stem and ending. Not with pathlib, which would cost a third of the scan of a large programme."""
    dot = name.rfind(".")
    return (name[:dot], name[dot:]) if dot > 0 else (name, "")


def _is_text(tree: Tree, entry: os.DirEntry[str], path: str, endings: tuple[str, ...]) -> bool:
    """Whether this is a file to read: no link, a regular file with one of the endings, a plain name, not too large."""
    stem, ending = _split(entry.name)
    if path in tree.instead:
        return tree.instead[path] is not None
    if entry.is_symlink():
        _refuse_link(tree, entry.name, path)
    elif ending not in endings or not entry.is_file(follow_symlinks=False):
        hint = f"Haal het weg, of zet de tekst in een {endings[0]}-bestand."
        if ending.lower() in _NEARLY:
            hint = f"Geef het de naam {name_like(stem) or 'activiteit'}{endings[0]}"
        message = f"{quote(entry.name)} is geen {'- of '.join(endings)}-bestand."
        _refuse(tree, path, "verkeerd-bestandstype", message, hint)
    elif not is_name(stem):
        message = f"De naam {quote(entry.name)} kan niet in een webadres."
        hint = f"Geef het de naam {name_like(stem) or 'activiteit'}{ending}"
        _refuse(tree, path, "verkeerde-bestandsnaam", message, hint)
    elif entry.stat(follow_symlinks=False).st_size > LARGEST:
        message = f"{quote(entry.name)} is groter dan {LARGEST // 1000} kB."
        hint = "Maak de tekst korter. Plaatjes horen in een eigen bestand."
        _refuse(tree, path, "bestand-te-groot", message, hint)
    else:
        return True
    return False


def _refuse_link(tree: Tree, name: str, path: str) -> None:
    message = f"{quote(name)} is een snelkoppeling. Die wordt niet gelezen."
    _refuse(tree, path, "snelkoppeling", message, "Zet er het bestand zelf neer, of de map met de bestanden.")


def _refuse(tree: Tree, path: str, rule: str, message: str, hint: str) -> None:
    safe = visible(path)
    if safe not in tree.instead:
        tree.problems.append(Problem(FilePosition(safe), rule, message, hint))


def visible(path: str) -> str:
    """The path as a problem names it: what cannot be seen in it is a mark."""
    known = path.encode("utf-8", "replace").decode()
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in known)


def _bytes(root: Path, path: str) -> bytes:
    descriptor = os.open(f"{root}/{path.removeprefix('content/')}", _READ)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        return file.read()
