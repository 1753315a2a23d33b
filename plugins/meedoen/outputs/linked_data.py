"""One schema.org Event for the page of an activity, the same facts as the page shows (pages.md §1g, 39-44)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import ParamSpec, cast

from meedoen.agenda.occurrence import Occurrence
from meedoen.notation.fields.values import AgeRange, PriceLine
from meedoen.notation.markup import Html, plain, trusted
from meedoen.notation.schema.status import EventStatus, RegistrationStatus
from meedoen.outputs import schema_org
from meedoen.outputs.data_fields import SCHEMA_ORG
from meedoen.outputs.detail import page_path
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.inline_json import encoded
from meedoen.outputs.schema_org import Record
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.joining import NOT_NEEDED, Registration
from meedoen.programme.partner import Partner
from meedoen.programme.place import Place
from meedoen.programme.vocabulary import Term

LONGEST = 300
"""Characters of a description that is taken from the text, at most."""
_P = ParamSpec("_P")
# Whose land it is, by the zone of the municipality (ISO 3166-1; IANA zone.tab).
_COUNTRIES = {
    "America/Aruba": "AW",
    "America/Curacao": "CW",
    "America/Kralendijk": "BQ",
    "America/Lower_Princes": "SX",
}


def linked_data(build: SiteBuild, shown: Occurrence) -> Html:
    """Takes the build of a site and the date that its page is about; gives the Event of the date that the page is
    about, as JSON that is safe inside a script element.

    Of a series this is the next date, or the last one when it is over; of a date that has moved the new one. The name
    is that of the activity: the heading of its page.
    """
    activity, each = shown.activity, _new_date(build, shown)
    url = build.main_url(page_path(activity))
    registration, full = activity.registration, each.status is EventStatus.FULL
    parts = (
        _fields(_own(build, each, url)),
        _whereabouts(*_place_and_country(build, each), _link(each, url)),
        _costs(activity.price, registration, _availability(build, each), full),
        _people(activity.organizer, activity.partners, activity.languages, activity.audience, activity.age),
        _room(registration.capacity if registration else None, full),
    )
    return trusted(f"{{{','.join(filter(None, parts))}}}")


def _fields(record: Record) -> str:
    """The known fields as JSON, without the braces around them."""
    return encoded(schema_org.known(record))[1:-1]


def _remembered(part: Callable[_P, Record]) -> Callable[_P, str]:
    """The fields of this part as JSON; many activities share a place, a price, an organiser."""

    def written(*values: _P.args, **named: _P.kwargs) -> str:
        return _fields(part(*values, **named))

    return cast("Callable[_P, str]", lru_cache(maxsize=4096)(written))


def _own(build: SiteBuild, each: Occurrence, url: str) -> Record:
    """What no two activities share."""
    activity, end = each.activity, each.end
    status, before = schema_org.status(each)
    picture = schema_org.picture(build, activity)
    return {
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
    }


@_remembered
def _whereabouts(place: Place | None, town: str, country: str, link: str) -> Record:
    """Place, meeting online (`link`), or both."""
    where: list[Record] = [_place(place, town, country)] if place is not None else []
    if link:
        where.append({"@type": "VirtualLocation", "url": link})
    return {
        "eventAttendanceMode": schema_org.attendance(place, link),
        "location": where[0] if len(where) == 1 else where,
    }


@_remembered
def _costs(price: tuple[PriceLine, ...], registration: Registration | None, availability: str, full: bool) -> Record:
    """What it costs, whether there is room, and where one signs up. Without a price only what is known besides."""
    return {
        "offers": list(_offers(price, registration, availability, full)),
        "isAccessibleForFree": schema_org.is_free(price),
    }


@_remembered
def _people(
    organizer: Partner,
    partners: tuple[Partner, ...],
    languages: tuple[Term, ...],
    audience: tuple[Term, ...],
    age: AgeRange | None,
) -> Record:
    """By whom and for whom."""
    return {
        "organizer": _organisation(organizer),
        "contributor": [_organisation(partner) for partner in partners],
        "inLanguage": [term.code for term in languages if term.code],
        "audience": [{"@type": "Audience", "audienceType": term.name} for term in audience],
        "typicalAgeRange": schema_org.ages(age),
    }


@_remembered
def _room(capacity: int | None, full: bool) -> Record:
    """How many fit in."""
    return {"maximumAttendeeCapacity": capacity, "remainingAttendeeCapacity": 0 if full else None}


def description(activity: Activity, each: Occurrence) -> str:
    """Takes an activity and one of its dates; gives the summary; else how the text begins, in whole words; else name
    and date.
    """
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


def _place_and_country(build: SiteBuild, each: Occurrence) -> tuple[Place | None, str, str]:
    """The place with the name of its municipality and the code of its country."""
    place, network = each.place, build.agenda.network
    if place is None:
        return None, "", ""
    town = network.municipalities.get(place.municipality)
    zone = network.zone(place.municipality) if town else each.activity.zone
    return place, town.name if town else "", _COUNTRIES.get(zone, "NL")


def _link(each: Occurrence, url: str) -> str:
    """Where one joins from home, if one can: on the page where the link is not public, or where it is off."""
    if each.online is None and each.place is not None:
        return ""
    return (each.online.url if each.online and each.takes_place else "") or url


def _place(place: Place, town: str, country: str) -> Record:
    known = schema_org.location(place)
    address = known.get("address", {})
    address = {**address, "addressLocality": address.get("addressLocality") or town}
    described: Record = {"@type": "Place", "name": place.name}
    described["address"] = schema_org.known({"@type": "PostalAddress", **address, "addressCountry": country})
    if "geo" in known:
        described["geo"] = {"@type": "GeoCoordinates", **known["geo"]}
    return described


def _offers(
    price: tuple[PriceLine, ...], registration: Registration | None, availability: str, full: bool
) -> Iterator[Record]:
    more: Record = {"availability": SCHEMA_ORG + availability} if availability else {}
    if registration is not None and registration.needed != NOT_NEEDED:
        more |= schema_org.signing_up(registration)
    if not price and ("url" in more or full):
        yield {"@type": "Offer", **more}
    for offer in schema_org.offers(price):
        amount = offer["price"].removesuffix(".00")
        yield {"@type": "Offer", **offer, "price": amount, **more}


def _availability(build: SiteBuild, each: Occurrence) -> str:
    """SoldOut or InStock; empty where neither is true: it is over or off, or one can't sign up on this day."""
    today = build.agenda.window.today
    registration, state = each.activity.registration, RegistrationStatus.OPEN
    if registration and registration.needed != NOT_NEEDED:
        state = registration.status_on(today)
    if not each.takes_place or each.last_day < today:
        return ""
    if each.status is EventStatus.FULL or state in (RegistrationStatus.FULL, RegistrationStatus.WAITING_LIST):
        return "SoldOut"
    return "InStock" if state is RegistrationStatus.OPEN else ""


def _organisation(partner: Partner) -> Record:
    return schema_org.known({"@type": "Organization", "name": partner.name, "url": partner.website})
