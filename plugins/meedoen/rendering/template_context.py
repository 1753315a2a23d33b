"""What lies at hand for the templates in one language: its texts and facts, and the macros that are made with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Any

from jinja2 import BaseLoader, Environment, FunctionLoader, Template

from meedoen.language import wording
from meedoen.language.voice import Voice
from meedoen.notation.markup import Html, trusted
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs import (
    choices,
    content_language,
    cover,
    detail,
    icon,
    linked_data,
    lists,
    outline,
    qr,
    serving,
    subscribe_page,
)
from meedoen.outputs.facts import Facts
from meedoen.programme.partner import Partner

DUTCH = "nl"


class TemplateContext:
    """The language of the pages that are written at it: `values` for every template, and macros as functions."""

    def __init__(self, environment: Environment, facts: Facts) -> None:
        voice = facts.voice
        self.facts = facts
        spoken = environment.overlay()
        spoken.loader = _set(environment, voice)
        self.template: Callable[[str], Template] = lru_cache(spoken.get_template)
        values: dict[str, Any] = {
            **_TOOLS,
            "facts": facts,
            "voice": voice,
            "_": voice.gettext,
            "gettext": self._text,
            "ngettext": self._texts,
            "named": lru_cache(maxsize=2048)(self._named),
            "count": self._count,
            "listed": self._listed,
            "day": voice.day,
            "text_attributes": partial(content_language.text_attributes, voice=voice),
            "dutch": Html("") if voice.code == DUTCH else self._dutch(),
        }
        dates: Any = self.template("date.html").make_module(values)
        values["big_date"] = lru_cache(maxsize=2048)(dates.date)
        values["only"] = lru_cache(maxsize=2048)(dates.only)
        values["list"] = self.template("list.html").make_module(values)
        self.values: Mapping[str, Any] = values
        self.dateline: Callable[..., Any] = dates.dateline
        self._macros: Any = self.template("facts.html").make_module(values)

    def fact(
        self, link: Callable[[str, str, str], Html], paths: Mapping[tuple[str, str], str], root: str
    ) -> SimpleNamespace:
        """The macros of `facts.html` as functions that remember: many activities share a place, a price, an organiser.

        `link` leads to the page of a value, `paths` has those pages by folder and slug, `root` leads to the site.
        """

        def remembered(name: str, *more: object) -> Callable[..., Html]:
            macro = getattr(self._macros, name)
            return lru_cache(maxsize=4096)((lambda *values: macro(*values, *more)) if more else macro)

        linked = {name: remembered(name, link) for name in ("where", "audience", "organizers")}
        plain = ("price", "registration", "accessibility", "card_where", "card_who", "card_time")
        return SimpleNamespace(
            **linked,
            **{name: remembered(name) for name in plain},
            like=remembered("like", link, paths),
            related=remembered("related", root),
        )

    def _text(self, message: str, /, **values: object) -> Html:
        """What `{% trans %}` says: a text that may have elements, with values that may not."""
        return trusted(self.facts.voice.gettext(message)) % values

    def _texts(self, one: str, many: str, n: int, /, **values: object) -> Html:
        voice = self.facts.voice
        return trusted(voice.one_of(one, many, n)) % {"num": voice.number(n), **values}

    def _count(self, n: int) -> str:
        """`3 activiteiten`: what lists say most."""
        return self.facts.voice.ngettext("%(num)s activiteit", "%(num)s activiteiten", n)

    def _listed(self, link: Callable[[str, str, str], Html], first: Partner, others: tuple[Partner, ...]) -> Html:
        """Who organise it together, each a link."""
        names = [link("partner", each.slug, each.name) for each in (first, *others)]
        return trusted(self.facts.voice.list_of(names))

    def _named(self, name: str, capital: bool = False) -> Html:
        """A name from a list of the library; one that is still Dutch on another page says so to who reads aloud."""
        shown = self.facts.named(name)
        shown = wording.capital(shown) if capital else shown
        if self.facts.voice.knows(name):
            return Html("{}").format(shown)
        return Html("<span{}>{}</span>").format(self._dutch(), shown)

    def _dutch(self) -> Html:
        return Html(' lang="nl" dir="ltr"' if self.facts.voice.direction == "rtl" else ' lang="nl"')


_SET = re.compile(r"""\{\{ (?:_\((?P<q>['"])(?P<text>[^'"%{}]+)(?P=q)\)|icon\('(?P<icon>[\w-]+)'\)) \}\}""")


def _set(environment: Environment, voice: Voice) -> BaseLoader:
    """The templates with what is the same on every page already in its place, as type is set once for a print run.

    These are texts without values, in this language, and icons: a call in a template costs more than a microsecond.
    """

    def put(marker: re.Match[str]) -> str:
        if marker["icon"]:
            return icon.icon(marker["icon"])
        text = Html.escape(voice.gettext(marker["text"]))
        return marker[0] if "{" in text else text

    def load(name: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
        assert environment.loader is not None  # noqa: S101 - Pelican gives one
        source, path, fresh = environment.loader.get_source(environment, name)
        return _SET.sub(put, source), path, fresh

    return FunctionLoader(load)


def _days_of_week(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=number) for number in range(7))


_FIELD_ROWS = SimpleNamespace(
    facts=tuple(row for row in ACTIVITY if row.shown == "facts"),
    below=tuple(row for row in ACTIVITY if row.shown == "below"),
)
"""The fields of an activity that its page shows as they are."""
_TOOLS: Mapping[str, Any] = {
    "EventStatus": EventStatus,
    "days_of_week": _days_of_week,
    "field_rows": _FIELD_ROWS,
    "linked_data": linked_data.linked_data,
    "outline": outline.outline,
    "policy": trusted(serving.POLICY),
    "referrer": serving.REFERRER,
    "day_path": lists.day_path,
    "week_path": lists.week_path,
    "month_path": lists.month_path,
    "page_path": detail.page_path,
    "calendar_path": detail.calendar_path,
    "facet_path": choices.facet_path,
    "code_path": qr.code_path,
    "cover_path": cover.cover_path,
    "icon": icon.icon,
    "feature_icon": icon.feature_icon,
    "ways_to": subscribe_page.links,
}
