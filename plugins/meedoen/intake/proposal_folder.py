"""The folder in which a proposal is put down: new, or made by us before; nothing outside it is ever written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from meedoen.publishing.output_folder import MARKER, NotOurs, write_new

_ABOUT = "Gemaakt door meedoen haal-voorstel; een volgende keer wordt deze map vervangen.\n"


class OddPath(Exception):
    """A path that would leave the folder; nothing was written for it."""


def put_down(place: Path, name: str, files: Iterable[tuple[str, bytes]]) -> int:
    """Takes a place, the name of the content folder and files; writes the files below `place/name/`; how many.

    Raises NotOurs when the folder is somebody else's, or OddPath.
    """
    place = place.resolve()
    if place.exists():
        _empty(place)
    place.mkdir(parents=True, exist_ok=True)
    (place / MARKER).write_text(_ABOUT, encoding="utf-8")
    root = place / name
    root.mkdir()
    made, written = {""}, 0
    for path, data in files:
        folder, _, _ = path.rpartition("/")
        if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in path.split("/")):
            raise OddPath(path)
        if folder not in made:
            (root / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        write_new(f"{root}/{path}", data)
        written += 1
    return written


def _empty(place: Path) -> None:
    """Removes what is in a folder of ours, its marker last."""
    if not place.is_dir():
        raise NotOurs(str(place))
    entries = sorted(os.scandir(place), key=lambda each: each.name == MARKER)
    if entries and not (place / MARKER).is_file():
        raise NotOurs(str(place))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
