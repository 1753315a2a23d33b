"""The programme where a proposal began, as far as it must be known to tell what is of the proposal's making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from meedoen.agenda.library import Library, claim, clashes, read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.content_tree import read_tree
from meedoen.content.layout import REFERENCED, kind_of
from meedoen.content.source import SourceFile
from meedoen.language.problems import Problem
from meedoen.programme.activity import Activity
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.proposals.differences import Differences
from meedoen.proposals.origin import Origin
from meedoen.proposals.programme import Picture, read_programme


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
    """Takes where the proposal began, what differs and what there is now; gives what there was.

    All is read again only when a file around the activities changed.
    """

    def old_picture(path: str) -> bytes | None:
        return origin.snapshot.picture(path) if path in changed else current.picture(path)

    changed = differences.all
    tree = read_tree(origin.snapshot, origin.snapshot.repository.folder)
    old_network: Network | None = current.network
    old_problems, old_others = current.problems, current.others
    frame_changed = any(kind_of(path) in REFERENCED for path in changed)
    if frame_changed:
        old_network, old_problems = read_network(tree.reference_files)
    if old_network is None:
        return Before()
    towns = frozenset(old_network.municipalities)
    listed = {path for home, paths in tree.activities.items() if home == REGION or home in towns for path in paths}
    if frame_changed:
        # The files of municipalities that are gone: they are still there, and not read any more.
        gone = [
            path for home in towns - current.network.municipalities.keys() for path in tree.activities.get(home, ())
        ]
        orphans = tree.read(sorted(path for path in gone if path not in changed))
        old_others = read_programme([*current.unchanged, *orphans], old_network, old_picture)
    paths = sorted(path for path in (*differences.changed, *differences.removed) if path in listed)
    files = {file.path: file for file in tree.read(paths)}
    library = read_library(files.values(), old_network, picture=old_picture)
    lost = clashes(claim(each) for each in (*old_others.activities, *library.activities))
    losers = {each.place.path for each in lost}
    problems = (*old_problems, *old_others.problems, *lost)
    return Before(
        {path: file.data for path, file in files.items()},
        {each.path: each for each in library.activities if each.path not in losers},
        frozenset((each.place.path, each.rule, each.message) for each in problems),
        {each.path: each for each in old_others.activities if each.path not in losers} if frame_changed else {},
        towns,
        old_network if frame_changed else None,
    )
