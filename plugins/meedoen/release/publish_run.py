"""One run of `meedoen publiceer`: build apart, check, compare with what is online, switch; or tell why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from meedoen.guard.finding import Finding
from meedoen.guard.kinds import FAULT
from meedoen.guard.output_comparison import compare
from meedoen.publishing.build_report import BuildReport
from meedoen.release.expectation import counted, missing
from meedoen.release.manifest import digests, write_manifest
from meedoen.release.release_folder import REPORT, SITE, Release, ReleaseFolder

PUBLISHED, SAME, FAILED, PREVIEW, INCOMPLETE, LOSS = (
    "gepubliceerd",
    "niets-veranderd",
    "bouw-mislukt",
    "voorbeeld",
    "onvolledig",
    "verlies",
)
WAIT = 120.0
"""Seconds to wait for another run."""
_SLOWEST = 2 * 60 * 60
_RECORD = "bouw.json"


@dataclass(frozen=True, slots=True)
class PublishRequest:
    """What was asked for. `moment` is now, in the time of the organisation; `day` is None for the day of today."""

    settings: Path
    root: Path
    moment: datetime
    day: date | None = None
    keep: int = 5
    allowed: Sequence[str] = ()
    dry: bool = False


@dataclass(frozen=True, slots=True)
class PublishResult:
    """How it went. `state` is one of the words above; `findings` is None when there was nothing to compare with.

    `changed` is how many files are other, new or gone; `missing` what should have been built and was not.
    """

    state: str
    release: str = ""
    before: str = ""
    record: BuildReport | None = None
    findings: tuple[Finding, ...] | None = None
    missing: tuple[str, ...] = ()
    changed: int = 0

    @property
    def went_online(self) -> bool:
        """Whether what is online is now what the content says."""
        return self.state in (PUBLISHED, SAME)

    def plain(self) -> dict[str, object]:
        """It as JSON has it."""
        found = self.findings or ()
        return {
            "uitkomst": self.state,
            "versie": self.release,
            "vorige": self.before,
            "bestanden-anders": self.changed,
            "ontbreekt": list(self.missing),
            "abonnees": [{"soort": each.level, "code": each.kind, "melding": each.message} for each in found],
            **(self.record.plain() if self.record else {}),
        }


def publish(wish: PublishRequest, wait: float = WAIT) -> PublishResult:
    """Builds a release and puts it online; the outcome tells when it did not. Raises NotOurs, Busy or NoLinks."""
    shelf = ReleaseFolder(wish.root)
    if wish.dry:
        with tempfile.TemporaryDirectory(prefix="meedoen-") as place:
            return _Run(wish, shelf, Path(place)).outcome
    with shelf.locked(wait) as lock:
        shelf.current()  # what is not ours is said before anything is made
        half = shelf.begin()
        try:
            run = _Run(wish, shelf, half, lock)
            outcome = run.outcome
            if outcome.state == PUBLISHED:
                release = shelf.next(outcome.release)
                outcome = run.report(release)
                shelf.finish(release, half)
                shelf.switch(release)
        finally:
            shelf.tidy(wish.keep)
        _write(wish.root / REPORT, outcome.plain())
    return outcome


@dataclass
class _Run:
    """A build in a folder of its own, and what comes of it."""

    wish: PublishRequest
    shelf: ReleaseFolder
    half: Path
    lock: int | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    online: Release | None = field(init=False)
    before: Release | None = field(init=False)
    outcome: PublishResult = field(init=False)

    def __post_init__(self) -> None:
        self.online = self.shelf.current()
        # Without one online, the last that was made is what subscribers had.
        self.before = self.online or next(reversed(self.shelf.releases()), None)
        self.outcome = self._judge()

    def report(self, release: Release) -> PublishResult:
        """Writes what goes with this release, and takes over what did not change from the one before."""
        if self.before is not None:
            _share(self.before.site, self.half / SITE, [path for path in self.files if path not in self.changed])
        outcome = replace(self.outcome, release=release.name)
        write_manifest(self.half, self.files, SITE)
        made = self.wish.moment.isoformat(timespec="seconds")
        _write(self.half / REPORT, {"nummer": release.number, "gemaakt": made, **outcome.plain()})
        return outcome

    def _judge(self) -> PublishResult:
        online = self.online.name if self.online else ""
        record = self._build()
        if record is None:
            return PublishResult(FAILED, before=online)
        if record.preview:
            return PublishResult(PREVIEW, before=online, record=record)
        site = self.half / SITE
        short = [*missing(site, record.sites)]
        short += (f"{slug}/" for slug, number in record.sites.items() if counted(site / slug) != number)
        if short:
            return PublishResult(INCOMPLETE, before=online, record=record, missing=tuple(short))
        self.files = digests(site)
        name = f"{self.wish.moment:%Y-%m-%d-%H%M}-{record.commit[:7] or 'zonder-git'}"
        if self.before is None:
            return PublishResult(PUBLISHED, name, record=record, changed=len(self.files))
        return self._compare(self.before, name, online, record)

    def _compare(self, before: Release, name: str, online: str, record: BuildReport) -> PublishResult:
        """The outcome by what differs from the release before, and what subscribers would notice of it."""
        there = digests(before.site)
        self.changed = frozenset(path for path in {*there, *self.files} if there.get(path) != self.files.get(path))
        if online and not self.changed:
            return PublishResult(SAME, online, online, record, ())
        new, content = self.half / SITE, Path(record.content)
        found = compare(before.site, new, record.day, allowed=self.wish.allowed, content=content)
        told = None if found is None else tuple(each for each in found if not _is_explained(each, record))
        if any(each.level == FAULT for each in told or ()):
            return PublishResult(LOSS, "", online, record, told, changed=len(self.changed))
        return PublishResult(PUBLISHED, name, online, record, told, changed=len(self.changed))

    def _build(self) -> BuildReport | None:
        """What the build tells; None when it failed, of which it has told itself."""
        place = self.half / _RECORD
        command = [sys.executable, "-m", "pelican", "--settings", str(self.wish.settings)]
        command += ["--output", str(self.half / SITE), "--fatal", "errors", "--quiet"]
        environment = os.environ | {"MEEDOEN_VERSLAG": str(place)}
        if self.before is not None:
            environment["MEEDOEN_ONLINE"] = str(self.before.folder / REPORT)
        if self.wish.day is not None:
            environment["MEEDOEN_DATUM"] = self.wish.day.isoformat()
        keep = () if self.lock is None else (self.lock,)
        with _child(command, environment, keep) as process:
            try:
                code = process.wait(timeout=_SLOWEST)
            except subprocess.TimeoutExpired:
                code = -1
        if code != 0 or not place.is_file():
            return None
        record = BuildReport.read(place)
        place.unlink()
        return record


@contextmanager
def _child(
    command: Sequence[str], environment: Mapping[str, str], keep: Sequence[int]
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends when we stop waiting for it."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, env=environment, pass_fds=keep) as process:  # noqa: S603 - our own command
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def _is_explained(finding: Finding, record: BuildReport) -> bool:
    """Whether a stamp is new because the file has a new version, of which the one before shows."""
    aside = {row["bestand"] for row in record.aside if row["in-plaats"]}
    return finding.kind == "stempel-zonder-wijziging" and finding.source in aside


def _share(old: Path, new: Path, same: Iterable[str]) -> None:
    """Files that are the same become one on the disk: no room is lost, and their time stays, so browsers keep them."""
    for path in same:
        spare = new / f"{path}.oud"
        try:
            spare.hardlink_to(old / path)
            spare.replace(new / path)
        except OSError:  # another disk, or one without such links
            seen = (old / path).stat()
            os.utime(new / path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _write(place: Path, told: Mapping[str, object]) -> None:
    half = place.with_name(f".{place.name}")
    half.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    half.replace(place)
