"""The bytes of one published calendar file → its events by activity, or the reason why no program can read it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meedoen.guard.component import unescape

LARGEST = 5_000_000  # bytes; a feed over 1 MB is too large for some programs already
MOST_EVENTS = 10_000
_BEGIN, _END = b"\nBEGIN:VEVENT", b"\nEND:VEVENT"
_UID = re.compile(rb"\nUID(?:;[^:\n]*)?:([^\n]+)")
_FOLDED_UID = re.compile(rb"\nUID(?:;[^:\n]*)?:([^\r\n]+(?:\r?\n[ \t][^\r\n]*)*)")
_START = re.compile(rb"\nDTSTART[;:]")
_NAME = re.compile(rb"\n(?:X-WR-CALNAME|NAME)[^:\n]*:([^\n]*)")
_ZONES_USED = re.compile(rb"\n[A-Z-]+;(?:[^:\n]*;)?TZID=([^:;\n]+)")
_ZONES_GIVEN = re.compile(rb"\nTZID[^:\n]*:([^\n]+)")
_DATE_OF_SERIES = re.compile(r"--([0-9]{8})(?=@|$)")
_FOLD = re.compile(rb"\r?\n[ \t]")

Blocks = tuple[bytes, ...]
"""The events of one activity in one file: unfolded lines without BEGIN and END, in the order of the file."""


class UnreadableCalendar(Exception):
    """A calendar file or a series that calendar programs refuse; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class EventBlock:
    """One event, looked at once however many files it stands in: its lines, its activity, the time zones it names."""

    lines: bytes
    activity: str
    zones: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What stands in one file: events by the UID of their activity, its name, zones without a VTIMEZONE."""

    events: dict[str, Blocks]
    name: str = ""
    zones_missing: tuple[str, ...] = ()


def activity_of(uid: str) -> str:
    """Takes the UID of an event; gives that of its activity: `taalcafe--20261201@x` belongs to `taalcafe@x`."""
    return _DATE_OF_SERIES.sub("", uid) if "--" in uid else uid


def planned_by(uid: str) -> str:
    """Takes the UID of an event; gives the day for which it was planned, if on its own: `20261201`; else empty."""
    day = _DATE_OF_SERIES.search(uid)
    return day[1] if day else ""


def activities_in(data: bytes) -> set[str]:
    """Takes a file that need not be read; gives the UIDs of its activities: faster, and never an error."""
    return {activity_of(_FOLD.sub(b"", uid).decode("utf-8", "replace")) for uid in set(_FOLDED_UID.findall(data))}


def read_calendar(data: bytes, shared: dict[bytes, EventBlock]) -> CalendarFile:
    """Takes the bytes of a file, and `shared`, which keeps each event once, since it stands in many files.

    Gives the file as events. Raises UnreadableCalendar.
    """
    lines = _unfolded(data)
    head, *pieces = lines.split(_BEGIN)
    if len(pieces) > MOST_EVENTS:
        raise UnreadableCalendar(f"er staan {len(pieces)} activiteiten in, en dat is te veel")
    events: dict[str, list[bytes]] = {}
    zones: set[bytes] = set()
    for number, piece in enumerate(pieces, 1):
        end = piece.find(_END)
        text = piece[:end]
        block = shared.get(text)
        if block is None:
            closed = piece[end + len(_END) :]
            block = _block(text) if end >= 0 and closed[:1] in (b"", b"\n") else None
            if block is None:
                raise UnreadableCalendar(
                    f"in activiteit {number} van dit bestand ontbreekt het kenmerk, het begin of het slot"
                )
            shared[text] = block
        zones |= block.zones
        events.setdefault(block.activity, []).append(block.lines)
    name = _NAME.search(head)
    missing = zones - set(_ZONES_GIVEN.findall(lines)) if zones else zones
    return CalendarFile(
        {uid: tuple(each) for uid, each in events.items()},
        unescape(name[1].decode()) if name else "",
        tuple(sorted(zone.decode().strip('"') for zone in missing)),
    )


def _block(text: bytes) -> EventBlock | None:
    """The event of these lines, each after its line feed; None when it has not exactly one UID and one start."""
    uids = _UID.findall(text)
    if not text.startswith(b"\n") or len(uids) != 1 or len(_START.findall(text)) != 1:
        return None
    return EventBlock(text, activity_of(uids[0].decode()), frozenset(_ZONES_USED.findall(text)))


def _unfolded(data: bytes) -> bytes:
    """The content lines of the file, whole, each ended by a line feed. Raises UnreadableCalendar."""
    if len(data) > LARGEST:
        raise UnreadableCalendar(f"het bestand is groter dan {LARGEST // 1_000_000} MB")
    lines = data.replace(b"\r\n", b"\n").replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        lines.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableCalendar("het is geen UTF-8") from None
    if not lines.startswith(b"BEGIN:VCALENDAR\n"):
        raise UnreadableCalendar("het begint niet met BEGIN:VCALENDAR")
    if lines.count(b"\nEND:VCALENDAR\n") != 1 or not lines.endswith(b"\nEND:VCALENDAR\n"):
        raise UnreadableCalendar("het eindigt niet met END:VCALENDAR: het bestand is niet heel")
    return lines
