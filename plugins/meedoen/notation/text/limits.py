"""What fits: the size of a file and its parts, and how many problems of one file are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meedoen.content.layout import LARGEST_BODY, LARGEST_HEADER, LARGEST_TEXT
from meedoen.language.problems import FilePosition, Problem
from meedoen.notation.text.header import Header

_MOST_PROBLEMS = 100


def oversized_file(path: str, size: int) -> tuple[Problem, ...]:
    """Takes the path and the size of a file in bytes; gives a problem when it is not worth opening."""
    if size <= LARGEST_TEXT:
        return ()
    return (_too_large(FilePosition(path), "Het bestand", size, LARGEST_HEADER + LARGEST_BODY),)


def oversized_parts(path: str, header: Header) -> list[Problem]:
    """Takes the path and the header; gives a problem when it or the text below is too long, at its first line."""
    problems = []
    size = sum(map(len, header.lines)) + len(header.lines)
    if size > LARGEST_HEADER // 4 and (size := len("\n".join(header.lines).encode())) > LARGEST_HEADER:
        problems.append(_too_large(FilePosition(path, header.first), "De kop", size, LARGEST_HEADER))
    size = len(header.body)
    if size > LARGEST_BODY // 4 and (size := len(header.body.encode())) > LARGEST_BODY:
        problems.append(_too_large(FilePosition(path, header.body_line), "De tekst", size, LARGEST_BODY))
    return problems


def arranged(lines: Sequence[str], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Takes the lines of a file and problems; gives the first problem of each line, in the order of the lines.

    Each has a place that is in the file.
    """
    by_line: dict[int, Problem] = {}
    for problem in problems:
        place = problem.place
        line = min(max(place.line, 1), len(lines))
        room = len(lines[line - 1]) + 1
        column = min(max(place.column, 1), room)
        place = FilePosition(place.path, line, column, min(max(place.length, 0), room - column))
        by_line.setdefault(line, Problem(place, problem.rule, problem.message, problem.hint, problem.label))
    return tuple(by_line[line] for line in sorted(by_line)[:_MOST_PROBLEMS])


def _too_large(place: FilePosition, what: str, size: int, largest: int) -> Problem:
    words = f"ongeveer {largest // 7000}.000 woorden"
    message = f"{what} is te lang: {-(-size // 1024)} kB. Er past hooguit {largest // 1024} kB in, {words}."
    hint = "Kort de tekst in, of zet er een link in naar meer informatie."
    return Problem(place, "bestand-te-groot", message, hint)
