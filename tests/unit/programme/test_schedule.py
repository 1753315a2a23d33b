from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from tests.builders import TODAY, activity, rules

from meedoen.notation.time.clock import Times
from meedoen.notation.time.recurrence import Recurrence
from meedoen.programme.schedule import MOST_DATES

TUESDAY = "datum: dinsdag 1 december 2026\n"
MORNING = Times(time(10), time(11, 30), False)
SLIEDRECHT = "content/activiteiten/sliedrecht/taalcafe.md"


def days(header: str, path: str = "content/activiteiten/papendrecht/taalcafe.md") -> list[str]:
    """The dates of the schedule, as `12-01` within one season."""
    return [f"{each:%m-%d}" for each in activity(header, path=path).schedule.days]


def test_one_date() -> None:
    schedule = activity().schedule
    assert (schedule.first, schedule.times, schedule.days) == (date(2026, 12, 1), MORNING, (date(2026, 12, 1),))
    assert (schedule.last_day, schedule.recurrence, schedule.is_series) == (None, None, False)


def test_all_day_has_no_times() -> None:
    assert activity("hele-dag: ja").schedule.times is None


def test_several_days_all_day() -> None:
    schedule = activity(f"{TUESDAY}einddatum: 3 december 2026").schedule
    assert (schedule.first, schedule.last_day, schedule.times) == (date(2026, 12, 1), date(2026, 12, 3), None)
    assert schedule.days == (date(2026, 12, 1),)


@pytest.mark.parametrize("times", ["22.00 - 1.00", "20.00 - 24.00", "10.00 - 11.30", "vanaf 10.00 uur"])
def test_end_date_of_the_same_day_changes_nothing(times: str) -> None:
    found = [activity(f"{TUESDAY}{end}tijd: {times}").schedule.times for end in ("einddatum: 1 december 2026\n", "")]
    assert found[0] == found[1]


def test_end_date_of_the_same_day_with_an_end_before_the_start() -> None:
    assert rules(f"{TUESDAY}einddatum: 1 december 2026\ntijd: 12.00 - 10.00") == ["einde-voor-begin"]


def test_several_days_with_times() -> None:
    schedule = activity(f"{TUESDAY}einddatum: 3 december 2026\ntijd: 10.00 - 9.00").schedule
    assert (schedule.last_day, schedule.times) == (date(2026, 12, 3), Times(time(10), time(9), False))


def test_overnight() -> None:
    assert activity("tijd: 22.00 - 01.00").schedule.times == Times(time(22), time(1), True)


def test_no_time_at_all_is_reported() -> None:
    assert rules("titel: x\nhele-dag: nee") == ["tijd-ontbreekt"]


def test_time_and_all_day_is_reported() -> None:
    assert rules("tijd: 10.00 - 11.00\nhele-dag: ja") == ["overbodig-veld"]


@pytest.mark.parametrize("last", ["30 november 2026", "29 februari 2024", "1 december 2025"])
def test_last_day_before_the_first_is_reported(last: str) -> None:
    assert rules(f"einddatum: {last}") == ["einde-voor-begin"]


def test_stay_of_more_than_two_years_is_reported() -> None:
    assert rules("einddatum: 1 januari 2030") == ["reeks-te-lang"]


def test_series_until_a_date_includes_that_date() -> None:
    assert days("herhaling: elke dinsdag\ntot: 22 december 2026") == ["12-01", "12-08", "12-15", "12-22"]


def test_series_until_a_day_between_stops_before_it() -> None:
    assert days("herhaling: elke dinsdag\ntot: 21 december 2026") == ["12-01", "12-08", "12-15"]


@pytest.mark.parametrize(
    ("start", "phrase", "expected"),
    [
        ("1 december 2026", "dagelijks", ["12-01", "12-02", "12-03"]),
        ("4 december 2026", "elke werkdag", ["12-04", "12-07", "12-08"]),
        ("1 december 2026", "elke week", ["12-01", "12-08", "12-15"]),
        ("1 december 2026", "elke dinsdag en donderdag", ["12-01", "12-03", "12-08"]),
        ("3 december 2026", "elke dinsdag en donderdag", ["12-03", "12-08", "12-10"]),
        ("3 december 2026", "elke 2 weken op donderdag", ["12-03", "12-17", "12-31"]),
        ("1 december 2026", "in oneven weken op dinsdag", ["12-01", "12-15", "12-29"]),
        ("5 december 2026", "elke eerste zaterdag van de maand", ["12-05", "01-02", "02-06"]),
        ("25 december 2026", "elke laatste vrijdag van de maand", ["12-25", "01-29", "02-26"]),
        ("9 december 2026", "elke 2e en 4e woensdag", ["12-09", "12-23", "01-13"]),
        ("15 december 2026", "maandelijks op de 15e", ["12-15", "01-15", "02-15"]),
        ("31 december 2026", "elke maand", ["12-31", "01-31", "03-31"]),
        ("7 december 2026", "elke 2 maanden op de eerste maandag", ["12-07", "02-01", "04-05"]),
        ("1 december 2026", "elk kwartaal", ["12-01", "03-01", "06-01"]),
        ("29 december 2026", "in oneven weken op dinsdag", ["12-29", "01-05", "01-19"]),
    ],
)
def test_series_of_each_form(start: str, phrase: str, expected: list[str]) -> None:
    assert days(f"datum: {start}\nherhaling: {phrase}\ntot: 3 keer") == expected


def test_yearly_series() -> None:
    schedule = activity("datum: 4 mei 2027\nherhaling: jaarlijks\ntot: 2 keer").schedule
    assert schedule.days == (date(2027, 5, 4), date(2028, 5, 4))


def test_times_of_a_count_are_meetings_held() -> None:
    header = "herhaling: elke dinsdag\ntot: 4 keer\nbehalve: [8 december 2026, schoolvakanties]"
    schedule = activity(header).schedule
    assert [f"{each:%m-%d}" for each in schedule.days] == ["12-01", "12-15", "01-05", "01-12"]
    assert [f"{each:%m-%d}" for each in schedule.excluded] == ["12-08", "12-22", "12-29"]
    assert schedule.until == date(2027, 1, 12)


def test_count_with_a_long_pause_is_still_reached() -> None:
    header = "herhaling: dagelijks\ntot: 30 keer\nbehalve: 2 december 2026 t/m 1 juni 2027"
    schedule = activity(header).schedule
    assert len(schedule.days) == 30
    assert (schedule.days[0], schedule.days[1], schedule.days[-1]) == (
        date(2026, 12, 1),
        date(2027, 6, 2),
        date(2027, 6, 30),
    )


def test_count_that_the_exceptions_never_let_happen_is_reported() -> None:
    assert rules("herhaling: elke dinsdag\ntot: 9 keer\nbehalve: 2 december 2026 t/m 31 december 2040") == [
        "reeks-te-lang"
    ]


def test_first_date_may_be_an_exception() -> None:
    schedule = activity("herhaling: elke dinsdag\ntot: 2 keer\nbehalve: 1 december 2026").schedule
    assert (schedule.first, schedule.days[0]) == (date(2026, 12, 1), date(2026, 12, 8))


def test_exception_range_takes_both_ends() -> None:
    header = "herhaling: elke dinsdag\ntot: 19 januari 2027\nbehalve: 15 december 2026 t/m 5 januari 2027"
    assert days(header) == ["12-01", "12-08", "01-12", "01-19"]


def test_school_holidays_are_those_of_the_municipality() -> None:
    header = "datum: dinsdag 9 februari 2027\nherhaling: elke dinsdag\ntot: 2 maart 2027\nbehalve: schoolvakanties\n"
    assert days(f"{header}locatie: bibliotheek-papendrecht") == ["02-09", "02-16", "03-02"]
    assert days(f"{header}locatie: bibliotheek-sliedrecht", SLIEDRECHT) == ["02-09", "02-23", "03-02"]


def test_public_holidays_with_good_friday_open() -> None:
    fridays = "datum: vrijdag 19 maart 2027\nherhaling: elke vrijdag\ntot: 9 april 2027\nbehalve: feestdagen"
    assert days(fridays) == ["03-19", "03-26", "04-02", "04-09"]


def test_public_holidays_and_extra_closing_days_are_left_out() -> None:
    every_day = "datum: 24 december 2026\nherhaling: dagelijks\ntot: 2 januari 2027\nbehalve: feestdagen"
    assert days(every_day) == ["12-24", "12-27", "12-28", "12-29", "12-30", "01-02"]
    easter = "datum: maandag 22 maart 2027\nherhaling: elke maandag\ntot: 5 april 2027\nbehalve: feestdagen"
    assert days(easter) == ["03-22", "04-05"]


def test_extra_date_with_its_own_time() -> None:
    header = "herhaling: elke dinsdag\ntot: 2 keer\nook: {datum: 3 december 2026, tijd: 14.00 - 15.00}"
    schedule = activity(header).schedule
    assert [f"{each:%m-%d}" for each in schedule.days] == ["12-01", "12-03", "12-08"]
    afternoon = Times(time(14), time(15), False)
    assert [schedule.times_on(each) for each in schedule.days] == [MORNING, afternoon, MORNING]


def test_extra_date_brings_back_an_exception() -> None:
    header = "herhaling: elke dinsdag\ntot: 15 december 2026\nbehalve: 8 december 2026\nook: 8 december 2026"
    assert days(header) == ["12-01", "12-08", "12-15"]


def test_loose_dates_are_sorted_and_unique() -> None:
    header = "herhaling: losse data\nook: [20 december 2026, 5 december 2026, 1 december 2026]"
    assert days(header) == ["12-01", "12-05", "12-20"]
    assert days("ook: [20 december 2026, 5 december 2026]") == ["12-01", "12-05", "12-20"]


def test_until_and_exceptions_without_a_rule_are_reported() -> None:
    assert rules("tot: 5 januari 2027\nbehalve: 8 december 2026") == ["overbodig-veld", "overbodig-veld"]


def test_last_day_with_a_rule_is_reported() -> None:
    header = "tijd: 10.00 - 11.00\neinddatum: 29 juni 2027\nherhaling: elke dinsdag\ntot: 29 juni 2027"
    assert rules(header) == ["overbodig-veld"]


@pytest.mark.parametrize(
    ("header", "rule"),
    [
        ("herhaling: elke dinsdag", "herhaling-zonder-einde"),
        ("herhaling: elke woensdag\ntot: 29 juni 2027", "herhaling-past-niet"),
        ("herhaling: elke dinsdag\ntot: 30 november 2026", "einde-voor-begin"),
        (
            "herhaling: elke dinsdag\ntot: 8 december 2026\nbehalve: [1 december 2026, 8 december 2026]",
            "geen-datum-over",
        ),
        ("herhaling: dagelijks\ntot: 400 keer\nook: 1 juni 2028", "te-veel-keren"),
        ("herhaling: dagelijks\ntot: 1 februari 2028", "te-veel-keren"),
        ("herhaling: dagelijks\ntot: 401 keer", "te-veel-keren"),
        ("herhaling: elke dinsdag\ntot: 1 februari 2029", "reeks-te-lang"),
        ("herhaling: jaarlijks\ntot: 4 keer", "reeks-te-lang"),
        ("ook: 1 december 2029", "reeks-te-lang"),
    ],
)
def test_series_that_cannot_be(header: str, rule: str) -> None:
    assert rules(header) == [rule]


def test_faults_of_a_series_are_told_together_when_the_date_is_wrong() -> None:
    header = "datum: woensdag 1 december 2026\nherhaling: elke dinsdag"
    assert rules(header) == ["weekdag-klopt-niet", "herhaling-zonder-einde"]


def test_longest_series_fits() -> None:
    schedule = activity(f"herhaling: dagelijks\ntot: {MOST_DATES} keer").schedule
    assert len(schedule.days) == MOST_DATES
    assert schedule.days[-1] - schedule.days[0] == timedelta(days=MOST_DATES - 1)


def test_exception_that_hits_nothing_is_a_hint_for_who_writes() -> None:
    header = "kernfunctie: kunst-en-cultuur\nherhaling: elke dinsdag\ntot: 5 januari 2027\nbehalve: 9 december 2026"
    assert rules(header) == []
    assert rules(header, today=TODAY) == ["behalve-raakt-niets"]


def test_weekday_of_the_rule_comes_from_the_date() -> None:
    assert activity("herhaling: elke week\ntot: 3 keer").schedule.recurrence == Recurrence("WEEKLY", weekdays=(1,))
