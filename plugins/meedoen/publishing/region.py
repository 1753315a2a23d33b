"""The regional home: the way to every municipality, what there is today and this weekend, and searching in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import NoReturn

from meedoen.agenda.agenda import Agenda
from meedoen.language.problems import Problem
from meedoen.language.rules import RULES, is_fault
from meedoen.newsletter.exports import archive, mailing
from meedoen.newsletter.letter_builder import letters
from meedoen.outputs import rss
from meedoen.outputs.build_info import build_info
from meedoen.outputs.calendars import of_region
from meedoen.outputs.feed_window import ShortenedFeed
from meedoen.outputs.search import search_pages
from meedoen.outputs.search_index import MOST
from meedoen.outputs.serving import server_files
from meedoen.outputs.site_build import Asset, Page, SiteBuild
from meedoen.outputs.site_files import robots, sitemap, static_pages, theme_files
from meedoen.outputs.social import sharing
from meedoen.outputs.subscription import ALL
from meedoen.programme.organisation import Municipality
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.output_folder import Writer
from meedoen.publishing.shard import WrittenSite
from meedoen.publishing.site_summary import MORE, SiteSummary, Soon, weekend


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality as the regional home shows it. `folder` leads to its site, `address` from anywhere.

    `near` are its neighbours among the sites that were built.
    """

    site: Municipality
    summary: SiteSummary
    folder: str
    address: str
    near: tuple[Municipality, ...]

    @property
    def home(self) -> str:
        """The home page, by its name where no server stands in between to add that."""
        return self.folder if ":" in self.folder else f"{self.folder}index.html"


def write_region(
    job: BuildJob, writer: Writer, sites: tuple[WrittenSite, ...], problems: tuple[Problem, ...]
) -> tuple[ShortenedFeed, ...]:
    """Takes the job, the writer, the sites that were written and all problems; writes `index.html`, searching, the
    calendar of all and what they need beside the folders of the sites.

    Gives the calendars that had to end early.
    """
    build = _region_build(job, sites)
    towns = _towns(job, sites)
    written = [*_pages(job, build, towns, sites, problems)]
    shown = [each for each in written if isinstance(each, Page)]
    files: list[Page | Asset] = [*written, *theme_files(build), *robots(build), sitemap(build, shown)]
    files += (*sharing(build), *server_files(build), *build_info(build))
    shortened: tuple[ShortenedFeed, ...] = ()
    if job.has("agenda"):
        feeds, shortened = of_region(build, (entry for each in sites for entry in each.entries))
        files += feeds
    if job.has("nieuws"):
        items = sorted((item for each in sites for item in each.news), key=lambda each: each.order)[: rss.MOST]
        files.append(Asset(rss.PATH, lambda: rss.feed(build, items)))
    for each in files:
        writer.write(each.path, each.content() if isinstance(each, Asset) else job.renderer(build, each))
    return shortened


def _pages(
    job: BuildJob, build: SiteBuild, towns: tuple[Town, ...], sites: Sequence[WrittenSite], problems: Iterable[Problem]
) -> Iterator[Page | Asset]:
    today = job.window.today
    changed = max((each.changed for each in sites if each.changed), default=None)
    yield Page("index.html", "region.html", f"Agenda {build.agenda.site.name}", {
        "towns": towns,
        # In a weekend that is what the weekend says already.
        "today": None if today in weekend(today) else varied([(each, each.summary.today) for each in towns]),
        "weekend": varied([(each, each.summary.weekend) for each in towns]),
        "changed": changed,
    }, feed=ALL if job.has("agenda") else "")  # fmt: skip
    if job.preview:
        rows = tuple((problem, RULES[problem.rule]) for problem in problems if is_fault(problem.rule))
        yield Page(
            "problemen.html", "problems.html", "Wat niet op de site staat", {"rows": rows}, indexed=False, once=True
        )
    if job.has("zoeken"):
        hits = [*islice(merge(*(each.rows for each in sites), key=lambda each: each.order), MOST + 1)]
        yield from search_pages(build.voice, hits[:MOST], {"limited": len(hits) > MOST, "changed": changed})
    if job.has("nieuwsbrief"):
        yield from (*mailing(build), *archive(build))
    for page in static_pages(build):
        lost = isinstance(page, Page) and page.template == "404.html"
        yield replace(page, context={"towns": towns}) if lost else page  # type: ignore[arg-type]


def varied(towns: Sequence[tuple[Town, Sequence[Soon]]], most: int = MORE) -> tuple[tuple[Town, Soon], ...]:
    """Takes municipalities with what is soon there, and the most lines; gives a few of what these have, in order of
    time: first one of each municipality, then another of each.
    """
    turns = ((turn, town, each) for town, some in towns for turn, each in enumerate(some))
    chosen = sorted(turns, key=lambda each: (each[0], each[2].order))[:most]
    return tuple((town, each) for _, town, each in sorted(chosen, key=lambda each: each[2].order))


def _towns(job: BuildJob, sites: Iterable[WrittenSite]) -> tuple[Town, ...]:
    known = job.network.municipalities
    return tuple(
        Town(
            known[each.summary.slug],
            each.summary,
            job.folder(each.summary.slug),
            f"{job.address(each.summary.slug)}/",
            tuple(known[slug] for slug in known[each.summary.slug].neighbours if slug in job.sites),
        )
        for each in sites
    )


def _region_build(job: BuildJob, sites: Sequence[WrittenSite]) -> SiteBuild:
    """The region as a site without activities; its letters are written of what the sites sent."""
    organisation = job.network.organisation
    site = Municipality("", organisation.region_name or organisation.name, job.region, "")
    agenda = Agenda(site, job.network, job.window, {}, {})
    build = SiteBuild(
        agenda,
        job.region,
        job.region,
        _no_events,
        job.static_pages,
        job.theme,
        {},
        job.preview,
        proposal_label=job.proposal_label,
    )
    candidates = tuple(sorted((one for each in sites for one in each.candidates), key=lambda one: one.item.id))
    addresses = {each.summary.slug: job.address(each.summary.slug) for each in sites}
    return replace(build, letters=letters(build, job.newsletters, candidates, addresses))


def _no_events(_activity: object) -> NoReturn:
    message = "the regional home has no activities of its own"
    raise LookupError(message)
