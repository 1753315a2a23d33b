"""Which files of a proposal may come in, judged by their mode, place and name alone: nothing has been read yet."""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.git.repository import LINK, PROGRAM, REGULAR, REPOSITORY
from meedoen.intake.refusal import Refusal
from meedoen.language.slug import is_name, name_like
from meedoen.language.wording import quote
from meedoen.publishing.disk import FRAME, PICTURES

ACTIVITIES = "activiteiten"
_PAGES = "paginas"
_ALONE = "organisatie.yaml"
_GUIDES = frozenset({"LEESMIJ.md", "README.md"})
_GIT = frozenset({".", "..", ".git"})
_DEEPEST = 8  # activiteiten/<gemeente> and the six below it that the builder reads


def is_left_alone(name: str) -> bool:
    """Whether nobody ever reads this: hidden, a draft, or a guide for writers."""
    return (name[:1] in "._" and name.lower() not in _GIT) or name in _GUIDES


def folder_refusal(parts: Sequence[str], root: str) -> Refusal | None:
    """Why what is in this folder (its way from the content folder) stays out; None when it may come in."""
    path, name = f"{root}/{'/'.join(parts)}", parts[-1]
    if parts[0] == _PAGES:
        return _page(path)
    if len(parts) > 1 and parts[0] in FRAME:
        return Refusal(path, "onbekende-map", f"In {root}/{parts[0]} horen geen mappen.", _beside(root, parts[0]))
    if len(parts) == 1:
        return None if name == ACTIVITIES or name in FRAME else _unknown(path, name, root)
    if not is_name(name):
        message, hint = f"De naam {quote(name)} kan niet voor een map.", name_like(name) or "activiteiten"
        return Refusal(path, "verkeerde-bestandsnaam", message, f"Geef de map de naam {hint}")
    if len(parts) > _DEEPEST:
        return Refusal(path, "te-diep", "Deze map zit te diep.", "Gebruik minder mappen in elkaar.")
    return None


def file_refusal(parts: Sequence[str], mode: str, root: str) -> Refusal | None:
    """Why this file stays out; None when it may come in, if it is not too large."""
    path, name = f"{root}/{'/'.join(parts)}", parts[-1]
    if mode != REGULAR:
        return _odd_mode(path, name, mode)
    if parts[0] == _PAGES:
        return _page(path)
    if len(parts) == 1:
        return None if name == _ALONE else _unknown(path, name, root)
    if parts[0] == ACTIVITIES and len(parts) == 2:
        message = f"{quote(name)} staat niet in de map van een gemeente."
        return Refusal(path, "onbekende-map", message, "Zet het bestand in de map van een gemeente.")
    return _name_refusal(path, name, (".md", ".yaml") if parts[0] == ACTIVITIES else (".yaml",))


def is_picture(name: str) -> bool:
    """Whether the name ends as that of a picture does."""
    return _split(name)[1].lower() in PICTURES


def _name_refusal(path: str, name: str, endings: tuple[str, ...]) -> Refusal | None:
    stem, ending = _split(name)
    if is_picture(name) and ".md" in endings:
        plain = stem.lower().replace("_", "-")  # as cameras name them: IMG_1234.JPG
        if stem.isascii() and is_name(plain):
            return None
        message, hint = f"{quote(name)} kan geen naam van een plaatje zijn.", name_like(stem) or "foto"
        return Refusal(path, "verkeerde-bestandsnaam", message, f"Geef het een naam zoals: {hint}{ending.lower()}")
    if ending not in endings:
        message = f"{quote(name)} is geen {'- of '.join(endings)}-bestand."
        hint = f"Haal het weg, of zet de tekst in een {endings[0]}-bestand."
        return Refusal(path, "verkeerd-bestandstype", message, hint)
    if not is_name(stem):
        message = f"De naam {quote(name)} kan niet in een webadres."
        hint = f"Geef het de naam {name_like(stem) or 'activiteit'}{ending}"
        return Refusal(path, "verkeerde-bestandsnaam", message, hint)
    return None


def _split(name: str) -> tuple[str, str]:
    dot = name.rfind(".")
    return (name[:dot], name[dot:]) if dot > 0 else (name, "")


def _odd_mode(path: str, name: str, mode: str) -> Refusal:
    if mode == LINK:
        message = f"{quote(name)} is een snelkoppeling. Die wordt niet gelezen."
        return Refusal(path, "snelkoppeling", message, "Zet er het bestand zelf neer.")
    if mode == PROGRAM:
        message = f"{quote(name)} is gemarkeerd als programma."
        return Refusal(path, "uitvoerbaar-bestand", message, f"Typ: git update-index --chmod=-x {quote(path, 200)}")
    if mode == REPOSITORY:
        message = f"{quote(name)} is een andere repository. Die wordt niet opgehaald."
        return Refusal(path, "andere-repository", message, "Zet er de bestanden zelf neer.")
    message = f"{quote(name)} is geen gewoon bestand."
    return Refusal(path, "beschadigd", message, "Haal het weg, en maak het bestand opnieuw.")


def _page(path: str) -> Refusal:
    message = "De pagina's in de map paginas zijn van de beheerder. Ze komen niet uit een voorstel."
    return Refusal(path, "pagina-van-de-beheerder", message, "Vraag de beheerder om de tekst te veranderen.")


def _unknown(path: str, name: str, root: str) -> Refusal:
    message = f"{quote(name)} hoort niet in {root}."
    return Refusal(path, "onbekende-map", message, f"Zet een activiteit in {root}/{ACTIVITIES}.")


def _beside(root: str, folder: str) -> str:
    return f"Zet het bestand direct in {root}/{folder}."
