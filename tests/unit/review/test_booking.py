"""Two bookings at one moment: the sweep against comparing all with all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import dates

from meedoen.review.booking import Booking, booking, clashes_between, met_before

START = datetime(2026, 12, 1)  # noqa: DTZ001 - only the order counts
MINUTES = st.integers(0, 60)
PATHS = tuple("abcdefg")
BOOKINGS = st.lists(
    st.builds(
        lambda start, length, key, by: Booking(
            START + timedelta(minutes=start), START + timedelta(minutes=start + length), key, by
        ),
        MINUTES,
        st.integers(1, 30),
        st.sampled_from(("zaal", "keuken")),
        st.sampled_from(PATHS),
    ),
    max_size=24,
)


def naive(bookings: list[Booking], proposed: frozenset[str]) -> list[tuple[Booking, Booking]]:
    """All pairs that overlap, by looking at all pairs."""
    return [
        (one, two)
        for one, two in combinations(sorted(bookings), 2)
        if one.key == two.key and one.by != two.by and {one.by, two.by} & proposed
        and one.start < two.end and two.start < one.end
    ]  # fmt: skip


@given(BOOKINGS, st.frozensets(st.sampled_from(PATHS)))
def test_sweep_finds_what_comparing_all_with_all_finds(bookings: list[Booking], proposed: frozenset[str]) -> None:
    assert sorted(clashes_between(bookings, proposed)) == sorted(naive(bookings, proposed))


@given(BOOKINGS)
def test_what_is_asked_for_twice_is_found_in_one_step_for_each(bookings: list[Booking]) -> None:
    by_itself = [replace(each, by=str(number)) for number, each in enumerate(bookings)]
    everybody = naive(by_itself, frozenset(each.by for each in by_itself))
    found = list(met_before(by_itself))
    assert [pair for pair in found if pair not in everybody] == []
    assert {one.key for one, _ in found} == {one.key for one, _ in everybody}


@pytest.mark.parametrize(
    ("header", "minutes"),
    [
        ("tijd: 10.00 - 11.30", 90),
        ("tijd: 22.00 - 1.00", 180),
        ("tijd: vanaf 10.00 uur", 1),
        ("einddatum: 2 december 2026\ntijd: 10.00 - 11.30", 25 * 60 + 30),
        ("einddatum: 4 december 2026\ntijd: 10.00 - 11.30", None),
        ("hele-dag: ja", None),
    ],
    ids=["gewoon", "na-middernacht", "zonder-einde", "twee-dagen", "vier-dagen", "hele-dag"],
)
def test_booking_is_as_long_as_the_occurrence(header: str, minutes: int | None) -> None:
    (occurrence,) = dates(header)
    found = booking(occurrence, "zaal")
    assert (found and round((found.end - found.start).total_seconds() / 60)) == minutes
