from __future__ import annotations

import pytest
from tests.builders import activity, rules

BONAIRE = "content/activiteiten/bonaire/nacht.md"


@pytest.mark.parametrize(
    ("day", "times"),
    [
        ("28 maart 2027", "2.30 - 4.00"),
        ("28 maart 2027", "1.00 - 2.15"),
        ("27 maart 2027", "22.00 - 2.30"),
        ("31 oktober 2027", "2.30 - 4.00"),
        ("30 oktober 2027", "22.00 - 2.00"),
    ],
)
def test_time_in_the_hour_that_is_skipped_or_doubled_is_reported(day: str, times: str) -> None:
    assert rules(f"datum: {day}\ntijd: {times}") == ["tijd-overgeslagen"]


@pytest.mark.parametrize(
    ("day", "times"),
    [
        ("28 maart 2027", "1.00 - 3.00"),
        ("28 maart 2027", "0.30 - 1.59"),
        ("29 maart 2027", "2.30 - 4.00"),
        ("31 oktober 2027", "3.00 - 4.00"),
        ("31 oktober 2027", "10.00 - 11.00"),
    ],
)
def test_time_beside_that_hour_is_fine(day: str, times: str) -> None:
    assert rules(f"datum: {day}\ntijd: {times}") == []


def test_series_is_reported_once() -> None:
    assert rules("datum: 21 maart 2026\ntijd: 2.30 - 3.30\nherhaling: dagelijks\ntot: 31 oktober 2026") == [
        "tijd-overgeslagen"
    ]


def test_zone_without_summer_time_has_no_such_hour() -> None:
    header = "datum: 28 maart 2027\ntijd: 2.30 - 4.00\nlocatie: bibliotheek-bonaire"
    assert activity(header, path=BONAIRE).zone == "America/Kralendijk"
