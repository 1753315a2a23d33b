"""The repository's own content: read as it stands, and published as its maintainers would."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from meedoen.agenda.agenda import Agenda, Window, select
from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.problems import Problem
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Programme:
    """All content, read once."""

    network: Network
    activities: tuple[Activity, ...]
    problems: tuple[Problem, ...]
    files: int

    def agenda(self, site: str) -> Agenda:
        """What one site shows."""
        return select(self.activities, self.network.municipalities[site], self.network, Window.around(TODAY))


@pytest.fixture(scope="session")
def programme() -> Programme:
    """The content of this repository, with the hints for its writers."""
    tree = scan(ROOT / "content")
    network, problems = read_network(tree.reference_files)
    assert network is not None
    paths = [path for folder in sorted(tree.activities) for path in tree.activities[folder]]
    library = read_library(tree.read(paths), network, picture=tree.picture, today=TODAY)
    return Programme(network, library.activities, (*tree.problems, *problems, *library.problems), len(paths))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every site at its own address, built on a fixed day."""
    output = tmp_path_factory.mktemp("published") / "output"
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors", "-q", "-o", str(output)]
    environment = os.environ | {"MEEDOEN_DATUM": TODAY.isoformat(), "PYTHONPATH": str(ROOT / "plugins")}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return output
