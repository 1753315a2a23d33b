"""The past of the content as it stands on the disk: a revision for each activity, and what once had a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from meedoen.agenda.facet import CHOICE_KINDS, OF_A_SITE, WHOLE, combined
from meedoen.agenda.revision import Choice, Past, Revision
from meedoen.content.content_tree import Tree
from meedoen.git.repository import Commit, Repository, whole_repository
from meedoen.history.cache import HistoryCache
from meedoen.history.change_counts import ChangeCounts, Tally, dated, differing, main_line, referring
from meedoen.history.fingerprint import (
    ReferenceFingerprint,
    activity_fingerprint,
    is_activity,
    is_reference_file,
    reference_fingerprints,
)
from meedoen.history.reference_names import ReferenceNames
from meedoen.history.versions import Versions
from meedoen.programme.location import REGION
from meedoen.programme.network import Network

Tell = Callable[[str], None]
_LISTS = {kind.folder: kind.vocabulary for kind in CHOICE_KINDS if kind.vocabulary}
_KINDS = {name: folder for folder, name in _LISTS.items()}
_AT_A_TIME = 20_000  # commits whose differences are held at once


def read_past(tree: Tree, network: Network, today: date, tell: Tell = lambda _: None) -> Past:
    """Takes the tree, the network and the day; gives the past of what stands in the tree, on this day.

    `tell` hears how far a long reading is.

    What is not saved in Git yet counts as changed at the start of the day. Raises NoRepository, ShallowHistory or
    GitFailed.
    """
    repository = whole_repository(tree.root)
    cache = HistoryCache(repository.private / "meedoen", repository.prefix)
    versions = Versions(repository, cache, tell)
    try:
        counts = _counts(repository, cache, versions)
        unsaved = _unsaved(tree, repository, versions)
    finally:
        cache.close()
    base = network.organisation.sequence
    start = datetime.combine(today, time(0), UTC)
    revisions: dict[str, Revision] = {}
    new = Revision(start, start, base, saved=False)
    for identifier in counts.tallies.keys() | unsaved:
        tally = counts.history_of(identifier)
        known = _revision(tally, base) if tally.count else new
        if identifier in unsaved and tally.count:
            later = max(known.modified, start)
            known = replace(known, modified=later, sequence=known.sequence + 1, saved=False)
        revisions[identifier] = known
    renamed = {(_KINDS[old[0]], old[1]): new[1] for old, new in _moves(counts)}
    differed = {each: frozenset(map(date.fromisoformat, dates)) for each, dates in counts.differed.items()}
    return Past(revisions, _once(counts, network), renamed, new, differed)


def _revision(tally: Tally, base: int) -> Revision:
    created, modified = (datetime.fromtimestamp(each, UTC) for each in (tally.first, tally.last))
    return Revision(created, modified, max(tally.count - 1, 0) + base)


def _counts(repository: Repository, cache: HistoryCache, versions: Versions) -> ChangeCounts:
    """What all commits tell; from where the last account ended when this branch went on from there."""
    head = repository.head
    if head is None:
        return ChangeCounts()
    kept = cache.recall("account")
    if kept is not None and kept["head"] == head:
        return ChangeCounts.of(kept["account"])
    commits = {each.name: each for each in repository.commits()}
    times = dated(commits, head)
    counts, known = ChangeCounts(), set[str]()
    reference_names = ReferenceNames(versions)
    if kept is not None and kept["head"] in main_line(commits, head):
        counts, known = ChangeCounts.of(kept["account"]), _reached(commits, kept["head"])
    fresh = [each for each in commits.values() if each.name not in known]
    for start in range(0, len(fresh), _AT_A_TIME):
        _add(counts, fresh[start : start + _AT_A_TIME], times, repository, versions, reference_names)
    cache.keep("account", {"head": head, "account": counts.plain()})
    return counts


def _reached(commits: Mapping[str, Commit], head: str) -> set[str]:
    """The commit and all before it."""
    reached: set[str] = set()
    waiting = [head]
    while waiting:
        each = waiting.pop()
        if each not in reached and each in commits:
            reached.add(each)
            waiting.extend(commits[each].parents)
    return reached


def _add(
    counts: ChangeCounts,
    commits: Sequence[Commit],
    times: Mapping[str, int],
    repository: Repository,
    versions: Versions,
    reference_names: ReferenceNames,
) -> None:
    pairs = [(each.name, parent) for each in commits for parent in each.parents or (None,)]
    all_steps = list(repository.steps(pairs))
    versions.need(key for steps in all_steps for step in steps for key in (step.before, step.after) if key)
    following = iter(all_steps)
    for commit in commits:
        against = [next(following) for _ in commit.parents or (None,)]
        counts.add(commit, against, times[commit.name], versions, reference_names)


def _unsaved(tree: Tree, repository: Repository, versions: Versions) -> set[str]:
    """The ids of the activities that subscribers would see otherwise than the last commit has them."""
    changed = [path for path in repository.changed() if is_activity(path) or is_reference_file(path)]
    if not changed:
        return set()
    saved = repository.files(repository.head) if repository.head else {}
    versions.need((path, saved[path]) for path in changed if path in saved)
    differing_ids: set[str] = set()
    old: dict[str, ReferenceFingerprint] = {}
    new: dict[str, ReferenceFingerprint] = {}
    for path, data in _on_disk(tree, changed):
        key = (path, saved[path]) if path in saved else None
        if is_activity(path):
            was, now = versions.activity(key), activity_fingerprint(path, data)
            if was is None or (was.id, was.digest, was.refers) != (now.id, now.digest, now.refers):
                differing_ids.add(now.id)
        else:
            old |= versions.reference_files(key)
            new |= reference_fingerprints(path, data)
    records = differing(old, new)
    if records and repository.head:
        differing_ids |= referring(versions.at(repository.head), records, versions)
    return differing_ids


def _on_disk(tree: Tree, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Those of these files that the build reads too."""
    reference_files = {each.path.removeprefix("content/"): each.data for each in tree.reference_files}
    read = {path for paths_of in tree.activities.values() for path in paths_of}
    for path in paths:
        if path in reference_files:
            yield path, reference_files[path]
        elif f"content/{path}" in read:
            yield from ((path, each.data) for each in tree.read([f"content/{path}"]))


def _once(counts: ChangeCounts, network: Network) -> dict[str, frozenset[Choice]]:
    """By site every choice that ever had a calendar; only of values that once stood in a list of the content."""
    choices: dict[str, set[Choice]] = {each: set() for each in network.municipalities}
    for key, towns in counts.listed.items():
        name, _, slug = key.partition("/")
        if name in WHOLE or name in OF_A_SITE:
            for site in towns if name in OF_A_SITE else choices:
                if site in choices:
                    choices[site].add(((_KINDS[name], slug),))
    languages = network.vocabularies.get("talen", {})
    dutch = {f"talen/{slug}" for slug, term in languages.items() if term.code == "nl"}  # no calendar: see `facet`
    for folder, chosen, values in counts.once:
        known: dict[str, list[str]] = {}
        for kind, slug in values:
            kept = counts.names.get(f"{_LISTS[kind]}/{slug}") if kind in _LISTS else f"{kind}/{slug}"
            if kept is not None and kept not in dutch:
                known.setdefault(kind, []).append(kept.partition("/")[2])
        sites = (folder,) if folder != REGION else chosen or tuple(network.municipalities)
        for site in sites:
            if site in choices:
                choices[site].update(each for each in combined(known) if each)
    return {site: frozenset(each) for site, each in choices.items()}


def _moves(counts: ChangeCounts) -> Iterator[tuple[list[str], list[str]]]:
    """Old and new (list, slug) of the files with what activities refer to that were given another name."""
    for old, new in counts.moved.items():
        pair = (old.split("/"), new.split("/"))
        if all(len(each) == 2 and each[0] in _KINDS for each in pair) and pair[0][0] == pair[1][0]:
            yield pair
