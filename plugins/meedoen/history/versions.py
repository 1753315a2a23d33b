"""The versions of files that a walk through history meets: each read once, and remembered by its path and blob."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple
from functools import partial
from typing import Any

from meedoen.content.layout import LARGEST_TEXT
from meedoen.git.repository import Repository
from meedoen.history.cache import HistoryCache, Key
from meedoen.history.fingerprint import (
    ActivityFingerprint,
    ReferenceFingerprint,
    activity_fingerprint,
    is_activity,
    is_reference_file,
    reference_fingerprints,
)
from meedoen.language.wording import count

PROCESSES = 2
_MANY = 2_000  # versions that are worth a second process
_SHARE = 500


class Versions:
    """Traces and records by path and blob. `tell` hears how far a long reading is, in Dutch."""

    def __init__(self, repository: Repository, cache: HistoryCache, tell: Callable[[str], None]) -> None:
        self._repository = repository
        self._cache = cache
        self._tell = tell
        self._traces: dict[Key, ActivityFingerprint] = {}
        self._records: dict[Key, dict[str, ReferenceFingerprint]] = {}

    def activity(self, key: Key | None) -> ActivityFingerprint | None:
        """The fingerprint of this version; None where no activity stands."""
        return self._traces.get(key) if key else None

    def reference_files(self, key: Key | None) -> Mapping[str, ReferenceFingerprint]:
        """The records of this version by name; none where nothing stands that activities refer to."""
        return self._records.get(key, {}) if key else {}

    def at(self, commit: str) -> Mapping[str, str]:
        """path → blob of all files in a commit, their versions ready to be asked for."""
        files = self._repository.files(commit)
        self.need(files.items())
        return files

    def need(self, keys: Iterable[Key]) -> None:
        """Makes these versions ready. What is neither an activity nor referred to by one is not read."""
        missing = {key for key in keys if key not in self._traces and key not in self._records and _counts(key[0])}
        for key, value in self._cache.traces(missing).items():
            self._put(key, value)
            missing.discard(key)
        if missing:
            fresh = list(self._read(sorted(missing)))
            for key, value in fresh:
                self._put(key, value)
            self._cache.remember(fresh)

    def _read(self, keys: Sequence[Key]) -> Iterator[tuple[Key, Any]]:
        if len(keys) < _MANY or "fork" not in multiprocessing.get_all_start_methods():
            yield from _versions(self._repository, keys)
            return
        shares = [keys[start : start + _SHARE] for start in range(0, len(keys), _SHARE)]
        with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("fork")) as pool:
            for number, versions in enumerate(pool.map(partial(_all_versions, self._repository), shares), 1):
                yield from versions
                done = min(number * _SHARE, len(keys))
                self._tell(f"De geschiedenis wordt gelezen: {done} van {count(len(keys), 'versie', 'versies')}")

    def _put(self, key: Key, value: Any) -> None:
        if is_activity(key[0]):
            name, digest, refers, values, sites, core, differing = value
            pairs = tuple((folder, slug) for folder, slug in values)
            self._traces[key] = ActivityFingerprint(
                name, digest, tuple(refers), pairs, tuple(sites), core, tuple(differing)
            )
        else:
            self._records[key] = {
                name: ReferenceFingerprint(kept, digest, tuple(refers), tuple(sites))
                for name, (kept, digest, refers, sites) in value.items()
            }


def _counts(path: str) -> bool:
    return is_activity(path) or is_reference_file(path)


def _all_versions(repository: Repository, keys: Sequence[Key]) -> list[tuple[Key, Any]]:
    return list(_versions(repository, keys))


def _versions(repository: Repository, keys: Sequence[Key]) -> Iterator[tuple[Key, Any]]:
    """Each version as it is remembered. One that is too large to be published is known by its blob alone."""
    by_blob: dict[str, list[str]] = {}
    for path, blob in keys:
        by_blob.setdefault(blob, []).append(path)
    for blob, data in repository.blobs(by_blob, LARGEST_TEXT):
        for path in by_blob[blob]:
            if is_activity(path):
                yield (path, blob), astuple(activity_fingerprint(path, data if data is not None else blob.encode()))
            else:
                yield (
                    (path, blob),
                    {name: astuple(each) for name, each in reference_fingerprints(path, data or b"").items()},
                )
