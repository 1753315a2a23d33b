"""The page about subscribing: every calendar of a site with the ways to get it, and codes that lead there."""

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

WAYS: Mapping[str, str] = {
    "apple": "webcal://{address}",
    "google": "https://calendar.google.com/calendar/r?cid={url}",
    "outlook": "https://outlook.live.com/calendar/0/addfromweb?url={url}&name={name}",
    "work": "https://outlook.office.com/calendar/0/addfromweb?url={url}&name={name}",
}
"""Program → the link that opens it with a calendar. The script of the page fills in these same forms.

`{address}` is the calendar's without scheme, `{url}` and `{name}` are percent-encoded, `{webcal}` is the first way
percent-encoded. Google documents none: of the two that are seen, `cid={url}` works and `cid={webcal}` is the other.
"""
_ORDER = ("locatie", "doelgroep", "thema", "prijs", "taal", "partner", "programmalijn", "kernfunctie")


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One calendar on the page.

    `key` is its parts by name: `locatie-bieb`, `locatie-bieb doelgroep-18`. `links` has the link of each of WAYS, of a
    combination only the first; `parts` are the combinations that begin with the same value.
    """

    key: str
    label: str
    url: str
    links: Mapping[str, str]
    subscription: Subscription
    parts: tuple[CalendarRow, ...] = ()


def subscribing(build: SiteBuild) -> Outcome:
    """`abonneren.html`, with its code beside it."""
    found = {each.choice: each for each in subscriptions(build) if not each.stands_for}
    labels = {choice: each.label for choice, each in found.items()}
    parts: dict[Choice, list[CalendarRow]] = {}
    for choice, each in found.items():
        if len(choice) > 1 and each.coming:
            short = ", ".join(labels.get((pair,), each.label) for pair in choice[1:])
            parts.setdefault(choice[:1], []).append(_entry(build, each, short))
    groups = tuple((kind, _of_kind(build, kind, found, parts)) for kind in _kinds())
    yield Page(SUBSCRIBE_PAGE, "subscribe.html", build.voice.gettext("Zet de agenda op je telefoon"), {
        "everything": _entry(build, found[()], found[()].label),
        "groups": tuple(pair for pair in groups if pair[1]),
        "ways": WAYS,
        "code": code_path(SUBSCRIBE_PAGE),
    }, feed=ALL)  # fmt: skip
    yield _code(build, SUBSCRIBE_PAGE)


def codes(build: SiteBuild) -> Outcome:
    """A code for each place in this municipality, for a poster that hangs there: it leads to the page of the place."""
    for place in places_of_site(build.agenda):
        yield _code(build, facet_path(place))


def links(url: str, name: str, ways: Iterable[str] = tuple(WAYS)) -> dict[str, str]:
    """Way → the link that opens this calendar (its address and its name) in that program."""
    address = url.partition("://")[2]
    encoded = {"url": url, "webcal": f"webcal://{address}", "name": name}
    values = {key: quote(value, safe="") for key, value in encoded.items()}
    return {way: WAYS[way].format(address=address, **values) for way in ways}


def _code(build: SiteBuild, page: str) -> Asset:
    return Asset(code_path(page), partial(qr, build.main_url(page)))


def _kinds() -> Iterable[FacetKind]:
    return sorted(CHOICE_KINDS, key=lambda kind: _ORDER.index(kind.folder))


def _of_kind(
    build: SiteBuild,
    kind: FacetKind,
    found: Mapping[Choice, Subscription],
    parts: Mapping[Choice, list[CalendarRow]],
) -> tuple[CalendarRow, ...]:
    """The calendars of the values that the network knows: a word of the past keeps its calendar, but not its place."""
    known = values(kind, build.agenda.network)
    return tuple(
        _entry(build, each, each.label, tuple(parts.get(choice, ())))
        for choice, each in found.items()
        if len(choice) == 1 and choice[0][0] == kind.folder and choice[0][1] in known
    )


def _entry(build: SiteBuild, each: Subscription, label: str, parts: tuple[CalendarRow, ...] = ()) -> CalendarRow:
    url = build.main_url(each.path)
    # A large site has hundreds of combinations, and the page gives each only the first way and its address.
    ways = ("apple",) if len(each.choice) > 1 else tuple(WAYS)
    key = " ".join("-".join(pair) for pair in each.choice)
    return CalendarRow(key, label, url, links(url, each.name, ways), each, parts)
