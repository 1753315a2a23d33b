"""What a command costs: time in one run, memory of its process tree in another, since looking costs time."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLE_EVERY: Final = 0.02
PROC: Final = Path("/proc")
GONE: Final = (FileNotFoundError, ProcessLookupError)


class CommandFailedError(Exception):
    """A build that did not end well, with the last lines that it printed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, and seconds of work by the command and every process that it started."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Peaks in kB: all processes together (shared pages counted once), and the largest process alone."""

    tree: int
    largest: int


@dataclass(frozen=True, slots=True)
class Written:
    """What a build left on disk."""

    files: int
    pages: int
    size: int


def timed(command: list[str], log: Path) -> Cost:
    """Run the command undisturbed."""
    with log.open("wb") as sink:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    _check(process, log)
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def watched(command: list[str], log: Path) -> Memory:
    """Run the command and look at its memory every 20 ms.

    Peaks come from PSS, in which a page that forked workers share counts once, and from the kernel's own
    high-water mark of each process. `ru_maxrss` of `wait4` may begin at the size of the parent.
    """
    tree = largest = 0
    with log.open("wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT)
        while process.poll() is None:
            family = list(_family(process.pid))
            tree = max(tree, sum(_kilobytes(pid, "smaps_rollup", "Pss:") for pid in family))
            largest = max(largest, *(_kilobytes(pid, "status", "VmHWM:") for pid in family))
            time.sleep(SAMPLE_EVERY)
    _check(process, log)
    return Memory(max(tree, largest), largest)


def written(output: Path) -> Written:
    """Count the files, the pages among them, and their bytes."""
    files = [path for path in output.rglob("*") if path.is_file()]
    return Written(
        files=len(files),
        pages=sum(path.suffix == ".html" for path in files),
        size=sum(path.stat().st_size for path in files),
    )


def _check(process: subprocess.Popen[bytes], log: Path) -> None:
    if process.returncode != 0:
        last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
        raise CommandFailedError("\n".join([f"exit {process.returncode}: {process.args!r}", *last]))


def _family(pid: int) -> Iterator[int]:
    """This process and all that descend from it."""
    yield pid
    try:
        threads = list((PROC / str(pid) / "task").iterdir())
    except GONE:
        return
    for thread in threads:
        try:
            children = (thread / "children").read_text().split()
        except GONE:
            continue
        for child in children:
            yield from _family(int(child))


def _kilobytes(pid: int, file: str, label: str) -> int:
    """One number from /proc; 0 for a process that has just ended."""
    try:
        lines = (PROC / str(pid) / file).read_text().splitlines()
    except GONE:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(label)), 0)
