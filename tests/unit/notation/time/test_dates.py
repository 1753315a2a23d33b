from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT, date_span, day
from meedoen.notation.time.dates import parse_date, parse_date_range

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
FRAGMENTS = st.sampled_from(
    [
        "1", "31", "12", "2026", "99", "-", "/", ".", ",", " ", "\t", "'", "²", "\u0661", "e", "de",
        "van ", " t/m ", " tot ", " - ", "di", "dinsdag ", "wo. ", "dec", "december", "mei ", "feb.",
        "march", "foo", "\u017f", "İ", "\x00",
    ]
)  # fmt: skip
ANY_TEXT = st.text(max_size=300) | st.lists(FRAGMENTS, max_size=12).map("".join)
FIRST_OF_DECEMBER = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "1 december 2026", "1 dec. 2026", "1 dec 2026", "1-12-2026", "01/12/2026", "1.12.2026",
        "2026-12-01", "2026/12/1", "di 1 dec 2026", "di. 1 dec. 2026", "dinsdag 1 december 2026",
        "Dinsdag, 1 December, 2026", " 1 - 12 - 2026 ", "1 12 2026", "1december2026", "1 DEC 2026",
        "1e december 2026", "1 december\u00a02026", "1\u201112\u20112026", "1-dec-2026", "di 1-12-2026",
        "di 2026-12-01", "dinsdag\t1  december 2026.",
    ],
)  # fmt: skip
def test_date_in_each_form(text: str) -> None:
    assert parse_date(text) == FIRST_OF_DECEMBER


@pytest.mark.parametrize("year", [2000, 2100])
def test_date_in_the_first_and_last_year(year: int) -> None:
    assert parse_date(f"31-12-{year}") == date(year, 12, 31)


@pytest.mark.parametrize("names", [MONTHS, MONTHS_SHORT])
def test_date_in_each_month(names: tuple[str, ...]) -> None:
    found = [parse_date(f"2 {name} 2027") for name in names]
    assert found == [date(2027, month, 2) for month in range(1, 13)]


@pytest.mark.parametrize("names", [WEEKDAYS, WEEKDAYS_SHORT])
def test_date_on_each_weekday(names: tuple[str, ...]) -> None:
    found = [parse_date(f"{name} {n} juni 2026") for n, name in enumerate(names, 1)]
    assert found == [date(2026, 6, n) for n in range(1, 8)]


@given(DAYS)
def test_date_reads_back_in_every_form(d: date) -> None:
    forms = [day(d, weekday=weekday, short=short) for weekday in (False, True) for short in (False, True)]
    forms += [d.isoformat(), f"{d.day}-{d.month}-{d.year}", f"{d.day:02}/{d.month:02}/{d.year}"]
    assert {parse_date(form) for form in forms} == {d}


@given(DAYS, st.integers(0, 6))
def test_wrong_weekday_gets_two_dates_that_are_right(d: date, weekday: int) -> None:
    found = parse_date(f"{WEEKDAYS[weekday]} {day(d)}")
    if weekday == d.weekday():
        assert found == d
    else:
        assert isinstance(found, Fault)
        meant = re.fullmatch("Bedoelde je (.*) of (.*)[?]", found.hint)
        assert meant is not None
        first, second = parse_date(meant[1]), parse_date(meant[2])
        assert first == d
        if d < date(2100, 12, 29):
            assert isinstance(second, date)
            assert (second.weekday(), abs(second - d) <= timedelta(3)) == (weekday, True)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(2000, 2100), st.sampled_from("-/. "))
def test_hint_for_a_date_that_does_not_exist_is_a_date(number: int, month: int, year: int, sign: str) -> None:
    found = parse_date(f"{number}{sign}{month}{sign}{year}")
    if isinstance(found, Fault):
        assert found.rule == "datum-bestaat-niet"
        meant = re.search("Bedoelde je (.*)[?]", found.hint)
        assert meant is None or isinstance(parse_date(meant[1]), date)
    else:
        assert found == date(year, month, number)


@given(ANY_TEXT)
def test_date_of_any_text_is_a_date_or_a_fault(text: str) -> None:
    found = parse_date(text)
    if isinstance(found, Fault):
        assert found.rule in {"datum-onleesbaar", "datum-bestaat-niet", "weekdag-klopt-niet"}
        assert 0 <= found.offset <= found.offset + found.length <= len(text)
        assert found.message.isprintable()
    else:
        assert 2000 <= found.year <= 2100


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("21 december 2026 t/m 3 januari 2027", date(2026, 12, 21), date(2027, 1, 3)),
        ("21-12-2026 - 3-1-2027", date(2026, 12, 21), date(2027, 1, 3)),
        ("21-12-2026-3-1-2027", date(2026, 12, 21), date(2027, 1, 3)),
        ("2026-12-21 - 2027-01-03", date(2026, 12, 21), date(2027, 1, 3)),
        ("21-12-2026 tm 3-1-2027", date(2026, 12, 21), date(2027, 1, 3)),
        ("van 21 december 2026 tot en met 3 januari 2027", date(2026, 12, 21), date(2027, 1, 3)),
        ("Vanaf ma 21 dec. 2026 T/M zo 3 jan. 2027", date(2026, 12, 21), date(2027, 1, 3)),
        ("21 t/m 24 december 2026", date(2026, 12, 21), date(2026, 12, 24)),
        ("ma 21 t/m do 24 december 2026", date(2026, 12, 21), date(2026, 12, 24)),
        ("21t/m24 december 2026", date(2026, 12, 21), date(2026, 12, 24)),
        ("21-24 december 2026", date(2026, 12, 21), date(2026, 12, 24)),
        ("21 \u2013 24 december 2026", date(2026, 12, 21), date(2026, 12, 24)),
        ("30 november t/m 3 december 2026", date(2026, 11, 30), date(2026, 12, 3)),
        ("30-11 t/m 3-12-2026", date(2026, 11, 30), date(2026, 12, 3)),
        ("1 december 2026", FIRST_OF_DECEMBER, FIRST_OF_DECEMBER),
        ("1 t/m 1 december 2026", FIRST_OF_DECEMBER, FIRST_OF_DECEMBER),
    ],
)
def test_range_in_each_form(text: str, first: date, last: date) -> None:
    assert parse_date_range(text) == (first, last)


@given(DAYS, DAYS)
def test_range_reads_back_in_order_only(a: date, b: date) -> None:
    found = parse_date_range(f"{day(a)} t/m {day(b)}")
    if a <= b:
        assert found == (a, b)
        assert parse_date_range(date_span(a, b)) == (a, b)
    else:
        assert isinstance(found, Fault)
        assert (found.rule, found.hint) == ("einde-voor-begin", f"Bedoelde je {date_span(b, a)}?")


@given(ANY_TEXT)
def test_range_of_any_text_is_in_order_or_a_fault(text: str) -> None:
    found = parse_date_range(text)
    if isinstance(found, Fault):
        assert 0 <= found.offset <= found.offset + found.length <= len(text)
        assert found.message.isprintable()
    else:
        assert found[0] <= found[1]
