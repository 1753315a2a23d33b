"""Dates on which a place is closed or people are away."""

from __future__ import annotations

from functools import cache

import pytest
from tests.builders import REFERENCE_FILES, reference_files
from tests.proposals import FOLDER, TODAY, proposed, some

from meedoen.agenda.network_reader import read_network
from meedoen.notation.text.document import Document, parse_document
from meedoen.programme.activity import Activity, read_activity
from meedoen.programme.network import Network
from meedoen.review.closed import opening_hours, public_holidays, school_holidays
from meedoen.review.proposal import FileChange, Proposal

HOURS = "openingstijden:\n  dinsdag: 10.00 - 17.00\n  woensdag: 10.00 - 12.00\n"
WEEKLY = "herhaling: elke dinsdag\ntot: 29 juni 2027\n"
PAUSES = f"{WEEKLY}behalve: schoolvakanties\n"


@cache
def with_hours() -> Network:
    """The network of the builders in which the library of Papendrecht has opening hours."""
    place = REFERENCE_FILES["locaties/bibliotheek-papendrecht"] + HOURS
    found, problems = read_network(reference_files(locaties__bibliotheek_papendrecht=place))
    assert (problems, found is not None) == ((), True)
    assert found is not None
    return found


def read(name: str, header: str) -> Activity:
    """An activity in the library of Papendrecht that has opening hours."""
    text = f"---\ntitel: Taalcafé\nlocatie: bibliotheek-papendrecht\n{header}---\n"
    document = parse_document(f"{FOLDER}{name}.md", text.encode())
    assert isinstance(document, Document), document
    found, problems = read_activity(document, with_hours())
    assert found is not None, problems
    return found


def at_closed_doors(header: str, before: str = "", *others: str) -> list[str]:
    """What is said about the opening hours of a new or a changed activity."""
    change = FileChange(f"{FOLDER}nieuw.md", read("nieuw", before) if before else None, read("nieuw", header))
    known = tuple(read(f"oud-{number}", other) for number, other in enumerate(others))
    return [each.problem.message for each in opening_hours(Proposal(with_hours(), (change,), known, TODAY))]


EVENING = "datum: 1 december 2026\ntijd: 19.30 - 21.00\n"


def test_time_at_which_the_place_is_closed_is_said() -> None:
    assert at_closed_doors(EVENING) == [
        "“Bibliotheek Papendrecht” is niet open op dinsdag 1 december 2026, 19.30 tot 21.00 uur: op dinsdag is het "
        "daar “10.00 - 17.00”."
    ]
    assert at_closed_doors("datum: 4 december 2026\ntijd: 10.00 - 11.00\nherhaling: elke vrijdag\ntot: 3 keer\n") == [
        "“Bibliotheek Papendrecht” is niet open op vrijdag 4 december 2026, 10.00 tot 11.00 uur, en nog 2 keer: op "
        "vrijdag is het daar dicht."
    ]


@pytest.mark.parametrize(
    "header",
    [
        "datum: 1 december 2026\ntijd: 10.00 - 17.00\n",
        "datum: 4 december 2026\nhele-dag: ja\n",
        "datum: 3 november 2026\ntijd: 19.30 - 21.00\n",  # has been
        f"{EVENING}status: afgelast\nreden: Ziek\n",
    ],
)
def test_nothing_is_said_of_other_times(header: str) -> None:
    assert at_closed_doors(header) == []


def test_who_is_there_after_hours_more_often_has_a_key() -> None:
    assert at_closed_doors(EVENING, "", "datum: 8 december 2026\ntijd: 20.00 - 21.00\n") == []
    assert (
        len(at_closed_doors(EVENING, "", "datum: 8 december 2026\ntijd: 20.00 - 21.00\norganisator: taalhuis\n")) == 1
    )


def test_what_was_so_already_is_not_said_again() -> None:
    assert at_closed_doors(f"{EVENING}prijs: gratis\n", EVENING) == []
    assert len(at_closed_doors(EVENING, "datum: 1 december 2026\ntijd: 10.00 - 11.00\n")) == 1


@pytest.mark.parametrize(
    ("header", "messages"),
    [
        ("datum: 25 december 2026", ["Deze activiteit gaat door op eerste kerstdag (25 december 2026)."]),
        ("datum: 25 december 2026\ntitel: Zingen op Eerste Kerstdag", []),
        ("datum: 31 december 2026", ["Deze activiteit gaat door op Oudejaarsdag (31 december 2026)."]),
        ("datum: 26 maart 2027", []),  # open on Good Friday
        ("datum: 24 december 2026", []),
        ("datum: 25 december 2025", []),
        ("datum: 18 december 2026\nherhaling: elke vrijdag\ntot: 3 keer", [
            "Deze activiteit gaat door op eerste kerstdag (25 december 2026) en nieuwjaarsdag (1 januari 2027)."]),
        ("datum: 18 december 2026\nherhaling: elke vrijdag\ntot: 3 keer\nbehalve: feestdagen", []),
    ],
)  # fmt: skip
def test_public_holidays(header: str, messages: list[str]) -> None:
    found = [each.problem.message for each in public_holidays(proposed("nieuw", header))]
    assert [each.lower() for each in found] == [each.lower() for each in messages]


def through_the_holiday(header: str, *others: str, before: str | None = None) -> int:
    """How often it is said that a series goes on in a school holiday."""
    known = [some(f"oud-{number}", other) for number, other in enumerate(others)]
    return len(list(school_holidays(proposed("nieuw", header, before=before, others=known))))


@pytest.mark.parametrize(
    ("header", "others", "number"),
    [
        (WEEKLY, [PAUSES] * 3, 1),
        (WEEKLY, [PAUSES] * 2, 0),  # no habit yet
        (WEEKLY, [PAUSES, PAUSES, PAUSES, WEEKLY, WEEKLY], 0),  # no clear habit
        (PAUSES, [PAUSES] * 3, 0),
        (WEEKLY, [f"{PAUSES}organisator: taalhuis"] * 3, 0),
        (f"{WEEKLY}online: link na aanmelding", [PAUSES] * 3, 0),
        ("datum: 22 december 2026\nherhaling: elke dag\ntot: 31 december 2026", [PAUSES] * 3, 0),  # for the holiday
        ("datum: 22 december 2026", [PAUSES] * 3, 0),
    ],
)
def test_school_holidays(header: str, others: list[str], number: int) -> None:
    assert through_the_holiday(header, *others) == number


def test_series_that_went_on_already_is_not_told_again() -> None:
    assert through_the_holiday(f"{WEEKLY}prijs: gratis", *[PAUSES] * 3, before=WEEKLY) == 0
