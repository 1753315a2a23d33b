"""Releases made by hand, as small as they can be: what is kept, switched and gone back to needs no build."""

from __future__ import annotations

import json
from pathlib import Path

from meedoen.release.manifest import digests, write_manifest
from meedoen.release.release_folder import REPORT, SITE, Release, ReleaseFolder


def add(shelf: ReleaseFolder, name: str, text: str = "") -> Release:
    """A whole release that is not online yet."""
    shelf.versions.mkdir(parents=True, exist_ok=True)
    half = shelf.begin()
    (half / SITE / "dorp").mkdir(parents=True)
    (half / SITE / "dorp" / "index.html").write_text(text or name, encoding="utf-8")
    release = shelf.next(name)
    write_manifest(half, digests(half / SITE), SITE)
    (half / REPORT).write_text(json.dumps({"nummer": release.number}), encoding="utf-8")
    shelf.finish(release, half)
    return release


def filled(root: Path, *names: str) -> ReleaseFolder:
    """Releases with these names, of which the last is online."""
    shelf = ReleaseFolder(root)
    for name in names:
        shelf.switch(add(shelf, name))
    return shelf
