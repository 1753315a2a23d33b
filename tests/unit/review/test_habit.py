"""Labels that an organiser nearly always gives."""

from __future__ import annotations

import pytest
from tests.proposals import proposed, some

from meedoen.review.habit import other_labels

TALK = "organisator: taalhuis\n"
USUAL = f"{TALK}thema: taal\ndoelgroep: 18+\nprogrammalijn: leren\n"


def said(header: str, *others: str, before: str | None = None) -> list[str]:
    """What is said of the labels of a proposal beside these."""
    known = [some(f"oud-{number}", other) for number, other in enumerate(others)]
    return [each.problem.message for each in other_labels(proposed("nieuw", header, before=before, others=known))]


def test_labels_that_are_missing_are_named_together() -> None:
    assert said(f"{TALK}doelgroep: 18+", *[USUAL] * 6) == [
        "Bijna alles van “Taalhuis” heeft de programmalijn “Leren” en het thema “Taal”. Dit niet."
    ]


@pytest.mark.parametrize(
    ("header", "others", "number"),
    [
        (USUAL, [USUAL] * 6, 0),
        (f"{USUAL}sdg: 4", [USUAL] * 6, 0),
        (TALK, [USUAL] * 5, 0),  # too few to have a habit
        (TALK, [USUAL] * 9 + [TALK], 1),
        (TALK, [USUAL] * 8 + [TALK] * 2, 0),  # no clear habit
        ("", [USUAL] * 6, 0),  # another organiser
    ],
)
def test_habit_is_clear(header: str, others: list[str], number: int) -> None:
    assert len(said(header, *others)) == number


def test_only_labels_that_the_proposal_changes_are_told() -> None:
    assert said(f"{TALK}prijs: gratis", *[USUAL] * 6, before=TALK) == []
    assert said(f"{TALK}thema: techniek\n", *[USUAL] * 6, before=f"{TALK}thema: taal\n") == [
        "Bijna alles van “Taalhuis” heeft het thema “Taal”. Dit niet."
    ]
