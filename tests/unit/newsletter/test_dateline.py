from __future__ import annotations

from datetime import date

import pytest
from tests.builders import activity, dates

from meedoen.newsletter.dateline import Span, dateline, day_words, span_words
from meedoen.newsletter.gathering import candidate

WEEK = Span(date(2026, 11, 30), date(2026, 12, 6))
MONTH = Span(date(2026, 12, 1), date(2026, 12, 31))
TUESDAYS = "herhaling: elke dinsdag\ntot: 29 juni 2027"


def _line(header: str, span: Span) -> str:
    one = candidate(activity(header), dates(header), "papendrecht")
    return dateline(one, [each for each in one.moments if each.takes_place and span.holds(each)], span).text


@pytest.mark.parametrize(
    ("header", "span", "line"),
    [
        ("", WEEK, "dinsdag 1 december, 10.00-11.30 uur"),
        ("tijd: vanaf 19.30 uur", WEEK, "dinsdag 1 december, vanaf 19.30 uur"),
        ("tijd: 20.00 - 24.00", WEEK, "dinsdag 1 december, 20.00-24.00 uur"),
        ("hele-dag: ja", WEEK, "dinsdag 1 december"),
        (TUESDAYS, WEEK, "dinsdag 1 december, 10.00-11.30 uur (elke dinsdag)"),
        (f"{TUESDAYS}\nbehalve: [29 december 2026]", MONTH, "elke dinsdag, 10.00-11.30 uur, niet op 29 december"),
        (
            f"{TUESDAYS}\nbehalve: [schoolvakanties]",
            MONTH,
            "elke dinsdag, 10.00-11.30 uur, niet op 22 en 29 december",
        ),
        (
            f"{TUESDAYS}\nwijzigingen: [{{datum: 15 december 2026, status: afgelast, reden: Ziek.}}]",
            MONTH,
            "elke dinsdag, 10.00-11.30 uur, niet op 15 december",
        ),
        (
            f"{TUESDAYS}\nwijzigingen: [{{datum: 15 december 2026, tijd: 13.00 - 14.00}}]",
            MONTH,
            "elke dinsdag, 10.00-11.30 uur, op 15 december 13.00-14.00 uur",
        ),
        (
            f"{TUESDAYS}\nook: [17 december 2026]",
            MONTH,
            "elke dinsdag, 10.00-11.30 uur, ook op donderdag 17 december, 10.00-11.30 uur",
        ),
        (
            "datum: 8 december 2026\nherhaling: elke dinsdag\ntot: 29 juni 2027",
            MONTH,
            "elke dinsdag vanaf 8 december, 10.00-11.30 uur",
        ),
        ("herhaling: elke dinsdag\ntot: 15 december 2026", MONTH, "elke dinsdag t/m 15 december, 10.00-11.30 uur"),
        (
            "datum: 2 december 2026\nherhaling: elke dag\ntot: 24 december 2026",
            MONTH,
            "elke dag van 2 t/m 24 december, 10.00-11.30 uur",
        ),
        (
            "datum: 3 december 2026\nherhaling: losse data\nook: [17 december 2026]",
            MONTH,
            "donderdag 3 en 17 december, 10.00-11.30 uur",
        ),
        (
            "datum: 1 december 2026\nherhaling: losse data\nook: [{datum: 3 december 2026, tijd: 14.00 - 15.00}]",
            MONTH,
            "dinsdag 1 december, 10.00-11.30 uur en donderdag 3 december, 14.00-15.00 uur",
        ),
        (
            "titel: Cursus breien\ndatum: 3 december 2026\nherhaling: elke donderdag\ntot: 4 keer\naanmelden: nodig",
            MONTH,
            "4 lessen, start donderdag 3 december, 10.00-11.30 uur",
        ),
        (
            "datum: 3 december 2026\nherhaling: elke donderdag\ntot: 4 keer\naanmelden: nodig",
            MONTH,
            "4 keer, start donderdag 3 december, 10.00-11.30 uur",
        ),
        (
            "datum: 3 december 2026\nherhaling: elke donderdag\ntot: 24 juni 2027\naanmelden: nodig",
            WEEK,
            "donderdag 3 december, 10.00-11.30 uur (elke donderdag)",
        ),
        ("datum: 5 december 2026\neinddatum: 16 januari 2027\nhele-dag: ja", MONTH, "5 december t/m 16 januari"),
        ("datum: 5 december 2026\neinddatum: 6 december 2026\nhele-dag: ja", MONTH, "5 t/m 6 december"),
        ("datum: 5 november 2026\neinddatum: 16 januari 2027\nhele-dag: ja", MONTH, "t/m 16 januari"),
    ],
)
def test_line_says_when_it_is_as_somebody_would(header: str, span: Span, line: str) -> None:
    assert _line(header, span) == line


def test_many_loose_dates_are_counted() -> None:
    days = [date(2026, 12, each) for each in range(1, 16, 2)]
    assert day_words(days, MONTH) == "8 keer, van dinsdag 1 december t/m dinsdag 15 december"


def test_year_is_said_when_it_is_far() -> None:
    assert day_words([date(2028, 3, 1)], MONTH) == "woensdag 1 maart 2028"
    assert day_words([date(2026, 12, 31), date(2027, 1, 7)], MONTH) == "donderdag 31 december en 7 januari"


def test_days_of_a_letter_in_words() -> None:
    assert [
        span_words(date(2026, 11, 30), date(2026, 12, 6)),
        span_words(date(2026, 12, 7), date(2026, 12, 13)),
        span_words(date(2026, 12, 5), date(2026, 12, 5)),
    ] == ["30 november t/m 6 december", "7 t/m 13 december", "zaterdag 5 december"]
