"""What RFC 5545 asks of the octets of a calendar file, checked without any library.

`faults` gives a sentence for each fault, `components` the events with their lines as they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

LONGEST = 75
NAME = re.compile(r'[A-Z][A-Z0-9-]*(?:;[A-Z][A-Z0-9-]*=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*:')
"""Name and parameters of a content line, §3.1."""
TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
"""An escaped text, §3.3.11."""
CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"})


@dataclass(frozen=True)
class Component:
    """A VEVENT: its octets with BEGIN and END, and its lines without folds."""

    octets: bytes

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The unfolded lines between BEGIN and END."""
        return tuple(unfold(self.octets)[1:-1])

    def values(self, name: str) -> list[str]:
        """The values of each line with this name, as they stand there."""
        parts = ((NAME.match(line), line) for line in self.lines)
        return [line[found.end() :] for found, line in parts if found and re.split("[;:]", line, maxsplit=1)[0] == name]

    def value(self, name: str) -> str:
        """The value of the one line with this name; empty without it."""
        found = self.values(name)
        assert len(found) < 2, f"{name} stands there {len(found)} times"
        return found[0] if found else ""


def unfold(octets: bytes) -> list[str]:
    """The content lines, §3.1."""
    return octets.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode().removesuffix("\r\n").split("\r\n")


def components(data: bytes, kind: str = "VEVENT") -> list[Component]:
    """Every component of this kind, in the order of the file."""
    begin, end = f"BEGIN:{kind}\r\n".encode(), f"END:{kind}\r\n".encode()
    return [Component(begin + part.partition(end)[0] + end) for part in data.split(begin)[1:]]


def faults(data: bytes) -> list[str]:
    """What is wrong with the form of this file: one sentence for each fault, in order of its lines."""
    return [*_of_file(data), *_of_lines(data), *_of_content(data)]


def _of_file(data: bytes) -> Iterator[str]:
    if data.startswith(b"\xef\xbb\xbf"):
        yield "a BOM"
    if not data.startswith(b"BEGIN:VCALENDAR\r\n") or data.count(b"BEGIN:VCALENDAR") != 1:
        yield "not one calendar from its first octet on"
    if not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        yield "no end"
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        yield "a line feed or carriage return alone"
    if b"BEGIN:V" not in data.removeprefix(b"BEGIN:V"):
        yield "no component"


def _of_lines(data: bytes) -> Iterator[str]:
    """Of the lines as they stand, folds included."""
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], b""], strict=True), 1):
        if len(line) > LONGEST:
            yield f"{number}: {len(line)} octets"
        if not line.strip():
            yield f"{number}: an empty line"
        try:
            text = line.decode()
        except UnicodeDecodeError:
            yield f"{number}: cut inside a character, or no UTF-8"
            continue
        if CONTROL.search(text):
            yield f"{number}: a control character"
        if after[:1] in (b" ", b"\t") and (len(line) - len(line.rstrip(b"\\"))) % 2:
            yield f"{number}: cut inside an escape"


def _of_content(data: bytes) -> Iterator[str]:
    """Of the lines without folds: names, texts, and what is inside what."""
    opened: list[str] = []
    for line in unfold(data.decode("utf-8", "replace").encode()):
        head = NAME.match(line)
        if head is None:
            yield f"no content line: {line[:20]}"
            continue
        name, value = re.split("[;:]", line, maxsplit=1)[0], line[head.end() :]
        if name == "BEGIN":
            opened.append(value)
        elif name == "END" and (not opened or opened.pop() != value):
            yield f"END:{value} without its BEGIN"
        elif name in TEXTS and (value != value.strip() or not TEXT.fullmatch(value)):
            yield f"{name}: a text that is not trimmed or escaped"
    yield from (f"BEGIN:{name} without its END" for name in opened)
