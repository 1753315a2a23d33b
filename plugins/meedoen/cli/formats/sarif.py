"""Problems in SARIF 2.1.0 (OASIS, 2020), which GitHub's code scanning and many editors show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from meedoen import __version__
from meedoen.cli.formats.plain_data import dumped
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import RULES

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"fout": "error", "waarschuwing": "warning", "aandacht": "note"}
# Placeholders (3.11.5) and links (3.11.6) in a message: what somebody typed is neither.
_LITERAL = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def write(problems: Sequence[Problem], sources: Sources) -> str:
    """Takes problems; gives one run with the rules that were broken and a result for each problem."""
    rules = sorted({each.rule for each in problems})
    driver = {"name": "meedoen", "version": __version__, "language": "nl", "rules": [_rule(name) for name in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.rule), sources) for each in problems],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str) -> dict[str, Any]:
    rule = RULES[name]
    return {
        "id": name,
        "shortDescription": {"text": _text(rule.title.capitalize())},
        "fullDescription": {"text": _text(rule.explanation)},
        "defaultConfiguration": {"level": _level(name)},
    }


def _result(problem: Problem, index: int, sources: Sources) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(sources.shown(problem.place.path))}}
    if problem.place != FilePosition(problem.place.path):
        where["region"] = _region(problem.place)
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": _level(problem.rule),
        "message": {"text": _text(f"{problem.message} {problem.hint}".strip())},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {"meedoen/v1": sources.fingerprint(problem)},
    }


def _region(place: FilePosition) -> dict[str, int]:
    end = place.column + max(1, place.length)
    return {"startLine": place.line, "startColumn": place.column, "endColumn": end}


def _level(rule: str) -> str:
    return _LEVELS[RULES[rule].level]


def _text(text: str) -> str:
    return text.translate(_LITERAL)
