"""How often each activity changed: a sum over commits, to which new commits only add.

A commit counts for an activity when subscribers would see a difference with *every* parent of that commit: a merge that
takes over what one side had is no change. So the sum never falls while history grows (RFC 5545 §3.8.7.4), in whatever
order the branches came together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from meedoen.git.repository import Commit, Step
from meedoen.history.cache import Key
from meedoen.history.fingerprint import ActivityFingerprint, ReferenceFingerprint, Values, is_reference_file
from meedoen.history.reference_names import ReferenceNames
from meedoen.history.versions import Versions


@dataclass(slots=True)
class Tally:
    """How many commits changed an activity, and when the first and the last did, in seconds since 1970.

    `before` is the id that it had before its file was given another name without keeping its id.
    """

    count: int = 0
    first: int = 0
    last: int = 0
    before: str = ""

    def add(self, time: int) -> None:
        """One more commit, made at this time."""
        self.first = min(self.first, time) if self.count else time
        self.last = max(self.last, time)
        self.count += 1


@dataclass(slots=True)
class ChangeCounts:
    """What all commits up to HEAD told.

    `once` has (folder, sites chosen in the file, facet values) of every version that was readable; `names` has every
    name of a place, partner or word that ever was in a list → what it was kept under; `moved` has file names (without
    ending) → what they became; `differed` has, by id, the dates that ever had a change; `listed` has
    everything that ever was in a list → the municipalities that it named.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    once: set[tuple[str, tuple[str, ...], Values]] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    differed: dict[str, set[str]] = field(default_factory=dict)
    listed: dict[str, set[str]] = field(default_factory=dict)

    def add(
        self,
        commit: Commit,
        against: Sequence[tuple[Step, ...]],
        time: int,
        versions: Versions,
        reference_names: ReferenceNames,
    ) -> None:
        """Takes in one commit: the files that differ from each of its parents, and when it came into the history."""
        reference_names.enter(commit, against[0])
        changed: set[str] | None = None
        for parent, steps in zip(commit.parents or ("",), against, strict=True):
            seen = self._seen(commit, parent, steps, versions, reference_names)
            changed = seen if changed is None else changed & seen
        for each in changed or ():
            self.tallies.setdefault(each, Tally()).add(time)

    @classmethod
    def of(cls, plain: Any) -> ChangeCounts:
        """The counts that `plain` gave."""
        return cls(
            {each: Tally(*values) for each, values in plain["tallies"].items()},
            {
                (folder, tuple(sites), tuple((kind, slug) for kind, slug in values))
                for folder, sites, values in plain["once"]
            },
            plain["names"],
            plain["moved"],
            {each: set(dates) for each, dates in plain["differed"].items()},
            {each: set(sites) for each, sites in plain["listed"].items()},
        )

    def plain(self) -> dict[str, Any]:
        """The counts as lists and texts, to be kept."""
        tallies = {each: astuple(tally) for each, tally in self.tallies.items()}
        differed = {each: sorted(dates) for each, dates in self.differed.items()}
        listed = {each: sorted(sites) for each, sites in self.listed.items()}
        kept = {"names": self.names, "moved": self.moved, "differed": differed, "listed": listed}
        return {"tallies": tallies, "once": sorted(self.once), **kept}

    def history_of(self, activity_id: str) -> Tally:
        """The tally of an activity, what it was called before included."""
        whole, seen = Tally(), set[str]()
        while activity_id and activity_id not in seen:
            seen.add(activity_id)
            each = self.tallies.get(activity_id, Tally())
            if each.count:
                whole.first = min(whole.first, each.first) if whole.count else each.first
                whole.last = max(whole.last, each.last)
                whole.count += each.count
            activity_id = each.before
        return whole

    def _seen(
        self, commit: Commit, parent: str, steps: tuple[Step, ...], versions: Versions, reference_names: ReferenceNames
    ) -> set[str]:
        """The activities that look different after these steps."""
        before: dict[str, ActivityFingerprint] = {}
        after: dict[str, ActivityFingerprint] = {}
        old: dict[str, ReferenceFingerprint] = {}
        new: dict[str, ReferenceFingerprint] = {}
        for step in steps:
            was, now = versions.activity(step.before), versions.activity(step.after)
            if was is not None:
                before[was.id] = was
            if now is not None:
                after[now.id] = now
                if now.differing:
                    self.differed.setdefault(now.id, set()).update(now.differing)
                if not now.digest.startswith("!"):
                    self.once.add((_folder(step.after), now.sites, now.values))
            if was is not None and now is not None and was.id != now.id and _same(was, now):
                self.tallies.setdefault(now.id, Tally(before=was.id))
            old |= versions.reference_files(step.before)
            new |= versions.reference_files(step.after)
            self._note_move(step)
        seen: set[str] = set()
        for identifier in before.keys() | after.keys():
            was, now = before.get(identifier), after.get(identifier)
            same = was is not None and now is not None and was.digest == now.digest
            if same and was and now and was.refers != now.refers:
                same = reference_names.resolve(was.refers, parent) == reference_names.resolve(now.refers, commit.name)
            if not same:
                seen.add(identifier)
        for name, record in new.items():
            self.names[name] = record.key
            self.listed.setdefault(record.key, set()).update(record.sites)
        records = differing(old, new)
        if records and commit.parents:
            seen |= referring(versions.at(commit.name), records, versions)
        return seen

    def _note_move(self, step: Step) -> None:
        if step.before and step.after and step.before[0] != step.after[0] and is_reference_file(step.after[0]):
            self.moved[step.before[0].removesuffix(".yaml")] = step.after[0].removesuffix(".yaml")


def dated(commits: Mapping[str, Commit], head: str) -> dict[str, int]:
    """Takes the commits by name, parents first, and the newest; gives when each commit came in: its own time, but not
    before its parents' and not after the merge that brought it.

    A clock that was wrong on one computer can so never make a change look older than what it changes, nor put it in a
    future that no later change can pass. The commits are given parents first, by name.
    """
    brought: dict[str, int] = {}
    for name in main_line(commits, head):
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in brought and each in commits:
                brought[each] = commits[name].time
                waiting.extend(commits[each].parents)
    times: dict[str, int] = {}
    for name, commit in commits.items():
        own = min(commit.time, brought.get(name, commit.time))
        times[name] = max([own, *(times[parent] for parent in commit.parents if parent in times)])
    return times


def main_line(commits: Mapping[str, Commit], head: str) -> list[str]:
    """Takes the commits by name and the newest; gives the commits that were the end of this branch one after another,
    oldest first.
    """
    line = [head]
    while (parents := commits[line[-1]].parents) and parents[0] in commits:
        line.append(parents[0])
    line.reverse()
    return line


def _folder(key: Key | None) -> str:
    return key[0].split("/")[1] if key else ""


def _same(was: ActivityFingerprint, now: ActivityFingerprint) -> bool:
    """Whether a file with another name is still that activity, and not the next one made from its copy."""
    return (was.digest != "" and was.digest == now.digest) or (was.core != "" and was.core == now.core)


def differing(old: Mapping[str, ReferenceFingerprint], new: Mapping[str, ReferenceFingerprint]) -> set[str]:
    """Takes records before and after; gives the names of the records that a calendar shows otherwise now, came, or
    went.
    """
    digests = ({name: record.digest for name, record in records.items()} for records in (old, new))
    before, after = digests
    return {name for name in before.keys() | after.keys() if before.get(name, "") != after.get(name, "")}


def referring(files: Mapping[str, str], records: set[str], versions: Versions) -> set[str]:
    """Takes files, records and the versions; gives the activities among these files that refer to one of the records,
    or to a place that does.
    """
    names = set(records)
    for key in files.items():
        names.update(
            name for name, record in versions.reference_files(key).items() if records.intersection(record.refers)
        )
    traces = (versions.activity(key) for key in files.items())
    return {each.id for each in traces if each is not None and names.intersection(each.refers)}
