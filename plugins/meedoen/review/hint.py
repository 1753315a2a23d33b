"""One hint for a reviewer, and where in the proposed file it points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.language.problems import FilePosition as Spot
from meedoen.language.problems import Problem
from meedoen.language.slug import slugify
from meedoen.notation.text.tree import Mapping, Node, Scalar
from meedoen.programme.activity import Activity
from meedoen.programme.place import Place
from meedoen.review.proposal import FileChange, Proposal


@dataclass(frozen=True, slots=True)
class Hint:
    """A problem of level aandacht. `other` is the path of the file that it is about as well, if there is one."""

    problem: Problem
    other: str = ""


def shown_path(proposal: Proposal, path: str, *keys: str) -> str:
    """Takes the path of another file and keys; gives the path, with the line of the first of these fields.

    Without a line where the text of the file is not at hand.
    """
    place = proposal.place(path, *keys)
    return path if place == Spot(path) else f"{path}, regel {place.line}"


def place_of(proposal: Proposal, path: str, words: str, *keys: str) -> Spot:
    """Takes the path of a proposed file, words and keys; gives where the words stand in its fields or its text.

    Else where the first of these fields stands.
    """
    document, words = proposal.documents.get(path), words.lower()
    if document is None or not words:
        return proposal.place(path, *keys)
    for scalar in _scalars(document.fields):
        if words in scalar.text.lower():
            return Spot(path, scalar.line, scalar.column, scalar.length)
    for number, line in enumerate(document.body.split("\n")):
        if (column := line.lower().find(words)) >= 0:
            return Spot(path, document.body_line + number, column + 1, len(words))
    return proposal.place(path, *keys)


def _scalars(node: Node) -> Iterable[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for each in (value for _, value in node.entries) if isinstance(node, Mapping) else node.items:
            yield from _scalars(each)


def with_new_text(proposal: Proposal) -> Iterator[Activity]:
    """Takes a proposal; gives the activities of which it brings the text or the links."""
    for change in proposal.changes:
        if change.after and (change.before is None or _read(change.before) != _read(change.after)):
            yield change.after


def _read(activity: Activity) -> tuple[object, ...]:
    online = [each.online for each in activity.changes]
    return (activity.name, activity.summary, activity.body, activity.registration, activity.online, online)


def new_dates(
    change: FileChange, today: date, of: Callable[[Occurrence], object] = lambda each: at(each.place)
) -> tuple[Occurrence, ...]:
    """Takes a change, today and what else counts; gives the occurrences still to come that the change brings.

    Those have another day, time, or whatever `of` tells; by default another place.
    """

    def known(each: Occurrence) -> tuple[object, ...]:
        return each.day, each.times, each.last_day, of(each)

    before = {known(each) for each in to_come(change.before, today)} if change.before else set()
    return tuple(each for each in to_come(change.after, today) if known(each) not in before) if change.after else ()


def at(place: Place | None) -> str:
    """Takes a place; gives what it is known by: its name in the list, or that which one activity gave it.

    "" when it is online.
    """
    return (place.slug or slugify(place.name)) if place else ""


def to_come(activity: Activity, today: date) -> tuple[Occurrence, ...]:
    """Takes an activity and today; gives the occurrences that people can still come to."""
    return tuple(each for each in occurrences(activity) if each.last_day >= today and each.takes_place)
