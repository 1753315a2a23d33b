"""The content folder: which files are read at all, and nothing outside it, ever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from meedoen.agenda.source import SourceFile
from meedoen.language.problems import Place, Problem
from meedoen.language.slug import LONGEST, SLUG, slugify
from meedoen.language.suggestion import nearest_word
from meedoen.language.wording import quote
from meedoen.programme.location import REGION

FRAME = ("kalender", "woordenlijsten", "gemeenten", "locaties", "partners", "projecten")
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
LARGEST = 200_000
_ALSO_ALLOWED = frozenset({"LEESMIJ.md", "README.md"})


@dataclass(slots=True)
class Tree:
    """What stands in `content/`: the files around the activities, and the activity files per top folder, both sorted."""

    root: Path
    frame: list[SourceFile] = field(default_factory=list)
    activities: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, paths: list[str]) -> Iterator[SourceFile]:
        """The files of these paths (`content/activiteiten/…`), one after another."""
        for path in paths:
            yield SourceFile(path, _bytes(self.root, path))

    def picture(self, path: str) -> bytes | None:
        """The bytes of a picture beside an activity; None when there is no regular file of that name."""
        place = self.root / path.removeprefix("content/")
        inside = place.resolve().is_relative_to(self.root.resolve())
        if place.is_symlink() or not inside or not place.is_file() or place.suffix.lower() not in PICTURES:
            return None
        with place.open("rb") as file:
            return file.read(8_000_001)


def scan(root: Path) -> Tree:
    """Looks through the content folder. Links, odd files and odd names become problems and are not opened."""
    tree = Tree(root)
    for path in sorted(_frame_paths(root)):
        tree.frame.append(SourceFile(path, _bytes(root, path)))
    municipalities = [file.stem for file in tree.frame if file.path.startswith("content/gemeenten/")]
    top = root / "activiteiten"
    if top.is_dir() and not top.is_symlink():
        for entry in sorted(os.scandir(top), key=lambda each: each.name):
            _scan_top(tree, entry, municipalities)
    return tree


def _frame_paths(root: Path) -> Iterator[str]:
    organisation = root / "organisatie.yaml"
    if organisation.is_file() and not organisation.is_symlink():
        yield "content/organisatie.yaml"
    for folder in FRAME:
        place = root / folder
        if place.is_dir() and not place.is_symlink():
            for entry in os.scandir(place):
                if entry.is_file(follow_symlinks=False) and entry.name.endswith(".yaml") and entry.name[0] not in "._":
                    yield f"content/{folder}/{entry.name}"


def _scan_top(tree: Tree, entry: os.DirEntry[str], municipalities: list[str]) -> None:
    path = f"content/activiteiten/{entry.name}"
    if entry.name[0] in "._" or entry.name in _ALSO_ALLOWED:
        return
    if entry.is_symlink():
        _refuse(tree, path, "snelkoppeling", f"{quote(entry.name)} is een snelkoppeling. Die wordt niet gelezen.", "Zet de bestanden zelf in de map.")
    elif not entry.is_dir(follow_symlinks=False):
        _refuse(tree, path, "onbekende-map", f"{quote(entry.name)} staat niet in de map van een gemeente.", f"Zet het bestand bijvoorbeeld in content/activiteiten/{municipalities[0] if municipalities else REGION}/.")
    elif entry.name != REGION and entry.name not in municipalities:
        near = nearest_word(entry.name, [*municipalities, REGION])
        hint = f"Zet het bestand in de map {near}, als je die bedoelde." if near else f"Kies de map van een gemeente, of {REGION}."
        for found in _files(tree, Path(entry.path), path):
            _refuse(tree, found, "onbekende-map", f"De map {quote(entry.name)} is geen gemeente.", hint)
    else:
        tree.activities[entry.name] = sorted(_files(tree, Path(entry.path), path))


def _files(tree: Tree, folder: Path, shown: str, depth: int = 0) -> Iterator[str]:
    """The readable activity files below this folder; everything else in it becomes a problem or is left alone."""
    for entry in os.scandir(folder):
        path = f"{shown}/{entry.name}"
        if entry.name[0] in "._" or entry.name in _ALSO_ALLOWED:
            continue
        if entry.is_symlink():
            _refuse(tree, path, "snelkoppeling", f"{quote(entry.name)} is een snelkoppeling. Die wordt niet gelezen.", "Zet het bestand zelf in de map.")
        elif entry.is_dir(follow_symlinks=False):
            if depth < 6:
                yield from _files(tree, Path(entry.path), path, depth + 1)
            else:
                _refuse(tree, path, "te-diep", "Deze map zit te diep.", "Gebruik minder mappen in elkaar.")
        elif _is_activity(tree, entry, path):
            yield path


def _is_activity(tree: Tree, entry: os.DirEntry[str], path: str) -> bool:
    stem, ending = os.path.splitext(entry.name)
    if ending.lower() in PICTURES:
        return False
    if ending not in (".md", ".yaml") or not entry.is_file(follow_symlinks=False):
        hint = f"Geef het de naam {slugify(stem) or 'activiteit'}.md" if ending.lower() in {".yml", ".txt", ".markdown", ".md", ".yaml"} else "Haal het weg, of zet de tekst in een .md-bestand."
        _refuse(tree, path, "verkeerd-bestandstype", f"{quote(entry.name)} is geen .md- of .yaml-bestand.", hint)
        return False
    if not SLUG.match(stem) or len(stem) > LONGEST:
        _refuse(tree, path, "verkeerde-bestandsnaam", f"De naam {quote(entry.name)} kan niet in een webadres.", f"Geef het de naam {slugify(stem) or 'activiteit'}{ending}")
        return False
    if entry.stat(follow_symlinks=False).st_size > LARGEST:
        _refuse(tree, path, "bestand-te-groot", f"{quote(entry.name)} is groter dan {LARGEST // 1000} kB.", "Maak de tekst korter. Plaatjes horen in een eigen bestand.")
        return False
    return True


def _refuse(tree: Tree, path: str, rule: str, message: str, hint: str) -> None:
    safe = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in path.encode("utf-8", "replace").decode())
    tree.problems.append(Problem(Place(safe), rule, message, hint))


def _bytes(root: Path, path: str) -> bytes:
    # O_NOFOLLOW: a file that was swapped for a link after the scan is an error of ours, not a way out.
    descriptor = os.open(root / path.removeprefix("content/"), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        return file.read()
