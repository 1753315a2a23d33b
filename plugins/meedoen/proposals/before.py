"""The programme where a proposal began, as far as it must be known to tell what is of the proposal's making."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from meedoen.agenda.library import Library, claim, clashes, read_library
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.source import SourceFile
from meedoen.git.repository import LINK
from meedoen.language.problems import Problem
from meedoen.language.slug import is_name
from meedoen.programme.activity import Activity
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.proposals.differences import Differences
from meedoen.proposals.origin import Origin
from meedoen.proposals.programme import Picture, read_programme
from meedoen.publishing.disk import FRAME, LARGEST

_LARGEST_PICTURE = 8_000_000
_NOT_READ = frozenset({"LEESMIJ.md", "README.md"})


@dataclass(frozen=True, slots=True)
class Before:
    """What there was.

    `files` has the bytes of the activity files that are different now or gone, `activities` what they said; `problems`
    what was wrong already (path, rule, message). `elsewhere` are the activities of files that did not change, by path:
    only when they may look different, by a place or a list that did. `towns` are the municipalities, `network` all that
    activities refer to, None when that is as proposed.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    problems: frozenset[tuple[str, str, str]] = frozenset()
    elsewhere: Mapping[str, Activity] = field(default_factory=dict)
    towns: frozenset[str] = frozenset()
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class Current:
    """What there is as proposed, which is what there was where nothing changed.

    `network` with its `problems`; the `unchanged` activity files and what was read of them; the bytes of a picture.
    """

    network: Network
    problems: tuple[Problem, ...]
    unchanged: Sequence[SourceFile]
    others: Library
    picture: Picture


def read_before(origin: Origin, differences: Differences, current: Current) -> Before:
    """What there was. All is read again only when a file around the activities changed."""

    def old_picture(path: str) -> bytes | None:
        return origin.read([path], _LARGEST_PICTURE).get(path) if path in changed else current.picture(path)

    changed = differences.all
    old_network: Network | None = current.network
    old_problems, old_others = current.problems, current.others
    frame_changed = any(is_frame(path) for path in differences.all)
    if frame_changed:
        paths = [path for path, (mode, _) in origin.files.items() if is_frame(path) and mode != LINK]
        old_network, old_problems = read_network(_sources(origin.read(paths, LARGEST)))
    if old_network is None:
        return Before()
    towns = frozenset(old_network.municipalities)
    if frame_changed:
        orphans = _sources(
            origin.read(_orphans(origin, differences, towns - current.network.municipalities.keys()), LARGEST)
        )
        old_others = read_programme([*current.unchanged, *orphans], old_network, old_picture)
    paths = [path for path in (*differences.changed, *differences.removed) if _is_activity(path, towns)]
    files = origin.read(paths, LARGEST)
    library = read_library(_sources(files), old_network, picture=old_picture)
    lost = clashes(claim(each) for each in (*old_others.activities, *library.activities))
    losers = {each.place.path for each in lost}
    problems = (*old_problems, *old_others.problems, *lost)
    return Before(
        files,
        {each.path: each for each in library.activities if each.path not in losers},
        frozenset((each.place.path, each.rule, each.message) for each in problems),
        {each.path: each for each in old_others.activities if each.path not in losers} if frame_changed else {},
        towns,
        old_network if frame_changed else None,
    )


def is_frame(path: str) -> bool:
    """Whether activities may refer to what is in this file: the organisation, a place, a list, a calendar."""
    parts = path.split("/")
    return path == "content/organisatie.yaml" or (len(parts) == 3 and parts[1] in FRAME and path.endswith(".yaml"))


def _sources(files: Mapping[str, bytes]) -> list[SourceFile]:
    return [SourceFile(path, files[path]) for path in sorted(files)]


def _is_activity(path: str, towns: Iterable[str]) -> bool:
    """Whether a file of this name was read as an activity, in these municipalities."""
    parts = path.split("/")
    if len(parts) < 4 or parts[1] != "activiteiten" or parts[-1] in _NOT_READ:
        return False
    stem, _, ending = parts[-1].rpartition(".")
    named = all(is_name(each) for each in (*parts[3:-1], stem))
    return named and ending in ("md", "yaml") and (parts[2] == REGION or parts[2] in towns)


def _orphans(origin: Origin, differences: Differences, towns: frozenset[str]) -> list[str]:
    """The files of municipalities that are gone: they are still there, and not read any more."""
    homes = tuple(f"content/activiteiten/{town}/" for town in towns)
    return [
        path
        for path in origin.files
        if path.startswith(homes) and path not in differences.all and _is_activity(path, towns)
    ]
