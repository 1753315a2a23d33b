"""What came by mail as a patch that `git am` takes: for who works elsewhere, or without a repository at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import unified_diff
from email.utils import format_datetime


def patch(files: Mapping[str, tuple[str | None, str]], subject: str, who: tuple[str, str], when: datetime) -> str:
    """Takes files: path → (text as it was, None for a new file; text as it becomes); gives one mail for `git am`.

    All files are in it. `who` is the name and the mail address of the author, `when` the moment of the commit, in a
    zone.
    """
    name, mail = who
    head = [
        f"From {'0' * 40} Mon Sep 17 00:00:00 2001",
        f"From: {name} <{mail}>",
        f"Date: {format_datetime(when)}",
        f"Subject: [PATCH] {subject}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        "---",
    ]
    rows = [row for path, (before, after) in files.items() for row in _file(path, before, after)]
    return "\n".join([*head, *rows, "-- ", "meedoen", "", ""])


def _file(path: str, before: str | None, after: str) -> Iterator[str]:
    yield f"diff --git a/{path} b/{path}"
    if before is None:
        yield "new file mode 100644"
    old = _lines(before or "")
    for row in unified_diff(old, _lines(after), f"a/{path}" if before is not None else "/dev/null", f"b/{path}"):
        yield from row.rstrip("\n").split("\n")


def _lines(text: str) -> list[str]:
    """The lines with their ends; the last one says so when it has none, as Git wants."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()
    if last != "\n":
        lines.append(f"{last.rstrip()}\n\\ No newline at end of file\n")
    return lines
