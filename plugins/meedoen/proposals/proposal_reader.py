"""A proposal from the disk and from Git: what it changes, and the problems that are of its making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meedoen.agenda.library import Library, claim, clashes, read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.content.source import SourceFile, visible
from meedoen.git.command import GitFailed
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.proposals.before import Before, Current, read_before
from meedoen.proposals.differences import Differences, differences
from meedoen.proposals.moves import moves
from meedoen.proposals.newsletters import broken, letters
from meedoen.proposals.origin import Origin, no_answer
from meedoen.proposals.programme import read_programme
from meedoen.proposals.texts import Texts
from meedoen.review.field_comparison import looks_different
from meedoen.review.proposal import FileChange, Proposal

_NO_HINTS = Library((), ())


@dataclass(frozen=True, slots=True)
class Reading:
    """A proposal and the problems that it brings, in order; `paths` are the files of the content that it changes.

    `proposal` is None when the content as a whole cannot be read; then `problems` says why. `old_faults` is the number
    of other files that had a fault already.
    """

    proposal: Proposal | None
    problems: tuple[Problem, ...]
    paths: tuple[str, ...]
    old_faults: int = 0


def read_proposal(root: Path, origin: Origin, today: date, sender: str = "") -> Reading:
    """Takes the content folder, where the proposal began, the day and who sends it; gives what is different in the
    content folder `root` since `origin`. Raises NoOrigin when Git does not answer.
    """
    tree = scan(root)
    network, of_network = read_network(tree.reference_files)
    differing = differences(root, origin.snapshot.files)
    if network is None:
        return Reading(None, tuple(sorted([*tree.problems, *of_network])), tuple(sorted(differing.all)))
    changed = differing.all
    paths = [path for folder in sorted(tree.activities) for path in tree.activities[folder]]
    ours = [path for path in paths if path in changed]
    unchanged = list(tree.read([path for path in paths if path not in changed]))
    others = read_programme(unchanged, network, tree.picture)
    current = Current(network, of_network, unchanged, others, tree.picture)
    try:
        before = read_before(origin, differing, current)
    except GitFailed as failure:
        raise no_answer(failure) from failure
    files = {file.path: file for file in tree.read(ours)}
    after = read_library(files.values(), network, picture=tree.picture, today=today) if files else _NO_HINTS
    lost = clashes(claim(each) for each in (*others.activities, *after.activities))
    losers = {each.place.path for each in lost}
    kept = tuple(each for each in others.activities if each.path not in losers)
    activities = {each.path: each for each in after.activities if each.path not in losers}
    seen = frozenset(visible(path) for path in changed)
    problems = [
        *(each for each in tree.problems if _is_refused(each, seen, before, network)),
        *(each for each in of_network if each.place.path in changed or _key(each) not in before.problems),
        *after.problems,
        *(each for each in others.problems if _key(each) not in before.problems or _lost_picture(each, differing)),
        *(each for each in lost if each.place.path in changed or _key(each) not in before.problems),
    ]
    there = (*kept, *activities.values())
    proposed, of_letters = letters(tree, network, there, today, changed)
    problems += of_letters
    problems += broken(tree, network, (*kept, *before.activities.values()), there, changed)
    proposal = Proposal(
        network,
        _changes(differing, files, before, activities),
        kept,
        today,
        Texts([*files.values(), *unchanged]),
        sender,
        besides=tuple(sorted(changed - files.keys() - before.files.keys())),
        removed=frozenset(differing.removed),
        outside=origin.outside,
        touched=_touched(before, kept),
        before=before.network,
        letters=proposed,
    )
    own = {_key(each) for each in problems}
    old = {each.place.path for each in (*others.problems, *tree.problems) if is_fault(each.rule)}
    old -= {path for path, *_ in own}
    return Reading(proposal, tuple(sorted(problems)), tuple(sorted(changed)), len(old))


def _key(problem: Problem) -> tuple[str, str, str]:
    """By what a problem is known again: its place may have moved by a line."""
    return problem.place.path, problem.rule, problem.message


def _is_refused(problem: Problem, changed: frozenset[str], before: Before, network: Network) -> bool:
    """Whether a file that is not read became so by the proposal: it came, or its municipality went.

    `changed` are paths as problems name them.
    """
    path = problem.place.path
    if path in changed or any(each.startswith(f"{path}/") for each in changed):
        return True
    folder = path.split("/")[2] if path.count("/") > 2 else ""
    return folder in before.towns and folder not in network.municipalities


def _lost_picture(problem: Problem, differing: Differences) -> bool:
    folder = problem.place.path.rpartition("/")[0]
    return problem.rule.startswith("afbeelding-") and any(each.rpartition("/")[0] == folder for each in differing.all)


def _changes(
    differing: Differences, files: dict[str, SourceFile], before: Before, after: dict[str, Activity]
) -> tuple[FileChange, ...]:
    gone = {path: data for path, data in before.files.items() if path in differing.removed}
    came = {path: file.data for path, file in files.items() if path in differing.added}
    ids = {each.path: each.id for each in (*before.activities.values(), *after.values())}
    moved = moves(gone, came, ids)
    changes = [
        FileChange(path, before.activities.get(moved.get(path, path)), after.get(path), moved.get(path, ""))
        for path in files
    ]
    left = gone.keys() - moved.values()
    changes += [FileChange(path, before.activities.get(path), None, gone=True) for path in left]
    return tuple(sorted(changes, key=lambda each: each.path))


def _touched(before: Before, kept: Sequence[Activity]) -> tuple[FileChange, ...]:
    """The activities that look different, or are not there any more, while their file is as it was."""
    if not before.elsewhere:
        return ()
    now = {each.path: each for each in kept}
    pairs = ((path, before.elsewhere.get(path), now.get(path)) for path in sorted(before.elsewhere.keys() | now.keys()))
    return tuple(FileChange(path, was, there) for path, was, there in pairs if looks_different(was, there))
