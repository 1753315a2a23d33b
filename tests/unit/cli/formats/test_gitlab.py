"""Code Quality of GitLab, as its documentation describes it."""

from __future__ import annotations

import json
from pathlib import Path

from meedoen.cli.formats.gitlab import write
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import FilePosition, Problem

PATH = "content/activiteiten/dorp/koffie.md"


def test_each_problem_has_what_gitlab_asks_for(tmp_path: Path) -> None:
    problems = [
        Problem(FilePosition(PATH, 3, 8), "datum-bestaat-niet", "“31-11-2026” bestaat niet.", "Typ: datum: 30-11-2026"),
        Problem(FilePosition(PATH), "hoofdletters", "HOOFDLETTERS ##[error]x"),
    ]
    sources = Sources(tmp_path / "content")
    written = write(problems, sources)
    again = Sources(tmp_path / "content")
    assert json.loads(written) == [
        {
            "description": "“31-11-2026” bestaat niet. Typ: datum: 30-11-2026",
            "check_name": "datum-bestaat-niet",
            "fingerprint": again.fingerprint(problems[0]),
            "severity": "major",
            "location": {"path": again.shown(PATH), "lines": {"begin": 3}},
        },
        {
            "description": "HOOFDLETTERS ##[error]x",
            "check_name": "hoofdletters",
            "fingerprint": again.fingerprint(problems[1]),
            "severity": "minor",
            "location": {"path": again.shown(PATH), "lines": {"begin": 1}},
        },
    ]
    assert "##[" not in written


def test_report_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    assert write([], Sources(tmp_path)) == "[]\n"
