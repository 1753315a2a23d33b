from __future__ import annotations

import io

import pytest
from PIL import Image

from meedoen.outputs import drawing
from meedoen.outputs.drawing import HEIGHT, WIDTH, share_picture
from meedoen.outputs.pattern import tile

GROUND, INK, CARD, DARK = "#004f9f", "#ffffff", "#fffdf8", "#231f1a"
FOOT = HEIGHT - 118


def drawn(name: str, below: str = "") -> Image.Image:
    """The picture of this name, in colours."""
    data = share_picture(name, below, tile("papendrecht"), (GROUND, INK), (CARD, DARK))
    return Image.open(io.BytesIO(data)).convert("RGB")


def letters(picture: Image.Image, top: int, bottom: int, ink: tuple[int, int, int]) -> tuple[int, int, int, int] | None:
    """The box round all that has the full colour of the ink, in this band."""
    band = picture.crop((0, top, WIDTH, bottom))
    red, green, blue = (
        band.getchannel(number).point([255 * (value == ink[number]) for value in range(256)]) for number in range(3)
    )
    white = Image.new("L", band.size, 255)
    return Image.composite(Image.composite(red, white.point([0] * 256), green), white.point([0] * 256), blue).getbbox()


WHITE, BLACK = (255, 255, 255), (0x23, 0x1F, 0x1A)


@pytest.mark.parametrize("name", ["Papendrecht", "Hardinxveld-Giessendam", "Kaag en Braassem-Noordwijkerhout"])
def test_name_stays_within_the_edges(name: str) -> None:
    box = letters(drawn(name), 300, FOOT, WHITE)
    assert box is not None
    assert (box[0] >= 80, box[2] <= WIDTH - 76) == (True, True)


def test_line_below_stands_on_the_strip() -> None:
    assert letters(drawn("A", "Bibliotheek"), FOOT, HEIGHT, BLACK) is not None
    assert letters(drawn("A", ""), FOOT, HEIGHT, BLACK) is None


def test_accents_stand_on_the_letters() -> None:
    plain, accented = (letters(drawn(name), 200, FOOT, WHITE) for name in ("nene", "nené"))
    assert plain is not None
    assert accented is not None
    assert (accented[0], accented[3]) == (plain[0], plain[3])
    assert accented[1] < plain[1] - 10


def test_dot_gives_way_to_an_accent() -> None:
    assert drawing._marked("zoïo") == [("z", ""), ("o", ""), ("i", "\u0308"), ("o", "")]
    assert drawn("ï").tobytes() != drawn("i").tobytes()


@pytest.mark.parametrize("name", ["", "قهوة", "Łódź", "a\u0000b"])
def test_name_with_other_letters_is_left_out(name: str) -> None:
    assert letters(drawn(name), 300, FOOT, WHITE) is None


def test_letters_can_be_told_from_pattern() -> None:
    """The pattern is a shade of the ground, so that the name reads as it would without it."""
    band = drawn("").crop((0, 300, WIDTH, FOOT))
    assert max(band.getchannel("R").tobytes()) < 60
