from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import activity, network, source
from tests.calendar.strategies import lines
from tests.unit.newsletter.correspondence import edition, shown, told

from meedoen.newsletter.archive_reader import read_archive
from meedoen.newsletter.draft import Announced, Draft, Entry, Part
from meedoen.newsletter.edition_template import (
    coming_week,
    edition_text,
    highlights,
    name_of,
    settled_text,
    week_of,
    worded,
)
from meedoen.outputs.letter import Item

MONDAY, SUNDAY = date(2026, 11, 30), date(2026, 12, 6)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("2026-49", (MONDAY, SUNDAY)),
        ("2026-w49", (MONDAY, SUNDAY)),
        ("2026-53", (date(2026, 12, 28), date(2027, 1, 3))),
        ("2027-53", None),
        ("2026-0", None),
        ("49", None),
        ("week 49", None),
        ("2026-²", None),
        ("", None),
    ],
)
def test_week_is_its_year_and_number(text: str, week: tuple[date, date] | None) -> None:
    assert week_of(text) == week


def test_next_week_begins_on_the_monday_to_come() -> None:
    assert [coming_week(day) for day in (date(2026, 11, 28), MONDAY)] == [
        (MONDAY, SUNDAY),
        (date(2026, 12, 7), date(2026, 12, 13)),
    ]


def test_name_has_the_week_or_the_first_day() -> None:
    assert [
        name_of("dorp", "", MONDAY, SUNDAY),
        name_of("dorp", "jeugd", MONDAY, SUNDAY),
        name_of("dorp", "", date(2026, 12, 1), date(2026, 12, 31)),
    ] == ["dorp-2026-49", "dorp-jeugd-2026-49", "dorp-2026-12-01"]


def test_what_stands_out_goes_first_and_what_is_weekly_full_or_told_does_not() -> None:
    def one(name: str, header: str) -> object:
        return activity(
            f"datum: 2 december 2026\nsamenvatting: Kom.\n{header}", path=f"content/activiteiten/papendrecht/{name}.md"
        )

    activities = [
        one("gewoon", "titel: Gewoon"),
        one("bijzonder", "titel: Bijzonder\nuitgelicht: ja"),
        one("vol", "titel: Vol\naanmelden: {status: vol}"),
        one("elke-week", "titel: Elke week\nherhaling: elke woensdag\ntot: 30 juni 2027\nuitgelicht: ja"),
        one("verteld", "titel: Verteld\nuitgelicht: ja"),
    ]
    memory = Announced(ids=frozenset({"papendrecht-verteld"}))
    found = highlights(edition(MONDAY, SUNDAY), told(shown(activities, network(), MONDAY)), memory)  # type: ignore[arg-type]
    assert found == ("papendrecht-bijzonder", "papendrecht-gewoon")


@given(
    st.lists(lines(100).map(lambda text: " ".join(text.split())), max_size=5),
    st.sampled_from(["", "papendrecht-taalcafe"]),
)
@settings(max_examples=80)
def test_proposal_reads_back_as_it_was_whatever_activities_are_called(names: list[str], highlight: str) -> None:
    entries = tuple(Entry(item=Item(id=str(n), name=name), site="a", page="a.html") for n, name in enumerate(names))
    about = edition(MONDAY, SUNDAY, slug="brief", path="content/nieuwsbrieven/brief.yaml")
    about = worded(
        about, Draft(edition=about, title="", sender="", parts=(Part("agenda", "Agenda", entries),)), "Papendrecht"
    )
    if highlight:
        about = edition(
            MONDAY, SUNDAY, slug=about.slug, path=about.path, subject=about.subject, preheader=about.preheader,
            highlights=(highlight,),
        )  # fmt: skip
    text = edition_text(about, {highlight: names[0] if names else ""})
    archive, problems = read_archive([source(about.path, text)], [], network())
    assert problems == ()
    assert archive.editions == {"brief": about}
    assert 0 < len(about.subject) <= 100
    assert 30 <= len(about.preheader) <= 160


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b\nvastgesteld: nee\nc: d\n", "a: b\nvastgesteld: ja\nc: d\n"),
        ("a: b\n", "a: b\nvastgesteld: ja\n"),
        ('"Vastgesteld" : nee\nc: d\n', "vastgesteld: ja\nc: d\n"),
        ("intro: |\n  vastgesteld: nee\n", "intro: |\n  vastgesteld: nee\nvastgesteld: ja\n"),
    ],
)
def test_settling_touches_one_line(before: str, after: str) -> None:
    assert settled_text(before) == after
