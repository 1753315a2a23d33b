"""What waits to be reviewed, read from Git alone: the files of each branch are data, and are never checked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.source import SourceFile
from meedoen.git.references import ChangedFile, Reference, References
from meedoen.git.repository import Repository, whole_repository
from meedoen.language.rules import is_fault
from meedoen.language.slug import is_name
from meedoen.programme.activity import Activity
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.publishing.disk import FRAME, LARGEST, PICTURES
from meedoen.review.backlog import Waiting, in_order, item
from meedoen.review.proposal import FileChange

MOST_FILES = 50
MOST_FRAME = 200
_LARGEST_PICTURE = 8_000_001
_ACTIVITIES = "activiteiten/"


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, in the order in which to read it; `besides` proposals have no activity, `left_out` were not read."""

    waiting: tuple[Waiting, ...]
    besides: int = 0
    left_out: int = 0


@dataclass(slots=True)
class _Base:
    """The main branch: the blob of each file, and the network that its files make."""

    repository: Repository
    files: Mapping[str, str]
    network: Network
    frames: dict[frozenset[tuple[str, str]], Network | None]

    def bytes_of(self, blobs: Mapping[str, str], largest: int = LARGEST) -> dict[str, bytes | None]:
        """path → bytes, None where there are too many of them."""
        contents = dict(self.repository.blobs(sorted(set(blobs.values())), largest))
        return {path: contents.get(blob) for path, blob in blobs.items()}


def read_queue(content: Path, network: Network, today: date) -> Queue:
    """Every proposal beside the main branch. Raises NoRepository, ShallowHistory or GitFailed.

    `network` is that of the content on the disk, for when the one of the main branch cannot be read.
    """
    repository = whole_repository(content)
    references = References(repository, network.organisation.branch or "main")
    if not references.base:
        return Queue(())
    base = _Base(repository, repository.files(references.base), network, {})
    base.network = _framed(base, ()) or network
    candidates, left_out = references.waiting()
    waiting: list[Waiting] = []
    besides = 0
    for reference in candidates:
        entries = [each for each in references.changed(reference) if base.files.get(each.path, "") != each.blob]
        if not any(_is_activity(each) for each in entries):
            besides += bool(entries)
            continue
        since = _day(references.since(reference), today)
        waiting.append(_read(reference, entries, base, since, today))
    return Queue(tuple(in_order(waiting)), besides, left_out)


def _read(reference: Reference, entries: list[ChangedFile], base: _Base, since: date, today: date) -> Waiting:
    network = _framed(base, entries)
    known = network or base.network
    activities = [each for each in entries if _is_activity(each)]
    good = [each for each in activities if each.is_plain and _is_well_placed(each.path, known)]
    refused = len(activities) - len(good)
    chosen = good[:MOST_FILES]
    before = base.bytes_of({each.path: base.files[each.path] for each in chosen if each.path in base.files})
    after = base.bytes_of({each.path: each.blob for each in chosen if each.blob})
    pictures = {**base.files, **{each.path: each.blob for each in entries if each.is_plain}}
    old, _ = _activities(before, base.network, base, base.files)
    new, faults = _activities(after, known, base, pictures)
    items = [
        item(FileChange(f"content/{each.path}", old.get(each.path), new.get(each.path), gone=not each.blob), today)
        for each in chosen
    ]
    total = faults + refused + sum(data is None for data in after.values()) + (network is None)
    return Waiting(reference.name, reference.ref, since, tuple(items), total, len(good) - len(chosen))


def _activities(
    data: Mapping[str, bytes | None], network: Network, base: _Base, blobs: Mapping[str, str]
) -> tuple[dict[str, Activity], int]:
    """path → activity of these files, and the number of faults in them."""
    files = [SourceFile(f"content/{path}", each) for path, each in data.items() if each is not None]
    files = [each for each in files if _is_well_placed(each.path.removeprefix("content/"), network)]

    def picture(path: str) -> bytes | None:
        name = path.removeprefix("content/")
        blob = blobs.get(name, "") if name.endswith(tuple(PICTURES)) else ""
        return base.bytes_of({name: blob}, _LARGEST_PICTURE)[name] if blob else None

    library = read_library(files, network, picture=picture)
    by_path = {each.path.removeprefix("content/"): each for each in library.activities}
    return by_path, sum(is_fault(each.rule) for each in library.problems)


def _framed(base: _Base, entries: Iterable[ChangedFile]) -> Network | None:
    """The network of the main branch with what these entries change in it; None when it cannot be read any more."""
    changed = {each.path: each.blob for each in entries if _is_frame(each.path)}
    if len(changed) > MOST_FRAME:
        return None
    key = frozenset(changed.items())
    if key not in base.frames:
        blobs = {path: blob for path, blob in {**base.files, **changed}.items() if blob and _is_frame(path)}
        data = base.bytes_of(blobs)
        files = [SourceFile(f"content/{path}", each) for path, each in data.items() if each is not None]
        base.frames[key] = read_network(files)[0]
    return base.frames[key]


def _is_frame(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return (path == "organisatie.yaml") or (folder in FRAME and name.endswith(".yaml") and is_name(name[:-5]))


def _is_activity(entry: ChangedFile) -> bool:
    hidden = entry.path.rpartition("/")[2][:1] in (".", "_")
    return entry.path.startswith(_ACTIVITIES) and entry.path.endswith((".md", ".yaml")) and not hidden


def _is_well_placed(path: str, network: Network) -> bool:
    _, *folders, name = path.split("/")
    home = folders[0] if folders else ""
    plain = all(is_name(each) for each in (*folders, name.rpartition(".")[0]))
    return plain and (home == REGION or home in network.municipalities)


def _day(seconds: int, today: date) -> date:
    """The day of a commit; a clock that ran ahead, or a date that somebody made up, is never after today."""
    try:
        return min(datetime.fromtimestamp(seconds, UTC).date(), today)
    except (ValueError, OverflowError, OSError):
        return today
