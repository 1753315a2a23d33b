"""What a letter may tell of one activity, as plain values: a site makes them, the region gathers those of all sites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meedoen.newsletter.draft import AnnouncedDate, Photo
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs.letter import Item

Named = tuple[str, str]
"""A slug and the name that people see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One date of an activity. `planned` is the date that the schedule gave: it stays the same when the date moves.

    `time` is in words; `begins` sorts by it: `09.30`, empty for what lasts all day.
    """

    day: date
    planned: date
    last_day: date
    begins: str
    time: str
    where: str
    name: str
    takes_place: bool
    status: EventStatus
    reason: str = ""

    @property
    def announced(self) -> AnnouncedDate:
        """What readers are told of this date."""
        return AnnouncedDate(
            planned=self.planned, day=self.day, last_day=self.last_day, time=self.time, where=self.where
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One activity. `item` has what is told of it whatever its dates. `site` is the municipality on whose site its page
    stands; `regional` if it is of the whole region.

    `moments` are all its dates in order; `rhythm` is its rule in words, `beats` the dates on which the rule falls,
    `weekly` whether that is every week or more often.
    `created` is the day on which it was put in the agenda, None when that is not known. `meetings` is how many times
    somebody comes who signs up once, 0 for what has no course.
    """

    item: Item
    site: str
    page: str
    moments: tuple[Moment, ...]
    regional: bool = False
    audiences: tuple[Named, ...] = ()
    themes: tuple[Named, ...] = ()
    place: Named = ("", "")
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
