from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.outputs.colour import BLACK, TEXT, WHITE, contrast, ground, mix, readable, shade

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ("#777777", WHITE, 4.48),
        ("#767676", WHITE, 4.54),
        ("#ff0000", "#00ff00", 2.91),
    ],
)
def test_contrast_of_known_pairs(a: str, b: str, expected: float) -> None:
    assert round(contrast(a, b), 2) == expected


@given(COLOURS, COLOURS)
def test_contrast_in_either_order(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a)


@pytest.mark.parametrize(("share", "expected"), [(0.0, WHITE), (0.5, "#808080"), (1.0, BLACK)])
def test_mix_of_black_in_white(share: float, expected: str) -> None:
    assert mix(BLACK, WHITE, share) == expected


@pytest.mark.parametrize(("colour", "expected"), [("#ffd100", BLACK), ("#004f9f", WHITE)])
def test_readable_on_light_and_dark(colour: str, expected: str) -> None:
    assert readable(colour) == expected


@given(COLOURS)
def test_shade_can_be_read_on_white(colour: str) -> None:
    assert contrast(shade(colour, BLACK, (WHITE,)), WHITE) >= TEXT


@pytest.mark.parametrize("colour", ["#004f9f", "#767676"])
def test_shade_of_what_passes_is_itself(colour: str) -> None:
    assert shade(colour, BLACK, (WHITE,)) == colour


def test_shade_without_a_way_is_the_target() -> None:
    assert shade("#808080", WHITE, (WHITE,)) == WHITE


@given(COLOURS)
def test_ground_carries_text(colour: str) -> None:
    found = ground(colour, "#231f1a")
    assert contrast(found, readable(found, "#231f1a")) >= TEXT


@pytest.mark.parametrize("colour", ["#ffd100", "#004f9f"])
def test_ground_that_carries_text_is_itself(colour: str) -> None:
    assert ground(colour) == colour
