from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.notation.time.clock import Times, parse_times
from meedoen.programme.opening_hours import read_opening_hours

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def is_open(texts: dict[str, str], day: str, span: str) -> bool | None:
    """Whether a place with these hours is open on that day all that time."""
    hours, times = read_opening_hours(texts), parse_times(span)
    assert isinstance(times, Times)
    return hours.covers(DAYS.index(day), times) if hours else None


@pytest.mark.parametrize(
    ("texts", "day", "span", "expected"),
    [
        ({"maandag": "10.00 - 17.00"}, "maandag", "10.00 - 17.00", True),
        ({"maandag": "10.00 - 17.00"}, "maandag", "9.30 - 11.00", False),
        ({"maandag": "10.00 - 17.00"}, "maandag", "16.00 - 17.30", False),
        ({"maandag": "10.00 - 17.00"}, "dinsdag", "10.00 - 11.00", False),
        ({"ma": "10:00-17:00 uur"}, "maandag", "vanaf 12.00 uur", True),
        ({"maandag": "10.00 - 12.00 en 13.00 - 17.00"}, "maandag", "13.00 - 15.00", True),
        ({"maandag": "10.00 - 12.00, 13.00 - 17.00"}, "maandag", "11.00 - 14.00", False),
        ({"maandag t/m vrijdag": "9.00 - 18.00"}, "woensdag", "10.00 - 11.00", True),
        ({"ma-vr": "9.00 - 18.00"}, "zaterdag", "10.00 - 11.00", False),
        ({"za - ma": "9.00 - 18.00"}, "zondag", "10.00 - 11.00", True),
        ({"dinsdag en donderdag": "9.00 - 18.00"}, "donderdag", "10.00 - 11.00", True),
        ({"dagelijks": "9.00 - 18.00", "zondag": "gesloten"}, "zondag", "10.00 - 11.00", False),
        ({"vrijdag": "20.00 - 1.00"}, "vrijdag", "21.00 - 0.30", True),
        ({"vrijdag": "9.00 - 18.00"}, "vrijdag", "17.00 - 1.00", False),
        ({"Zondag": "Dicht", "maandag": "9.00 - 18.00"}, "zondag", "10.00 - 11.00", False),
        # What nobody can tell.
        ({"maandag": "op afspraak", "dinsdag": "9.00 - 18.00"}, "maandag", "10.00 - 11.00", None),
        ({"maandag": "vanaf 9.00 uur"}, "dinsdag", "10.00 - 11.00", None),
        ({"zomer": "9.00 - 18.00", "maandag": "9.00 - 18.00"}, "dinsdag", "10.00 - 11.00", None),
        ({}, "maandag", "10.00 - 11.00", None),
    ],
)
def test_place_is_open(texts: dict[str, str], day: str, span: str, expected: bool | None) -> None:
    assert is_open(texts, day, span) is expected


@given(st.dictionaries(st.text(max_size=30) | st.sampled_from(DAYS), st.text(max_size=90), max_size=8))
def test_any_text_can_be_read(texts: dict[str, str]) -> None:
    hours = read_opening_hours(texts)
    assert hours is None or all(
        hours.covers(day, Times(time(3), time(4), False)) in (True, False, None) for day in range(7)
    )
