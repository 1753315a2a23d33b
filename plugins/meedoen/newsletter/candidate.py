"""What a letter may tell of one activity, as plain values: a site makes them, the region gathers those of all sites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meedoen.newsletter.draft import Photo
from meedoen.notation.schema.status import EventStatus

Named = tuple[str, str]
"""A slug and the name that people see."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of an activity. `planned` is the date that the schedule gave: it stays the same when the date moves."""

    day: date
    planned: date
    last_day: date
    time: str
    where: str
    name: str
    takes_place: bool
    status: EventStatus
    reason: str = ""

    @property
    def begins(self) -> str:
        """What sorts by time of day: `09.30`; what lasts all day comes first."""
        return self.time.removeprefix("vanaf ").partition("-")[0].partition(" ")[0].zfill(5)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One activity. `site` is the municipality on whose site its page stands; `regional` if it is of the whole region.

    `moments` are all its dates in order; `rhythm` is its rule in words, `beats` the dates on which the rule falls,
    `weekly` whether that is every week or more often.
    `created` is the day on which it was put in the agenda, None when that is not known. `meetings` is how many times
    somebody comes who signs up once, 0 for what has no course.
    """

    id: str
    site: str
    page: str
    name: str
    moments: tuple[Moment, ...]
    summary: str = ""
    regional: bool = False
    audiences: tuple[Named, ...] = ()
    themes: tuple[Named, ...] = ()
    place: Named = ("", "")
    audience: str = ""
    price: str = ""
    help_wanted: str = ""
    featured: bool = False
    limited: bool = False
    closes: date | None = None
    created: date | None = None
    rhythm: str = ""
    beats: frozenset[date] = frozenset()
    weekly: bool = False
    meetings: int = 0
    lessons: bool = False
    photo: Photo | None = None
