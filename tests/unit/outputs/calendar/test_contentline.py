from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.outputs.calendar.contentline import escape, fold, is_shown_once, local, quoted, text, uri, utc

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Taalcafé", "SUMMARY:Taalcafé"),
        ("a, b; c \\ d", "SUMMARY:a\\, b\\; c \\\\ d"),
        ("een\ntwee", "SUMMARY:een\\ntwee"),
        ("een\r\ntwee\rdrie", "SUMMARY:een\\ntwee\\ndrie"),
        ("  rand  ", "SUMMARY:rand"),
        ("", "SUMMARY:"),
    ],
)
def test_text(value: str, expected: str) -> None:
    assert text("SUMMARY", value) == expected


def test_text_cannot_start_a_line_of_its_own() -> None:
    assert (
        fold(text("SUMMARY", "x\r\nATTENDEE:mailto:a@example.org")) == b"SUMMARY:x\\nATTENDEE:mailto:a@example.org\r\n"
    )


def test_fold_drops_control_characters_of_any_property() -> None:
    assert fold("X-A:a\x00b\x07c\r\nX-B:\x1bd\x7fe\u0085\tf") == "X-A:abcX-B:de\u0085\tf\r\n".encode()


def test_escape_is_undone_by_a_reader() -> None:
    assert escape("\\n, not a line; \n a line") == "\\\\n\\, not a line\\; \\n a line"


@pytest.mark.parametrize("length", [0, 1, 74, 75, 76, 148, 149, 150, 1000])
def test_fold_at_seventy_five_octets(length: int) -> None:
    pieces = fold("x" * length).removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == b"x" * length
    assert len(pieces) == 1 + max(0, -(-(length - 75) // 74))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=400))
def test_folded_text_is_read_back_by_another_library(value: str) -> None:
    line = text("SUMMARY", value)
    folded = fold(line)
    pieces = folded.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    assert "".join(piece.decode() for piece in [pieces[0], *(each[1:] for each in pieces[1:])]) == line
    event = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + folded + b"END:VEVENT\r\n")
    assert str(event["SUMMARY"]) == value.strip()


def test_utc_of_a_summer_and_a_winter_day() -> None:
    moments = [datetime(2026, month, 1, 10, 30, tzinfo=AMSTERDAM) for month in (7, 12)]
    assert [utc(moment) for moment in moments] == ["20260701T083000Z", "20261201T093000Z"]


def test_local_time_and_date() -> None:
    assert local("DTSTART", datetime(2026, 12, 1, 10, tzinfo=AMSTERDAM), "Europe/Amsterdam") == (
        "DTSTART;TZID=Europe/Amsterdam:20261201T100000"
    )
    assert local("DTEND", date(2026, 12, 2), "") == "DTEND;VALUE=DATE:20261202"
    assert utc(datetime(2026, 1, 1, tzinfo=UTC)) == "20260101T000000Z"


def test_local_time_that_the_clock_shows_twice_or_never_is_written_in_utc() -> None:
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
    assert local("DTEND", twice, "Europe/Amsterdam") == "DTEND:20261025T003000Z"
    assert local("DTEND", twice.replace(fold=1), "Europe/Amsterdam") == "DTEND:20261025T013000Z"
    never = datetime(2027, 3, 28, 2, 30, tzinfo=AMSTERDAM)
    assert local("DTEND", never, "Europe/Amsterdam") == "DTEND:20270328T013000Z"


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("Europe/Amsterdam", [2]), ("Atlantic/Canary", [1]), ("Europe/Helsinki", [3]), ("America/Kralendijk", [])],
)
def test_hours_that_the_clock_shows_twice(zone: str, hours: list[int]) -> None:
    night = [datetime(2026, 10, 25, hour, 30, tzinfo=ZoneInfo(zone)) for hour in range(24)]
    assert [each.hour for each in night if not is_shown_once(each)] == hours


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Bibliotheek Dorp, Stad; hier: 1", '"Bibliotheek Dorp, Stad; hier: 1"'),
        ('De "Hoek"', "\"De ^'Hoek^'\""),
        ("a^b^n", '"a^^b^^n"'),
        ("een\r\ntwee\n", '"een^ntwee"'),
    ],
)
def test_value_of_a_parameter_between_quotes(value: str, expected: str) -> None:
    assert quoted(value) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.example.org/a?b=1,2;c=%20#d", "https://www.example.org/a?b=1,2;c=%20#d"),
        ("https://www.example.org/één?b=ü&c=1,2", "https://www.example.org/%C3%A9%C3%A9n?b=%C3%BC&c=1,2"),
    ],
)
def test_address_in_ascii(address: str, expected: str) -> None:
    assert uri(address) == expected
