"""From a page to bytes with the theme's templates; a card is rendered once for each place in the tree that shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from jinja2 import Environment, Template

from meedoen.agenda.occurrence import Occurrence
from meedoen.language import wording
from meedoen.notation.markup import Html, safe_text, trusted
from meedoen.outputs import choices, detail, facts, lists, tongue
from meedoen.outputs.outline import outline
from meedoen.outputs.output import Page, SiteBuild


class Pen:
    """Writes pages. Expects an environment with autoescape on; raises ValueError otherwise."""

    def __init__(self, environment: Environment) -> None:
        if environment.autoescape is not True:
            message = "the theme's Jinja environment must have autoescape on"
            raise ValueError(message)
        environment.globals.update(
            facts=facts, wording=wording, day=wording.day, count=wording.count, safe_text=safe_text,
            day_path=lists.day_path, week_path=lists.week_path, month_path=lists.month_path, month_name=lists.month_name,
            weekdays=tuple(zip(wording.WEEKDAYS_SHORT, wording.WEEKDAYS, strict=True)), page_path=detail.page_path, calendar_path=detail.calendar_path, facet_path=choices.facet_path,
            text_attributes=tongue.text_attributes, outline=outline, days_of_week=_days_of_week,
        )  # fmt: skip
        environment.filters["capital"] = _capital
        self._environment = environment
        self._templates: dict[str, Template] = {}
        self._build: SiteBuild | None = None
        self._site: dict[str, Any] = {}
        self._cards: dict[tuple[Any, ...], Html] = {}
        self._frames: dict[tuple[str, str], tuple[Html, Html]] = {}
        self._named: set[str] = set()

    def __call__(self, build: SiteBuild, page: Page) -> bytes:
        """The page as UTF-8."""
        if build is not self._build:
            self._start(build)
        root = f"{build.address}/" if page.template == "404.html" else page.root
        top, bottom = self._around(page, root)
        template = self._template(page.template)
        html = template.render(
            self._site, page=page, root=root, card=self._card(root), top=top, bottom=bottom, **page.context
        )
        return html.encode()

    def _around(self, page: Page, root: str) -> tuple[Html, Html]:
        """What stands above and below every page: made once for each depth, and for the pages that the menu names."""
        current = page.path if page.path in self._named else ""
        found = self._frames.get((root, current))
        if found is None:
            parts = (self._template(name).render(self._site, root=root, current=current) for name in ("top.html", "bottom.html"))
            top, bottom = map(trusted, parts)
            found = self._frames[(root, current)] = (top, bottom)
        return found

    def _start(self, build: SiteBuild) -> None:
        self._build = build
        self._cards = {}
        self._frames = {}
        self._named = {"index.html", "maand/index.html", "kies.html", *(f"{each.slug}.html" for each in build.static_pages)}
        network = build.agenda.network
        facets = {(each.kind.folder, each.slug): choices.facet_path(each) for each in build.agenda.facets}
        self._site = {
            "build": build, "site": build.agenda.site, "organisation": network.organisation, "network": network,
            "window": build.agenda.window, "static_pages": build.static_pages, "facet_paths": facets, "is_region": not build.agenda.site.slug,
        }  # fmt: skip

    def _template(self, name: str) -> Template:
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._environment.get_template(name)
        return found

    def _card(self, root: str) -> Callable[[Occurrence, int], Html]:
        template, cards = self._template("card.html"), self._cards

        def card(occurrence: Occurrence, level: int = 3) -> Html:
            key = (occurrence.activity.id, occurrence.times, id(occurrence.change), occurrence.moved_to, root, level,
                   occurrence.last_day if occurrence.last_day > occurrence.day else None)  # fmt: skip
            found = cards.get(key)
            if found is None:
                found = cards[key] = trusted(
                    template.render(
                        self._site,
                        occurrence=occurrence,
                        activity=occurrence.activity,
                        root=root,
                        level=level,
                    )
                )
            return found

        return card


def _capital(text: str) -> str:
    """The text with a capital at its start, the rest as it is. Jinja's own `capitalize` turns CJP into Cjp."""
    return text[:1].upper() + text[1:]


def _days_of_week(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=number) for number in range(7))
