"""From a page to bytes with the theme's templates; what many pages share is rendered once for each site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Protocol

from jinja2 import Environment, Template
from jinja2.utils import Namespace

from meedoen.agenda.facet import found_by
from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import capital
from meedoen.newsletter.exports import has_archive
from meedoen.newsletter.paths import ARCHIVE
from meedoen.notation.markup import Html, trusted
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs import choices, detail, social, stylesheet
from meedoen.outputs.facts import Facts
from meedoen.outputs.form import FORM_PAGE
from meedoen.outputs.search import SEARCH_PAGE
from meedoen.outputs.site_build import Page, SiteBuild
from meedoen.outputs.subscription import SUBSCRIBE_PAGE, subscriptions
from meedoen.programme.activity import Activity
from meedoen.programme.organisation import Municipality
from meedoen.rendering.template_context import Compiled, TemplateContext, nothing_compiled

SHARED_PARTS = ("share", "style_links", "top", "bottom")
MENU = ("index.html", "maand/index.html", "kies.html", SUBSCRIBE_PAGE, SEARCH_PAGE, FORM_PAGE, ARCHIVE)


class _Show(Protocol):
    def __call__(self, occurrence: Occurrence, level: int = 3) -> Html: ...


class Renderer:
    """Writes pages. Expects an environment with autoescape on; raises ValueError otherwise.

    `compiled` has for each language the templates that were compiled before.
    """

    def __init__(self, environment: Environment, compiled: Compiled = nothing_compiled) -> None:
        if environment.autoescape is not True:
            message = "the theme's Jinja environment must have autoescape on"
            raise ValueError(message)
        # Templates don't change during a build: no look at the disk for each page that extends one.
        environment.auto_reload = False
        environment.globals = {}  # what pages need travels with the values, which are not copied for each of them
        environment.filters["capital"] = capital
        environment.add_extension("jinja2.ext.i18n")
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.policies["ext.i18n.trimmed"] = True
        self._language: Callable[[Facts], TemplateContext] = lru_cache(
            lambda facts: TemplateContext(environment, facts, compiled)
        )
        self._build: SiteBuild | None = None
        self._site: _Site

    def __call__(self, build: SiteBuild, page: Page) -> bytes:
        """The page as UTF-8, or what its press makes of it."""
        if build is not self._build:
            self._build = build
            self._site = _site(build, self._language(build.facts))
        root = build.url("index.html") if page.template == "404.html" else page.root
        shared = self._shared(root)
        others = tuple(each for each in build.voices_of(page) if each is not build.voice)
        around = self._around(page, root)
        values = {**shared, "page": page, "others": others, **around, **page.context}
        return page.press(_rendered(self._site.language.template(page.template), values))

    def _shared(self, root: str) -> dict[str, Any]:
        """What the templates use at this depth: the site's values and the functions that remember."""
        site = self._site
        shared = site.shared.get(root)
        if shared is None:
            link, build = _links(site, root), site.values["build"]
            # Calendars, pictures and the theme stand beside the folders of other languages.
            files = root + "../" * build.folder.count("/") if "//" not in root else build.main_url("index.html")
            values = {**site.values, "root": root, "files": files, "link": link}
            values["fact"] = site.language.fact(link, site.values["facet_paths"], root)
            card, row = self._remember("parts/card.html", values), self._remember("parts/row.html", values)
            shared = site.shared[root] = {
                **values,
                "card": card,
                "cards": _each(card),
                "row": row,
                "rows": _each(row),
                "datelines": self._dates(),
            }
        return shared

    def _around(self, page: Page, root: str) -> Mapping[str, Html]:
        """What is the same on every page, by name: made once for each depth, and for the pages that the menu names."""
        site = self._site
        current = page.path if page.path in site.named else ""
        around = site.shared_parts.get((root, current))
        if around is None:
            values = {**self._shared(root), "current": current}
            around = {
                name: trusted(_rendered(site.language.template(f"parts/{name}.html"), values)) for name in SHARED_PARTS
            }
            site.shared_parts[(root, current)] = around
        return around

    def _remember(self, name: str, shared: Mapping[str, Any]) -> _Show:
        """A function that shows an occurrence in a list; dates of a series that look alike are made once."""
        template, values = self._site.language.template(name), dict(shared)
        made: dict[tuple[Any, ...], Html] = {}
        facts: Facts = shared["facts"]

        def show(occurrence: Occurrence, level: int = 3) -> Html:
            last = occurrence.last_day if occurrence.last_day > occurrence.day else None
            key = (occurrence.activity, level, occurrence.times, id(occurrence.change), occurrence.moved_to, last)
            shown = made.get(key)
            if shown is None:
                values.update(_look(occurrence, facts), level=level)
                shown = made[key] = trusted(_rendered(template, values))
            return shown

        return show

    def _dates(self) -> Callable[[Iterable[Occurrence]], Html]:
        """A function that shows the dates of a series, each on a line; many series have the same days and times."""
        macro = self._site.language.dateline
        made: dict[tuple[Any, ...], Html] = {}

        def dateline(each: Occurrence) -> Html:
            if each.change is not None or each.status is not EventStatus.SCHEDULED:
                return trusted(macro(each))
            key = (each.day, each.times, each.last_day)
            shown = made.get(key)
            if shown is None:
                shown = made[key] = trusted(macro(each))
            return shown

        return lambda dates: trusted("".join([f"{dateline(each)}\n" for each in dates]))


def _each(show: _Show) -> Callable[..., Html]:
    """The same for all occurrences of a list: a call in a template costs more than one here."""

    def show_all(occurrences: Iterable[Occurrence], level: int = 3) -> Html:
        return trusted("".join([show(each, level) for each in occurrences]))

    return show_all


def _rendered(template: Template, values: dict[str, Any]) -> str:
    """What the template makes of these values and no others; `Template.render` would copy them twice."""
    try:
        return "".join(template.root_render_func(template.new_context(values, shared=True)))
    except Exception:
        template.environment.handle_exception()
        raise


class _Site:
    """What is remembered while the pages of one site are written."""

    def __init__(self, language: TemplateContext, values: dict[str, Any], named: set[str]) -> None:
        self.language = language
        self.values = values
        self.named = named
        self.shared: dict[str, dict[str, Any]] = {}
        self.shared_parts: dict[tuple[str, str], Mapping[str, Html]] = {}


def _site(build: SiteBuild, language: TemplateContext) -> _Site:
    network = build.agenda.network
    values = {
        **language.values,
        "namespace": Namespace,
        "dict": dict,
        "build": build,
        "site": build.agenda.site,
        "organisation": network.organisation,
        "network": network,
        "window": build.agenda.window,
        "static_pages": build.written,
        "facet_paths": {(each.kind.folder, each.slug): choices.facet_path(each) for each in build.agenda.facets},
        "calendars": {each.choice: each for each in subscriptions(build)},
        "newsletter_path": ARCHIVE if has_archive(build) else "",
        "is_region": not build.agenda.site.slug,
        "share_name": social.title(build),
        "share_picture": build.main_url(social.PICTURE),
        "screen_colours": _screen_colours(build.agenda.site),
    }
    return _Site(language, values, {*MENU, *(f"{each.slug}.html" for each in build.static_pages)})


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
            label = build.facts.voice.gettext("%(name)s, van wie", name=name)
            return Html('<a href="{}{}" aria-label="{}">{}</a>').format(root, path, label, name)
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
