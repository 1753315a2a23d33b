from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.outputs.colour import TEXT, contrast
from meedoen.outputs.stylesheet import day, night

ROOT = Path(__file__).parents[3]
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = ("paper", "card", "tint")
PAIRS = [(text, ground) for ground in GROUNDS for text in ("ink", "muted", "link", "spine")]
PAIRS += [("on-head", "head"), ("card", "link")]


def brands() -> list[str]:
    found = [re.search(r'kleur: "(#\w+)"', path.read_text()) for path in (ROOT / "content/gemeenten").glob("*.yaml")]
    return [each[1] for each in found if each]


def low(properties: dict[str, str]) -> list[tuple[str, str]]:
    return [pair for pair in PAIRS if contrast(properties[pair[0]], properties[pair[1]]) < TEXT]


def test_colours_of_all_municipalities_can_be_read() -> None:
    assert {brand: low(day(brand)) + low(night(brand)) for brand in brands()} == {brand: [] for brand in brands()}


@given(COLOURS)
def test_any_colour_can_be_read_by_day(brand: str) -> None:
    assert low(day(brand)) == []


@given(COLOURS)
def test_any_colour_can_be_read_by_night(brand: str) -> None:
    assert low(night(brand)) == []


@given(COLOURS)
def test_brand_is_kept_as_given(brand: str) -> None:
    assert day(brand)["brand"] == brand


@pytest.mark.parametrize("dark", [False, True])
@given(brand=COLOURS)
def test_states_of_the_theme_can_be_read(dark: bool, brand: str) -> None:
    css = (ROOT / "theme/static/style.css").read_text()
    states = [re.findall(rf"--{name}: (#\w+)", css)[dark] for name in ("stop", "full", "move", "home")]
    found = night(brand) if dark else day(brand)
    assert [each for each in states for g in GROUNDS if contrast(each, found[g]) < TEXT] == []
