"""Activities that are in one output only, and those that left or came into a calendar."""

from __future__ import annotations

from tests.unit.guard.conftest import WEEKLY, Outputs, calendar, event

OTHER = event("dorp-ander", "20270301T100000", "20270301T110000", SUMMARY="Ander")


def test_activity_that_vanished_is_a_fault_with_its_probable_file(outputs: Outputs) -> None:
    found = outputs.events(event(**WEEKLY), "")
    assert [(each.kind, each.level, each.site, each.source, each.uid) for each in found] == [
        ("verdwenen", "fout", "dorp", "content/activiteiten/dorp/taalcafe.md", "dorp-taalcafe@x.nl")
    ]
    assert found[0].message == (
        "“Taalcafé” staat nergens meer in, en was nog te komen: dinsdag 1 december 2026, 10.00 tot 11.30 uur, en nog 3 "
        "datums. Abonnees zien het zonder uitleg verdwijnen."
    )
    assert found[0].hint.startswith("Zet het bestand terug.")


def test_file_that_is_there_is_named_as_it_is(outputs: Outputs) -> None:
    outputs.write("content/activiteiten/dorp/wijk", {"taalcafe.yaml": b"titel: x\n"})
    found = outputs.events(event(), "")
    assert [each.source for each in found] == ["content/activiteiten/dorp/wijk/taalcafe.yaml"]
    assert found[0].hint.startswith("Staat er “verborgen” in het bestand?")


def test_file_with_an_id_of_its_own_is_found_by_it(outputs: Outputs) -> None:
    outputs.write("content/activiteiten/dorp", {"praten.md": b"---\r\ntitel: x\r\nid: dorp-taalcafe\r\n---\r\n"})
    assert [each.source for each in outputs.events(event(), "")] == ["content/activiteiten/dorp/praten.md"]


def test_activity_of_the_region_belongs_to_no_site(outputs: Outputs) -> None:
    old = {path: calendar(event("regio-quiz"), OTHER) for path in ("dorp/agenda.ics", "stad/agenda.ics")}
    found = outputs.compare(old, {path: calendar(OTHER) for path in old})
    assert [(each.site, each.source) for each in found] == [("", "content/activiteiten/regio/quiz.md")]


def test_activity_that_is_over_may_go(outputs: Outputs) -> None:
    assert outputs.events(event(start="20261101T100000", end="20261101T113000"), "") == []


def test_activity_that_was_cancelled_and_is_gone_is_a_warning(outputs: Outputs) -> None:
    found = outputs.events(event(STATUS="CANCELLED"), "")
    assert [(each.kind, each.level) for each in found] == [("afgelast-weg", "waarschuwing")]


def test_activity_under_another_uid_is_told_with_what_to_type(outputs: Outputs) -> None:
    outputs.write("content/activiteiten/dorp", {"praatcafe.md": b"---\ntitel: x\n---\n"})
    found = outputs.events(event(**WEEKLY), event("dorp-praatcafe", **WEEKLY))
    assert [(each.kind, each.old, each.new) for each in found] == [
        ("kenmerk-veranderd", "dorp-taalcafe@x.nl", "dorp-praatcafe@x.nl")
    ]
    assert found[0].hint == "Zet in content/activiteiten/dorp/praatcafe.md: “id: dorp-taalcafe”."


def test_new_activity_at_the_same_moment_with_another_title_is_another(outputs: Outputs) -> None:
    found = outputs.events(event(), event("dorp-breien", SUMMARY="Breien"))
    assert [each.kind for each in found] == ["verdwenen", "nieuw"]


def test_other_domain_is_told_once(outputs: Outputs) -> None:
    old, new = (
        [event(f"dorp-{number}", SUMMARY=f"Nummer {number}", domain=domain) for number in range(4)]
        for domain in ("oud.nl", "nieuw.nl")
    )
    found = outputs.compare({"dorp/agenda.ics": calendar(*old)}, {"dorp/agenda.ics": calendar(*new)})
    assert [(each.kind, each.hint) for each in found] == [
        ("domein-veranderd", "Zet in content/organisatie.yaml: domein: oud.nl")
    ]


def test_new_activity_is_a_notice(outputs: Outputs) -> None:
    found = outputs.events("", event(**WEEKLY))
    assert [(each.kind, each.message) for each in found] == [
        ("nieuw", "“Taalcafé”: dinsdag 1 december 2026, 10.00 tot 11.30 uur, en nog 3 datums.")
    ]


def test_activity_that_left_one_calendar_is_a_notice(outputs: Outputs) -> None:
    both = {path: calendar(event(), OTHER) for path in ("dorp/agenda.ics", "dorp/thema/taal.ics")}
    found = outputs.compare(both, both | {"dorp/thema/taal.ics": calendar(OTHER)})
    assert [(each.kind, each.message) for each in found] == [
        ("uit-agenda", "“Taalcafé” staat niet meer in dorp/thema/taal.ics.")
    ]


def test_activity_that_came_into_a_calendar_is_a_notice(outputs: Outputs) -> None:
    both = {path: calendar(event(), OTHER) for path in ("dorp/agenda.ics", "dorp/thema/taal.ics")}
    found = outputs.compare(both | {"dorp/thema/taal.ics": calendar(OTHER)}, both)
    assert [each.message for each in found] == ["“Taalcafé” staat nu ook in dorp/thema/taal.ics."]


def test_activity_that_left_every_calendar_is_a_fault(outputs: Outputs) -> None:
    own = {"dorp/activiteit/taalcafe.ics": calendar(event())}
    found = outputs.compare(
        {"dorp/agenda.ics": calendar(event(), OTHER)} | own, {"dorp/agenda.ics": calendar(OTHER)} | own
    )
    assert [(each.kind, each.level) for each in found] == [("uit-elke-agenda", "fout")]


def test_date_to_download_comes_and_goes(outputs: Outputs) -> None:
    agenda = {"dorp/agenda.ics": calendar(event(**WEEKLY))}
    one = {"dorp/activiteit/taalcafe--2026-12-01.ics": calendar(event("dorp-taalcafe--20261201"))}
    assert outputs.compare(agenda | one, agenda) == []


def test_uid_of_strangers_names_no_file(outputs: Outputs) -> None:
    found = outputs.events(event("dorp-../../etc/passwd"), "")
    assert [(each.kind, each.source) for each in found] == [("verdwenen", "")]
