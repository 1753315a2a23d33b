"""What was sent twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.proposals import TODAY, proposed, some

from meedoen.review.double import copies, doubles
from meedoen.review.proposal import Proposal

TALK = "organisator: taalhuis\n"
TEXT = (
    "Wil je beter Nederlands leren spreken? Kom dan oefenen. Een vrijwilliger helpt je. "
    "Je praat over gewone dingen, zoals het weer."
)
OTHER_TOWN = "content/activiteiten/sliedrecht/"


@pytest.mark.parametrize(
    ("header", "rules"),
    [
        (TALK, ["lijkt-dubbel"]),
        ("", ["lijkt-dubbel"]),
        (f"{TALK}titel: TAALCAFE (gratis)", ["lijkt-dubbel"]),
        (f"{TALK}datum: 8 december 2026", ["lijkt-dubbel"]),
        (f"{TALK}locatie: wijkcentrum", ["misschien-dubbel"]),
        (f"{TALK}titel: Schaken voor ouderen", []),
        # The next season, and what an organiser does itself on another day, at another hour or place.
        (f"{TALK}datum: 7 september 2027", []),
        ("datum: 8 december 2026", []),
        ("tijd: 14.00 - 15.30", []),
        ("locatie: wijkcentrum", []),
    ],
)
def test_new_activity_looks_like_one_that_is_there(header: str, rules: list[str]) -> None:
    found = doubles(proposed("nieuw", header, others=[some("oud")]))
    assert [each.problem.rule for each in found] == rules


def test_change_of_something_else_is_no_new_double() -> None:
    others = [some("oud")]
    assert list(doubles(proposed("nieuw", f"{TALK}prijs: gratis", before=TALK, others=others))) == []
    assert len(list(doubles(proposed("nieuw", TALK, before=f"{TALK}titel: Schaken", others=others)))) == 1


def test_of_two_in_one_proposal_the_last_hears_of_the_first() -> None:
    one, two = proposed("een", TALK), proposed("twee")
    both = Proposal(one.network, (*one.changes, *two.changes), (), TODAY)
    assert [(each.problem.place.path[-7:], each.other[-6:]) for each in doubles(both)] == [("twee.md", "een.md")]


@pytest.mark.parametrize(
    ("header", "body", "number"),
    [
        (TALK, TEXT, 1),
        (TALK, f"{TEXT} Tot dan.", 0),
        ("", TEXT, 0),  # the organisation itself may
    ],
)
def test_one_text_for_two_municipalities(header: str, body: str, number: int) -> None:
    other = some("oud", f"{TALK}locatie: bibliotheek-sliedrecht", TEXT, OTHER_TOWN)
    assert len(list(copies(proposed("nieuw", header, body, others=[other])))) == number


def test_short_text_is_alike_by_chance() -> None:
    other = some("oud", f"{TALK}locatie: bibliotheek-sliedrecht", "Kom je ook?", OTHER_TOWN)
    assert list(copies(proposed("nieuw", TALK, "Kom je ook?", others=[other]))) == []


def test_same_text_in_the_same_municipality_is_no_copy() -> None:
    assert list(copies(proposed("nieuw", TALK, TEXT, others=[some("oud", TALK, TEXT)]))) == []


def test_copies_within_one_proposal_are_found() -> None:
    one = proposed("een", TALK, TEXT)
    two = proposed("twee", f"{TALK}locatie: bibliotheek-sliedrecht", TEXT, folder=OTHER_TOWN)
    (found,) = copies(replace(one, changes=(*one.changes, *two.changes)))
    assert found.problem.message == (
        "Dezelfde tekst staat ook in de map papendrecht: content/activiteiten/papendrecht/een.md, regel 3."
    )
