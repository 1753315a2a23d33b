"""Build the same activities with Meedoen and with Hugo, in turn, and say what that cost."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from benchmarks.builders import HUGO, MEEDOEN, REPOSITORY, Builder
from benchmarks.hugo_site import LAYOUTS
from benchmarks.measure import CommandFailedError, Cost, Memory, Written, timed, watched, written
from benchmarks.report import Result, report

WORK: Final = REPOSITORY / "benchmarks" / ".work"
IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only the parent of a folder that tempfile makes
ROOM: Final = 4 * 1024**3
EXAMPLE: Final = "example: python benchmarks/build.py --sizes 1000 5000 --rounds 5"


def main() -> None:
    """The command line of `benchmarks/build.py`."""
    arguments = _arguments()
    builders = [
        builder
        for builder, left_out in ((MEEDOEN, arguments.without_meedoen), (HUGO, arguments.without_hugo))
        if not left_out
    ]
    if not builders:
        sys.exit("There is nothing left to build.")
    if os.getloadavg()[0] > len(os.sched_getaffinity(0)) / 4:
        _say("Other programs are busy here: do not trust the times.")
    try:
        results = compare(builders, arguments.sizes, arguments.rounds, arguments.output)
    except CommandFailedError as failure:
        sys.exit(str(failure))
    WORK.joinpath("results.json").write_text(_as_json(results), encoding="utf-8")
    print(report(results))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__, epilog=EXAMPLE)
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=[1000, 5000, 20000], help="numbers of activities")
    add("--rounds", type=int, default=3, help="cold builds of each; the median counts (default: 3)")
    add("--without-hugo", action="store_true", help="only Meedoen")
    add("--without-meedoen", action="store_true", help="only Hugo")
    add("--output", type=Path, help="where sites are built (default: in memory, if there is room)")
    return parser.parse_args()


def compare(builders: list[Builder], sizes: list[int], rounds: int, output: Path | None) -> list[Result]:
    """For each size: a run of each builder to see its memory, then `rounds` of all in turn for the time."""
    parent = output or _room()
    results = []
    with tempfile.TemporaryDirectory(prefix="meedoen-benchmark-", dir=parent) as folder:
        scratch = Path(folder)
        for size in sizes:
            works = {builder.name: _prepared(builder, size) for builder in builders}
            os.sync()
            memory = {
                builder.name: _watched(builder, works[builder.name], scratch / f"{size}-{builder.name}")
                for builder in builders
            }
            costs: dict[str, list[Cost]] = {builder.name: [] for builder in builders}
            for number in range(1, rounds + 1):
                for builder in builders:
                    place = scratch / f"{size}-{builder.name}-{number}"
                    costs[builder.name].append(_timed(builder, works[builder.name], place))
            results += [
                Result(builder.name, size, tuple(costs[builder.name]), *memory[builder.name]) for builder in builders
            ]
    return results


def _room() -> Path:
    """Memory, so that the disk is not what is measured.

    On ext4 a new file costs much more in the minutes after many files were deleted (`recently_deleted` in
    fs/ext4/ialloc.c), as between repeated builds: a Hugo site of 10,000 files took 5 s instead of 3.
    """
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        return IN_MEMORY
    WORK.mkdir(exist_ok=True)
    return WORK


def _prepared(builder: Builder, size: int) -> Path:
    """The work folder of this builder; written again only when the code that writes it has changed."""
    work = WORK / str(size) / builder.name.lower()
    stamp = work.with_suffix(".sha256")
    version = _version()
    if not stamp.is_file() or stamp.read_text() != version:
        _say(f"{size}: content for {builder.name}")
        builder.prepare(work, size)
        stamp.write_text(version)
    return work


def _version() -> str:
    """A digest of everything that the content is made from."""
    layouts = (path for path in LAYOUTS.rglob("*") if path.is_file())
    sources = sorted([*Path(__file__).parent.glob("*.py"), *layouts])
    return sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def _watched(builder: Builder, work: Path, place: Path) -> tuple[Memory, Written]:
    place.mkdir()
    memory = watched(builder.command(work, place / "site"), place / "log")
    found = written(place / "site")
    if not found.pages:
        raise CommandFailedError(f"{builder.name} ended well, but wrote no page")
    _say(f"{place.name}: {memory.tree // 1024} MB, {found.files} files")
    _tidy(place)
    return memory, found


def _timed(builder: Builder, work: Path, place: Path) -> Cost:
    place.mkdir()
    cost = timed(builder.command(work, place / "site"), place / "log")
    _say(f"{place.name}: {cost.wall:.2f} s, {cost.cpu:.2f} s of work")
    _tidy(place)
    return cost


def _tidy(place: Path) -> None:
    """Give memory back at once; leave files on a disk until the end, as deleting slows the next build."""
    if place.is_relative_to(IN_MEMORY):
        shutil.rmtree(place)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _as_json(results: list[Result]) -> str:
    about = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": len(os.sched_getaffinity(0)),
        "load": os.getloadavg(),
        "python": sys.version.split()[0],
    }
    return json.dumps({**about, "results": [asdict(result) for result in results]}, indent=1) + "\n"


if __name__ == "__main__":
    main()
