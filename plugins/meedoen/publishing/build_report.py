"""What a build tells whoever publishes it, as JSON: the day, the sites, what was set aside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from meedoen.git.repository import GitFailed, NoRepository, ShallowHistory, whole_repository
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.quarantine import Aside, PublishedState
from meedoen.publishing.run import Result


@dataclass(frozen=True, slots=True)
class BuildReport:
    """A build: its day, where its content stands and at which commit, files by site, and whether it is a preview.

    `aside` has a row for each file that was set aside: what is wrong with it, and the version that shows instead.
    """

    day: date
    content: str
    sites: dict[str, int]
    preview: bool
    aside: tuple[dict[str, Any], ...]
    unsaved: int = 0
    commit: str = ""

    def write(self, place: Path) -> None:
        """Writes it as a file."""
        place.write_text(json.dumps(self.plain(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def plain(self) -> dict[str, Any]:
        """It as JSON has it, in the words of who reads it."""
        return {
            "dag": self.day.isoformat(),
            "commit": self.commit,
            "content": self.content,
            "sites": self.sites,
            "voorbeeld": self.preview,
            "terzijde": list(self.aside),
            "niet-bewaard": self.unsaved,
        }

    @classmethod
    def read(cls, place: Path) -> BuildReport:
        """What `write` wrote."""
        values = json.loads(place.read_text(encoding="utf-8"))
        return cls(
            date.fromisoformat(values["dag"]),
            values["content"],
            values["sites"],
            values["voorbeeld"],
            tuple(values["terzijde"]),
            values["niet-bewaard"],
            values["commit"],
        )


def of_build(result: Result, job: BuildJob, aside: Iterable[Aside]) -> BuildReport:
    """Takes the result of a build, its job and what was set aside; gives what there is to tell of this build."""
    zone = ZoneInfo(job.network.organisation.zone)
    return BuildReport(
        job.window.today,
        str(job.tree.root),
        {each.slug: each.files for each in result.summaries},
        job.preview,
        tuple(_row(each, zone) for each in aside),
        sum(not each.saved for each in job.past.revisions.values()),
        _commit(job.tree.root),
    )


def read_online(place: Path) -> PublishedState | None:
    """Takes the place of a report; gives what is online, from the report that was kept with it; None when there is
    none, or it does not tell.
    """
    try:
        values = json.loads(place.read_text(encoding="utf-8"))
        shown = {each["bestand"]: each["in-plaats"] and each["in-plaats"]["commit"] for each in values["terzijde"]}
        return PublishedState(values["commit"], shown) if values["commit"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _commit(root: Path) -> str:
    """The commit that the content stands at; empty without Git."""
    try:
        return whole_repository(root).head or ""
    except (NoRepository, ShallowHistory, GitFailed):
        return ""


def _row(each: Aside, zone: ZoneInfo) -> dict[str, Any]:
    shown = each.shown and {
        "commit": each.shown.name,
        "dag": datetime.fromtimestamp(each.shown.time, UTC).astimezone(zone).date().isoformat(),
    }
    return {"bestand": each.path, "problemen": _problems(each), "in-plaats": shown}


def _problems(each: Aside) -> Sequence[dict[str, Any]]:
    return [
        {"regel": one.place.line, "code": one.rule, "melding": one.message, "oplossing": one.hint}
        for one in each.problems
    ]
