"""How an activity file travels in a mail: between two lines that every mail program leaves alone.

The names have no ending, since mail programs make a link of `taalcafe.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

END = "=== einde ==="
_MARK = re.compile(r"[=\s]{2,}(begin|wijzig|einde)\b[ ]*([a-z0-9-]{0,100})/?([a-z0-9-]{0,100})[^\n]{0,40}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A line around a file: its word (begin, wijzig or einde), and the folder and name that it gives (or empty)."""

    word: str
    folder: str = ""
    name: str = ""


def enveloped(*, folder: str, name: str, text: str, change: bool = False) -> str:
    """Takes a folder, a name and the text of a file; gives the body of a mail.

    With `change` it takes the place of the file of that folder and name.
    """
    word = "wijzig" if change else "begin"
    return f"=== {word} {folder}/{name} ===\n{text.rstrip()}\n{END}\n"


def mark_of(line: str) -> Mark | None:
    """Takes a line; gives the mark that it is, however a mail program has bent it; None for any other line."""
    if "==" not in line:
        return None
    match = _MARK.fullmatch(" ".join(f" {line}".lower().replace("\u00a0", " ").split(" ")).replace("  ", " "))
    return Mark(match[1], match[2], match[3]) if match else None
