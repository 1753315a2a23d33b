"""What deserves a look in a proposal: the table of all hints, and what gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from meedoen.language.problems import Problem
from meedoen.review import advertisement, clash, closed, double, habit, links, ownership, published, trust
from meedoen.review.hint import Hint
from meedoen.review.proposal import Proposal

HINTS: tuple[Callable[[Proposal], Iterable[Hint]], ...] = (
    double.doubles,
    double.copies,
    clash.rooms,
    clash.organisers,
    closed.opening_hours,
    closed.public_holidays,
    closed.school_holidays,
    published.short_notice,
    published.other_dates,
    published.other_places,
    published.other_marks,
    published.removals,
    ownership.foreign_files,
    trust.other_rights,
    habit.other_labels,
    links.many_links,
    links.strange_links,
    links.short_links,
    links.false_links,
    advertisement.selling,
    advertisement.capitals,
)
"""Every kind of hint. What comes first says what two files have with each other: a double is no double booking too."""


def hints(proposal: Proposal) -> tuple[Problem, ...]:
    """Takes a proposal; gives what a reviewer would want to know of it, by file and line.

    Nothing of it stops anything.
    """
    pairs: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for kind in HINTS:
        for hint in kind(proposal):
            pair = (hint.problem.place.path, hint.other)
            if hint.other and pair in pairs:
                continue
            pairs.add(pair)
            problems.append(hint.problem)
    return tuple(sorted(problems))
