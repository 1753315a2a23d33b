"""The calendar files themselves: addresses for ever, files that can be read, names."""

from __future__ import annotations

import pytest
from tests.unit.guard.conftest import Outputs, calendar, event

from meedoen.guard.calendar_file import LARGEST

AGENDA = {"dorp/agenda.ics": calendar(event())}
EMPTY = calendar()


@pytest.mark.parametrize("path", ["dorp/thema/taal.ics", "dorp/agenda-zonder-afgelast.ics"])
def test_address_that_is_gone_is_a_fault_even_of_an_empty_calendar(outputs: Outputs, path: str) -> None:
    found = outputs.compare(AGENDA | {path: EMPTY}, AGENDA)
    assert [(each.kind, each.level, each.address, each.allow) for each in found] == [("agenda-weg", "fout", path, path)]


def test_address_of_an_activity_that_is_there_under_another_is_a_fault(outputs: Outputs) -> None:
    old, new = ({f"dorp/activiteit/{name}.ics": calendar(event())} for name in ("taalcafe", "praatcafe"))
    found = outputs.compare(AGENDA | old, AGENDA | new)
    assert [(each.kind, each.address) for each in found] == [("activiteit-adres-weg", "dorp/activiteit/taalcafe.ics")]


def test_address_of_an_activity_that_is_over_may_go(outputs: Outputs) -> None:
    old = {"dorp/activiteit/feest.ics": calendar(event("dorp-feest", "20251101T100000", "20251101T113000"))}
    assert outputs.compare(AGENDA | old, AGENDA) == []


def test_site_that_is_gone_is_told_once(outputs: Outputs) -> None:
    stad = {
        "stad/agenda.ics": calendar(event("stad-a"), event("stad-b")),
        "stad/thema/taal.ics": calendar(event("stad-a")),
        "stad/activiteit/a.ics": calendar(event("stad-a")),
    }
    found = outputs.compare(AGENDA | stad, AGENDA)
    assert [(each.kind, each.site) for each in found] == [("site-weg", "stad")]
    assert "2 activiteiten zijn weg" in found[0].message


def test_output_without_any_calendar_is_a_fault(outputs: Outputs) -> None:
    assert [each.kind for each in outputs.compare(AGENDA, {})] == ["alles-weg"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "het begint niet met BEGIN:VCALENDAR"),
        (b"<!doctype html><title>404</title>", "het begint niet met BEGIN:VCALENDAR"),
        (b"\xef\xbb\xbf" + EMPTY, "het begint niet met BEGIN:VCALENDAR"),
        (calendar(event())[:-20], "het eindigt niet met END:VCALENDAR: het bestand is niet heel"),
        (EMPTY + EMPTY, "het eindigt niet met END:VCALENDAR: het bestand is niet heel"),
        (calendar(event(SUMMARY="x")).replace(b"x\r", b"\xff\r"), "het is geen UTF-8"),
        (calendar(event().replace("UID:", "X-UID:")),
         "in activiteit 1 van dit bestand ontbreekt het kenmerk, het begin of het slot"),
        (calendar(event().replace("END:VEVENT\n", "")),
         "in activiteit 1 van dit bestand ontbreekt het kenmerk, het begin of het slot"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * LARGEST, "het bestand is groter dan 5 MB"),
        (calendar(event() * 10_001), "er staan 10001 activiteiten in, en dat is te veel"),
    ],
)  # fmt: skip
def test_file_that_nobody_can_read_is_a_fault(outputs: Outputs, data: bytes, why: str) -> None:
    found = outputs.compare(
        AGENDA | {"dorp/thema/taal.ics": AGENDA["dorp/agenda.ics"]}, AGENDA | {"dorp/thema/taal.ics": data}
    )
    assert [(each.kind, each.message) for each in found] == [
        ("onleesbaar", f"dorp/thema/taal.ics kan niemand lezen: {why}. Wie zich heeft geabonneerd, ziet niets meer.")
    ]


def test_what_stood_in_a_file_that_nobody_can_read_is_not_told_as_vanished(outputs: Outputs) -> None:
    assert [each.kind for each in outputs.compare(AGENDA, {"dorp/agenda.ics": b"weg"})] == ["onleesbaar"]


def test_old_file_that_cannot_be_read_is_a_warning(outputs: Outputs) -> None:
    found = outputs.compare({"dorp/agenda.ics": b"<html>"}, AGENDA)
    assert [(each.kind, each.level) for each in found] == [("oude-onleesbaar", "waarschuwing")]


@pytest.mark.parametrize(
    "line",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "RRULE:FREQ=DAILY;UNTIL=99991231T000000Z",
        "RRULE:FREQ=WEEKLY;COUNT=100000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z\nRRULE:FREQ=DAILY;UNTIL=20270101T000000Z",
        "RRULE:nonsens",
        "RRULE:FREQ=WEEKLY;UNTIL=nooit",
        "EXDATE:nooit",
        "SEQUENCE:1\nDTEND:29990101",
        "GEO:hier",
    ],
)
def test_event_with_values_that_nobody_can_read_is_a_fault(outputs: Outputs, line: str) -> None:
    found = outputs.events(event(), event().replace("STATUS:CONFIRMED", line))
    assert [each.kind for each in found] == ["activiteit-onleesbaar"]


def test_new_event_that_nobody_can_read_is_a_fault(outputs: Outputs) -> None:
    assert [each.kind for each in outputs.events("", event(RRULE="FREQ=HOURLY"))] == ["activiteit-onleesbaar"]


def test_calendar_that_lost_several_activities_at_once_is_a_fault(outputs: Outputs) -> None:
    many = [event(f"dorp-{number}", SUMMARY=f"Nummer {number}") for number in range(3)]
    agenda = {"dorp/agenda.ics": calendar(*many)}
    found = outputs.compare(agenda | {"dorp/thema/taal.ics": calendar(*many)}, agenda | {"dorp/thema/taal.ics": EMPTY})
    assert [(each.kind, each.level) for each in found] == [("agenda-leeg", "fout")]
    assert "Eerst stonden er 3 activiteiten in" in found[0].message


def test_calendar_that_lost_its_only_activity_is_a_warning(outputs: Outputs) -> None:
    taal = {"dorp/thema/taal.ics": calendar(event())}
    found = outputs.compare(AGENDA | taal, AGENDA | {"dorp/thema/taal.ics": EMPTY})
    assert [(each.kind, each.level) for each in found] == [("agenda-bijna-leeg", "waarschuwing")]


def test_calendar_whose_activities_are_over_may_be_empty(outputs: Outputs) -> None:
    past = event("dorp-feest", "20261010T100000", "20261010T113000")
    both = {"dorp/agenda.ics": calendar(event(), past)}
    taal = {"dorp/thema/taal.ics": calendar(past)}
    assert outputs.compare(both | taal, both | {"dorp/thema/taal.ics": EMPTY}) == []


def test_zone_without_its_rules_is_a_fault(outputs: Outputs) -> None:
    found = outputs.compare(AGENDA, {"dorp/agenda.ics": calendar(event(), zones="")})
    assert [(each.kind, "“Europe/Amsterdam”" in each.message) for each in found] == [("tijdzone-ontbreekt", True)]


def test_other_name_is_a_notice(outputs: Outputs) -> None:
    found = outputs.compare(AGENDA, {"dorp/agenda.ics": calendar(event(), name="Dorp\\, en meer")})
    assert [each.message for each in found] == ["dorp/agenda.ics heet nu “Dorp, en meer”, en eerst “Agenda”."]


def test_new_address_is_a_notice(outputs: Outputs) -> None:
    found = outputs.compare(AGENDA, AGENDA | {"dorp/thema/taal.ics": EMPTY})
    assert [(each.kind, each.level) for each in found] == [("agenda-nieuw", "bericht")]


def test_folded_lines_say_the_same(outputs: Outputs) -> None:
    plain = calendar(event(SUMMARY="Een lange titel"))
    found = outputs.compare({"dorp/agenda.ics": plain}, {"dorp/agenda.ics": plain.replace(b"lange", b"la\r\n nge")})
    assert found == []


def test_links_are_not_followed(outputs: Outputs) -> None:
    outputs.write("elders", {"geheim.ics": calendar(event("dorp-geheim"))})
    (outputs.root / "nieuw" / "geheim.ics").symlink_to(outputs.root / "elders" / "geheim.ics")
    (outputs.root / "nieuw" / "map").symlink_to(outputs.root / "elders")
    assert outputs.compare(AGENDA, AGENDA) == []
