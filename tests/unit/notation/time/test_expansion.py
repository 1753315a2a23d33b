from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice, pairwise

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from meedoen.notation.time.expansion import Recurrence, anchor, expand, first_on_or_after, occurs_on

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
INTERVALS = st.integers(1, 12)
WEEKDAYS = st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days)))
SOME_WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
POSITIONS = st.sets(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1).map(tuple)
MONTH_DAYS = st.sets(st.sampled_from([*range(1, 32), -1]), min_size=1, max_size=4).map(tuple)
RULES = st.one_of(
    st.builds(Recurrence, st.just("DAILY"), INTERVALS),
    st.builds(Recurrence, st.just("WEEKLY"), INTERVALS, WEEKDAYS),
    st.builds(Recurrence, st.just("WEEKLY"), st.just(1), WEEKDAYS, week_parity=st.integers(0, 1)),
    st.builds(Recurrence, st.just("MONTHLY"), INTERVALS),
    st.builds(Recurrence, st.just("MONTHLY"), INTERVALS, SOME_WEEKDAYS, POSITIONS),
    st.builds(Recurrence, st.just("MONTHLY"), INTERVALS, month_days=MONTH_DAYS),
    st.builds(Recurrence, st.just("YEARLY"), INTERVALS),
    st.builds(Recurrence, st.just("DAILY"), loose=st.just(True)),
)
DAILY, TUESDAYS = Recurrence("DAILY"), Recurrence("WEEKLY", weekdays=(1,))


def oracle(recurrence: Recurrence, start: date, until: date, most: int) -> tuple[date, ...]:
    """The same dates from python-dateutil, with only the parity of weeks and `loose` added."""
    if recurrence.loose:
        return (start,) if start <= until else ()
    by_weekday: list[rrule.weekday] = [
        rrule.weekdays[day](n) if n else rrule.weekdays[day]
        for day in recurrence.weekdays
        for n in recurrence.positions or (None,)
    ]
    rule = rrule.rrule(
        getattr(rrule, recurrence.frequency),
        dtstart=datetime.combine(start, datetime.min.time()),
        until=datetime.combine(until, datetime.min.time()),
        interval=recurrence.interval,
        byweekday=by_weekday or None,
        bymonthday=recurrence.month_days or None,
        wkst=rrule.MO,
    )
    days = (each.date() for each in rule)
    if recurrence.week_parity is not None:
        days = (day for day in days if day.isocalendar()[1] % 2 == recurrence.week_parity)
    return tuple(islice(days, most))


@given(RULES, DAYS, st.integers(-10, 2000), st.none() | st.integers(1, 60))
def test_expand_is_what_dateutil_says(rule: Recurrence, start: date, days: int, count: int | None) -> None:
    until = start + timedelta(days)
    most = 61 if count is None else count
    assert expand(rule, start, until, count, 60) == oracle(rule, start, until, most)


@given(RULES, DAYS, DAYS, st.none() | st.integers(1, 500), st.integers(1, 400))
def test_expand_stays_within_its_bounds(
    rule: Recurrence, start: date, until: date, count: int | None, limit: int
) -> None:
    found = expand(rule, start, until, count, limit)
    assert all(a < b for a, b in pairwise(found))
    assert all(start <= day <= until for day in found)
    assert len(found) <= min(limit + 1, count or limit + 1)


@given(RULES, DAYS, st.integers(0, 800))
def test_occurs_on_is_being_among_the_dates(rule: Recurrence, start: date, days: int) -> None:
    until = start + timedelta(days)
    found = expand(rule, start, until, None, 1000)
    asked = {until, start, start - timedelta(1), *found[:3], *found[-3:], until - timedelta(1)}
    answers = {day for day in asked if day <= until and occurs_on(rule, start, day)}
    assert answers == asked & set(found)


@given(RULES, DAYS)
def test_first_on_or_after_is_a_start_that_fits(rule: Recurrence, day: date) -> None:
    rule = anchor(rule, day)
    first = first_on_or_after(rule, day)
    assert first >= day
    assert occurs_on(rule, first, first)
    assert not any(occurs_on(rule, each, each) for each in map(day.__add__, map(timedelta, range((first - day).days))))


def test_first_on_or_after_for_each_kind() -> None:
    thursday = date(2026, 12, 3)
    found = [
        first_on_or_after(rule, thursday)
        for rule in (
            DAILY,
            TUESDAYS,
            Recurrence("WEEKLY", weekdays=(3,), week_parity=0),
            Recurrence("MONTHLY", weekdays=(5,), positions=(1,)),
            Recurrence("MONTHLY", weekdays=(1,), positions=(5,)),
            Recurrence("MONTHLY", month_days=(1, 31)),
            Recurrence("YEARLY"),
            Recurrence("DAILY", loose=True),
        )
    ]
    assert found == [
        thursday,
        date(2026, 12, 8),
        date(2026, 12, 10),
        date(2026, 12, 5),
        date(2026, 12, 29),
        date(2026, 12, 31),
        thursday,
        thursday,
    ]


@pytest.mark.parametrize(
    ("open_rule", "anchored"),
    [
        (Recurrence("WEEKLY"), Recurrence("WEEKLY", weekdays=(1,))),
        (Recurrence("WEEKLY", 2), Recurrence("WEEKLY", 2, (1,))),
        (Recurrence("WEEKLY", week_parity=1), Recurrence("WEEKLY", weekdays=(1,), week_parity=1)),
        (Recurrence("MONTHLY", 3), Recurrence("MONTHLY", 3, month_days=(15,))),
        (Recurrence("WEEKLY", weekdays=(3,)), Recurrence("WEEKLY", weekdays=(3,))),
        (Recurrence("MONTHLY", month_days=(1,)), Recurrence("MONTHLY", month_days=(1,))),
        (Recurrence("YEARLY"), Recurrence("YEARLY")),
        (DAILY, DAILY),
    ],
)
def test_anchor_fills_what_the_phrase_left_open(open_rule: Recurrence, anchored: Recurrence) -> None:
    assert anchor(open_rule, date(2026, 12, 15)) == anchored


def test_start_that_does_not_fit_is_skipped() -> None:
    assert expand(TUESDAYS, date(2026, 12, 2), None, 2) == (date(2026, 12, 8), date(2026, 12, 15))


def test_until_is_included() -> None:
    assert expand(TUESDAYS, date(2026, 12, 1), date(2026, 12, 8), None) == (
        date(2026, 12, 1),
        date(2026, 12, 8),
    )


def test_until_before_start_gives_nothing() -> None:
    assert expand(DAILY, date(2026, 12, 1), date(2026, 11, 30), None) == ()


@pytest.mark.parametrize("count", [None, 401, 5000])
def test_endless_series_stops_one_after_the_limit(count: int | None) -> None:
    assert len(expand(DAILY, date(2026, 12, 1), None, count)) == 401


def test_month_without_the_day_is_skipped() -> None:
    found = expand(Recurrence("MONTHLY"), date(2026, 12, 31), None, 4)
    assert found == (date(2026, 12, 31), date(2027, 1, 31), date(2027, 3, 31), date(2027, 5, 31))


def test_last_day_of_the_month() -> None:
    found = expand(Recurrence("MONTHLY", month_days=(-1,)), date(2027, 12, 31), None, 3)
    assert found == (date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29))


def test_leap_day_is_skipped_in_other_years() -> None:
    assert expand(Recurrence("YEARLY"), date(2028, 2, 29), None, 2) == (date(2028, 2, 29), date(2032, 2, 29))


def test_last_and_fourth_weekday_on_one_day_count_once() -> None:
    rule = Recurrence("MONTHLY", weekdays=(1,), positions=(4, -1))
    found = expand(rule, date(2026, 11, 1), date(2026, 12, 31), None)
    assert found == (date(2026, 11, 24), date(2026, 12, 22), date(2026, 12, 29))


def test_odd_weeks_over_a_year_of_53_weeks() -> None:
    rule = Recurrence("WEEKLY", weekdays=(1,), week_parity=1)
    found = expand(rule, date(2026, 12, 15), None, 4)  # weeks 51, 53, 1 and 3
    assert found == (date(2026, 12, 15), date(2026, 12, 29), date(2027, 1, 5), date(2027, 1, 19))


def test_every_other_week_counts_weeks_from_monday() -> None:
    rule = Recurrence("WEEKLY", 2, (0, 6))
    found = expand(rule, date(2026, 12, 6), None, 3)  # a Sunday: its Monday has gone
    assert found == (date(2026, 12, 6), date(2026, 12, 14), date(2026, 12, 20))


def test_series_to_the_end_of_time_ends() -> None:
    rule = Recurrence("YEARLY", 7)
    assert len(expand(rule, date(2096, 2, 29), None, None)) == len(range(2096, 10000, 28)) - len(
        [year for year in range(2096, 10000, 28) if year % 100 == 0 and year % 400]
    )
