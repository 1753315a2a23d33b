from __future__ import annotations

from datetime import date

import pytest
from tests.builders import TODAY, activity, agenda

from meedoen.agenda.agenda import Agenda, Window

REGION = "content/activiteiten/regio/quiz.md"


def path(name: str, folder: str = "papendrecht") -> str:
    """Where the file of this activity stands."""
    return f"content/activiteiten/{folder}/{name}.md"


def shown(found: Agenda) -> list[str]:
    """The pages of the agenda."""
    return [each.page for each in found.activities]


def by_day(found: Agenda) -> dict[str, list[str]]:
    """The titles by day."""
    return {f"{day:%m-%d}": [each.name for each in all_of_day] for day, all_of_day in found.by_day.items()}


@pytest.mark.parametrize(
    ("today", "listed", "last", "archive"),
    [
        (date(2026, 11, 24), date(2026, 9, 25), date(2028, 5, 31), date(2025, 11, 24)),
        (date(2026, 6, 30), date(2026, 5, 1), date(2027, 12, 31), date(2025, 6, 30)),
        (date(2026, 8, 1), date(2026, 6, 2), date(2028, 2, 29), date(2025, 8, 1)),
        (date(2027, 1, 1), date(2026, 11, 2), date(2028, 7, 31), date(2026, 1, 1)),
    ],
)
def test_window_is_sixty_days_back_and_eighteen_months_on(today: date, listed: date, last: date, archive: date) -> None:
    window = Window.around(today)
    assert (window.listed, window.last, window.archive) == (listed, last, archive)


def test_agenda_shows_what_belongs_to_the_site() -> None:
    local = activity(path=path("a"))
    other = activity("locatie: bibliotheek-sliedrecht", path=path("b", "sliedrecht"))
    region = activity("gemeenten: sliedrecht", path=REGION)
    everywhere = activity("online: link na aanmelding", path=path("c", "regio"))
    given = (local, other, region, everywhere)
    assert {site: shown(agenda(*given, site=site)) for site in ("papendrecht", "sliedrecht", "bonaire")} == {
        "papendrecht": ["a", "regio-quiz", "regio-c"],
        "sliedrecht": ["b", "regio-quiz", "regio-c"],
        "bonaire": ["regio-c"],
    }


def test_hidden_activity_is_not_shown() -> None:
    assert shown(agenda(activity("verborgen: ja"))) == []


@pytest.mark.parametrize(
    ("header", "pages"),
    [
        ("datum: 24 november 2025", ["taalcafe"]),
        ("datum: 23 november 2025", []),
        ("datum: 20 november 2025\neinddatum: 24 november 2025", ["taalcafe"]),
        ("datum: 20 november 2025\nook: 24 november 2025", ["taalcafe"]),
        ("datum: 1 januari 2035", ["taalcafe"]),
    ],
)
def test_activity_stays_for_a_year_after_its_last_date(header: str, pages: list[str]) -> None:
    assert shown(agenda(activity(header))) == pages


def test_days_hold_every_occurrence_between_archive_and_end_of_the_window() -> None:
    days = "1 november 2025, 25 november 2025, 1 december 2026, 1 oktober 2027"
    assert list(by_day(agenda(activity(f"datum: 30 oktober 2025\nook: [{days}]")))) == ["11-25", "12-01", "10-01"]
    assert by_day(agenda(activity("datum: 1 juni 2028"))) == {}


def test_listed_days_start_sixty_days_back() -> None:
    found = agenda(activity("datum: 24 september 2026\nook: [25 september 2026, 1 december 2026]"))
    assert found.listed_days == (date(2026, 9, 25), date(2026, 12, 1))
    assert len(found.by_day) == 3


def test_several_days_stand_on_each_day_and_once_in_a_span() -> None:
    found = agenda(
        activity("titel: Feest\ndatum: 30 november 2026\neinddatum: 2 december 2026"), activity(path=path("b"))
    )
    assert by_day(found) == {"11-30": ["Feest"], "12-01": ["Feest", "Taalcafé"], "12-02": ["Feest"]}
    span = found.between(date(2026, 11, 30), date(2026, 12, 6))
    assert [(f"{day:%m-%d}", [each.name for each in each_day]) for day, each_day in span] == [
        ("11-30", ["Feest"]),
        ("12-01", ["Taalcafé"]),
    ]
    tail = found.between(date(2026, 12, 2), date(2026, 12, 6))
    assert [(f"{day:%m-%d}", [each.name for each in each_day]) for day, each_day in tail] == [("12-02", ["Feest"])]


def test_several_days_across_the_edges_of_the_window() -> None:
    found = agenda(activity("datum: 22 november 2025\neinddatum: 25 november 2025"))
    assert list(by_day(found)) == ["11-24", "11-25"]
    found = agenda(activity("datum: 30 mei 2028\neinddatum: 2 juni 2028"))
    assert list(by_day(found)) == ["05-30", "05-31"]


def test_moved_date_stands_on_both_days() -> None:
    header = "wijzigingen: [{datum: 1 december 2026, naar: 3 december 2026}]"
    assert by_day(agenda(activity(header))) == {"12-01": ["Taalcafé"], "12-03": ["Taalcafé"]}


def test_by_activity_and_by_day_hold_the_same_occurrences() -> None:
    found = agenda(activity("herhaling: elke dinsdag\ntot: 10 keer"), activity("hele-dag: ja", path=path("b")))
    listed = {(each.activity.id, each.day) for dates in found.by_activity.values() for each in dates}
    assert {(each.activity.id, day) for day, dates in found.by_day.items() for each in dates} == listed
    assert len(listed) == 11


def test_on_a_day_without_anything() -> None:
    assert agenda(activity()).on(date(2026, 12, 2)) == ()


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("datum: 24 november 2026", "2026-11-24"),
        ("datum: 23 november 2026", ""),
        ("datum: 20 november 2026\neinddatum: 24 november 2026", "2026-11-20"),
        ("ook: 8 december 2026\nwijzigingen: [{datum: 1-12-2026, status: afgelast, reden: x}]", "2026-12-08"),
        ("status: afgelast\nreden: x\nook: 8 december 2026", "2026-12-01"),
        ("wijzigingen: [{datum: 1-12-2026, naar: 3-12-2026}]", "2026-12-03"),
    ],
)
def test_next_occurrence_is_the_first_that_takes_place(header: str, day: str) -> None:
    coming = agenda(activity(header)).coming
    assert [each.day.isoformat() for _, each in coming] == ([day] if day else [])


def test_coming_is_soonest_first() -> None:
    first, second = activity("datum: 3 december 2026"), activity("datum: 2 december 2026", path=path("b"))
    past = activity(f"datum: {TODAY.day - 1} november 2026", path=path("c"))
    assert [each.page for each, _ in agenda(first, second, past).coming] == ["b", "taalcafe"]
