from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from tests.builders import REVISION, activity, events, ics

from meedoen.agenda.occurrence import occurrences
from meedoen.agenda.revision import Revision
from meedoen.outputs.calendar.event import Events, Stamp

SERIES = "herhaling: elke dinsdag\ntot: 29 december 2026\n"
URL = "https://papendrecht.agenda.example.org/activiteit/taalcafe.html"
CANCELLED = "status: afgelast, reden: Ziek"


def blocks(calendar: bytes) -> list[str]:
    """The unfolded text of each event."""
    return calendar.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]


def lines(header: str, body: str = "", number: int = 0) -> dict[str, str]:
    """Name (with parameters) → value of the lines of one of the events, unfolded."""
    block = blocks(ics(activity(header, body)))[number]
    pairs = [line.partition(":") for line in block.split("\r\n") if line not in ("", "END:VEVENT")]
    return {name: value for name, _, value in pairs}


def values(calendar: bytes, name: str) -> list[str]:
    """The value of this property in each event that has it, without parameters and the domain of a UID."""
    read = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + calendar + b"END:VCALENDAR\r\n")
    return [str(each[name]).removesuffix("@agenda.example.org") for each in read.walk("VEVENT") if name in each]


def test_one_date_has_everything_that_a_calendar_shows() -> None:
    header = (
        "titel: 'Taalcafé; voor jou, en mij'\nsamenvatting: Kom praten.\nruimte: Leeszaal\n"
        "doelgroep: 18+\nthema: taal\nonline: https://www.example.org/mee\nlocatie: bibliotheek-papendrecht"
    )
    revision = Revision(datetime(2026, 9, 1, 8, 0, tzinfo=UTC), datetime(2026, 11, 22, 12, 0, tzinfo=UTC), 3)
    each = activity(header)
    image = "https://papendrecht.agenda.example.org/beeld/taalcafe-960.webp"
    stamp = Stamp(
        domain="agenda.example.org",
        url=URL,
        revision=revision,
        name='Bibliotheek "De Punt", Dorp',
        mail="agenda+1@example.org",
        image=image,
    )
    written = blocks(Events(each, occurrences(each), stamp).all)
    where = "Leeszaal, Bibliotheek Papendrecht, Markt 22, 3351 PB Papendrecht"
    assert [block.split("\r\n") for block in written] == [
        [
            "UID:papendrecht-taalcafe@agenda.example.org",
            "DTSTAMP:20261122T120000Z",
            "CREATED:20260901T080000Z",
            "LAST-MODIFIED:20261122T120000Z",
            "SEQUENCE:3",
            "DTSTART;TZID=Europe/Amsterdam:20261201T100000",
            "DTEND;TZID=Europe/Amsterdam:20261201T113000",
            "SUMMARY:Taalcafé\\; voor jou\\, en mij",
            "LOCATION:" + where.replace(",", "\\,"),
            "GEO:51.83;4.69",
            f'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=72;X-TITLE="{where}":geo:51.83,4.69',
            'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Meedoen":https://www.example.org/mee',
            "DESCRIPTION:Kom praten.\\n\\nVoor wie: 18 jaar en ouder\\nVan: Bibliotheek\\n\\n"
            f"Je kunt ook online meedoen: https://www.example.org/mee\\n\\n{URL}",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "CLASS:PUBLIC",
            "CATEGORIES:18 jaar en ouder,Taal",
            f"URL:{URL}",
            f"IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/webp:{image}",
            "ORGANIZER;CN=\"Bibliotheek ^'De Punt^', Dorp\":mailto:agenda+1@example.org",
            "END:VEVENT",
            "",
        ]
    ]


def test_event_without_mail_picture_or_labels_has_no_empty_lines_for_them() -> None:
    found = lines("")
    assert {"ORGANIZER", "IMAGE", "CATEGORIES", "RELATED-TO", "CONFERENCE"} & {
        name.split(";")[0] for name in found
    } == set()


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("tijd: vanaf 19.30 uur", ";TZID=Europe/Amsterdam:20261201T193000", ";TZID=Europe/Amsterdam:20261201T203000"),
        ("tijd: 22.00 - 1.00", ";TZID=Europe/Amsterdam:20261201T220000", ";TZID=Europe/Amsterdam:20261202T010000"),
        ("tijd: 20.00 - 24.00", ";TZID=Europe/Amsterdam:20261201T200000", ";TZID=Europe/Amsterdam:20261202T000000"),
        ("hele-dag: ja", ";VALUE=DATE:20261201", ";VALUE=DATE:20261202"),
        ("einddatum: 3 december 2026", ";VALUE=DATE:20261201", ";VALUE=DATE:20261204"),
        (
            "einddatum: 3 december 2026\ntijd: 14.00 - 9.00",
            ";TZID=Europe/Amsterdam:20261201T140000",
            ";TZID=Europe/Amsterdam:20261203T090000",
        ),
        (
            "datum: 27-3-2027\ntijd: 22.00 - 4.00",
            ";TZID=Europe/Amsterdam:20270327T220000",
            ";TZID=Europe/Amsterdam:20270328T040000",
        ),
        ("datum: 25-10-2026\ntijd: vanaf 1.30 uur", ";TZID=Europe/Amsterdam:20261025T013000", ":20261025T003000Z"),
        (
            "datum: 28-3-2027\ntijd: vanaf 1.30 uur",
            ";TZID=Europe/Amsterdam:20270328T013000",
            ";TZID=Europe/Amsterdam:20270328T033000",
        ),
    ],
)
def test_start_and_end(header: str, start: str, end: str) -> None:
    found = lines(header)
    assert [
        f"{name}:{value}" for name, value in found.items() if name[:5] in ("DTSTA", "DTEND") and name != "DTSTAMP"
    ] == [
        f"DTSTART{start}",
        f"DTEND{end}",
    ]


def test_series_with_its_overrides_and_then_the_events_of_their_own() -> None:
    header = (
        f"{SERIES}ook: [5-12-2026]\nwijzigingen:\n- {{datum: 15-12-2026, naar: 30-12-2026}}\n"
        "- {datum: 8-12-2026, tijd: 13.00 - 14.00}"
    )
    written = ics(activity(header))
    assert values(written, "UID") == [f"papendrecht-taalcafe{part}" for part in ("", "", "--20261205", "--20261215")]
    assert [
        [
            line
            for line in block.split("\r\n")
            if line.partition(";")[0] in ("RRULE:", "EXDATE", "RECURRENCE-ID", "DTSTART")
        ]
        for block in blocks(written)
    ] == [
        ["DTSTART;TZID=Europe/Amsterdam:20261201T100000", "EXDATE;TZID=Europe/Amsterdam:20261215T100000"],
        [
            "RECURRENCE-ID;TZID=Europe/Amsterdam:20261208T100000",
            "DTSTART;TZID=Europe/Amsterdam:20261208T130000",
        ],
        ["DTSTART;TZID=Europe/Amsterdam:20261205T100000"],
        ["DTSTART;TZID=Europe/Amsterdam:20261230T100000"],
    ]


def test_events_of_their_own_name_the_series_that_they_belong_to() -> None:
    header = f"{SERIES}ook: [5-12-2026]\nwijzigingen: [{{datum: 8-12-2026, {CANCELLED}}}]"
    assert values(ics(activity(header)), "RELATED-TO") == ["papendrecht-taalcafe"]
    loose = ics(activity("ook: [5-12-2026]"))
    assert values(loose, "RELATED-TO") == ["papendrecht-taalcafe"] * 2


def test_every_event_of_a_series_has_the_same_past() -> None:
    each = activity(f"{SERIES}ook: [5-12-2026]\nwijzigingen: [{{datum: 8-12-2026, {CANCELLED}}}]")
    revision = Revision(REVISION.created, REVISION.modified, 7)
    assert values(events(each, revision).all, "SEQUENCE") == ["7", "7", "7"]


@pytest.mark.parametrize(
    ("fields", "summary", "status"),
    [
        (CANCELLED, "Gaat niet door: Taalcafé", "CANCELLED"),
        ("status: uitgesteld, reden: Ziek", "Gaat niet door (nieuwe datum volgt): Taalcafé", "CANCELLED"),
        ("status: vol", "Vol: Taalcafé", "CONFIRMED"),
        ("locatie: wijkcentrum", "Taalcafé", "CONFIRMED"),
        ("titel: Kerstcafé", "Kerstcafé", "CONFIRMED"),
        ("status: online, online: https://www.example.org/mee", "Taalcafé", "CONFIRMED"),
    ],
)
def test_status_of_one_date(fields: str, summary: str, status: str) -> None:
    found = lines(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]", number=1)
    assert (found["SUMMARY"], found["STATUS"], found["TRANSP"]) == (summary, status, "TRANSPARENT")


def test_series_that_is_off_as_a_whole_keeps_its_rule() -> None:
    found = lines(f"{SERIES}status: afgelast\nreden: De zaal is dicht.")
    assert (found["SUMMARY"], found["STATUS"]) == ("Gaat niet door: Taalcafé", "CANCELLED")
    assert found["RRULE"] == "FREQ=WEEKLY;UNTIL=20261229T090000Z;BYDAY=TU"


@pytest.mark.parametrize("header", ["", SERIES, "ook: [8-12-2026]", "aanmelden: {status: vol}"])
def test_held_are_the_very_bytes_of_all_when_everything_goes_ahead(header: str) -> None:
    found = events(activity(header))
    assert found.held is found.all


@pytest.mark.parametrize(
    "header",
    [
        "status: afgelast\nreden: Ziek",
        f"{SERIES}status: uitgesteld\nreden: Ziek",
        f"wijzigingen: [{{datum: 1-12-2026, {CANCELLED}}}]",
        f"herhaling: elke dinsdag\ntot: 2 keer\nwijzigingen:\n- {{datum: 1-12-2026, {CANCELLED}}}\n"
        f"- {{datum: 8-12-2026, {CANCELLED}}}",
    ],
)
def test_nothing_is_held_when_nothing_goes_ahead(header: str) -> None:
    assert events(activity(header)).held == b""


def test_held_leaves_out_cancelled_dates_and_keeps_the_other_changes() -> None:
    header = f"{SERIES}wijzigingen:\n- {{datum: 8-12-2026, {CANCELLED}}}\n- {{datum: 15-12-2026, status: vol}}"
    found = events(activity(header)).held
    assert values(found, "SUMMARY") == ["Taalcafé", "Vol: Taalcafé"]
    assert "EXDATE;TZID=Europe/Amsterdam:20261208T100000\r\n" in blocks(found)[0]


def test_held_leaves_out_cancelled_loose_dates() -> None:
    header = f"ook: [8-12-2026, 15-12-2026]\nwijzigingen: [{{datum: 8-12-2026, {CANCELLED}}}]"
    found = events(activity(header)).held
    assert values(found, "UID") == ["papendrecht-taalcafe--20261201", "papendrecht-taalcafe--20261215"]


def test_own_calendar_takes_up_the_time_of_what_goes_ahead() -> None:
    header = f"samenvatting: 'TRANSP:TRANSPARENT'\n{SERIES}wijzigingen: [{{datum: 8-12-2026, {CANCELLED}}}]"
    found = events(activity(header))
    assert values(found.own, "TRANSP") == ["OPAQUE", "TRANSPARENT"]
    assert found.own.replace(b"TRANSP:OPAQUE\r\n", b"TRANSP:TRANSPARENT\r\n") == found.all


def test_one_date_of_a_series_is_an_event_that_stands_by_itself() -> None:
    each = activity(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {CANCELLED}}}]")
    of_dates = [events(each).single(on) for on in occurrences(each)[:2]]
    assert [values(found, "UID") for found in of_dates] == [
        ["papendrecht-taalcafe--20261201"],
        ["papendrecht-taalcafe--20261208"],
    ]
    assert [values(found, "TRANSP") for found in of_dates] == [["OPAQUE"], ["TRANSPARENT"]]
    assert [values(found, "RELATED-TO") for found in of_dates] == [["papendrecht-taalcafe"]] * 2
    assert [values(found, "RRULE") + values(found, "RECURRENCE-ID") for found in of_dates] == [[], []]


def test_one_date_of_what_happens_once_is_the_same_event() -> None:
    found = events(activity())
    assert found.single(found.dates[0]) == found.own


def test_date_that_goes_ahead_again_keeps_its_override() -> None:
    each = activity(SERIES)
    stamp = Stamp(domain="agenda.example.org", url=URL, revision=REVISION, differed=frozenset({date(2026, 12, 8)}))
    master, override = blocks(Events(each, occurrences(each), stamp).all)
    assert "RECURRENCE-ID" not in master
    shown = ("RECURRENCE-ID", "DTSTART", "STATUS", "SUMMARY")
    assert [line for line in override.split("\r\n") if line.startswith(shown)] == [
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20261208T100000",
        "DTSTART;TZID=Europe/Amsterdam:20261208T100000",
        "SUMMARY:Taalcafé",
        "STATUS:CONFIRMED",
    ]
