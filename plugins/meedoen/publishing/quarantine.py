"""Files that cannot be published as they stand, set aside one by one; the last good version of each shows instead.

No version is older than the one that is online: a place or a time of before would be worse than nothing new.

What goes in is the content on the disk; what comes out is a content without faults, and what was done to it. A file
that never was good is left out. So one bad file keeps no site from being published, and nobody loses an activity by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from meedoen.agenda.library import claim, clashes, read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.content.layout import LARGEST_PICTURE, LARGEST_TEXT, REFERENCED, FileKind, kind_of
from meedoen.content.source import SourceFile
from meedoen.git.repository import Commit, GitFailed, NoRepository, Repository, ShallowHistory, whole_repository
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.notation.text.document import Document, parse_document
from meedoen.programme.activity import Activity, read_activity
from meedoen.programme.location import REGION
from meedoen.programme.network import Network

MOST_VERSIONS = 20
"""How many versions of a file are tried, newest first."""
_STAGES = ("woordenlijsten", "kalender", "gemeenten", "partners", "locaties", "projecten", "organisatie.yaml")
"""What is around the activities, each after what it refers to: a fault in a partner may be one of its municipality."""
_TEXTS = REFERENCED | {FileKind.ACTIVITY}
_OF_THE_NAME = frozenset({"verkeerde-bestandsnaam", "verkeerd-bestandstype", "onbekende-map", "te-diep"})
"""Faults of the path itself, which no other version mends."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A file (`content/…`) that is not shown as it stands, why, and the commit of the version that shows instead.

    Without `shown` nothing of it is published.
    """

    path: str
    problems: tuple[Problem, ...]
    shown: Commit | None = None


@dataclass(frozen=True, slots=True)
class PublishedState:
    """What is online: the content as it was in this commit, but for these files (`content/…`) as in theirs."""

    commit: str
    aside: Mapping[str, str | None] = field(default_factory=dict)


def set_aside(tree: Tree, online: PublishedState | None = None) -> tuple[Tree, tuple[Aside, ...]]:
    """Takes the content, and what is online; gives the same content without its faults, and the files for which that
    took something, by path.
    """
    ward = _Ward(tree, _repository(tree), online)
    network = _mend_frame(ward)
    if network is not None:
        _part(ward, network, _mend_activities(ward, network))
    return ward.tree, tuple(ward.aside[path] for path in sorted(ward.aside))


def _repository(tree: Tree) -> Repository | None:
    try:
        return whole_repository(tree.root)
    except (NoRepository, ShallowHistory, GitFailed):
        return None


@dataclass
class _Ward:
    """The content as it is now, what was set aside so far, and the versions that were not tried yet."""

    tree: Tree
    repository: Repository | None
    online: PublishedState | None
    aside: dict[str, Aside] = field(default_factory=dict)
    _instead: dict[str, bytes | None] = field(default_factory=dict)
    _left: dict[str, Iterator[tuple[Commit, bytes]]] = field(default_factory=dict)

    def versions(self, path: str, why: Iterable[Problem]) -> Iterator[tuple[Commit, bytes]]:
        """The versions of this file that Git has, newest first; each once."""
        if path not in self._left:
            readable = kind_of(path) in _TEXTS and not any(each.rule in _OF_THE_NAME for each in why)
            self._left[path] = self._former(path) if readable else iter(())
        return self._left[path]

    def picture(self, commit: Commit, path: str) -> bytes | None:
        """A picture as it was in this commit."""
        return self._at(commit, path, LARGEST_PICTURE)

    def first_seen(self, path: str) -> float:
        """When a file came to the main line, in seconds since 1970; endless for one that is not in Git."""
        if self.repository is None:
            return float("inf")
        commits = self.repository.commits_of(_within(path), 10_000)
        return commits[-1].time if commits else float("inf")

    def show(self, path: str, why: Iterable[Problem], shown: Commit | None, data: dict[str, bytes | None]) -> None:
        """From now on these bytes count for these paths; None leaves the file out."""
        known = self.aside.get(path)
        self.aside[path] = Aside(path, known.problems if known else tuple(why), shown)
        self._instead |= data
        self.tree = scan(self.tree.root, self._instead)

    def gave_up(self, path: str) -> bool:
        """Whether there is no version of this file left: what is missing then is missing."""
        return path in self._instead and self._instead[path] is None

    def _former(self, path: str) -> Iterator[tuple[Commit, bytes]]:
        commits = self.repository.commits_of(_within(path), MOST_VERSIONS) if self.repository else ()
        oldest = self._shown_online(path)
        for commit in commits:
            data = self._at(commit, path, LARGEST_TEXT)
            if data is not None:
                yield commit, data
            if commit.name == oldest:
                return

    def _shown_online(self, path: str) -> str | None:
        """The commit that made the version of this file that is online; None when that is not known."""
        if self.online is None or self.repository is None:
            return None
        if path in self.online.aside:
            return self.online.aside[path]
        try:
            commits = self.repository.commits_of(_within(path), 1, self.online.commit)
        except GitFailed:  # that commit is not in this history
            return None
        return commits[0].name if commits else None

    def _at(self, commit: Commit, path: str, largest: int) -> bytes | None:
        if self.repository is None:
            return None
        blob = self.repository.files(commit.name, _within(path)).get(_within(path))
        return next(iter(self.repository.blobs([blob], largest)))[1] if blob else None


def _within(path: str) -> str:
    return path.removeprefix("content/")


def _mend_frame(ward: _Ward) -> Network | None:
    """The network, once every file around the activities that has a fault shows another version, or nothing."""
    for stage in _STAGES:
        while bad := {path: why for path, why in _faults(ward.tree, stage).items() if not ward.gave_up(path)}:
            for path, why in bad.items():
                commit, data = next(ward.versions(path, why), (None, None))
                ward.show(path, why, commit, {path: data})
    return read_network(ward.tree.reference_files)[0]


def _faults(tree: Tree, stage: str) -> dict[str, list[Problem]]:
    """The faults of one folder (or file) in `content/`, by the file that has them."""
    by_path: dict[str, list[Problem]] = {}
    for problem in (*tree.problems, *read_network(tree.reference_files)[1]):
        path = problem.place.path
        if is_fault(problem.rule) and (path == f"content/{stage}" or path.startswith(f"content/{stage}/")):
            by_path.setdefault(path, []).append(problem)
    return by_path


def _mend_activities(ward: _Ward, network: Network) -> dict[str, Activity]:
    """Path → activity of every file, once each that has a fault shows another version, or nothing."""
    library = read_library(_files(ward.tree, network), network, picture=ward.tree.picture)
    bad: dict[str, list[Problem]] = {}
    for problem in (*ward.tree.problems, *library.problems):
        if is_fault(problem.rule) and kind_of(problem.place.path) not in REFERENCED:
            bad.setdefault(problem.place.path, []).append(problem)
    good = {each.path: each for each in library.activities if each.path not in bad}
    for path, why in bad.items():
        if (other := _replace(ward, network, path, why, others=())) is not None:
            good[path] = other
    return good


def _files(tree: Tree, network: Network) -> Iterator[SourceFile]:
    """The activity files of the municipalities that are there, and of the region."""
    for folder, paths in sorted(tree.activities.items()):
        if folder == REGION or folder in network.municipalities:
            yield from tree.read(paths)


def _replace(
    ward: _Ward, network: Network, path: str, why: Sequence[Problem], *, others: tuple[Activity, ...]
) -> Activity | None:
    """Shows the newest version of this file that has no fault and claims nothing of the others; else leaves it out."""
    for commit, data in ward.versions(path, why):
        read = _read(ward, network, SourceFile(path, data), commit)
        if read is not None and not any(clashes([claim(read[0]), claim(each)]) for each in others):
            ward.show(path, why, commit, {path: data, **read[1]})
            return read[0]
    ward.show(path, why, None, {path: None})
    return None


def _read(
    ward: _Ward, network: Network, file: SourceFile, commit: Commit
) -> tuple[Activity, dict[str, bytes | None]] | None:
    """The activity of this version; with its picture of that time when that of today won't do."""
    library = read_library([file], network, picture=ward.tree.picture)
    if library.activities and not any(is_fault(each.rule) for each in library.problems):
        return library.activities[0], {}
    document = parse_document(file.path, file.data)
    activity = read_activity(document, network)[0] if isinstance(document, Document) else None
    if activity is None or activity.image is None:
        return None
    place = f"{file.path.rpartition('/')[0]}/{activity.image.file}"
    picture = ward.picture(commit, place)
    fits = read_library([file], network, picture=lambda _: picture).activities
    return (activity, {place: picture}) if fits else None


def _part(ward: _Ward, network: Network, activities: dict[str, Activity]) -> None:
    """Of two files that claim one name, the one that was first in Git keeps it: nobody takes over what is online."""
    while lost := clashes(claim(each) for each in activities.values()):
        loser = activities[lost[0].place.path]
        others = (each for each in activities.values() if each is not loser)
        rivals = [each for each in others if clashes([claim(loser), claim(each)])]
        newest = max([loser, *rivals], key=lambda each: (ward.first_seen(each.path), each is loser, each.path))
        del activities[newest.path]
        other = _replace(ward, network, newest.path, [lost[0]], others=tuple(activities.values()))
        if other is not None:
            activities[newest.path] = other
