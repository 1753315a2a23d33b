"""What the regional home tells of one site: its figures, and the first few dates of today, the weekend and the week."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.occurrence import Occurrence
from meedoen.outputs import shortcuts
from meedoen.outputs.content_language import text_attributes
from meedoen.outputs.detail import page_path
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.feed_window import ShortenedFeed
from meedoen.programme.activity import Activity

FEW, MORE = 3, 6
"""How many dates a municipality has on the regional home; how many are named there of all together."""
Own = Callable[[Activity], bool]
"""Whether the activity counts for this site: each of the region counts for one only."""


@dataclass(frozen=True, slots=True)
class Soon:
    """One line of the regional home. `path` is within its site; `order` sorts by time; `time` is for who knows the day.

    `when` has the day as well.
    """

    order: tuple[date, bool, time, str, str]
    name: str
    path: str
    when: str
    time: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What the regional home and the log tell of one site; `shortened` are its calendars that end early.

    `soon` is of this week, or else what comes first after it; `today` and `weekend` have what is its own.
    """

    slug: str
    activities: int
    occurrences: int
    this_week: int
    files: int
    soon: tuple[Soon, ...]
    today: tuple[Soon, ...] = ()
    weekend: tuple[Soon, ...] = ()
    shortened: tuple[ShortenedFeed, ...] = ()


def summarise(agenda: Agenda, files: int, own: Own = lambda _: True) -> SiteSummary:
    """Takes an agenda, the number of its files and which activities count for it; gives the figures of a site and its
    first few occurrences from today on.
    """
    coming, today = this_week(agenda), agenda.window.today
    later = (each for _, each in agenda.coming if each.takes_place)
    return SiteSummary(
        agenda.site.slug,
        len(agenda.by_activity),
        sum(map(len, agenda.by_activity.values())),
        len(coming),
        files,
        _first(FEW, coming or later),
        _first(MORE, _held(agenda, today, today, own)),
        _first(MORE, _held(agenda, *weekend(today), own)),
    )


def weekend(today: date) -> tuple[date, date]:
    """Takes the day; gives the Saturday and Sunday that come; on a Sunday, what is left of it."""
    return shortcuts.weekend(today) or (today, today)


def this_week(agenda: Agenda) -> tuple[Occurrence, ...]:
    """Takes an agenda; gives what takes place today and in the six days after, in order of time."""
    today = agenda.window.today
    return tuple(_held(agenda, today, today + timedelta(days=6), lambda _: True))


def _held(agenda: Agenda, first: date, last: date, own: Own) -> Iterable[Occurrence]:
    ahead = agenda.between(first, last)
    return (each for _, of_day in ahead for each in of_day if each.takes_place and own(each.activity))


def _first(number: int, dates: Iterable[Occurrence]) -> tuple[Soon, ...]:
    """The first of these, an activity once."""
    by_activity: dict[str, Soon] = {}
    for occurrence in dates:
        if occurrence.activity.id not in by_activity:
            by_activity[occurrence.activity.id] = _line(occurrence)
        if len(by_activity) == number:
            break
    return tuple(by_activity.values())


def _line(each: Occurrence) -> Soon:
    when = IN_DUTCH.when(each)
    time = when if each.last_day > each.day else IN_DUTCH.span(each.times)
    return Soon(each.sort_key, each.name, page_path(each.activity), when, time, text_attributes(each.activity))
