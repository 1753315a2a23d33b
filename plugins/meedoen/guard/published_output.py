"""A published output: every calendar file below a folder, and which activity stands in which."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from meedoen.guard.calendar_file import (
    LARGEST,
    Blocks,
    CalendarFile,
    EventBlock,
    UnreadableCalendar,
    activities_in,
    read_calendar,
)

OWN = "activiteit"  # the folder with the calendar of each activity
HELD = "zonder-afgelast"  # in the name of a calendar without what does not go ahead
MAIN = "agenda.ics"  # each site has one
_DOWNLOAD = re.compile(r"--[0-9]{4}-[0-9]{2}-[0-9]{2}\.ics$")


@dataclass
class Publication:
    """The readable calendar files by their path in the output; why others can't be read.

    A file that is the same in another publication has its events only where these matter (`read_publications`).
    """

    files: dict[str, CalendarFile] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)

    @cached_property
    def activities(self) -> dict[str, dict[str, Blocks]]:
        """UID of an activity → path → its events there."""
        by_uid: dict[str, dict[str, Blocks]] = {}
        for path, file in self.files.items():
            for uid, blocks in file.events.items():
                by_uid.setdefault(uid, {})[path] = blocks
        return by_uid

    @cached_property
    def sites(self) -> tuple[str, ...]:
        """The folders that are a site, deepest first; "" for the output itself."""
        parts = (path.rpartition("/") for path in (*self.files, *self.unreadable))
        folders = {folder for folder, _, name in parts if name == MAIN}
        return tuple(sorted(folders, key=lambda each: (-len(each), each)))


def is_feed(path: str) -> bool:
    """Takes the path of a calendar; gives whether people subscribe to it: not the calendar of one activity."""
    return not f"/{path.rpartition('/')[0]}".endswith(f"/{OWN}")


def is_held(path: str) -> bool:
    """Takes the path of a calendar; gives whether it leaves out what does not go ahead."""
    return HELD in path.rpartition("/")[2]


def is_download(path: str) -> bool:
    """Takes the path of a calendar; gives whether it is one date of a series, which comes and goes."""
    return not is_feed(path) and _DOWNLOAD.search(path) is not None


def rank(path: str) -> tuple[bool, bool, bool, int, str]:
    """Takes the path of a calendar; gives how it sorts when asked what an activity is: what most people have first."""
    return is_download(path), is_held(path), not is_feed(path), path.count("/"), path


def calendar_paths(folder: Path) -> dict[str, str]:
    """Takes a folder; gives path in it → where it is, of every calendar file; links are not followed."""
    paths: dict[str, str] = {}
    folders = [(str(folder), "")]
    while folders:
        directory, inside = folders.pop()
        for entry in os.scandir(directory):
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{inside}{entry.name}/"))
            elif entry.name.endswith(".ics") and entry.is_file(follow_symlinks=False):
                paths[inside + entry.name] = entry.path
    return paths


def read_publications(old: Path, new: Path) -> tuple[Publication, Publication]:
    """Takes two outputs; gives both. In a file with the same bytes only what changed elsewhere is looked for."""
    before, after = Publication(), Publication()
    shared: dict[bytes, EventBlock] = {}
    old_paths, new_paths = calendar_paths(old), calendar_paths(new)
    same: list[str] = []
    for path in sorted({*old_paths, *new_paths}):
        first, second = (_data(paths.get(path)) for paths in (old_paths, new_paths))
        if first == second:
            same.append(path)
            continue
        for publication, data in ((before, first), (after, second)):
            if data is not None:
                _take((publication,), path, data, shared)
    changed = _changed(before, after)
    for path in same:
        data = _data(new_paths[path]) if changed else None
        if data is not None and not changed.isdisjoint(activities_in(data)):
            _take((before, after), path, data, shared)
        else:
            before.files[path] = after.files[path] = CalendarFile({})
    return before, after


def _changed(before: Publication, after: Publication) -> set[str]:
    """The activities that are different in some file, or stand in other files than before."""
    uids = before.activities.keys() | after.activities.keys()
    changed = {uid for uid in uids if before.activities.get(uid) != after.activities.get(uid)}
    del before.activities, after.activities  # more files follow
    return changed


def _take(publications: Iterable[Publication], path: str, data: bytes, shared: dict[bytes, EventBlock]) -> None:
    try:
        file = read_calendar(data, shared)
    except UnreadableCalendar as reason:
        for each in publications:
            each.unreadable[path] = str(reason)
        return
    for each in publications:
        each.files[path] = file


def _data(place: str | None) -> bytes | None:
    """The bytes of a file, and one more than may be where it is too large."""
    if place is None:
        return None
    with Path(place).open("rb") as file:
        return file.read(LARGEST + 1)
