from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsletter.writing import COLOURS, item, letter, weekly

from meedoen.newsletter.mail_style import MOST_BOOKS, MailStyle
from meedoen.outputs.letter import NoteKind, Section
from meedoen.programme.colour import contrast
from meedoen.programme.scheme import TEXT


def test_spine_is_that_of_the_theme_and_else_of_the_municipality() -> None:
    found = letter(Section("x", "X", (item(0), item(1, theme=""), item(2, theme="onbekend"), item(3), item(0))))
    dress = MailStyle(found)
    own = (found.schemes.day["spine"], found.schemes.night["spine"])
    assert [dress.spine_of(each) for each in found.items] == [1, 0, 0, 2, 1]
    assert dress.spines == (own, found.spines["taal"], found.spines["lezen"])


def test_shelf_has_a_book_for_each_activity_always_the_same() -> None:
    section = Section("x", "X", tuple(map(item, range(20))))
    dress = MailStyle(letter(section))
    shelf = dress.shelf(section)
    assert len(shelf) == MOST_BOOKS
    assert [each.spine for each in shelf] == [dress.spine_of(each) for each in section.items[:MOST_BOOKS]]
    assert shelf == MailStyle(letter(section)).shelf(section)
    assert len({(each.width, each.gap) for each in shelf}) > MOST_BOOKS / 2


@pytest.mark.parametrize(
    ("kind", "token"),
    [
        (NoteKind.CANCELLED, "stop"),
        (NoteKind.POSTPONED, "stop"),
        (NoteKind.RESCHEDULED, "move"),
        (NoteKind.FULL, "full"),
        (NoteKind.PARTLY_FULL, "full"),
        (NoteKind.OTHER, "spine"),
    ],
)
def test_note_has_the_colour_of_what_it_is_about_whatever_its_words(kind: NoteKind, token: str) -> None:
    assert MailStyle(weekly()).state(item(0, note="Vol verwachting", note_kind=kind)) == token


@given(st.integers(0, 0xFFFFFF))
def test_every_text_of_a_letter_can_be_read_whatever_the_colour_of_the_municipality(number: int) -> None:
    dress = MailStyle(letter(colour=f"#{number:06x}"))
    grounds = {"card": ("ink", "muted", "link", "stop", "full", "move", "home", "spine"), "paper": ("muted", "link"),
               "head": ("on-head",), "link": ("card",)}  # fmt: skip
    for scheme in (dress.day, dress.night):
        for ground, fronts in grounds.items():
            assert [each for each in fronts if contrast(scheme[each], scheme[ground]) < TEXT] == []


def test_letter_has_colours_of_all_its_themes() -> None:
    assert {each.theme for each in weekly().items} <= COLOURS.keys()
