"""Hints about labels that an organiser nearly always gives, and that are missing now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from meedoen.language.problems import Problem
from meedoen.language.wording import list_of, quote
from meedoen.programme.activity import Activity
from meedoen.programme.vocabulary import Term
from meedoen.review.hint import Hint
from meedoen.review.proposal import FileChange, Proposal

ENOUGH, CLEAR = 6, 0.9  # so many other activities, of which such a part has the label


@dataclass(frozen=True, slots=True)
class Labels:
    """A field with labels: its key, what people call it, and the labels of an activity in it."""

    key: str
    name: str
    of: Callable[[Activity], tuple[Term, ...]]


LABELS = (
    Labels("kernfunctie", "de kernfunctie", lambda each: (each.core_function,) if each.core_function else ()),
    Labels("programmalijn", "de programmalijn", lambda each: (each.programme_line,) if each.programme_line else ()),
    Labels("thema", "het thema", lambda each: each.themes),
    Labels("doelgroep", "de doelgroep", lambda each: each.audience),
)


def other_labels(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for labels that differ from the habit of the organiser, where it has one."""
    for change in proposal.changes:
        activity = change.after
        if activity is None:
            continue
        others = [each for each in proposal.others if each.organizer.slug == activity.organizer.slug]
        if len(others) < ENOUGH:
            continue
        missing = [
            (labels, term)
            for labels in LABELS
            if _is_new(change, labels)
            for term in usual(others, labels)
            if term not in labels.of(activity)
        ]
        if not missing:
            continue
        named = list_of([f"{labels.name} {quote(term.name)}" for labels, term in missing])
        typed = list_of([f"{labels.key}: {term.slug}" for labels, term in missing])
        yield Hint(Problem(
            proposal.place(activity.path, missing[0][0].key, "titel"), "andere-labels",
            f"Bijna alles van {quote(activity.organizer.name)} heeft {named}. Dit niet.",
            f"Hoort het erbij? Vraag om: {typed}"))  # fmt: skip


def usual(others: list[Activity], labels: Labels) -> list[Term]:
    """Takes activities and a field with labels; gives the labels that nearly all of them have."""
    counted = Counter(term for each in others for term in labels.of(each))
    return [term for term, number in counted.items() if number >= CLEAR * len(others)]


def _is_new(change: FileChange, labels: Labels) -> bool:
    """Whether this proposal brings what is in the field."""
    before, after = change.before, change.after
    return before is None or (after is not None and labels.of(before) != labels.of(after))
