from __future__ import annotations

import random
import re
from math import hypot
from pathlib import Path

import pytest

from meedoen.programme.colour import BLACK, WHITE, contrast, mix, oklab
from meedoen.programme.scheme import (
    CHOSEN,
    DERIVED,
    PAIRS,
    PATTERN,
    TOKENS,
    Accents,
    Pair,
    Scheme,
    day,
    lacking,
    night,
    schemes,
    spine,
)

ROOT = Path(__file__).parents[3]
GROUNDS = ("paper", "card", "tint")
TEXTS = ("ink", "muted", "link", "spine", "stop", "full", "move", "home")


def brands() -> list[str]:
    found = [re.search(r'kleur: "(#\w+)"', path.read_text()) for path in (ROOT / "content/gemeenten").glob("*.yaml")]
    return [each[1] for each in found if each]


def any_colours(count: int) -> list[str]:
    """Always the same, with those at the corners of what a screen can show."""
    corners = [f"#{r}{g}{b}" for r in ("00", "80", "ff") for g in ("00", "80", "ff") for b in ("00", "80", "ff")]
    made = random.Random(4)  # noqa: S311 - the same colours every time
    return corners + [f"#{made.randrange(1 << 24):06x}" for _ in range(count - len(corners))]


def low(scheme: Scheme, pattern: str) -> list[Pair]:
    return [each.pair for each in lacking(scheme, pattern)]


def test_table_asks_for_every_text_and_control_on_every_ground() -> None:
    texts = {(each.front, each.ground) for each in PAIRS if each.least == 4.5}
    edges = {(each.front, each.ground) for each in PAIRS if each.least == 3.0}
    assert texts == {(text, ground) for text in TEXTS for ground in GROUNDS} | {("on-head", "head"), ("card", "link")}
    assert edges == {(each, ground) for each in ("ink", "muted", "link") for ground in GROUNDS} | {("on-head", "head")}
    assert [each for each in PAIRS if not each.source.startswith("WCAG 1.4.")] == []


def test_every_token_but_the_line_is_in_a_pair() -> None:
    assert {each.name for each in TOKENS} - {name for each in PAIRS for name in (each.front, each.ground)} == {"line"}


def test_4000_colours_by_day_and_by_night_have_all_pairs() -> None:
    colours = any_colours(4_000)
    made = {colour: schemes(colour) for colour in colours}
    assert [each for each in colours if low(made[each].day, made[each].pattern)] == []
    assert [each for each in colours if low(made[each].night, made[each].pattern)] == []
    ratios = [
        contrast(scheme[pair.front], scheme[pair.ground]) / pair.least
        for each in made.values()
        for scheme in (each.day, each.night)
        for pair in PAIRS
    ]
    assert min(ratios) >= 1.02  # a tenth in hand


@pytest.mark.programme
def test_municipalities_keep_their_own_colour_by_day() -> None:
    own = {brand: schemes(brand).day for brand in brands()}
    assert [brand for brand, each in own.items() if (each["head"], each["link"], each["spine"]) != (brand,) * 3] == []
    assert len(own) == 12


def test_scheme_has_the_tokens_in_their_order() -> None:
    own = schemes("#ffd100")
    assert [list(own.day), list(own.night)] == [[each.name for each in TOKENS]] * 2


def test_fixed_tokens_are_those_of_the_table() -> None:
    fixed = [each for each in TOKENS if each.day and not each.moves]
    own = schemes("#ffd100")
    assert {each.name: (own.day[each.name], own.night[each.name]) for each in fixed} == {
        each.name: (each.day, each.night) for each in fixed
    }


def test_states_stay_as_they_are_where_they_can() -> None:
    states = {each.name: (each.day, each.night) for each in TOKENS if each.moves}
    for brand in brands():
        own = schemes(brand)
        assert {name: (own.day[name], own.night[name]) for name in states} == states


@pytest.mark.parametrize(("brand", "expected"), [("#ffd100", "#231f1a"), ("#004f9f", WHITE)])
def test_letters_in_the_head_are_dark_or_white(brand: str, expected: str) -> None:
    assert (day(brand)["head"], day(brand)["on-head"]) == (brand, expected)


def test_head_moves_where_neither_dark_nor_white_letters_can_be_read() -> None:
    found = day("#6b7f32")
    assert (found["head"] != "#6b7f32", found["on-head"]) == (True, WHITE)
    assert contrast(found["head"], WHITE) == pytest.approx(4.6, abs=0.06)


def test_letters_at_night_are_chalk_on_a_dark_head() -> None:
    found = [night(brand) for brand in ("#ffd100", WHITE, BLACK)]
    assert [each["on-head"] for each in found] == ["#f1e9dc"] * 3
    assert [each for each in found if contrast(each["head"], each["on-head"]) < 7] == []


def test_colours_that_are_made_lighter_for_the_night_do_not_glow() -> None:
    made = {brand: night(brand) for brand in ("#0000ff", "#c00000", *brands())}
    colours = [each[name] for each in made.values() for name in ("link", "spine")]
    assert max(hypot(*oklab(each)[1:]) for each in colours) < 0.105


@pytest.mark.parametrize(("brand", "expected"), [("#ffd100", WHITE), ("#004f9f", BLACK)])
def test_pattern_is_unlike_the_letters_on_it(brand: str, expected: str) -> None:
    assert schemes(brand).pattern == expected


def test_pattern_counts_as_a_ground() -> None:
    chosen = Accents(head="#7b6f60", on_head=WHITE)
    found = {ink: [(each.pair.ground, each.ground) for each in lacking(day("#004f9f", chosen), ink)] for ink in PATTERN}
    lines = mix(WHITE, "#7b6f60", PATTERN[WHITE])
    assert found == {BLACK: [], WHITE: [("head", lines)]}


@pytest.mark.parametrize("token", CHOSEN)
def test_chosen_colour_is_taken_as_it_is(token: str) -> None:
    chosen = Accents(**{token.replace("-", "_"): "#123456"})
    own = schemes("#ffd100", chosen, chosen)
    assert (own.day[token], own.night[token]) == ("#123456", "#123456")


def test_derived_colours_follow_the_ground_that_was_chosen() -> None:
    found = day("#ffd100", Accents(tint="#e0d0a0"))
    assert contrast(found["link"], "#e0d0a0") >= 5.0
    assert (found["link"] != day("#ffd100")["link"], found["paper"]) == (True, day("#ffd100", DERIVED)["paper"])


@pytest.mark.parametrize("dark", [False, True])
def test_spine_of_any_colour_can_be_read(dark: bool) -> None:
    scheme = night("#ffd100") if dark else day("#ffd100")
    found = {each: spine(each, scheme, dark=dark) for each in any_colours(300)}
    assert [each for each in found if min(contrast(found[each], scheme[ground]) for ground in GROUNDS) < 4.5] == []


def test_spine_that_can_be_read_is_itself() -> None:
    assert spine("#004f9f", day("#ffd100")) == "#004f9f"
