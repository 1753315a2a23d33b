"""Activities that are in both outputs: what changed, what was lost, and whether the stamps tell it."""

from __future__ import annotations

import pytest
from tests.unit.guard.conftest import LATER, WEEKLY, Outputs, calendar, event

LOST = "20261215T100000"


def test_nothing_is_said_of_what_stayed_the_same(outputs: Outputs) -> None:
    assert outputs.events(event(), event()) == []


@pytest.mark.parametrize(
    ("changed", "kind", "old", "new"),
    [
        ({"SUMMARY": "Praatcafé"}, "titel", "“Taalcafé”", "“Praatcafé”"),
        ({"LOCATION": "Buurthuis"}, "plek", "“Bibliotheek”", "“Buurthuis”"),
        ({"LOCATION": ""}, "plek", "“Bibliotheek”", "“geen plek”"),
        ({"end": "20261201T120000"}, "tijd", "10.00 tot 11.30 uur", "10.00 tot 12.00 uur"),
        (
            {"start": "20261202T100000", "end": "20261202T113000"},
            "verplaatst",
            "dinsdag 1 december 2026, 10.00 tot 11.30 uur",
            "woensdag 2 december 2026, 10.00 tot 11.30 uur",
        ),
        (
            {"start": "20270602T100000", "end": "20270602T113000"},
            "verplaatst",
            "dinsdag 1 december 2026, 10.00 tot 11.30 uur",
            "woensdag 2 juni 2027, 10.00 tot 11.30 uur",
        ),
        (
            {"start": "20261001T100000", "end": "20261001T113000"},
            "verplaatst",
            "dinsdag 1 december 2026, 10.00 tot 11.30 uur",
            "donderdag 1 oktober 2026, 10.00 tot 11.30 uur",
        ),
        ({"start": "20261201", "end": "20261202"}, "tijd", "10.00 tot 11.30 uur", "hele dag"),
        ({"DESCRIPTION": "Kom\\n langs"}, "tekst", "“”", "“Kom”"),
        ({"URL": "https://x.nl/b"}, "link", "“”", "“https://x.nl/b”"),
    ],
)
def test_change_is_told_with_old_and_new(
    outputs: Outputs, changed: dict[str, str], kind: str, old: str, new: str
) -> None:
    found = outputs.events(event(), event(**(LATER | changed)))
    assert [(each.kind, each.level, each.old, each.new) for each in found] == [(kind, "bericht", old, new)]


def test_cancelling_and_its_undoing_are_told_without_the_title_that_goes_with_it(outputs: Outputs) -> None:
    cancelled = event(STATUS="CANCELLED", SUMMARY="Gaat niet door: Taalcafé", DESCRIPTION="Ziek.", **LATER)
    found = outputs.events(event(), cancelled)
    assert [each.message for each in found] == ["“Taalcafé” gaat niet door op dinsdag 1 december 2026."]
    back = event(**(LATER | {"SEQUENCE": "2", "LAST_MODIFIED": "20261121T080000Z"}))
    found = outputs.events(cancelled, back)
    assert [(each.kind, each.message) for each in found] == [
        ("gaat-toch-door", "“Taalcafé” gaat toch door op dinsdag 1 december 2026.")
    ]


def test_change_of_all_dates_of_a_series_is_told_once(outputs: Outputs) -> None:
    found = outputs.events(event(**WEEKLY), event(end="20261201T120000", **WEEKLY, **LATER))
    assert [each.message for each in found] == [
        "“Taalcafé” heeft een andere tijd op alle 4 datums vanaf dinsdag 1 december 2026: eerst 10.00 tot 11.30 uur; "
        "nu 10.00 tot 12.00 uur."
    ]


def test_one_date_that_does_not_go_ahead_is_told(outputs: Outputs) -> None:
    override = event(start=LOST, end="20261215T113000", RECURRENCE_ID=LOST, STATUS="CANCELLED", **LATER)
    found = outputs.events(event(**WEEKLY), event(**WEEKLY, **LATER) + override)
    assert [each.message for each in found] == ["“Taalcafé” gaat niet door op dinsdag 15 december 2026."]


@pytest.mark.parametrize(
    ("rule", "gone"),
    [
        ({"EXDATE": LOST} | WEEKLY, "dinsdag 15 december 2026"),
        ({"RRULE": "FREQ=WEEKLY;UNTIL=20261208T090000Z"}, "15 december 2026 en 22 december 2026"),
        ({"RRULE": "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261222T090000Z"}, "8 december 2026 en 22 december 2026"),
        ({}, "8 december 2026, 15 december 2026 en 22 december 2026"),
    ],
)
def test_date_of_a_series_that_vanished_is_a_fault(outputs: Outputs, rule: dict[str, str], gone: str) -> None:
    found = outputs.events(event(**WEEKLY), event(**rule, **LATER))
    assert [(each.kind, each.level, each.allow) for each in found] == [("datum-verdwenen", "fout", "dorp-taalcafe")]
    assert found[0].message == (
        f"“Taalcafé” staat er niet meer in op {gone}. Abonnees zien het zonder uitleg verdwijnen."
    )


def test_date_that_is_over_may_vanish(outputs: Outputs) -> None:
    old = event(start="20261117T100000", end="20261117T113000", RRULE="FREQ=WEEKLY;UNTIL=20261201T090000Z")
    new = event(start="20261124T100000", end="20261124T113000", RRULE="FREQ=WEEKLY;UNTIL=20261201T090000Z", **LATER)
    assert outputs.events(old, new) == []


def test_event_of_days_ago_that_still_goes_on_may_not_vanish(outputs: Outputs) -> None:
    other = event("dorp-ander", "20270301", "20270302")
    found = outputs.compare(
        {"dorp/agenda.ics": calendar(event(start="20261110", end="20261130"), other)},
        {"dorp/agenda.ics": calendar(other)},
    )
    assert [each.kind for each in found] == ["verdwenen"]
    assert "10 tot en met 29 november 2026" in found[0].message


def test_date_that_was_cancelled_and_is_gone_is_a_warning(outputs: Outputs) -> None:
    override = event(start=LOST, end="20261215T113000", RECURRENCE_ID=LOST, STATUS="CANCELLED")
    found = outputs.events(event(**WEEKLY) + override, event(EXDATE=LOST, **WEEKLY, **LATER))
    assert [(each.kind, each.level) for each in found] == [("afgelast-weg", "waarschuwing")]


def test_date_that_stands_on_its_own_now_is_the_same_date(outputs: Outputs) -> None:
    apart = event("dorp-taalcafe--20261215", "20270119T100000", "20270119T113000", **LATER)
    found = outputs.events(event(**WEEKLY), event(EXDATE=LOST, **WEEKLY, **LATER) + apart)
    assert [(each.kind, each.new) for each in found] == [("verplaatst", "dinsdag 19 januari 2027, 10.00 tot 11.30 uur")]


def test_series_on_another_weekday_is_moved_not_lost(outputs: Outputs) -> None:
    new = event(start="20261202T100000", end="20261202T113000", RRULE="FREQ=WEEKLY;UNTIL=20261223T090000Z", **LATER)
    found = outputs.events(event(**WEEKLY), new)
    assert [each.message for each in found] == [
        "“Taalcafé” is verplaatst: eerst dinsdag 1 december 2026, 10.00 tot 11.30 uur, en nog 3 datums; nu woensdag "
        "2 december 2026, 10.00 tot 11.30 uur, en nog 3 datums."
    ]


def test_lost_date_with_a_new_one_in_the_same_week_is_moved(outputs: Outputs) -> None:
    apart = event("dorp-taalcafe--20261217", "20261217T100000", "20261217T113000", **LATER)
    found = outputs.events(event(**WEEKLY), event(EXDATE=LOST, **WEEKLY, **LATER) + apart)
    assert [(each.kind, each.new) for each in found] == [
        ("verplaatst", "donderdag 17 december 2026, 10.00 tot 11.30 uur")
    ]


def test_longer_series_is_told_as_dates_that_came(outputs: Outputs) -> None:
    found = outputs.events(event(**WEEKLY), event(RRULE="FREQ=WEEKLY;UNTIL=20270105T090000Z", **LATER))
    assert [each.message for each in found] == ["“Taalcafé” is er ook op 29 december 2026 en 5 januari 2027."]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"SEQUENCE": "3"}, {"SEQUENCE": "2"}, "volgnummer-terug"),
        ({}, {"LAST_MODIFIED": "20261020T080000Z"}, "stempel-terug"),
        ({}, {"DTSTAMP": "20261020T080000Z"}, "stempel-terug"),
        ({}, {"end": "20261201T120000", "LAST_MODIFIED": "20261120T080000Z"}, "volgnummer-gelijk"),
        ({}, {"LOCATION": "Elders", "LAST_MODIFIED": "20261120T080000Z"}, "volgnummer-gelijk"),
        ({}, {"STATUS": "CANCELLED", "LAST_MODIFIED": "20261120T080000Z"}, "volgnummer-gelijk"),
        ({}, {"end": "20261201T120000", "SEQUENCE": "1"}, "stempel-gelijk"),
        ({}, {"DESCRIPTION": "Nieuw"}, "tekst-zonder-stempel"),
    ],
)
def test_stamps_that_do_not_tell_the_change_are_a_fault(
    outputs: Outputs, old: dict[str, str], new: dict[str, str], kind: str
) -> None:
    found = outputs.events(event(**old), event(**new))
    assert [each.kind for each in found if each.level == "fout"] == [kind]


def test_title_alone_needs_no_new_sequence(outputs: Outputs) -> None:
    found = outputs.events(event(), event(SUMMARY="Praatcafé", LAST_MODIFIED="20261120T080000Z"))
    assert [each.kind for each in found] == ["titel"]


def test_new_stamps_without_a_change_are_a_warning(outputs: Outputs) -> None:
    found = outputs.events(event(), event(**LATER))
    assert [(each.kind, each.level) for each in found] == [("stempel-zonder-wijziging", "waarschuwing")]
    assert "DTSTAMP, LAST-MODIFIED en SEQUENCE" in found[0].message


def test_cancelled_date_gives_the_whole_series_new_stamps(outputs: Outputs) -> None:
    """All of a series has one history (calendar.md A6-66), so the series itself may be stamped anew with it."""
    override = event(start=LOST, end="20261215T113000", RECURRENCE_ID=LOST, STATUS="CANCELLED")
    found = outputs.events(event(**WEEKLY), event(**WEEKLY) + override)
    assert [each.kind for each in found] == ["volgnummer-gelijk", "stempel-gelijk", "afgelast"]


def test_stamps_of_what_is_over_do_not_matter(outputs: Outputs) -> None:
    old = event(start="20261010T100000", end="20261010T113000", SEQUENCE="5")
    assert outputs.events(old, event(start="20261010T100000", end="20261010T120000")) == []


def test_same_uid_twice_is_a_fault(outputs: Outputs) -> None:
    found = outputs.events(event(), event(**LATER) + event(SUMMARY="Nog een", **LATER))
    assert "dubbel" in [each.kind for each in found]


def test_calendar_that_was_left_behind_is_a_fault(outputs: Outputs) -> None:
    old, new = event(), event(end="20261201T120000", **LATER)
    found = outputs.compare(
        {"dorp/agenda.ics": calendar(old), "dorp/thema/taal.ics": calendar(old)},
        {"dorp/agenda.ics": calendar(new), "dorp/thema/taal.ics": calendar(old)},
    )
    assert [(each.kind, each.address) for each in found] == [("loopt-uiteen", "dorp/thema/taal.ics"), ("tijd", "")]


def test_calendar_without_what_is_cancelled_may_say_less(outputs: Outputs) -> None:
    override = event(start=LOST, end="20261215T113000", RECURRENCE_ID=LOST, STATUS="CANCELLED", **LATER)
    held = event(EXDATE=LOST, **WEEKLY, **LATER)
    old = calendar(event(**WEEKLY))
    found = outputs.compare(
        {"dorp/agenda.ics": old, "dorp/agenda-zonder-afgelast.ics": old},
        {
            "dorp/agenda.ics": calendar(event(**WEEKLY, **LATER) + override),
            "dorp/agenda-zonder-afgelast.ics": calendar(held),
        },
    )
    assert [each.kind for each in found] == ["afgelast"]


def test_calendar_without_what_is_cancelled_may_not_lose_the_rest(outputs: Outputs) -> None:
    old = calendar(event(**WEEKLY))
    found = outputs.compare(
        {"dorp/agenda.ics": old, "dorp/agenda-zonder-afgelast.ics": old},
        {
            "dorp/agenda.ics": calendar(event(**WEEKLY, **LATER)),
            "dorp/agenda-zonder-afgelast.ics": calendar(event(EXDATE=LOST, **WEEKLY, **LATER)),
        },
    )
    assert ("loopt-uiteen", "dorp/agenda-zonder-afgelast.ics") in [(each.kind, each.address) for each in found]


def test_sites_may_differ_in_address_and_in_whose_it_is(outputs: Outputs) -> None:
    files = {
        f"{site}/agenda.ics": calendar(event("regio-quiz", URL=f"https://{site}.nl", DESCRIPTION=site, **LATER))
        for site in ("dorp", "stad")
    }
    before = {path: calendar(event("regio-quiz", URL=f"https://{path[:4]}.nl", DESCRIPTION=path[:4])) for path in files}
    found = outputs.compare(before, files)
    assert [(each.kind, each.site) for each in found] == [("stempel-zonder-wijziging", "")]
