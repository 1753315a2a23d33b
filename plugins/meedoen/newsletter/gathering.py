"""From an activity and its dates to what a letter may tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED, Revision
from meedoen.language.wording import clock
from meedoen.newsletter.candidate import Candidate, Moment
from meedoen.newsletter.draft import Photo
from meedoen.notation.schema.status import RegistrationStatus
from meedoen.notation.time.clock import Times
from meedoen.notation.time.recurrence import Recurrence, occurs_on
from meedoen.outputs.detail import page_path, picture_path
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.letter import Item
from meedoen.outputs.recurrence_text import recurrence_text
from meedoen.programme.activity import Activity
from meedoen.programme.joining import NEEDED
from meedoen.programme.location import REGION
from meedoen.programme.picture import Rendition

_LESSON = re.compile(r"\b(?:cursus|les|lessen|training|lessenreeks)\b", re.IGNORECASE)
_STILL_OPEN = (None, RegistrationStatus.OPEN)


def candidate(
    activity: Activity,
    dates: Iterable[Occurrence],
    site: str,
    revision: Revision = FIXED,
    pictures: tuple[Rendition, ...] = (),
) -> Candidate:
    """Takes an activity with its dates, its site, its past and its pictures; gives what there is to tell of this
    activity on the site of this municipality.
    """
    moments = tuple(_moment(each) for each in dates if each.moved_to is None)
    registration = activity.registration
    needed = registration is not None and registration.needed == NEEDED
    held = [each for each in moments if each.takes_place]
    rule = activity.schedule.recurrence
    return Candidate(
        item=Item(
            id=activity.id,
            name=activity.name,
            summary=activity.summary,
            audience=IN_DUTCH.audience(activity),
            price=IN_DUTCH.price(activity.price),
            theme=activity.themes[0].slug if activity.themes else "",
        ),
        site=site,
        page=page_path(activity),
        moments=moments,
        regional=activity.folder == REGION,
        audiences=tuple((term.slug, term.name) for term in activity.audience),
        themes=tuple((term.slug, term.name) for term in activity.themes),
        place=(activity.place.slug, activity.place.name) if activity.place else ("online", "Online"),
        help_wanted=activity.help_wanted,
        featured=activity.featured,
        limited=needed and bool(registration and registration.capacity and registration.status in _STILL_OPEN),
        closes=registration.closes if registration else None,
        created=None if revision.created == FIXED.created else revision.created.date(),
        rhythm=recurrence_text(rule, IN_DUTCH.voice) if rule is not None and not rule.loose else "",
        beats=_beats(activity, rule),
        weekly=rule is not None and not rule.loose and rule.interval == 1 and rule.frequency in ("DAILY", "WEEKLY"),
        meetings=len(held) if needed and activity.schedule.is_series else 0,
        lessons=bool(_LESSON.search(f"{activity.name} {activity.summary}")),
        photo=_photo(activity, pictures),
    )


def times_line(times: Times | None) -> str:
    """Takes times of a day; gives `10.00-11.30 uur`, `vanaf 19.30 uur`; empty for all day."""
    if times is None:
        return ""
    if times.end is None:
        return f"vanaf {clock(times.start)} uur"
    until = "24.00" if times.overnight and clock(times.end) == "0.00" else clock(times.end)
    return f"{clock(times.start)}-{until} uur"


def _moment(each: Occurrence) -> Moment:
    return Moment(
        day=each.day,
        planned=each.planned,
        last_day=each.last_day,
        begins=f"{each.times.start:%H.%M}" if each.times else "",
        time=times_line(each.times),
        where=IN_DUTCH.where(each),
        name=each.name,
        takes_place=each.takes_place,
        status=each.status,
        reason=each.reason,
    )


def _beats(activity: Activity, rule: Recurrence | None) -> frozenset[date]:
    """The dates of the rule, also those that were left out: only so can be told on which of them it is not."""
    if rule is None or rule.loose:
        return frozenset()
    schedule = activity.schedule
    every = {*schedule.days, *schedule.excluded}
    return frozenset(each for each in every if occurs_on(rule, schedule.first, each))


def _photo(activity: Activity, pictures: tuple[Rendition, ...]) -> Photo | None:
    if activity.image is None or not pictures:
        return None
    chosen = pictures[0]
    return Photo(
        path=picture_path(activity, chosen.width), width=chosen.width, height=chosen.height, alt=activity.image.alt
    )
