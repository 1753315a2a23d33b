from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.builders import ADDRESS, activity, agenda, events, site

from meedoen.agenda.occurrence import occurrences
from meedoen.agenda.revision import Past, Revision
from meedoen.outputs import detail
from meedoen.outputs.site_build import Asset, Page, SiteBuild
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


def test_page_says_the_day_of_its_last_change_on_the_clock_of_its_place() -> None:
    each = activity()
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    build = replace(site(agenda(each)), past=Past({each.id: Revision(late, late)}))
    assert (detail.updated(build, each), page(each).updated) == (date(2026, 11, 21), None)
    (found,) = detail.activities(build)
    assert isinstance(found, Page)
    assert found.updated == date(2026, 11, 21)


def test_page_of_a_series_parts_what_was_from_what_comes() -> None:
    found = page(activity("datum: 17 november 2026\nherhaling: elke dinsdag\ntot: 4 keer")).context
    assert found["occurrence"].day == date(2026, 11, 24)
    assert [each.day for each in found["behind"]] == [date(2026, 11, 17)]
    assert [each.day for each in found["ahead"]] == [date(2026, 12, 1), date(2026, 12, 8)]


@pytest.mark.parametrize(
    ("today", "indexed"), [(date(2026, 11, 19), True), (date(2026, 12, 18), True), (date(2026, 12, 19), False)]
)
def test_page_of_what_is_over_stays_and_is_found_for_thirty_days(today: date, indexed: bool) -> None:
    found = page(activity("datum: 17 november 2026\nook: 18 november 2026"), today)
    assert (found.indexed, found.context["past"], found.context["occurrence"].day) == (
        indexed,
        True,
        date(2026, 11, 18),
    )


def test_page_of_what_is_over_is_about_the_last_date_that_went_ahead() -> None:
    dates = "datum: 17 november 2026\nook: 18 november 2026"
    header = f"{dates}\nwijzigingen:\n  - {{datum: 18 november 2026, status: afgelast, reden: Ziek.}}"
    assert page(activity(header)).context["occurrence"].day == date(2026, 11, 17)
    whole = page(activity(f"{header}\nstatus: afgelast\nreden: Geen docent."))
    assert whole.context["occurrence"].day == date(2026, 11, 18)


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


def test_each_date_soon_of_a_series_has_a_calendar_file() -> None:
    given = activity("datum: 3 november 2026\nherhaling: elke dinsdag\ntot: 40 keer")
    shown = agenda(given, today=date(2026, 11, 25))
    found = [detail.date_calendar_path(each, shown.window) for each in shown.by_activity[given]]
    assert [path for path in found if path] == [
        f"activiteit/taalcafe--{day}.ics"
        for day in (
            "2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29", "2027-01-05", "2027-01-12",
            "2027-01-19",
        )
    ]  # fmt: skip
    assert "".join(found[:4]) == ""


def test_calendar_file_of_a_date_stays_when_it_moves_and_when_it_does_not_go_ahead() -> None:
    given = activity(
        "datum: 24 november 2026\nherhaling: elke dinsdag\ntot: 3 keer\nwijzigingen:\n"
        "  - {datum: 24 november 2026, status: verplaatst, naar: 26 november 2026, reden: Zaal bezet.}\n"
        "  - {datum: 1 december 2026, status: afgelast, reden: Ziek.}"
    )
    found = agenda(given)
    assert [(f"{each.day:%m-%d}", detail.date_calendar_path(each, found.window)) for each in occurrences(given)] == [
        ("11-24", ""),
        ("11-26", "activiteit/taalcafe--2026-11-24.ics"),
        ("12-01", "activiteit/taalcafe--2026-12-01.ics"),
        ("12-08", "activiteit/taalcafe--2026-12-08.ics"),
    ]


def test_activity_of_one_date_has_no_other_file_for_it() -> None:
    given = activity()
    assert [detail.date_calendar_path(each, agenda().window) for each in occurrences(given)] == [""]


def test_page_has_the_files_of_single_dates_that_take_place() -> None:
    weekly = "datum: 24 november 2026\nherhaling: elke dinsdag\ntot: 4 keer\n"
    change = "wijzigingen: [{datum: 1-12-2026, status: afgelast, reden: x}]"
    assert page(activity(weekly + change)).context["once"] == (
        ("activiteit/taalcafe--2026-11-24.ics", date(2026, 11, 24)),
        ("activiteit/taalcafe--2026-12-08.ics", date(2026, 12, 8)),
        ("activiteit/taalcafe--2026-12-15.ics", date(2026, 12, 15)),
    )


def test_page_says_how_many_of_the_later_dates_are_otherwise() -> None:
    weekly = "datum: 24 november 2026\nherhaling: elke dinsdag\ntot: 15 keer\n"
    change = "wijzigingen: [{datum: 1-12-2026, status: vol}, {datum: 2-3-2027, status: vol}]"
    found = page(activity(weekly + change)).context
    assert (found["most"], len(found["ahead"]), found["otherwise"]) == (12, 14, 1)


def test_paths_of_an_activity_of_the_region() -> None:
    each = activity(path="content/activiteiten/regio/quiz.md")
    assert (detail.page_path(each), detail.calendar_path(each), detail.picture_path(each, 480)) == (
        "activiteit/regio-quiz.html",
        "activiteit/regio-quiz.ics",
        "beeld/regio-quiz-480.webp",
    )


def named(found: Page) -> list[str]:
    """The other activities that a page names."""
    return [each.name for each in found.context["related"]]


def test_page_names_others_about_the_same_or_at_the_same_place() -> None:
    def other(title: str, header: str) -> Activity:
        return activity(f"titel: {title}\n{header}", path=f"content/activiteiten/papendrecht/{title.lower()}.md")

    taal = activity("thema: taal")
    shown = agenda(
        taal,
        other("Later", "thema: taal\nlocatie: wijkcentrum\ndatum: 5 januari 2027"),
        other("Eerder", "thema: taal\nlocatie: wijkcentrum\ndatum: 3 december 2026"),
        other("Hier", "datum: 8 december 2026"),
        other("Ook-hier", "datum: 9 december 2026"),
        other("Afgelast", "thema: taal\ndatum: 2 december 2026\nstatus: afgelast\nreden: Ziek."),
        other("Anders", "thema: techniek\nlocatie: wijkcentrum"),
        other("Geweest", "thema: taal\ndatum: 3 november 2026"),
    )
    pages = {each.title: each for each in detail.activities(site(shown)) if isinstance(each, Page)}
    assert named(pages["Taalcafé"]) == ["Eerder", "Hier", "Later"]
    assert named(pages["Anders"]) == ["Eerder", "Later"]


def test_page_of_the_only_activity_names_no_other() -> None:
    assert named(page(activity("thema: taal"))) == []
