"""Pictures that we draw ourselves, as PNG: the one that a shared link shows, and the icon on a telephone."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from meedoen.outputs.pattern import Tile
from meedoen.outputs.svg_path import Point, polylines
from meedoen.programme.colour import mix

WIDTH, HEIGHT = 1200, 630
"""Of the picture of a link, in pixels: the shape that programs which show links ask for (ogp.me, pages.md 45)."""

_EDGE, _FOOT = 84, 118
_LARGEST = 150
_SHADES = 64  # steps from a ground to its ink: fewer make ragged letters, more make a large file
_FINER = 3
_BOOKS = ((8.5, 8, 12.5), (14, 10.5, 18), (19.5, 9, 23.5))
_SHELF = 22
_GRID = 32

Colours = tuple[str, str]
"""A ground and what is drawn on it, as `#rrggbb`."""


def share_picture(name: str, below: str, tile: Tile, head: Colours, foot: Colours) -> bytes:
    """Takes the name of a site, the line `below`, its tile and colours; gives the picture of a link, as PNG.

    `Agenda` and the name stand on the pattern, the line on a strip. The letters are those that Pillow brings, so that
    every computer draws the same; a text with others is left out.
    """
    body = HEIGHT - _FOOT
    upper = Image.new("L", (WIDTH, body))
    _fill(upper, _tile_picture(tile), 0.13)
    _write(upper, "Agenda", (_EDGE, body // 2 - 78), 64)
    _write(upper, name, (_EDGE, body // 2 + 72), _LARGEST, weight=0.022)
    lower = Image.new("L", (WIDTH, _FOOT))
    _write(lower, below, (_EDGE, _FOOT // 2 + 14), 42)
    whole = Image.new("P", (WIDTH, HEIGHT))
    whole.paste(upper.point(_steps(0)), (0, 0))
    whole.paste(lower.point(_steps(_SHADES)), (0, body))
    whole.putpalette(_palette(*_shades(head), *_shades(foot)))
    return _png(whole)


def icon(size: int, ground: str, books: tuple[str, str, str], shelf: str) -> bytes:
    """Takes a size in pixels and colours; gives three books on a shelf, as a square PNG.

    They are within the circle that a telephone may cut out.
    """
    picture = Image.new("P", (size, size))
    picture.putpalette(_palette(ground, *books, shelf))
    draw, unit = ImageDraw.Draw(picture), size / _GRID
    for number, (left, top, right) in enumerate(_BOOKS, 1):
        corners = (round(left * unit), round(top * unit), round(right * unit) - 1, round((_SHELF - 0.5) * unit) - 1)
        draw.rounded_rectangle(corners, round(unit / 2), fill=number, corners=(True, True, False, False))
    draw.rectangle((0, round(_SHELF * unit), size, size), fill=len(books) + 1)
    return _png(picture)


def _steps(first: int) -> list[int]:
    """Grey → number in the palette."""
    return [first + grey * (_SHADES - 1) // 255 for grey in range(256)]


def _shades(colours: Colours) -> Iterator[str]:
    ground, ink = colours
    return (mix(ink, ground, step / (_SHADES - 1)) for step in range(_SHADES))


def _palette(*colours: str) -> bytes:
    return b"".join(bytes.fromhex(colour.removeprefix("#")) for colour in colours)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _tile_picture(tile: Tile) -> Image.Image:
    """The tile at twice its size on a page, in grey."""
    width, height = (max(8, round(side * tile.scale * 2)) for side in (tile.across, tile.down))
    fine = Image.new("L", (width * _FINER, height * _FINER))
    draw = ImageDraw.Draw(fine)
    across, down = fine.width / tile.across, fine.height / tile.down
    for line in polylines(tile.path):
        points = [(x * across, y * down) for x, y in line]
        draw.line(points, fill=255, width=max(1, round(tile.stroke * across)), joint="curve")
    return fine.reduce(_FINER)


def _fill(picture: Image.Image, tile: Image.Image, strength: float) -> None:
    faint = tile.point([round(grey * strength) for grey in range(256)])
    for top in range(0, picture.height, tile.height):
        for left in range(0, picture.width, tile.width):
            picture.paste(faint, (left, top))


@lru_cache(maxsize=64)
def _letters(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _write(picture: Image.Image, text: str, start: Point, largest: int, weight: float = 0) -> None:
    """Letters on this base line, as large as fits; accents are drawn by us, since the letters have none."""
    marked = _marked(text)
    if not marked:
        return
    plain = "".join(letter for letter, _ in marked)
    room = picture.width - 2 * _EDGE
    size = min(largest, int(100 * room / max(1, _letters(100).getlength(plain))))
    font = _letters(size)
    layer = Image.new("L", picture.size)
    draw = ImageDraw.Draw(layer)
    draw.text(start, plain, fill=255, font=font, anchor="ls", stroke_width=round(size * weight))
    low = font.getbbox("x", anchor="ls")[1]
    for number, (letter, mark) in enumerate(marked):
        if mark:
            left, right = (start[0] + font.getlength(plain[:end]) for end in (number, number + 1))
            top = low if letter in "ij" else font.getbbox(letter, anchor="ls")[1]
            if letter in "ij":  # no dot under an accent
                draw.rectangle((left, start[1] - size, right, start[1] + low - 2 - round(size * weight)), fill=0)
            _accent(draw, mark, ((left + right) / 2, start[1] + top), size)
    picture.paste(255, (0, 0), layer)


def _marked(text: str) -> list[tuple[str, str]]:
    """Each letter with its accent. Empty when the text has a letter that we can't draw."""
    letters: list[tuple[str, str]] = []
    for character in unicodedata.normalize("NFD", " ".join(text.split())):
        if character in _ACCENTS and letters:
            letters[-1] = (letters[-1][0], character)
        elif character.isascii() and character.isprintable():
            letters.append((character, ""))
        else:
            return []
    return letters


# From the middle of the letter and its top, in sizes of the letters.
_ACCENTS: dict[str, tuple[Point, ...]] = {
    "\u0300": ((-0.1, -0.2), (0.05, -0.09)),
    "\u0301": ((0.1, -0.2), (-0.05, -0.09)),
    "\u0302": ((-0.12, -0.09), (0, -0.2), (0.12, -0.09)),
    "\u0308": ((-0.1, -0.13), (0.1, -0.13)),
}


def _accent(draw: ImageDraw.ImageDraw, mark: str, top: Point, size: int) -> None:
    points = [(top[0] + x * size, top[1] + y * size) for x, y in _ACCENTS[mark]]
    thick = max(2, round(size * 0.085))
    if mark != "\u0308":
        draw.line(points, fill=255, width=thick, joint="curve")
        return
    for x, y in points:
        draw.ellipse((x - thick * 0.6, y - thick * 0.6, x + thick * 0.6, y + thick * 0.6), fill=255)
