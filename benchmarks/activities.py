"""Made-up activities from a seed and a count.

The same two give the same activities, and a small set is the start of a larger one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Final

from benchmarks.series import Series, made_up_series
from benchmarks.texts import (
    AUDIENCES,
    CORE,
    ENDINGS,
    MUNICIPALITIES,
    OPENINGS,
    PARTNERS,
    PLACES,
    SENTENCES,
    STEPS,
    STREETS,
    SUMMARIES,
    THEMES,
    TITLES,
)

FIRST_DAY: Final = date(2026, 9, 24)
DAYS: Final = 425  # fourteen months around 22 November 2026
BUSIEST: Final = 100
SERIES_SHARE: Final = 10  # one in ten
FILES_PER_FOLDER: Final = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is; `key` is its file name."""

    key: str
    name: str
    kind: str
    municipality: str
    street: str
    postcode: str
    town: str


@dataclass(frozen=True, slots=True)
class Partner:
    """Who organises; `key` is its file name."""

    key: str
    name: str
    kind: str
    municipality: str
    website: str


@dataclass(frozen=True, slots=True)
class Activity:
    """What both sites show of one activity. `prices` are lines, `registration` is a link or empty."""

    municipality: str
    folder: str
    slug: str
    title: str
    summary: str
    text: str
    start: time
    end: time
    dates: tuple[date, ...]
    series: Series | None
    place: str
    partner: str
    core: str
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    prices: tuple[str, ...]
    registration: str
    capacity: int


def key(text: str) -> str:
    """A file name for a name: lower case, ASCII, hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def places() -> Iterator[Place]:
    """Ten in each municipality."""
    for town_number, town in enumerate(MUNICIPALITIES):
        for number, (name, kind) in enumerate(PLACES):
            yield Place(
                key=key(f"{name} {town}"),
                name=f"{name} {town}",
                kind=kind,
                municipality=key(town),
                street=f"{STREETS[number % len(STREETS)]} {10 * town_number + number + 1}",
                postcode=f"{2950 + 31 * town_number} A{chr(ord('A') + number)}",
                town=town,
            )


def partners() -> Iterator[Partner]:
    """Eight in each municipality."""
    for town in MUNICIPALITIES:
        for name, kind in PARTNERS:
            own = key(f"{name} {town}")
            yield Partner(own, f"{name} {town}", kind, key(town), f"https://{own}.example.org/")


def made_up_activities(count: int, seed: int) -> Iterator[Activity]:
    """`count` activities, dealt over the municipalities in turn; one in ten is a series."""
    for number in range(count):
        yield _made_up_activity(Random(f"{seed}-{number}"), number)


def _made_up_activity(source: Random, number: int) -> Activity:
    town = MUNICIPALITIES[number % len(MUNICIPALITIES)]
    in_town = number // len(MUNICIPALITIES)
    title = source.choice(TITLES) + source.choice(ENDINGS)
    begin = 60 * source.randint(8, 20) + source.choice((0, 15, 30))
    finish = begin + source.choice((60, 90, 120, 150))
    series = None
    if in_town % SERIES_SHARE == 0:
        series = made_up_series(source, FIRST_DAY + timedelta(days=source.randrange(30)))
    only = FIRST_DAY + timedelta(days=int(source.triangular(0, DAYS, BUSIEST)))
    slug = f"{key(title)}-{in_town:04d}"
    return Activity(
        municipality=key(town),
        folder=f"{in_town // FILES_PER_FOLDER:02d}",
        slug=slug,
        title=title,
        summary=source.choice(SUMMARIES).format(town=town),
        text=_made_up_text(source, title, town, slug),
        start=time(begin // 60, begin % 60),
        end=time(finish // 60, finish % 60),
        dates=series.dates if series else (only,),
        series=series,
        place=key(f"{source.choice(PLACES)[0]} {town}"),
        partner=key(f"{source.choice(PARTNERS)[0]} {town}"),
        core=source.choice(CORE),
        audiences=tuple(source.sample(AUDIENCES, source.randint(1, 3))),
        themes=tuple(source.sample(THEMES, source.randint(1, 2))),
        prices=source.choice((("gratis",), ("5 euro",), ("€ 7,50",), ("leden: 5 euro", "niet-leden: 7,50 euro"))),
        registration=source.choice(("", f"https://aanmelden.example.org/{slug}")),
        capacity=source.randint(8, 40),
    )


def _made_up_text(source: Random, title: str, town: str, slug: str) -> str:
    """About 900 characters of Markdown: three paragraphs, a heading, a list, emphasis and a link."""
    sentences = source.sample(SENTENCES, 9)
    steps = "\n".join(f"- {step}" for step in source.sample(STEPS, 4))
    opening = source.choice(OPENINGS).format(title=title, town=town)
    return (
        f"{opening} {' '.join(sentences[:3])}\n\n"
        f"## Wat gaan we doen?\n\n{steps}\n\n"
        f"{' '.join(sentences[3:7])}\n\n"
        f"{' '.join(sentences[7:])} Lees meer op [de pagina van {title}](https://www.example.org/{slug}).\n"
    )
