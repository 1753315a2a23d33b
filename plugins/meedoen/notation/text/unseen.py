"""What a person does not see in a file: hidden characters, tabs and special spaces, each as a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence as Several

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.wording import quote
from meedoen.notation.text.characters import hidden, name_of
from meedoen.notation.text.quoting import paste
from meedoen.notation.text.tree import Mapping, Node, Sequence

_STAND_IN = "_"
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INDENT = re.compile(r"\s*+")
_BEFORE_VALUE = re.compile(r"\s*+(?:-\s++)*+(?:[\w-]++\s*+:\s*+)?")


def reveal(path: str, text: str) -> tuple[str, list[Problem]]:
    """Takes the path and the text of a file; gives the text with `_` for each hidden character, and problems.

    So one can read on; there is a problem for each such line.
    """
    spots = hidden(text)
    if not spots:
        return text, []
    problems: list[Problem] = []
    line, line_start = 1, 0
    for spot in spots:
        if not problems or text.find("\n", line_start, spot) >= 0:
            line += text.count("\n", line_start, spot)
            line_start = text.rfind("\n", 0, spot) + 1
            message, hint = _explanation(text, spot, line_start)
            place = FilePosition(path, line, spot - line_start + 1, 1)
            problems.append(Problem(place, "onzichtbaar-teken", message, hint, "hier"))
    replaced = list(text)
    for spot in spots:
        replaced[spot] = _STAND_IN
    return "".join(replaced), problems


def straighten(path: str, lines: Several[str], first: int) -> tuple[list[str], list[Problem]]:
    """Takes the path and the lines of a header; gives the lines with plain spaces, and a problem for each such line.

    There is a space for each tab at the start and for special space around the colon. Every column stays as it is.
    `first` is the number of the first line.
    """
    straight = list(lines)
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        if line.isascii() and "\t" not in line:
            continue
        before = line[: _end_of(_BEFORE_VALUE, line)]
        indent = before[: _end_of(_INDENT, line)]
        tab, odd = indent.find("\t"), _ODD_SPACE.search(before)
        spaced = indent.replace("\t", " ") + before[len(indent) :]
        straight[index] = _ODD_SPACE.sub(" ", spaced) + line[len(before) :]
        if tab >= 0:
            problems.append(_tab(FilePosition(path, first + index, tab + 1, 1), line.strip()))
        elif odd:
            place = FilePosition(path, first + index, odd.start() + 1, 1)
            problems.append(_special_space(place, odd.group(), straight[index].strip()))
    return straight, problems


def escaped(path: str, node: Node) -> list[Problem]:
    """Takes the path of a file and its fields; gives a problem for each value with a hidden character by its number.

    For instance `"\\u200b"`.
    """
    if isinstance(node, Sequence):
        return [problem for item in node.items for problem in escaped(path, item)]
    if isinstance(node, Mapping):
        return [problem for entry in node.entries for part in entry for problem in escaped(path, part)]
    spots = hidden(node.text)
    if not spots:
        return []
    message = f"In deze tekst staat een teken dat niemand ziet: {name_of(node.text[spots[0]])}."
    place = FilePosition(path, node.line, node.column, node.length)
    return [Problem(place, "onzichtbaar-teken", message, "Haal de code weg die met \\ begint.")]


def _end_of(pattern: re.Pattern[str], line: str) -> int:
    match = pattern.match(line)
    return match.end() if match else 0


def _tab(place: FilePosition, line: str) -> Problem:
    if not line:
        return Problem(place, "tab", "In deze lege regel staat een tab.", "Maak de regel helemaal leeg.")
    hint = "Haal de tab weg en typ spaties: twee voor elke stap naar rechts."
    return Problem(place, "tab", f"Voor {quote(line)} staat een tab.", hint, "een tab")


def _special_space(place: FilePosition, space: str, line: str) -> Problem:
    message = f"Deze spatie lijkt gewoon, maar is het niet: het is een bijzondere (U+{ord(space):04X})."
    hint = paste("Haal hem weg en typ een gewone spatie", line) if line else "Maak de regel helemaal leeg."
    return Problem(place, "onzichtbaar-teken", message, hint, "bijzondere spatie")


def _explanation(text: str, spot: int, line_start: int) -> tuple[str, str]:
    message = f"Hier staat een teken dat je niet ziet: {name_of(text[spot])}."
    before = text[max(line_start, spot - 20) : spot].split()[-1:]
    after = text[spot + 1 : spot + 21].partition("\n")[0].split()[:1]
    where = [f"achter {quote(word)}" for word in before] + [f"voor {quote(word)}" for word in after]
    spot_in_words = f", het staat {' en '.join(where)}" if where else ""
    return message, f"Haal het weg{spot_in_words}. Of typ de regel opnieuw."
