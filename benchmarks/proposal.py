"""What judging a proposal costs: one changed file, and one changed place, beside thousands of other activities."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.builders import REPOSITORY
from benchmarks.compare import IN_MEMORY
from benchmarks.corpus import write_corpus
from benchmarks.measure import Cost, timed, watched

DAY: Final = "2026-11-22"
EXAMPLE: Final = "example: python benchmarks/proposal.py --activities 20000 --rounds 3"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="proposal.py", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("--activities", type=int, default=5_000, help="number of files (default: 5000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often; the median counts (default: 5)")
    arguments = parser.parse_args()
    where = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="meedoen-proposal-", dir=where) as folder:
        report(Path(folder), arguments.activities, arguments.rounds)


def report(folder: Path, activities: int, rounds: int) -> None:
    """Makes the repository, judges three proposals in turn, and prints a table."""
    root = make_repository(folder / "agenda", activities)
    file = next(iter(sorted((root / "content" / "activiteiten").rglob("*.md"))))
    place = next(iter(sorted((root / "content" / "locaties").glob("*.yaml"))))
    rows: list[tuple[str, Cost, int]] = []
    everything = command(root)
    rows.append(("everything: `controleer`", _median(everything, folder, 1), _peak(everything, folder)))
    for name, changed in (("one activity", file), ("one place", place)):
        before = changed.read_text(encoding="utf-8")
        changed.write_text(before.replace("titel: ", "titel: Nieuw ").replace("naam: ", "naam: Het "), encoding="utf-8")
        asked = command(root, "--alleen-gewijzigd", "main", "--samenvatting", str(folder / "samenvatting.md"))
        rows.append((f"{name}: `--alleen-gewijzigd`", _median(asked, folder, rounds), _peak(asked, folder)))
        changed.write_text(before, encoding="utf-8")
    print(f"{activities} activities, median of {rounds}\n")
    print("| what | wall s | cpu s | memory MB |\n| --- | --- | --- | --- |")
    for name, cost, peak in rows:
        print(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {peak} |")


def make_repository(root: Path, activities: int) -> Path:
    """A repository with so many made-up activities on main."""
    write_corpus(root / "content", activities)
    who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    for arguments in (["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run(["git", "-C", str(root), *who, *arguments], check=True)
    return root


def command(root: Path, *arguments: str) -> list[str]:
    """`meedoen controleer` in this folder, on a fixed day."""
    check = [sys.executable, "-m", "meedoen", "controleer", "--content", str(root / "content"), "--datum", DAY]
    return ["env", f"PYTHONPATH={REPOSITORY / 'plugins'}", *check, *arguments]


def _median(asked: list[str], folder: Path, rounds: int) -> Cost:
    costs = [timed(asked, folder / "log") for _ in range(rounds)]
    return Cost(median(each.wall for each in costs), median(each.cpu for each in costs))


def _peak(asked: list[str], folder: Path) -> int:
    return watched(asked, folder / "log").tree // 1024


if __name__ == "__main__":
    main()
