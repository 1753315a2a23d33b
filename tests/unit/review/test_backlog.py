"""What waits: the day that matters, the order, and the text to close with."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from tests.proposals import TODAY, some

from meedoen.review.backlog import Waiting, WaitingActivity, farewell, in_order, item
from meedoen.review.proposal import FileChange

WEEKLY = "datum: 17 november 2026\nherhaling: elke dinsdag\ntot: 5 keer\n"
CANCELLED = f"{WEEKLY}wijzigingen:\n  - datum: 8 december 2026\n    status: afgelast\n    reden: Ziek\n"


@pytest.mark.parametrize(
    ("before", "after", "gone", "what", "first", "is_over"),
    [
        (None, "", False, "nieuw", date(2026, 12, 1), False),
        (None, WEEKLY, False, "nieuw", date(2026, 11, 24), False),
        (None, "datum: 3 november 2026", False, "nieuw", None, True),
        (
            None,
            "datum: 20 november 2026\neinddatum: 30 november 2026\ntijd: 10.00 - 17.00",
            False,
            "nieuw",
            TODAY,
            False,
        ),
        (WEEKLY, CANCELLED, False, "verandert", date(2026, 12, 8), False),
        (WEEKLY, f"{WEEKLY}prijs: gratis", False, "verandert", date(2026, 11, 24), False),
        (WEEKLY, None, True, "weg", date(2026, 11, 24), False),
        ("datum: 3 november 2026", None, True, "weg", None, True),
        (WEEKLY, None, False, "verandert", None, False),
        (None, None, False, "nieuw", None, False),
    ],
)
def test_day_that_matters(
    before: str | None, after: str | None, gone: bool, what: str, first: date | None, is_over: bool
) -> None:
    old, new = (None if header is None else some("een", header) for header in (before, after))
    found = item(FileChange("content/activiteiten/papendrecht/een.md", old, new, gone=gone), TODAY)
    assert (found.what, found.first, found.is_over) == (what, first, is_over)


def waiting(name: str, *firsts: int | None, since: int = 3, over: bool = False) -> Waiting:
    """A proposal with activities that matter in so many days."""
    days = [None if each is None else TODAY + timedelta(days=each) for each in firsts]
    items = tuple(
        WaitingActivity(path="x.md", name=f"Titel {first}", what="nieuw", first=day, is_over=over)
        for first, day in zip(firsts, days, strict=True)
    )
    return Waiting(name, f"refs/heads/{name}", TODAY - timedelta(days=since), items)


def test_what_expires_first_comes_first() -> None:
    ordered = [
        waiting("vandaag", 9, 0),
        waiting("langst", 2, since=9),
        waiting("a", 2),
        waiting("b", 2),
        waiting("onbekend", None),
        waiting("voorbij", None, over=True),
    ]
    for shuffled in list(permutations(ordered))[::37]:
        assert in_order(shuffled) == ordered


def test_proposal_is_over_when_all_in_it_is() -> None:
    assert waiting("x", None, None, over=True).is_over
    assert not waiting("x", None).is_over
    assert not Waiting("x", "x", TODAY, ()).is_over
    assert not Waiting("x", "x", TODAY, waiting("x", None, over=True).items, unread=1).is_over


def test_farewell_names_what_was_sent() -> None:
    assert farewell(waiting("x", 1, over=True), 3) == (
        "Dag! Bedankt voor “Titel 1”. Het is ons niet gelukt om dit op tijd te lezen: de datum is al geweest. Daarom "
        "sluiten we dit voorstel. Dat spijt ons. Stuur je nog eens iets in? Graag! Doe het liefst minstens 3 werkdagen "
        "van tevoren."
    )
    many = farewell(waiting("x", 1, 2, 3, 4, 5, over=True), 1)
    assert "“Titel 1”, “Titel 2”, “Titel 3” en nog 2. " in many
    assert "de datums zijn al geweest" in many
    assert "minstens 1 werkdag van tevoren" in many
