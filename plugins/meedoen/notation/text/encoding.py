"""From the bytes of a file to text with one kind of line end, or where it stops being UTF-8."""

from __future__ import annotations

import codecs

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.wording import quote

_LIKELY = "windows-1252"  # what Dutch computers wrote before UTF-8
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(path: str, data: bytes) -> str | Problem:
    """Takes the path and the bytes of a file; gives its text, or a problem where it is not UTF-8.

    The text has no byte order mark, and a line feed for every line end.
    """
    try:
        return unified(data.decode())
    except UnicodeDecodeError as error:
        before = unified(data[: error.start].decode())
        bad = data[error.start : error.start + 1]
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    message = "Hier staat een letter in een verouderde tekenset."
    meant = bad.decode(_LIKELY, "replace")
    if data.startswith(_UTF16):
        message = "Dit bestand is bewaard als UTF-16."
    elif meant.isprintable() and meant != "\ufffd":
        message = f"Hier staat een letter in een verouderde tekenset. Waarschijnlijk is het {quote(meant)}."
    hint = "Kies bij het bewaren “UTF-8” als codering, en kijk daarna of letters als é en ï goed staan."
    return Problem(FilePosition(path, line, column, 1), "geen-utf8", message, hint, "deze letter")


def unified(text: str) -> str:
    """Takes a text; gives it without a byte order mark in front, and with a line feed for each line end."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
