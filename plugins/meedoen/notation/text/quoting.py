"""Text as it must be typed in a header: with quotes where they are needed, and where a quoted part ends."""

from __future__ import annotations

import re

from meedoen.notation.text.characters import hidden

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_BARE = re.compile(r"[^\W_](?:[^\s:#]|[ ](?![ #])|:(?=\S))*+(?<!\s)\Z")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*+'")}
_IN_BRACKETS = re.compile(r"""(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')|[\[\]{}]""", re.DOTALL)
_LONGEST_EXAMPLE = 300


def quoted(text: str) -> str:
    """Takes a text; gives it between straight double quotes, on one line, so that a header gives back the same text."""
    characters = list(text.translate(_ESCAPES))
    for spot in hidden("".join(characters)):
        characters[spot] = _escaped(characters[spot])
    return f'"{"".join(characters)}"'


def as_value(text: str) -> str:
    """Takes a text; gives it as a value: as it is where that can be read (bare, quoted or a list), else quoted."""
    if _BARE.match(text) or (text and end_of_part(text) == len(text)):
        return text
    return quoted(text)


def end_of_part(text: str) -> int:
    """Takes a text that opens with quotes or brackets; gives the index after where these close, or -1 if nowhere."""
    if pattern := _QUOTED.get(text[:1]):
        part = pattern.match(text)
        return part.end() if part else -1
    if text[:1] not in {"[", "{"}:
        return -1
    depth = 0
    for match in _IN_BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return -1


def paste(advice: str, line: str) -> str:
    """Takes an advice and a line to copy; gives a hint that ends in the line, after a colon and three spaces.

    Without the line where it is long.
    """
    return f"{advice}:   {line}" if len(line) <= _LONGEST_EXAMPLE else f"{advice}."


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}"
