from __future__ import annotations

from datetime import date

from tests.builders import ADDRESS, activity, agenda, events, ics, site

from meedoen.outputs import detail
from meedoen.outputs.calendar.event import Events
from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.output import Asset, Page, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition


def page(each: Activity, today: date = date(2026, 11, 24)) -> Page:
    """The page of this activity."""
    (found,) = detail.activities(site(agenda(each, today=today)))
    assert isinstance(found, Page)
    return found


def test_page_of_one_date() -> None:
    found = page(activity("", "Kom *praten*."))
    assert (found.path, found.title, found.feed, found.indexed, found.root) == (
        "activiteit/taalcafe.html",
        "Taalcafé",
        "activiteit/taalcafe.ics",
        True,
        "../",
    )
    assert (found.context["body"], found.context["past"]) == ("<p>Kom <em>praten</em>.</p>", False)
    assert (found.context["ahead"], found.context["behind"], found.context["pictures"]) == ((), (), ())


def test_page_of_a_series_parts_what_was_from_what_comes() -> None:
    found = page(activity("datum: 17 november 2026\nherhaling: elke dinsdag\ntot: 4 keer")).context
    assert found["occurrence"].day == date(2026, 11, 24)
    assert [each.day for each in found["behind"]] == [date(2026, 11, 17)]
    assert [each.day for each in found["ahead"]] == [date(2026, 12, 1), date(2026, 12, 8)]


def test_page_of_what_is_over_stays_but_is_not_indexed() -> None:
    found = page(activity("datum: 17 november 2026\nook: 18 november 2026"))
    assert (found.indexed, found.context["past"], found.context["occurrence"].day) == (False, True, date(2026, 11, 18))


def test_page_with_a_programme_in_rounds() -> None:
    header = (
        "programma:\n  - {tijd: 10.30 - 11.00, titel: Zang}\n  - {tijd: 10.00 - 10.30, titel: Welkom}\n"
        "  - {tijd: 10.30 - 11.00, titel: Dans}"
    )
    rounds = page(activity(header)).context["programme"]
    assert [[item.name for item in items] for _, items in rounds] == [["Welkom"], ["Zang", "Dans"]]


def test_page_with_pictures() -> None:
    shown = agenda(activity("afbeelding: {bestand: foto.png, alt: Een foto}"))
    pictures = {"papendrecht-taalcafe": (Rendition(480, 320, b"klein"), Rendition(960, 640, b"groot"))}
    build = SiteBuild(shown, ADDRESS, "", events, pictures=pictures)
    found, *assets = detail.activities(build)
    assert isinstance(found, Page)
    assert [path for path, _ in found.context["pictures"]] == ["beeld/taalcafe-480.webp", "beeld/taalcafe-960.webp"]
    assert [(each.path, each.content()) for each in assets if isinstance(each, Asset)] == [
        ("beeld/taalcafe-480.webp", b"klein"),
        ("beeld/taalcafe-960.webp", b"groot"),
    ]


def test_calendar_of_one_activity_has_the_very_bytes_of_the_feeds() -> None:
    each = activity()
    (found,) = detail.calendars(site(agenda(each)))
    assert isinstance(found, Asset)
    url = f"{ADDRESS}/activiteit/taalcafe.ics"
    assert (found.path, found.content()) == (
        "activiteit/taalcafe.ics",
        feed("Taalcafé", "Taalcafé, Papendrecht", url, ["Europe/Amsterdam"], [ics(each)]),
    )


def test_calendar_is_made_only_when_it_is_needed() -> None:
    asked: list[Activity] = []

    def noted(each: Activity) -> Events:
        asked.append(each)
        return events(each)

    (found,) = detail.calendars(SiteBuild(agenda(activity()), ADDRESS, "", noted))
    assert asked == []
    assert isinstance(found, Asset)
    assert b"END:VEVENT" in found.content()
    assert len(asked) == 1


def test_paths_of_an_activity_of_the_region() -> None:
    each = activity(path="content/activiteiten/regio/quiz.md")
    assert (detail.page_path(each), detail.calendar_path(each), detail.picture_path(each, 480)) == (
        "activiteit/regio-quiz.html",
        "activiteit/regio-quiz.ics",
        "beeld/regio-quiz-480.webp",
    )
