"""The outputs of a site, in one table: a new output is a row here, a module and a test."""

from __future__ import annotations

from collections.abc import Callable

from meedoen.newsletter import exports
from meedoen.outputs import (
    build_info,
    calendars,
    choices,
    cover,
    data,
    detail,
    form,
    json_feed,
    lists,
    rss,
    search,
    serving,
    site_files,
    social,
    style_page,
    subscribe_page,
)
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild

OUTPUTS: dict[str, Callable[[SiteBuild], Outcome]] = {
    "home": lists.home,
    "dag": lists.days,
    "week": lists.weeks,
    "maand": lists.months,
    "keuzes": choices.facets,
    "overzicht": choices.overview,
    "activiteit": detail.activities,
    "kalender": calendars.activities,
    "agenda": calendars.feeds,
    "zoeken": search.searching,
    "abonneren": subscribe_page.subscribing,
    "posters": subscribe_page.codes,
    "aanmelden": form.forms,
    "paginas": site_files.static_pages,
    "thema": site_files.theme_files,
    "boeken": cover.covers,
    "delen": social.sharing,
    "robots": site_files.robots,
    "nieuws": rss.news,
    "nieuws-json": json_feed.news,
    "nieuwsbrief": exports.mailing,
    "nieuwsbrieven": exports.archive,
    "stijl": style_page.style,
    "gegevens": data.dataset,
    "server": serving.server_files,
    "gebouwd": build_info.build_info,
}


IN_EACH_LANGUAGE = frozenset(
    {
        "home",
        "dag",
        "week",
        "maand",
        "keuzes",
        "overzicht",
        "activiteit",
        "zoeken",
        "abonneren",
        "paginas",
        "nieuwsbrieven",
    }
)
"""What is written once more for each other language of a site; calendars, pictures and the theme are shared."""


class TwoSourcesForOnePath(Exception):
    """Two outputs claim the same file: a mistake of ours, since clashes between activities were reported before."""


def in_another_language(build: SiteBuild, outputs: frozenset[str] | None = None) -> dict[str, Page | Asset]:
    """Takes the build of a site in another language, and the outputs that are wanted; gives path within the folder of
    this language → its pages, and the index with which they are searched.
    """
    wanted = IN_EACH_LANGUAGE if outputs is None else IN_EACH_LANGUAGE & outputs
    return {path: each for path, each in plan(build, wanted).items() if isinstance(each, Page) or path == search.INDEX}


def plan(build: SiteBuild, outputs: frozenset[str] | None = None) -> dict[str, Page | Asset]:
    """Takes the build of a site, and the outputs that are wanted; gives path → what to write there, for all outputs (or
    the named ones), complete before a byte is written.

    Raises TwoSourcesForOnePath.
    """
    planned: dict[str, Page | Asset] = {}
    for name, produce in OUTPUTS.items():
        if outputs is None or name in outputs:
            for item in produce(build):
                if item.path in planned:
                    raise TwoSourcesForOnePath(item.path)
                planned[item.path] = item
    if outputs is None or "sitemap" in outputs:
        sitemap = site_files.sitemap(build, (each for each in planned.values() if isinstance(each, Page)))
        planned[sitemap.path] = sitemap
    return planned
