from __future__ import annotations

from datetime import date, time

import pytest
from tests.builders import PATH, activity, network, read, rules

from meedoen.language.problems import FilePosition
from meedoen.notation.fields.values import Online
from meedoen.notation.schema.status import OFF, EventStatus
from meedoen.notation.time.clock import Times
from meedoen.programme.change import Change

SERIES = "herhaling: elke dinsdag\ntot: 29 december 2026\n"


def change(fields: str) -> Change:
    """The one change of a series with these fields, on 15 December."""
    found = activity(f"{SERIES}wijzigingen:\n  - {{datum: 15 december 2026, {fields}}}").changes
    assert len(found) == 1
    return found[0]


def broken(*changes: str) -> list[str]:
    """The rules that these changes of a series break."""
    lines = "".join(f"  - {{{each}}}\n" for each in changes)
    return rules(f"{SERIES}wijzigingen:\n{lines}")


@pytest.mark.parametrize("status", OFF)
def test_change_that_does_not_take_place(status: EventStatus) -> None:
    assert change(f"status: {status}, reden: De docent is ziek.") == Change(
        date(2026, 12, 15), status, "De docent is ziek."
    )


def test_change_to_full() -> None:
    assert change("status: vol") == Change(date(2026, 12, 15), EventStatus.FULL)


def test_change_to_online() -> None:
    assert change("status: online, online: link na aanmelding") == Change(
        date(2026, 12, 15), EventStatus.ONLINE, online=Online("")
    )


def test_change_to_another_day_and_time() -> None:
    assert change("status: verplaatst, naar: 17 december 2026, tijd: 13.00 - 14.30") == Change(
        date(2026, 12, 15),
        EventStatus.RESCHEDULED,
        to_day=date(2026, 12, 17),
        times=Times(time(13), time(14, 30), False),
    )


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("naar: 17 december 2026", "verplaatst"),
        ("tijd: 13.00 - 14.30", "verplaatst"),
        ("locatie: wijkcentrum", "verplaatst"),
        ("titel: Kerstcafé", "gepland"),
        ("ruimte: Leeszaal", "gepland"),
        ("status: gepland", "gepland"),
    ],
)
def test_change_without_a_word_for_it(fields: str, status: str) -> None:
    assert change(fields).status == status


def test_change_of_place_room_and_title() -> None:
    assert change("locatie: Wijkcentrum, ruimte: Zaal 2, titel: Kerstcafé") == Change(
        date(2026, 12, 15),
        EventStatus.RESCHEDULED,
        place=network().places["wijkcentrum"],
        room="Zaal 2",
        name="Kerstcafé",
    )


def test_changes_are_in_order_of_date() -> None:
    header = f"{SERIES}wijzigingen:\n  - {{datum: 22-12-2026, status: vol}}\n  - {{datum: 8-12-2026, status: vol}}"
    assert [each.day for each in activity(header).changes] == [date(2026, 12, 8), date(2026, 12, 22)]


def test_change_of_the_only_date() -> None:
    found = activity("wijzigingen: [{datum: 1 december 2026, status: vol}]")
    assert found.changes == (Change(date(2026, 12, 1), EventStatus.FULL),)


def test_change_of_an_extra_date() -> None:
    found = activity(f"{SERIES}ook: 17 december 2026\nwijzigingen: [{{datum: 17 december 2026, status: vol}}]")
    assert found.changes == (Change(date(2026, 12, 17), EventStatus.FULL),)


def test_change_on_another_day_names_the_nearest() -> None:
    found, problems = read(f"{SERIES}wijzigingen:\n  - datum: 16 december 2026\n    status: vol")
    assert found is None
    assert [(each.rule, each.place, each.hint) for each in problems] == [
        ("wijziging-raakt-niets", FilePosition(PATH, 5, 12, 16), "Bedoelde je dinsdag 15 december 2026?")
    ]


def test_change_on_an_exception_says_that_it_was_left_out() -> None:
    _, problems = read(f"{SERIES}behalve: 15 december 2026\nwijzigingen: [{{datum: 15 december 2026, status: vol}}]")
    assert [(each.rule, each.hint) for each in problems] == [
        ("wijziging-raakt-niets", "Haal deze wijziging weg. Gaat het toch door? Voeg de datum toe bij: ook: …")
    ]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ("datum: 15-12-2026, status: verplaatst", "ontbrekend-veld"),
        ("datum: 15-12-2026, status: online", "ontbrekend-veld"),
        ("datum: 15-12-2026, status: afgelast, reden: x, naar: 17-12-2026", "overbodig-veld"),
        ("datum: 15-12-2026, status: uitgesteld, reden: x, naar: 17-12-2026", "overbodig-veld"),
        ("datum: 15-12-2026, status: kwijt", "geen-keuze"),
        ("status: vol", "ontbrekend-veld"),
        ("datum: 15-12-2026, locatie: bibliotheek-sliedrecht", "verkeerde-map"),
        ("datum: 15-12-2026, lokatie: wijkcentrum", "onbekende-sleutel"),
    ],
)
def test_change_that_cannot_be(fields: str, rule: str) -> None:
    assert broken(fields) == [rule]


def test_change_without_a_reason_is_published_with_a_hint() -> None:
    found, problems = read(f"{SERIES}wijzigingen: [{{datum: 15-12-2026, status: afgelast}}]")
    assert [each.rule for each in problems] == ["reden-ontbreekt"]
    assert found is not None
    assert found.changes == (Change(date(2026, 12, 15), EventStatus.CANCELLED),)


def test_two_changes_of_one_date_are_reported() -> None:
    assert broken("datum: 15-12-2026, status: vol", "datum: 15-12-2026, titel: Kerstcafé") == ["dubbele-wijziging"]
