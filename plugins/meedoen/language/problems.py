"""What is wrong with a content file, as data: where, which rule, in words for the person who wrote it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class FilePosition:
    """A spot in a content file: path from the content's parent folder, line and column counted from 1.

    `length` is the number of characters that the carets underline (0: unknown, underline one).
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose place the caller knows: what a parser of one value returns instead of a value.

    `offset` and `length` narrow the caller's place to a part of the value, counted in characters;
    `label` is the few words that stand next to the carets.
    """

    rule: str
    message: str
    hint: str = ""
    label: str = ""
    offset: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in one file. Its level (fout or waarschuwing) and its title come from `RULES[rule]`."""

    place: FilePosition
    rule: str
    message: str
    hint: str = ""
    label: str = ""


def at(place: FilePosition, fault: Fault) -> Problem:
    """Takes a place and a fault; gives the problem, narrowed to the part of the value that the fault names."""
    column = place.column + fault.offset
    length = fault.length or max(place.length - fault.offset, 0)
    return Problem(
        FilePosition(place.path, place.line, column, length), fault.rule, fault.message, fault.hint, fault.label
    )
