"""Problems as workflow commands of GitHub, which also Forgejo's runner knows: each stands beside its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meedoen.cli.annotation import MOST, data, value
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import Problem
from meedoen.language.rules import RULES
from meedoen.language.wording import count

_WORDS = {
    "fout": ("fout", "fouten"),
    "waarschuwing": ("waarschuwing", "waarschuwingen"),
    "aandacht": ("punt van aandacht", "punten van aandacht"),
}


def write(problems: Sequence[Problem], sources: Sources) -> str:
    """Takes problems; gives a command on each line.

    GitHub shows ten of a kind for a step and drops the rest silently, so we stop at nine.
    """
    return "".join(f"{row}\n" for row in _rows(problems, sources))


def _rows(problems: Sequence[Problem], sources: Sources) -> Iterator[str]:
    for level, command in (("fout", "error"), ("waarschuwing", "warning"), ("aandacht", "notice")):
        of_level = [each for each in problems if RULES[each.rule].level == level]
        for problem in of_level[:MOST]:
            place = problem.place
            where = f"file={value(sources.shown(place.path))},line={place.line},col={place.column}"
            where += f",endColumn={place.column + max(1, place.length)}"
            text = f"{problem.message} {problem.hint}".strip()
            yield f"::{command} {where},title={value(RULES[problem.rule].title.capitalize())}::{data(text)}"
        if len(of_level) > MOST:
            rest = count(len(of_level) - MOST, *_WORDS[level])
            yield f"::{command} title=Er is meer::En nog {rest}. Typ: python -m meedoen controleer"
