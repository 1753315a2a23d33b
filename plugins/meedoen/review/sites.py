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
    """On which sites, under which choices and in which calendars."""
    if activity.hidden:
        yield "**Te zien op:** nergens. Er staat `verborgen: ja`."
        return
    found = visibility(activity, network, window)
    if not found:
        yield "**Te zien op:** geen enkele site. Alle datums zijn langer dan een jaar geleden."
        return
    yield f"**Te zien op {count(len(found), 'site', 'sites')}:**"
    yield ""
    alike: dict[object, list[Visibility]] = {}
    for each in found:
        key = (each.page, _choices(each.facets), tuple(calendar.path for calendar in each.calendars))
        alike.setdefault(key, []).append(each)
    for some in alike.values():
        yield from _sites(some)


def _sites(alike: Sequence[Visibility]) -> Iterator[str]:
    """Sites of which only the names differ."""
    found = alike[0]
    names = list_of([f"**{words(each.site.name)}**" for each in alike])
    yield f"- {names}, op de pagina {code(found.page)}"
    if found.facets:
        yield f"  - te vinden bij: {_choices(found.facets)}"
    if found.calendars:
        yield f"  - in {count(len(found.calendars), 'kalender', 'kalenders')}: {_calendars(found.calendars)}"
    else:
        yield "  - in geen enkele kalender: de datums zijn te lang geleden of te ver weg"


def _choices(facets: Sequence[Facet]) -> str:
    """`voor wie (*jeugd* en *18 jaar en ouder*), prijs (*gratis*)`."""
    kinds = groupby(facets, key=lambda each: each.kind.heading)
    named = ((heading, list_of([f"*{words(each.name)}*" for each in of_kind])) for heading, of_kind in kinds)
    return ", ".join(f"{heading.lower()} ({names})" for heading, names in named)


def _calendars(found: Sequence[Subscription]) -> str:
    """Everything and each value by name; of the combinations, which follow from these, how many."""
    single = ", ".join(code(each.path) for each in found if len(each.choice) < 2)
    rest = sum(len(each.choice) > 1 for each in found)
    return f"{single}, en {rest} met een combinatie daarvan" if rest else single
