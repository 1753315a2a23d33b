from __future__ import annotations

import pytest
from PIL import ImageColor

from meedoen.outputs.calendar.palette import NAMED, nearest_name


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#fe0101", "red"), ("#00539f", "darkslateblue"), ("#0b5c8a", "steelblue"), ("#808080", "gray"),
        ("#ffffff", "white"), ("#010101", "black"), ("#2e7d32", "seagreen"), ("#ffcc00", "gold"),
    ],
)  # fmt: skip
def test_nearest_name(colour: str, name: str) -> None:
    assert nearest_name(colour) == name


def test_every_colour_of_css3_is_there_once() -> None:
    names = [name for name in ImageColor.colormap if name != "rebeccapurple"]  # CSS Color Module Level 4
    theirs = {name: "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(name)) for name in names}
    assert {name: theirs[name] for name in NAMED} == NAMED
    assert sorted(NAMED.values()) == sorted({*theirs.values()})
