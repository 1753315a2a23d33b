from __future__ import annotations

from datetime import date

import pytest
from tests.builders import activity, agenda

from meedoen.agenda.agenda import Agenda
from meedoen.publishing.site_summary import Soon, summarise, weekend

FOLDER = "content/activiteiten/papendrecht"
WEDNESDAY = date(2026, 11, 25)


def shown(*headers: str, today: date = WEDNESDAY) -> Agenda:
    some = [activity(header, path=f"{FOLDER}/a-{number}.md") for number, header in enumerate(headers)]
    return agenda(*some, today=today)


def names(some: tuple[Soon, ...]) -> list[str]:
    return [each.name for each in some]


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 23), (28, 29)),
        (date(2026, 11, 27), (28, 29)),
        (date(2026, 11, 28), (28, 29)),
        (date(2026, 11, 29), (29, 29)),
    ],
)
def test_weekend_is_what_comes_or_what_is_left_of_it(today: date, days: tuple[int, int]) -> None:
    assert weekend(today) == (date(2026, 11, days[0]), date(2026, 11, days[1]))


def test_summary_has_what_is_today_this_weekend_and_soon() -> None:
    found = summarise(
        shown(
            "titel: Nu\ndatum: 25 november 2026",
            "titel: Ziek\ndatum: 25 november 2026\nstatus: afgelast\nreden: De docent is ziek.",
            "titel: Zaterdag\ndatum: 28 november 2026",
            "titel: Zondag\ndatum: 29 november 2026",
            "titel: Maandag\ndatum: 30 november 2026",
            "titel: Later\ndatum: 2 december 2026",
        ),
        12,
    )
    assert (found.slug, found.activities, found.occurrences, found.this_week, found.files) == (
        "papendrecht", 6, 6, 4, 12,
    )  # fmt: skip
    assert (names(found.today), names(found.weekend), names(found.soon)) == (
        ["Nu"], ["Zaterdag", "Zondag"], ["Nu", "Zaterdag", "Zondag"],
    )  # fmt: skip
    assert found.today[0] == Soon(
        found.today[0].order, "Nu", "activiteit/a-0.html", "woensdag 25 november 2026, 10.00 tot 11.30 uur",
        "10.00 tot 11.30 uur", {},
    )  # fmt: skip


def test_what_lasts_several_days_says_which_under_today_too() -> None:
    days = "datum: 24 november 2026\neinddatum: 26 november 2026\nhele-dag: ja"
    assert [each.time for each in summarise(shown(f"titel: Kamp\n{days}"), 0).today] == [
        "24 tot en met 26 november 2026"
    ]


def test_activity_is_named_once_however_often_it_takes_place() -> None:
    header = "titel: Krantentafel\ndatum: 25 november 2026\nherhaling: elke dag\ntot: 29 november 2026"
    found = summarise(shown(header, "titel: Feest\ndatum: 29 november 2026"), 0)
    assert (names(found.soon), found.this_week) == (["Krantentafel", "Feest"], 6)


def test_week_without_anything_names_what_comes_first_after_it() -> None:
    found = summarise(shown("titel: Winter\ndatum: 12 december 2026", "titel: Lente\ndatum: 12 april 2027"), 0)
    assert (found.this_week, names(found.soon)) == (0, ["Winter", "Lente"])


def test_what_counts_for_another_site_is_not_named_for_all() -> None:
    found = summarise(
        shown("titel: Nu\ndatum: 25 november 2026", "titel: Zaterdag\ndatum: 28 november 2026"), 0, lambda _: False
    )
    assert (found.today, found.weekend, names(found.soon)) == ((), (), ["Nu", "Zaterdag"])
