"""One build: read everything, check what concerns all, then write all sites with two processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from meedoen.agenda.library import Library, claim, clashes, read_library
from meedoen.content.content_tree import Tree
from meedoen.content.layout import EDITIONS
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.checking import unknown_activities
from meedoen.outputs.feed_window import ShortenedFeed
from meedoen.outputs.site_build import Nearby
from meedoen.programme.location import REGION
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.output_folder import Staging, Writer
from meedoen.publishing.region import write_region
from meedoen.publishing.shard import Shard, ShardReading, WrittenSite
from meedoen.publishing.site_summary import SiteSummary

PROCESSES = 2
FEW = 100
_ENDED = "a worker ended before its work was done"


class BuildFailed(Exception):
    """A worker ended with an error of ours."""


class UnknownSites(Exception):
    """A build of some sites was asked for, and these are not municipalities."""


class Refused(Exception):
    """A strict build met faults in the content. Nothing was replaced."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Result:
    """What was built: per site its figures, and the problems of files that were left out or deserve a look.

    `shortened` are the calendars that end early, of all sites and the region; their paths are within the output.
    """

    summaries: tuple[SiteSummary, ...]
    problems: tuple[Problem, ...]
    shortened: tuple[ShortenedFeed, ...] = ()


def build(
    job: BuildJob,
    output: Path,
    *,
    strict: bool,
    before: Sequence[Problem] = (),
    processes: int | None = None,
    only: frozenset[str] = frozenset(),
) -> Result:
    """Takes the job and the output folder; writes every site (or `only` some) and the regional home to `output`, which
    changes as a whole or not at all.

    `before` are the problems found before any activity was read. `processes` is how many share the work; without it,
    one, or two when there is much to do. Raises UnknownSites, NotOurs, Refused or BuildFailed.
    """
    if unknown := only - job.network.municipalities.keys():
        raise UnknownSites(", ".join(sorted(unknown)))
    staging = Staging(output)
    staging.open()
    try:
        result = _build(replace(job, target=staging.new), list(before), strict, processes, only)
    except BaseException:
        staging.discard()
        raise
    staging.switch()
    return result


def _build(job: BuildJob, before: list[Problem], strict: bool, processes: int | None, only: frozenset[str]) -> Result:
    tree = job.tree
    regional = read_library(tree.read(tree.activities.get(REGION, [])), job.network, picture=tree.picture)
    chosen = [slug for slug in job.network.municipalities if not only or slug in only]
    groups = _groups(tree, chosen, processes)
    job = replace(job, sites=tuple(chosen))
    gc.collect()
    gc.freeze()  # what the workers share must not be touched by the collector, or it would be copied
    gc.disable()
    own = Shard(job, groups[0], regional)
    workers: list[_Worker] = []
    try:
        workers.extend(_Worker(Shard(job, group, regional)) for group in groups[1:])
        readings = [own.read(), *(worker.found() for worker in workers)]
        problems, dropped = _check(readings, regional, before, None if only else job.newsletters)
        if strict and any(is_fault(each.rule) and not _is_of_newsletter(each) for each in problems):
            raise Refused(problems)
        soon = {slug: some for shard in readings for slug, some in shard.soon.items()}
        for worker in workers:
            worker.go(dropped, soon)
        written = {each.summary.slug: each for each in own.write(dropped, soon)}
        for worker in workers:
            written |= {each.summary.slug: each for each in worker.written()}
    finally:
        for worker in reversed(workers):  # a later one holds the ends of those before it
            worker.stop()
        gc.enable()
        gc.unfreeze()
    ordered = tuple(written[slug] for slug in chosen)
    if job.newsletters:
        job = replace(job, newsletters=job.newsletters.without(dropped))
    shortened = write_region(job, Writer(job.target), ordered, problems)
    for site in ordered:
        slug = site.summary.slug
        shortened += tuple(replace(each, path=f"{slug}/{each.path}") for each in site.summary.shortened)
    return Result(tuple(each.summary for each in ordered), problems, shortened)


def _is_of_newsletter(problem: Problem) -> bool:
    """A newsletter that is not right is not written; it is no reason to keep the sites back."""
    return problem.place.path.startswith(f"content/{EDITIONS}/")


def _check(
    readings: list[ShardReading], regional: Library, before: list[Problem], newsletters: Archive | None
) -> tuple[tuple[Problem, ...], frozenset[str]]:
    """All problems in file order, and the files that lose a clash, or name an activity that is not there."""
    claims = [each for shard in readings for each in shard.claims] + [claim(each) for each in regional.activities]
    lost = clashes(claims)
    if newsletters:
        lost += unknown_activities(newsletters, {each[1]: each[3] for each in claims})
    problems = sorted([*before, *regional.problems, *lost, *(each for shard in readings for each in shard.problems)])
    return tuple(problems), frozenset(problem.place.path for problem in lost)


def _groups(tree: Tree, slugs: list[str], processes: int | None) -> list[list[str]]:
    """The municipalities in shares of about equal work; one share where there is little, or no fork."""
    total = sum(len(tree.activities.get(slug, [])) for slug in slugs)
    wanted = min(processes or (PROCESSES if total >= FEW else 1), len(slugs))
    if wanted < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [slugs]
    groups: list[list[str]] = [[] for _ in range(wanted)]
    loads = [0] * wanted
    for slug in sorted(slugs, key=lambda each: -len(tree.activities.get(each, []))):
        lightest = loads.index(min(loads))
        groups[lightest].append(slug)
        loads[lightest] += len(tree.activities.get(slug, [])) + 50
    return groups


class _Worker:
    """A forked process with its share: it reads, waits for word about all, and writes."""

    def __init__(self, shard: Shard) -> None:
        context = multiprocessing.get_context("fork")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_work, args=(shard, there, self._here))
        sys.stdout.flush()
        self._process.start()
        there.close()

    def found(self) -> ShardReading:
        """What its reading gave."""
        answer = self._receive()
        assert isinstance(answer, ShardReading)  # noqa: S101 - both ends are ours
        return answer

    def go(self, dropped: frozenset[str], soon: Mapping[str, tuple[Nearby, ...]]) -> None:
        """Lets it write."""
        try:
            self._here.send((dropped, soon))
        except OSError as error:
            raise BuildFailed(_ENDED) from error

    def written(self) -> tuple[WrittenSite, ...]:
        """What it tells of its sites, once they are written."""
        answer = self._receive()
        assert isinstance(answer, tuple)  # noqa: S101
        return answer

    def stop(self) -> None:
        """Ends it, whether or not it was done."""
        self._here.close()
        self._process.join(timeout=30)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()

    def _receive(self) -> object:
        try:
            answer = self._here.recv()
        except (EOFError, OSError) as error:
            raise BuildFailed(_ENDED) from error
        return answer


def _work(shard: Shard, there: Connection, other_end: Connection) -> None:
    other_end.close()
    try:
        there.send(shard.read())
        there.send(shard.write(*there.recv()))
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent refused the build
