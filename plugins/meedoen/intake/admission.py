"""What of a proposal may come in, judged by its mode, place and name alone: nothing has been read yet."""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.content.layout import ROOT, FileKind, judge
from meedoen.content.source import EntryForm, FolderEntry
from meedoen.git.repository import FOLDER, LINK, PROGRAM, REGULAR, REPOSITORY
from meedoen.intake.refusal import Refusal
from meedoen.language.problems import Fault
from meedoen.language.wording import quote

_GIT = frozenset({".", "..", ".git"})
_FORMS = {REGULAR: EntryForm.FILE, FOLDER: EntryForm.FOLDER, LINK: EntryForm.LINK}


def admit(parts: Sequence[str], mode: str, root: str) -> FileKind | Refusal:
    """Takes the way from the content folder to an entry in Git, and its mode; gives its kind, or why it stays out.

    `root` is what the content folder is called there. A file that may come in may still be too large.
    """
    path, name = "/".join((root, *parts)), parts[-1]
    if name.lower() in _GIT:  # Git itself makes none of these
        return Refusal.of(path, _never(name, mode))
    folder = "/".join((ROOT, *parts[:-1]))
    kind = judge(folder, FolderEntry(name, _FORMS.get(mode, EntryForm.FILE)))
    if kind in (FileKind.HIDDEN, FileKind.GUIDE):
        return FileKind.HIDDEN
    if mode not in _FORMS:
        return _odd_mode(path, name, mode)
    if kind is FileKind.PAGE:
        message = "De pagina's in de map paginas zijn van de beheerder. Ze komen niet uit een voorstel."
        return Refusal(path, "pagina-van-de-beheerder", message, "Vraag de beheerder om de tekst te veranderen.")
    return Refusal.of(path, kind) if isinstance(kind, Fault) else kind


def _never(name: str, mode: str) -> Fault:
    if mode == FOLDER:
        return Fault("verkeerde-bestandsnaam", f"De naam {quote(name)} kan niet voor een map.", "Haal de map weg.")
    return Fault("verkeerd-bestandstype", f"{quote(name)} is geen gewoon bestand.", "Haal het weg.")


def _odd_mode(path: str, name: str, mode: str) -> Refusal:
    if mode == PROGRAM:
        message = f"{quote(name)} is gemarkeerd als programma."
        return Refusal(path, "uitvoerbaar-bestand", message, f"Typ: git update-index --chmod=-x {quote(path, 200)}")
    if mode == REPOSITORY:
        message = f"{quote(name)} is een andere repository. Die wordt niet opgehaald."
        return Refusal(path, "andere-repository", message, "Zet er de bestanden zelf neer.")
    return Refusal(
        path, "beschadigd", f"{quote(name)} is geen gewoon bestand.", "Haal het weg, en maak het bestand opnieuw."
    )
