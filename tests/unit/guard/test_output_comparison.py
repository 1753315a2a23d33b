"""What may go on purpose, and what has one cause."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.guard.conftest import TODAY, WEEKLY, Outputs, calendar, event

from meedoen.guard.output_comparison import compare


@pytest.mark.parametrize(
    "name",
    [
        "dorp-taalcafe",
        "dorp-taalcafe@x.nl",
        "content/activiteiten/dorp/taalcafe.md",
        "content/activiteiten/dorp/taalcafe",
        " dorp-taalcafe ",
    ],
)
def test_activity_may_go_by_each_of_its_names(outputs: Outputs, name: str) -> None:
    found = outputs.events(event(), "", name)
    assert [(each.kind, each.level, each.hint) for each in found] == [("mag-weg", "bericht", "")]


def test_date_may_go_by_the_name_of_its_activity(outputs: Outputs) -> None:
    found = outputs.events(event(**WEEKLY), event(SEQUENCE="1", LAST_MODIFIED="20261120T080000Z"), "dorp-taalcafe")
    assert [each.kind for each in found] == ["mag-weg"]


def test_site_and_address_may_go(outputs: Outputs) -> None:
    dorp = {"dorp/agenda.ics": calendar(event())}
    gone = {"stad/agenda.ics": calendar(event("stad-a")), "dorp/thema/taal.ics": calendar()}
    assert [each.kind for each in outputs.compare(dorp | gone, dorp, "stad/", "dorp/thema/taal.ics")] == [
        "mag-weg",
        "mag-weg",
    ]


def test_other_uid_may_be_wanted(outputs: Outputs) -> None:
    found = outputs.events(event(), event("dorp-praatcafe"), "dorp-taalcafe")
    assert [each.kind for each in found] == ["mag-weg"]


def test_permission_for_nothing_is_a_warning(outputs: Outputs) -> None:
    found = outputs.events(event(), "", "dorp-taalkafe")
    assert [(each.kind, each.level) for each in found] == [("mag-weg-onnodig", "waarschuwing"), ("verdwenen", "fout")]


def test_wrong_stamps_may_never_be_allowed(outputs: Outputs) -> None:
    found = outputs.events(event(SEQUENCE="2"), event(), "dorp-taalcafe")
    assert [each.kind for each in found] == ["mag-weg-onnodig", "volgnummer-terug"]


@pytest.mark.parametrize(
    ("number", "expected"), [(20, ["tekst", "tekst-zonder-stempel"]), (21, ["teksten-zonder-stempel"])]
)
def test_very_many_texts_have_one_cause(outputs: Outputs, number: int, expected: list[str]) -> None:
    old, new = (
        calendar(*(event(f"dorp-{each}", DESCRIPTION=text) for each in range(number))) for text in ("Van: A", "Van: B")
    )
    found = outputs.compare({"dorp/agenda.ics": old}, {"dorp/agenda.ics": new})
    assert sorted({each.kind for each in found}) == expected


def test_first_publication_has_nothing_to_compare(outputs: Outputs) -> None:
    outputs.write("nieuw", {"dorp/agenda.ics": calendar(event())})
    assert compare(outputs.root / "oud", outputs.root / "nieuw", TODAY) is None


def test_findings_are_in_the_same_order_whatever_the_order_of_the_events(outputs: Outputs) -> None:
    events = [event(f"dorp-{number}", SUMMARY=f"Nummer {number}") for number in range(5)]
    keep = event("dorp-blijft")
    one = outputs.compare({"dorp/agenda.ics": calendar(*events, keep)}, {"dorp/agenda.ics": calendar(keep)})
    other = outputs.compare({"dorp/agenda.ics": calendar(keep, *reversed(events))}, {"dorp/agenda.ics": calendar(keep)})
    assert one == other


_LINES = calendar(event(**WEEKLY), event("dorp-b", DESCRIPTION="Een tekst, met \\n regels")).split(b"\r\n")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(_LINES) - 1),
    st.one_of(
        st.binary(max_size=40),
        st.sampled_from(
            [b"RRULE:FREQ=YEARLY;BYMONTH=13;UNTIL=20271231T000000Z", b"DTSTART:00010101T000000Z", b"DTEND:x", b"UID:"]
        ),
        st.from_regex(
            rb"(DTSTART|DTEND|RRULE|EXDATE|RDATE|RECURRENCE-ID|DURATION|STATUS|SEQUENCE)[:;][ -~]{0,30}", fullmatch=True
        ),
    ),
)
def test_no_line_whatever_stops_the_comparison(outputs: Outputs, index: int, line: bytes) -> None:
    broken = b"\r\n".join([*_LINES[:index], line, *_LINES[index + 1 :]])
    whole = b"\r\n".join(_LINES)
    outputs.compare({"dorp/agenda.ics": whole}, {"dorp/agenda.ics": broken})
    outputs.compare({"dorp/agenda.ics": broken}, {"dorp/agenda.ics": whole})
