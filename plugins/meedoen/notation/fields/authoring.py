"""A new activity file: from what somebody answered, per field, to text that reads back as exactly that."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from meedoen.language.slug import LONGEST, slugify
from meedoen.notation.schema.activity import ACTIVITY
from meedoen.notation.schema.field import Field
from meedoen.notation.text.quoting import as_value, quoted

_OPENERS = frozenset("\"'[{")
_IN_LIST = frozenset("[]{},")


def activity_text(fields: Mapping[str, str], body: str = "") -> str:
    """The file with these fields (key → answer) in the order of the table; a list has commas between its items.

    Raises KeyError for a key that is not in the table.
    """
    for key in fields:
        ACTIVITY.by_key[key]
    lines = [f"{row.key}: {_value(row, fields[row.key])}" for row in ACTIVITY if fields.get(row.key)]
    return "\n".join(["---", *lines, "---", *([body] if body else [])]) + "\n"


def free_name(title: str, taken: Collection[str]) -> str:
    """The name of a new file, without ending: after its title, with a number where that is taken."""
    stem = slugify(title) or "activiteit"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem[: LONGEST - 5].rstrip('-')}-{number}"
    return name


def _value(row: Field, answer: str) -> str:
    if not row.many:
        return _scalar(answer)
    items = [_item(item.strip()) for item in answer.split(",") if item.strip()]
    return f"[{', '.join(items)}]"


def _scalar(text: str) -> str:
    return quoted(text) if text[:1] in _OPENERS else as_value(text)


def _item(text: str) -> str:
    return quoted(text) if not _IN_LIST.isdisjoint(text) else _scalar(text)
