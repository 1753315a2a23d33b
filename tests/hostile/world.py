"""A content folder with neighbours, bait around it, and Pelican and the checker run over it as people do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.item import HERE, Item
from tests.hostile.traps import BAIT, SECRET, position

ROOT = HERE.parents[1]
PLUGINS = ROOT / "plugins"
TODAY = "2026-11-22"
SECONDS = 2
"""How long anything that somebody sends may keep a process at work."""
_FRAME = ROOT / "tests" / "examples" / "basis" / "content"
_SETTINGS = """
import sys
sys.path.insert(0, {root!r})
from {base} import *
PATH = {content!r}
OUTPUT_PATH = {output!r}
PLUGIN_PATHS = [{plugins!r}]
"""
Snapshot = dict[str, tuple[int, int, int, str]]


@dataclass(frozen=True, slots=True)
class World:
    """A folder with `content/` in it, the bait beside that, and room for an output."""

    home: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.home / "content"

    @property
    def output(self) -> Path:
        """Where Pelican writes."""
        return self.home / "output"

    def build(self, base: str = "pelicanconf", *, plugins: Path = PLUGINS) -> subprocess.CompletedProcess[str]:
        """Runs Pelican with these settings of the project, and with this copy of the package."""
        settings = self.home.with_name(f"{self.home.name}-{base}.py")
        names = {"root": str(ROOT), "content": str(self.content), "output": str(self.output), "plugins": str(plugins)}
        settings.write_text(_SETTINGS.format(base=base, **names), encoding="utf-8")
        command = [sys.executable, "-B", "-m", "pelican", "-s", str(settings), "-o", str(self.output)]
        return _run(command, self.home, plugins)

    def check(self, form: str = "tekst") -> str:
        """The report of `meedoen controleer` in this form."""
        arguments = ["controleer", "--content", str(self.content), "--datum", TODAY, "--formaat", form]
        return _run([sys.executable, "-B", "-m", "meedoen", *arguments], self.home, PLUGINS).stdout

    def snapshot(self, *, of: str = "") -> Snapshot:
        """What is on the disk: mode, size, moment of change and target of all that is not output; or of that folder."""
        found: Snapshot = {}
        for folder, folders, files in os.walk(self.home / of):
            if not of and Path(folder) == self.home:
                folders[:] = [each for each in folders if each != self.output.name]
            for name in (*folders, *files):
                place = Path(folder, name)
                state = place.lstat()
                target = str(place.readlink()) if place.is_symlink() else ""
                found[os.fsencode(place).decode("latin-1")] = (state.st_mode, state.st_size, state.st_mtime_ns, target)
        return found


def world(home: Path, items: Iterable[Item] = ()) -> World:
    """A fresh content folder in this empty folder, with these items in it."""
    made = World(home)
    shutil.copytree(_FRAME, made.content, copy_function=shutil.copyfile)
    shutil.copytree(HERE / "neighbours", made.content, dirs_exist_ok=True, copy_function=shutil.copyfile)
    (home / "geheim.md").write_bytes(BAIT)
    (home / "geheim.jpg").write_bytes(position())
    for folder, name, data in (("geheime-map", "koffie.md", BAIT), (".git", "config", SECRET.encode())):
        (home / folder).mkdir()
        (home / folder / name).write_bytes(data)
    for item in items:
        item.put(made.content)
    return made


def _run(
    command: list[str], folder: Path, plugins: Path, *, given: str = "", seconds: int = 60
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(plugins), "MEEDOEN_DATUM": TODAY, "KANARIE": SECRET}
    return subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, text=True, timeout=seconds, check=False
    )


def check_within_limits(worlds: Iterable[World], folder: Path) -> None:
    """Runs the checker over each of these worlds, one at a time; see `limited.py` for where the answers are."""
    asked = ["--datum", TODAY, "--formaat", "json"]
    run_within_limits(
        ((f"{each.home}/", ["controleer", "--content", str(each.content), *asked]) for each in worlds), folder
    )


def run_within_limits(
    commands: Iterable[tuple[str, list[str]]], folder: Path, plugins: Path = PLUGINS, *, limit: int = SECONDS
) -> None:
    """Runs these commands, each at the place where its answers must be left; see `limited.py`."""
    command = [sys.executable, "-B", str(HERE / "limited.py"), str(limit)]
    done = _run(command, folder, plugins, given=json.dumps(list(commands)), seconds=300)
    assert done.returncode == 0, done.stderr
