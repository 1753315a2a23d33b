"""A header as a person sees it, line by line, without YAML: for telling what went wrong when YAML cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from meedoen.notation.text.quoting import end_of_part

# entry: a key or list item in its place · crooked: one that is not · value: a value on its own line
# more: goes on with the text above · loose: neither key nor list item, where one has to be
Role = Literal["entry", "crooked", "value", "more", "loose"]
_START = re.compile(r"( *+)((?:-[ \t]++)*+(?:-\Z)?)(.*)", re.DOTALL)
_COLON = re.compile(r":(?=[ \t]|\Z)")
BLOCK = re.compile(r"[|>][-+0-9]{0,2}\Z")  # opens a text on the lines below


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `- key: value` in parts, each '' where it is not there; `column` is that of the value.

    `level` is the column, from 0, where an entry should start.
    """

    number: int
    indent: int
    dash: str
    key: str
    value: str
    column: int
    after_blank: bool
    role: Role = "entry"
    level: int = 0

    @property
    def start(self) -> str:
        """What stands in front of the value, without the indentation."""
        return f"{self.dash}{self.key}: " if self.key else self.dash

    @property
    def edge(self) -> int:
        """The indentation that a line must go beyond to belong to this one."""
        return self.indent + len(self.dash) if self.key else self.indent


def read_lines(lines: Sequence[str], first: int) -> list[Line]:
    """Takes the lines of a header, and the number of the first; gives those that say something.

    Notes, blanks, and the rest of a value of more than one line are left out.
    """
    read: list[Line] = []
    index, after_blank = 0, False
    while index < len(lines):
        source = lines[index].rstrip(" \t")
        stripped = source.lstrip(" ")
        if not stripped or stripped[0] == "#" or source in {"---", "..."}:
            after_blank = not stripped
            index += 1
            continue
        line, below = _whole(lines, index, _read(source, first + index, after_blank))
        read.append(line)
        index += 1 + below
        after_blank = False
    return _with_roles(read)


def is_comment(text: str, position: int) -> bool:
    """Takes a text and the position of a #; gives whether it is meant as a note.

    Then two spaces are in front of it, and one behind.
    """
    return text[:position].endswith(("  ", "\t")) and text[position + 1 : position + 2] in {"", " ", "\t"}


def _read(source: str, number: int, after_blank: bool) -> Line:
    match = _START.match(source)
    indent, dash, content = match.groups() if match else ("", "", source)
    column = len(indent) + len(dash)
    key, value_start = _key(content)
    value = content[value_start:]
    column += value_start
    gap = source[:column]
    value = _without_comment(gap, value)
    return Line(number, len(indent), dash, key, value, column + 1, after_blank)


def _key(content: str) -> tuple[str, int]:
    """The key at the start of the content and where its value starts."""
    after = 0
    if content[:1] in {'"', "'"}:
        after = end_of_part(content)
        if after < 0 or not content[after:].lstrip().startswith(":"):
            return "", 0
    elif content[:1] in {"[", "{"}:
        return "", 0
    colon = _COLON.search(content, after)
    if not colon or not content[: colon.start()].strip():
        return "", 0
    rest = content[colon.end() :]
    return content[: colon.start()].rstrip(), len(content) - len(rest.lstrip(" \t"))


def _without_comment(gap: str, value: str) -> str:
    after = max(end_of_part(value), 0)
    for match in re.finditer("#", value[after:]):
        spot = after + match.start()
        if is_comment(gap + value, len(gap) + spot):
            return value[:spot].rstrip(" \t")
    return value


def _whole(lines: Sequence[str], index: int, line: Line) -> tuple[Line, int]:
    """The line with all of its value (a block, quotes, brackets), and how many lines below that took."""
    opening = line.value[:1]
    block = BLOCK.match(line.value) is not None
    if not block and (opening not in {'"', "'", "[", "{"} or end_of_part(line.value) >= 0):
        return line, 0
    edge = line.edge if line.key or line.dash else line.indent - 1
    closers = ("]", "}") if opening in {"[", "{"} else ()
    rest = []
    for below in lines[index + 1 :]:
        stripped = below.lstrip(" ")
        if stripped and len(below) - len(stripped) <= edge and not stripped.startswith(closers):
            break
        rest.append(below)
    if block:
        return line, len(rest)
    text = "\n".join((line.value, *rest))
    end = end_of_part(text)
    if end < 0:
        return line, 0
    text = text[:end] + text[end:].partition("\n")[0].rstrip(" \t")
    return replace(line, value=text), text.count("\n")


def _with_roles(lines: Sequence[Line]) -> list[Line]:
    levels = [min((line.indent for line in lines), default=0)]
    owner: Line | None = None
    has_value = False
    placed = []
    for line in lines:
        if line.key or line.dash:
            role, levels = _entry(line, levels, owner, has_value)
            owner, has_value = line, line.value != ""
        else:
            role = _text(line, owner, has_value)
            has_value = has_value or role == "value"
        placed.append(replace(line, role=role, level=levels[-1]))
        if role in {"entry", "crooked"} and line.dash and line.key:
            levels = [*levels, levels[-1] + len(line.dash)]
    return placed


def _entry(line: Line, levels: list[int], owner: Line | None, has_value: bool) -> tuple[Role, list[int]]:
    """The role of a line with a key or a dash, and the levels that are open then, its own the last."""
    kept = [level for level in levels if level <= line.indent] or levels[:1]
    if kept[-1] == line.indent:
        under_value = line.dash and owner and not owner.dash and owner.edge == line.indent and has_value
        return ("crooked" if under_value else "entry"), kept
    if owner and not has_value and line.indent > owner.edge:
        return "entry", [*kept, line.indent]
    nearest = min(reversed(levels), key=lambda level: abs(level - line.indent))
    return "crooked", [level for level in levels if level <= nearest]


def _text(line: Line, owner: Line | None, has_value: bool) -> Role:
    if owner is None or line.indent <= owner.edge:
        return "loose"
    return "more" if has_value else "value"
