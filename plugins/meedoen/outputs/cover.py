"""A drawing for each theme: the cover of a book in its colour, as SVG.

The themes that we know have a drawing of their own; any other has a rosette that follows from its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from math import cos, pi, sin

from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.programme.colour import BLACK, mix, readable
from meedoen.programme.scheme import NAMED, carrying
from meedoen.programme.vocabulary import Term

WIDTH, HEIGHT = 96, 128
INK, CARD = NAMED["ink"].day, NAMED["card"].day

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="128" viewBox="0 0 96 128">'
    '<rect width="96" height="128" rx="5" fill="{cover}"/>'
    '<path d="M5 0h7v128H5a5 5 0 0 1-5-5V5a5 5 0 0 1 5-5z" fill="{spine}"/>'
    '<rect x="19" y="9" width="70" height="110" rx="2" fill="none" stroke="{ink}" '
    'stroke-opacity=".4" stroke-width="1.5"/>'
    '<path d="{flat}" fill="{soft}"/>'
    '<path d="{lines}" fill="none" stroke="{ink}" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>'
    "</svg>\n"
)

Drawing = tuple[str, str]
"""A flat shape and the lines over it, around (54, 64)."""

DRAWINGS: Mapping[str, Drawing] = {
    # Two that talk.
    "taal": (
        "M50 66h34v22H72l-8 9v-9H50z",
        "M26 36h46v32H46l-10 10V68H26zM36 47h26M36 57h16",
    ),
    # A screen.
    "digitaal": (
        "M34 42h40v30H34z",
        "M30 40a4 4 0 0 1 4-4h40a4 4 0 0 1 4 4v36H30zM24 86h60M44 52l-6 6 6 6M64 52l6 6-6 6M57 49l-6 18",
    ),
    # An open book.
    "lezen": (
        "M54 46c-8-6-18-7-28-6v42c10-1 20 0 28 6z",
        "M54 46c-8-6-18-7-28-6v42c10-1 20 0 28 6 8-6 18-7 28-6V40c-10-1-20 0-28 6zM54 46v42"
        "M62 55c4-2 8-3 12-3M62 66c4-2 8-3 12-3",
    ),
    # A heart that beats.
    "gezondheid": (
        "M54 92C32 75 27 62 27 54a13.5 13.5 0 0 1 27-4 13.5 13.5 0 0 1 27 4c0 8-5 21-27 38z",
        "M54 92C32 75 27 62 27 54a13.5 13.5 0 0 1 27-4 13.5 13.5 0 0 1 27 4c0 8-5 21-27 38zM29 64h14l5-9 8 18 6-9h17",
    ),
    # A pile of coins.
    "geld": (
        "M32 48a22 8 0 1 0 44 0 22 8 0 1 0-44 0z",
        "M32 48a22 8 0 1 0 44 0 22 8 0 1 0-44 0zM32 48v12a22 8 0 0 0 44 0V48"
        "M32 60v12a22 8 0 0 0 44 0V60M32 72v12a22 8 0 0 0 44 0V72",
    ),
    # A bag for papers.
    "werk": (
        "M26 50h56v16H26z",
        "M26 50h56v38H26zM44 50v-9h20v9M26 66h22M60 66h22M48 61h12v10H48z",
    ),
    # A plant that comes up.
    "natuur-en-duurzaamheid": (
        "M54 62c0-14 9-22 26-22 0 16-10 23-26 22z",
        "M54 94V58M54 76c-16 2-24-6-25-20 16-1 25 6 25 20zM54 62c0-14 9-22 26-22 0 16-10 23-26 22zM34 94h40",
    ),
    # A cup of coffee.
    "ontmoeten": (
        "M32 58h36v18a12 12 0 0 1-12 12H44a12 12 0 0 1-12-12z",
        "M32 58h36v18a12 12 0 0 1-12 12H44a12 12 0 0 1-12-12zM68 62h5a7 7 0 0 1 0 15h-5"
        "M42 50c-4-5 4-7 0-13M56 50c-4-5 4-7 0-13M27 96h48",
    ),
    # Two notes.
    "kunst-en-muziek": (
        "M30 85a9 7 0 1 0 18 0 9 7 0 1 0-18 0zM62 77a9 7 0 1 0 18 0 9 7 0 1 0-18 0z",
        "M30 85a9 7 0 1 0 18 0 9 7 0 1 0-18 0zM62 77a9 7 0 1 0 18 0 9 7 0 1 0-18 0zM48 85V44l32-8v41M48 56l32-8",
    ),
    # A kite.
    "kinderen": (
        "M54 32l23 24H54zM54 56v27L31 56z",
        "M54 32l23 24-23 27-23-27zM31 56h46M54 32v51M54 83c-8 6 6 8-2 17",
    ),
    # An hourglass.
    "geschiedenis": (
        "M42 92c2-10 8-14 12-18 4 4 10 8 12 18z",
        "M34 36h40M34 94h40M39 36c0 16 11 19 15 29 4-10 15-13 15-29M39 94c0-16 11-19 15-29 4 10 15 13 15 29",
    ),
    # Needle, thread and a button.
    "maken": (
        "M54 84a12 12 0 1 0 24 0 12 12 0 1 0-24 0z",
        "M31 94L71 46M71 46a5 5 0 1 0 7-8 5 5 0 0 0-7 8zM76 41c9 6 5 17-6 16-15-1-15-15-28-13-12 2-14 16-4 19"
        "M54 84a12 12 0 1 0 24 0 12 12 0 1 0-24 0zM62 81v.1M70 81v.1M62 88v.1M70 88v.1",
    ),
}
"""Slug of a theme → what is on its cover."""


def covers(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a picture for each theme that the organisation has."""
    for term in build.agenda.network.vocabularies.get("themas", {}).values():
        yield Asset(cover_path(term.slug), partial(_bytes, term, build.agenda.site.colour))


def cover_path(slug: str) -> str:
    """Takes the slug of a theme; gives `theme/boek/taal.svg`."""
    return f"theme/boek/{slug}.svg"


def cover(slug: str, colour: str) -> str:
    """Takes the slug of a theme and a `#rrggbb`; gives its cover in this colour, as SVG."""
    paper = carrying(colour, INK, CARD)
    ink = readable(paper, INK, CARD)
    flat, lines = DRAWINGS.get(slug) or rosette(slug)
    spine, soft = mix(BLACK, paper, 0.3), mix(ink, paper, 0.35)
    return _SVG.format(cover=paper, spine=spine, ink=ink, soft=soft, flat=flat, lines=lines)


def rosette(name: str) -> Drawing:
    """Takes a name; gives rings in a round, always the same for the same name.

    How many, and how large, follows from its letters.
    """
    seed = sha256(name.encode()).digest()
    number, radius = 4 + seed[0] % 5, 9 + seed[1] % 8
    distance = 29 - radius
    turns = (2 * pi * step / number - pi / 2 for step in range(number))
    rings = "".join(
        _ring(round(54 + distance * cos(each), 1), round(64 + distance * sin(each), 1), radius) for each in turns
    )
    return _ring(54, 64, 29), rings


def _ring(x: float, y: float, radius: int) -> str:
    return f"M{x:g} {y:g}m-{radius} 0a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0-{2 * radius} 0z"


def _bytes(term: Term, brand: str) -> bytes:
    return cover(term.slug, term.colour or brand).encode()
