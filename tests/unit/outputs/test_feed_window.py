from __future__ import annotations

from datetime import date

import pytest
from tests.builders import TODAY, dates

from meedoen.agenda.agenda import Window
from meedoen.outputs.feed_window import HEAD, LIMIT, FeedWindow, ShortenedFeed, feed_window, notices, soonest

WINDOW = Window.around(TODAY)
ROOM = LIMIT - HEAD


def test_all_that_fits_is_in_it() -> None:
    assert feed_window([(WINDOW.last, ROOM)], WINDOW) == FeedWindow(WINDOW.listed, WINDOW.last)


@pytest.mark.parametrize(
    ("sizes", "first", "last"),
    [
        ([(date(2028, 5, 1), ROOM), (date(2028, 4, 30), 1)], WINDOW.listed, date(2028, 4, 30)),
        ([(date(2027, 1, 1), ROOM), (date(2026, 12, 31), 1)], WINDOW.listed, date(2026, 12, 31)),
        ([(date(2026, 11, 1), ROOM), (date(2026, 12, 31), 1)], TODAY, WINDOW.last),
        ([(date(2026, 11, 1), ROOM), (date(2026, 12, 31), 1), (date(2028, 5, 1), ROOM)], TODAY, date(2028, 4, 30)),
        ([(date(2026, 11, 30), 1), (date(2026, 12, 1), ROOM)], TODAY, date(2026, 11, 30)),
        ([(date(2026, 11, 29), ROOM), (date(2026, 11, 30), 1)], TODAY, date(2026, 11, 29)),
        ([(TODAY, ROOM + 1)], TODAY, TODAY),
    ],
)
def test_what_is_furthest_ahead_goes_first(sizes: list[tuple[date, int]], first: date, last: date) -> None:
    assert feed_window(sizes, WINDOW) == FeedWindow(first, last)


def test_reach_on_the_last_day_of_the_window() -> None:
    window = Window.around(date(2026, 12, 31), months_on=0)
    assert feed_window([(window.today, ROOM + 1)], window) == FeedWindow(window.today, window.today)


def test_days_of_a_reach_with_both_ends() -> None:
    found = FeedWindow(date(2026, 12, 1), date(2026, 12, 3))
    assert [day for day in range(1, 7) if date(2026, 12, day) in found] == [1, 2, 3]


def test_reach_in_words() -> None:
    assert FeedWindow(TODAY, date(2027, 3, 31)).words == "Tot en met maart 2027."
    assert FeedWindow(TODAY, date(2027, 3, 30)).words == "Tot en met 30 maart 2027."


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("datum: 1 december 2026", date(2026, 12, 1)),
        ("datum: 17 november 2026\nherhaling: elke dinsdag\ntot: 5 keer", TODAY),
        ("datum: 18 november 2026\nherhaling: elke woensdag\ntot: 5 keer", date(2026, 11, 25)),
        ("datum: 20 november 2026\neinddatum: 27 november 2026", TODAY),
        ("datum: 3 november 2026\nook: 17 november 2026", date(2026, 11, 17)),
        ("datum: 3 november 2026\nook: 1 juni 2028", date(2026, 11, 3)),
    ],
)
def test_day_that_an_activity_is_there_soonest(when: str, expected: date) -> None:
    assert soonest(dates(when), WINDOW) == expected


def test_notices_name_the_largest_five() -> None:
    found = tuple(ShortenedFeed(f"dorp/{number}.ics", number * 100_000, date(2027, 3, 31)) for number in range(11, 18))
    assert notices(found) == (
        "7 kalenders zijn te groot voor sommige agenda-programma's (meer dan 1 MB). Daarom eerder afgekapt:",
        "  dorp/17.ics: 1,7 MB, loopt tot en met 31 maart 2027",
        "  dorp/16.ics: 1,6 MB, loopt tot en met 31 maart 2027",
        "  dorp/15.ics: 1,5 MB, loopt tot en met 31 maart 2027",
        "  dorp/14.ics: 1,4 MB, loopt tot en met 31 maart 2027",
        "  dorp/13.ics: 1,3 MB, loopt tot en met 31 maart 2027",
        "  en nog 2",
    )
    assert notices(found[:1]) == (
        "1 kalender is te groot voor sommige agenda-programma's (meer dan 1 MB). Daarom eerder afgekapt:",
        "  dorp/11.ics: 1,1 MB, loopt tot en met 31 maart 2027",
    )
    assert notices(()) == ()
