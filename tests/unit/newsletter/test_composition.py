from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.builders import activity, network
from tests.calendar.strategies import changes, facts, moments, read, whereabouts
from tests.calendar.strategies import network as wide_network
from tests.unit.newsletter.correspondence import Post, broken, edition, shown, told, weekly, write

from meedoen.content.source import SourceFile
from meedoen.newsletter.composition import compose
from meedoen.newsletter.draft import Draft
from meedoen.newsletter.letter_builder import setting_of
from meedoen.newsletter.section import CANCELLED, HIGHLIGHTS, MOVED
from meedoen.outputs.letter import NoteKind
from meedoen.programme.activity import Activity
from meedoen.publishing.newsletter_workspace import NewsletterWorkspace, open_newsletter_workspace

ROOT = Path(__file__).parents[3]
MONDAY = date(2026, 11, 30)
SERIES = "herhaling: elke dinsdag\ntot: 29 juni 2027\n"


def _path(name: str) -> str:
    return f"content/activiteiten/papendrecht/{name}.md"


def _letter(*activities: Activity, earlier: tuple[Draft, ...] = (), **more: object) -> Draft:
    first: date = more.pop("first", MONDAY)  # type: ignore[assignment]
    last: date = more.pop("last", first + timedelta(days=6))  # type: ignore[assignment]
    as_of: date | None = more.pop("as_of", None)  # type: ignore[assignment]
    return write(edition(first, last, as_of, **more), shown(activities, network(), first), earlier)


def _lines(draft: Draft) -> list[tuple[str, str, str, str]]:
    return [
        (part.title, each.item.name, each.item.when, each.item.note) for part in draft.parts for each in part.entries
    ]


def test_letter_of_a_week_has_each_activity_once_under_its_heading() -> None:
    loose = activity("titel: Lezing\ndatum: 2 december 2026\ndoelgroep: [18+]", path=_path("lezing"))
    many = activity("titel: Feest\ndatum: 5 december 2026\ndoelgroep: jeugd", path=_path("feest"))
    draft = _letter(activity(SERIES), loose, many)
    assert _lines(draft) == [
        ("Nieuw", "Taalcafé", "dinsdag 1 december, 10.00-11.30 uur (elke dinsdag)", ""),
        ("Voor Jeugd", "Feest", "zaterdag 5 december, 10.00-11.30 uur", ""),
        ("Voor 18 jaar en ouder", "Lezing", "woensdag 2 december, 10.00-11.30 uur", ""),
    ]
    assert draft.title == "Papendrecht, 30 november t/m 6 december"


def test_series_that_was_told_before_stands_with_what_is_there_every_week() -> None:
    first = _letter(activity(SERIES))
    second = _letter(activity(SERIES), earlier=(first,), first=MONDAY + timedelta(days=7))
    assert _lines(second) == [("Elke week", "Taalcafé", "dinsdag 8 december, 10.00-11.30 uur (elke dinsdag)", "")]


def test_what_was_put_in_the_agenda_after_the_last_letter_is_new() -> None:
    one = activity("titel: Lezing\ndatum: 9 december 2026", path=_path("lezing"))
    agenda = shown([one], network(), MONDAY)
    first = write(edition(MONDAY, MONDAY + timedelta(days=6)), agenda)
    about = edition(MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))
    late, early = (
        compose(about, [replace(each, created=on) for each in told(agenda)], [first], setting_of(network()))
        for on in (MONDAY, MONDAY - timedelta(days=1))
    )
    assert [part.title for part in late.parts] == ["Nieuw"]
    assert [part.title for part in early.parts] == ["Voor iedereen"]


def test_cancelled_date_is_told_to_who_was_told_that_it_would_be_and_once() -> None:
    off = activity(SERIES + "wijzigingen: [{datum: 15 december 2026, status: afgelast, reden: De docent is ziek.}]")
    before = _letter(activity(SERIES))
    after = _letter(off, earlier=(before,), first=MONDAY + timedelta(days=14))
    assert _lines(after) == [
        ("Gaat niet door", "Taalcafé", "dinsdag 15 december, 10.00-11.30 uur", "Gaat niet door: De docent is ziek.")
    ]
    again = _letter(off, earlier=(before, after), first=MONDAY + timedelta(days=14), last=MONDAY + timedelta(days=20))
    assert again.parts == ()
    assert _letter(off, first=MONDAY + timedelta(days=14)).parts == ()


def test_date_that_goes_ahead_after_all_says_so() -> None:
    off = activity(SERIES + "wijzigingen: [{datum: 15 december 2026, status: afgelast, reden: De docent is ziek.}]")
    first = _letter(activity(SERIES))
    second = _letter(off, earlier=(first,), first=date(2026, 12, 7), last=date(2026, 12, 20))
    third = _letter(activity(SERIES), earlier=(first, second), first=date(2026, 12, 14))
    assert [note for *_, note in _lines(third)] == ["Gaat toch door"]
    fourth = _letter(activity(SERIES), earlier=(first, second, third), first=date(2026, 12, 14))
    assert [note for *_, note in _lines(fourth)] == [""]


def test_cancelled_date_beside_others_says_which_go_ahead() -> None:
    off = activity(SERIES + "wijzigingen: [{datum: 15 december 2026, status: afgelast, reden: Ziek.}]")
    month = _letter(off, earlier=(_letter(activity(SERIES)),), first=date(2026, 12, 7), last=date(2026, 12, 27))
    assert _lines(month) == [
        (
            "Gaat niet door",
            "Taalcafé",
            "dinsdag 15 december, 10.00-11.30 uur",
            "Gaat niet door: Ziek. Wel: dinsdag 8 en 22 december, 10.00-11.30 uur",
        )
    ]


def test_date_that_was_taken_out_after_it_was_told_does_not_go_ahead() -> None:
    both = activity("datum: 1 december 2026\nook: [8 december 2026]\nherhaling: losse data")
    before = _letter(both, last=date(2026, 12, 13))
    after = _letter(activity("datum: 1 december 2026"), earlier=(before,), first=date(2026, 12, 7))
    assert _lines(after) == [("Gaat niet door", "Taalcafé", "dinsdag 8 december, 10.00-11.30 uur", "Gaat niet door")]


@pytest.mark.parametrize(
    ("change", "when", "note"),
    [
        (
            "naar: 10 december 2026, reden: De zaal is bezet.",
            "donderdag 10 december, 10.00-11.30 uur",
            "Verplaatst: was dinsdag 8 december. De zaal is bezet.",
        ),
        ("tijd: 14.00 - 15.00", "dinsdag 8 december, 14.00-15.00 uur", "Andere tijd: was 10.00-11.30 uur"),
        ("locatie: wijkcentrum", "dinsdag 8 december, 10.00-11.30 uur", "Andere plek: was Bibliotheek Papendrecht"),
    ],
)
def test_moved_date_says_what_it_was(change: str, when: str, note: str) -> None:
    once = "datum: 8 december 2026\n"
    before = _letter(activity(once), last=date(2026, 12, 13))
    moved = activity(f"{once}wijzigingen: [{{datum: 8 december 2026, {change}}}]")
    after = _letter(moved, earlier=(before,), first=date(2026, 12, 7))
    assert _lines(after) == [("Verplaatst", "Taalcafé", when, note)]
    assert [part.key for part in _letter(moved, earlier=(before, after), first=date(2026, 12, 7)).parts] != [MOVED]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("datum: 8 december 2026, status: afgelast, reden: Ziek.", NoteKind.CANCELLED),
        ("datum: 8 december 2026, status: uitgesteld, reden: Ziek.", NoteKind.POSTPONED),
        ("datum: 8 december 2026, naar: 10 december 2026", NoteKind.RESCHEDULED),
        ("datum: 8 december 2026, tijd: 14.00 - 15.00", NoteKind.OTHER),
        ("datum: 8 december 2026, status: vol", NoteKind.PARTLY_FULL),
        ("datum: 8 december 2026, status: vol}, {datum: 9 december 2026, status: vol", NoteKind.FULL),
    ],
)
def test_note_knows_what_it_is_about(change: str, kind: NoteKind) -> None:
    both = "datum: 8 december 2026\nook: [9 december 2026]\nherhaling: losse data\n"
    before = _letter(activity(both), last=date(2026, 12, 13))
    after = _letter(activity(f"{both}wijzigingen: [{{{change}}}]"), earlier=(before,), first=date(2026, 12, 7))
    assert [each.item.note_kind for each in after.entries] == [kind]


def test_series_that_is_at_another_time_from_now_on_says_so_once() -> None:
    before = _letter(activity(SERIES))
    moved = activity(SERIES + "tijd: 13.00 - 14.30")
    after = _letter(moved, earlier=(before,), first=date(2026, 12, 7))
    assert _lines(after) == [
        (
            "Verplaatst",
            "Taalcafé",
            "dinsdag 8 december, 13.00-14.30 uur (elke dinsdag)",
            "Andere tijd: was 10.00-11.30 uur",
        )
    ]
    assert [part.title for part in _letter(moved, earlier=(before, after), first=date(2026, 12, 14)).parts] == [
        "Elke week"
    ]


def test_series_that_was_once_at_another_time_has_not_moved() -> None:
    once = activity(SERIES + "wijzigingen: [{datum: 8 december 2026, tijd: 15.00 - 16.00}]")
    first = _letter(once)
    second = _letter(once, earlier=(first,), first=date(2026, 12, 7))
    third = _letter(once, earlier=(first, second), first=date(2026, 12, 14))
    assert [[part.title for part in each.parts] for each in (first, second, third)] == [
        ["Nieuw"],
        ["Verplaatst"],
        ["Elke week"],
    ]


def test_nothing_that_was_over_when_the_letter_was_made_is_in_it() -> None:
    draft = _letter(activity(SERIES), last=date(2026, 12, 13), as_of=date(2026, 12, 2))
    assert [each.day for entry in draft.entries for each in entry.dates] == [date(2026, 12, 8)]


def test_hidden_and_left_out_activities_are_in_no_letter() -> None:
    hidden = activity("verborgen: ja", path=_path("verborgen"))
    assert _letter(hidden, activity(SERIES), left_out=("papendrecht-taalcafe",)).parts == ()


def test_highlight_comes_first_once_and_may_be_of_later() -> None:
    later = activity("titel: Feest\ndatum: 9 januari 2027", path=_path("feest"))
    draft = _letter(activity(SERIES), later, highlights=("papendrecht-feest", "papendrecht-taalcafe"))
    assert [(part.key, [each.item.name for each in part.entries]) for part in draft.parts] == [
        (HIGHLIGHTS, ["Feest", "Taalcafé"])
    ]


def test_section_holds_so_many_and_says_how_many_more_there_are() -> None:
    several = [activity(f"titel: Lezing {n}\ndatum: {n} december 2026", path=_path(f"lezing-{n}")) for n in range(1, 6)]
    (part,) = _letter(*several, most_in_section=3).parts
    assert ([each.item.name for each in part.entries], part.more, part.site, part.list) == (
        ["Lezing 1", "Lezing 2", "Lezing 3"],
        2,
        "papendrecht",
        "week/2026-w49.html",
    )


def test_letter_never_grows_too_large_for_a_mail_and_loses_no_cancellation() -> None:
    several = [
        activity(f"titel: Lezing {n}\ndatum: 2 december 2026\nthema: taal", path=_path(f"l-{n}")) for n in range(60)
    ]
    cancelled = [
        activity("datum: 4 december 2026\nstatus: afgelast\nreden: Ziek.", path=_path(f"a-{n}")) for n in range(9)
    ]
    was = [activity("datum: 4 december 2026", path=_path(f"a-{n}")) for n in range(9)]
    before = _letter(*was, most_in_section=40)
    draft = _letter(*several, *cancelled, earlier=(before,), most_in_section=60, sections=("thema",))
    assert [(part.key, len(part.entries), part.more) for part in draft.parts] == [
        ("thema/taal", 31, 29),
        (CANCELLED, 9, 0),
    ]


def test_letter_for_an_audience_has_that_alone() -> None:
    old = activity("titel: Lezing\ndatum: 2 december 2026\ndoelgroep: [18+]", path=_path("lezing"))
    draft = _letter(activity("doelgroep: jeugd"), old, audience="jeugd")
    assert [each.item.name for each in draft.entries] == ["Taalcafé"]
    assert draft.title == "Papendrecht, voor Jeugd, 30 november t/m 6 december"


def test_named_sections_take_what_is_theirs_and_leave_the_rest_out() -> None:
    taal = activity("thema: taal")
    other = activity("titel: Lezing\ndatum: 2 december 2026", path=_path("lezing"))
    draft = _letter(taal, other, sections=("thema/taal",))
    assert [(part.key, part.title, [each.item.name for each in part.entries]) for part in draft.parts] == [
        ("thema/taal", "Taal", ["Taalcafé"])
    ]


def test_help_and_last_chances_are_sections_for_who_asks_for_them() -> None:
    helped = activity("hulp-gezocht: Wie schenkt er koffie?")
    course = activity(
        "titel: Cursus\ndatum: 12 januari 2027\naanmelden: {plaatsen: 10, tot: 4 december 2026}", path=_path("cursus")
    )
    draft = _letter(helped, course, sections=("laatste-plaatsen", "hulp-gezocht"))
    assert _lines(draft) == [
        (
            "Meld je nu aan",
            "Cursus",
            "dinsdag 12 januari, 10.00-11.30 uur",
            "Aanmelden kan tot en met vrijdag 4 december",
        ),
        ("Hulp gezocht", "Taalcafé", "dinsdag 1 december, 10.00-11.30 uur", "Hulp gezocht: Wie schenkt er koffie?"),
    ]


def test_full_dates_say_so() -> None:
    full = activity("aanmelden: {status: vol}")
    assert [note for *_, note in _lines(_letter(full))] == ["Vol"]


@st.composite
def _lives(draw: st.DrawFn) -> tuple[SourceFile, SourceFile, int]:
    """An activity before and after something changed, and in which week that was."""
    number = draw(st.integers(0, 10**9))
    header = [f"titel: Verhaal {number}", *draw(moments()), *draw(whereabouts("papendrecht")), *draw(facts())]
    plain = [line for line in header if not line.startswith(("status:", "reden:"))]
    path = f"content/activiteiten/papendrecht/verhaal-{number}.md"
    before = SourceFile(path, "\n".join(["---", *plain, "---", ""]).encode())
    planned = read(before)
    assume(planned is not None)
    assert planned is not None
    after = SourceFile(
        path, "\n".join(["---", *header, *draw(changes(planned.schedule, "papendrecht")), "---", ""]).encode()
    )
    assume(read(after) is not None)
    return before, after, draw(st.integers(0, 6))


@settings(
    max_examples=int(os.environ.get("MEEDOEN_VOORBEELDEN", "60")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
@given(
    st.lists(_lives(), min_size=1, max_size=4, unique_by=lambda each: each[0].path),
    st.integers(-3, 10),
    st.integers(0, 6),
)
def test_letters_in_a_row_keep_their_promises_whatever_is_in_the_agenda(
    lives: list[tuple[SourceFile, SourceFile, int]], shift: int, ahead: int
) -> None:
    both = [(read(before), read(after), week) for before, after, week in lives]
    first = both[0][0]
    assert first is not None
    start = first.schedule.days[0] + timedelta(weeks=shift)
    monday = start - timedelta(days=start.weekday())
    versions = [
        [found for before, after, week in both if (found := after if number >= week else before) is not None]
        for number in range(7)
    ]
    assert broken(weekly(versions, wide_network(), monday, ahead)) == []


@pytest.fixture(scope="module")
def newsletter_workspace() -> NewsletterWorkspace:
    """The workspace of the example programme."""
    room, problems = open_newsletter_workspace(ROOT / "content", date(2026, 11, 28))
    assert problems == ()
    assert room is not None
    return room


@pytest.fixture(scope="module")
def ten(newsletter_workspace: NewsletterWorkspace) -> list[Post]:
    """Ten letters for Papendrecht by the rules alone, one a week."""
    return weekly([newsletter_workspace.activities] * 10, newsletter_workspace.network, MONDAY)


@pytest.mark.programme
def test_ten_real_letters_keep_their_promises(ten: list[Post]) -> None:
    assert broken(ten) == []


@pytest.mark.programme
@pytest.mark.parametrize(
    ("municipality", "audience"), [("regio", ""), ("regio", "nieuwkomers"), ("dordrecht", "18-plus")]
)
def test_letter_has_or_counts_everything_that_the_sites_have(
    newsletter_workspace: NewsletterWorkspace, municipality: str, audience: str
) -> None:
    about = edition(MONDAY, MONDAY + timedelta(days=6), municipality=municipality, audience=audience)
    draft = compose(about, newsletter_workspace.gathered(municipality), (), setting_of(newsletter_workspace.network))
    sites = newsletter_workspace.network.municipalities if municipality == "regio" else [municipality]
    there = {
        each.activity.id
        for site in sites
        for of_activity in shown(
            newsletter_workspace.activities, newsletter_workspace.network, MONDAY, site
        ).by_activity.values()
        for each in of_activity
        if each.takes_place and each.last_day >= about.first and each.day <= about.last
        if not audience or audience in {term.slug for term in each.activity.audience}
    }
    told_ids = [entry.item.id for entry in draft.entries]
    assert len(told_ids) == len(set(told_ids))
    assert set(told_ids) <= there
    assert len(told_ids) + sum(part.more for part in draft.parts) == len(there)


@pytest.mark.programme
def test_ten_real_letters_have_what_there_is_to_tell(ten: list[Post]) -> None:
    keys = {part.key.partition("/")[0] for post in ten for part in post.draft.parts}
    assert keys == {"nieuw", "doelgroep", "elke-week", MOVED, CANCELLED}
    assert all(post.draft.entries for post in ten)
