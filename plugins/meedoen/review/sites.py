"""Where an activity will be seen, as Markdown: sites that show it alike stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from meedoen.agenda.agenda import Window
from meedoen.agenda.facet import Facet
from meedoen.language.wording import count, list_of
from meedoen.outputs.subscription import Subscription
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.review.safe_markdown import code, words
from meedoen.review.visibility import Visibility, visibility


def seen_at(activity: Activity, network: Network, window: Window) -> Iterator[str]:
    """Takes an activity, the network and the window.

    Gives on which sites, under which choices and in which calendars it is.
    """
    if activity.hidden:
        yield "**Te zien op:** nergens. Er staat `verborgen: ja`."
        return
    sites = visibility(activity, network, window)
    if not sites:
        yield "**Te zien op:** geen enkele site. Alle datums zijn langer dan een jaar geleden."
        return
    yield f"**Te zien op {count(len(sites), 'site', 'sites')}:**"
    yield ""
    alike: dict[object, list[Visibility]] = {}
    for site in sites:
        key = (site.page, _choices(site.facets), tuple(each.path for each in site.calendars))
        alike.setdefault(key, []).append(site)
    for several in alike.values():
        yield from _sites(several)


def _sites(alike: Sequence[Visibility]) -> Iterator[str]:
    """Sites of which only the names differ."""
    first = alike[0]
    names = list_of([f"**{words(each.site.name)}**" for each in alike])
    yield f"- {names}, op de pagina {code(first.page)}"
    if first.facets:
        yield f"  - te vinden bij: {_choices(first.facets)}"
    if first.calendars:
        yield f"  - in {count(len(first.calendars), 'kalender', 'kalenders')}: {_calendars(first.calendars)}"
    else:
        yield "  - in geen enkele kalender: de datums zijn te lang geleden of te ver weg"


def _choices(facets: Sequence[Facet]) -> str:
    """`voor wie (*jeugd* en *18 jaar en ouder*), prijs (*gratis*)`."""
    kinds = groupby(facets, key=lambda each: each.kind.heading)
    named = ((heading, list_of([f"*{words(each.name)}*" for each in of_kind])) for heading, of_kind in kinds)
    return ", ".join(f"{heading.lower()} ({names})" for heading, names in named)


def _calendars(calendars: Sequence[Subscription]) -> str:
    """Everything and each value by name; of the combinations, which follow from these, how many."""
    single = ", ".join(code(each.path) for each in calendars if len(each.choice) < 2)
    rest = sum(len(each.choice) > 1 for each in calendars)
    return f"{single}, en {rest} met een combinatie daarvan" if rest else single
