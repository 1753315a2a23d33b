"""From a page to bytes with the theme's templates; what many pages share is rendered once for each site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template
from jinja2.utils import Namespace

from meedoen.agenda.facet import found_by
from meedoen.agenda.occurrence import Occurrence
from meedoen.desk import Desk
from meedoen.notation.markup import Html, trusted
from meedoen.outputs import choices, detail, social, stylesheet
from meedoen.outputs.facts import Facts
from meedoen.outputs.output import Page, SiteBuild
from meedoen.outputs.search import SEARCH_PAGE
from meedoen.outputs.subscription import SUBSCRIBE_PAGE, subscriptions
from meedoen.programme.activity import Activity
from meedoen.programme.change import PLANNED
from meedoen.programme.organisation import Municipality

_FRAME = ("share", "dress", "top", "bottom")
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
        environment.add_extension("jinja2.ext.i18n")
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.policies["ext.i18n.trimmed"] = True
        self._template: Callable[[str], Template] = lru_cache(environment.get_template)
        self._desk: Callable[[Facts], Desk] = lru_cache(lambda facts: Desk(environment, facts))
        self._build: SiteBuild | None = None
        self._site = _Site({}, set())

    def __call__(self, build: SiteBuild, page: Page) -> bytes:
        """The page as UTF-8."""
        if build is not self._build:
            self._build = build
            self._site = _site(build, self._desk(build.facts).values)
        root = build.url("index.html") if page.template == "404.html" else page.root
        shared = self._shared(root)
        others = tuple(each for each in build.voices_of(page) if each is not build.voice)
        template = self._template(page.template)
        html = template.render(shared, page=page, others=others, **self._around(page, root), **page.context)
        return html.encode()

    def _shared(self, root: str) -> dict[str, Any]:
        """What the templates use at this depth: the site's values and the functions that remember."""
        site = self._site
        found = site.shared.get(root)
        if found is None:
            link, build = _links(site, root), site.values["build"]
            # Calendars, pictures and the theme stand beside the folders of other languages.
            files = root + "../" * build.folder.count("/") if "//" not in root else build.main_url("index.html")
            values = {**site.values, "root": root, "files": files, "link": link}
            values["fact"] = self._desk(build.facts).fact(link, site.values["facet_paths"], root)
            found = site.shared[root] = {
                **values,
                "card": self._remember("card.html", root, values),
                "row": self._remember("row.html", root, values),
                "dateline": self._dates(),
            }
        return found

    def _around(self, page: Page, root: str) -> Mapping[str, Html]:
        """What is the same on every page, by name: made once for each depth, and for the pages that the menu names."""
        site = self._site
        current = page.path if page.path in site.named else ""
        found = site.frames.get((root, current))
        if found is None:
            values = {**self._shared(root), "current": current}
            found = {name: trusted(self._template(f"{name}.html").render(values)) for name in _FRAME}
            site.frames[(root, current)] = found
        return found

    def _remember(self, name: str, root: str, shared: Mapping[str, Any]) -> Callable[[Occurrence, int], Html]:
        """A function that shows an occurrence in a list; dates of a series that look alike are made once."""
        template, made, values = self._template(name), self._site.made, dict(shared)
        facts: Facts = shared["facts"]

        def show(occurrence: Occurrence, level: int = 3) -> Html:
            last = occurrence.last_day if occurrence.last_day > occurrence.day else None
            look = (occurrence.times, id(occurrence.change), occurrence.moved_to, last)
            key = (name, root, level, occurrence.activity.id, look)
            found = made.get(key)
            if found is None:
                values.update(_look(occurrence, facts), level=level)
                found = made[key] = trusted(template.render(values))
            return found

        return show

    def _dates(self) -> Callable[[Occurrence], Html]:
        made, macro = self._site.made, self._desk(self._site.values["facts"]).dateline

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
        self.frames: dict[tuple[str, str], Mapping[str, Html]] = {}
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
        "static_pages": build.written,
        "facet_paths": {(each.kind.folder, each.slug): choices.facet_path(each) for each in build.agenda.facets},
        "calendars": {each.choice: each for each in subscriptions(build)},
        "is_region": not build.agenda.site.slug,
        "share_name": social.title(build),
        "share_picture": build.main_url(social.PICTURE),
        "screen_colours": _screen_colours(build.agenda.site),
    }
    return _Site(values, {*MENU, *(f"{each.slug}.html" for each in build.static_pages)})


def _screen_colours(site: Municipality) -> tuple[tuple[str, str], ...]:
    """What a browser paints round the page: the colour of its head, by day and by night."""
    own = stylesheet.schemes_of(site)
    return (("light", own.day["head"]), ("dark", own.night["head"]))


def _links(site: _Site, root: str) -> Callable[[str, str, str], Html]:
    """A function that links the name of a value to its page, where it has one; a past activity may name others.

    Who organises is told from a place of the same name, for whoever hears only the links.
    """
    paths: dict[tuple[str, str], str] = site.values["facet_paths"]
    build: SiteBuild = site.values["build"]
    places = {each.name for each in build.agenda.facets if each.kind.folder == "locatie"}

    @lru_cache(maxsize=4096)
    def link(folder: str, slug: str, name: str) -> Html:
        path = paths.get((folder, slug))
        if path and folder == "partner" and name in places:
            said = build.facts.voice.gettext("%(name)s, van wie", name=name)
            return Html('<a href="{}{}" aria-label="{}">{}</a>').format(root, path, said, name)
        return Html('<a href="{}{}">{}</a>').format(root, path, name) if path else Html("{}").format(name)

    return link


def _look(occurrence: Occurrence, facts: Facts) -> dict[str, Any]:
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
        "marks": _marks(activity),
        "start": facts.voice.clock(occurrence.times.start) if occurrence.times else "",
        "span": facts.voice.date_span(occurrence.day, occurrence.last_day)
        if occurrence.last_day > occurrence.day
        else "",
    }


@lru_cache(maxsize=8192)
def _marks(activity: Activity) -> str:
    """The choices under which people find it, as the script of the filters knows them: `thema-taal prijs-gratis`."""
    return " ".join(f"{kind.folder}-{slug}" for kind, slugs in found_by(activity) for slug in slugs)


def _capital(text: str) -> str:
    """The text with a capital at its start, the rest as it is. Jinja's own `capitalize` turns CJP into Cjp."""
    return text[:1].upper() + text[1:]
