"""The kinds of page that the sites have, each with an example that is looked up in what was built.

`PLACES` says for every template of a page where its pages are; `KINDS` are the kinds that look different.
A page or template that is missing here makes `test_page_kinds.py` fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from meedoen.agenda.facet import FACET_KINDS
from meedoen.newsletter.paths import is_mail

ROOT = Path(__file__).resolve().parents[2]
_OF_MAINTAINERS = "|".join(sorted(page.stem for page in (ROOT / "content" / "paginas").glob("*.md")))
_SITE = "[a-z-]+/(?:en/)?"

PLACES = {
    "home.html": rf"{_SITE}index\.html",
    "day.html": rf"{_SITE}dag/[\d-]+\.html",
    "week.html": rf"{_SITE}week/\d+-w\d+\.html",
    "month.html": rf"{_SITE}maand/\d+-\d+\.html",
    "months.html": rf"{_SITE}maand/index\.html",
    "choices.html": rf"{_SITE}kies\.html",
    "facet.html": rf"{_SITE}({'|'.join(kind.folder for kind in FACET_KINDS)})/[^/]+\.html",
    "activity.html": rf"{_SITE}activiteit/[^/]+\.html",
    "subscribe.html": rf"{_SITE}abonneren\.html",
    "form.html": rf"{_SITE}aanmelden\.html",
    "change.html": rf"{_SITE}wijzigen\.html",
    "search.html": rf"({_SITE})?zoeken(--\d+)?\.html",
    "page.html": rf"({_SITE})?({_OF_MAINTAINERS})\.html",
    "404.html": rf"({_SITE})?404\.html",
    "style.html": rf"{_SITE}stijl\.html",
    "letters.html": rf"({_SITE})?nieuwsbrief\.html",
    "letter.html": r"([a-z-]+/)?nieuwsbrief/[a-z0-9-]+\.html",
    "copy.html": r"([a-z-]+/)?nieuwsbrief/[a-z0-9-]+/kopieer\.html",
    "proof.html": r"([a-z-]+/)?nieuwsbrief/[a-z0-9-]+/proef\.html",
    "region.html": r"index\.html",
    "problems.html": r"problemen\.html",
}
"""Template → which paths in the preview it makes, the whole path as a regular expression."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages that look alike: made by `template`, with all of `has` and nothing of `lacks` in their HTML.

    `folder`: a part of the path; `query`: what is asked of the scripts of the page.
    """

    template: str
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    folder: str = ""
    query: str = ""


def _activity(*has: str, lacks: tuple[str, ...] = ()) -> Kind:
    return Kind("activity.html", has, lacks)


# On the pages of a municipality only: the way to choose what fits.
_CHOOSE = 'kies.html">'
_BANNER, _SERIES = "state banner is-", "spine is-series"

KINDS = {
    "home": Kind("home.html"),
    "day": Kind("day.html", has=("is-afgelast",)),
    "week": Kind("week.html", has=("is-empty",)),
    "month": Kind("month.html", has=('aria-current="date"',)),
    "months": Kind("months.html"),
    "choices": Kind("choices.html"),
    "place": Kind("facet.html", has=('class="facts panel"',), folder="/locatie/"),
    "theme": Kind("facet.html", has=('class="cards"',), folder="/thema/"),
    "theme of one long word": Kind("facet.html", has=("<h1>Geschiedenis</h1>",)),
    "partner": Kind("facet.html", has=('class="cards"',), folder="/partner/"),
    "audience": Kind("facet.html", has=('class="cards"',), folder="/doelgroep/"),
    "empty choice": Kind("facet.html", has=('class="empty"',)),
    "activity": _activity(lacks=(_BANNER, _SERIES)),
    "series": _activity(_SERIES, "Eerdere datums", lacks=(_BANNER,)),
    "several days": _activity("t/m", lacks=(_BANNER, _SERIES)),
    "programme": _activity('class="programme"'),
    "picture": _activity("<figure>"),
    "cancelled": _activity(f"{_BANNER}afgelast"),
    "postponed": _activity(f"{_BANNER}uitgesteld"),
    "moved": _activity(f"{_BANNER}verplaatst"),
    "full": _activity(f"{_BANNER}vol"),
    "past": _activity(f"{_BANNER}voorbij"),
    "online": _activity("<dd>Online"),
    "subscribe": Kind("subscribe.html"),
    "form": Kind("form.html"),
    "change": Kind("change.html"),
    "search": Kind("search.html", has=(_CHOOSE,)),
    "search results": Kind("search.html", has=("<form", _CHOOSE), query="?q=taal"),
    "style": Kind("style.html"),
    "newsletters": Kind("letters.html", has=(_CHOOSE,)),
    "newsletter": Kind("letter.html", has=('class="picks"',)),
    "newsletter to copy": Kind("copy.html"),
    "newsletter to look at": Kind("proof.html"),
    "static": Kind("page.html"),
    "not found": Kind("404.html", has=(_CHOOSE,)),
    "region": Kind("region.html"),
    "search in the region": Kind("search.html", has=("<form",), lacks=(_CHOOSE,), query="?q=taal"),
    "not found in the region": Kind("404.html", lacks=(_CHOOSE,)),
    "problems": Kind("problems.html"),
}


def page_templates() -> set[str]:
    """The templates of the theme that make a whole page, those that extend the base."""
    found = (ROOT / "theme" / "templates").glob("*.html")
    return {each.name for each in found if '{% extends "base.html" %}' in each.read_text(encoding="utf-8")}


@cache
def pages(output: Path) -> dict[str, list[str]]:
    """Template → paths of its pages in this build, sorted; under "" those that no template of `PLACES` makes.

    Letters for mail programs are no pages.
    """
    found: dict[str, list[str]] = {template: [] for template in ("", *PLACES)}
    for page in sorted(output.rglob("*.html")):
        path = page.relative_to(output).as_posix()
        if is_mail(path):
            continue
        found[next((each for each, place in PLACES.items() if re.fullmatch(place, path)), "")].append(path)
    return found


@cache
def example(output: Path, name: str) -> str:
    """The path of the fullest page (in bytes) of this kind in this build. Raises LookupError: there is none."""
    kind = KINDS[name]
    of_kind = [path for path in pages(output)[kind.template] if kind.folder in path and _fits(output / path, kind)]
    if not of_kind:
        message = f"the content has no page of the kind “{name}”"
        raise LookupError(message)
    return max(of_kind, key=lambda path: ((output / path).stat().st_size, path))


def address(output: Path, name: str) -> str:
    """Where to open a page of this kind, below the address of the preview. Raises LookupError, as `example` does."""
    return example(output, name) + KINDS[name].query


def _fits(page: Path, kind: Kind) -> bool:
    if not kind.has and not kind.lacks:
        return True
    text = page.read_text(encoding="utf-8")
    return all(each in text for each in kind.has) and not any(each in text for each in kind.lacks)
