from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import TODAY, activity, agenda, network, site

from meedoen.outputs import lists
from meedoen.outputs.shortcuts import Shortcut, weekend
from meedoen.outputs.site_build import Page
from meedoen.programme.vocabulary import Term

PATH = "content/activiteiten/papendrecht"
PLACES, OTHER_PLACE = Shortcut("places", "locatie/bibliotheek-papendrecht.html", 1), "locatie: wijkcentrum-papendrecht"


def ways(*headers: str, today: date = TODAY) -> tuple[Shortcut, ...]:
    """The ways into a site with these activities."""
    found = [activity(header, path=f"{PATH}/a{number}.md") for number, header in enumerate(headers)]
    (home,) = lists.home(site(agenda(*found, today=today)))
    assert isinstance(home, Page)
    return tuple(home.context["ways"])


def test_site_without_anything_has_no_ways() -> None:
    assert ways() == ()


def test_today_counts_what_goes_ahead() -> None:
    off = "datum: 24-11-2026\nwijzigingen: [{datum: 24-11-2026, status: afgelast, reden: x}]"
    assert ways("datum: 24-11-2026", off) == (Shortcut("today", "#vandaag", 1), PLACES)
    assert ways(off) == (PLACES,)


def test_weekend_leads_to_its_first_day_on_the_page() -> None:
    assert ways("datum: 28-11-2026", "datum: 29-11-2026", "datum: 5-12-2026")[0] == Shortcut(
        "weekend", "#d2026-11-28", 2
    )
    assert ways("datum: 29-11-2026")[0] == Shortcut("weekend", "#d2026-11-29", 1)


def test_weekend_of_what_began_before_leads_to_the_page_of_its_day() -> None:
    assert ways("datum: 26-11-2026\neinddatum: 29-11-2026")[0] == Shortcut("weekend", "dag/2026-11-28.html", 1)


def test_weekend_has_begun_on_saturday_and_is_today_on_sunday() -> None:
    headers = ("datum: 28-11-2026", "datum: 29-11-2026")
    assert ways(*headers, today=date(2026, 11, 28))[:2] == (
        Shortcut("today", "#vandaag", 1),
        Shortcut("weekend", "#vandaag", 2),
    )
    assert ways(*headers, today=date(2026, 11, 29))[:2] == (Shortcut("today", "#vandaag", 1), PLACES)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(23, (28, 29)), (28, (28, 29)), (29, None)],
)
def test_weekend_of_a_day(today: int, expected: tuple[int, int] | None) -> None:
    found = weekend(date(2026, 11, today))
    assert (found and tuple(each.day for each in found)) == expected


def test_children_have_a_way_for_each_age_that_has_something() -> None:
    ages = {slug: Term(slug, name) for slug, name in (("4-12", "4 tot 12 jaar"), ("12-18", "12 tot 18 jaar"))}
    words = {**network().vocabularies, "doelgroepen": {**ages, "0-4": Term("0-4", "0 tot 4 jaar")}}
    one = replace(activity(path=f"{PATH}/a.md"), audience=(ages["4-12"],))
    two = replace(activity(path=f"{PATH}/b.md"), audience=tuple(ages.values()))
    (home,) = lists.home(site(replace(agenda(one, two), network=replace(network(), vocabularies=words))))
    assert isinstance(home, Page)
    assert [each for each in home.context["ways"] if each.kind == "child"] == [
        Shortcut("child", "doelgroep/4-12.html", 2, name="4 tot 12 jaar"),
    ]
