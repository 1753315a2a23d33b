"""What costs what: the time of each output within a build, also against another version of Meedoen, in turn."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.builders import REPOSITORY, meedoen_command, meedoen_python, write_settings
from benchmarks.compare import IN_MEMORY
from benchmarks.corpus import write_corpus
from benchmarks.measure import Cost, timed

Spent = Mapping[str, tuple[float, int]]
SPENT: Final = REPOSITORY / "benchmarks" / "spent.py"
EXAMPLE: Final = "example: git worktree add ../before v1 && python benchmarks/outputs.py --against ../before"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="outputs.py", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("--activities", type=int, default=20_000, help="number of files (default: 20000)")
    parser.add_argument("--rounds", type=int, default=3, help="builds of each; the median counts (default: 3)")
    parser.add_argument("--against", type=Path, help="a folder with another version of this repository")
    arguments = parser.parse_args()
    versions = [arguments.against.resolve()] if arguments.against else []
    parent = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="meedoen-outputs-", dir=parent) as folder:
        write_corpus(Path(folder) / "content", arguments.activities)
        report(Path(folder), [*versions, REPOSITORY], arguments.rounds)


def report(folder: Path, versions: list[Path], rounds: int) -> None:
    """Builds every version in turn, whole and with a clock at each output, and prints a table of each."""
    whole: dict[Path, list[Cost]] = {version: [] for version in versions}
    parts: dict[Path, list[Spent]] = {version: [] for version in versions}
    for number in range(rounds):
        for version in versions if number % 2 == 0 else reversed(versions):
            whole[version].append(_built(folder, version))
            parts[version].append(_spent(folder, version))
    print("\n".join([*_whole(list(whole.values())), "", *_parts([_middle(parts[each]) for each in versions])]))


def _built(folder: Path, version: Path) -> Cost:
    """A build as it is, with as many processes as it likes."""
    output = folder / "site" / "output"
    output.parent.mkdir()
    cost = timed(meedoen_command(folder, output, version), folder / "log")
    shutil.rmtree(output.parent)
    return cost


def _spent(folder: Path, version: Path) -> Spent:
    """The time of each output, in a build by one process."""
    output = folder / "site" / "output"
    output.parent.mkdir()
    command = [*meedoen_python(version, "MEEDOEN_PROCESSES=1"), str(SPENT), write_settings(folder, output)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    shutil.rmtree(output.parent)
    return {name: (seconds, files) for name, (seconds, files) in json.loads(found.stdout).items()}


def _middle(runs: list[Spent]) -> Spent:
    return {
        name: (median(each.get(name, (0.0, 0))[0] for each in runs), files) for name, (_, files) in runs[-1].items()
    }


def _whole(runs: list[list[Cost]]) -> Iterable[str]:
    yield "| build | wall s | cpu s |"
    yield "| --- | --- | --- |"
    for name, costs in zip(("before", "now")[-len(runs) :], runs, strict=True):
        yield f"| {name} | {median(each.wall for each in costs):.2f} | {median(each.cpu for each in costs):.2f} |"
    if len(runs) == 2:
        pairs = list(zip(*runs, strict=True))
        wall, cpu = (median(getattr(b, unit) / getattr(a, unit) for a, b in pairs) for unit in ("wall", "cpu"))
        yield f"| now / before, pair by pair | {wall:.2f} | {cpu:.2f} |"


def _parts(spent: list[Spent]) -> Iterable[str]:
    now, before = spent[-1], spent[0]
    compared, total = len(spent) == 2, sum(seconds for seconds, _ in now.values())
    yield "| output | files | cpu s | share |" + (" before | difference |" if compared else "")
    yield "| --- | --- | --- | --- |" + (" --- | --- |" if compared else "")
    for name in sorted({**now, **before}, key=lambda each: -now.get(each, (0.0, 0))[0]):
        seconds, files = now.get(name, (0.0, 0))
        then = before.get(name, (0.0, 0))[0]
        row = f"| {name} | {files or ''} | {seconds:.2f} | {seconds / total:.1%} |"
        yield row + (f" {then:.2f} | {seconds - then:+.2f} |" if compared else "")
    earlier = sum(seconds for seconds, _ in before.values())
    yield f"| all | | {total:.2f} | 100 % |" + (f" {earlier:.2f} | {total - earlier:+.2f} |" if compared else "")


if __name__ == "__main__":
    main()
