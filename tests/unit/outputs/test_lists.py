from __future__ import annotations

from datetime import date

import pytest
from tests.builders import activity, agenda, site

from meedoen.outputs import lists
from meedoen.outputs.site_build import Page

BEFORE, AFTER = "datum: 17 november 2026", "datum: 1 december 2026"
PATH = "content/activiteiten/papendrecht"


def days_of(page: Page) -> list[tuple[str, list[str]]]:
    """The titles by day that a page lists."""
    return [(f"{day:%m-%d}", [each.name for each in found]) for day, found in page.context["days"]]


def test_home_has_today_the_coming_week_and_what_is_featured() -> None:
    found = agenda(
        activity("titel: Vandaag\ndatum: 24-11-2026", path=f"{PATH}/a.md"),
        activity("titel: Dinsdag\ndatum: 1-12-2026\nuitgelicht: ja", path=f"{PATH}/b.md"),
        activity("titel: Later\ndatum: 2-12-2026", path=f"{PATH}/c.md"),
        activity("titel: Oud\ndatum: 1-11-2026\nuitgelicht: ja", path=f"{PATH}/d.md"),
    )
    (home,) = lists.home(site(found))
    assert isinstance(home, Page)
    assert (home.path, home.title, home.feed, home.root) == ("index.html", "Agenda Papendrecht", "agenda.ics", "")
    assert [each.name for each in home.context["occurrences"]] == ["Vandaag"]
    assert [(f"{day:%m-%d}", [each.name for each in each_day]) for day, each_day in home.context["week"]] == [
        ("12-01", ["Dinsdag"])
    ]
    assert [each.name for each in home.context["featured"]] == ["Dinsdag"]
    assert home.context["next_day"] == date(2026, 12, 1)
    assert (home.context["week_path"], home.context["month_path"]) == ("week/2026-w48.html", "maand/2026-11.html")


def test_home_of_an_empty_agenda() -> None:
    (home,) = lists.home(site(agenda()))
    assert isinstance(home, Page)
    assert (home.context["occurrences"], home.context["week"], home.context["next_day"]) == ((), (), None)


def test_day_pages_are_those_with_something_and_today() -> None:
    found = list(lists.days(site(agenda(activity(f"{BEFORE}\nook: [1-9-2026, 1-12-2026]")))))
    assert [(each.path, each.title, each.indexed) for each in found if isinstance(each, Page)] == [
        ("dag/2026-11-17.html", "Dinsdag 17 november 2026", False),
        ("dag/2026-11-24.html", "Dinsdag 24 november 2026", True),
        ("dag/2026-12-01.html", "Dinsdag 1 december 2026", True),
    ]
    contexts = [each.context for each in found if isinstance(each, Page)]
    assert [(each["before"], each["after"]) for each in contexts] == [
        (None, date(2026, 11, 24)),
        (date(2026, 11, 17), date(2026, 12, 1)),
        (date(2026, 11, 24), None),
    ]
    assert [len(each["occurrences"]) for each in contexts] == [1, 0, 1]


def test_week_pages_run_from_monday_to_sunday() -> None:
    found = [
        each
        for each in lists.weeks(site(agenda(activity("datum: 29-11-2026\nook: 30-11-2026"))))
        if isinstance(each, Page)
    ]
    assert [(each.path, each.title, days_of(each)) for each in found] == [
        ("week/2026-w48.html", "Week 48: 23 tot en met 29 november 2026", [("11-29", ["Taalcafé"])]),
        ("week/2026-w49.html", "Week 49: 30 november tot en met 6 december 2026", [("11-30", ["Taalcafé"])]),
    ]


def test_week_of_today_is_there_without_anything() -> None:
    (week,) = lists.weeks(site(agenda()))
    assert week.path == "week/2026-w48.html"


def test_week_pages_around_new_year_have_the_year_of_their_thursday() -> None:
    found = agenda(activity("datum: 31-12-2026\nook: [1-1-2027, 3-1-2027, 4-1-2027]"), today=date(2026, 12, 31))
    assert [each.path for each in lists.weeks(site(found))] == ["week/2026-w53.html", "week/2027-w01.html"]


def test_month_pages_go_back_a_year() -> None:
    header = (
        "datum: 1-12-2025\nook: [1-9-2026, 30-11-2026, 1-12-2026, 2-12-2026]\n"
        "wijzigingen: [{datum: 2-12-2026, status: afgelast, reden: x}]"
    )
    found = [each for each in lists.months(site(agenda(activity(header)))) if isinstance(each, Page)]
    assert [(each.path, each.title, each.indexed) for each in found] == [
        ("maand/2025-12.html", "December 2025", False),
        ("maand/2026-09.html", "September 2026", False),
        ("maand/2026-11.html", "November 2026", True),
        ("maand/2026-12.html", "December 2026", True),
        ("maand/index.html", "Alle maanden", True),
    ]
    assert (found[-1].context["ahead"], found[-1].context["archive"]) == (
        ((date(2026, 11, 1), 1), (date(2026, 12, 1), 1)),
        ((date(2026, 9, 1), 1), (date(2025, 12, 1), 1)),
    )


def test_month_grid_has_whole_weeks() -> None:
    (november, *_) = lists.months(site(agenda()))
    assert isinstance(november, Page)
    grid = november.context["grid"]
    assert [len(week) for week in grid] == [7] * 6
    assert (grid[0], grid[-1][:2]) == ((None,) * 6 + (date(2026, 11, 1),), (date(2026, 11, 30), None))


@pytest.mark.parametrize(
    ("on", "day", "week", "month"),
    [
        (date(2026, 12, 1), "dag/2026-12-01.html", "week/2026-w49.html", "maand/2026-12.html"),
        (date(2027, 1, 1), "dag/2027-01-01.html", "week/2026-w53.html", "maand/2027-01.html"),
        (date(2024, 12, 30), "dag/2024-12-30.html", "week/2025-w01.html", "maand/2024-12.html"),
    ],
)
def test_paths_by_time(on: date, day: str, week: str, month: str) -> None:
    assert (lists.day_path(on), lists.week_path(on), lists.month_path(on)) == (day, week, month)
