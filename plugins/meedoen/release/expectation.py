"""What must stand in an output that goes online: of every site the pages and files that cannot be missed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from meedoen.outputs.build_info import BUILT

EVERYWHERE = (
    "index.html",
    "404.html",
    "agenda.ics",
    "robots.txt",
    "sitemap.xml",
    "theme/style.css",
    ".htaccess",
    BUILT,
)
"""Of each site and of the regional home."""


def missing(output: Path, sites: Iterable[str]) -> tuple[str, ...]:
    """Takes an output and its sites; gives the files that are not there, or are empty."""
    paths = [f"{folder}{name}" for folder in ("", *(f"{each}/" for each in sites)) for name in EVERYWHERE]
    return tuple(each for each in paths if not _is_there(output / each))


def counted(site: Path) -> int:
    """Takes the folder of a site; gives how many files it has."""
    return sum(each.is_file() for each in site.rglob("*"))


def _is_there(place: Path) -> bool:
    return place.is_file() and place.stat().st_size > 0
