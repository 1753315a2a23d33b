"""The fields of one file as a tree of text, each with the place where it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Scalar(NamedTuple):
    """One text, a key or a value, exactly as meant: `no` and `19:30` stay text, an empty value is ''.

    Line and column count from 1, in the file; `length` is that of its first line there, quotes included.
    A named tuple, since a file has dozens: making a frozen dataclass costs three times as much.
    """

    text: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list: `[a, b]` or lines with a dash."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the order of the file; no key is there twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
