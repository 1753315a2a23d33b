from __future__ import annotations

from math import atan2

import pytest
from coloraide import Color
from hypothesis import assume, given
from hypothesis import strategies as st

from meedoen.programme.colour import BLACK, WHITE, contrast, mix, nearest, oklab, reach, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
TEXT = 4.5
SEEN = 0.02
"""The least distance in Oklab that people see."""


def hue(colour: str) -> float:
    """The direction of a colour in Oklab, in radians."""
    _, green, blue = oklab(colour)
    return atan2(blue, green)


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


# CSS Color Module Level 4 §10.4: red and white in Oklab, as its own example code gives them.
@pytest.mark.parametrize(
    ("colour", "expected"), [("#ff0000", (0.628, 0.225, 0.126)), (WHITE, (1.0, 0.0, 0.0)), (BLACK, (0.0, 0.0, 0.0))]
)
def test_oklab_of_known_colours(colour: str, expected: tuple[float, float, float]) -> None:
    assert tuple(abs(round(each, 3)) for each in oklab(colour)) == expected


@given(COLOURS)
def test_what_reaches_black_can_be_read_on_white(colour: str) -> None:
    assert contrast(reach(colour, (WHITE,), TEXT, BLACK), WHITE) >= TEXT


@given(COLOURS)
def test_what_reaches_white_can_be_read_on_black(colour: str) -> None:
    assert contrast(reach(colour, (BLACK,), TEXT, WHITE), BLACK) >= TEXT


@pytest.mark.parametrize("colour", ["#004f9f", "#767676"])
def test_what_passes_stays_as_it_is(colour: str) -> None:
    assert reach(colour, (WHITE,), TEXT, BLACK) == colour


@pytest.mark.parametrize("colour", ["#ffd100", "#5d7cf1", "#ff7f00", "#777777", "#00ffff"])
def test_reach_goes_no_further_than_needed(colour: str) -> None:
    assert TEXT <= contrast(reach(colour, (WHITE,), TEXT, BLACK), WHITE) < TEXT + 0.06


def test_reach_without_a_way_is_its_end() -> None:
    assert reach("#808080", (WHITE,), TEXT, WHITE) == WHITE


@pytest.mark.parametrize("colour", ["#0000ff", "#004f9f", "#9b1c1f", "#2f6b1f", "#7a2f8f"])
def test_reach_keeps_the_hue(colour: str) -> None:
    assert abs(hue(reach(colour, (BLACK,), 8.0, WHITE)) - hue(colour)) < 0.02


def test_reach_has_no_more_chroma_than_asked() -> None:
    _, green, blue = oklab(reach("#0000ff", (BLACK,), TEXT, WHITE, 0.1))
    assert round((green**2 + blue**2) ** 0.5, 2) == 0.1


@pytest.mark.parametrize(
    ("colour", "ground", "expected"),
    [("#8a8a8a", WHITE, "#767676"), ("#666666", BLACK, "#757575"), ("#004f9f", WHITE, "#004f9f")],
)
def test_nearest_is_lighter_or_darker_or_the_same(colour: str, ground: str, expected: str) -> None:
    assert nearest(colour, lambda each: contrast(each, ground) >= TEXT) == expected


@pytest.mark.parametrize(("colour", "expected"), [("#505050", "#080808"), ("#a0a0a0", "#fcfcfc")])
def test_nearest_goes_to_the_side_that_is_less_far(colour: str, expected: str) -> None:
    assert nearest(colour, lambda each: contrast(each, "#767676") >= 4.4) == expected


def test_nearest_of_what_nothing_holds_for_is_none() -> None:
    assert nearest("#808080", lambda _: False) is None


# What coloraide makes of the same colours: not by our arithmetic.


@given(COLOURS, COLOURS)
def test_contrast_is_that_of_coloraide(a: str, b: str) -> None:
    # Its weights of red, green and blue have more digits than those of WCAG.
    assert contrast(a, b) == pytest.approx(Color(a).contrast(b, method="wcag21"), abs=0.002)


@given(COLOURS)
def test_oklab_is_that_of_coloraide(colour: str) -> None:
    assert oklab(colour) == pytest.approx(tuple(Color(colour).convert("oklab")[:3]), abs=1e-6)


@pytest.mark.parametrize(("end", "ground"), [(BLACK, WHITE), (WHITE, BLACK)])
@given(colour=COLOURS, least=st.floats(4, 12))
def test_shade_looks_like_that_of_coloraide_with_the_same_lightness(
    end: str, ground: str, colour: str, least: float
) -> None:
    shade, own = reach(colour, (ground,), least, end), Color(colour).convert("oklch")
    # Beside pure blue the edge of what a screen can show bends inwards.
    assume(shade != colour and not 258 < own["hue"] < 269)
    wanted = own.set("lightness", oklab(shade)[0]).convert("srgb").fit(method="raytrace", pspace="oklch")
    assert Color(shade).delta_e(wanted, method="ok") < SEEN
