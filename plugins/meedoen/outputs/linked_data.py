"""One schema.org Event for the page of an activity, the same facts as the page shows (pages.md §1g, 39-44)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from meedoen.agenda.occurrence import Occurrence
from meedoen.notation.markup import Html, plain, trusted
from meedoen.outputs import schema_org
from meedoen.outputs.data_fields import SCHEMA_ORG
from meedoen.outputs.detail import page_path
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.output import SiteBuild
from meedoen.outputs.schema_org import Record
from meedoen.programme.activity import Activity
from meedoen.programme.change import FULL
from meedoen.programme.joining import NOT_NEEDED
from meedoen.programme.partner import Partner
from meedoen.programme.place import Place

LONGEST = 300
"""Characters of a description that is taken from the text, at most."""
# Whose land it is, by the zone of the municipality (ISO 3166-1; IANA zone.tab).
_COUNTRIES = {
    "America/Aruba": "AW",
    "America/Curacao": "CW",
    "America/Kralendijk": "BQ",
    "America/Lower_Princes": "SX",
}


def linked_data(build: SiteBuild, shown: Occurrence) -> Html:
    """The Event of the date that the page is about, as JSON that is safe inside a script element.

    Of a series this is the next date, or the last one when it is over; of a date that has moved the new one.
    """
    return trusted(schema_org.encoded(event(build, shown)))


def event(build: SiteBuild, shown: Occurrence) -> Record:
    """The same as values. The name is that of the activity: the heading of its page."""
    activity, each = shown.activity, _new_date(build, shown)
    url = build.main_url(page_path(activity))
    status, before = schema_org.status(each)
    place = each.place
    picture = schema_org.picture(build, activity)
    registration = activity.registration
    end = each.end
    return schema_org.known({
        "@context": SCHEMA_ORG.rstrip("/"),
        "@type": "Event",
        "identifier": f"{activity.id}@{build.agenda.network.organisation.domain}",
        "url": url,
        "name": activity.name,
        "description": description(activity, each),
        "image": picture["url"] if picture else None,
        "startDate": each.start.isoformat(),
        "endDate": end.isoformat() if end is not None else None,
        "eventStatus": status,
        "previousStartDate": before.isoformat() if before is not None and status == schema_org.RESCHEDULED else None,
        "eventAttendanceMode": schema_org.attendance(place, each.online),
        "location": _locations(build, each, place, url),
        "offers": list(_offers(build, each)),
        "isAccessibleForFree": schema_org.is_free(activity),
        "organizer": _organisation(activity.organizer),
        "contributor": [_organisation(partner) for partner in activity.partners],
        "inLanguage": [term.code for term in activity.languages if term.code],
        "audience": [{"@type": "Audience", "audienceType": term.name} for term in activity.audience],
        "typicalAgeRange": schema_org.ages(activity.age),
        "maximumAttendeeCapacity": registration.capacity if registration else None,
        "remainingAttendeeCapacity": 0 if each.status == FULL else None,
    })  # fmt: skip


def description(activity: Activity, each: Occurrence) -> str:
    """The summary; else how the text begins, in whole words; else name and date."""
    if activity.summary:
        return activity.summary
    text = " ".join(plain(activity.body).split()) if activity.body else ""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 1].rpartition(' ')[0] or text[: LONGEST - 1]}…"
    return text or f"{activity.name}, {IN_DUTCH.when(each)}"


def _new_date(build: SiteBuild, shown: Occurrence) -> Occurrence:
    """The date itself; for the notice on the old day of a date that has moved: the one on the new day."""
    if shown.moved_to is None:
        return shown
    dates = build.agenda.by_activity[shown.activity]
    return next(each for each in dates if each.planned == shown.planned and each.moved_to is None)


def _locations(build: SiteBuild, each: Occurrence, place: Place | None, url: str) -> Record | list[Record]:
    """Place, meeting online, or both. A meeting whose link is not public, or that is off, is found by the page."""
    found: list[Record] = []
    if place is not None:
        network = build.agenda.network
        town = network.municipalities.get(place.municipality)
        zone = network.zone(place.municipality) if town else each.activity.zone
        found.append(_place(place, town.name if town else "", _COUNTRIES.get(zone, "NL")))
    if each.online or place is None:
        link = each.online.url if each.online and each.takes_place else ""
        found.append({"@type": "VirtualLocation", "url": link or url})
    return found[0] if len(found) == 1 else found


# Many activities are in few places.
@lru_cache(maxsize=4096)
def _place(place: Place, town: str, country: str) -> Record:
    known = schema_org.location(place)
    address = known.get("address", {})
    address = {**address, "addressLocality": address.get("addressLocality") or town}
    found: Record = {"@type": "Place", "name": place.name}
    found["address"] = schema_org.known({"@type": "PostalAddress", **address, "addressCountry": country})
    if "geo" in known:
        found["geo"] = {"@type": "GeoCoordinates", **known["geo"]}
    return found


def _offers(build: SiteBuild, each: Occurrence) -> Iterator[Record]:
    """What it costs, whether there is room, and where one signs up. Without a price only what is known besides."""
    activity, registration = each.activity, each.activity.registration
    more: Record = {}
    if (availability := _availability(build, each)) is not None:
        more["availability"] = SCHEMA_ORG + availability
    if registration is not None and registration.needed != NOT_NEEDED:
        more |= schema_org.signing_up(registration)
    if not activity.price and ("url" in more or each.status == FULL):
        yield {"@type": "Offer", **more}
    for offer in schema_org.offers(activity):
        price = offer["price"].removesuffix(".00")
        yield {"@type": "Offer", **offer, "price": price, **more}


def _availability(build: SiteBuild, each: Occurrence) -> str | None:
    """SoldOut or InStock; None where neither is true: it is over or off, or one can't sign up on this day."""
    today = build.agenda.window.today
    registration = each.activity.registration
    state = registration.status_on(today) if registration and registration.needed != NOT_NEEDED else "open"
    if not each.takes_place or each.last_day < today:
        return None
    if each.status == FULL or state in ("vol", "wachtlijst"):
        return "SoldOut"
    return "InStock" if state == "open" else None


@lru_cache(maxsize=4096)
def _organisation(partner: Partner) -> Record:
    return schema_org.known({"@type": "Organization", "name": partner.name, "url": partner.website})
