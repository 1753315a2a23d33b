"""Where everything in `content/` stands: from a path to the kind of file that it is, or to what is wrong with it.

Paths are whole, with `/`: `content/locaties/plein.yaml`. Nothing is read here. Every limit on what comes in stands here
once, and holds for the disk, a commit, a proposal and a mail.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from functools import lru_cache

from meedoen.content.source import EntryForm, FolderEntry
from meedoen.language.problems import Fault
from meedoen.language.slug import is_name, name_like
from meedoen.language.suggestion import nearest_word
from meedoen.language.wording import quote


class FileKind(Enum):
    """What a file is for who reads it; `FOLDER` is a folder to look into."""

    ORGANISATION = "organisatie"
    MUNICIPALITY = "gemeente"
    PLACE = "plek"
    PARTNER = "partner"
    PROJECT = "project"
    WORD_LIST = "woordenlijst"
    CALENDAR = "kalender"
    ACTIVITY = "activiteit"
    PICTURE = "plaatje"
    EDITION = "nieuwsbrief"
    LETTER = "vastgelegde nieuwsbrief"
    PAGE = "pagina van de beheerder"
    GUIDE = "uitleg"
    HIDDEN = "verborgen"
    FOLDER = "map"


ROOT, REGION = "content", "regio"
ACTIVITIES, EDITIONS, PAGES = "activiteiten", "nieuwsbrieven", "paginas"
LOCKS = "nieuwsbrieven/vastgelegd"
ORGANISATION = "organisatie.yaml"
FOLDERS = {
    "kalender": FileKind.CALENDAR, "woordenlijsten": FileKind.WORD_LIST, "gemeenten": FileKind.MUNICIPALITY,
    "locaties": FileKind.PLACE, "partners": FileKind.PARTNER, "projecten": FileKind.PROJECT,
}  # fmt: skip
"""Folder → what each file in it says, of what activities refer to."""
REFERENCED = frozenset({FileKind.ORGANISATION, *FOLDERS.values()})
"""The kinds of files around the activities, to which these refer."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
GUIDES = frozenset({"LEESMIJ.md", "README.md"})
DEEPEST = 8
"""How many folders may stand in each other below the content: `activiteiten/dorp` and six more."""
LARGEST_HEADER, LARGEST_BODY = 32 * 1024, 20 * 1024
"""Of one text, in octets as UTF-8."""
LARGEST_TEXT = 100 * 1024
"""A file with a text, as it stands: nearly twice a full header and body, so that line ends of Windows fit."""
LARGEST_LETTER, LARGEST_PICTURE = 200 * 1024, 8_000_000
LARGEST_PROPOSAL = 50_000_000
"""All files of a proposal together: six pictures as large as may be."""
MOST_FILES = 50
"""Files that differ in one proposal: more is not read, nor judged by anybody."""
MOST_REFERENCED = 200
"""Files around the activities that differ in one branch that waits: an employee may change more than a partner."""
MOST_WAITING = 300
"""Branches and proposals that wait, the newest of which are read."""
_TEXTS = {
    **{f"{ROOT}/{folder}": (kind, (".yaml",)) for folder, kind in FOLDERS.items()},
    f"{ROOT}/{EDITIONS}": (FileKind.EDITION, (".yaml",)),
    f"{ROOT}/{LOCKS}": (FileKind.LETTER, (".json",)),
}
_LARGEST = {FileKind.LETTER: LARGEST_LETTER, FileKind.PICTURE: LARGEST_PICTURE}
_TOPS = (*FOLDERS, ACTIVITIES, EDITIONS, PAGES)
_HOMES = f"{ROOT}/{ACTIVITIES}"
_LIKE = "Geef het een naam zoals: foto.jpg"
_NEARLY = frozenset({".md", ".yaml", ".yml", ".txt", ".markdown"})
_TAKEN = frozenset({REGION, "theme"})  # folders that are there already, in `activiteiten/` and beside the sites


def judge(folder: str, entry: FolderEntry, homes: Collection[str] | None = None) -> FileKind | Fault:
    """Takes a folder that may be looked into and what stands in it; gives its kind, or what is wrong with it.

    `homes` are the municipalities; without them every plain name may be one.
    """
    name = entry.name
    if is_passed_over(name):
        return FileKind.GUIDE if name in GUIDES else FileKind.HIDDEN
    if entry.form is EntryForm.FILE:
        verdict = _of_file(folder, name, homes)
        if entry.size <= LARGEST_TEXT or isinstance(verdict, Fault):
            return verdict
        return size_fault(verdict, name, entry.size) or verdict
    if entry.form is EntryForm.FOLDER:
        return _of_folder(folder, name)
    if entry.form is EntryForm.LINK:
        message = f"{quote(name)} is een snelkoppeling. Die wordt niet gelezen."
        return Fault("snelkoppeling", message, "Zet er het bestand zelf neer, of de map met de bestanden.")
    return Fault("verkeerd-bestandstype", f"{quote(name)} is geen gewoon bestand.", "Haal het weg.")


def kind_of(path: str, homes: Collection[str] | None = None) -> FileKind | None:
    """Takes the path of a file; gives its kind, None when nothing is read there or there is something wrong with it."""
    folder, _, name = path.rpartition("/")
    inside = _kind_of_folder(folder)
    if inside is not FileKind.FOLDER:
        return inside
    verdict = judge(folder, FolderEntry(name, EntryForm.FILE), homes)
    return verdict if isinstance(verdict, FileKind) else None


def is_passed_over(name: str) -> bool:
    """Takes a name; gives whether nobody ever reads this: hidden, a draft, or a guide for writers."""
    return name[:1] in "._" or name in GUIDES


def limit(kind: FileKind) -> int:
    """Takes a kind of file; gives the most octets that one may have."""
    return _LARGEST.get(kind, LARGEST_TEXT)


def size_fault(kind: FileKind, name: str, size: int) -> Fault | None:
    """Takes the kind, name and size of a file; gives what is wrong when it is too large, before any of it is read."""
    most = limit(kind)
    if size <= most:
        return None
    if kind is FileKind.PICTURE:
        message = f"Het plaatje {quote(name)} is groter dan {most // 1_000_000} MB."
        return Fault("afbeelding-te-groot", message, "Maak het kleiner, bijvoorbeeld 1600 beeldpunten breed.")
    message = f"{quote(name)} is groter dan {most // 1024} kB."
    return Fault("bestand-te-groot", message, "Maak de tekst korter. Plaatjes horen in een eigen bestand.")


def is_picture(name: str) -> bool:
    """Takes a name; gives whether the name ends as that of a picture does."""
    return split(name)[1].lower() in PICTURES


def is_picture_name(stem: str) -> bool:
    """Takes the stem of a name; gives whether this, with an ending, can be the name of a picture: also as cameras give
    them, `IMG_1234`.
    """
    return stem.isascii() and is_name(stem.lower().replace("_", "-"))


def picture_name_fault(name: str) -> Fault:
    """Takes a name; gives what is wrong with the name of a picture that can have no such name."""
    stem, _, ending = name.rpartition(".")
    hint = f"Geef het een naam zoals: {name_like(stem)}.{ending.lower()}" if name_like(stem) else _LIKE
    return Fault("verkeerde-bestandsnaam", f"{quote(name)} kan geen naam van een plaatje zijn.", hint)


def split(name: str) -> tuple[str, str]:
    """Takes a name; gives stem and ending.

    Not with pathlib, which would cost a third of the scan of a large programme.
    """
    dot = name.rfind(".")
    return (name[:dot], name[dot:]) if dot > 0 else (name, "")


@lru_cache(maxsize=4096)
def _kind_of_folder(path: str) -> FileKind | None:
    """FOLDER for one that is looked into, the kind of all that is in it, or None."""
    folder, *names = path.split("/")
    if folder != ROOT:
        return None
    for name in names:
        verdict = judge(folder, FolderEntry(name, EntryForm.FOLDER))
        if verdict is not FileKind.FOLDER:
            return verdict if isinstance(verdict, FileKind) else None
        folder = f"{folder}/{name}"
    return FileKind.FOLDER


def _of_folder(folder: str, name: str) -> FileKind | Fault:
    if folder == ROOT:
        return (FileKind.PAGE if name == PAGES else FileKind.FOLDER) if name in _TOPS else _unknown(name)
    if folder == _HOMES:
        return FileKind.FOLDER  # whether it is one of a municipality, each file in it tells
    if folder in _TEXTS:
        if f"{folder}/{name}" in _TEXTS:
            return FileKind.FOLDER
        return Fault("onbekende-map", f"In {folder} horen geen mappen.", f"Zet het bestand direct in {folder}.")
    if not is_name(name):
        hint = f"Geef de map de naam {name_like(name) or 'activiteiten'}"
        return Fault("verkeerde-bestandsnaam", f"De naam {quote(name)} kan niet voor een map.", hint)
    if folder.count("/") >= DEEPEST:
        return Fault("te-diep", "Deze map zit te diep.", "Gebruik minder mappen in elkaar.")
    return FileKind.FOLDER


def _of_file(folder: str, name: str, homes: Collection[str] | None) -> FileKind | Fault:
    if folder == ROOT:
        return FileKind.ORGANISATION if name == ORGANISATION else _unknown(name)
    if folder == _HOMES:
        hint = f"Zet het bestand bijvoorbeeld in {folder}/{next(iter(homes or ()), REGION)}/."
        return Fault("onbekende-map", f"{quote(name)} staat niet in de map van een gemeente.", hint)
    if folder not in _TEXTS:
        return _of_home(folder.split("/", 3)[2], name, homes)
    kind, endings = _TEXTS[folder]
    if fault := _text_fault(name, endings):
        return fault
    if kind is FileKind.MUNICIPALITY and split(name)[0] in _TAKEN:
        hint = "Geef de gemeente een andere naam, bijvoorbeeld met de provincie erbij."
        return Fault("verkeerde-bestandsnaam", f"{quote(name)} is al de naam van iets anders.", hint)
    return kind


def _of_home(home: str, name: str, homes: Collection[str] | None) -> FileKind | Fault:
    stem, ending = split(name)
    kind = FileKind.PICTURE if ending.lower() in PICTURES else FileKind.ACTIVITY
    if kind is FileKind.PICTURE and not is_picture_name(stem):
        return picture_name_fault(name)
    if kind is FileKind.ACTIVITY and (fault := _text_fault(name, (".md", ".yaml"))):
        return fault
    return kind if home == REGION or (is_name(home) if homes is None else home in homes) else _no_home(home, homes)


def _text_fault(name: str, endings: tuple[str, ...]) -> Fault | None:
    stem, ending = split(name)
    if ending not in endings:
        hint = f"Haal het weg, of zet de tekst in een {endings[0]}-bestand."
        if ending.lower() in _NEARLY:
            hint = f"Geef het de naam {name_like(stem) or 'activiteit'}{endings[0]}"
        return Fault("verkeerd-bestandstype", f"{quote(name)} is geen {'- of '.join(endings)}-bestand.", hint)
    if not is_name(stem):
        hint = f"Geef het de naam {name_like(stem) or 'activiteit'}{ending}"
        return Fault("verkeerde-bestandsnaam", f"De naam {quote(name)} kan niet in een webadres.", hint)
    return None


def _no_home(name: str, homes: Collection[str] | None) -> Fault:
    near = nearest_word(name, [*(homes or ()), REGION])
    meant = f"Zet het bestand in de map {near}, als je die bedoelde."
    hint = meant if near else f"Kies de map van een gemeente, of {REGION}."
    return Fault("onbekende-map", f"De map {quote(name)} is geen gemeente.", hint)


def _unknown(name: str) -> Fault:
    if near := nearest_word(name, (*_TOPS, ORGANISATION)):
        hint = f"Bedoelde je {near}?"
    elif is_picture(name):
        hint = f"Zet een plaatje naast de activiteit waar het bij hoort, in {_HOMES}."
    else:
        hint = f"Zet een activiteit in {_HOMES}."
    return Fault("onbekende-map", f"{quote(name)} hoort niet in {ROOT}.", hint)
