"""What waits to be reviewed, read from Git alone: the files of each branch are data, and are never checked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.layout import (
    ACTIVITIES,
    MOST_FILES,
    MOST_REFERENCED,
    MOST_WAITING,
    REFERENCED,
    ROOT,
    FileKind,
    kind_of,
)
from meedoen.content.snapshot import Snapshot
from meedoen.git.references import Reference, References
from meedoen.git.repository import LINK, PLAIN, REGULAR, TreeEntry, whole_repository
from meedoen.language.rules import is_fault
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.review.backlog import Waiting, in_order, item
from meedoen.review.proposal import FileChange

Changed = Mapping[str, TreeEntry | None]
"""path (`content/…`) → what a branch makes of it; None for what goes away."""


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, in the order in which to read it; `besides` proposals have no activity, `left_out` were not read."""

    waiting: tuple[Waiting, ...]
    besides: int = 0
    left_out: int = 0


@dataclass(slots=True)
class _Base:
    """The main branch, the network that its files make, and those that it makes with what branches change in it."""

    snapshot: Snapshot
    network: Network
    networks: dict[frozenset[tuple[str, TreeEntry | None]], Network | None]

    def with_changes(self, changed: Changed) -> Snapshot:
        """The content as a branch would have it."""
        files = {**self.snapshot.files, **changed}
        return Snapshot(self.snapshot.repository, {path: entry for path, entry in files.items() if entry is not None})


def read_queue(content: Path, network: Network, today: date) -> Queue:
    """Takes the content folder, the network of the disk and the day; gives every proposal beside the main branch.

    Raises NoRepository, ShallowHistory or GitFailed.

    `network` is that of the content on the disk, for when the one of the main branch cannot be read.
    """
    repository = whole_repository(content)
    references = References(repository, network.organisation.branch or "main")
    if not references.base:
        return Queue(())
    base = _Base(Snapshot.of(repository, references.base), network, {})
    base.network = _network(base, {}) or network
    candidates, left_out = references.waiting(MOST_WAITING)
    waiting: list[Waiting] = []
    besides = 0
    for reference in candidates:
        changed = _changed(references, reference, base)
        if not any(_may_be_an_activity(path) for path in changed):
            besides += bool(changed)
            continue
        since = _day(references.since(reference), today)
        waiting.append(_read(reference, changed, base, since, today))
    return Queue(tuple(in_order(waiting)), besides, left_out)


def _changed(references: References, reference: Reference, base: _Base) -> Changed:
    """What a branch makes different from the main branch as it is now."""
    changed: dict[str, TreeEntry | None] = {}
    for file in references.changed(reference):
        path, known = f"{ROOT}/{file.path}", base.snapshot.files.get(f"{ROOT}/{file.path}")
        if (known.name if known else "") != file.blob:
            changed[path] = TreeEntry(REGULAR if file.is_plain else LINK, file.blob) if file.blob else None
    return changed


def _may_be_an_activity(path: str) -> bool:
    """Whether an activity stands there, or something that the checker refuses in its place."""
    return path.startswith(f"{ROOT}/{ACTIVITIES}/") and kind_of(path) in (FileKind.ACTIVITY, None)


def _read(reference: Reference, changed: Changed, base: _Base, since: date, today: date) -> Waiting:
    network = _network(base, changed)
    known = network or base.network
    kinds = {path: kind_of(path, known.municipalities) for path in changed}
    refused = sum(
        entry is not None and (kinds[path] is None or entry.mode not in PLAIN) for path, entry in changed.items()
    )
    good = [path for path, entry in changed.items() if kinds[path] is FileKind.ACTIVITY and _is_plain(entry)]
    chosen = good[:MOST_FILES]
    old, _ = _activities(base.snapshot, chosen, base.network)
    new, faults = _activities(base.with_changes(changed), chosen, known)
    items = [item(FileChange(path, old.get(path), new.get(path), gone=changed[path] is None), today) for path in chosen]
    total = faults + refused + (network is None)
    return Waiting(reference.name, reference.ref, since, tuple(items), total, len(good) - len(chosen))


def _is_plain(entry: TreeEntry | None) -> bool:
    return entry is None or entry.mode in PLAIN


def _activities(snapshot: Snapshot, paths: Iterable[str], network: Network) -> tuple[dict[str, Activity], int]:
    """path → activity of these files, as far as they are there, and the number of faults in them."""
    there = [path for path in paths if path in snapshot.files and kind_of(path, network.municipalities)]
    files = list(snapshot.read(there))
    library = read_library(files, network, picture=snapshot.picture)
    faults = sum(is_fault(each.rule) for each in library.problems) + len(there) - len(files)
    return {each.path: each for each in library.activities}, faults


def _network(base: _Base, changed: Changed) -> Network | None:
    """The network of the main branch with what is changed in it; None when it cannot be read any more."""
    around = {path: entry for path, entry in changed.items() if kind_of(path) in REFERENCED}
    if len(around) > MOST_REFERENCED:
        return None
    key = frozenset(around.items())
    if key not in base.networks:
        snapshot = base.with_changes(around)
        paths = [path for path in snapshot.files if kind_of(path) in REFERENCED]
        base.networks[key] = read_network(snapshot.read(paths))[0]
    return base.networks[key]


def _day(seconds: int, today: date) -> date:
    """The day of a commit; a clock that ran ahead, or a date that somebody made up, is never after today."""
    try:
        return min(datetime.fromtimestamp(seconds, UTC).date(), today)
    except (ValueError, OverflowError, OSError):
        return today
