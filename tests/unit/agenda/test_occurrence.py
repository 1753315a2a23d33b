from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.builders import dates, network

from meedoen.agenda.occurrence import Occurrence
from meedoen.notation.fields.values import Online

SERIES = "herhaling: elke dinsdag\ntot: 22 december 2026\n"
BONAIRE = "content/activiteiten/bonaire/taalcafe.md"


def change(fields: str, header: str = SERIES) -> tuple[Occurrence, ...]:
    """The occurrences of a series of which 8 December is changed."""
    return dates(f"{header}wijzigingen: [{{datum: 8 december 2026, {fields}}}]")


def summary(occurrences: tuple[Occurrence, ...]) -> list[tuple[str, str, bool]]:
    """Day, status and whether it takes place."""
    return [(f"{each.day:%m-%d}", each.status, each.takes_place) for each in occurrences]


def test_one_date() -> None:
    (only,) = dates("")
    assert (only.day, only.planned, only.last_day) == (date(2026, 12, 1),) * 3
    assert (only.name, only.status, only.reason, only.takes_place) == ("Taalcafé", "gepland", "", True)
    assert (only.place, only.room, only.online) == (network().places["bibliotheek-papendrecht"], "", None)
    assert (only.change, only.moved_to) == (None, None)


def test_weekly_ten_o_clock_stays_ten_o_clock_over_both_clock_changes() -> None:
    header = "datum: dinsdag 20 oktober 2026\ntijd: 10.00 - 11.30\nherhaling: elke dinsdag\ntot: 6 april 2027"
    found = dates(header)
    starts = [each.start for each in found if isinstance(each.start, datetime)]
    assert {f"{start:%H:%M}" for start in starts} == {"10:00"}
    utc = {f"{start.astimezone(UTC):%m-%d}": start.astimezone(UTC).hour for start in starts}
    assert {day: utc[day] for day in ("10-20", "10-27", "03-23", "03-30")} == {
        "10-20": 8,
        "10-27": 9,
        "03-23": 9,
        "03-30": 8,
    }
    assert len(starts) == len(found) == 25


def test_weekly_ten_o_clock_on_bonaire_is_always_two_in_the_afternoon_utc() -> None:
    header = "datum: dinsdag 20 oktober 2026\nherhaling: elke dinsdag\ntot: 6 april 2027\nlocatie: bibliotheek-bonaire"
    found = dates(header, BONAIRE)
    assert {each.start.astimezone(UTC).hour for each in found if isinstance(each.start, datetime)} == {14}


def test_start_and_end_of_a_day_with_times() -> None:
    (only,) = dates("tijd: 10.00 - 11.30")
    assert isinstance(only.start, datetime)
    assert isinstance(only.end, datetime)
    assert (only.start.isoformat(), only.end.isoformat()) == ("2026-12-01T10:00:00+01:00", "2026-12-01T11:30:00+01:00")


def test_open_end() -> None:
    (only,) = dates("tijd: vanaf 19.30 uur")
    assert only.end is None


def test_past_midnight_ends_on_the_next_day() -> None:
    (only,) = dates("tijd: 22.00 - 01.00")
    assert isinstance(only.end, datetime)
    assert (only.last_day, only.end.isoformat()) == (date(2026, 12, 1), "2026-12-02T01:00:00+01:00")


def test_until_midnight_ends_at_the_start_of_the_next_day() -> None:
    (only,) = dates("tijd: 20.00 - 24.00")
    assert isinstance(only.end, datetime)
    assert only.end.isoformat() == "2026-12-02T00:00:00+01:00"


def test_all_day_is_a_date() -> None:
    (only,) = dates("hele-dag: ja")
    assert (only.times, only.start, only.end) == (None, date(2026, 12, 1), date(2026, 12, 1))


def test_several_days() -> None:
    (only,) = dates("datum: 1 december 2026\neinddatum: 3 december 2026")
    assert (only.start, only.end, only.last_day) == (date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 3))


def test_several_days_with_times_is_one_stretch() -> None:
    (only,) = dates("datum: 1 december 2026\neinddatum: 3 december 2026\ntijd: 14.00 - 9.00")
    assert isinstance(only.start, datetime)
    assert isinstance(only.end, datetime)
    assert (only.start.isoformat(), only.end.isoformat()) == ("2026-12-01T14:00:00+01:00", "2026-12-03T09:00:00+01:00")


@pytest.mark.parametrize(
    ("fields", "status", "takes_place"),
    [
        ("status: afgelast, reden: De docent is ziek.", "afgelast", False),
        ("status: uitgesteld, reden: De docent is ziek.", "uitgesteld", False),
        ("status: vol", "vol", True),
        ("status: online, online: link na aanmelding", "online", True),
        ("status: verplaatst, locatie: wijkcentrum", "verplaatst", True),
        ("tijd: 13.00 - 14.00", "verplaatst", True),
        ("titel: Kerstcafé", "gepland", True),
    ],
)
def test_change_of_one_date(fields: str, status: str, takes_place: bool) -> None:
    assert summary(change(fields)) == [
        ("12-01", "gepland", True),
        ("12-08", status, takes_place),
        ("12-15", "gepland", True),
        ("12-22", "gepland", True),
    ]


def test_reason_of_one_date() -> None:
    assert [each.reason for each in change("status: afgelast, reden: Ziek.")] == ["", "Ziek.", "", ""]


def test_moved_date_gives_a_notice_on_the_old_day_and_takes_place_on_the_new() -> None:
    found = change("naar: 10 december 2026, tijd: 13.00 - 14.00")
    assert summary(found) == [
        ("12-01", "gepland", True),
        ("12-08", "verplaatst", False),
        ("12-10", "verplaatst", True),
        ("12-15", "gepland", True),
        ("12-22", "gepland", True),
    ]
    notice, new = found[1], found[2]
    assert (notice.planned, notice.moved_to, notice.start.isoformat()) == (
        date(2026, 12, 8),
        date(2026, 12, 10),
        "2026-12-08T10:00:00+01:00",
    )
    assert (new.planned, new.moved_to, new.start.isoformat()) == (
        date(2026, 12, 8),
        None,
        "2026-12-10T13:00:00+01:00",
    )


def test_moved_past_the_next_dates_stays_in_order_of_day() -> None:
    found = change("naar: 20 december 2026")
    assert [f"{each.day:%m-%d}" for each in found] == ["12-01", "12-08", "12-15", "12-20", "12-22"]


def test_moved_stay_keeps_its_length() -> None:
    header = "datum: 8 december 2026\neinddatum: 10 december 2026\n"
    notice, new = change("naar: 15 december 2026", header)
    assert (notice.day, notice.last_day) == (date(2026, 12, 8), date(2026, 12, 8))
    assert (new.day, new.last_day) == (date(2026, 12, 15), date(2026, 12, 17))


def test_place_and_room_of_one_date() -> None:
    found = change("locatie: wijkcentrum, ruimte: Zaal 2", f"{SERIES}ruimte: Leeszaal\n")
    assert [(each.place.name, each.room) for each in found[:2] if each.place] == [
        ("Bibliotheek Papendrecht", "Leeszaal"),
        ("Wijkcentrum", "Zaal 2"),
    ]


def test_other_place_does_not_keep_the_room() -> None:
    assert change("locatie: wijkcentrum", f"{SERIES}ruimte: Leeszaal\n")[1].room == ""


def test_other_room_keeps_the_place() -> None:
    second = change("ruimte: Atelier", f"{SERIES}ruimte: Leeszaal\n")[1]
    assert (second.place, second.room) == (network().places["bibliotheek-papendrecht"], "Atelier")


def test_online_on_one_date_has_no_place() -> None:
    second = change("status: online, online: https://www.example.org", f"{SERIES}ruimte: Leeszaal\n")[1]
    assert (second.place, second.room, second.online) == (None, "", Online("https://www.example.org"))


def test_title_of_one_date() -> None:
    assert [each.name for each in change("titel: Kerstcafé")] == ["Taalcafé", "Kerstcafé", "Taalcafé", "Taalcafé"]


@pytest.mark.parametrize("status", ["afgelast", "uitgesteld"])
def test_status_of_the_whole_activity_is_that_of_each_date(status: str) -> None:
    found = dates(
        f"{SERIES}status: {status}\nreden: De zaal is dicht.\nwijzigingen: [{{datum: 8-12-2026, status: vol}}]"
    )
    assert {(each.status, each.takes_place, each.reason) for each in found} == {(status, False, "De zaal is dicht.")}


def test_full_registration_makes_every_date_full_but_keeps_what_a_date_says() -> None:
    found = dates(
        f"{SERIES}aanmelden: {{status: vol}}\nwijzigingen: [{{datum: 8-12-2026, status: afgelast, reden: x}}]"
    )
    assert [each.status for each in found] == ["vol", "afgelast", "vol", "vol"]


def test_extra_date_has_its_own_time() -> None:
    found = dates(f"{SERIES}ook: [{{datum: 3 december 2026, tijd: 14.00 - 15.00}}, 4 december 2026]")
    assert [each.start.isoformat()[5:16] for each in found] == [
        "12-01T10:00",
        "12-03T14:00",
        "12-04T10:00",
        "12-08T10:00",
        "12-15T10:00",
        "12-22T10:00",
    ]


def test_order_within_a_day_is_all_day_then_time_then_title() -> None:
    paths = [f"content/activiteiten/papendrecht/{name}.md" for name in "abcd"]
    headers = ["titel: Zang", "titel: dans", "titel: Markt\nhele-dag: ja", "titel: Ontbijt\ntijd: 9.00"]
    found = [dates(header, path)[0] for header, path in zip(headers, paths, strict=True)]
    assert [each.name for each in sorted(found, key=lambda each: each.sort_key)] == ["Markt", "Ontbijt", "dans", "Zang"]
