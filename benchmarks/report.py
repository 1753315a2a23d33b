"""The results as Markdown tables: medians, and Meedoen divided by Hugo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Final

from benchmarks.measure import Cost, Memory, Written

COLUMNS: Final = (
    "activities",
    "builder",
    "wall s",
    "cpu s",
    "memory MB",
    "largest process MB",
    "files",
    "pages",
    "written MB",
    "µs per page",
    "µs per file",
)


@dataclass(frozen=True, slots=True)
class Result:
    """One builder at one size: every timed round, and the memory and output of the watched one."""

    builder: str
    activities: int
    costs: tuple[Cost, ...]
    memory: Memory
    written: Written

    @property
    def wall(self) -> float:
        """The median, in seconds."""
        return median(cost.wall for cost in self.costs)

    @property
    def cpu(self) -> float:
        """The median, in seconds."""
        return median(cost.cpu for cost in self.costs)

    @property
    def per_page(self) -> float:
        """Microseconds on the clock for each page."""
        return self.wall / self.written.pages * 1e6

    @property
    def per_file(self) -> float:
        """Microseconds on the clock for each file: pages, calendars and what goes with them."""
        return self.wall / self.written.files * 1e6


def report(results: list[Result]) -> str:
    """What to paste in the README."""
    rows = [COLUMNS, tuple("---" for _ in COLUMNS), *(_cells(result) for result in results)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    return "\n\n".join([table, *_ratios(results), *_growth(results)])


def _cells(result: Result) -> tuple[str, ...]:
    return (
        f"{result.activities:,}",
        result.builder,
        f"{result.wall:.2f}",
        f"{result.cpu:.2f}",
        f"{result.memory.tree / 1024:.0f}",
        f"{result.memory.largest / 1024:.0f}",
        f"{result.written.files:,}",
        f"{result.written.pages:,}",
        f"{result.written.size / 1e6:.0f}",
        f"{result.per_page:.0f}",
        f"{result.per_file:.0f}",
    )


def _ratios(results: list[Result]) -> Iterator[str]:
    """Meedoen divided by Hugo, at each size that both were built at."""
    lines = []
    for size, group in groupby(results, key=lambda result: result.activities):
        pair = {result.builder: result for result in group}
        if len(pair) == 2:
            ours, theirs = pair["Meedoen"], pair["Hugo"]
            lines.append(
                f"| {size:,} | {ours.wall / theirs.wall:.2f} | {ours.cpu / theirs.cpu:.2f} "
                f"| {ours.memory.tree / theirs.memory.tree:.2f} |"
            )
    if lines:
        yield "\n".join(["| Meedoen / Hugo | wall | cpu | memory |", "| --- | --- | --- | --- |", *lines])


def _growth(results: list[Result]) -> Iterator[str]:
    """Whether a page and an activity stay as cheap when the site grows: the largest size against the one before.

    Lists get longer and not more, and more of the pages are detail pages, which carry the reading of their file: so a
    page grows with the site where a file or an activity does not.
    """
    for name in dict.fromkeys(result.builder for result in results):
        sizes = sorted((result for result in results if result.builder == name), key=lambda one: one.activities)
        if len(sizes) > 1:
            small, large = sizes[-2:]
            page = large.per_page / small.per_page
            file = large.per_file / small.per_file
            activity = large.wall / large.activities / (small.wall / small.activities)
            yield (
                f"{name}, {large.activities:,} against {small.activities:,} activities: a page costs {page:.2f} "
                f"times as much, a file {file:.2f} times, an activity {activity:.2f} times."
            )
