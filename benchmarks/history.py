"""What the past of a large programme costs: 20,000 files of five versions, read cold, warm, and after a commit."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.builders import REPOSITORY
from benchmarks.compare import IN_MEMORY
from benchmarks.corpus import write_corpus
from benchmarks.measure import Cost, timed, watched

VERSIONS: Final = 5
START: Final = 1_700_000_000
EXAMPLE: Final = "example: python benchmarks/history.py --activities 5000 --files-in-a-commit 1"
READ: Final = """
import sys
from datetime import date
from pathlib import Path
from meedoen.agenda.network_reader import read_network
from meedoen.history.past import read_past
from meedoen.content.disk import scan
tree = scan(Path(sys.argv[1]))
network, _ = read_network(tree.frame)
past = read_past(tree, network, date(2026, 11, 22))
changes = sum(each.sequence for each in past.revisions.values())
print(len(past.revisions), changes, sum(not each.saved for each in past.revisions.values()))
"""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="history.py", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("--activities", type=int, default=20_000, help="number of files (default: 20000)")
    parser.add_argument("--files-in-a-commit", type=int, default=20, help="how many change together (default: 20)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(
        prefix="meedoen-history-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None
    ) as folder:
        report(Path(folder), arguments.activities, arguments.files_in_a_commit)


def report(folder: Path, activities: int, together: int) -> None:
    """Makes the repository, reads it in four ways, and prints a table."""
    root = folder / "agenda"
    write_corpus(root / "content", activities)
    commits = make_repository(root, together)
    rows = [("git alone: log and differences of all commits", _git(root, folder / "log"))]
    rows.append(("cold: nothing remembered", _read(root, folder / "log")))
    rows.append(("warm: the same commit again", _read(root, folder / "log")))
    path = next((root / "content" / "activiteiten").rglob("*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace("titel: ", "titel: Nieuw: "), encoding="utf-8")
    rows.append(("warm: one file not saved", _read(root, folder / "log")))
    _run(root, "commit", "--quiet", "--all", "--message", "One more")
    rows.append(("warm: one commit more", _read(root, folder / "log")))
    peak = watched(_command(root), folder / "log").tree // 1024
    print(f"{activities} activities, {commits} commits, {VERSIONS} versions of each; last: {peak} MB\n")
    print("| what | wall s | cpu s |\n| --- | --- | --- |")
    for name, cost in rows:
        print(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} |")


def make_repository(root: Path, together: int) -> int:
    """Commits what stands in `content/` in five versions each; the number of commits."""
    _run(root, "init", "--quiet", "--initial-branch=main")
    paths = sorted(path.relative_to(root).as_posix() for path in (root / "content").rglob("*") if path.is_file())
    reference_files = [path for path in paths if "/activiteiten/" not in path]
    files = [path for path in paths if "/activiteiten/" in path]
    stream = subprocess.Popen(
        ["git", "-C", str(root), "fast-import", "--quiet"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert stream.stdin is not None  # noqa: S101 - asked for
    number = 0
    for change in _changes(root, reference_files, files, together):
        number += 1
        stream.stdin.write(_commit(number, change))
    stream.stdin.close()
    if stream.wait():
        sys.exit("git fast-import failed")
    _run(root, "reset", "--quiet", "--hard", "main")
    return number


def _changes(root: Path, reference_files: list[str], files: list[str], together: int) -> Iterator[dict[str, bytes]]:
    """The files of each commit; every version of all files before the next version of any."""
    yield {path: (root / path).read_bytes() for path in reference_files}
    for version in range(VERSIONS):
        for start in range(0, len(files), together):
            yield {path: _version((root / path).read_bytes(), version) for path in files[start : start + together]}


def _version(data: bytes, version: int) -> bytes:
    """As first sent in, spelled otherwise, moved to another hour, cancelled, and as it is now."""
    text = data.decode()
    if version == 1:
        text = text.replace("titel: ", "titel:    ", 1)
    elif version == 2:
        text = text.replace("tijd: 1", "tijd: 0", 1)
    elif version == 3:
        text = text.replace("titel: ", "status: afgelast\nreden: De zaal is dicht.\ntitel: ", 1)
    elif version == 0:
        text += "\nMeer volgt.\n"
    return text.encode()


def _commit(number: int, files: dict[str, bytes]) -> bytes:
    head = f"commit refs/heads/main\ncommitter Bench <bench@example.org> {START + number * 60} +0100\ndata 1\nx\n"
    parts = [head.encode()]
    for path, data in files.items():
        parts.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join(parts)


def _git(root: Path, log: Path) -> Cost:
    """The least that any program must ask, without reading a file."""
    script = "git log --format=%H HEAD | git diff-tree --stdin -r --root --raw -z >/dev/null"
    return timed(["sh", "-c", f"cd '{root}' && {script}"], log)


def _read(root: Path, log: Path) -> Cost:
    cost = timed(_command(root), log)
    print(log.read_text(encoding="utf-8").strip(), f"{cost.wall:.2f} s", file=sys.stderr)
    return cost


def _command(root: Path) -> list[str]:
    return ["env", f"PYTHONPATH={REPOSITORY / 'plugins'}", sys.executable, "-c", READ, str(root / "content")]


def _run(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True)


if __name__ == "__main__":
    begin = time.perf_counter()
    main()
    print(f"\n{time.perf_counter() - begin:.0f} s in all", file=sys.stderr)
