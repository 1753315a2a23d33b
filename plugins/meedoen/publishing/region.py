"""The regional home: the way to every municipality, and what could not be published."""

from __future__ import annotations

from typing import NoReturn

from meedoen.agenda.agenda import Agenda
from meedoen.language.problems import Problem
from meedoen.language.rules import RULES, is_fault
from meedoen.outputs.calendars import of_region
from meedoen.outputs.furniture import robots, sitemap, static_pages, theme_files
from meedoen.outputs.output import Asset, Page, SiteBuild
from meedoen.outputs.reach import Shortened
from meedoen.outputs.serving import server_files
from meedoen.outputs.social import sharing
from meedoen.outputs.subscription import ALL
from meedoen.programme.organisation import Municipality
from meedoen.publishing.folder import Writer
from meedoen.publishing.order import Order
from meedoen.publishing.shard import Written


def write_region(
    order: Order, writer: Writer, sites: tuple[Written, ...], problems: tuple[Problem, ...]
) -> tuple[Shortened, ...]:
    """Writes `index.html`, the calendar of all and what they need beside the folders of the sites.

    Gives the calendars that had to end early.
    """
    build = _region_build(order)
    name = order.network.organisation.region_name or order.network.organisation.name
    pages = [
        Page(
            "index.html",
            "region.html",
            f"Agenda {name}",
            {"summaries": [(order.network.municipalities[each.summary.slug], each.summary) for each in sites]},
            feed=ALL if order.has_feeds else "",
        )
    ]
    if order.preview:
        rows = tuple((problem, RULES[problem.rule]) for problem in problems if is_fault(problem.rule))
        pages.append(
            Page(
                "problemen.html", "problems.html", "Wat niet op de site staat", {"rows": rows}, indexed=False, once=True
            )
        )
    written = [*pages, *static_pages(build)]
    shown = [each for each in written if isinstance(each, Page)]
    files: list[Page | Asset] = [*written, *theme_files(build), *robots(build), sitemap(build, shown)]
    files += (*sharing(build), *server_files(build))
    shortened: tuple[Shortened, ...] = ()
    if order.has_feeds:
        feeds, shortened = of_region(build, (entry for each in sites for entry in each.entries))
        files += feeds
    for each in files:
        writer.write(each.path, each.content() if isinstance(each, Asset) else order.pen(build, each))
    return shortened


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
