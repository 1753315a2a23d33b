"""The newsletters of a proposal: what it makes wrong with them, and how those that it changes will read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from meedoen.content.content_tree import Tree
from meedoen.content.layout import EDITIONS
from meedoen.language.problems import Problem
from meedoen.newsletter.archive_reader import read_archive
from meedoen.newsletter.checking import unknown_activities
from meedoen.newsletter.draft_comparison import difference_lines
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.publishing.newsletter_workspace import NewsletterWorkspace, examined, shown
from meedoen.review.proposal import ProposedLetter

_HERE = f"content/{EDITIONS}/"
_MOST = 5


def letters(
    tree: Tree, network: Network, activities: tuple[Activity, ...], today: date, changed: frozenset[str]
) -> tuple[tuple[ProposedLetter, ...], tuple[Problem, ...]]:
    """Takes the tree, the network, the activities, the day and the changed files; gives the editions among the changed
    files as they will read, the first five; what is wrong with the changed files.
    """
    if not any(path.startswith(_HERE) for path in changed):
        return (), ()
    room, problems = examined(tree, network, activities, today)
    return tuple(_read_out(room, changed)), tuple(each for each in problems if each.place.path in changed)


def _read_out(room: NewsletterWorkspace, changed: frozenset[str]) -> Iterator[ProposedLetter]:
    editions = [each for each in room.archive.editions.values() if each.path in changed]
    for edition in editions[:_MOST]:
        other = room.archive.editions.get(edition.previous)
        differs = difference_lines(room.against(edition, other), markdown=False) if other else ()
        text = room.read_out(room.drafts((edition,))[0])
        yield ProposedLetter(edition.slug, tuple(text), tuple(differs))


def broken(
    tree: Tree,
    network: Network,
    before: Iterable[Activity],
    after: Iterable[Activity],
    changed: frozenset[str],
) -> tuple[Problem, ...]:
    """Takes the tree, the network, the activities before and after, and the changed files; gives editions that stay as
    they are, but name an activity that the proposal takes away.
    """
    archive, _ = read_archive(tree.editions, tree.locks, network)
    already = frozenset(unknown_activities(archive, shown(before)))
    now = unknown_activities(archive, shown(after))
    return tuple(each for each in now if each not in already and each.place.path not in changed)
