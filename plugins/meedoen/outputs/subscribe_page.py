"""The page about subscribing: every calendar of a site with links for each program, and codes that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from meedoen.agenda.facet import CHOICE_KINDS, FacetKind, values
from meedoen.agenda.revision import Choice
from meedoen.outputs.choices import facet_path, places_of_site
from meedoen.outputs.qr import code_path, qr
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild
from meedoen.outputs.subscription import ALL, SUBSCRIBE_PAGE, Subscription, subscriptions

PROGRAMS: Mapping[str, str] = {
    "apple": "webcal://{address}",
    "google": "https://calendar.google.com/calendar/r?cid={url}",
    "outlook": "https://outlook.live.com/calendar/0/addfromweb?url={url}&name={name}",
    "work": "https://outlook.office.com/calendar/0/addfromweb?url={url}&name={name}",
}
"""Program → the link that opens it with a calendar. The script of the page fills in these same forms.

`{address}` is the calendar's without scheme, `{url}` and `{name}` are percent-encoded, `{webcal}` is the first
percent-encoded. Google documents none: of the two that are seen, `cid={url}` works and `cid={webcal}` is the other.
"""
_ORDER = ("locatie", "doelgroep", "thema", "prijs", "taal", "partner", "programmalijn", "kernfunctie")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """One calendar on the page.

    `key` is its parts by name: `locatie-bieb`, `locatie-bieb doelgroep-18`. `links` has the link of each of PROGRAMS,
    of a combination only the first; `parts` are the combinations that begin with the same value.
    """

    key: str
    label: str
    url: str
    links: Mapping[str, str]
    subscription: Subscription
    parts: tuple[CalendarRow, ...] = ()


def subscribing(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `abonneren.html`, with its code beside it."""
    calendars = {each.choice: each for each in subscriptions(build) if not each.stands_for}
    labels = {choice: each.label for choice, each in calendars.items()}
    parts: dict[Choice, list[CalendarRow]] = {}
    for choice, calendar in calendars.items():
        if len(choice) > 1 and calendar.coming:
            short = ", ".join(labels.get((pair,), calendar.label) for pair in choice[1:])
            parts.setdefault(choice[:1], []).append(_entry(build, calendar, short))
    groups = tuple((kind, _of_kind(build, kind, calendars, parts)) for kind in _kinds())
    yield Page(SUBSCRIBE_PAGE, "subscribe.html", build.voice.gettext("Zet de agenda op je telefoon"), {
        "everything": _entry(build, calendars[()], calendars[()].label),
        "groups": tuple(pair for pair in groups if pair[1]),
        "ways": PROGRAMS,
        "code": code_path(SUBSCRIBE_PAGE),
    }, feed=ALL)  # fmt: skip
    yield _code(build, SUBSCRIBE_PAGE)


def codes(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a code for each place in its municipality, for a poster that hangs there.

    It leads to the page of the place.
    """
    for place in places_of_site(build.agenda):
        yield _code(build, facet_path(place))


def links(url: str, name: str, programs: Iterable[str] = tuple(PROGRAMS)) -> dict[str, str]:
    """Takes the address and the name of a calendar; gives program → the link that opens the calendar in it."""
    address = url.partition("://")[2]
    encoded = {"url": url, "webcal": f"webcal://{address}", "name": name}
    values = {key: quote(value, safe="") for key, value in encoded.items()}
    return {program: PROGRAMS[program].format(address=address, **values) for program in programs}


def _code(build: SiteBuild, page: str) -> Asset:
    return Asset(code_path(page), partial(qr, build.main_url(page)))


def _kinds() -> Iterable[FacetKind]:
    return sorted(CHOICE_KINDS, key=lambda kind: _ORDER.index(kind.folder))


def _of_kind(
    build: SiteBuild,
    kind: FacetKind,
    calendars: Mapping[Choice, Subscription],
    parts: Mapping[Choice, list[CalendarRow]],
) -> tuple[CalendarRow, ...]:
    """The calendars of the values that the network knows: a word of the past keeps its calendar, but not its place."""
    known = values(kind, build.agenda.network)
    return tuple(
        _entry(build, each, each.label, tuple(parts.get(choice, ())))
        for choice, each in calendars.items()
        if len(choice) == 1 and choice[0][0] == kind.folder and choice[0][1] in known
    )


def _entry(
    build: SiteBuild, subscription: Subscription, label: str, parts: tuple[CalendarRow, ...] = ()
) -> CalendarRow:
    url = build.main_url(subscription.path)
    # A large site has hundreds of combinations, and the page gives each only the first program and its address.
    programs = ("apple",) if len(subscription.choice) > 1 else tuple(PROGRAMS)
    key = " ".join("-".join(pair) for pair in subscription.choice)
    return CalendarRow(
        key=key,
        label=label,
        url=url,
        links=links(url, subscription.name, programs),
        subscription=subscription,
        parts=parts,
    )
