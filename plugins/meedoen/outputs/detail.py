"""The page of one activity, its calendar file and its picture."""

from __future__ import annotations

from functools import partial

from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.output import Asset, Outcome, Page, SiteBuild
from meedoen.programme.activity import Activity


def activities(build: SiteBuild) -> Outcome:
    """A page for each activity, until a year after its last date."""
    agenda = build.agenda
    today = agenda.window.today
    for activity, dates in agenda.by_activity.items():
        following = agenda.following(dates)
        path = page_path(activity)
        rest = tuple(each for each in dates if each is not following)
        pictures = build.pictures.get(activity.id, ())
        yield Page(path, "activity.html", activity.name, {
            "activity": activity,
            "occurrence": following or dates[-1],
            "past": following is None,
            "ahead": tuple(each for each in rest if each.last_day >= today),
            "behind": tuple(each for each in rest if each.last_day < today),
            "body": activity.body,
            "programme": _rounds(activity),
            "pictures": tuple((picture_path(activity, each.width), each) for each in pictures),
        }, indexed=following is not None, feed=calendar_path(activity))  # fmt: skip
        for each in pictures:
            yield Asset(picture_path(activity, each.width), partial(_same, each.data))


def calendars(build: SiteBuild) -> Outcome:
    """A calendar file for each activity: the very bytes that stand in the feeds."""
    for activity in build.agenda.by_activity:
        yield Asset(calendar_path(activity), partial(_calendar, build, activity))


def _calendar(build: SiteBuild, activity: Activity) -> bytes:
    path = calendar_path(activity)
    description = f"{activity.name}, {build.agenda.site.name}"
    return feed(activity.name, description, build.url(path), (activity.zone,), (build.events(activity).all,))


def _same(data: bytes) -> bytes:
    return data


def _rounds(activity: Activity) -> tuple[tuple[object, tuple[object, ...]], ...]:
    """The day programme by time: parts with the same times run side by side."""
    rounds: dict[object, list[object]] = {}
    for item in activity.programme:
        rounds.setdefault(item.times, []).append(item)
    return tuple((times, tuple(items)) for times, items in rounds.items())


def page_path(activity: Activity) -> str:
    """`activiteit/taalcafe.html`."""
    return f"activiteit/{activity.page}.html"


def calendar_path(activity: Activity) -> str:
    """`activiteit/taalcafe.ics`."""
    return f"activiteit/{activity.page}.ics"


def picture_path(activity: Activity, width: int) -> str:
    """`beeld/taalcafe-480.webp`."""
    return f"beeld/{activity.page}-{width}.webp"
