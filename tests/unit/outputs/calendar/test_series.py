from __future__ import annotations

from datetime import date

import pytest
from tests.builders import activity

from meedoen.agenda.occurrence import occurrences
from meedoen.outputs.calendar.series import Form, arrange

SERIES = "herhaling: elke dinsdag\ntot: 29 december 2026\n"
ZONE = "TZID=Europe/Amsterdam"


def form(header: str, *, only_held: bool = False) -> Form:
    """The form of an activity without problems."""
    each = activity(header)
    return arrange(each, occurrences(each), only_held=only_held)


def days(header: str, *, only_held: bool = False) -> tuple[str, list[str], list[str]]:
    """Day and month of the first date of the rule, of the overrides and of the events of their own, as planned."""
    found = form(header, only_held=only_held)
    first = f"{found.master.planned:%d-%m}" if found.master else ""
    return first, [f"{each.planned:%d-%m}" for each in found.overrides], [f"{each.planned:%d-%m}" for each in found.own]


def changes(*each: str) -> str:
    """A series of five Tuesdays with these changes."""
    return f"{SERIES}wijzigingen:\n" + "".join(f"- {{datum: {change}}}\n" for change in each)


@pytest.mark.parametrize(
    ("start", "phrase", "until", "rule"),
    [
        ("1-12-2026", "dagelijks", "29-12-2026", "FREQ=DAILY;UNTIL=20261229T090000Z"),
        ("1-12-2026", "elke werkdag", "29-12-2026", "FREQ=WEEKLY;UNTIL=20261229T090000Z;BYDAY=MO,TU,WE,TH,FR"),
        ("1-12-2026", "elke week", "29-6-2027", "FREQ=WEEKLY;UNTIL=20270629T080000Z;BYDAY=TU"),
        ("1-12-2026", "elke dinsdag", "3 keer", "FREQ=WEEKLY;UNTIL=20261215T090000Z;BYDAY=TU"),
        (
            "1-12-2026",
            "elke 2 weken op dinsdag",
            "29-12-2026",
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261229T090000Z;BYDAY=TU;WKST=MO",
        ),
        ("5-12-2026", "elke eerste zaterdag van de maand", "2 keer", "FREQ=MONTHLY;UNTIL=20270102T090000Z;BYDAY=1SA"),
        ("25-12-2026", "elke laatste vrijdag van de maand", "2 keer", "FREQ=MONTHLY;UNTIL=20270129T090000Z;BYDAY=-1FR"),
        ("9-12-2026", "elke 2e en 4e woensdag", "3 keer", "FREQ=MONTHLY;UNTIL=20270113T090000Z;BYDAY=2WE,4WE"),
        ("15-12-2026", "maandelijks op de 15e", "2 keer", "FREQ=MONTHLY;UNTIL=20270115T090000Z;BYMONTHDAY=15"),
        ("31-12-2026", "de laatste dag van de maand", "2 keer", "FREQ=MONTHLY;UNTIL=20270131T090000Z;BYMONTHDAY=-1"),
        ("1-12-2026", "elk kwartaal", "2 keer", "FREQ=MONTHLY;INTERVAL=3;UNTIL=20270301T090000Z;BYMONTHDAY=1"),
        ("4-5-2027", "jaarlijks", "2 keer", "FREQ=YEARLY;UNTIL=20280504T080000Z"),
    ],
)
def test_rule_of_a_series(start: str, phrase: str, until: str, rule: str) -> None:
    found = form(f"datum: {start}\nherhaling: {phrase}\ntot: {until}")
    assert (found.rule, found.overrides, found.own) == ((f"RRULE:{rule}",), (), ())


def test_rule_of_a_series_of_whole_days() -> None:
    found = form("hele-dag: ja\nherhaling: elke dinsdag\ntot: 3 keer\nbehalve: 8 december 2026")
    assert found.rule == ("RRULE:FREQ=WEEKLY;UNTIL=20261222;BYDAY=TU", "EXDATE;VALUE=DATE:20261208")


def test_exceptions_are_left_out_in_the_form_of_the_start() -> None:
    found = form(f"{SERIES}behalve: [8 december 2026, 22 december 2026]")
    assert found.rule[1:] == (f"EXDATE;{ZONE}:20261208T100000,20261222T100000",)


def test_rule_begins_and_ends_with_a_date_that_is_held() -> None:
    found = form(f"{SERIES}behalve: [1 december 2026, schoolvakanties]")
    assert found.master is not None
    assert found.master.day == date(2026, 12, 8)
    assert found.rule == ("RRULE:FREQ=WEEKLY;UNTIL=20261215T090000Z;BYDAY=TU",)


def test_rule_of_every_other_week_stays_in_its_weeks_when_the_first_date_is_left_out() -> None:
    found = form("herhaling: elke 2 weken op dinsdag en vrijdag\ntot: 29-12-2026\nbehalve: 1-12-2026")
    assert found.master is not None
    assert (found.master.day, found.rule) == (
        date(2026, 12, 4),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261229T090000Z;BYDAY=TU,FR;WKST=MO",),
    )


@pytest.mark.parametrize(
    "header",
    [
        "herhaling: in oneven weken op dinsdag\ntot: 3 keer",
        "herhaling: losse data\nook: [15-12-2026, 29-12-2026]",
        "ook: [15-12-2026, 29-12-2026]",
    ],
)
def test_series_that_programs_read_differently_is_written_date_by_date(header: str) -> None:
    assert days(header) == ("", [], ["01-12", "15-12", "29-12"])


def test_series_on_29_february_is_written_date_by_date() -> None:
    assert days("datum: 29-2-2028\nherhaling: elk jaar\ntot: 1-3-2028\nook: [1-3-2028]") == ("", [], ["29-02", "01-03"])


def test_series_with_a_start_that_the_clock_skips_is_written_date_by_date() -> None:
    header = "datum: 21-3-2027\ntijd: 2.30 - 5.00\nherhaling: elke zondag\ntot: 3 keer\nbehalve: 28-3-2027"
    assert days(header) == ("", [], ["21-03", "04-04", "11-04"])


def test_series_of_which_one_date_is_left_is_that_date() -> None:
    assert days("herhaling: elke dinsdag\ntot: 8-12-2026\nbehalve: 8-12-2026") == ("", [], ["01-12"])


def test_series_of_which_no_date_stays_in_the_rule_has_none() -> None:
    header = (
        "herhaling: elke dinsdag\ntot: 2 keer\nwijzigingen:\n"
        "- {datum: 1-12-2026, naar: 9-12-2026}\n- {datum: 8-12-2026, naar: 30-11-2026}"
    )
    assert days(header) == ("", [], ["08-12", "01-12"])


@pytest.mark.parametrize(
    "change",
    [
        "8-12-2026, tijd: 13.00 - 14.00",
        "8-12-2026, naar: 2-12-2026",
        "8-12-2026, naar: 14-12-2026",
        "8-12-2026, status: afgelast, reden: Ziek",
        "8-12-2026, tijd: 22.00 - 1.00",
    ],
)
def test_change_within_the_order_is_an_override(change: str) -> None:
    assert days(changes(change)) == ("01-12", ["08-12"], [])
    assert form(changes(change)).rule == ("RRULE:FREQ=WEEKLY;UNTIL=20261229T090000Z;BYDAY=TU",)


@pytest.mark.parametrize("to", ["1-12-2026", "30-11-2026", "15-12-2026", "16-12-2026"])
def test_date_on_or_past_the_day_of_another_is_an_event_of_its_own(to: str) -> None:
    header = changes(f"8-12-2026, naar: {to}")
    assert days(header) == ("01-12", [], ["08-12"])
    assert form(header).rule[1:] == (f"EXDATE;{ZONE}:20261208T100000",)


def test_two_dates_that_change_places_do_not_both_stay_in_the_rule() -> None:
    header = changes("8-12-2026, naar: 12-12-2026", "15-12-2026, naar: 10-12-2026")
    assert days(header) == ("01-12", ["08-12"], ["15-12"])


def test_date_that_gets_a_time_leaves_a_series_of_whole_days() -> None:
    header = f"hele-dag: ja\n{SERIES}wijzigingen: [{{datum: 8-12-2026, tijd: 10.00 - 12.00}}]"
    assert days(header) == ("01-12", [], ["08-12"])
    assert form(header).rule[1:] == ("EXDATE;VALUE=DATE:20261208",)


def test_first_and_last_date_that_move_away_shorten_the_rule() -> None:
    header = changes("1-12-2026, naar: 9-12-2026", "29-12-2026, naar: 14-12-2026")
    assert days(header) == ("08-12", [], ["01-12", "29-12"])
    assert form(header).rule == ("RRULE:FREQ=WEEKLY;UNTIL=20261222T090000Z;BYDAY=TU",)


def test_extra_dates_are_events_of_their_own_by_start() -> None:
    header = f"{SERIES}behalve: 8-12-2026\nook: [{{datum: 8-12-2026, tijd: 14.00 - 15.00}}, 3-12-2026, 5-1-2027]"
    assert days(header) == ("01-12", [], ["03-12", "08-12", "05-01"])
    assert form(header).rule[1:] == (f"EXDATE;{ZONE}:20261208T100000",)


def test_extra_date_that_the_rule_has_too_stays_in_it() -> None:
    assert days(f"{SERIES}behalve: 8-12-2026\nook: [8-12-2026]") == ("01-12", [], [])
    assert form(f"{SERIES}behalve: 8-12-2026\nook: [8-12-2026]").rule[1:] == ()


def test_extra_date_with_another_time_takes_the_place_of_the_date_of_the_rule() -> None:
    header = f"{SERIES}ook: [{{datum: 8-12-2026, tijd: 14.00 - 15.00}}]"
    assert days(header) == ("01-12", [], ["08-12"])
    assert form(header).rule[1:] == (f"EXDATE;{ZONE}:20261208T100000",)


@pytest.mark.parametrize(
    ("times", "own"),
    [
        ("23.00 - 4.00", ["24-10"]),
        ("22.00 - 1.30", []),
        ("10.00 - 12.00", []),
        ("20.00 - 24.00", []),
    ],
)
def test_night_in_which_the_clock_is_set_leaves_the_rule(times: str, own: list[str]) -> None:
    header = f"datum: 17-10-2026\ntijd: {times}\nherhaling: elke zaterdag\ntot: 31-10-2026"
    assert days(header) == ("17-10", [], own)


@pytest.mark.parametrize("times", ["0.30 - 5.00", "0.00 - 24.00", "vanaf 1.30 uur"])
def test_morning_in_which_the_clock_is_set_leaves_the_rule(times: str) -> None:
    header = f"datum: 18-10-2026\ntijd: {times}\nherhaling: elke zondag\ntot: 1-11-2026"
    assert days(header) == ("18-10", [], ["25-10"])


def test_rule_does_not_begin_in_the_night_in_which_the_clock_is_set() -> None:
    header = "datum: 24-10-2026\ntijd: 23.00 - 4.00\nherhaling: elke zaterdag\ntot: 7-11-2026"
    assert days(header) == ("31-10", [], ["24-10"])


def test_clock_is_never_set_on_bonaire() -> None:
    header = (
        "datum: 24-10-2026\ntijd: 23.00 - 4.00\nherhaling: elke zaterdag\ntot: 31-10-2026\nlocatie: bibliotheek-bonaire"
    )
    each = activity(header, path="content/activiteiten/bonaire/sterren.md")
    found = arrange(each, occurrences(each))
    assert (found.rule, found.own) == (("RRULE:FREQ=WEEKLY;UNTIL=20261101T030000Z;BYDAY=SA",), ())


def test_what_is_off_becomes_an_exception_where_only_the_rest_is_wanted() -> None:
    header = changes(
        "1-12-2026, status: afgelast, reden: Ziek",
        "15-12-2026, status: uitgesteld, reden: Ziek",
        "22-12-2026, status: vol",
    )
    found = form(header, only_held=True)
    assert days(header, only_held=True) == ("08-12", ["22-12"], [])
    assert found.rule == (
        "RRULE:FREQ=WEEKLY;UNTIL=20261229T090000Z;BYDAY=TU",
        f"EXDATE;{ZONE}:20261215T100000",
    )


def test_date_is_written_alike_whether_or_not_another_goes_ahead() -> None:
    header = changes("8-12-2026, status: afgelast, reden: Ziek", "15-12-2026, naar: 5-12-2026")
    assert days(header) == ("01-12", ["08-12"], ["15-12"])
    assert days(header, only_held=True) == ("01-12", [], ["15-12"])
