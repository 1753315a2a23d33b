"""Problems for GitLab's Code Quality, which shows them in the merge request: those that are new, those that are gone.

The keys are those that GitLab reads (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format").
"""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.cli.formats.plain_data import dumped
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import Problem
from meedoen.language.rules import RULES

_SEVERITIES = {"fout": "major", "waarschuwing": "minor", "aandacht": "info"}


def write(problems: Sequence[Problem], sources: Sources) -> str:
    """Takes problems; gives a list with an object for each.

    It is empty when all is well, as GitLab wants a report in any case.
    """
    return dumped(
        [
            {
                "description": f"{each.message} {each.hint}".strip(),
                "check_name": each.rule,
                "fingerprint": sources.fingerprint(each),
                "severity": _SEVERITIES[RULES[each.rule].level],
                "location": {"path": sources.shown(each.place.path), "lines": {"begin": each.place.line}},
            }
            for each in problems
        ]
    )
