"""Every calendar file of the repository's own content, as published, is read back by two programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.calendar.build import Contents, File, Reader, addresses
from tests.calendar.engines import Engine, Node, Python
from tests.calendar.octets import faults
from tests.contract.conftest import Programme

pytestmark = pytest.mark.e2e

Files = dict[str, File]


@pytest.fixture(scope="session")
def everything(published: Path, programme: Programme) -> Files:
    """Path in the output → calendar file, of all sites and the region."""
    found = {}
    for path in sorted(published.rglob("*.ics")):
        name = path.relative_to(published).as_posix()
        site, _, rest = name.partition("/")
        inside = site in programme.network.municipalities
        found[name] = File(site if inside else "", rest if inside else name, path.read_bytes())
    return found


@pytest.fixture(scope="session")
def contents(programme: Programme) -> Contents:
    """What must be read in the files."""
    return Contents(programme)


@pytest.fixture(scope="session")
def calendars(everything: Files, contents: Contents) -> Files:
    """The files that the content of today asks for. Other addresses are there because they once were."""
    wanted = {f"{site}/{path}" for site, agenda in contents.agendas.items() for path in addresses(agenda)}
    wanted |= {"agenda.ics", "agenda-zonder-afgelast.ics"}
    assert wanted - everything.keys() == set()
    return {name: each for name, each in everything.items() if name in wanted}


def test_address_of_before_holds_nothing_or_a_copy(everything: Files, calendars: Files) -> None:
    bodies = {b"", *(each.body for each in calendars.values() if each.is_feed)}
    kept = everything.keys() - calendars.keys()
    assert {name for name in kept if everything[name].body not in bodies or not everything[name].is_feed} == set()


def test_every_file_is_read_as_a_whole(everything: Files, node: Node) -> None:
    counts = {name: node.count(each.data) for name, each in everything.items()}
    assert counts == {name: each.data.count(b"BEGIN:VEVENT") for name, each in everything.items()}
    assert sum(counts.values()) > 10_000


def test_every_file_is_read_as_a_whole_by_the_slower_reader(everything: Files) -> None:
    # Many files differ in their head only: the same events are read once, each head always.
    engine = Python()
    bodies = {each.body: each for each in everything.values()}
    counts = [engine.count(each.data) for each in bodies.values()]
    assert counts == [body.count(b"BEGIN:VEVENT") for body in bodies]
    assert {engine.count(each.reference_files) for each in everything.values()} == {0}


def test_every_file_has_the_dates_of_our_own_list(calendars: Files, contents: Contents, engine: Engine) -> None:
    reader = Reader(engine)
    assert {name for name, each in calendars.items() if reader.read(each) != contents.readings(each)} == set()


def test_calendar_of_everything_has_the_dates_of_our_own_list(
    calendars: Files, contents: Contents, engine: Engine
) -> None:
    chosen = [name for name, each in calendars.items() if each.path == "agenda.ics"]
    assert len(chosen) == 13
    for name in chosen:
        assert engine.read(calendars[name].data) == contents.readings(calendars[name]), name


def test_every_line_is_as_the_standard_asks(everything: Files) -> None:
    assert {name: found for name, each in everything.items() if (found := faults(each.data))} == {}


def test_events_stand_in_order(calendars: Files, contents: Contents) -> None:
    orders = {name: [each.id for each, _ in contents.of(file)] for name, file in calendars.items()}
    assert {name for name, file in calendars.items() if file.ids != orders[name]} == set()


def test_every_uid_is_of_the_organisation(calendars: Files, programme: Programme) -> None:
    domain = f"@{programme.network.organisation.domain}"
    uids = {event.value("UID") for file in calendars.values() for event in file.events}
    assert {uid for uid in uids if not uid.endswith(domain)} == set()
    assert len(uids) > 300


def test_event_has_the_same_octets_in_every_feed_of_its_site(calendars: Files) -> None:
    blocks: dict[tuple[str, str, bool], set[bytes]] = {}
    for file in calendars.values():
        if file.is_feed and file.site:
            for key, block in file.blocks.items():
                blocks.setdefault((file.site, key, file.is_variant), set()).add(block)
    assert {key for key, found in blocks.items() if len(found) > 1} == set()


def test_own_file_has_the_events_of_the_feeds_but_takes_time(calendars: Files) -> None:
    differ = []
    for name, file in calendars.items():
        everything = calendars[f"{file.site}/agenda.ics" if file.site else "agenda.ics"]
        if not file.is_feed and "--" not in file.path:
            for key, block in file.blocks.items():
                same = block.replace(b"TRANSP:OPAQUE\r\n", b"TRANSP:TRANSPARENT\r\n")
                if same != everything.blocks.get(key, same):
                    differ.append(name)
    assert differ == []


def test_activity_has_the_same_identities_and_stamps_on_every_site(calendars: Files) -> None:
    told: dict[str, set[tuple[object, ...]]] = {}
    for file in calendars.values():
        if file.is_feed and not file.is_variant:
            for event in file.events:
                key = f"{event.value('UID')} {event.value('RECURRENCE-ID')}"
                stamps = [event.value(name) for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE")]
                told.setdefault(key, set()).add((*stamps, event.value("DTSTART"), event.value("STATUS")))
    assert {key for key, found in told.items() if len(found) > 1} == set()


def test_region_has_each_activity_as_its_first_site_has_it(calendars: Files, programme: Programme) -> None:
    by_id = {each.id: each for each in programme.activities}
    blocks = calendars["agenda.ics"].blocks
    assert blocks == {key: calendars[f"{by_id[key].municipalities[0]}/agenda.ics"].blocks[key] for key in blocks}
    assert len(blocks) > 200
