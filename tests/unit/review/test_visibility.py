"""Where an activity will be seen: the same as what the build makes."""

from __future__ import annotations

from tests.builders import TODAY, activity, agenda, network, site

from meedoen.agenda.agenda import Window
from meedoen.outputs.subscription import subscriptions
from meedoen.programme.activity import Activity
from meedoen.review.visibility import site_build, visibility

WINDOW = Window.around(TODAY)
REGIONAL = "content/activiteiten/regio/lezing.md"
TAGGED = "doelgroep: [18+]\nthema: [taal]\nprijs: gratis\norganisator: taalhuis\n"


def seen(each: Activity) -> list[tuple[str, str]]:
    return [(found.site.slug, found.page) for found in visibility(each, network(), WINDOW)]


def test_calendars_and_choices_are_those_of_a_whole_site() -> None:
    each, other = activity(TAGGED), activity(path="content/activiteiten/papendrecht/anders.md")
    (found,) = visibility(each, network(), WINDOW)
    shown = agenda(each, other)
    assert [facet.slug for facet in found.facets] == [
        facet.slug for facet in shown.facets if each in [activity for activity, _ in facet.coming]
    ]
    assert [calendar.path for calendar in found.calendars] == [
        calendar.path for calendar in subscriptions(site(shown)) if each in calendar.coming
    ]
    assert len(found.calendars) > 5


def test_activity_of_the_region_is_on_the_sites_that_it_names() -> None:
    assert seen(activity("adres: {naam: Park}\ngemeenten: [sliedrecht, papendrecht]", path=REGIONAL)) == [
        ("papendrecht", "activiteit/regio-lezing.html"),
        ("sliedrecht", "activiteit/regio-lezing.html"),
    ]


def test_what_is_hidden_or_long_past_is_on_no_site() -> None:
    assert (seen(activity("verborgen: ja")), seen(activity("datum: 1 december 2024"))) == ([], [])


def test_what_is_past_is_still_on_a_page_and_under_no_choice() -> None:
    (found,) = visibility(activity("datum: 1 juni 2026"), network(), WINDOW)
    assert (found.facets, found.calendars) == ((), ())


def test_site_stands_at_its_own_address() -> None:
    build = site_build("papendrecht", (activity(),), network(), WINDOW)
    assert build.url("kies.html") == "https://papendrecht.agenda.example.org/kies.html"
    assert build.events(activity()).all.startswith(b"BEGIN:VEVENT")
