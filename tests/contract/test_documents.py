"""What is generated from the tables is fresh, complete and true: the pages, the schemas and the example to copy."""

from __future__ import annotations

import shutil
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from meedoen.cli.check import check
from meedoen.cli.documents import documents, known_names
from meedoen.language.problems import Problem
from meedoen.notation.fields.values import ExtraDate
from meedoen.notation.schema import content_tables
from meedoen.notation.schema.activity_table import (
    ACTIVITY,
    CHANGE,
    EXTRA_DATE,
    IMAGE,
    PROGRAMME_ITEM,
    REGISTRATION,
)
from meedoen.notation.schema.field import Field, Table
from meedoen.notation.schema.json_schema import example_value, file_schemas, table_schema
from meedoen.notation.schema.reference import example_file
from meedoen.programme.activity import Activity
from meedoen.programme.change import Change
from meedoen.programme.edition import Edition
from meedoen.programme.holidays import SchoolHoliday
from meedoen.programme.joining import Image, ProgrammeItem, Registration
from meedoen.programme.organisation import Municipality, Organisation
from meedoen.programme.partner import Partner, Project
from meedoen.programme.place import Place
from meedoen.programme.scheme import Accents
from meedoen.programme.vocabulary import Term

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
DOCUMENTS = documents(ROOT)
TABLES = (ACTIVITY, *content_tables.TABLES)
ROWS = [(table, row) for table in TABLES for row in table]
# Fields that only make sense with, or without, another one, and what stands there when they are tried on their own.
TOGETHER: dict[str, dict[str, str | None]] = {
    "einddatum": {"herhaling": None},
    "hele-dag": {"tijd": None},
    "herhaling": {"tot": "29 juni 2027"},
    "tot": {"herhaling": "elke dinsdag"},
    "behalve": {"herhaling": "elke dinsdag", "tot": "29 juni 2027"},
    "wijzigingen": {"herhaling": "elke dinsdag", "tot": "29 juni 2027"},
    "adres": {"locatie": None, "toegankelijkheid": "[rolstoel]"},
}
# The library fills in the kernfunctie; the example names a picture that nobody has.
KNOWN = known_names(ROOT / "content")
HOME = KNOWN["gemeenten"][0]
EXPECTED = {"kernfunctie-ontbreekt", "afbeelding-ontbreekt"}


@pytest.mark.parametrize("path", DOCUMENTS)
def test_document_is_fresh(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == DOCUMENTS[path], "typ: make docs"


def test_field_has_a_row_in_the_reference() -> None:
    assert [row.key for _, row in ROWS if f"| `{row.key}` |" not in DOCUMENTS["docs/velden.md"]] == []


def test_schemas_are_valid() -> None:
    for schema in file_schemas().values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_schema_accepts_the_example_of_each_field(table: Table) -> None:
    needed = {each.key: example_value(each) for each in table if each.required}
    tried = [(row.key, _complaints(table, needed | {row.key: example_value(row)})) for row in table]
    assert tried == [(row.key, []) for row in table]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_schema_refuses_an_unknown_key(table: Table) -> None:
    needed = {each.key: example_value(each) for each in table if each.required}
    assert len(_complaints(table, needed | {"bestaat-niet": "x"})) == 1


def test_example_file_passes_the_checker_when_copied(tmp_path: Path) -> None:
    assert _problems_of_copy(tmp_path, example_file(KNOWN)) == []


@pytest.mark.parametrize("row", [row for row in ACTIVITY if row.kind != "markdown"], ids=lambda row: row.key)
def test_example_of_field_passes_the_checker(row: Field, tmp_path: Path) -> None:
    text = example_file(KNOWN).replace(f"\n# {row.key}: ", f"\n{row.key}: ")
    folder = "regio" if row.key == "gemeenten" else HOME
    for key, value in TOGETHER.get(row.key, {}).items():
        lines = [line for line in text.split("\n") if not line.startswith((f"{key}: ", f"# {key}: "))]
        text = "\n".join(lines).replace("---\n", f"---\n{key}: {value}\n" if value else "---\n", 1)
    assert _problems_of_copy(tmp_path, text, folder) == []


def test_attributes_of_tables_are_those_of_their_values() -> None:
    slug = {"slug"}
    pairs: list[tuple[Table, type, set[str]]] = [
        (content_tables.ORGANISATION, Organisation, set()),
        (content_tables.MUNICIPALITY, Municipality, slug),
        (content_tables.ACCENTS, Accents, set()),
        (content_tables.ACCENTS_DARK, Accents, set()),
        (content_tables.PLACE, Place, slug),
        (content_tables.PARTNER, Partner, slug),
        (content_tables.PROJECT, Project, slug),
        (content_tables.TERM, Term, slug),
        (content_tables.SCHOOL_HOLIDAY, SchoolHoliday, set()),
        (content_tables.NEWSLETTER, Edition, {"slug", "path"}),
        (CHANGE, Change, set()),
        (EXTRA_DATE, ExtraDate, set()),
        (REGISTRATION, Registration, set()),
        (IMAGE, Image, set()),
        (PROGRAMME_ITEM, ProgrammeItem, set()),
    ]
    for table, value, derived in pairs:
        assert _attributes(table) == _names(value) - derived, table.name


def test_attributes_of_activity_table_are_those_of_an_activity() -> None:
    when = {"day", "times", "last_day", "all_day", "recurrence", "until", "exceptions", "extra_dates"}  # Schedule
    resolved = {"address", "description"}  # become `place` and `body`
    derived = {"path", "folder", "page", "schedule", "zone", "body", "written"}
    assert _attributes(ACTIVITY) - when - resolved == _names(Activity) - derived


def _complaints(table: Table, value: dict[str, Any]) -> list[str]:
    return [each.message for each in Draft202012Validator(table_schema(table)).iter_errors(value)]


def _problems_of_copy(folder: Path, text: str, municipality: str = HOME) -> list[Problem]:
    """What the checker says of this text as a new activity among the real content around the activities."""
    root = folder / "content"
    shutil.copytree(ROOT / "content", root, ignore=shutil.ignore_patterns("activiteiten", "nieuwsbrieven", "paginas"))
    copy = root / "activiteiten" / municipality / "nagemaakt-voorbeeld.md"
    copy.parent.mkdir(parents=True)
    copy.write_text(text, encoding="utf-8")
    return [problem for problem in check(root, TODAY)[0] if problem.rule not in EXPECTED]


def _attributes(table: Table) -> set[str]:
    return {row.attribute for row in table}


def _names(value: type[Any]) -> set[str]:
    return {each.name for each in fields(value)}
