"""The field tables as JSON Schema (2020-12), for editors and forms: a first check, more forgiving than the checker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from meedoen.notation.fields.reader import MOST_ITEMS, Names
from meedoen.notation.schema import content_tables
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field, Kind, Table
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.quoting import as_value
from meedoen.notation.text.tree import Mapping, Node, Scalar

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_NO_NAMES = Names()
# Editors type what they read: `10.00`, `12` and `ja` may arrive as a number or as a boolean.
_TEXT = ["string", "number"]


def file_schemas(names: Names = _NO_NAMES) -> dict[str, Schema]:
    """Takes the names of lists; gives one schema for each kind of file, by its Dutch name.

    With `names` the references are choices.
    """
    whole = (
        ACTIVITY,
        content_tables.ORGANISATION,
        content_tables.MUNICIPALITY,
        content_tables.PLACE,
        content_tables.PARTNER,
        content_tables.PROJECT,
        content_tables.PUBLIC_HOLIDAYS,
        content_tables.NEWSLETTER,
    )
    schemas = {table.name: table_schema(table, names) for table in whole}
    schemas["woordenlijst"] = {
        "title": "Een woordenlijst",
        "description": "Per kenmerk een woord.",
        "type": "object",
        "propertyNames": {"pattern": SLUG},
        "additionalProperties": table_schema(content_tables.TERM, names),
    }
    schemas["schoolvakanties"] = {
        "title": "Schoolvakanties",
        "description": "Een lijst met vakanties.",
        "type": "object",
        "additionalProperties": {"type": "array", "items": table_schema(content_tables.SCHOOL_HOLIDAY, names)},
    }
    return {name: {"$schema": DIALECT, **schema} for name, schema in schemas.items()}


def table_schema(table: Table, names: Names = _NO_NAMES) -> Schema:
    """Takes a table and the names of lists; gives the schema of one table: its fields, which are needed, and nothing
    besides.
    """
    return {
        "title": table.title,
        "type": "object",
        "properties": {row.key: field_schema(row, names) for row in table},
        "required": [row.key for row in table if row.required],
        "additionalProperties": False,
    }


def field_schema(row: Field, names: Names = _NO_NAMES) -> Schema:
    """Takes a row and the names of lists; gives the schema of one field, with what it is and an example in Dutch."""
    one = _SHAPES[row.kind](row, names)
    if row.many:
        one = _either(one, {"type": "array", "items": one, "maxItems": MOST_ITEMS})
    return {"title": row.key, "description": row.explanation, "examples": [example_value(row)], **one}


def example_value(row: Field) -> Any:
    """Takes a row; gives the example of a field as a program reads it: text, a list or a mapping of texts."""
    document = parse_document("voorbeeld.yaml", f"{row.key}: {as_value(row.example)}".encode())
    if not isinstance(document, Document):
        raise ValueError(f"the example of {row.key} cannot be read: {row.example}")
    return plain_value(document.fields.entries[0][1])


def plain_value(node: Node) -> Any:
    """Takes a node; gives a node as plain Python: texts, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain_value(value) for key, value in node.entries}
    return [plain_value(item) for item in node.items]


def _either(*choices: Schema) -> Schema:
    return {"anyOf": list(choices)}


def _text(row: Field, names: Names) -> Schema:
    return {"type": _TEXT, **({"maxLength": row.longest} if row.longest else {})}


def _like(pattern: str) -> Callable[[Field, Names], Schema]:
    return lambda row, names: {
        "type": _TEXT,
        "pattern": pattern,
        **({"maxLength": row.longest} if row.longest else {}),
    }


def _choice(row: Field, names: Names) -> Schema:
    return {"enum": list(row.choices)}


def _reference(row: Field, names: Names) -> Schema:
    spellings = names.spellings.get(row.vocabulary)
    return {"enum": sorted(spellings)} if spellings else {"type": _TEXT}


def _yes_no(row: Field, names: Names) -> Schema:
    return {"enum": ["ja", "nee", True, False]}


def _record(row: Field, names: Names) -> Schema:
    if row.parts is None:
        raise ValueError(f"the field {row.key} has no parts")
    return table_schema(row.parts, names)


def _text_or_record(row: Field, names: Names) -> Schema:
    return _either({"type": _TEXT}, _record(row, names))


def _prices(row: Field, names: Names) -> Schema:
    by_visitor = {"type": "object", "additionalProperties": {"type": _TEXT}}
    return _either({"type": _TEXT}, by_visitor, {"type": "array", "items": by_visitor})


def _point(row: Field, names: Names) -> Schema:
    return {"type": "array", "items": {"type": _TEXT}, "minItems": 2, "maxItems": 2}


def _texts(row: Field, names: Names) -> Schema:
    return {"type": "object", "additionalProperties": {"type": _TEXT}}


_SHAPES: dict[Kind, Callable[[Field, Names], Schema]] = {
    "line": _text,
    "text": _text,
    "markdown": _text,
    "slug": _like(SLUG),
    "date": _text,
    "times": _text,
    "clock": _text,
    "recurrence": _text,
    "end": _text,
    "exceptions": _text,
    "extra-dates": _text_or_record,
    "reference": _reference,
    "choice": _choice,
    "yes-no": _yes_no,
    "number": _like("^[0-9]{1,5}$"),
    "url": _like("^(https?://|www\\.)"),
    "phone": _like("^[+0-9]"),
    "mail": _like("@"),
    "price": _prices,
    "age": _text,
    "online": _text,
    "address": _text_or_record,
    "registration": _text_or_record,
    "image": _text_or_record,
    "record": _record,
    "colour": _like("^#[0-9A-Fa-f]{6}$"),
    "point": _point,
    "zone": _text,
    "texts": _texts,
    "account": _like("^@?[A-Za-z0-9_]"),
    "folder": _like("^[a-z0-9-]+(/[a-z0-9-]+)+/?$"),
}
