"""The documents for developers that are made from the code: the ground plan, the glossary, the index of the decisions.

`python -m tools.developer_docs` writes them (`make docs`); with `--check` it only says which are stale (`make lint`).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.glossary import glossary
from tools.ground_plan import ROOT, ground_plan

from meedoen.notation.schema.activity_table import ACTIVITY

DECISIONS = ROOT / "docs/decisions"
_TITLE = re.compile(r"# (?P<number>\d+)\. (?P<title>.+)")


def documents() -> dict[str, str]:
    """Gives every document by its path in the project."""
    return {
        "docs/beelden/ground-plan.svg": ground_plan(),
        "docs/glossary.md": glossary(ACTIVITY),
        "docs/decisions/README.md": decision_index(DECISIONS),
    }


def decision_index(folder: Path) -> str:
    """Takes the folder of the decisions; gives its index in Markdown. Raises ValueError for a page without a title."""
    return "".join((
        "# Decisions\n\nWhy things are as they are. A page has the context, the decision and its consequences;\n",
        "it is changed when the decision is. `make docs` makes this list.\n\n",
        *_entries(folder),
    ))  # fmt: skip


def _entries(folder: Path) -> Iterator[str]:
    for page in sorted(folder.glob("[0-9]*.md")):
        first = page.read_text(encoding="utf-8").partition("\n")[0]
        title = _TITLE.fullmatch(first)
        if title is None or int(title["number"]) != int(page.name[:4]):
            message = f"{page.name} begins with {first!r}"
            raise ValueError(message)
        yield f"{title['number']}. [{title['title']}]({page.name})\n"


def main(arguments: Sequence[str]) -> int:
    """Writes what is stale, or with `--check` only names it; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, say which documents are stale")
    options = parser.parse_args(arguments)
    stale = {path: text for path, text in documents().items() if _read(ROOT / path) != text}
    for path, text in stale.items():
        if options.check:
            sys.stdout.write(f"{path} is stale. Type: make docs\n")
        else:
            (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"Written: {path}\n")
    return 1 if stale and options.check else 0


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
