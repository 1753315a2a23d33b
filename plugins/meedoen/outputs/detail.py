"""The page of one activity and its picture; where its calendar files stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

from meedoen.agenda.agenda import Window
from meedoen.agenda.facet import Facet
from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.notation.markup import NOTHING, Html, trusted
from meedoen.outputs.inline_json import encoded
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild
from meedoen.programme.activity import Activity

SOON = timedelta(weeks=8)
"""How far ahead each date of a series has a calendar file of its own."""
FOUND = timedelta(days=30)
"""How long after the last date search engines may still show the page."""
SHOWN = 12
"""How many dates ahead a page shows; the others open below them."""
RELATED = 3
"""How many other activities a page names."""


def activities(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a page for each activity, until a year after its last date."""
    agenda = build.agenda
    today = agenda.window.today
    related = neighbours(agenda.facets)
    for activity, dates in agenda.by_activity.items():
        following = agenda.following(dates)
        path = page_path(activity)
        rest = tuple(each for each in dates if each is not following)
        ahead = tuple(each for each in rest if each.last_day >= today)
        pictures = build.pictures.get(activity.id, ())
        yield Page(path, "activity.html", activity.name, {
            "activity": activity,
            "occurrence": following or _last(dates),
            "past": following is None,
            "ahead": ahead,
            "most": SHOWN,
            "once": _once((following, *ahead), agenda.window) if following else (),
            "otherwise": sum(1 for each in ahead[SHOWN:] if build.facts.state(each)),
            "behind": tuple(each for each in rest if each.last_day < today),
            "body": activity.body,
            "programme": _rounds(activity),
            "written": written(activity),
            "related": related(activity),
            "pictures": tuple((picture_path(activity, each.width), each) for each in pictures),
        }, indexed=dates[-1].last_day >= today - FOUND, feed=calendar_path(activity),
            updated=updated(build, activity))  # fmt: skip
        for each in pictures:
            yield Asset(picture_path(activity, each.width), partial(_same, each.data))


def _once(dates: tuple[Occurrence, ...], window: Window) -> tuple[tuple[str, date], ...]:
    """The calendar files of single dates that take place, each with its day."""
    paths = ((date_calendar_path(each, window), each) for each in dates)
    return tuple((path, each.day) for path, each in paths if path and each.takes_place)


def updated(build: SiteBuild, activity: Activity) -> date | None:
    """Takes the build of a site and an activity; gives the day on which what people see of the activity last changed,
    on the clock of its place; None if not known.

    Not the day of the build: a page changes only when the activity does.
    """
    modified = build.past.of(activity.id).modified
    return None if modified == FIXED.modified else modified.astimezone(ZoneInfo(activity.zone)).date()


def neighbours(facets: Iterable[Facet]) -> Callable[[Activity], tuple[Occurrence, ...]]:
    """Takes the choices of a site; gives a function that gives up to three other activities about the same, or else at
    the same place, soonest first.

    Of each its next date. Most activities share their themes and place with many, so that is looked up once.
    """
    shelves = {(each.kind.folder, each.slug): each.coming[: 2 * RELATED] for each in facets}

    @lru_cache(maxsize=4096)
    def first(keys: tuple[tuple[str, str], ...]) -> tuple[Occurrence, ...]:
        dates = dict.fromkeys(each for key in keys for _, each in shelves.get(key, ()) if each.takes_place)
        return tuple(dates)[: RELATED + 1]  # one more, for when the activity itself is among them

    def related(activity: Activity) -> tuple[Occurrence, ...]:
        keys = [("thema", term.slug) for term in activity.themes]
        keys += [("locatie", activity.place.slug)] if activity.place else []
        others = [each for each in first(tuple(keys)) if each.activity is not activity]
        return tuple(sorted(others[:RELATED], key=lambda each: each.sort_key))

    return related


def _last(dates: tuple[Occurrence, ...]) -> Occurrence:
    """The last date that people came to; the last of all when none went ahead."""
    return next((each for each in reversed(dates) if each.takes_place), dates[-1])


def _same(data: bytes) -> bytes:
    return data


def _rounds(activity: Activity) -> tuple[tuple[object, tuple[object, ...]], ...]:
    """The day programme by time: parts with the same times run side by side."""
    rounds: dict[object, list[object]] = {}
    for item in activity.programme:
        rounds.setdefault(item.times, []).append(item)
    return tuple((times, tuple(items)) for times, items in rounds.items())


def written(activity: Activity) -> Html:
    """Takes an activity; gives what the file says, as JSON that is safe inside a script element: the form fills itself
    in with it.

    Prices are pairs, since an object of a script puts numbers first. Empty for `.yaml`, which the form can't write.
    """
    if not activity.path.endswith(".md"):
        return NOTHING
    fields = dict(activity.written.fields)
    if isinstance(price := fields.get("prijs"), Mapping):
        fields["prijs"] = {"pairs": [list(pair) for pair in price.items()]}
    return trusted(encoded({"velden": fields, "tekst": activity.written.body, "kop": activity.written.header}))


def page_path(activity: Activity) -> str:
    """Takes an activity; gives `activiteit/taalcafe.html`."""
    return f"activiteit/{activity.page}.html"


def calendar_path(activity: Activity) -> str:
    """Takes an activity; gives `activiteit/taalcafe.ics`."""
    return f"activiteit/{activity.page}.ics"


def date_calendar_path(each: Occurrence, window: Window) -> str:
    """Takes a date and the window; gives `activiteit/taalcafe--2026-12-01.ics`, by the planned date, which stays when
    it moves.

    Empty where there is none: an activity of one date has its own file, and the dates far ahead are in the series.
    """
    if each.moved_to is not None or not each.activity.schedule.is_series:
        return ""
    if each.last_day < window.today or each.day > min(window.today + SOON, window.last):
        return ""
    return f"activiteit/{each.activity.page}--{each.planned:%Y-%m-%d}.ics"


def picture_path(activity: Activity, width: int) -> str:
    """Takes an activity and a width in pixels; gives `beeld/taalcafe-480.webp`."""
    return f"beeld/{activity.page}-{width}.webp"
