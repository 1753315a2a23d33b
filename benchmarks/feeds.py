"""What the calendars cost: builds with all outputs and without any .ics, in turn, from the same content."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.builders import meedoen_command
from benchmarks.compare import IN_MEMORY
from benchmarks.corpus import write_corpus
from benchmarks.measure import Cost, timed
from meedoen.publishing.build_plan import OUTPUTS

CALENDARS: Final = ("kalender", "agenda")
EXAMPLE: Final = "example: python benchmarks/feeds.py --activities 5000 --rounds 5"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="feeds.py", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("--activities", type=int, default=20_000, help="number of files (default: 20000)")
    parser.add_argument("--rounds", type=int, default=3, help="builds of each; the median counts (default: 3)")
    arguments = parser.parse_args()
    parent = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="meedoen-feeds-", dir=parent) as folder:
        report(Path(folder), arguments.activities, arguments.rounds)


def report(folder: Path, activities: int, rounds: int) -> None:
    """Builds in turn and prints a table with the share of the calendars."""
    write_corpus(folder / "content", activities)
    rest = [name for name in OUTPUTS if name not in CALENDARS]
    costs: dict[str, list[Cost]] = {"everything": [], "without calendars": []}
    counted = (0, 0)
    for _ in range(rounds):
        for name in costs:
            output = folder / "site" / "output"
            output.parent.mkdir()
            command = meedoen_command(folder, output)
            if name != "everything":
                settings = output.parent / "benchconf.py"
                settings.write_text(
                    settings.read_text(encoding="utf-8") + f"\nMEEDOEN_OUTPUTS = {rest}\n", encoding="utf-8"
                )
            costs[name].append(timed(command, folder / "log"))
            if name == "everything":
                counted = _counted(output)
            shutil.rmtree(output.parent)
    print(f"{activities} activities, {counted[0]} .ics files of {counted[1] / 1e6:.0f} MB together\n")
    print("| outputs | wall s | cpu s |\n| --- | --- | --- |")
    middle = {
        name: Cost(median(each.wall for each in runs), median(each.cpu for each in runs))
        for name, runs in costs.items()
    }
    for name, cost in middle.items():
        print(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} |")
    whole, part = middle["everything"], middle["without calendars"]
    work, time = 1 - part.cpu / whole.cpu, 1 - part.wall / whole.wall
    print(f"\nThe calendars are {work:.0%} of the work and {time:.0%} of the time.")


def _counted(output: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in output.rglob("*.ics")]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    main()
