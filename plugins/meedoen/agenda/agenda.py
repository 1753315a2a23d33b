"""What one site shows: its activities, their occurrences by day, and the facets under which people look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from meedoen.agenda.facet import Facet, facets
from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality

ARCHIVE = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which days are shown. `listed` is the first day with lists and feeds, `archive` the first day kept at all."""

    today: date
    listed: date
    last: date

    @classmethod
    def around(cls, today: date, *, days_back: int = 60, months_on: int = 18) -> Window:
        """Takes today.

        Gives the window from `days_back` days ago to the end of the month `months_on` months from now.
        """
        year, month = divmod(today.year * 12 + today.month - 1 + months_on + 1, 12)
        return cls(
            today=today,
            listed=today - timedelta(days=days_back),
            last=date(year, month + 1, 1) - timedelta(days=1),
        )

    @property
    def archive(self) -> date:
        """Activity pages and months stay for a year after their last date."""
        return self.today - ARCHIVE


@dataclass(frozen=True)
class Agenda:
    """The programme of one municipality in a window. `by_activity` and `by_day` hold the same occurrences."""

    site: Municipality
    network: Network
    window: Window
    by_activity: Mapping[Activity, tuple[Occurrence, ...]]
    by_day: Mapping[date, tuple[Occurrence, ...]]

    @property
    def activities(self) -> Iterable[Activity]:
        """The activities that have a page, in order of path."""
        return self.by_activity.keys()

    @cached_property
    def listed_days(self) -> tuple[date, ...]:
        """The days with something on them, from the first listed day on."""
        return tuple(day for day in self.by_day if day >= self.window.listed)

    @cached_property
    def coming(self) -> tuple[tuple[Activity, Occurrence], ...]:
        """Each activity that is still to come with its next occurrence, soonest first."""
        pairs = [
            (activity, following)
            for activity, dates in self.by_activity.items()
            if (following := self.following(dates))
        ]
        return tuple(sorted(pairs, key=lambda pair: pair[1].sort_key))

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The values that have something still to come, in the order of the lists."""
        return facets(self.coming, self.network)

    def following(self, dates: tuple[Occurrence, ...]) -> Occurrence | None:
        """Takes the dates of an activity; gives the first that takes place today or later, else the first that was to.

        None when all of them are over.
        """
        ahead = [each for each in dates if each.last_day >= self.window.today]
        return next((each for each in ahead if each.takes_place), ahead[0] if ahead else None)

    def on(self, day: date) -> tuple[Occurrence, ...]:
        """Takes a day; gives what there is on it, in order of time."""
        return self.by_day.get(day, ())

    def between(self, first: date, last: date) -> tuple[tuple[date, tuple[Occurrence, ...]], ...]:
        """Takes the first and the last day; gives what there is day by day, both ends included.

        What lasts several days stands on its first day in this span only.
        """
        shown: list[tuple[date, tuple[Occurrence, ...]]] = []
        seen: set[tuple[str, date]] = set()
        for day, all_of_day in self.by_day.items():
            if not first <= day <= last:
                continue
            fresh = tuple(each for each in all_of_day if (each.activity.id, each.day) not in seen)
            seen.update((each.activity.id, each.day) for each in fresh if each.last_day > each.day)
            if fresh:
                shown.append((day, fresh))
        return tuple(shown)


def select(activities: Iterable[Activity], site: Municipality, network: Network, window: Window) -> Agenda:
    """Takes all activities, a municipality, the network and the window; gives the agenda of its site.

    What belongs to another municipality, is hidden or is long past is not in it.
    """
    by_activity: dict[Activity, tuple[Occurrence, ...]] = {}
    by_day: defaultdict[date, list[Occurrence]] = defaultdict(list)
    for activity in activities:
        if site.slug not in activity.municipalities or activity.hidden:
            continue
        dates = occurrences(activity)
        if dates[-1].last_day < window.archive:
            continue
        by_activity[activity] = dates
        for each in dates:
            _place_on_days(each, window, by_day)
    ordered = {day: tuple(sorted(by_day[day], key=lambda each: each.sort_key)) for day in sorted(by_day)}
    return Agenda(site, network, window, by_activity, ordered)


def _place_on_days(occurrence: Occurrence, window: Window, by_day: defaultdict[date, list[Occurrence]]) -> None:
    if occurrence.last_day == occurrence.day:
        if window.archive <= occurrence.day <= window.last:
            by_day[occurrence.day].append(occurrence)
        return
    day, last = max(occurrence.day, window.archive), min(occurrence.last_day, window.last)
    while day <= last:
        by_day[day].append(occurrence)
        day += timedelta(days=1)
