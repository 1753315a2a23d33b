"""JSON that can stand in a page or a feed: no character in it means something in HTML, XML or JavaScript."""

from __future__ import annotations

import json
from typing import Any

# The last two end a line in JavaScript from before 2019.
_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encoded(record: dict[str, Any]) -> str:
    """Takes a record; gives the record as JSON on one line."""
    text = _encode(record)
    for character, escaped in _ESCAPES:
        text = text.replace(character, escaped)
    return text
