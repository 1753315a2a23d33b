from __future__ import annotations

import pytest

from meedoen.notation.fields.parsers import parse_choice
from meedoen.notation.schema import ACTIVITY
from meedoen.notation.schema.activity_table import CHANGE, REGISTRATION
from meedoen.notation.schema.field import Table
from meedoen.notation.schema.status import OF_AN_ACTIVITY, EventStatus, RegistrationStatus


@pytest.mark.parametrize(
    ("table", "choices"),
    [(ACTIVITY, OF_AN_ACTIVITY), (CHANGE, tuple(EventStatus)), (REGISTRATION, tuple(RegistrationStatus))],
)
def test_choices_of_a_state_are_its_members(table: Table, choices: tuple[str, ...]) -> None:
    row = table.by_attribute["status"]
    assert (row.choices, {type(each) for each in row.choices}) == (choices, {type(choices[0])})


@pytest.mark.parametrize("text", ["afgelast", "Afgelast", "geannuleerd", "gaat niet door"])
def test_word_for_a_state_becomes_the_member_itself(text: str) -> None:
    assert parse_choice(text, tuple(EventStatus)) is EventStatus.CANCELLED


def test_member_is_written_as_people_write_it() -> None:
    assert (f"{EventStatus.RESCHEDULED}", str(RegistrationStatus.NOT_YET_OPEN)) == ("verplaatst", "nog niet open")
