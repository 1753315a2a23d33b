"""A proposal as a value: what a change is, the programme as it would be, and where a field stands."""

from __future__ import annotations

import pytest
from tests.builders import activity, document
from tests.unit.review.proposals import PATH, proposal

from meedoen.language.problems import FilePosition
from meedoen.review.proposal import FileChange


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (False, True, (True, False)),
        (True, False, (False, True)),
        (True, True, (False, False)),
        (False, False, (False, False)),
    ],
)
def test_change_is_new_or_a_removal_or_neither(before: bool, after: bool, kind: tuple[bool, bool]) -> None:
    change = FileChange(PATH, activity() if before else None, activity() if after else None)
    assert (change.is_new, change.is_removal) == kind


def test_programme_is_what_stays_and_what_is_proposed_in_order_of_path() -> None:
    folder = PATH.rpartition("/")[0]
    first, last = activity("titel: Eerst", path=f"{folder}/a.md"), activity("titel: Laatst", path=f"{folder}/z.md")
    proposed, gone = activity("titel: Midden"), FileChange(f"{folder}/weg.md", activity("titel: Weg"), None, gone=True)
    found = proposal(FileChange(PATH, None, proposed), gone, others=(first, last))
    assert [each.name for each in found.activities] == ["Eerst", "Midden", "Laatst"]


def test_place_is_that_of_the_first_field_that_is_there() -> None:
    found = proposal(documents={PATH: document("titel: Thee\ntijd: 9.00")})
    assert [found.place(PATH, "prijs", "tijd"), found.place(PATH, "prijs"), found.place("elders", "tijd")] == [
        FilePosition(PATH, 3, 1, 4),
        FilePosition(PATH),
        FilePosition("elders"),
    ]
