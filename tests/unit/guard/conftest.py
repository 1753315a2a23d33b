"""Two published outputs in a folder, written as calendar files of a few lines, and what the guard says of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from meedoen.guard.finding import Finding
from meedoen.guard.output_comparison import compare

TODAY = date(2026, 11, 24)
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(*events: str, name: str = "Agenda", zones: str = ZONE) -> bytes:
    """A calendar file."""
    lines = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//NL\nX-WR-CALNAME:{name}\n{zones}{''.join(events)}END:VCALENDAR\n"
    )
    return lines.replace("\n", "\r\n").encode()


def event(
    uid: str = "dorp-taalcafe",
    start: str = "20261201T100000",
    end: str = "20261201T113000",
    *,
    domain: str = "x.nl",
    **more: str,
) -> str:
    """One VEVENT; `more` are other properties in upper case, with `_` for a hyphen, which replace those given here."""
    modified = more.get("LAST_MODIFIED", "20261101T120000Z")
    given: dict[str, str] = {
        "DTSTAMP": modified,
        "SEQUENCE": "0",
        "SUMMARY": "Taalcafé",
        "LOCATION": "Bibliotheek",
        "STATUS": "CONFIRMED",
    }
    given |= {"LAST_MODIFIED": modified} | more
    lines = [f"UID:{uid}@{domain}", _when("DTSTART", start), _when("DTEND", end)]
    lines += [
        _when(name.replace("_", "-"), value)
        if name in ("RECURRENCE_ID", "EXDATE")
        else f"{name.replace('_', '-')}:{value}"
        for name, value in given.items()
        if value != ""
    ]
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def _when(name: str, value: str) -> str:
    return f"{name};TZID=Europe/Amsterdam:{value}" if "T" in value else f"{name};VALUE=DATE:{value}"


WEEKLY = {"RRULE": "FREQ=WEEKLY;UNTIL=20261222T090000Z"}
"""On 1, 8, 15 and 22 December."""
LATER = {"SEQUENCE": "1", "LAST_MODIFIED": "20261120T080000Z"}
"""What a change should bring along."""


class Outputs:
    """A folder with `oud` and `nieuw`, and content/."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("oud", "nieuw"):
            (root / name).mkdir()

    def write(self, folder: str, files: Mapping[str, bytes]) -> None:
        """Writes files below the folder."""
        for path, data in files.items():
            (self.root / folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / folder / path).write_bytes(data)

    def compare(self, old: Mapping[str, bytes], new: Mapping[str, bytes], *allowed: str) -> list[Finding]:
        """What the guard says of these files."""
        self.write("oud", old)
        self.write("nieuw", new)
        found = compare(self.root / "oud", self.root / "nieuw", TODAY, allowed=allowed, content=self.root / "content")
        assert found is not None
        return found

    def events(self, old: str, new: str, *allowed: str) -> list[Finding]:
        """What the guard says of these events, in the one calendar of one site that has another event too."""
        other = event("dorp-ander", "20270301T100000", "20270301T110000", SUMMARY="Ander")
        return self.compare(
            {"dorp/agenda.ics": calendar(old, other)}, {"dorp/agenda.ics": calendar(new, other)}, *allowed
        )


@pytest.fixture
def outputs(tmp_path: Path) -> Outputs:
    """Two empty outputs."""
    return Outputs(tmp_path)
