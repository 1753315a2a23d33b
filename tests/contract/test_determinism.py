"""The same content on the same day gives the same bytes, whatever the computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.contract.conftest import ROOT, TODAY

pytestmark = pytest.mark.e2e

COMPUTERS = {
    "plain": ({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}, 1),
    "far away": ({"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}, 2),
    "many": ({"PYTHONHASHSEED": "7", "TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONUTF8": "1"}, 5),
}


def start(content: Path, output: Path, environment: dict[str, str], processes: int) -> subprocess.Popen[bytes]:
    """A build by the command of Pelican."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-s",
        str(ROOT / "pelicanconf.py"),
        "-o",
        str(output),
        "-q",
    ]
    mine = {
        "MEEDOEN_DATUM": TODAY.isoformat(),
        "MEEDOEN_PROCESSES": str(processes),
        "PYTHONPATH": str(ROOT / "plugins"),
    }
    return subprocess.Popen(command, cwd=content.parent, env=os.environ | mine | environment, stdout=subprocess.DEVNULL)


def digests(folder: Path) -> dict[str, str]:
    """Path → digest of every file."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy(target: Path, *, backwards: bool) -> Path:
    """The content outside version control, its files made in this order."""
    for path in sorted((ROOT / "content").rglob("*"), reverse=backwards):
        if path.is_file():
            place = target / path.relative_to(ROOT / "content")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return target


def test_build_on_another_computer_gives_the_same_bytes(tmp_path: Path) -> None:
    builds = {}
    for number, (name, (environment, processes)) in enumerate(COMPUTERS.items()):
        home = tmp_path / name
        content = copy(home / "content", backwards=bool(number % 2))
        builds[name] = start(content, home / "output", environment, processes)
    assert {name: build.wait(timeout=120) for name, build in builds.items()} == dict.fromkeys(COMPUTERS, 0)
    plain, *others = (digests(tmp_path / name / "output") for name in COMPUTERS)
    assert len(plain) > 1_000
    for other in others:
        assert {path for path in plain.keys() | other.keys() if plain.get(path) != other.get(path)} == set()
