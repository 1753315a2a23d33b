"""Problems for people and programs: text with carets, workflow commands, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from meedoen.cli.annotation import MOST, OLD_COMMAND, data, value
from meedoen.language.problems import Place, Problem
from meedoen.language.rules import RULES, is_fault
from meedoen.language.wording import count
from meedoen.notation.text.document import source_lines

FORMATS = ("tekst", "github", "json")
_LONGEST_LINE = 110
_COLOURS = {"fout": "\x1b[1;31m", "waarschuwing": "\x1b[1;33m", "stil": "\x1b[2m", "uit": "\x1b[0m"}


def report(
    problems: Iterable[Problem], root: Path, out: TextIO, *, form: str = "tekst", checked: int | None = None
) -> None:
    """Writes the problems in file order. `root` is the content folder, from which the source lines are quoted.

    `checked` is the number of files that were looked at, for the closing line of a check.
    """
    found = sorted(problems)
    if form == "json":
        out.write(_json(found).replace(OLD_COMMAND, "#\\u0023[") + "\n")
        return
    if form == "github":
        out.write(_github(found, _shown_root(root)))
        return
    colour = _COLOURS if out.isatty() else dict.fromkeys(_COLOURS, "")
    sources: dict[str, tuple[str, ...]] = {}
    totals = {level: sum(RULES[each.rule].level == level for each in found) for level in ("fout", "waarschuwing")}
    for number, problem in enumerate(found, 1):
        level = RULES[problem.rule].level
        if problem.place.path not in sources:
            sources[problem.place.path] = _lines(root, problem.place.path)
        head = f"{number} van {len(found)} · {level.capitalize()}: {RULES[problem.rule].title}"
        out.write(f"{colour[level]}{head}{colour['uit']}  {colour['stil']}[{problem.rule}]{colour['uit']}\n")
        excerpt = "\n".join(_excerpt(problem, sources[problem.place.path], _shown_root(root)))
        out.write(excerpt.replace(OLD_COMMAND, "# #[") + "\n\n")
    if checked is not None:
        out.write(_closing(totals, checked) + "\n")


def _closing(totals: dict[str, int], checked: int) -> str:
    files = count(checked, "bestand", "bestanden")
    if not any(totals.values()):
        return f"Alles klopt: {files} gecontroleerd."
    faults, warnings = (
        count(totals["fout"], "fout", "fouten"),
        count(totals["waarschuwing"], "waarschuwing", "waarschuwingen"),
    )
    end = "Een bestand met een fout komt niet op de site." if totals["fout"] else "Alles kan op de site."
    return f"{faults} en {warnings} in {files}. {end}"


def _excerpt(problem: Problem, lines: tuple[str, ...], shown_root: str) -> list[str]:
    place = problem.place
    number = str(place.line)
    margin = " " * len(number)
    whole = place == Place(place.path)  # the file itself: its name, its folder, its size
    rows = [f" {margin}--> {shown_root}{place.path}" + ("" if whole else f", regel {place.line}, teken {place.column}")]
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


def _lines(root: Path, path: str) -> tuple[str, ...]:
    place = root / path.removeprefix("content/")
    if not place.is_file() or place.is_symlink():
        return ()
    with place.open("rb") as file:
        return source_lines(file.read(200_000))


def _shown_root(root: Path) -> str:
    """What stands before `content/` when the content is not in the folder where the command runs."""
    try:
        lead = root.resolve().parent.relative_to(Path.cwd()).as_posix()
    except ValueError:
        lead = root.resolve().parent.as_posix()
    return "" if lead == "." else f"{lead}/"


def _json(problems: list[Problem]) -> str:
    rows = [
        {
            "bestand": each.place.path,
            "regel": each.place.line,
            "teken": each.place.column,
            "lengte": each.place.length,
            "soort": RULES[each.rule].level,
            "code": each.rule,
            "titel": RULES[each.rule].title,
            "melding": each.message,
            "oplossing": each.hint,
        }
        for each in problems
    ]
    return json.dumps(
        {"fouten": sum(is_fault(each.rule) for each in problems), "problemen": rows},
        ensure_ascii=False,
        indent=1,
    )


def _github(problems: list[Problem], shown_root: str) -> str:
    """Workflow commands. GitHub shows ten of a kind for a step and drops the rest silently, so we stop at nine."""
    rows: list[str] = []
    for level, command in (("fout", "error"), ("waarschuwing", "warning")):
        of_level = [each for each in problems if RULES[each.rule].level == level]
        for each in of_level[:MOST]:
            text = f"{each.message} {each.hint}".strip()
            place = each.place
            where = f"file={value(shown_root + place.path)},line={place.line},col={place.column}"
            where += f",endColumn={place.column + max(1, place.length)}"
            rows.append(f"::{command} {where},title={value(RULES[each.rule].title.capitalize())}::{data(text)}")
        if len(of_level) > MOST:
            rest = len(of_level) - MOST
            words = ("fout", "fouten") if level == "fout" else ("waarschuwing", "waarschuwingen")
            rows.append(
                f"::{command} title=Er is meer::En nog {count(rest, *words)}. Typ: python -m meedoen controleer"
            )
    return "".join(f"{row}\n" for row in rows)
