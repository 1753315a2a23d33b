"""The calendar files of a site: one for each choice, for each activity and for each date soon of a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial

from meedoen.agenda.occurrence import Occurrence
from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.detail import calendar_path, date_calendar_path, page_path
from meedoen.outputs.feed_window import HEAD, LIMIT, FeedWindow, ShortenedFeed, feed_window, soonest
from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.outputs.subscription import ALL, Subscription, first_start, in_feeds, subscriptions, variant_path
from meedoen.programme.activity import Activity


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """The events of one activity as they stand in feeds, serialised once, with what feeds sort and cut by.

    `start` is the first moment in UTC and the id; `soonest` the day that it is there first from today on.
    """

    start: tuple[datetime, str]
    soonest: date
    zone: str
    changed: datetime
    all: bytes
    held: bytes


def feeds(build: SiteBuild) -> Outcome:
    """Every calendar that people can subscribe to, and the variants without what does not go ahead."""
    for each in subscriptions(build):
        yield Asset(each.path, partial(_of_site, build, each, held=False))
        if each.without:
            yield Asset(each.without, partial(_of_site, build, each, held=True))


def activities(build: SiteBuild) -> Outcome:
    """A calendar file for each activity, and for each date soon of a series."""
    window = build.agenda.window
    for activity, dates in build.agenda.by_activity.items():
        yield Asset(calendar_path(activity), partial(_of_activity, build, activity))
        for each in dates:
            if path := date_calendar_path(each, window):
                yield Asset(path, partial(_of_date, build, each, path))


@lru_cache(maxsize=1)
def entries(build: SiteBuild) -> Mapping[Activity, FeedEntry]:
    """What stands in the feeds of this site, in order of first start; remembered for the site that is written."""
    agenda = build.agenda
    return {activity: _entry(build, activity, agenda.by_activity[activity]) for activity in in_feeds(agenda)}


def of_region(build: SiteBuild, shown: Iterable[FeedEntry]) -> tuple[tuple[Asset, ...], tuple[ShortenedFeed, ...]]:
    """The calendar of the whole region and its variant, of what its sites have; and whether it had to end early."""
    ordered = tuple(sorted(shown, key=lambda each: each.start))
    name = build.agenda.site.name
    everything = Subscription(
        (), ALL, f"Agenda {name}", f"Alles in {name}", f"Wat er te doen is in {name}.", "index.html", (),
        variant_path(ALL),
    )  # fmt: skip
    found = (
        Asset(everything.path, partial(calendar, build, everything, ordered, held=False)),
        Asset(everything.without, partial(calendar, build, everything, ordered, held=True)),
    )
    return found, _shortened(build, ((everything, ordered),))


def shortened(build: SiteBuild) -> tuple[ShortenedFeed, ...]:
    """The calendars of this site that would be too large; the paths are within the site."""
    every = entries(build)
    if _size(tuple(every.values()), held=False) <= LIMIT:
        return ()
    own = (each for each in subscriptions(build) if not each.stands_for)
    return _shortened(build, ((each, [every[activity] for activity in each.coming]) for each in own))


def calendar(build: SiteBuild, each: Subscription, shown: Sequence[FeedEntry], *, held: bool) -> bytes:
    """The bytes of a calendar with these entries; `held` leaves out what does not go ahead."""
    path = each.path
    if held:
        path, name = each.without, f"{each.name} (alleen wat doorgaat)"
        each = replace(each, name=name, description=f"{each.description} Zonder wat niet doorgaat.")
    if _size(shown, held=held) > LIMIT:
        until = _reach(build, shown, held=held)
        shown = [entry for entry in shown if entry.soonest in until]
        each = replace(each, description=f"{each.description} {until.words}")
    site = build.agenda.site
    return feed(
        each.name,
        each.description,
        build.url(path),
        {entry.zone for entry in shown} or {build.agenda.network.zone(site.slug)},
        [entry.held for entry in shown] if held else [entry.all for entry in shown],
        page=build.url(each.page),
        colour=site.colour,
        changed=max((entry.changed for entry in shown), default=None),
    )


def _size(shown: Sequence[FeedEntry], *, held: bool) -> int:
    """What a calendar of these entries would have, in bytes; a little more than it is."""
    return sum([len(entry.held if held else entry.all) for entry in shown]) + HEAD


def _reach(build: SiteBuild, shown: Sequence[FeedEntry], *, held: bool) -> FeedWindow:
    sizes = ((entry.soonest, len(entry.held if held else entry.all)) for entry in shown)
    return feed_window(sizes, build.agenda.window)


def _shortened(
    build: SiteBuild, every: Iterable[tuple[Subscription, Sequence[FeedEntry]]]
) -> tuple[ShortenedFeed, ...]:
    return tuple(
        ShortenedFeed(each.path, size, _reach(build, shown, held=False).last)
        for each, shown in every
        if (size := _size(shown, held=False)) > LIMIT
    )


def _entry(build: SiteBuild, activity: Activity, dates: tuple[Occurrence, ...]) -> FeedEntry:
    events = build.events(activity)
    return FeedEntry(
        first_start(activity, dates),
        soonest(dates, build.agenda.window),
        activity.zone,
        build.past.of(activity.id).modified,
        events.all,
        events.held,
    )


def _of_site(build: SiteBuild, each: Subscription, *, held: bool) -> bytes:
    every = entries(build)
    return calendar(build, each, [every[activity] for activity in each.coming], held=held)


def _of_activity(build: SiteBuild, activity: Activity) -> bytes:
    return _file(build, activity, activity.name, calendar_path(activity), build.events(activity).own)


def _of_date(build: SiteBuild, each: Occurrence, path: str) -> bytes:
    return _file(build, each.activity, each.name, path, build.events(each.activity).single(each))


def _file(build: SiteBuild, activity: Activity, name: str, path: str, events: bytes) -> bytes:
    site = build.agenda.site
    return feed(
        name,
        f"{name}, {site.name}",
        build.url(path),
        (activity.zone,),
        (events,),
        page=build.url(page_path(activity)),
        colour=site.colour,
        changed=build.past.of(activity.id).modified,
    )
