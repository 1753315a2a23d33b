"""SARIF 2.1.0: held against what the standard says of the parts that we use, and nothing beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from meedoen.cli.formats.sarif import write
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import RULES

PATH = "content/activiteiten/dorp/koffie met melk.md"


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = _object("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
NUMBER = {"type": "integer", "minimum": 1}
RULE = _object(
    "id", id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, defaultConfiguration=_object("", level=LEVEL)
)
REGION = _object("startLine", startLine=NUMBER, startColumn=NUMBER, endColumn=NUMBER)
LOCATION = _object(
    "artifactLocation",
    artifactLocation=_object("uri", uri={"type": "string", "pattern": r"\A[\w./%~-]+\Z"}),
    region=REGION,
)
RESULT = _object(
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=_list(_object("", physicalLocation=LOCATION)),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
DRIVER = _object("name", name=TEXT, version=TEXT, language={"const": "nl"}, rules=_list(RULE, uniqueItems=True))
RUN = _object(
    "tool",
    tool=_object("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=_list(RESULT),
)
LOG = _object(
    "version runs", version={"const": "2.1.0"}, runs=_list(RUN), **{"$schema": {"type": "string", "format": "uri"}}
)
FAULT = Problem(
    FilePosition(PATH, 3, 8, 10), "datum-bestaat-niet", "“31-11-2026” bestaat niet.", "Typ: datum: 30-11-2026"
)
WHOLE = Problem(FilePosition(PATH), "verkeerde-bestandsnaam", "De naam kan niet.")
HOSTILE = Problem(FilePosition(PATH, 2), "hoofdletters", "[klik](1) {0} \\ ##[error]x")


def log(tmp_path: Path, *problems: Problem) -> dict[str, Any]:
    written = write(problems, Sources(tmp_path / "content"))
    assert "##[" not in written
    found: dict[str, Any] = json.loads(written)
    Draft202012Validator(LOG).validate(found)
    return found


def test_every_rule_can_be_reported(tmp_path: Path) -> None:
    (run,) = log(tmp_path, *(Problem(FilePosition(PATH), name, "m") for name in RULES))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == sorted(RULES)
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [each["ruleId"] for each in run["results"]]


def test_place_and_level_are_those_of_the_problem(tmp_path: Path) -> None:
    fault, whole = log(tmp_path, FAULT, WHOLE)["runs"][0]["results"]
    where = fault["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"].endswith("content/activiteiten/dorp/koffie%20met%20melk.md")
    assert where["region"] == {"startLine": 3, "startColumn": 8, "endColumn": 18}
    assert fault["message"]["text"] == "“31-11-2026” bestaat niet. Typ: datum: 30-11-2026"
    assert "region" not in whole["locations"][0]["physicalLocation"]
    assert [each["level"] for each in (fault, *log(tmp_path, HOSTILE)["runs"][0]["results"])] == ["error", "warning"]


def test_text_is_neither_a_link_nor_a_placeholder(tmp_path: Path) -> None:
    (result,) = log(tmp_path, HOSTILE)["runs"][0]["results"]
    assert result["message"]["text"] == "\\[klik\\](1) {{0}} \\\\ ##\\[error\\]x"


def test_report_of_nothing_is_a_run_without_results(tmp_path: Path) -> None:
    assert log(tmp_path)["runs"][0]["results"] == []
