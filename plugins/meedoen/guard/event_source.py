"""Which file in content/ an event comes from: its UID begins with the folder and the name of that file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

REGION = "regio"
_ENDINGS = frozenset({".md", ".yaml", ".yml"})
_ID = re.compile(rb"^id:[ \t]*[\"']?([a-z0-9-]{1,200})[\"']?[ \t\r]*$", re.MULTILINE)
_HEADER = 4_000  # bytes in which `id:` is looked for
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class EventSource:
    """The probable path of a file in content/, "" when nothing can be told, and whether it is there."""

    path: str
    there: bool


class EventSources:
    """The activity files in content/ (`root`; None or missing: there are none) and the folders that UIDs begin with."""

    def __init__(self, root: Path | None, sites: Iterable[str]) -> None:
        self._activities = (root or Path()) / "activiteiten"
        self._known = root is not None and self._activities.is_dir()
        self._sites = {REGION, *(site.rpartition("/")[2] for site in sites)} - {""}

    def of(self, uid: str) -> EventSource:
        """Takes a UID; gives the file that it comes from."""
        identifier = uid.partition("@")[0]
        if identifier in self._files:
            return EventSource(self._files[identifier], True)
        folders = [each for each in self._sites | self._folders if identifier.startswith(f"{each}-")]
        if not folders or not _NAME.fullmatch(identifier):
            return EventSource("", False)
        folder = max(folders, key=len)
        return EventSource(f"content/activiteiten/{folder}/{identifier.removeprefix(f'{folder}-')}.md", False)

    @cached_property
    def _folders(self) -> set[str]:
        entries = os.scandir(self._activities) if self._known else ()
        return {each.name for each in entries if each.is_dir(follow_symlinks=False)}

    @cached_property
    def _files(self) -> dict[str, str]:
        paths: dict[str, str] = {}
        for folder in sorted(self._folders):
            top = self._activities / folder
            for here, below, names in os.walk(top):
                below.sort()
                for name in sorted(names):
                    file = Path(here, name)
                    if file.suffix in _ENDINGS and name[0] not in "._" and file.is_file() and not file.is_symlink():
                        path = f"content/activiteiten/{folder}/{file.relative_to(top).as_posix()}"
                        paths.setdefault(_identifier(file) or f"{folder}-{file.stem}", path)
        return paths


def _identifier(path: Path) -> str:
    with path.open("rb") as file:
        match = _ID.search(file.read(_HEADER))
    return match[1].decode() if match else ""
