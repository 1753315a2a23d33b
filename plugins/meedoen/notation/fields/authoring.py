"""A new activity file: from the answers, per field, to text that reads back as exactly that.

There is one text for the same answers, whoever writes it: `meedoen nieuw`, a program, or the form
(theme/static/aanmelden-bestand.js, held equal by a test). So what is safe without quotes is a fixed list of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from meedoen.language.wording import clock, money
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field
from meedoen.notation.time.clock import Times

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""A text, a list, or named values: a record with parts, or prices by visitor."""

_LETTER = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_OTHER = '!"$-9;-~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac'
_BARE = re.compile(rf"[{_LETTER}](?:[{_OTHER}]| (?![ #]|\Z)|:(?! |\Z))*\Z")
_IN_LIST = frozenset("[]{},")
_ESCAPED = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e'
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e03ff]"
)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def activity_text(fields: Mapping[str, Value], body: str = "") -> str:
    """Takes the fields (key → answer) and the text below them; gives the file, in the order of the table.

    A list may also be one text with commas. Empty answers are left out. Raises KeyError for a key that is not in the
    table, TypeError for named values inside named values.
    """
    for key in fields:
        ACTIVITY.by_key[key]
    lines = [line for row in ACTIVITY if row.key in fields for line in _field(row, fields[row.key])]
    return "\n".join(["---", *lines, "---", *([body] if body else [])]) + "\n"


@lru_cache(maxsize=2048)
def times_text(times: Times) -> str:
    """Takes times; gives them as they are typed: `10.00 - 11.30`, `vanaf 19.30 uur`."""
    if times.end is None:
        return f"vanaf {clock(times.start)} uur"
    return f"{clock(times.start)} - {clock(times.end)}"


def price_text(cents: int) -> str:
    """Takes cents; gives the price as it is typed: `gratis`, `5 euro`, `€ 7,50`."""
    return money(cents) if cents % 100 or not cents else f"{cents // 100} euro"


def _field(row: Field, value: Value) -> Iterator[str]:
    if isinstance(value, str):
        if row.many:
            value = [item.strip() for item in value.split(",")]
        elif value:
            yield f"{row.key}: {_scalar(value)}"
            return
    if isinstance(value, Mapping):
        lines = list(_named(row, value))
        if lines:
            yield f"{row.key}:"
            yield from (f"  {line}" for line in lines)
        return
    items = [item for item in value if item]
    if all(isinstance(item, str) for item in items):
        if items:
            yield f"{row.key}: [{', '.join(_item(str(item)) for item in items)}]"
        return
    yield f"{row.key}:"
    for item in items:
        lines = list(_named(row, item)) if isinstance(item, Mapping) else [_scalar(str(item))]
        yield from (f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines))


def _named(row: Field, values: Mapping[str, Value]) -> Iterator[str]:
    """The parts of a record in the order of its table; other names in the order that they are given."""
    keys = [part.key for part in row.parts] if row.parts else list(values)
    for key in values:
        if key not in keys:
            raise KeyError(key)
    for key in keys:
        value = values.get(key, "")
        if not isinstance(value, str):
            raise TypeError(key)
        if value:
            yield f"{_scalar(key) if ':' not in key else _quoted(key)}: {_scalar(value)}"


def _scalar(text: str) -> str:
    return text if _BARE.match(text) else _quoted(text)


def _item(text: str) -> str:
    return _scalar(text) if _IN_LIST.isdisjoint(text) else _quoted(text)


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    short = _SHORT.get(character)
    if short:
        return short
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}"
