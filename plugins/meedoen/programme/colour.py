"""Colours as `#rrggbb`: how well two can be told apart, and the nearest one of the same hue that will do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import hypot

WHITE, BLACK = "#ffffff", "#000000"
_FINE = 1 / 2048
"""Of lightness: less than one step of one channel."""


def contrast(a: str, b: str) -> float:
    """Takes two colours; gives the contrast ratio of WCAG 2, from 1.0 (the same colour) to 21.0 (black on white), in
    any order.
    """
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def readable(ground: str, dark: str = BLACK, light: str = WHITE) -> str:
    """Takes a ground, a dark and a light colour; gives whichever of the two reads better on this ground."""
    return dark if contrast(dark, ground) > contrast(light, ground) else light


def mix(a: str, b: str, share: float) -> str:
    """Takes two colours and a share; gives `share` of `a` (0 to 1) in `b`."""
    pairs = zip(_channels(a), _channels(b), strict=True)
    return "#" + bytes(round(x * share + y * (1 - share)) for x, y in pairs).hex()


def reach(colour: str, others: Iterable[str], least: float, end: str, most: float = 1.0) -> str:
    """Takes a colour, the others, the contrast, the end and the most chroma; gives the colour, as little nearer to
    `end` (black or white) as gives this contrast with all others; else `end`.

    The hue stays, only the lightness moves (Oklch), with a chroma of at most `most`. What passes stays as it is.
    """
    against = tuple(others)
    return _toward(colour, end, lambda each: all(contrast(each, other) >= least for other in against), most) or end


def nearest(colour: str, holds: Callable[[str], bool]) -> str | None:
    """Takes a colour and a test; gives the colour of the same hue, lighter or darker, that is least far from this one
    and holds; None without one.

    Expects that of two shades that lie on the same side, the one that is further away holds if the nearer one does.
    """
    lightness = oklab(colour)[0]
    candidates = [each for end in (BLACK, WHITE) if (each := _toward(colour, end, holds))]
    return min(candidates, key=lambda each: abs(oklab(each)[0] - lightness), default=None)


@lru_cache(maxsize=512)
def oklab(colour: str) -> tuple[float, float, float]:
    """Takes a colour; gives lightness and two hues, in which what looks alike is near (CSS Color Module Level 4 §10.4,
    Oklab).
    """
    r, g, b = (_linear(channel) for channel in _channels(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _toward(colour: str, end: str, holds: Callable[[str], bool], most: float = 1.0) -> str | None:
    if holds(colour):
        return colour
    if not holds(end):
        return None
    lightness, green, blue = oklab(colour)
    chroma = hypot(green, blue)
    share = min(1.0, most / chroma) if chroma else 0.0
    fails, passes, nearest = lightness, oklab(end)[0], end
    while abs(passes - fails) > _FINE:
        middle = (fails + passes) / 2
        tried = _within(middle, green * share, blue * share)
        if holds(tried):
            passes, nearest = middle, tried
        else:
            fails = middle
    return nearest


def _within(lightness: float, green: float, blue: float) -> str:
    """The colour with this lightness and hue, and as much of the chroma as a screen can show."""
    low, high = 0.0, 1.0
    whole = _rgb(lightness, green, blue)
    if _shown(whole):
        return _hexadecimal(whole)
    for _ in range(8):
        middle = (low + high) / 2
        if _shown(_rgb(lightness, green * middle, blue * middle)):
            low = middle
        else:
            high = middle
    return _hexadecimal(_rgb(lightness, green * low, blue * low))


def _rgb(lightness: float, green: float, blue: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * green + 0.2158037573 * blue) ** 3
    middle = (lightness - 0.1055613458 * green - 0.0638541728 * blue) ** 3
    short = (lightness - 0.0894841775 * green - 1.2914855480 * blue) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(rgb: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= channel <= 1.0005 for channel in rgb)


def _hexadecimal(rgb: tuple[float, float, float]) -> str:
    parts = (min(1.0, max(0.0, channel)) for channel in rgb)
    curved = (each * 12.92 if each <= 0.0031308 else 1.055 * each ** (1 / 2.4) - 0.055 for each in parts)
    return "#" + bytes(round(255 * each) for each in curved).hex()


@lru_cache(maxsize=1024)
def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour[1:])
