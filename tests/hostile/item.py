"""One hostile submission: what is put on the disk, and what must come of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BASE = (HERE / "base.md").read_bytes()
FOLDER = "activiteiten/dorp"
PAGE = ("activiteit/{stem}.html", "activiteit/{stem}.ics")
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Refused:
    """The checker names this rule and no other, at the first line that differs from the base or so many below it.

    `line` is given where the fault is elsewhere, such as 1 for the file as a whole.
    """

    rule: str
    below: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Harmless:
    """No fault. The build gives these files, by default the page and the calendar of the activity, and no others.

    They stand in the site of the village, or from the top when they start with a slash; `{stem}` is the name of the
    file. `shows` is what one reads on the first of them.
    """

    shows: str = ""
    outputs: tuple[str, ...] = PAGE


Outcome = Refused | Harmless


@dataclass(frozen=True, slots=True)
class Item:
    """`path` (below content/) is the file that is judged; `data` its bytes; `make` puts down what is more than a file.

    A heavy one is checked in a process of its own with a limit on time and memory.
    """

    name: str
    path: str
    outcome: Outcome
    data: bytes | None = None
    make: Callable[[Path], None] | None = None
    heavy: bool = False

    def put(self, content: Path) -> None:
        """Writes the submission into this content folder."""
        if self.data is not None:
            place = content / self.path
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:  # two items may not share a name
                file.write(self.data)
        if self.make is not None:
            self.make(content)

    @property
    def line(self) -> int:
        """Where the problem must be."""
        outcome = self.outcome
        if isinstance(outcome, Harmless) or outcome.line or self.data is None:
            return getattr(outcome, "line", 0) or 1
        ours, base = _LINE_END.split(self.data), _LINE_END.split(BASE)
        first = next((i for i, pair in enumerate(zip(ours, base, strict=False)) if pair[0] != pair[1]), len(base) - 1)
        return first + 1 + outcome.below

    @property
    def outputs(self) -> tuple[str, ...]:
        """The files that only this item may add to the output."""
        if isinstance(self.outcome, Refused):
            return ()
        stem = self.path.rpartition("/")[2].rpartition(".")[0]
        named = (each.format(stem=stem) for each in self.outcome.outputs)
        return tuple(each.removeprefix("/") if each.startswith("/") else f"dorp/{each}" for each in named)


def activity(name: str, outcome: Outcome, data: bytes = BASE, *, path: str = "", heavy: bool = False) -> Item:
    """An activity file in the village, under the item's own name when no path is given."""
    return Item(name, path or f"{FOLDER}/{name}.md", outcome, data, heavy=heavy)


def with_line(line: str) -> bytes:
    """The base with this field in place of the one with the same key, or below all others."""
    lines = BASE.decode().split("\n")
    key = line.partition(":")[0] + ":"
    end = lines.index("---", 1)
    spot = next((i for i in range(1, end) if lines[i].startswith(key)), end)
    lines[spot : spot + (spot < end)] = [line]
    return "\n".join(lines).encode()


def with_body(body: str) -> bytes:
    """The base with this text below the header."""
    head = BASE.decode().rpartition("---\n")[0]
    return f"{head}---\n{body}".encode()
