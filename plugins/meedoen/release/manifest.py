"""Which files a release has, each with its SHA-256, in a file that `sha256sum --check` reads as well."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "bestanden.sha256"


def digests(folder: Path) -> dict[str, str]:
    """Takes a folder; gives path → SHA-256 of every file below it, by path; anything but a plain file has no digest."""
    by_path: dict[str, str] = {}
    folders = [(str(folder), "")]
    while folders:
        place, inside = folders.pop()
        for entry in os.scandir(place):
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{inside}{entry.name}/"))
            elif entry.is_file(follow_symlinks=False):
                with Path(entry.path).open("rb") as file:
                    by_path[inside + entry.name] = hashlib.file_digest(file, "sha256").hexdigest()
            else:
                by_path[inside + entry.name] = ""
    return dict(sorted(by_path.items()))


def write_manifest(release: Path, files: Mapping[str, str], site: str) -> None:
    """Takes a release, the digests of its files by path, and their folder `site`; writes the manifest."""
    lines = (f"{digest}  {site}/{path}\n" for path, digest in sorted(files.items()))
    (release / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_manifest(release: Path, site: str) -> dict[str, str]:
    """Takes a release and the folder of its files; gives what `write_manifest` wrote: path → SHA-256."""
    lines = (release / MANIFEST).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(f"  {site}/", 1) for line in lines)
    return {path: digest for digest, path in pairs}


def damaged(release: Path, site: str) -> tuple[str, ...]:
    """Takes a release and the folder of its files; gives those that are gone, changed, or were not in it."""
    listed, actual = read_manifest(release, site), digests(release / site)
    return tuple(sorted(path for path in {*listed, *actual} if listed.get(path) != actual.get(path)))
