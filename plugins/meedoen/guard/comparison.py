"""Two published outputs on one day, with the dates of each version of each activity worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from meedoen.guard.calendar_file import Blocks, UnreadableCalendar
from meedoen.guard.component import read_component
from meedoen.guard.event_dates import Happening, happenings
from meedoen.guard.event_source import EventSources
from meedoen.guard.published_output import Publication, rank
from meedoen.guard.subject import Subject

AHEAD = timedelta(days=800)  # what is published goes 18 months ahead
BACK = timedelta(days=366)  # a date may have moved into the past

Versions = Mapping[str, Blocks]
"""Path → the events of one activity there."""


@dataclass
class Comparison:
    """What is online, what will be, and which day it is."""

    old: Publication
    new: Publication
    today: date
    sources: EventSources
    _dates: dict[Blocks, tuple[Happening, ...]] = field(default_factory=dict)

    @cached_property
    def sites(self) -> tuple[str, ...]:
        """The folders that are a site before or after, deepest first."""
        return tuple(sorted({*self.old.sites, *self.new.sites}, key=lambda each: (-len(each), each)))

    def site_of(self, path: str) -> str:
        """Takes the path of a file; gives the folder of its site, "" for the whole."""
        return next((site for site in self.sites if site and path.startswith(f"{site}/")), "")

    @cached_property
    def missing_sites(self) -> frozenset[str]:
        """The sites of before that have no calendar at all now."""
        there = {self.site_of(path) for path in (*self.new.files, *self.new.unreadable)}
        return frozenset(self.old.sites) - there - {""}

    def is_of_missing_sites(self, versions: Versions) -> bool:
        """Takes an activity; gives whether its only sites are not there now (the calendar of the whole is none)."""
        sites = {self.site_of(path) for path in versions} - {""}
        return bool(sites) and sites <= self.missing_sites

    def dates(self, blocks: Blocks) -> tuple[Happening, ...]:
        """Takes the events of an activity; gives its dates, from a year back on. Raises UnreadableCalendar."""
        if blocks not in self._dates:
            self._dates[blocks] = happenings(blocks, self.today - BACK, self.today + AHEAD)
        return self._dates[blocks]

    def coming(self, blocks: Blocks) -> tuple[Happening, ...]:
        """Takes events of an activity; gives dates that are not over, also cancelled. Raises UnreadableCalendar."""
        return tuple(each for each in self.dates(blocks) if _last_day(each) >= self.today)

    def is_coming(self, blocks: Blocks) -> bool:
        """Takes the events of an activity; gives whether something takes place from today on; if unclear, yes."""
        try:
            return any(not each.cancelled for each in self.coming(blocks))
        except UnreadableCalendar:
            return True

    def subject(self, uid: str, versions: Versions) -> Subject:
        """Takes a UID and the files in which it stands; gives the activity as it is there."""
        sites = {self.site_of(path) for path in versions} - {""}
        title = read_component(versions[main_path(versions)][0]).text("SUMMARY")
        return Subject(
            uid=uid, site=next(iter(sites)) if len(sites) == 1 else "", source=self.sources.of(uid), title=title
        )


def main_path(versions: Versions) -> str:
    """Takes an activity; gives the path of the file that says best what it is."""
    return min(versions, key=rank)


def _last_day(happening: Happening) -> date:
    if isinstance(happening.end, datetime):
        return max(happening.day, (happening.end - timedelta(seconds=1)).date())
    return max(happening.day, happening.end - timedelta(days=1))
