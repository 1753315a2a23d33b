"""The checks of the octets: they let a good file pass and name each fault."""

from __future__ import annotations

import pytest
from tests.calendar.octets import components, faults, unfold

GOOD = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a@example.org\n"
    'ATTACH;FMTTYPE="a:b,c";X-A=b,"c;d":https://www.example.org/?a=1;b,c\n'
    "SUMMARY:Koffie\\, thee\\; en \\\\ meer\\nCafé\nEND:VEVENT\nBEGIN:VEVENT\nUID:b@example.org\n"
    f"DESCRIPTION:{'x' * 63}\n y\\\\\n  \\n z\nEND:VEVENT\nEND:VCALENDAR\n"
).replace("\n", "\r\n").encode()  # fmt: skip


def test_good_file_has_no_faults() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "a BOM"),
        (b"BEGIN:VCALENDAR\r\nVERSION", b"\r\nBEGIN:VCALENDAR\r\nVERSION", "not one calendar from its first octet on"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "no end"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "a line feed or carriage return alone"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\rX\r\n", "a line feed or carriage return alone"),
        (b"xxx\r\n", b"xxxx\r\n", "10: 76 octets"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n", "3: an empty line"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n \r\n", "3: an empty line"),
        ("Café".encode(), b"Caf\xc3\r\n \xa9", "6: cut inside a character, or no UTF-8"),
        (b"Caf", b"Caf\x07", "6: a control character"),
        (b"Caf", "Caf\u0085".encode(), "6: a control character"),
        (b"Caf", "Caf\u2028".encode(), "6: a control character"),
        (b"Koffie\\,", b"Koffie\\\r\n ,", "6: cut inside an escape"),
        (b"UID:a", b"UID a", "no content line: UID a@example.org"),
        (b'"a:b,c"', b'"a:b"c', 'no content line: ATTACH;FMTTYPE="a:b"'),
        (b"UID:a", b"uid:a", "no content line: uid:a@example.org"),
        (b"SUMMARY:K", b"SUMMARY: K", "SUMMARY: a text that is not trimmed or escaped"),
        (b"Koffie\\,", b"Koffie,", "SUMMARY: a text that is not trimmed or escaped"),
        (b"thee\\;", b"thee\\\\;", "SUMMARY: a text that is not trimmed or escaped"),
        (b"meer\\n", b"meer\\x", "SUMMARY: a text that is not trimmed or escaped"),
        (b"END:VEVENT\r\nEND", b"END:VTODO\r\nEND", "END:VTODO without its BEGIN"),
        (b"END:VEVENT\r\nEND", b"END", "END:VCALENDAR without its BEGIN"),
    ],
)  # fmt: skip
def test_fault_is_named(good: bytes, bad: bytes, fault: str) -> None:
    assert good in GOOD
    assert fault in faults(GOOD.replace(good, bad, 1))


def test_calendar_without_a_component_is_named() -> None:
    assert faults(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n") == ["no component"]


def test_second_calendar_is_named() -> None:
    assert faults(GOOD + GOOD)[0] == "not one calendar from its first octet on"


def test_events_with_their_lines() -> None:
    first, second = components(GOOD)
    assert (first.value("UID"), first.value("SUMMARY"), first.value("X-A")) == (
        "a@example.org",
        "Koffie\\, thee\\; en \\\\ meer\\nCafé",
        "",
    )
    assert first.value("ATTACH") == "https://www.example.org/?a=1;b,c"
    assert second.lines == ("UID:b@example.org", f"DESCRIPTION:{'x' * 63}y\\\\ \\n z")
    assert b"".join([GOOD[: GOOD.index(b"BEGIN:VEVENT")], first.octets, second.octets, b"END:VCALENDAR\r\n"]) == GOOD
    assert unfold(b"A:b\r\n c\r\nD:e\r\n") == ["A:bc", "D:e"]
