"""What people have seen already, or will see before anybody can look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.builders import REFERENCE_FILES, reference_files
from tests.proposals import FOLDER, TODAY, proposed, some

from meedoen.agenda.network_reader import read_network
from meedoen.review.proposal import FileChange, Proposal
from meedoen.review.published import (
    first_difference,
    other_dates,
    other_marks,
    other_places,
    removals,
    short_notice,
)

WEEKLY = "datum: 1 december 2026\nherhaling: elke dinsdag\ntot: 5 keer\n"


def too_soon(header: str, before: str | None = None, today: date = TODAY, days: int | None = None) -> list[str]:
    """What is said of the time there is to review."""
    around = None
    if days is not None:
        around, _ = read_network(
            reference_files(organisatie=f"{REFERENCE_FILES['organisatie']}beoordeeltijd: {days}\n")
        )
    found = short_notice(proposed("nieuw", header, before=before, today=today, around=around))
    return [each.problem.message for each in found]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        # Today is Tuesday 24 November: so many working days until that day.
        ("24 november 2026", ["Dit begint vandaag. Meelezen mag 3 werkdagen duren."]),
        ("26 november 2026", ["Dit begint donderdag 26 november 2026. Meelezen mag 3 werkdagen duren."]),
        ("27 november 2026", []),
        ("23 november 2026", []),
    ],
)
def test_what_begins_before_it_may_be_reviewed(day: str, said: list[str]) -> None:
    assert too_soon(f"datum: {day}") == said


@pytest.mark.parametrize(
    ("today", "first", "number"),
    [
        (date(2026, 11, 27), "30 november 2026", 1),  # Friday to Monday: one working day
        (date(2026, 11, 27), "1 december 2026", 1),
        (date(2026, 11, 27), "2 december 2026", 0),
        (date(2026, 12, 24), "28 december 2026", 1),  # Christmas is no working day
        (date(2026, 12, 24), "30 december 2026", 0),
    ],
)
def test_weekends_and_holidays_are_no_working_days(today: date, first: str, number: int) -> None:
    assert len(too_soon(f"datum: {first}", today=today)) == number


def test_time_to_review_is_a_setting() -> None:
    assert too_soon("datum: 26 november 2026", days=2) == []
    assert too_soon("datum: 26 november 2026", days=0) == []
    assert len(too_soon("datum: 4 december 2026", days=99999)) == 1
    assert too_soon("datum: 25 november 2026", days=2) == [
        "Dit begint woensdag 25 november 2026. Meelezen mag 2 werkdagen duren."
    ]


def test_running_series_that_is_new_has_its_next_time() -> None:
    assert too_soon("datum: 17 november 2026\nherhaling: elke dinsdag\ntot: 5 keer") == [
        "De eerstvolgende keer is vandaag. Meelezen mag 3 werkdagen duren."
    ]


def test_change_is_told_by_the_first_day_that_differs() -> None:
    weekly = "datum: 17 november 2026\nherhaling: elke woensdag\ntot: 5 keer".replace("17", "18")
    cancelled = "\nwijzigingen:\n  - datum: {}\n    status: afgelast\n    reden: Ziek"
    assert too_soon(weekly + cancelled.format("25 november 2026"), before=weekly) == [
        "Dit verandert iets aan woensdag 25 november 2026. Meelezen mag 3 werkdagen duren."
    ]
    assert too_soon(weekly + cancelled.format("2 december 2026"), before=weekly) == []
    assert too_soon(f"{weekly}\nprijs: gratis", before=weekly) == []


def test_file_with_a_fault_changes_nothing_yet() -> None:
    old = some("oud", "datum: 25 november 2026")
    change = FileChange(old.path, old, None)
    broken = replace(proposed("nieuw"), changes=(change,))
    assert list(short_notice(broken)) == []
    assert list(removals(broken)) == []
    assert len(list(short_notice(replace(broken, changes=(replace(change, gone=True),))))) == 1


def test_first_difference_is_none_when_all_days_stay() -> None:
    one = some("een", WEEKLY)
    assert first_difference(FileChange(one.path, one, some("een", f"{WEEKLY}prijs: gratis")), TODAY) is None
    assert first_difference(FileChange(one.path, None, one), TODAY) == date(2026, 12, 1)
    assert first_difference(FileChange(one.path, one, None, gone=True), date(2026, 12, 2)) == date(2026, 12, 8)
    assert first_difference(FileChange(one.path, None, one), TODAY + timedelta(days=999)) is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "datum: 8 december 2026", ["Dinsdag 1 december 2026 is nu dinsdag 8 december 2026."]),
        ("", "tijd: 14.00 - 15.30", [
            "Op dinsdag 1 december 2026 is de tijd anders: eerst 10.00 tot 11.30 uur, nu 14.00 tot 15.30 uur."]),
        ("", "hele-dag: ja", [
            "Op dinsdag 1 december 2026 is de tijd anders: eerst 10.00 tot 11.30 uur, nu de hele dag."]),
        (WEEKLY, WEEKLY.replace("5 keer", "2 keer"), ["Dinsdag 15 december 2026 vervalt, en nog 2 datums."]),
        (WEEKLY, f"{WEEKLY}tijd: 11.00 - 12.00", [
            "Op dinsdag 1 december 2026 is de tijd anders: eerst 10.00 tot 11.30 uur, nu 11.00 tot 12.00 uur, "
            "en nog 4 datums."]),
        (WEEKLY, WEEKLY.replace("5 keer", "9 keer"), []),
        (WEEKLY, f"{WEEKLY}wijzigingen:\n  - datum: 8 december 2026\n    naar: 9 december 2026", []),
        (WEEKLY, f"{WEEKLY}wijzigingen:\n  - datum: 8 december 2026\n    tijd: 12.00 - 13.00", []),
        (WEEKLY, f"{WEEKLY}wijzigingen:\n  - datum: 8 december 2026\n    status: afgelast\n    reden: Ziek", []),
        ("", "status: afgelast\nreden: Ziek", []),
        ("datum: 3 november 2026", "datum: 10 november 2026", []),
        ("", "prijs: gratis", []),
    ],
)  # fmt: skip
def test_dates_that_people_know(before: str, after: str, said: list[str]) -> None:
    found = other_dates(proposed("nieuw", after, before=before))
    assert [each.problem.message for each in found] == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "locatie: wijkcentrum", ["De plek is nu “Wijkcentrum”. Eerst was dat “Bibliotheek Papendrecht”."]),
        ("", "online: link na aanmelding", ["De plek is nu online. Eerst was dat “Bibliotheek Papendrecht”."]),
        ("", "ruimte: Leeszaal", []),
        ("adres: Park, Laan 1, Papendrecht", "adres: Park, Laan 2, Papendrecht", [
            "De plek is nu “Park”. Eerst was dat “Park”."]),
        ("datum: 3 november 2026", "datum: 3 november 2026\nlocatie: wijkcentrum", []),
    ],
)  # fmt: skip
def test_places_that_people_know(before: str, after: str, said: list[str]) -> None:
    found = other_places(proposed("nieuw", after, before=before))
    assert [each.problem.message for each in found] == said


def test_other_mark_makes_another_activity() -> None:
    (found,) = other_marks(proposed("nieuw", "id: papendrecht-anders", before=""))
    assert found.problem.message == "Het kenmerk was “papendrecht-nieuw” en wordt “papendrecht-anders”."
    assert found.problem.hint.endswith("id: papendrecht-nieuw")
    assert list(other_marks(proposed("nieuw", "titel: Anders", before=""))) == []
    past = "datum: 3 november 2026"
    assert list(other_marks(proposed("nieuw", f"{past}\nid: papendrecht-anders", before=past))) == []


def test_removal_of_what_is_still_to_come() -> None:
    def removed(header: str) -> list[str]:
        old = some("oud", header)
        proposal = Proposal(proposed("x").network, (FileChange(old.path, old, None, gone=True),), (), TODAY)
        return [each.problem.message for each in removals(proposal)]

    assert removed(WEEKLY) == [
        "“Taalcafé”, van “Bibliotheek”, gaat weg. De volgende keer zou dinsdag 1 december 2026 zijn, en nog 4 datums."
    ]
    assert removed("datum: 3 november 2026") == []
    assert removed("status: afgelast\nreden: Ziek") == []
    assert FOLDER.endswith("papendrecht/")
