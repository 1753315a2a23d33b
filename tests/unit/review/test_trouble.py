"""Problems as a table for who reads them in a proposal."""

from __future__ import annotations

from meedoen.language.problems import FilePosition, Problem
from meedoen.review.trouble import ROOM, trouble, where

PATH = "content/activiteiten/dorp/koffie.md"
FAULT = Problem(FilePosition(PATH, 3, 8), "datum-bestaat-niet", "“31-11-2026” bestaat niet.", "Typ: datum: 30-11-2026")
WARNING = Problem(FilePosition(PATH, 2, 8), "hoofdletters", "De titel staat in hoofdletters.", "Typ: titel: Kom langs")
HEAD = ["| Waar | Wat is er? | Wat kun je doen? |", "| --- | --- | --- |"]


def test_faults_come_first_each_with_its_place_and_what_to_do() -> None:
    assert trouble((WARNING, FAULT)) == [
        *HEAD,
        "| `dorp/koffie.md`, regel 3 | ❌ **Datum bestaat niet**. “31-11-2026” bestaat niet. "
        "| Typ: datum: 30-11-2026 |",
        "| `dorp/koffie.md`, regel 2 | ⚠️ **Alles in hoofdletters**. De titel staat in hoofdletters. "
        "| Typ: titel: Kom langs |",
    ]


def test_place_leads_to_where_it_can_be_mended() -> None:
    (row,) = trouble((FAULT,), lambda place: f"https://forge.example.org/{place.path}#L{place.line}")[2:]
    assert row.startswith(f"| `dorp/koffie.md`, regel 3 ([verbeter](https://forge.example.org/{PATH}#L3)) | ❌ ")


def test_place_of_a_whole_file_has_no_line() -> None:
    assert where(FilePosition("content/locaties/bieb.yaml")) == "`content/locaties/bieb.yaml`"


def test_more_than_fit_are_counted() -> None:
    many = [Problem(FilePosition(PATH, number), "hoofdletters", "m" * 100) for number in range(1, 1001)]
    lines = trouble(many)
    rows = sum(line.startswith("| `") for line in lines)
    assert lines[-1] == f"En nog {1000 - rows} meldingen. Typ voor alles: `python -m meedoen controleer`"
    assert ROOM - 200 < sum(map(len, lines[2:-2])) - rows * len("|  |  |  |") <= ROOM
    assert sum(line.startswith("| `") for line in trouble(many, room=1_000_000)) == 1000
