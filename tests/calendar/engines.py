"""Two programs that read calendars and know nothing of ours: icalendar with recurring-ical-events, and ical.js."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import icalendar
import recurring_ical_events
from tests.calendar.reading import Reading, identifier, moment

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / ".venv" / "node" / "node_modules" / "ical.js"
FIRST, LAST = date(2015, 1, 1), date(2040, 1, 1)


class Unreadable(Exception):
    """The program refuses the calendar, or something in it."""


class Engine(Protocol):
    """A program that reads calendars."""

    def read(self, calendar: bytes) -> list[Reading]:
        """Every date in this file, sorted. Raises Unreadable."""

    def count(self, calendar: bytes) -> int:
        """How many events this file has, read as a whole. Raises Unreadable."""


class Python:
    """icalendar, expanded by recurring-ical-events."""

    def read(self, calendar: bytes) -> list[Reading]:
        """Every date in this file, sorted. Raises Unreadable."""
        try:
            found = list(recurring_ical_events.of(_parse(calendar)).between(FIRST, LAST))
        except ValueError as error:
            raise Unreadable(str(error)) from error
        return sorted(_of(each) for each in found)

    def count(self, calendar: bytes) -> int:
        """How many events this file has, read as a whole. Raises Unreadable."""
        return len(_parse(calendar).walk("VEVENT"))


def _parse(data: bytes) -> icalendar.Component:
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if errors := [error for each in calendar.walk() for error in each.errors]:
        raise Unreadable(str(errors))
    return calendar


def _of(event: Any) -> Reading:
    status, title, place, transparency = (
        str(event.get(name, "")) for name in ("STATUS", "SUMMARY", "LOCATION", "TRANSP")
    )
    return _reading(str(event["UID"]), moment(event.start), moment(event.end), status, title, place, transparency)


class Node:
    """ical.js on node: one process for the whole run. It knows no zones but those that a file itself describes."""

    def __init__(self) -> None:
        command = ["node", str(HERE / "reader.mjs"), str(LIBRARY / "dist" / "ical.js")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, calendar: bytes) -> list[Reading]:
        """Every date in this file, sorted. Raises Unreadable."""
        return sorted(_reading(*each) for each in self._ask(text=calendar.decode())["readings"])

    def count(self, calendar: bytes) -> int:
        """How many events this file has, read as a whole. Raises Unreadable."""
        found: int = self._ask(text=calendar.decode(), expand=False)["events"]
        return found

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()

    def _ask(self, **question: object) -> dict[str, Any]:
        given, taken = self._process.stdin, self._process.stdout
        assert given
        assert taken
        given.write(json.dumps(question).encode() + b"\n")
        given.flush()
        answer: dict[str, Any] = json.loads(taken.readline())
        if "error" in answer:
            raise Unreadable(answer["error"])
        return answer


def _reading(uid: str, start: str, end: str, status: str, title: str, place: str, transparency: str) -> Reading:
    return Reading(identifier(uid), start, end, status, title, place, transparency != "TRANSPARENT")
