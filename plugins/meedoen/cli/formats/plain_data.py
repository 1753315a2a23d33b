"""Problems as JSON of our own, for programs; its keys are Dutch, as those of the content are."""

from __future__ import annotations

import json
from collections.abc import Sequence

from meedoen.cli.annotation import OLD_COMMAND
from meedoen.language.problems import Problem
from meedoen.language.rules import RULES, is_fault


def write(problems: Sequence[Problem]) -> str:
    """Takes problems; gives an object with how many faults there are, and every problem."""
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
    return dumped({"fouten": sum(is_fault(each.rule) for each in problems), "problemen": rows})


def dumped(value: object) -> str:
    """Takes a value; gives JSON that may stand in a log: no text in it is a command of a runner."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace(OLD_COMMAND, "#\\u0023[") + "\n"
