"""Proposals for the tests, made of two content folders: what was there, and what somebody wants it to be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tests.builders import document, network, read

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.content.source import SourceFile
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.proposals.texts import Texts
from meedoen.review.proposal import FileChange, Proposal

TODAY = date(2026, 11, 24)
FOLDER = "content/activiteiten/papendrecht/"


def proposal_between(before: Path, after: Path, today: date, sender: str = "") -> Proposal:
    """What changes from one content folder to the other."""
    (old, around, known), (new, network_, activities) = _read(before), _read(after)
    paths = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    changes = tuple(FileChange(path, known.get(path), activities.get(path), gone=path not in new) for path in paths)
    others = tuple(each for path, each in activities.items() if path not in paths)
    texts = Texts(SourceFile(path, data) for path, data in new.items())
    return Proposal(network_, changes, others, today, texts, sender, before=around if around != network_ else None)


def _read(root: Path) -> tuple[dict[str, bytes], Network, dict[str, Activity]]:
    tree = scan(root)
    found, _ = read_network(tree.reference_files)
    assert found is not None
    files = list(tree.read([path for folder in sorted(tree.activities) for path in tree.activities[folder]]))
    library = read_library(files, found, picture=tree.picture)
    return {each.path: each.data for each in files}, found, {each.path: each for each in library.activities}


def some(name: str, header: str = "", body: str = "", folder: str = FOLDER) -> Activity:
    """An activity with these fields; the others as in the builders."""
    found, problems = read(header, body, f"{folder}{name}.md")
    assert found is not None, problems
    return found


def proposed(
    name: str, header: str = "", body: str = "", *, before: str | None = None, others: Iterable[Activity] = (),
    sender: str = "", folder: str = FOLDER, today: date = TODAY, around: Network | None = None,
) -> Proposal:  # fmt: skip
    """A proposal of one activity. `before` are the fields that it had, None when it is new."""
    path = f"{folder}{name}.md"
    old = some(name, before, body, folder) if before is not None else None
    change = FileChange(path, old, some(name, header, body, folder))
    documents = {path: document(header, body, path)}
    return Proposal(around or network(), (change,), tuple(others), today, documents, sender)
