"""`activiteiten.json`: what a site shows, as data for portals and for who makes something with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.notation.fields.values import AgeRange, Online
from meedoen.notation.markup import plain
from meedoen.outputs.data_fields import SCHEMA_ORG
from meedoen.outputs.detail import page_path, picture_path
from meedoen.outputs.output import Asset, Outcome, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.change import CANCELLED, FULL, ONLINE, PLANNED, POSTPONED
from meedoen.programme.joining import NEEDED, Registration
from meedoen.programme.partner import Partner
from meedoen.programme.place import Place
from meedoen.programme.vocabulary import Term

PATH = "activiteiten.json"
Record = dict[str, Any]
_OFFLINE, _ONLINE, _MIXED = (f"{SCHEMA_ORG}{name}EventAttendanceMode" for name in ("Offline", "Online", "Mixed"))
_STATUS = {CANCELLED: "EventCancelled", POSTPONED: "EventPostponed", ONLINE: "EventMovedOnline"}
_AS_PLANNED = f'"eventStatus":"{SCHEMA_ORG}EventScheduled"'
# Also safe inside a script element, and in JavaScript from before 2019.
_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dataset(build: SiteBuild) -> Outcome:
    """`activiteiten.json`: the activities with a date in the window, in order of id, one on each line."""
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
        about["dateModified"] = _utc(changed)
    yield _json(about)[:-1] + ',"activities":['
    mark = "\n"
    for activity, dates in shown:
        yield mark + _json(_activity(build, activity))[:-1] + ',"occurrences":['
        yield ",".join([_text(each) for each in dates]) + "]}"
        mark = ",\n"
    yield "\n]}\n"


def _held(build: SiteBuild, dates: tuple[Occurrence, ...]) -> list[Occurrence]:
    """The occurrences in the window, what does not go ahead included, without notices of moved dates."""
    first, last = build.agenda.window.listed, build.agenda.window.last
    return [each for each in dates if each.last_day >= first and each.day <= last and each.moved_to is None]


def _json(record: Record) -> str:
    text = _encode(record)
    for character, escaped in _ESCAPES:
        text = text.replace(character, escaped)
    return text


def _activity(build: SiteBuild, activity: Activity) -> Record:
    """The fields in the order of `data_fields.ACTIVITY` but the last, without those that say nothing."""
    registration, revision = activity.registration, build.past.of(activity.id)
    known = revision != FIXED
    found: Record = {
        "id": activity.id,
        "uid": f"{activity.id}@{build.agenda.network.organisation.domain}",
        "url": build.url(page_path(activity)),
        "name": activity.name,
        "summary": activity.summary,
        "description": plain(activity.body) if activity.body else "",
        "inLanguage": [term.code for term in activity.languages if term.code],
        "audience": _named(activity.audience),
        "typicalAgeRange": _ages(activity.age),
        "themes": _named(activity.themes),
        "coreFunction": _one(activity.core_function),
        "programmeLine": _one(activity.programme_line),
        "organizer": _one(activity.organizer),
        "contributor": _named(activity.partners),
        "location": _place(activity.place) if activity.place else None,
        "room": activity.room,
        "virtualLocation": _virtual(activity.online.url) if activity.online else None,
        "eventAttendanceMode": _mode(activity.place, activity.online),
        "offers": _offers(activity),
        "isAccessibleForFree": all(line.cents == 0 for line in activity.price) if activity.price else None,
        "registration": _registration(registration) if registration else None,
        "maximumAttendeeCapacity": registration.capacity if registration else None,
        "accessibility": _named(activity.accessibility),
        "image": _image(build, activity),
        "dateCreated": _utc(revision.created) if known else None,
        "dateModified": _utc(revision.modified) if known else None,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _text(each: Occurrence) -> str:
    """One occurrence as JSON; what nearly all of them say needs no encoder."""
    if each.change is not None or each.status != PLANNED or each.end is None:
        return _json(_occurrence(each))
    return f'{{"startDate":"{each.start.isoformat()}","endDate":"{each.end.isoformat()}",{_AS_PLANNED}}}'


def _occurrence(each: Occurrence) -> Record:
    """The fields in the order of `data_fields.OCCURRENCE`; what is as usual is said by the activity."""
    start, end, status = each.start, each.end, each.status
    found: Record = {"startDate": start.isoformat()}
    if end is not None:
        found["endDate"] = end.isoformat()
    before = start if each.change is None else _planned_start(each)
    usual = "EventScheduled" if before == start else "EventRescheduled"
    found["eventStatus"] = SCHEMA_ORG + _STATUS.get(status, usual)
    if before != start:
        found["previousStartDate"] = before.isoformat()
    if each.reason:
        found["reason"] = each.reason
    if each.change is not None:
        found |= _different(each)
    if status == FULL:
        found["remainingAttendeeCapacity"] = 0
    return found


def _different(each: Occurrence) -> Iterator[tuple[str, Any]]:
    activity, place, online = each.activity, each.place, each.online
    if each.name != activity.name:
        yield "name", each.name
    if place != activity.place:
        yield "location", _place(place) if place else None
    if each.room != activity.room:
        yield "room", each.room
    if online and online != activity.online:
        yield "virtualLocation", _virtual(online.url)
    if (mode := _mode(place, online)) != _mode(activity.place, activity.online):
        yield "eventAttendanceMode", mode


def _mode(place: Place | None, online: Online | None) -> str:
    return _ONLINE if place is None else _MIXED if online else _OFFLINE


def _planned_start(each: Occurrence) -> datetime | date:
    times = each.activity.schedule.times_on(each.planned)
    return Occurrence(each.activity, each.planned, each.planned, times, each.planned).start


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _one(value: Term | Partner | None) -> Record | None:
    return {"id": value.slug, "name": value.name} if value else None


def _named(values: tuple[Term, ...] | tuple[Partner, ...]) -> list[Record]:
    return [{"id": value.slug, "name": value.name} for value in values]


def _ages(ages: AgeRange | None) -> str | None:
    """`4-12`, `18-`, as schema.org's typicalAgeRange; None for all ages."""
    if ages is None or (ages.low is None and ages.high is None):
        return None
    return f"{ages.low or 0}-{'' if ages.high is None else ages.high}"


def _place(place: Place) -> Record:
    address = {
        "streetAddress": place.street,
        "postalCode": place.postal_code,
        "addressLocality": place.locality,
    }
    found: Record = {"id": place.slug} if place.slug else {}
    found["name"] = place.name
    if address := {name: value for name, value in address.items() if value}:
        found["address"] = address
    if place.point:
        found["geo"] = {"latitude": place.point[0], "longitude": place.point[1]}
    return found


def _virtual(url: str) -> Record:
    return {"url": url} if url else {}


def _offers(activity: Activity) -> list[Record]:
    return [
        ({"name": line.label} if line.label else {})
        | {"price": f"{line.cents // 100}.{line.cents % 100:02}", "priceCurrency": "EUR"}
        for line in activity.price
    ]


def _registration(given: Registration) -> Record:
    found: Record = {"required": given.needed == NEEDED}
    if given.url:
        found["url"] = given.url
    if given.opens:
        found["validFrom"] = given.opens.isoformat()
    if given.closes:
        found["validThrough"] = given.closes.isoformat()
    return found


def _image(build: SiteBuild, activity: Activity) -> Record | None:
    sizes, image = build.pictures.get(activity.id, ()), activity.image
    if not sizes or image is None:
        return None
    largest = sizes[-1]
    found = {
        "url": build.url(picture_path(activity, largest.width)),
        "width": largest.width,
        "height": largest.height,
        "caption": image.alt,
        "creditText": image.creator,
        "license": image.licence,
    }
    return {name: value for name, value in found.items() if value != ""}
