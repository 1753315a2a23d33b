"""The bytes of a part of a mail as text: the right letters, whole lines, nothing that nobody sees."""

from __future__ import annotations

import quopri
import re

from meedoen.notation.text.characters import hidden
from meedoen.notation.text.encoding import unified

# No others: `utf-7`, `unicode_escape` and the like make signs out of letters.
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8",
    "utf-16": "utf-16", "utf-16le": "utf-16le", "macintosh": "mac-roman", "windows-1250": "windows-1250",
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "windows-1252": "windows-1252", "cp1252": "windows-1252",
    "iso-8859-15": "iso-8859-15", "iso-8859-9": "windows-1254", "windows-1254": "windows-1254",
}  # fmt: skip
_TWICE = re.compile("[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_QUOTED_PRINTABLE = re.compile(r"=C[2-5]=[89AB][0-9A-F]|=E2=80=[0-9A-F]{2}|[^=\n]=\n")
_LINES = dict.fromkeys(map(ord, "\u2028\u2029\u0085\v\f"), " ")


def decoded(data: bytes, charset: str) -> str:
    """Takes bytes and the declared charset; gives the text. UTF-8 where it is: nothing else looks like it by chance."""
    text = unified(_letters(data, charset))
    if len(_QUOTED_PRINTABLE.findall(text[:20_000])) > 1:
        raw = quopri.decodestring(text.encode())
        text = unified(_letters(raw, ""))
    if _TWICE.search(text):
        text = "\n".join(map(_once, text.split("\n")))
    text = text.translate(_LINES)
    spots = hidden(text)
    if spots:
        unseen = set(spots)
        text = "".join(character for spot, character in enumerate(text) if spot not in unseen)
    return text


def unflowed(text: str, *, delete_space: bool) -> str:
    """Takes text with format=flowed (RFC 3676); gives whole lines: one that ends in a space goes on in the next."""
    lines: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth, content = _depth(line)
        content = content.removeprefix(" ")
        if depth == open_depth and content != "-- ":
            before = lines.pop()
            content = (before[:-1] if delete_space else before) + content
        else:
            content = "> " * depth + content if depth else content
        open_depth = depth if content.endswith(" ") and not content.endswith("-- ") else -1
        lines.append(content)
    return "\n".join(line.rstrip() if line.strip() != "--" else line for line in lines)


def _depth(line: str) -> tuple[int, str]:
    """How often the line is quoted, and what is behind: only marks at the start, without spaces between them."""
    rest = line.lstrip(">")
    return len(line) - len(rest), rest


def _letters(data: bytes, charset: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for name in ("utf-8" if b"\x00" not in data[:200] else _KNOWN.get(charset, "utf-8"), _KNOWN.get(charset, "")):
        try:
            return data.decode(name or "windows-1252")
        except UnicodeDecodeError:
            continue
    return data.decode("windows-1252", "replace")


def _once(line: str) -> str:
    """A line of UTF-8 that was read as windows-1252 and written again: `CafÃ©`. Any other line as it is."""
    if not _TWICE.search(line):
        return line
    try:
        return line.encode("windows-1252").decode()
    except UnicodeError:
        return line
