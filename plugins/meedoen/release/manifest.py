"""Which files a release has, each with its SHA-256, in a file that `sha256sum --check` reads as well."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "bestanden.sha256"


def digests(folder: Path) -> dict[str, str]:
    """Path → SHA-256 of every file below the folder, by path; anything but a plain file has no digest."""
    found: dict[str, str] = {}
    folders = [(str(folder), "")]
    while folders:
        place, inside = folders.pop()
        for each in os.scandir(place):
            if each.is_dir(follow_symlinks=False):
                folders.append((each.path, f"{inside}{each.name}/"))
            elif each.is_file(follow_symlinks=False):
                with Path(each.path).open("rb") as file:
                    found[inside + each.name] = hashlib.file_digest(file, "sha256").hexdigest()
            else:
                found[inside + each.name] = ""
    return dict(sorted(found.items()))


def write_manifest(release: Path, files: Mapping[str, str], site: str) -> None:
    """Writes the manifest of a release of which the files stand in the folder `site`."""
    lines = (f"{digest}  {site}/{path}\n" for path, digest in sorted(files.items()))
    (release / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_manifest(release: Path, site: str) -> dict[str, str]:
    """What `write_manifest` wrote."""
    lines = (release / MANIFEST).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(f"  {site}/", 1) for line in lines)
    return {path: digest for digest, path in pairs}


def damaged(release: Path, site: str) -> tuple[str, ...]:
    """The files of a release that are gone, changed, or were not in it."""
    wanted, there = read_manifest(release, site), digests(release / site)
    return tuple(sorted(path for path in {*wanted, *there} if wanted.get(path) != there.get(path)))
