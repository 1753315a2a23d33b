"""Who checks content needs no Pelican and no templates, who builds no calendar library: all works without them."""

from __future__ import annotations

import subprocess
import sys

from tests.contract.conftest import ROOT

SCRIPT = """
import sys
from importlib.abc import MetaPathFinder

ABSENT = {"pelican", "jinja2", "blinker", "livereload", "icalendar", "recurring_ical_events"}

class Blocked(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocked())
import meedoen
import meedoen.publishing.run
import meedoen.publishing.build_plan
from meedoen.cli.main import main

code = main(["controleer", "--content", "tests/examples/basis/content", "--datum", "2026-11-24"])
try:
    meedoen.register()
except ModuleNotFoundError as error:
    print("register:", error)
sys.exit(code)
"""


def test_core_and_command_without_pelican_and_jinja() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        cwd=ROOT,
        env={"PYTHONPATH": "plugins"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert (lines[0].partition(":")[0], lines[-1]) == ("Alles klopt", "register: pelican")
