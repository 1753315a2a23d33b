"""The source lines that a report quotes or recognises a problem by, and how a path is shown outside the content."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

from meedoen.content.layout import LARGEST_TEXT
from meedoen.language.problems import Problem
from meedoen.notation.text.document import source_lines


class Sources:
    """The lines of the files in a content folder, each file read once. Links are not followed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, tuple[str, ...]] = {}
        self._seen: Counter[str] = Counter()
        self.lead = _lead(root)

    def lines(self, path: str) -> tuple[str, ...]:
        """Takes the path of a file (`content/…`); gives its lines, none when it is not there."""
        if path not in self._lines:
            self._lines[path] = self._read(path)
        return self._lines[path]

    def shown(self, path: str) -> str:
        """Takes a path; gives it from the folder in which the command runs."""
        return f"{self.lead}{path}"

    def fingerprint(self, problem: Problem) -> str:
        """Takes a problem; gives by what a forge knows it again when lines above it come or go.

        That is path, rule and text of its line. The second of two that are alike gets another, as a forge shows one of
        each.
        """
        lines, number = self.lines(problem.place.path), problem.place.line
        text = lines[number - 1].strip() if 0 < number <= len(lines) else ""
        mark = sha256("\n".join((problem.place.path, problem.rule, text)).encode("utf-8", "replace")).hexdigest()
        self._seen[mark] += 1
        again = self._seen[mark]
        return mark if again == 1 else sha256(f"{mark} {again}".encode()).hexdigest()

    def _read(self, path: str) -> tuple[str, ...]:
        place = self._root / path.removeprefix("content/")
        if not place.is_file() or place.is_symlink():
            return ()
        with place.open("rb") as file:
            return source_lines(file.read(LARGEST_TEXT))


def _lead(root: Path) -> str:
    """What stands before `content/` when the content is not in the folder where the command runs."""
    try:
        lead = root.resolve().parent.relative_to(Path.cwd()).as_posix()
    except ValueError:
        lead = root.resolve().parent.as_posix()
    return "" if lead == "." else f"{lead}/"
