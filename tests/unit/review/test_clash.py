"""Rooms and organisers that are asked for twice."""

from __future__ import annotations

import pytest
from tests.proposals import proposed, some

from meedoen.review.clash import organisers, rooms
from meedoen.review.hints import hints

ROOM = "ruimte: Leeszaal\n"
TALK = "organisator: taalhuis\n"
ELSEWHERE = f"{TALK}locatie: wijkcentrum\n"


def in_room(header: str, other: str) -> list[str]:
    """What is said of a new activity with these fields beside another one, both on 1 December, 10.00 - 11.30."""
    new, old = (
        each if "titel:" in each else f"titel: {name}\n{each}" for each, name in ((header, "Nieuw"), (other, "Oud"))
    )
    found = rooms(proposed("nieuw", new, others=[some("oud", old)]))
    return [each.problem.message for each in found]


def test_room_that_is_taken_is_said_with_the_other_file() -> None:
    assert in_room(ROOM, ROOM) == [
        "“Leeszaal” is dan al bezet: “Oud”, dinsdag 1 december 2026, 10.00 tot 11.30 uur. "
        "Zie content/activiteiten/papendrecht/oud.md."
    ]


@pytest.mark.parametrize(
    ("header", "other", "number"),
    [
        (f"{ROOM}tijd: 11.00 - 12.00", ROOM, 1),
        ("ruimte: LEESZAAL", "ruimte: leeszaal", 1),
        (f"{ROOM}tijd: vanaf 11.00 uur", ROOM, 1),
        (f"{ROOM}datum: 24 november 2026\nherhaling: elke dinsdag\ntot: 10 keer", ROOM, 1),
        (f"{ROOM}tijd: 22.00 - 1.00", f"{ROOM}datum: 2 december 2026\ntijd: 0.30 - 2.00", 1),
        # Where no room is written the title may name it.
        (ROOM, "titel: Koffie in de leeszaal", 1),
        ("titel: Koffie in de leeszaal", ROOM, 1),
        ("titel: Koffie in de leeszaal\nruimte: Zolder", ROOM, 0),
        ("titel: Leeszaalkoffie", ROOM, 0),
        # Not at the same moment, not in the same room, or nobody can tell.
        (f"{ROOM}tijd: 11.30 - 12.00", ROOM, 0),
        (f"{ROOM}tijd: vanaf 11.30 uur", ROOM, 0),
        (f"{ROOM}datum: 2 december 2026", ROOM, 0),
        ("ruimte: Zolder", ROOM, 0),
        ("", "", 0),
        (ROOM, "", 0),
        (f"{ROOM}locatie: wijkcentrum", ROOM, 0),
        (f"{ROOM}hele-dag: ja", ROOM, 0),
        (ROOM, f"{ROOM}hele-dag: ja", 0),
        (ROOM, f"{ROOM}einddatum: 20 december 2026\ntijd: 10.00 - 17.00", 0),
        # What does not go ahead takes no room.
        (ROOM, f"{ROOM}status: afgelast\nreden: Ziek", 0),
        (f"{ROOM}status: uitgesteld\nreden: Ziek", ROOM, 0),
        (ROOM, f"{ROOM}wijzigingen:\n  - datum: 1 december 2026\n    ruimte: Zolder", 0),
        (ROOM, f"{ROOM}wijzigingen:\n  - datum: 1 december 2026\n    naar: 3 december 2026", 0),
        # What moves here takes it here.
        (ROOM, "locatie: wijkcentrum\nwijzigingen:\n  - datum: 1 december 2026\n    locatie: bibliotheek-papendrecht\n"
         "    ruimte: Leeszaal", 1),
        (f"{ROOM}datum: 3 december 2026",
         f"{ROOM}wijzigingen:\n  - datum: 1 december 2026\n    naar: 3 december 2026", 1),
        # What has been is no matter.
        (f"{ROOM}datum: 3 november 2026", f"{ROOM}datum: 3 november 2026", 0),
    ],
)  # fmt: skip
def test_room_is_taken(header: str, other: str, number: int) -> None:
    assert len(in_room(header, other)) == number


def test_series_that_meet_often_are_said_once() -> None:
    weekly = f"{ROOM}herhaling: elke dinsdag\ntot: 10 keer\n"
    (message,) = in_room(weekly, weekly)
    assert message.startswith(
        "“Leeszaal” is dan al bezet: “Oud”, dinsdag 1 december 2026, 10.00 tot 11.30 uur, en nog 9 keer."
    )


def test_at_most_three_others_are_named() -> None:
    others = [some(f"oud-{number}", f"titel: Oud {number}\n{ROOM}") for number in range(5)]
    assert len(list(rooms(proposed("nieuw", ROOM, others=others)))) == 3


def test_two_that_were_there_already_are_not_told_of_each_other() -> None:
    others = [some(name, f"titel: {name}\n{ROOM}") for name in ("een", "twee")]
    assert list(rooms(proposed("nieuw", "ruimte: Zolder", others=others))) == []


def at_two_places(header: str, *others: str) -> list[str]:
    """What is said of the organiser of a new activity, on 1 December in the library, beside these others."""
    known = [some(f"oud-{number}", f"titel: Oud\n{other}") for number, other in enumerate(others)]
    return [each.problem.message for each in organisers(proposed("nieuw", f"titel: Nieuw\n{header}", others=known))]


def test_organiser_that_is_elsewhere_is_said() -> None:
    assert at_two_places(TALK, ELSEWHERE) == [
        "“Taalhuis” is dan al ergens anders: “Oud” in “Wijkcentrum”, dinsdag 1 december 2026, 10.00 tot 11.30 uur. "
        "Zie content/activiteiten/papendrecht/oud-0.md."
    ]


@pytest.mark.parametrize(
    ("header", "others", "number"),
    [
        (TALK, [f"{ELSEWHERE}tijd: 11.00 - 12.00"], 1),
        (TALK, [TALK], 0),
        (TALK, [f"{ELSEWHERE}tijd: 11.30 - 12.00"], 0),
        (TALK, ["locatie: wijkcentrum"], 0),
        ("", ["locatie: wijkcentrum"], 0),
        (f"{TALK}online: link na aanmelding", [ELSEWHERE], 0),
        # Who is at two places already can be at three.
        (TALK, [ELSEWHERE, f"{TALK}"], 0),
        (TALK, [ELSEWHERE, f"{TALK}datum: 8 december 2026", f"{ELSEWHERE}datum: 8 december 2026"], 0),
    ],
)
def test_organiser_is_at_two_places(header: str, others: list[str], number: int) -> None:
    assert len(at_two_places(header, *others)) == number


def test_double_is_no_double_booking_as_well() -> None:
    proposal = proposed("nieuw", ROOM, others=[some("oud", ROOM)])
    assert [each.rule for each in hints(proposal)] == ["lijkt-dubbel"]


WEEKLY = f"{ROOM}herhaling: elke dinsdag\ntot: 5 keer\n"
CANCELLED = "wijzigingen:\n  - datum: 22 december 2026\n    status: afgelast\n    reden: Ziek\n"


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        (WEEKLY, f"{WEEKLY}{CANCELLED}", 0),
        (WEEKLY, f"{WEEKLY}prijs: gratis\n", 0),
        (WEEKLY, WEEKLY.replace("5 keer", "6 keer"), 1),
        (WEEKLY, f"{WEEKLY}tijd: 10.30 - 12.00", 1),
        (WEEKLY.replace("Leeszaal", "Zolder"), WEEKLY, 1),
    ],
)
def test_what_clashed_already_is_not_told_again(before: str, after: str, number: int) -> None:
    other = some("oud", f"titel: Oud\n{WEEKLY.replace('5 keer', '9 keer')}")
    assert len(list(rooms(proposed("nieuw", after, before=before, others=[other])))) == number


def test_organiser_that_was_at_two_places_already_is_not_told_again() -> None:
    other = some("oud", ELSEWHERE)
    assert list(organisers(proposed("nieuw", f"{TALK}prijs: gratis", before=TALK, others=[other]))) == []
    assert len(list(organisers(proposed("nieuw", TALK, before="", others=[other])))) == 1
    assert len(list(organisers(proposed("nieuw", TALK, before=ELSEWHERE, others=[other])))) == 1
