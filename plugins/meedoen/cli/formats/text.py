"""Problems for who reads a terminal: the line with carets, what is wrong, what to type instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meedoen.cli.annotation import OLD_COMMAND
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import RULES
from meedoen.language.wording import count

_LONGEST_LINE = 110
_COLOURS = {"fout": "\x1b[1;31m", "waarschuwing": "\x1b[1;33m", "aandacht": "\x1b[1;36m",
            "stil": "\x1b[2m", "uit": "\x1b[0m"}  # fmt: skip


def write(problems: Sequence[Problem], sources: Sources, *, coloured: bool) -> str:
    """Takes problems; gives them one below the other, each with its line."""
    return "".join(_parts(problems, sources, _COLOURS if coloured else {}))


def closing(problems: Sequence[Problem], checked: int) -> str:
    """Takes problems and how many files were checked; gives the line that closes the check."""
    files = count(checked, "bestand", "bestanden")
    if not problems:
        return f"Alles klopt: {files} gecontroleerd."
    faults = sum(RULES[each.rule].level == "fout" for each in problems)
    others = len(problems) - faults
    counts = f"{count(faults, 'fout', 'fouten')} en {count(others, 'waarschuwing', 'waarschuwingen')} in {files}."
    return f"{counts} {'Een bestand met een fout komt niet op de site.' if faults else 'Alles kan op de site.'}"


def _parts(problems: Sequence[Problem], sources: Sources, colour: dict[str, str]) -> Iterator[str]:
    off, quiet = colour.get("uit", ""), colour.get("stil", "")
    for number, problem in enumerate(problems, 1):
        level = RULES[problem.rule].level
        head = f"{number} van {len(problems)} · {level.capitalize()}: {RULES[problem.rule].title}"
        yield f"{colour.get(level, '')}{head}{off}  {quiet}[{problem.rule}]{off}\n"
        yield "\n".join(_excerpt(problem, sources)).replace(OLD_COMMAND, "# #[") + "\n\n"


def _excerpt(problem: Problem, sources: Sources) -> list[str]:
    place, lines = problem.place, sources.lines(problem.place.path)
    number = str(place.line)
    margin = " " * len(number)
    whole = place == FilePosition(place.path)  # the file itself: its name, its folder, its size
    at = "" if whole else f", regel {place.line}, teken {place.column}"
    rows = [f" {margin}--> {sources.shown(place.path)}{at}"]
    if not whole and 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        if place.line > 1 and lines[place.line - 2].strip():
            before = str(place.line - 1).rjust(len(number))
            rows += [f" {margin} |", f" {before} | {_cut(lines[place.line - 2])}"]
        source = _cut(lines[place.line - 1])
        length = max(1, min(place.length or 1, len(source) - place.column + 1))
        carets = " " * (place.column - 1) + "^" * length
        rows.append(f" {number} | {source}")
        if place.column <= _LONGEST_LINE:
            rows.append(f" {margin} | {carets}{' ' if problem.label else ''}{problem.label}")
    rows.append(f" {margin} = {problem.message}")
    if problem.hint:
        rows.append(f" {margin} = Wat je kunt doen: {problem.hint}")
    return rows


def _cut(line: str) -> str:
    visible = "".join(
        each if each.isprintable() else ("\N{REPLACEMENT CHARACTER}" if each != "\t" else " ") for each in line
    )
    return visible if len(visible) <= _LONGEST_LINE else visible[: _LONGEST_LINE - 1] + "…"
