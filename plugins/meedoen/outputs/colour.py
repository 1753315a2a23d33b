"""Colours as `#rrggbb`: how well two can be told apart, and shades of a given colour that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

WHITE, BLACK = "#ffffff", "#000000"
TEXT = 4.5
"""The least contrast of text with its ground (WCAG 1.4.3)."""


def contrast(a: str, b: str) -> float:
    """The contrast ratio of WCAG 2, from 1.0 (the same colour) to 21.0 (black on white), in any order."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def mix(a: str, b: str, share: float) -> str:
    """`share` of `a` (0 to 1) in `b`."""
    pairs = zip(_channels(a), _channels(b), strict=True)
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02x}" for x, y in pairs)


def readable(ground: str, dark: str = BLACK, light: str = WHITE) -> str:
    """Whichever of the two reads better on this ground."""
    return dark if contrast(dark, ground) > contrast(light, ground) else light


def shade(colour: str, target: str, grounds: Sequence[str], least: float = TEXT) -> str:
    """The nearest mix of `colour` with `target` that has this contrast on every ground; else `target`."""
    for hundredth in range(100):
        found = mix(target, colour, hundredth / 100)
        if all(contrast(found, ground) >= least for ground in grounds):
            return found
    return target


def ground(colour: str, dark: str = BLACK, light: str = WHITE, least: float = TEXT) -> str:
    """The nearest darker shade of `colour` on which `dark` or `light` can be read; mostly `colour`."""
    if contrast(colour, readable(colour, dark, light)) >= least:
        return colour
    return shade(colour, dark, (light,), least)


@lru_cache(maxsize=256)
def _luminance(colour: str) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
