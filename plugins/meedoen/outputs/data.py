"""`activiteiten.json`: what a site shows, as data for portals and for who makes something with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.notation.markup import plain
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs import data_fields, schema_org
from meedoen.outputs.detail import page_path
from meedoen.outputs.inline_json import encoded
from meedoen.outputs.schema_org import Record
from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.joining import NEEDED, Registration
from meedoen.programme.partner import Partner
from meedoen.programme.vocabulary import Term

PATH = "activiteiten.json"
_AS_PLANNED = f'"eventStatus":"{schema_org.SCHEDULED}"'


def dataset(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `activiteiten.json`: the activities with a date in the window, in order of id,
    one on each line.
    """
    yield Asset(PATH, lambda: "".join(_parts(build)).encode())


def _parts(build: SiteBuild) -> Iterator[str]:
    agenda, past = build.agenda, build.past
    organisation = agenda.network.organisation
    shown = sorted(
        ((activity, held) for activity, dates in agenda.by_activity.items() if (held := _held(build, dates))),
        key=lambda pair: pair[0].id,
    )
    about: Record = {
        "name": f"Agenda {agenda.site.name}",
        "url": build.url("index.html"),
        "inLanguage": "nl",
        "publisher": {"name": organisation.name, "url": organisation.website},
    }
    if changed := max(
        (each for pair in shown if (each := past.of(pair[0].id).modified) != FIXED.modified), default=None
    ):
        about["dateModified"] = utc(changed)
    yield encoded(about)[:-1] + ',"activities":['
    mark = "\n"
    for activity, dates in shown:
        yield mark + encoded(_activity(build, activity))[:-1] + ',"occurrences":['
        yield ",".join([_text(each) for each in dates]) + "]}"
        mark = ",\n"
    yield "\n]}\n"


def _held(build: SiteBuild, dates: tuple[Occurrence, ...]) -> list[Occurrence]:
    """The occurrences in the window, what does not go ahead included, without notices of moved dates."""
    first, last = build.agenda.window.listed, build.agenda.window.last
    return [each for each in dates if each.last_day >= first and each.day <= last and each.moved_to is None]


def _activity(build: SiteBuild, activity: Activity) -> Record:
    """The fields in the order of `data_fields.ACTIVITY` but the last, without those that say nothing."""
    registration, revision = activity.registration, build.past.of(activity.id)
    known = revision != FIXED
    described: Record = {
        "id": activity.id,
        "uid": f"{activity.id}@{build.agenda.network.organisation.domain}",
        "url": build.url(page_path(activity)),
        "name": activity.name,
        "summary": activity.summary,
        "description": plain(activity.body) if activity.body else "",
        "inLanguage": [term.code for term in activity.languages if term.code],
        "audience": _named(activity.audience),
        "typicalAgeRange": schema_org.ages(activity.age),
        "themes": _named(activity.themes),
        "coreFunction": _one(activity.core_function),
        "programmeLine": _one(activity.programme_line),
        "organizer": _one(activity.organizer),
        "contributor": _named(activity.partners),
        "location": schema_org.location(activity.place) if activity.place else None,
        "room": activity.room,
        "virtualLocation": schema_org.virtual(activity.online) if activity.online else None,
        "eventAttendanceMode": schema_org.attendance(activity.place, activity.online),
        "offers": schema_org.offers(activity.price),
        "isAccessibleForFree": schema_org.is_free(activity.price),
        "registration": _registration(registration) if registration else None,
        "maximumAttendeeCapacity": registration.capacity if registration else None,
        "accessibility": _named(activity.accessibility),
        **{row.data: getattr(activity, row.attribute) for row in data_fields.BESIDE},
        "image": schema_org.picture(build, activity),
        "dateCreated": utc(revision.created) if known else None,
        "dateModified": utc(revision.modified) if known else None,
    }
    return schema_org.known(described)


def _text(each: Occurrence) -> str:
    """One occurrence as JSON; what nearly all of them say needs no encoder."""
    if each.change is not None or each.status is not EventStatus.SCHEDULED or each.end is None:
        return encoded(_occurrence(each))
    return f'{{"startDate":"{each.start.isoformat()}","endDate":"{each.end.isoformat()}",{_AS_PLANNED}}}'


def _occurrence(each: Occurrence) -> Record:
    """The fields in the order of `data_fields.OCCURRENCE`; what is as usual is said by the activity."""
    start, end = each.start, each.end
    occurrence: Record = {"startDate": start.isoformat()}
    if end is not None:
        occurrence["endDate"] = end.isoformat()
    occurrence["eventStatus"], before = schema_org.status(each)
    if before is not None:
        occurrence["previousStartDate"] = before.isoformat()
    if each.reason:
        occurrence["reason"] = each.reason
    if each.change is not None:
        occurrence |= _different(each)
    if each.status is EventStatus.FULL:
        occurrence["remainingAttendeeCapacity"] = 0
    return occurrence


def _different(each: Occurrence) -> Iterator[tuple[str, Any]]:
    activity, place, online = each.activity, each.place, each.online
    if each.name != activity.name:
        yield "name", each.name
    if place != activity.place:
        yield "location", schema_org.location(place) if place else None
    if each.room != activity.room:
        yield "room", each.room
    if online and online != activity.online:
        yield "virtualLocation", schema_org.virtual(online)
    if (mode := schema_org.attendance(place, online)) != schema_org.attendance(activity.place, activity.online):
        yield "eventAttendanceMode", mode


def utc(moment: datetime) -> str:
    """Takes a moment; gives `2026-11-20T08:30:00Z` (RFC 3339)."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _one(value: Term | Partner | None) -> Record | None:
    return {"id": value.slug, "name": value.name} if value else None


def _named(values: tuple[Term, ...] | tuple[Partner, ...]) -> list[Record]:
    return [{"id": value.slug, "name": value.name} for value in values]


def _registration(registration: Registration) -> Record:
    return {"required": registration.needed == NEEDED, **schema_org.signing_up(registration)}
