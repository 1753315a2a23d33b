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
    """Takes the build of a site; gives every calendar that people can subscribe to.

    And the variants without what does not go ahead.
    """
    for subscription in subscriptions(build):
        yield Asset(subscription.path, partial(_of_site, build, subscription, held=False))
        if subscription.without:
            yield Asset(subscription.without, partial(_of_site, build, subscription, held=True))


def activities(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a calendar file for each activity, and for each date soon of a series."""
    window = build.agenda.window
    for activity, dates in build.agenda.by_activity.items():
        yield Asset(calendar_path(activity), partial(_of_activity, build, activity))
        for occurrence in dates:
            if path := date_calendar_path(occurrence, window):
                yield Asset(path, partial(_of_date, build, occurrence, path))


@lru_cache(maxsize=1)
def entries(build: SiteBuild) -> Mapping[Activity, FeedEntry]:
    """Takes the build of a site; gives what stands in its feeds, in order of first start.

    It is remembered for the site that is written.
    """
    agenda = build.agenda
    return {activity: _entry(build, activity, agenda.by_activity[activity]) for activity in in_feeds(agenda)}


def of_region(build: SiteBuild, shown: Iterable[FeedEntry]) -> tuple[tuple[Asset, ...], tuple[ShortenedFeed, ...]]:
    """Takes the build of the region and what its sites have; gives its calendar and variant, and if these end early."""
    ordered = tuple(sorted(shown, key=lambda each: each.start))
    name = build.agenda.site.name
    everything = Subscription(
        choice=(),
        path=ALL,
        name=f"Agenda {name}",
        label=f"Alles in {name}",
        description=f"Wat er te doen is in {name}.",
        page="index.html",
        coming=(),
        without=variant_path(ALL),
    )
    files = (
        Asset(everything.path, partial(calendar, build, everything, ordered, held=False)),
        Asset(everything.without, partial(calendar, build, everything, ordered, held=True)),
    )
    return files, _shortened(build, ((everything, ordered),))


def shortened(build: SiteBuild) -> tuple[ShortenedFeed, ...]:
    """Takes the build of a site; gives its calendars that would be too large; the paths are within the site."""
    every = entries(build)
    if _size(tuple(every.values()), held=False) <= LIMIT:
        return ()
    own = (each for each in subscriptions(build) if not each.stands_for)
    return _shortened(build, ((each, [every[activity] for activity in each.coming]) for each in own))


def calendar(build: SiteBuild, subscription: Subscription, shown: Sequence[FeedEntry], *, held: bool) -> bytes:
    """Takes the build of a site, a subscription and its entries; gives the bytes of the calendar.

    `held` leaves out what does not go ahead.
    """
    path = subscription.path
    if held:
        path, name = subscription.without, f"{subscription.name} (alleen wat doorgaat)"
        subscription = replace(
            subscription, name=name, description=f"{subscription.description} Zonder wat niet doorgaat."
        )
    if _size(shown, held=held) > LIMIT:
        until = _window(build, shown, held=held)
        shown = [entry for entry in shown if entry.soonest in until]
        subscription = replace(subscription, description=f"{subscription.description} {until.words}")
    site = build.agenda.site
    return feed(
        name=subscription.name,
        description=subscription.description,
        url=build.url(path),
        zones={entry.zone for entry in shown} or {build.agenda.network.zone(site.slug)},
        events=[entry.held for entry in shown] if held else [entry.all for entry in shown],
        page=build.url(subscription.page),
        colour=site.colour,
        changed=max((entry.changed for entry in shown), default=None),
    )


def _size(shown: Sequence[FeedEntry], *, held: bool) -> int:
    """What a calendar of these entries would have, in bytes; a little more than it is."""
    return sum([len(entry.held if held else entry.all) for entry in shown]) + HEAD


def _window(build: SiteBuild, shown: Sequence[FeedEntry], *, held: bool) -> FeedWindow:
    sizes = ((entry.soonest, len(entry.held if held else entry.all)) for entry in shown)
    return feed_window(sizes, build.agenda.window)


def _shortened(
    build: SiteBuild, every: Iterable[tuple[Subscription, Sequence[FeedEntry]]]
) -> tuple[ShortenedFeed, ...]:
    return tuple(
        ShortenedFeed(each.path, size, _window(build, shown, held=False).last)
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


def _of_date(build: SiteBuild, occurrence: Occurrence, path: str) -> bytes:
    return _file(
        build, occurrence.activity, occurrence.name, path, build.events(occurrence.activity).single(occurrence)
    )


def _file(build: SiteBuild, activity: Activity, name: str, path: str, events: bytes) -> bytes:
    site = build.agenda.site
    return feed(
        name=name,
        description=f"{name}, {site.name}",
        url=build.url(path),
        zones=(activity.zone,),
        events=(events,),
        page=build.url(page_path(activity)),
        colour=site.colour,
        changed=build.past.of(activity.id).modified,
    )
