"""The regional home: the way to every municipality, and what could not be published."""

from __future__ import annotations

from typing import NoReturn

from meedoen.agenda.agenda import Agenda
from meedoen.language.problems import Problem
from meedoen.language.rules import RULES, is_fault
from meedoen.outputs.furniture import robots, sitemap, static_pages, theme_files
from meedoen.outputs.output import Asset, Page, SiteBuild
from meedoen.programme.organisation import Municipality
from meedoen.publishing.folder import Writer
from meedoen.publishing.shard import Order, Summary


def write_region(order: Order, writer: Writer, summaries: tuple[Summary, ...], problems: tuple[Problem, ...]) -> None:
    """Writes `index.html` and what it needs beside the folders of the sites."""
    build = _region_build(order)
    name = order.network.organisation.region_name or order.network.organisation.name
    pages = [
        Page(
            "index.html",
            "region.html",
            f"Agenda {name}",
            {"summaries": [(order.network.municipalities[each.slug], each) for each in summaries]},
        )
    ]
    if order.preview:
        rows = tuple((problem, RULES[problem.rule]) for problem in problems if is_fault(problem.rule))
        pages.append(
            Page("problemen.html", "problems.html", "Wat niet op de site staat", {"rows": rows}, indexed=False)
        )
    written = [*pages, *static_pages(build)]
    shown = [each for each in written if isinstance(each, Page)]
    files: list[Page | Asset] = [*written, *theme_files(build), *robots(build), sitemap(build, shown)]
    for each in files:
        writer.write(each.path, each.content() if isinstance(each, Asset) else order.pen(build, each))


def _region_build(order: Order) -> SiteBuild:
    """The region as a site without activities."""
    organisation = order.network.organisation
    site = Municipality("", organisation.region_name or organisation.name, order.region, "")
    agenda = Agenda(site, order.network, order.window, {}, {})
    return SiteBuild(
        agenda,
        order.region,
        order.region,
        _no_events,
        order.static_pages,
        order.theme,
        {},
        order.preview,
    )


def _no_events(_activity: object) -> NoReturn:
    message = "the regional home has no activities of its own"
    raise LookupError(message)
