"""From a page to bytes with the theme's templates; what many pages share is rendered once for each site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, Template
from jinja2.utils import Namespace

from meedoen.agenda.facet import FACET_KINDS
from meedoen.agenda.occurrence import Occurrence
from meedoen.language import wording
from meedoen.notation.markup import Html, trusted
from meedoen.outputs import (
    choices,
    cover,
    detail,
    facts,
    icon,
    linked_data,
    lists,
    outline,
    qr,
    serving,
    social,
    stylesheet,
    subscribe,
    tongue,
)
from meedoen.outputs.output import Page, SiteBuild
from meedoen.outputs.search import SEARCH_PAGE
from meedoen.outputs.subscription import SUBSCRIBE_PAGE, subscriptions
from meedoen.programme.change import PLANNED

MENU = ("index.html", "maand/index.html", "kies.html", SUBSCRIBE_PAGE, SEARCH_PAGE)


class Pen:
    """Writes pages. Expects an environment with autoescape on; raises ValueError otherwise."""

    def __init__(self, environment: Environment) -> None:
        if environment.autoescape is not True:
            message = "the theme's Jinja environment must have autoescape on"
            raise ValueError(message)
        # Templates don't change during a build: no look at the disk for each page that extends one.
        environment.auto_reload = False
        # Jinja copies the globals for every page: what it does not need goes, and ours travel with the values.
        environment.globals = {"namespace": Namespace, "dict": dict}
        environment.filters["capital"] = _capital
        self._template: Callable[[str], Template] = lru_cache(environment.get_template)
        macros: Any = environment.get_template("date.html", globals=dict(_TOOLS)).module
        self._tools = {**_TOOLS, "big_date": lru_cache(maxsize=2048)(macros.date)}
        environment.get_template("list.html", globals=dict(self._tools))
        self._facts: Any = environment.get_template("facts.html", globals=dict(self._tools)).module
        self._dateline = macros.dateline
        self._build: SiteBuild | None = None
        self._site = _Site({}, set())

    def __call__(self, build: SiteBuild, page: Page) -> bytes:
        """The page as UTF-8."""
        if build is not self._build:
            self._build = build
            self._site = _site(build, self._tools)
        root = f"{build.address}/" if page.template == "404.html" else page.root
        shared = self._shared(root)
        top, bottom = self._around(page, root)
        html = self._template(page.template).render(shared, page=page, top=top, bottom=bottom, **page.context)
        return html.encode()

    def _shared(self, root: str) -> dict[str, Any]:
        """What the templates use at this depth: the site's values and the functions that remember."""
        site = self._site
        found = site.shared.get(root)
        if found is None:
            link = _links(site, root)
            values = {**site.values, "root": root, "link": link, "fact": _facts(self._facts, link)}
            found = site.shared[root] = {
                **values,
                "card": self._remember("card.html", root, values),
                "row": self._remember("row.html", root, values),
                "dateline": self._dates(),
            }
        return found

    def _around(self, page: Page, root: str) -> tuple[Html, Html]:
        """What stands above and below every page: made once for each depth, and for the pages that the menu names."""
        site = self._site
        current = page.path if page.path in site.named else ""
        found = site.frames.get((root, current))
        if found is None:
            values = {**self._shared(root), "current": current}
            top, bottom = (trusted(self._template(name).render(values)) for name in ("top.html", "bottom.html"))
            found = site.frames[(root, current)] = (top, bottom)
        return found

    def _remember(self, name: str, root: str, shared: Mapping[str, Any]) -> Callable[[Occurrence, int], Html]:
        """A function that shows an occurrence in a list; dates of a series that look alike are made once."""
        template, made, values = self._template(name), self._site.made, dict(shared)

        def show(occurrence: Occurrence, level: int = 3) -> Html:
            last = occurrence.last_day if occurrence.last_day > occurrence.day else None
            look = (occurrence.times, id(occurrence.change), occurrence.moved_to, last)
            key = (name, root, level, occurrence.activity.id, look)
            found = made.get(key)
            if found is None:
                values.update(_look(occurrence), level=level)
                found = made[key] = trusted(template.render(values))
            return found

        return show

    def _dates(self) -> Callable[[Occurrence], Html]:
        made, macro = self._site.made, self._dateline

        def dateline(each: Occurrence) -> Html:
            if each.change is not None or each.status != PLANNED:
                return trusted(macro(each))
            key = (each.day, each.times, each.last_day)
            found = made.get(key)
            if found is None:
                found = made[key] = trusted(macro(each))
            return found

        return dateline


class _Site:
    """What is remembered while the pages of one site are written."""

    def __init__(self, values: dict[str, Any], named: set[str]) -> None:
        self.values = values
        self.named = named
        self.shared: dict[str, dict[str, Any]] = {}
        self.frames: dict[tuple[str, str], tuple[Html, Html]] = {}
        self.made: dict[tuple[Any, ...], Html] = {}


def _site(build: SiteBuild, tools: Mapping[str, Any]) -> _Site:
    network = build.agenda.network
    values = {
        **tools,
        "build": build,
        "site": build.agenda.site,
        "organisation": network.organisation,
        "network": network,
        "window": build.agenda.window,
        "static_pages": build.static_pages,
        "facet_paths": {(each.kind.folder, each.slug): choices.facet_path(each) for each in build.agenda.facets},
        "calendars": {each.choice: each for each in subscriptions(build)},
        "is_region": not build.agenda.site.slug,
        "share_name": social.title(build),
        "share_picture": build.url(social.PICTURE),
        "screen_colours": _screen_colours(build.agenda.site.colour),
    }
    return _Site(values, {*MENU, *(f"{each.slug}.html" for each in build.static_pages)})


def _screen_colours(brand: str) -> tuple[tuple[str, str], ...]:
    """What a browser paints round the page: the colour of its head, by day and by night."""
    return (("light", stylesheet.day(brand)["head"]), ("dark", stylesheet.night(brand)["head"]))


def _links(site: _Site, root: str) -> Callable[[str, str, str], Html]:
    """A function that links the name of a value to its page, where it has one; a past activity may name others."""
    paths: dict[tuple[str, str], str] = site.values["facet_paths"]

    @lru_cache(maxsize=4096)
    def link(folder: str, slug: str, name: str) -> Html:
        path = paths.get((folder, slug))
        return Html('<a href="{}{}">{}</a>').format(root, path, name) if path else Html("{}").format(name)

    return link


def _days_of_week(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=number) for number in range(7))


_TOOLS: Mapping[str, Any] = {
    "facts": facts,
    "wording": wording,
    "day": wording.day,
    "count": wording.count,
    "weekdays": tuple(zip(wording.WEEKDAYS_SHORT, wording.WEEKDAYS, strict=True)),
    "days_of_week": _days_of_week,
    "linked_data": linked_data.linked_data,
    "outline": outline.outline,
    "policy": trusted(serving.POLICY),
    "referrer": serving.REFERRER,
    "text_attributes": tongue.text_attributes,
    "day_path": lists.day_path,
    "week_path": lists.week_path,
    "month_path": lists.month_path,
    "month_name": lists.month_name,
    "page_path": detail.page_path,
    "calendar_path": detail.calendar_path,
    "facet_path": choices.facet_path,
    "code_path": qr.code_path,
    "cover_path": cover.cover_path,
    "icon": icon.icon,
    "feature_icon": icon.feature_icon,
    "ways_to": subscribe.links,
}


def _look(occurrence: Occurrence) -> dict[str, Any]:
    """What cards and lines say of an occurrence; a call in a template costs ten times as much as one here."""
    activity = occurrence.activity
    return {
        "occurrence": occurrence,
        "activity": activity,
        "name": occurrence.name,
        "href": detail.page_path(activity),
        "state": facts.state(occurrence),
        "kind": facts.state_kind(occurrence),
        "where": facts.where(occurrence),
        "who": facts.audience(activity),
        "theme": activity.themes[0] if activity.themes else None,
        "marks": " ".join(f"{kind.folder}-{slug}" for kind in FACET_KINDS for slug in kind.keys(activity)),
        "start": wording.clock(occurrence.times.start) if occurrence.times else "",
        "span": wording.date_span(occurrence.day, occurrence.last_day) if occurrence.last_day > occurrence.day else "",
    }


def _facts(macros: Any, link: Callable[[str, str, str], Html]) -> SimpleNamespace:
    """The macros of `facts.html` as functions that remember: many activities share a place, a price, an organiser."""

    def remembered(name: str, *, linked: bool) -> Callable[..., Html]:
        macro = getattr(macros, name)
        return lru_cache(maxsize=4096)((lambda *values: macro(*values, link)) if linked else macro)

    linked = {name: remembered(name, linked=True) for name in ("where", "audience", "organizers")}
    plain = ("price", "registration", "accessibility", "card_where", "card_who", "card_time")
    return SimpleNamespace(**linked, **{name: remembered(name, linked=False) for name in plain})


def _capital(text: str) -> str:
    """The text with a capital at its start, the rest as it is. Jinja's own `capitalize` turns CJP into Cjp."""
    return text[:1].upper() + text[1:]
