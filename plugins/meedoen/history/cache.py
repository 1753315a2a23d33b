"""What was worked out before, beside Git's own files: it may be deleted at any moment and changes no byte of a site.

Every version of a file is read once and remembered by its path and blob. The memory is of one version of this program:
another one may read the same file differently, and starts anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

Key = tuple[str, str]
"""Path within the content folder, and blob."""
_MANY = 500
_READERS = ("cmarkgfm", "nh3", "pyyaml", "holidays")
_TABLES = """
create table if not exists about (name text primary key, value text) without rowid;
create table if not exists trace (path text, blob text, value text, primary key (path, blob)) without rowid;
"""


class HistoryCache:
    """A small database; when it cannot be opened, read or written, everything is simply worked out again."""

    def __init__(self, folder: Path, about: str) -> None:
        """The memory in `folder` of the content `about`: one repository may hold the content of several libraries."""
        self._place = folder / f"geschiedenis-{blake2b(about.encode(), digest_size=6).hexdigest()}.sqlite"
        self._program = program()
        self._base: sqlite3.Connection | None = None
        try:
            folder.mkdir(exist_ok=True)
            self._base = self._open()
        except (OSError, sqlite3.Error):
            self._forget()

    def traces(self, keys: Iterable[Key]) -> dict[Key, Any]:
        """What is remembered of these versions."""
        asked = set(keys)
        remembered: dict[Key, Any] = {}
        with self._trying() as base:
            if base is not None and len(asked) > _MANY:
                rows = base.execute("select path, blob, value from trace")
                remembered = {(path, blob): json.loads(value) for path, blob, value in rows if (path, blob) in asked}
            elif base is not None:
                ask = "select value from trace where path = ? and blob = ?"
                remembered = {key: json.loads(row[0]) for key in asked for row in base.execute(ask, key)}
        return remembered

    def remember(self, traces: Iterable[tuple[Key, Any]]) -> None:
        """Adds these versions."""
        rows = [(path, blob, _text(value)) for (path, blob), value in traces]
        with self._trying() as base:
            if base is not None:
                base.executemany("insert or replace into trace values (?, ?, ?)", rows)
                base.commit()

    def recall(self, name: str) -> Any:
        """A value that was kept under this name; None when there is none."""
        with self._trying() as base:
            row = base.execute("select value from about where name = ?", (name,)).fetchone() if base else None
            return json.loads(row[0]) if row else None
        return None

    def keep(self, name: str, value: Any) -> None:
        """Keeps a value under a name."""
        with self._trying() as base:
            if base is not None:
                base.execute("insert or replace into about values (?, ?)", (name, _text(value)))
                base.commit()

    def close(self) -> None:
        """Lets go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._place, timeout=2)
        base.executescript(_TABLES)
        row = base.execute("select value from about where name = 'program'").fetchone()
        if row is None or row[0] != self._program:
            base.executescript("delete from trace; delete from about;")
            base.execute("insert into about values ('program', ?)", (self._program,))
            base.commit()
        return base

    @contextmanager
    def _trying(self) -> Iterator[sqlite3.Connection | None]:
        """A memory that fails is no memory any more: what stands in it may be cut off or somebody else's."""
        try:
            yield self._base
        except (sqlite3.Error, ValueError):
            self._forget()

    def _forget(self) -> None:
        self.close()
        with suppress(OSError):
            self._place.unlink()


@cache
def program() -> str:
    """A digest of this program and of what it reads texts with."""
    package = Path(__file__).parent.parent
    digest = blake2b(digest_size=16)
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update(" ".join(f"{name} {version(name)}" for name in _READERS).encode())
    return digest.hexdigest()


def _text(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
