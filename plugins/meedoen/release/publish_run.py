"""One run of `meedoen publiceer`: build apart, check, compare with what is online, switch; or tell why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass, field, replace
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
_BUILD_REPORT = "bouw.json"


@dataclass(frozen=True, slots=True, kw_only=True)
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
    _: KW_ONLY
    release: str = ""
    before: str = ""
    build_report: BuildReport | None = None
    findings: tuple[Finding, ...] | None = None
    missing: tuple[str, ...] = ()
    changed: int = 0

    @property
    def went_online(self) -> bool:
        """Whether what is online is now what the content says."""
        return self.state in (PUBLISHED, SAME)

    def plain(self) -> dict[str, object]:
        """Gives the result as JSON has it."""
        findings = self.findings or ()
        return {
            "uitkomst": self.state,
            "versie": self.release,
            "vorige": self.before,
            "bestanden-anders": self.changed,
            "ontbreekt": list(self.missing),
            "abonnees": [{"soort": each.level, "code": each.kind, "melding": each.message} for each in findings],
            **(self.build_report.plain() if self.build_report else {}),
        }


def publish(request: PublishRequest, wait: float = WAIT) -> PublishResult:
    """Takes what was asked for and how many seconds to wait for another run; builds a release and puts it online.

    Gives how it went, also when nothing went online. Raises NotOurs, Busy or NoLinks.
    """
    folder = ReleaseFolder(request.root)
    if request.dry:
        with tempfile.TemporaryDirectory(prefix="meedoen-") as place:
            return _Run(request, folder, Path(place)).result
    with folder.locked(wait) as lock:
        folder.current()  # what is not ours is said before anything is made
        unfinished = folder.begin()
        try:
            run = _Run(request, folder, unfinished, lock)
            result = run.result
            if result.state == PUBLISHED:
                release = folder.next(result.release)
                result = run.report(release)
                folder.finish(release, unfinished)
                folder.switch(release)
        finally:
            folder.tidy(request.keep)
        _write(request.root / REPORT, result.plain())
    return result


@dataclass
class _Run:
    """A build in a folder of its own, and what comes of it."""

    request: PublishRequest
    folder: ReleaseFolder
    unfinished: Path
    lock: int | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    online: Release | None = field(init=False)
    before: Release | None = field(init=False)
    result: PublishResult = field(init=False)

    def __post_init__(self) -> None:
        self.online = self.folder.current()
        # Without one online, the last that was made is what subscribers had.
        self.before = self.online or next(reversed(self.folder.releases()), None)
        self.result = self._judge()

    def report(self, release: Release) -> PublishResult:
        """Writes what goes with this release, and takes over what did not change from the one before."""
        if self.before is not None:
            _link_unchanged(
                self.before.site, self.unfinished / SITE, [path for path in self.files if path not in self.changed]
            )
        result = replace(self.result, release=release.name)
        write_manifest(self.unfinished, self.files, SITE)
        made = self.request.moment.isoformat(timespec="seconds")
        _write(self.unfinished / REPORT, {"nummer": release.number, "gemaakt": made, **result.plain()})
        return result

    def _judge(self) -> PublishResult:
        online = self.online.name if self.online else ""
        build_report = self._build()
        if build_report is None:
            return PublishResult(FAILED, before=online)
        if build_report.preview:
            return PublishResult(PREVIEW, before=online, build_report=build_report)
        site = self.unfinished / SITE
        lacking = [*missing(site, build_report.sites)]
        lacking += (f"{slug}/" for slug, number in build_report.sites.items() if counted(site / slug) != number)
        if lacking:
            return PublishResult(INCOMPLETE, before=online, build_report=build_report, missing=tuple(lacking))
        self.files = digests(site)
        name = f"{self.request.moment:%Y-%m-%d-%H%M}-{build_report.commit[:7] or 'zonder-git'}"
        if self.before is None:
            return PublishResult(PUBLISHED, release=name, build_report=build_report, changed=len(self.files))
        return self._compare(self.before, name, online, build_report)

    def _compare(self, before: Release, name: str, online: str, build_report: BuildReport) -> PublishResult:
        """The result by what differs from the release before, and what subscribers would notice of it."""
        previous = digests(before.site)
        self.changed = frozenset(
            path for path in {*previous, *self.files} if previous.get(path) != self.files.get(path)
        )
        if online and not self.changed:
            return PublishResult(SAME, release=online, before=online, build_report=build_report, findings=())
        new, content = self.unfinished / SITE, Path(build_report.content)
        findings = compare(before.site, new, build_report.day, allowed=self.request.allowed, content=content)
        unexplained = (
            None if findings is None else tuple(each for each in findings if not _is_explained(each, build_report))
        )
        lost = any(each.level == FAULT for each in unexplained or ())
        state, name = (LOSS, "") if lost else (PUBLISHED, name)
        return PublishResult(
            state,
            release=name,
            before=online,
            build_report=build_report,
            findings=unexplained,
            changed=len(self.changed),
        )

    def _build(self) -> BuildReport | None:
        """The report of the build; None when it failed, which the build itself has said."""
        path = self.unfinished / _BUILD_REPORT
        command = [sys.executable, "-m", "pelican", "--settings", str(self.request.settings)]
        command += ["--output", str(self.unfinished / SITE), "--fatal", "errors", "--quiet"]
        environment = os.environ | {"MEEDOEN_VERSLAG": str(path)}
        if self.before is not None:
            environment["MEEDOEN_ONLINE"] = str(self.before.folder / REPORT)
        if self.request.day is not None:
            environment["MEEDOEN_DATUM"] = self.request.day.isoformat()
        keep = () if self.lock is None else (self.lock,)
        with _child(command, environment, keep) as process:
            try:
                exit_code = process.wait(timeout=_SLOWEST)
            except subprocess.TimeoutExpired:
                exit_code = -1
        if exit_code != 0 or not path.is_file():
            return None
        build_report = BuildReport.read(path)
        path.unlink()
        return build_report


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


def _is_explained(finding: Finding, build_report: BuildReport) -> bool:
    """Whether a stamp is new because the file has a new version, of which the one before shows."""
    aside = {row["bestand"] for row in build_report.aside if row["in-plaats"]}
    return finding.kind == "stempel-zonder-wijziging" and finding.source in aside


def _link_unchanged(old: Path, new: Path, same: Iterable[str]) -> None:
    """Files that are the same become one on the disk: no room is lost, and their time stays, so browsers keep them."""
    for path in same:
        temporary = new / f"{path}.oud"
        try:
            temporary.hardlink_to(old / path)
            temporary.replace(new / path)
        except OSError:  # another disk, or one without such links
            stat = (old / path).stat()
            os.utime(new / path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _write(path: Path, fields: Mapping[str, object]) -> None:
    temporary = path.with_name(f".{path.name}")
    temporary.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    temporary.replace(path)
