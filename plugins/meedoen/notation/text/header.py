"""Where the header of a text file starts and ends: between two lines of three dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.wording import quote
from meedoen.notation.text.quoting import paste

_DASHES = "---"
_NEARLY = re.compile(r"(?:-{2,}|[—–−‒―‐‑]+|\.{3,}|…|[=*_~+]{3,}|(?:- ){2,}-|```\w*)\s*|[ \t]{1,3}---\s*")  # noqa: RUF001 - dashes of word processors
_FIELD = re.compile(r"[\"']?[^\W\d][\w-]*[\"']?[ \t]*[:=]")
_GLUED = re.compile(r"---+[ \t]*(\S.*)")
_SECOND = re.compile(r"^---[ \t]*\n(?:[a-z-]+:.*\n){0,8}titel:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """The lines of the header, the number in the file of the first of them, and the text below."""

    lines: Sequence[str]
    first: int
    body: str
    body_line: int


def split_header(path: str, lines: Sequence[str]) -> tuple[Header, list[Problem]]:
    """Takes the path and the lines of a file; gives its header, and problems where a line of dashes is not right.

    After a problem the header is a best guess, so that its fields can be looked at too; it may be empty.
    """
    top = next((i for i, line in enumerate(lines) if line and not line.isspace()), 0)
    problems: list[Problem] = []
    if lines[top].rstrip() == _DASHES:
        start = top + 1
    else:
        problem, start = _without_start(path, lines, top)
        problems.append(problem)
    end, body_start = start, start
    if start < len(lines):
        end = _end(lines, start)
        body_start = end + 1
        if end == len(lines) or lines[end].rstrip() != _DASHES:
            problem, end, body_start = _without_end(path, lines, start, end)
            problems.append(problem)
    elif not problems:
        problems.append(_unclosed(path, lines, top))
    body = "\n".join(lines[body_start:])
    if _DASHES in body and (second := _SECOND.search(body)):
        problems.append(_second(path, body_start + 1 + body.count("\n", 0, second.start())))
    return Header(lines[start:end], start + 1, body, min(body_start + 1, len(lines))), problems


def is_nearly_dashes(line: str) -> bool:
    """Takes a line; gives whether it is meant as the line of three dashes, as `----`, `—` or `...` are."""
    return _NEARLY.fullmatch(line) is not None


def _end(lines: Sequence[str], start: int) -> int:
    for index in range(start, len(lines)):
        line = lines[index]
        if line[:1] in "-—–−‒―‐‑.…=*_~+` \t" and line and is_nearly_dashes(line):  # noqa: RUF001 - as above
            return index
    return len(lines)


def _without_start(path: str, lines: Sequence[str], top: int) -> tuple[Problem, int]:
    line = lines[top]
    start = len(lines)
    if not line.strip():
        message, hint = "Het bestand is leeg.", "Begin met een regel van drie streepjes:   ---"
    elif is_nearly_dashes(line):
        start = top + 1
        message, hint = _not_dashes("begint", line)
    elif glued := _GLUED.match(line):
        message = f"Achter de drie streepjes staat nog tekst: {quote(glued.group(1))}."
        hint = paste("Zet de streepjes op een eigen regel, en daaronder", glued.group(1))
    elif _FIELD.match(line.lstrip()):
        start = top
        message = f"Boven {quote(line.strip())} ontbreekt een regel met drie streepjes."
        hint = "Zet boven je eerste regel:   ---"
    else:
        message = f"Het bestand begint niet met drie streepjes, maar met {quote(line.strip())}."
        hint = "Begin met drie streepjes, dan de velden, dan weer drie streepjes:   ---"
    return _problem(path, lines, top, "geen-kop", message, hint), start


def _without_end(path: str, lines: Sequence[str], start: int, end: int) -> tuple[Problem, int, int]:
    if end < len(lines):
        message, hint = _not_dashes("eindigt", lines[end])
        return _problem(path, lines, end, "kop-niet-gesloten", message, hint), end, end + 1
    guess = _first_text(lines, start)
    if guess == len(lines):
        last = max((i for i in range(start, guess) if lines[i].strip()), default=start - 1)
        return _unclosed(path, lines, max(last, 0)), guess, guess
    message = f"Boven {quote(lines[guess].strip())} ontbreekt een regel met drie streepjes."
    hint = "Zet --- tussen de velden en de tekst:   ---"
    return _problem(path, lines, guess, "kop-niet-gesloten", message, hint), guess, guess


def _not_dashes(verb: str, line: str) -> tuple[str, str]:
    if line.strip() == _DASHES:
        return "Voor de drie streepjes staat een spatie.", "Haal de spatie weg:   ---"
    message = f"De kop {verb} met {quote(line.strip())} in plaats van met drie streepjes."
    return message, "Typ drie gewone streepjes, vooraan op de regel:   ---"


def _first_text(lines: Sequence[str], start: int) -> int:
    """The first line that is no field, list item, note or part of these, with the heading above it."""
    heading = None
    for index in range(start, len(lines)):
        line = lines[index]
        if line.startswith("#"):
            heading = index if heading is None and not lines[index - 1].strip() else heading
        elif line.strip():
            if not (line[0] in " \t" or line.startswith("- ") or line == "-" or _FIELD.match(line)):
                return index if heading is None else heading
            heading = None
    return len(lines)


def _unclosed(path: str, lines: Sequence[str], index: int) -> Problem:
    message, hint = "Onder de velden ontbreken drie streepjes.", "Zet onder deze regel drie streepjes:   ---"
    return _problem(path, lines, index, "kop-niet-gesloten", message, hint)


def _second(path: str, line: int) -> Problem:
    message, hint = "Hier begint een tweede kop.", "Maak voor het tweede stuk een nieuw bestand."
    return Problem(FilePosition(path, line, 1, 3), "tweede-kop", message, hint)


def _problem(path: str, lines: Sequence[str], index: int, rule: str, message: str, hint: str) -> Problem:
    return Problem(FilePosition(path, index + 1, 1, len(lines[index].rstrip())), rule, message, hint)
