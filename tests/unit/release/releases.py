"""Releases made by hand, as small as they can be: what is kept, switched and gone back to needs no build."""

from __future__ import annotations

import json
from pathlib import Path

from meedoen.release.manifest import digests, write_manifest
from meedoen.release.release_folder import REPORT, SITE, Release, ReleaseFolder


def add(folder: ReleaseFolder, name: str, text: str = "") -> Release:
    """A whole release that is not online yet."""
    folder.versions.mkdir(parents=True, exist_ok=True)
    unfinished = folder.begin()
    (unfinished / SITE / "dorp").mkdir(parents=True)
    (unfinished / SITE / "dorp" / "index.html").write_text(text or name, encoding="utf-8")
    release = folder.next(name)
    write_manifest(unfinished, digests(unfinished / SITE), SITE)
    (unfinished / REPORT).write_text(json.dumps({"nummer": release.number}), encoding="utf-8")
    folder.finish(release, unfinished)
    return release


def filled(root: Path, *names: str) -> ReleaseFolder:
    """Releases with these names, of which the last is online."""
    folder = ReleaseFolder(root)
    for name in names:
        folder.switch(add(folder, name))
    return folder
