"""A project with one site and one activity in a repository, and releases of it; the theme is the real one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.repositories import Story, koffie

from meedoen.release.manifest import digests
from meedoen.release.publish_run import PublishRequest, PublishResult, publish

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 11, 24)
KOFFIE = "activiteiten/papendrecht/koffie.md"
BAD = "---\ntitel: Koffie\ndatum: ergens in mei\n---\nKom.\n"
SETTINGS = """import sys
sys.path.insert(0, {root!r})
from publishconf import *
PATH = {content!r}
PAGE_PATHS = []
"""


class Project:
    """A repository with settings, and the folder to which it publishes."""

    def __init__(self, root: Path) -> None:
        self.story = Story(root)
        self.settings = root / "conf.py"
        self.server = root / "srv"
        others = ("bonaire", "sliedrecht")  # one site is enough, and thirty builds of it go quicker
        reference_files = {
            name: text
            for name, text in self.story.reference_files().items()
            if not any(each in name for each in others)
        }
        self.story.commit({**reference_files, KOFFIE: koffie("Koffie")})
        text = SETTINGS.format(root=str(ROOT), content=str(self.story.content))
        self.settings.write_text(text, encoding="utf-8")

    def request(self, **more: Any) -> PublishRequest:
        """The request; `more` takes the place of what stands here."""
        fields: dict[str, Any] = {"moment": datetime(2026, 11, 24, 0, 17, tzinfo=UTC), "day": DAY} | more
        return PublishRequest(settings=self.settings, root=self.server, **fields)

    def publish(self, **more: Any) -> PublishResult:
        """One run."""
        return publish(self.request(**more), wait=60)

    @property
    def online(self) -> dict[str, str]:
        """Path → digest of what a web server shows."""
        return digests(self.server / "nu")

    def report(self) -> dict[str, Any]:
        """The report beside what is online."""
        report: dict[str, Any] = json.loads((self.server / "nu" / ".." / "rapport.json").read_text(encoding="utf-8"))
        return report

    def releases(self) -> list[str]:
        """Everything in the folder of releases."""
        return sorted(each.name for each in (self.server / "versies").iterdir())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of its own for a test."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "plugins"))
    monkeypatch.delenv("MEEDOEN_GESCHIEDENIS", raising=False)
    return Project(tmp_path)
