"""The words of schema.org for what an activity is: what `activiteiten.json` and the linked data of a page share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from meedoen.agenda.occurrence import Occurrence
from meedoen.notation.fields.values import AgeRange, Online, PriceLine
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs.data_fields import SCHEMA_ORG
from meedoen.outputs.detail import picture_path
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.joining import Registration
from meedoen.programme.place import Place

Record = dict[str, Any]
SCHEDULED, RESCHEDULED = f"{SCHEMA_ORG}EventScheduled", f"{SCHEMA_ORG}EventRescheduled"
_OFFLINE, _ONLINE, _MIXED = (f"{SCHEMA_ORG}{name}EventAttendanceMode" for name in ("Offline", "Online", "Mixed"))
_STATUS = {
    EventStatus.CANCELLED: f"{SCHEMA_ORG}EventCancelled",
    EventStatus.POSTPONED: f"{SCHEMA_ORG}EventPostponed",
    EventStatus.ONLINE: f"{SCHEMA_ORG}EventMovedOnline",
}
_POSTAL_CODE = re.compile(r"\A([1-9]\d{3}) ?([A-Za-z]{2})\Z")
_CODE_AND_TOWN = re.compile(r"\A([1-9]\d{3} ?[A-Z]{2}) +(.+)\Z")
_EMPTY: tuple[Any, ...] = (None, "", [])


def known(record: Mapping[str, Any]) -> Record:
    """Takes a record; gives the record without the fields that say nothing."""
    return {name: value for name, value in record.items() if value or value not in _EMPTY}


def status(each: Occurrence) -> tuple[str, datetime | date | None]:
    """Takes a date; gives its eventStatus, and the start that was planned where that is another."""
    status_name = _STATUS.get(each.status)
    before = planned_start(each) if each.change is not None else None
    if before is None or before == each.start:
        return status_name or SCHEDULED, None
    return status_name or RESCHEDULED, before


def planned_start(each: Occurrence) -> datetime | date:
    """Takes a date; gives the start as the schedule has it, before what is different on this date."""
    times = each.activity.schedule.times_on(each.planned)
    return Occurrence(each.activity, each.planned, each.planned, times, each.planned).start


def attendance(place: Place | None, online: Online | str | None) -> str:
    """Takes a place and how to join online; gives the eventAttendanceMode: at the place, online or both."""
    return _ONLINE if place is None else _MIXED if online else _OFFLINE


def ages(age: AgeRange | None) -> str | None:
    """Takes an age; gives `4-12`, `18-`, as schema.org's typicalAgeRange; None for all ages."""
    if age is None or (age.low is None and age.high is None):
        return None
    return f"{age.low or 0}-{'' if age.high is None else age.high}"


def is_free(price: tuple[PriceLine, ...]) -> bool | None:
    """Takes prices; gives whether nobody pays; None when nothing was said."""
    return all(line.cents == 0 for line in price) if price else None


def offers(price: tuple[PriceLine, ...]) -> list[Record]:
    """Takes prices; gives the prices, each with its own name where there is more than one."""
    return [
        ({"name": line.label} if line.label else {})
        | {"price": f"{line.cents // 100}.{line.cents % 100:02}", "priceCurrency": "EUR"}
        for line in price
    ]


def signing_up(registration: Registration) -> Record:
    """Takes how people sign up; gives where one signs up and in which days, as an Offer has it."""
    days = (("validFrom", registration.opens), ("validThrough", registration.closes))
    return ({"url": registration.url} if registration.url else {}) | {name: on.isoformat() for name, on in days if on}


def location(place: Place) -> Record:
    """Takes a place; gives name, address and point, what is known of them; `id` for a place of the list."""
    code, town = place.postal_code, place.locality
    if not code and (both := _CODE_AND_TOWN.match(town)):  # an address on one line is not taken apart further
        code, town = both[1], both[2]
    address = known({"streetAddress": place.street, "postalCode": postal_code(code), "addressLocality": town})
    described: Record = {"id": place.slug} if place.slug else {}
    described["name"] = place.name
    if address:
        described["address"] = address
    if place.point:
        described["geo"] = {"latitude": place.point[0], "longitude": place.point[1]}
    return described


def postal_code(text: str) -> str:
    """Takes a postal code; gives `1234 AB` however it was typed; a code of another country as it is."""
    match = _POSTAL_CODE.match(text)
    return f"{match[1]} {match[2].upper()}" if match else text


def virtual(online: Online) -> Record:
    """Takes how to join online; gives the link where everybody may have it; nothing for one that people get when they
    sign up.
    """
    return {"url": online.url} if online.url else {}


def picture(build: SiteBuild, activity: Activity) -> Record | None:
    """Takes the build of a site and an activity; gives the largest rendition with its makers; None without one."""
    sizes, image = build.pictures.get(activity.id, ()), activity.image
    if not sizes or image is None:
        return None
    largest = sizes[-1]
    described = {
        "url": build.main_url(picture_path(activity, largest.width)),
        "width": largest.width,
        "height": largest.height,
        "caption": image.alt,
        "creditText": image.creator,
        "license": image.licence,
    }
    return known(described)
