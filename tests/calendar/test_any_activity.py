"""Any activity that can be written is read back by other programs exactly as our own list of dates has it.

`MEEDOEN_VOORBEELDEN=3000` tries so many, other ones each time; without it the same ones always. What was ever found
stands in `files/`, named after what went wrong.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.builders import ADDRESS, CHANGED
from tests.calendar.engines import HERE, Engine
from tests.calendar.octets import Component, components, faults
from tests.calendar.reading import Reading, expected
from tests.calendar.strategies import files, read

from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.agenda.revision import Revision
from meedoen.content.source import SourceFile
from meedoen.outputs.calendar.event import Events, Stamp
from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.detail import page_path

MANY = int(os.environ.get("MEEDOEN_VOORBEELDEN", "0"))
USUAL = 100
DOMAIN = "agenda.example.org"
REVISION = Revision(CHANGED.replace(year=2025), CHANGED, 3)
FOUND = sorted((HERE / "files").glob("*.md"), key=lambda path: path.name)

any_file = settings(
    max_examples=MANY or USUAL,
    derandomize=not MANY,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def events(file: SourceFile) -> Events:
    """The events of the activity in this file."""
    activity = read(file)
    assert activity is not None
    url = f"{ADDRESS}/{page_path(activity)}"
    every = occurrences(activity)
    stamp = Stamp(
        domain=DOMAIN,
        url=url,
        revision=REVISION,
        name='De "Bieb"; hier, en daar',
        mail="info@example.org",
        image=f"{ADDRESS}/beeld/a-480.webp",
        differed=frozenset(each.planned for each in every[::3]),  # dates that once had a change keep their override
    )
    return Events(activity, every, stamp)


def dates(made: Events) -> list[Occurrence]:
    """The dates without the notices of what has moved away."""
    return [each for each in made.dates if each.moved_to is None]


def forms(made: Events) -> dict[str, tuple[bytes, list[Reading]]]:
    """Each way to write the activity: its bytes, and what must be read in them."""
    every = dates(made)
    return {
        "all": (made.all, [expected(each) for each in every]),
        "held": (made.held, [expected(each) for each in every if each.takes_place]),
        "own": (made.own, [expected(each, own=True) for each in every]),
        "singles": (b"".join(map(made.single, every)), [expected(each, own=True) for each in every]),
    }


def calendar(made: Events, block: bytes) -> bytes:
    """A feed of these events."""
    return feed(
        name="Agenda, van ons",
        description="Alles; en meer.",
        url=f"{ADDRESS}/agenda.ics",
        zones=[made.activity.zone],
        events=[block],
    )


def check_read_back(engine: Engine, file: SourceFile) -> None:
    """The reader sees in each form what our own list has."""
    made = events(file)
    for name, (block, wanted) in forms(made).items():
        assert (name, engine.read(calendar(made, block))) == (name, sorted(wanted))


def check_octets(file: SourceFile) -> None:
    """The form of the lines, the identities, the stamps and the order are right."""
    made = events(file)
    assert {name: faults(calendar(made, block)) for name, (block, _) in forms(made).items() if block} == {
        name: [] for name, (block, _) in forms(made).items() if block
    }
    assert [each for each in forms(made)["all"][1] if each.end <= each.start] == []
    assert (made.held is made.all) == all(each.takes_place for each in dates(made))
    for name, (block, _) in forms(made).items():
        _check_events(made, components(block))
        shown = [each for each in dates(made) if each.takes_place or name != "held"]
        _check_places_in_series(shown, components(block))
    for each in dates(made):
        (single,) = components(made.single(each))
        assert (single.values("RRULE"), single.values("RECURRENCE-ID")) == ([], [])


def _check_events(made: Events, found: list[Component]) -> None:
    head = f"{made.activity.id}@{DOMAIN}"
    planned = {f"{made.activity.id}--{each.planned:%Y%m%d}@{DOMAIN}" for each in dates(made)}
    assert {each.value("UID") for each in found} - {head} - planned == set()
    names = [(each.value("UID"), each.value("RECURRENCE-ID")) for each in found]
    assert len(set(names)) == len(names)
    for each in found:
        stamps = [each.value(name) for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE")]
        assert stamps == ["20261122T120000Z", "20261122T120000Z", "20251122T120000Z", "3"]
        assert [each.values(name) for name in ("RDATE", "DURATION", "ATTENDEE", "BEGIN")] == [[]] * 4
    series = [name for name in names if name[0] == head]
    assert names[: len(series)] == sorted(series, key=lambda name: name[1])


def _check_places_in_series(shown: list[Occurrence], found: list[Component]) -> None:
    """What stays in a series keeps its place among its neighbours and its kind, or Exchange and khal misread it."""
    if any(each.values("RRULE") for each in found):
        apart = {each.value("UID") for each in found if not each.values("RRULE") and not each.values("RECURRENCE-ID")}
        inside = [each for each in shown if f"{each.activity.id}--{each.planned:%Y%m%d}@{DOMAIN}" not in apart]
        days = [each.day for each in sorted(inside, key=lambda each: each.planned)]
        assert days == sorted(set(days))
        assert {each.times is None for each in inside} == {inside[0].activity.schedule.times is None}


@pytest.mark.e2e
@given(files())
@any_file
def test_any_activity_is_read_back(engine: Engine, file: SourceFile) -> None:
    check_read_back(engine, file)


@given(files())
@any_file
def test_any_activity_is_written_in_lines_that_every_program_takes(file: SourceFile) -> None:
    check_octets(file)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_is_read_back(engine: Engine, path: Path) -> None:
    check_read_back(engine, _file(path))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_is_written_in_lines_that_every_program_takes(path: Path) -> None:
    check_octets(_file(path))


def _file(path: Path) -> SourceFile:
    return SourceFile(f"content/activiteiten/papendrecht/{path.name}", path.read_bytes())
