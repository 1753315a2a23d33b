from __future__ import annotations

import pytest
from tests.builders import read

from meedoen.agenda.likeness import DOUBLE, PERHAPS, likenesses
from meedoen.programme.activity import Activity

OTHER = "content/activiteiten/papendrecht/ander.md"


def activity(header: str, path: str = OTHER) -> Activity:
    found, problems = read(header, path=path)
    assert found, problems
    return found


def score(header: str) -> int:
    """How much an activity looks like the Taalcafé of 1 December in the library."""
    found = likenesses(activity("", "content/activiteiten/papendrecht/taalcafe.md"), [activity(header)])
    return found[0].score if found else 0


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", 100),
        ("titel: TAALCAFE (gratis)", 93),
        ("datum: 2 december 2026", 95),
        ("datum: 8 december 2026", 88),
        ("datum: 9 december 2026", 75),
        ("locatie: wijkcentrum", 80),
        ("datum: 24 november 2026\nherhaling: elke dinsdag\ntot: 10 keer", 100),
        ("titel: Schaken", 0),
        ("online: link na aanmelding", 80),
    ],
)
def test_score(header: str, expected: int) -> None:
    assert score(header) == expected


def test_example_of_the_standard_is_double() -> None:
    one = activity("titel: DIGITAAL SPREEKUUR (gratis)")
    (found,) = likenesses(one, [activity("titel: Digitaal spreekuur", OTHER.replace("ander", "anders"))])
    assert found.score >= 90
    assert found.is_double
    assert DOUBLE > PERHAPS


def test_not_itself_and_not_of_another_municipality() -> None:
    one = activity("")
    there = activity("locatie: bibliotheek-sliedrecht", "content/activiteiten/sliedrecht/ander.md")
    assert likenesses(one, [one, there]) == ()


def test_nearest_first_and_no_more_than_asked() -> None:
    others = [activity("", OTHER.replace("ander", f"a{number}")) for number in range(5)]
    near = activity("locatie: wijkcentrum", OTHER.replace("ander", "ver"))
    found = likenesses(activity(""), [near, *others])
    assert [each.activity.id for each in found] == ["papendrecht-a0", "papendrecht-a1", "papendrecht-a2"]
