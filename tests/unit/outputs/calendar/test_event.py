from __future__ import annotations

from datetime import date

import icalendar
import pytest
from tests.builders import activity, ics

SERIES = "herhaling: elke dinsdag\ntot: 29 december 2026\n"
URL = "https://papendrecht.agenda.example.org/activiteit/taalcafe.html"


def lines(header: str, body: str = "", number: int = 0) -> dict[str, str]:
    """Name (with parameters) → value of the lines of one of the events, unfolded."""
    block = ics(activity(header, body)).decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[number + 1]
    pairs = [line.partition(":") for line in block.split("\r\n") if line not in ("", "END:VEVENT")]
    return {name: value for name, _, value in pairs}


def uids(header: str) -> list[str]:
    """The UID of each event, without its domain."""
    calendar = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + ics(activity(header)) + b"END:VCALENDAR\r\n")
    return [str(each["UID"]).removesuffix("@agenda.example.org") for each in calendar.walk("VEVENT")]


def test_one_date_has_everything_that_a_calendar_shows() -> None:
    header = (
        "titel: 'Taalcafé; voor jou, en mij'\nsamenvatting: Kom praten.\nruimte: Leeszaal\n"
        "doelgroep: 18+\nleeftijd: vanaf 16 jaar\n"
        "thema: taal\nprijs: gratis\naanmelden: nodig\ntoegankelijkheid: [rolstoel, ringleiding]\nonline: https://www.example.org/mee\n"
        "locatie: bibliotheek-papendrecht"
    )
    assert lines(header, "Kom *praten*, met koffie.") == {
        "UID": "papendrecht-taalcafe@agenda.example.org",
        "DTSTAMP": "20261122T120000Z",
        "LAST-MODIFIED": "20261122T120000Z",
        "TRANSP": "TRANSPARENT",
        "CLASS": "PUBLIC",
        "URL": URL,
        "CATEGORIES": "18 jaar en ouder,Taal",
        "SUMMARY": "Taalcafé\\; voor jou\\, en mij",
        "DESCRIPTION": "Kom praten.\\n\\nKom praten\\, met koffie.\\n\\n"
        "Voor wie: 18 jaar en ouder (vanaf 16 jaar)\\nKosten: gratis\\nMeld je vooraf aan.\\n"
        "Toegankelijkheid: Met rolstoel\\, Ringleiding\\nVan: Bibliotheek\\n\\n"
        f"Doe online mee: https://www.example.org/mee\\n\\n{URL}",
        "LOCATION": "Leeszaal\\, Bibliotheek Papendrecht\\, Markt 22\\, 3351 PB Papendrecht",
        "GEO": "51.83;4.69",
        "STATUS": "CONFIRMED",
        "DTSTART;TZID=Europe/Amsterdam": "20261201T100000",
        "DTEND;TZID=Europe/Amsterdam": "20261201T113000",
    }


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("tijd: vanaf 19.30 uur", "TZID=Europe/Amsterdam:20261201T193000", "TZID=Europe/Amsterdam:20261201T203000"),
        ("tijd: 22.00 - 1.00", "TZID=Europe/Amsterdam:20261201T220000", "TZID=Europe/Amsterdam:20261202T010000"),
        ("tijd: 20.00 - 24.00", "TZID=Europe/Amsterdam:20261201T200000", "TZID=Europe/Amsterdam:20261202T000000"),
        ("hele-dag: ja", "VALUE=DATE:20261201", "VALUE=DATE:20261202"),
        ("einddatum: 3 december 2026", "VALUE=DATE:20261201", "VALUE=DATE:20261204"),
        (
            "einddatum: 3 december 2026\ntijd: 14.00 - 9.00",
            "TZID=Europe/Amsterdam:20261201T140000",
            "TZID=Europe/Amsterdam:20261203T090000",
        ),
    ],
)
def test_start_and_end(header: str, start: str, end: str) -> None:
    found = lines(header)
    assert [f"{name}:{value}" for name, value in found.items() if name[:5] in ("DTSTA", "DTEND") and ";" in name] == [
        f"DTSTART;{start}",
        f"DTEND;{end}",
    ]


@pytest.mark.parametrize(
    ("start", "phrase", "until", "rule"),
    [
        ("1-12-2026", "dagelijks", "29-12-2026", "FREQ=DAILY;UNTIL=20261229T090000Z"),
        ("1-12-2026", "elke werkdag", "29-12-2026", "FREQ=WEEKLY;UNTIL=20261229T090000Z;BYDAY=MO,TU,WE,TH,FR"),
        ("1-12-2026", "elke week", "29-6-2027", "FREQ=WEEKLY;UNTIL=20270629T080000Z;BYDAY=TU"),
        ("1-12-2026", "elke dinsdag", "3 keer", "FREQ=WEEKLY;UNTIL=20261215T090000Z;BYDAY=TU"),
        (
            "1-12-2026",
            "elke 2 weken op dinsdag",
            "29-12-2026",
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261229T090000Z;BYDAY=TU;WKST=MO",
        ),
        ("5-12-2026", "elke eerste zaterdag van de maand", "2 keer", "FREQ=MONTHLY;UNTIL=20270102T090000Z;BYDAY=1SA"),
        ("25-12-2026", "elke laatste vrijdag van de maand", "2 keer", "FREQ=MONTHLY;UNTIL=20270129T090000Z;BYDAY=-1FR"),
        ("9-12-2026", "elke 2e en 4e woensdag", "3 keer", "FREQ=MONTHLY;UNTIL=20270113T090000Z;BYDAY=2WE,4WE"),
        ("15-12-2026", "maandelijks op de 15e", "2 keer", "FREQ=MONTHLY;UNTIL=20270115T090000Z;BYMONTHDAY=15"),
        ("31-12-2026", "de laatste dag van de maand", "2 keer", "FREQ=MONTHLY;UNTIL=20270131T090000Z;BYMONTHDAY=-1"),
        ("1-12-2026", "elk kwartaal", "2 keer", "FREQ=MONTHLY;INTERVAL=3;UNTIL=20270301T090000Z;BYMONTHDAY=1"),
        ("4-5-2027", "jaarlijks", "2 keer", "FREQ=YEARLY;UNTIL=20280504T080000Z"),
    ],
)
def test_rule_of_a_series(start: str, phrase: str, until: str, rule: str) -> None:
    header = f"datum: {start}\nherhaling: {phrase}\ntot: {until}"
    assert (lines(header)["RRULE"], uids(header)) == (rule, ["papendrecht-taalcafe"])


def test_rule_of_a_series_of_whole_days() -> None:
    found = lines("hele-dag: ja\nherhaling: elke dinsdag\ntot: 3 keer\nbehalve: 8 december 2026")
    assert (found["RRULE"], found["EXDATE;VALUE=DATE"]) == ("FREQ=WEEKLY;UNTIL=20261222;BYDAY=TU", "20261208")


def test_exceptions_of_a_series_are_left_out_in_its_own_zone() -> None:
    found = lines(f"{SERIES}behalve: [8 december 2026, schoolvakanties]")
    assert found["EXDATE;TZID=Europe/Amsterdam"] == "20261208T100000,20261222T100000,20261229T100000"


@pytest.mark.parametrize(
    "header",
    [
        "herhaling: in oneven weken op dinsdag\ntot: 3 keer",
        "herhaling: losse data\nook: [15-12-2026, 29-12-2026]",
        "ook: [15-12-2026, 29-12-2026]",
        "herhaling: elke 2 weken\ntot: 3 keer\ntijd: 22.00 - 1.00",
    ],
)
def test_series_that_programs_read_differently_is_written_date_by_date(header: str) -> None:
    assert uids(header) == [f"papendrecht-taalcafe--202612{day}" for day in ("01", "15", "29")]


def test_series_of_which_one_date_is_left_has_the_id_of_the_activity() -> None:
    assert uids("herhaling: elke dinsdag\ntot: 8 december 2026\nbehalve: 8 december 2026") == ["papendrecht-taalcafe"]


def test_change_of_one_date_overrides_it() -> None:
    header = f"{SERIES}wijzigingen: [{{datum: 8-12-2026, naar: 10-12-2026, tijd: 13.00 - 14.00}}]"
    found = lines(header, number=1)
    assert uids(header) == ["papendrecht-taalcafe"] * 2
    assert found["RECURRENCE-ID;TZID=Europe/Amsterdam"] == "20261208T100000"
    assert found["DTSTART;TZID=Europe/Amsterdam"] == "20261210T130000"
    assert found["DESCRIPTION"].startswith("Nieuwe datum: was eerst dinsdag 8 december 2026.\\n\\n")


def test_date_that_moves_past_its_neighbours_is_an_event_of_its_own() -> None:
    header = f"{SERIES}wijzigingen: [{{datum: 8-12-2026, naar: 16-12-2026}}]"
    assert uids(header) == ["papendrecht-taalcafe", "papendrecht-taalcafe--20261208"]
    assert lines(header)["EXDATE;TZID=Europe/Amsterdam"] == "20261208T100000"


def test_extra_dates_are_events_of_their_own() -> None:
    header = f"{SERIES}behalve: 8-12-2026\nook: [3-12-2026, {{datum: 8-12-2026, tijd: 14.00 - 15.00}}, 15-12-2026]"
    assert uids(header) == [
        "papendrecht-taalcafe",
        *(f"papendrecht-taalcafe--202612{day}" for day in ("03", "08", "15")),
    ]
    assert lines(header)["EXDATE;TZID=Europe/Amsterdam"] == "20261208T100000,20261215T100000"


@pytest.mark.parametrize(
    ("fields", "summary", "status", "lead"),
    [
        (
            "status: afgelast, reden: De docent is ziek.",
            "Gaat niet door: Taalcafé",
            "CANCELLED",
            "Gaat niet door. De docent is ziek.",
        ),
        (
            "status: uitgesteld, reden: Ziek",
            "Gaat niet door (nieuwe datum volgt): Taalcafé",
            "CANCELLED",
            "Uitgesteld. De nieuwe datum is nog niet bekend. Ziek.",
        ),
        ("status: vol", "Vol: Taalcafé", "CONFIRMED", "Vol."),
        ("locatie: wijkcentrum", "Taalcafé", "CONFIRMED", "Andere plek: was eerst Bibliotheek Papendrecht."),
        ("titel: Kerstcafé", "Kerstcafé", "CONFIRMED", "Van: Bibliotheek"),
        (
            "status: online, online: https://www.example.org/mee",
            "Taalcafé",
            "CONFIRMED",
            "Alleen online.\\n\\nDoe online mee: https://www.example.org/mee",
        ),
    ],
)
def test_status_of_one_date(fields: str, summary: str, status: str, lead: str) -> None:
    found = lines(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]", number=1)
    assert (found["SUMMARY"], found["STATUS"]) == (summary, status)
    assert found["DESCRIPTION"].partition("\\n\\nVan:")[0].removesuffix(f"\\n\\n{URL}") == lead


@pytest.mark.parametrize(
    ("fields", "location"),
    [("status: online, online: link na aanmelding", "Online"), ("locatie: wijkcentrum", "Wijkcentrum\\, Papendrecht")],
)
def test_place_of_one_date(fields: str, location: str) -> None:
    assert lines(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]", number=1)["LOCATION"] == location


def test_whole_activity_that_is_off() -> None:
    found = lines(f"{SERIES}status: afgelast\nreden: De zaal is dicht.")
    assert (found["SUMMARY"], found["STATUS"]) == ("Gaat niet door: Taalcafé", "CANCELLED")
    assert found["DESCRIPTION"].startswith("Gaat niet door. De zaal is dicht.\\n\\n")


def test_activity_that_is_only_online() -> None:
    found = lines("online: link na aanmelding")
    assert (found["LOCATION"], "GEO" in found) == ("Online", False)


def test_events_of_a_long_series_with_a_first_date_left_out() -> None:
    header = f"{SERIES}behalve: 1 december 2026"
    found = lines(header)
    assert (found["DTSTART;TZID=Europe/Amsterdam"], found["EXDATE;TZID=Europe/Amsterdam"]) == (
        "20261201T100000",
        "20261201T100000",
    )
    assert activity(header).schedule.days[0] == date(2026, 12, 8)
