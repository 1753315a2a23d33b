"""One build in this process with a clock at each door: how long every output takes to plan, to make and to write.

`outputs.py` starts it with a settings file; the code that is measured is the one that PYTHONPATH names. Prints JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import process_time
from typing import Any

from pelican import main

from meedoen.outputs import site_files
from meedoen.outputs.site_build import Asset, Page, SiteBuild
from meedoen.publishing import build_plan
from meedoen.publishing.output_folder import Writer
from meedoen.publishing.shard import Shard
from meedoen.rendering.renderer import Renderer

READING, WRITING, REST = "(reading)", "(writing)", "(the rest)"


class Clock:
    """Seconds of processor time and files, by output. What is timed inside another does not count for that one."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.files: Counter[str] = Counter()
        self._inner = 0.0

    def timed(self, name: str, work: Callable[..., Any], *given: Any) -> Any:
        """What `work` gives, its time added to `name`."""
        begin, before = process_time(), self._inner
        self._inner = 0.0
        try:
            return work(*given)
        finally:
            whole = process_time() - begin
            self.spent[name] += whole - self._inner
            self._inner = before + whole

    def made(self, name: str, work: Callable[..., Any], *given: Any) -> Any:
        """The same for the bytes of one file."""
        self.files[name] += 1
        return self.timed(name, work, *given)


def watch(clock: Clock) -> None:
    """Puts the clock at the doors: the table of outputs, the pen, the sitemap, reading and writing."""
    owner: dict[str, str] = {}
    render, write, read, sitemap = Renderer.__call__, Writer.write, Shard.read, site_files.sitemap

    def watched(name: str, produce: Callable[[SiteBuild], Any]) -> Callable[[SiteBuild], Iterator[Page | Asset]]:
        def planned(build: SiteBuild) -> Iterator[Page | Asset]:
            outcome = iter(produce(build))
            while (each := clock.timed(name, next, outcome, None)) is not None:
                if isinstance(each, Page):
                    owner[each.path] = name
                    yield each
                else:
                    yield _asset(clock, name, each)

        return planned

    def page(renderer: Renderer, build: SiteBuild, each: Page) -> Any:
        return clock.made(owner.get(each.path, "(region)"), render, renderer, build, each)

    def mapped(build: SiteBuild, pages: Any) -> Asset:
        return _asset(clock, "sitemap", clock.timed("sitemap", sitemap, build, pages))

    for name, produce in list(build_plan.OUTPUTS.items()):
        build_plan.OUTPUTS[name] = watched(name, produce)
    setattr(Renderer, "__call__", page)  # noqa: B010 - by name, since the type of a method is not that of a function
    site_files.sitemap = mapped
    setattr(Writer, "write", lambda *given: clock.timed(WRITING, write, *given))  # noqa: B010
    setattr(Shard, "read", lambda *given: clock.timed(READING, read, *given))  # noqa: B010


def _asset(clock: Clock, name: str, each: Asset) -> Asset:
    return replace(each, content=lambda: clock.made(name, each.content))


def measure(settings: str) -> dict[str, tuple[float, int]]:
    """output → seconds and files, of the build with these settings."""
    clock = Clock()
    watch(clock)
    with contextlib.redirect_stdout(io.StringIO()):
        clock.timed(REST, main, ["--settings", settings, "--fatal", "errors"])
    return {name: (seconds, clock.files[name]) for name, seconds in clock.spent.items()}


if __name__ == "__main__":
    json.dump(measure(sys.argv[1]), sys.stdout)
