from __future__ import annotations

import pytest

from meedoen.language.wording import MONTHS, WEEKDAYS
from meedoen.notation.time.names import meant_month, meant_weekday, month_number, nearest, weekday_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("januari", 1), ("Jan.", 1), ("MRT", 3), ("maa", 3), ("sept.", 9), ("dec", 12), ("desember", None),
        ("", None),
    ],
)  # fmt: skip
def test_month_number(word: str, number: int | None) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(("word", "number"), [("maandag", 0), ("Di.", 1), ("ZO", 6), ("monday", None), ("", None)])
def test_weekday_number(word: str, number: int | None) -> None:
    assert weekday_number(word) == number


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("desember", "december"), ("March", "maart"), ("may", "mei"), ("oct.", "oktober"),
        ("jannuari", "januari"), ("okober", "oktober"), ("xyz", None), ("", None), ("j" * 200, None),
    ],
)  # fmt: skip
def test_meant_month(word: str, name: str | None) -> None:
    assert meant_month(word) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Tuesday", "dinsdag"),
        ("sun", "zondag"),
        ("disndag", "dinsdag"),
        ("woendag", "woensdag"),
        ("op", None),
    ],
)
def test_meant_weekday(word: str, name: str | None) -> None:
    assert meant_weekday(word) == name


@pytest.mark.parametrize("names", [MONTHS, WEEKDAYS])
def test_nearest_of_a_good_name_is_that_name(names: tuple[str, ...]) -> None:
    assert tuple(nearest(name, names) for name in names) == names
