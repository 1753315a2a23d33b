"""A share of the municipalities: read their files, tell what was found, then write their sites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date
from heapq import nsmallest
from itertools import islice

from meedoen.agenda.agenda import Agenda, select
from meedoen.agenda.library import Library, claim, read_library
from meedoen.agenda.revision import FIXED
from meedoen.language.problems import Problem
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.candidate import Candidate
from meedoen.newsletter.letter_builder import for_region, letters
from meedoen.outputs import calendars, rss
from meedoen.outputs.calendar.event import Events, Stamp
from meedoen.outputs.calendars import FeedEntry
from meedoen.outputs.detail import page_path, picture_path
from meedoen.outputs.rss import FeedItem
from meedoen.outputs.search_index import MOST, Row, regional_rows
from meedoen.outputs.site_build import Asset, Nearby, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition, renditions
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.build_plan import in_another_language, plan
from meedoen.publishing.output_folder import Writer
from meedoen.publishing.site_summary import SiteSummary, summarise, this_week

NEARBY = 4
"""How many activities of neighbours a home page names."""
Claim = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ShardReading:
    """What reading a share gave: every problem, what each activity claims for itself alone, what is soon by site."""

    problems: tuple[Problem, ...]
    claims: tuple[Claim, ...]
    soon: Mapping[str, tuple[Nearby, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """One site that was written, and what the region takes from it: for its calendar, search, news and letters.

    `changed` is the day, in UTC, of the last change to what is still to come; None without a history.
    """

    summary: SiteSummary
    entries: tuple[FeedEntry, ...] = ()
    rows: tuple[Row, ...] = ()
    news: tuple[FeedItem, ...] = ()
    changed: date | None = None
    candidates: tuple[Candidate, ...] = ()


class Shard:
    """The sites of some municipalities; `regional` are the activities of the whole region, read once before."""

    def __init__(self, job: BuildJob, municipalities: Sequence[str], regional: Library) -> None:
        self.job = job
        self.municipalities = municipalities
        self.regional = regional
        self.by_folder: dict[str, Library] = {}
        self._agendas: dict[str, Agenda] = {}

    def read(self) -> ShardReading:
        """Reads the files of these municipalities, once."""
        tree = self.job.tree
        for slug in self.municipalities:
            files = tree.read(tree.activities.get(slug, []))
            self.by_folder[slug] = read_library(files, self.job.network, picture=tree.picture)
            self._agendas[slug] = self._agenda(slug, frozenset())
        libraries = self.by_folder.values()
        problems = tuple(problem for library in libraries for problem in library.problems)
        soon = {slug: self._soon(slug) for slug in self.municipalities}
        return ShardReading(problems, tuple(claim(each) for library in libraries for each in library.activities), soon)

    def write(self, dropped: frozenset[str], soon: Mapping[str, tuple[Nearby, ...]]) -> tuple[WrittenSite, ...]:
        """Writes the sites, without the files in `dropped`; `soon` is what all sites have in the coming days."""
        return soonest([self._write_site(slug, dropped, soon) for slug in self.municipalities])

    def _agenda(self, slug: str, dropped: frozenset[str]) -> Agenda:
        job = self.job
        shown = (*self.by_folder[slug].activities, *self.regional.activities)
        kept = [each for each in shown if each.path not in dropped] if dropped else shown
        return select(kept, job.network.municipalities[slug], job.network, job.window)

    def _soon(self, slug: str) -> tuple[Nearby, ...]:
        """What this municipality alone has in the coming week; a few, for its neighbours."""
        agenda = self._agendas[slug]
        own = (each for each in this_week(agenda) if each.activity.folder == slug)
        town = agenda.site.name
        address = f"../{slug}" if self.job.base else self.job.address(slug)
        return tuple(
            Nearby(
                day=each.day,
                start=str(each.times.start) if each.times else "",
                name=each.name,
                town=town,
                url=f"{address}/{page_path(each.activity)}",
                source=each.activity.path,
                last_day=each.last_day,
                times=each.times,
            )
            for each in islice(own, NEARBY)
        )

    def _nearby(self, slug: str, dropped: frozenset[str], soon: Mapping[str, tuple[Nearby, ...]]) -> tuple[Nearby, ...]:
        """The first of what the neighbours have, an activity once."""
        neighbours = self.job.network.municipalities[slug].neighbours
        by_url: dict[str, Nearby] = {}
        for each in sorted(each for town in neighbours for each in soon.get(town, ()) if each.source not in dropped):
            by_url.setdefault(each.url, each)
        return tuple(by_url.values())[:NEARBY]

    def _write_site(self, slug: str, dropped: frozenset[str], soon: Mapping[str, tuple[Nearby, ...]]) -> WrittenSite:
        job = self.job
        agenda = self._agendas.pop(slug)
        if dropped.intersection(each.path for each in agenda.activities):
            agenda = self._agenda(slug, dropped)
        newsletters = job.newsletters.without(dropped) if job.newsletters else None
        build = replace(self._site(agenda, slug), nearby=self._nearby(slug, dropped, soon))
        build = replace(build, letters=letters(build, newsletters))
        writer = Writer(job.target / slug)
        for path, each in plan(build, job.outputs).items():
            writer.write(path, each.content() if isinstance(each, Asset) else job.renderer(build, each))
        for facts in job.languages(slug)[1:]:
            edition = replace(build, facts=facts)
            for path, planned in in_another_language(edition, job.outputs).items():
                content = planned.content() if isinstance(planned, Asset) else job.renderer(edition, planned)
                writer.write(f"{edition.folder}{path}", content)
        return self._written(build, newsletters, writer.written)

    def _written(self, build: SiteBuild, newsletters: Archive | None, files: int) -> WrittenSite:
        """What the region takes of the activities of which this is the first site: there each stands once."""
        job, slug = self.job, build.agenda.site.slug

        def own(activity: Activity) -> bool:
            return next((each for each in activity.municipalities if each in job.sites), slug) == slug

        every = calendars.entries(build) if job.has("agenda") else {}
        shortened = calendars.shortened(build) if job.has("agenda") else ()
        return WrittenSite(
            replace(summarise(build.agenda, files, own), shortened=shortened),
            tuple(entry for activity, entry in every.items() if own(activity)),
            regional_rows(build, own, job.folder(slug)) if job.has("zoeken") else (),
            rss.newest(build, own) if job.has("nieuws") else (),
            _changed(build),
            for_region(build, newsletters, own),
        )

    def _site(self, agenda: Agenda, slug: str) -> SiteBuild:
        job = self.job
        address = job.address(slug)
        organisation = job.network.organisation
        features = {slug: term.name for slug, term in job.network.vocabularies.get("toegankelijkheid", {}).items()}
        pictures = {each.id: self._pictures(each) for each in agenda.activities if each.image}
        made: dict[str, Events] = {}

        def serialise(activity: Activity) -> Events:
            events = made.get(activity.id)
            if events is None:
                url = f"{address}/{page_path(activity)}"
                revision = job.past.of(activity.id)
                widest = max((each.width for each in pictures.get(activity.id, ())), default=0)
                image = f"{address}/{picture_path(activity, widest)}" if widest else ""
                stamp = Stamp(
                    domain=organisation.domain,
                    url=url,
                    revision=revision,
                    name=organisation.name,
                    mail=organisation.mail,
                    image=image,
                    features=features,
                    differed=job.past.differed.get(activity.id, frozenset()),
                )
                events = made[activity.id] = Events(activity, agenda.by_activity[activity], stamp)
            return events

        return SiteBuild(
            agenda,
            address,
            job.region,
            serialise,
            job.static_pages,
            job.theme,
            pictures,
            job.preview,
            job.past,
            facts=job.languages(slug)[0],
            voices=tuple(each.voice for each in job.languages(slug)),
            proposal_label=job.proposal_label,
        )

    def _pictures(self, activity: Activity) -> tuple[Rendition, ...]:
        if activity.image is None:
            return ()
        data = self.job.tree.picture(f"{activity.path.rpartition('/')[0]}/{activity.image.file}")
        return renditions(data) if data else ()


def _changed(build: SiteBuild) -> date | None:
    moments = {build.past.of(activity.id).modified for activity, _ in build.agenda.coming} - {FIXED.modified}
    return max(moments).astimezone(UTC).date() if moments else None


def soonest(sites: Iterable[WrittenSite]) -> tuple[WrittenSite, ...]:
    """Takes sites that were written; gives the same without the rows that the search of the region would not show, but
    for one that tells of them.
    """
    written = tuple(sites)
    orders = nsmallest(MOST + 1, (row.order for each in written for row in each.rows))
    if len(orders) <= MOST:
        return written
    return tuple(replace(each, rows=tuple(row for row in each.rows if row.order <= orders[-1])) for each in written)
