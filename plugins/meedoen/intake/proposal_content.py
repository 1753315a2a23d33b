"""The content as a proposal would have it: its own files, read within limits, and what stays as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from meedoen.content.layout import (
    LARGEST_PROPOSAL,
    MOST_FILES,
    ROOT,
    FileKind,
    is_passed_over,
    kind_of,
    limit,
    size_fault,
)
from meedoen.git.command import GitFailed
from meedoen.git.objects import Objects, UnreadableObject
from meedoen.git.repository import PLAIN
from meedoen.intake.refusal import Refusal
from meedoen.intake.tree_comparison import TooMuch, TreeDifference, Walk
from meedoen.language.wording import quote


class NoMeeting(Exception):
    """The proposal and what it is for come from no commit that both have in this copy."""


@dataclass(frozen=True, slots=True)
class ProposalContent:
    """`own` are the files of the proposal (path below the content folder → bytes), `kept` those that stay (→ blob).

    `removed` is how many go away. `elsewhere` are names outside the content folder that the proposal changes as well.
    """

    own: dict[str, bytes]
    kept: dict[str, str]
    removed: int
    refused: tuple[Refusal, ...]
    elsewhere: tuple[str, ...]

    def files(self, objects: Objects) -> Iterator[tuple[str, bytes]]:
        """Each file with its bytes, one at a time."""
        yield from self.own.items()
        try:
            yield from zip(self.kept, objects.contents(self.kept.values()), strict=True)
        except UnreadableObject as error:
            raise GitFailed(f"object {error}") from error


def read_proposal_content(objects: Objects, commit: str, basis: str) -> ProposalContent:
    """Takes Git's objects, the commit of a proposal and what it is for; gives what the commit makes of the basis.

    Raises NoMeeting; all else that is wrong with it is a refusal.
    """
    meeting = objects.repository.meeting(basis, commit)
    if meeting is None:
        raise NoMeeting
    root = objects.folder.resolve().name
    try:
        difference = Walk(objects).compare(meeting, commit)
    except TooMuch:
        message = f"Dit voorstel verandert meer dan {MOST_FILES} bestanden, of heeft te veel mappen."
        refusal = Refusal(root, "te-veel-bestanden", message, "Maak er een paar kleinere voorstellen van.")
        return ProposalContent({}, {}, 0, (refusal,), ())
    except UnreadableObject:
        message = "Dit voorstel is niet te lezen: er ontbreekt iets in Git, of het is beschadigd."
        return ProposalContent({}, {}, 0, (Refusal(root, "beschadigd", message, "Maak het voorstel opnieuw."),), ())
    own, refused = _read(objects, difference)
    there = list(objects.repository.entries(basis))
    began = there if meeting == basis or not difference.removed else objects.repository.entries(meeting)
    gone = _gone((path for path, _ in began), difference.removed)
    kept = {path: each.name for path, each in there if _stays(path, each.mode) and path not in gone}
    clashes = list(_clashes(own, kept, root))
    for each in clashes:
        own.pop(each.path.removeprefix(f"{root}/"))
    everything = tuple(sorted([*difference.refused, *refused, *clashes]))
    return ProposalContent(own, _beside(kept, own), len(gone), everything, tuple(difference.elsewhere))


def _beside(kept: Mapping[str, str], own: Iterable[str]) -> dict[str, str]:
    """What can stand beside the files of the proposal: not the same path, nor a file where those have a folder."""
    files = frozenset(own)
    taken = files.union(each for path in files for each in _and_folders(path))
    return {path: blob for path, blob in kept.items() if path not in taken and files.isdisjoint(_and_folders(path))}


def _read(objects: Objects, difference: TreeDifference) -> tuple[dict[str, bytes], list[Refusal]]:
    """The files that fit, and a refusal for each that does not; sizes are asked for before anything is read."""
    fitting: dict[str, str] = {}
    refused: list[Refusal] = []
    total = 0
    for path, blob in difference.offered.items():
        kind, name = _kind(path), path.rpartition("/")[2]
        try:
            size = objects.size(blob)
        except UnreadableObject:
            refused.append(_damaged(path, difference.root))
            continue
        if fault := size_fault(kind, name, size):
            refused.append(Refusal.of(f"{difference.root}/{path}", fault))
        else:
            fitting[path] = blob
            total += size
    if total > LARGEST_PROPOSAL:
        message = f"Samen zijn de bestanden groter dan {LARGEST_PROPOSAL // 1_000_000} MB."
        refused.append(Refusal(difference.root, "samen-te-groot", message, "Maak de plaatjes kleiner."))
        return {}, refused
    own: dict[str, bytes] = {}
    for path, blob in fitting.items():
        try:
            own[path] = objects.read(blob, limit(_kind(path)))
        except UnreadableObject:
            refused.append(_damaged(path, difference.root))
    return own, refused


def _damaged(path: str, root: str) -> Refusal:
    name = path.rpartition("/")[2]
    message = f"{quote(name)} is niet te lezen: het bestand is beschadigd, of niet opgehaald."
    return Refusal(f"{root}/{path}", "beschadigd", message, "Zet het bestand opnieuw in het voorstel.")


def _kind(path: str) -> FileKind:
    """The kind of a file that may come in."""
    return kind_of(f"{ROOT}/{path}") or FileKind.HIDDEN


def _gone(files: Iterable[str], removed: Iterable[str]) -> frozenset[str]:
    """The files that the proposal takes away: those that were there where it began, and no others."""
    away = frozenset(removed)
    if not away:
        return away
    return frozenset(path for path in files if "" in away or any(each in away for each in _and_folders(path)))


def _and_folders(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _stays(path: str, mode: str) -> bool:
    """Whether a file of the basis is one to take along: the builder reads no other."""
    plain = "\\" not in path and not any(is_passed_over(part) for part in path.split("/"))
    return plain and mode in PLAIN


def _clashes(own: Iterable[str], kept: Iterable[str], root: str) -> Iterator[Refusal]:
    """Files whose name would be that of another on a computer that does not tell capitals or accents apart."""
    known = {_folded(path): path for path in kept}
    for path in sorted(own):
        other = known.setdefault(_folded(path), path)
        if other != path:
            message = f"Op veel computers is dit dezelfde naam als {quote(other, 200)}."
            yield Refusal(f"{root}/{path}", "naam-bestaat-al", message, "Geef het bestand een andere naam.")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold()
