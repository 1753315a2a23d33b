"""Text of strangers in the Markdown of a forge: it reads as it was typed, and does nothing.

GitHub, GitLab and Forgejo make links of names, numbers and hashes after the Markdown was read, so a backslash is not
enough there: an invisible joiner keeps their signs from the word that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_JOINER = "\N{WORD JOINER}"
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!+=$^%@]|(?<=\])\()")
# What a forge makes something of: mentions, references, labels, emoji, addresses, hashes of commits, tickets.
_SIGNS = re.compile(
    r"(?<=[@#])(?=\w)|(?<=[!&])(?=\d)|(?<=[~$%^])(?=[\w\"])|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)"
    r"|(?<=\bGH-)(?=\d)|(?<=(?-i:[A-Z])-)(?=\d)",
    re.IGNORECASE,
)
_HASH = re.compile(r"\b[0-9a-f]{7,}\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.,:;/@?=&%+~#!'\"()-]+\Z")
_START = re.compile(r"\A(\d{0,9})([-.)])(?=\s|[-\s]*\Z)")
_PLAIN = re.compile(r"[^`|\\]+\Z")


def words(text: str, longest: int = 0) -> str:
    """Takes a text; gives it on one line, in which every sign that could mean something is taken literally.

    `longest` is the number of characters after which it is cut, 0 for never.
    """
    line = " ".join("".join(each if each.isprintable() else _stand_in(each) for each in text).split())
    if longest and len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    return _START.sub(r"\1\\\2", " ".join(_word(each) for each in line.split(" ")))


def _word(word: str) -> str:
    """An address or a number that a forge would make a link of stands as code, so that it can still be copied."""
    if not (_SIGNS.search(word) or _HASH.search(word)):
        return _MARKS.sub(r"\\\1", word)
    if _ADDRESS.match(word):
        return f"`{word}`"
    parted = _HASH.sub(lambda match: _JOINER.join(re.findall(".{1,6}", match[0])), _SIGNS.sub(_JOINER, word))
    return _MARKS.sub(r"\\\1", parted)


def code(text: str, longest: int = 0) -> str:
    """Takes a text; gives it as code where nothing in it can end that, as in a name of a file.

    Else as `words` gives it.
    """
    shown = " ".join(text.split())
    if longest and len(shown) > longest:
        shown = shown[: longest - 1] + "…"
    return f"`{shown}`" if shown.isprintable() and _PLAIN.match(shown) else words(shown)


def link(text: str, address: str) -> str:
    """Takes a text and an address that was made by us, with everything of strangers in it quoted; gives the link.

    Gives the text alone for any other address.
    """
    return f"[{text}]({address})" if re.fullmatch(r"https://[\w./~%#?=&:-]+", address, re.ASCII) else text


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Takes heads and rows of Markdown in which nobody's `|` is left; gives the lines of a table."""
    top = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    return top + [f"| {' | '.join(row)} |" for row in rows]


def folded(title: str, lines: Iterable[str]) -> list[str]:
    """Takes a title and lines; gives the lines of what opens when one presses the title."""
    return ["<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"]


def quoted(lines: Iterable[str]) -> list[str]:
    """Takes lines; gives them as a quotation, each on a line of its own."""
    rows = list(lines)
    return [f"> {row}  " if row and number < len(rows) else f"> {row}".rstrip() for number, row in enumerate(rows, 1)]


def _stand_in(character: str) -> str:
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
