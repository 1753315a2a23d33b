from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language import wording

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("year", "weekday", "short", "expected"),
    [
        (True, False, False, "1 december 2026"),
        (False, False, False, "1 december"),
        (True, True, False, "dinsdag 1 december 2026"),
        (False, True, False, "dinsdag 1 december"),
        (True, False, True, "1 dec 2026"),
        (True, True, True, "di 1 dec 2026"),
        (False, True, True, "di 1 dec"),
    ],
)
def test_day_in_each_form(year: bool, weekday: bool, short: bool, expected: str) -> None:
    assert wording.day(date(2026, 12, 1), year=year, weekday=weekday, short=short) == expected


def test_names_are_complete() -> None:
    lengths = [len(names) for names in (wording.MONTHS, wording.MONTHS_SHORT, wording.WEEKDAYS, wording.WEEKDAYS_SHORT)]
    assert lengths == [12, 12, 7, 7]


@given(DAYS)
def test_day_starts_with_the_name_of_its_weekday(d: date) -> None:
    assert wording.day(d, weekday=True) == f"{wording.WEEKDAYS[d.weekday()]} {wording.day(d)}"


@pytest.mark.parametrize(
    ("t", "expected"),
    [
        (time(19, 30), "19.30"),
        (time(9, 0), "9.00"),
        (time(0, 5), "0.05"),
        (time(23, 59, 59), "23.59"),
    ],
)
def test_clock(t: time, expected: str) -> None:
    assert wording.clock(t) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (time(10), time(11, 30), "10.00 tot 11.30 uur"),
        (time(19, 30), None, "vanaf 19.30 uur"),
        (None, time(17), "tot 17.00 uur"),
        (None, None, "hele dag"),
        (time(22), time(1), "22.00 tot 1.00 uur"),
        (time(20), time(0), "20.00 tot 24.00 uur"),
        (time(0), None, "vanaf 0.00 uur"),
    ],
)
def test_time_span(start: time | None, end: time | None, expected: str) -> None:
    assert wording.time_span(start, end) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), "1 december 2026"),
        (date(2026, 12, 1), date(2026, 12, 3), "1 tot en met 3 december 2026"),
        (date(2026, 11, 30), date(2026, 12, 3), "30 november tot en met 3 december 2026"),
        (date(2026, 12, 21), date(2027, 1, 3), "21 december 2026 tot en met 3 januari 2027"),
        (date(2026, 12, 1), date(2027, 12, 3), "1 december 2026 tot en met 3 december 2027"),
    ],
)
def test_date_span(a: date, b: date, expected: str) -> None:
    assert wording.date_span(a, b) == expected


@pytest.mark.parametrize(
    ("items", "last", "expected"),
    [
        ([], "en", ""),
        (["a"], "en", "a"),
        (["a", "b"], "en", "a en b"),
        (["a", "b", "c"], "en", "a, b en c"),
        (("a", "b", "c"), "of", "a, b of c"),
    ],
)
def test_list_of(items: list[str], last: str, expected: str) -> None:
    assert wording.list_of(items, last) == expected


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "0 activiteiten"), (1, "1 activiteit"), (3, "3 activiteiten"), (1200, "1.200 activiteiten")],
)
def test_count(n: int, expected: str) -> None:
    assert wording.count(n, "activiteit", "activiteiten") == expected


def test_ordinal() -> None:
    assert [wording.ordinal(n) for n in (1, 2, 31)] == ["1e", "2e", "31e"]


@pytest.mark.parametrize(
    ("cents", "expected"),
    [
        (0, "gratis"),
        (500, "€ 5"),
        (750, "€ 7,50"),
        (5, "€ 0,05"),
        (125_000, "€ 1.250"),
        (125_001, "€ 1.250,01"),
    ],
)
def test_money(cents: int, expected: str) -> None:
    assert wording.money(cents) == expected


@pytest.mark.parametrize(
    ("contrast", "expected"), [(1.0, "1,0 : 1"), (4.499, "4,4 : 1"), (4.5, "4,5 : 1"), (21.0, "21,0 : 1")]
)
def test_ratio_is_never_better_than_it_is(contrast: float, expected: str) -> None:
    assert wording.ratio(contrast) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "“”"),
        ("31-11-2026", "“31-11-2026”"),
        ("één", "“één”"),
        ("a\nb\tc\x00d", "“a�b�c�d”"),
        ("a\u202eb\u200bc\u2028d\x85e\ud800f", "“a�b�c�d�e�f”"),
        ("a\u00a0b", "“a b”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
        ("x" * 58 + " yz", f"“{'x' * 58}…”"),
    ],
)
def test_quote(text: str, expected: str) -> None:
    assert wording.quote(text) == expected


def test_quote_with_own_length() -> None:
    assert wording.quote("abcdef", longest=4) == "“abc…”"


@given(st.text(max_size=300))
def test_quote_of_any_text_is_one_printable_line(text: str) -> None:
    quoted = wording.quote(text)
    assert quoted.isprintable()
    assert len(quoted) <= 62
