"""Two processes read what one reads."""

from __future__ import annotations

import gc

from tests.builders import network, source
from tests.repositories import koffie

from meedoen.agenda.library import Library, read_library
from meedoen.programme.activity import Activity
from meedoen.proposals.programme import FEW, read_programme

FOLDER = "content/activiteiten/papendrecht"
FILES = [
    source(f"{FOLDER}/les-{number}.md", koffie(f"Les {number}", times="9.00" if number % 7 else "25.00"))
    for number in range(FEW + 1)
]


def told(library: Library) -> tuple[list[str], tuple[object, ...]]:
    """All that there is to tell of these activities, which are compared by identity."""
    attributes = [name for name in Activity.__slots__ if name != "body"]
    return [
        repr([getattr(each, name) for name in attributes]) + each.body for each in library.activities
    ], library.problems


def nothing(_: str) -> None:
    return None


def test_two_processes_read_what_one_reads_in_the_same_order() -> None:
    assert told(read_programme(FILES, network(), nothing)) == told(read_library(FILES, network()))


def test_few_are_read_here() -> None:
    assert told(read_programme(FILES[:3], network(), nothing)) == told(read_library(FILES[:3], network()))


def test_the_collector_is_as_it_was() -> None:
    read_programme(FILES[:3], network(), nothing)
    assert gc.isenabled()
