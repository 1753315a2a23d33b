"""One VEVENT as its content lines (RFC 5545 §3.1): enough to see what differs, without a calendar library."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

STAMPS = frozenset({"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "CREATED"})
# What a calendar program needs a higher SEQUENCE for (RFC 5546 §2.1.4): time, rule, place, status.
WEIGHTY = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "STATUS", "LOCATION"})
_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[^";:]*(?:"[^"]*"[^";:]*)*)*):(.*)', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MOMENT = re.compile(r"[0-9]{8}T[0-9]{6}Z")
_LARGEST_SEQUENCE = 10  # digits

Key = tuple[str, str]
"""UID and RECURRENCE-ID ("" for a whole event)."""


@dataclass(frozen=True, slots=True)
class Component:
    """The properties of one event by name, each as (parameters, value)."""

    properties: dict[str, tuple[tuple[str, str], ...]]

    @property
    def key(self) -> Key:
        """UID and RECURRENCE-ID."""
        return self.value("UID"), self.value("RECURRENCE-ID")

    @property
    def sequence(self) -> int:
        """SEQUENCE; 0 when it is missing (RFC 5545 §3.8.7.4) or no number."""
        value = self.value("SEQUENCE")
        return int(value) if value.isascii() and value.isdigit() and len(value) <= _LARGEST_SEQUENCE else 0

    def value(self, name: str) -> str:
        """Takes the name of a property; gives its first value as it is written, empty when there is none."""
        values = self.properties.get(name)
        return values[0][1] if values else ""

    def text(self, name: str) -> str:
        """Takes the name of a TEXT property; gives its first value as people read it."""
        return unescape(self.value(name))

    def stamp(self, name: str) -> str:
        """Takes DTSTAMP or LAST-MODIFIED; gives its value, which sorts by time; empty when it has another form."""
        return self.value(name) if _MOMENT.fullmatch(self.value(name)) else ""

    def lines(self, *, only: Iterable[str] | None = None, without: Iterable[str] = STAMPS) -> frozenset[object]:
        """Takes which properties count; gives what they say in a form that compares: their order means nothing."""
        names = set(self.properties) & (set(self.properties) if only is None else set(only)) - set(without)
        return frozenset((name, tuple(sorted(self.properties[name]))) for name in names)


def unescape(value: str) -> str:
    """Takes a TEXT value; gives it as people read it (RFC 5545 §3.3.11)."""
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def read_component(block: bytes) -> Component:
    """Takes unfolded lines without BEGIN and END; gives the component. What stands in a nested one is left out."""
    properties: dict[str, tuple[tuple[str, str], ...]] = {}
    depth = 0
    # Not splitlines(): it cuts at U+2028 and the like too, which may stand in a text.
    for line in block.decode("utf-8", "replace").split("\n"):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        name, parameters, value = match[1].upper(), match[2], match[3]
        if name == "BEGIN":
            depth += 1
        elif name == "END":
            depth -= 1
        elif depth == 0:
            properties[name] = (*properties.get(name, ()), (parameters, value))
    return Component(properties)
