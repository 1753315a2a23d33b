"""A phone number of a person is pointed out wherever residents read it: one example for each way to write it there."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from meedoen.cli.check import check

TESTS = Path(__file__).parents[1]
BASE = TESTS / "examples" / "basis" / "content"
EXAMPLES = TESTS / "examples" / "persoonsgegevens" / "content"
NUMBER = "06 12 34 56 78"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base with the examples laid over it."""
    folder = tmp_path_factory.mktemp("private") / "content"
    shutil.copytree(BASE, folder)
    return Path(shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True))


def test_number_of_a_person_is_pointed_out_in_each_example_and_nothing_else(content: Path) -> None:
    problems = check(content, date(2026, 11, 22))[0]
    written = {
        f"content/{path.relative_to(EXAMPLES).as_posix()}": path.read_text(encoding="utf-8").split("\n")
        for path in EXAMPLES.rglob("*.md")
    }
    assert [(each.rule, each.place.path) for each in problems] == [
        ("persoonsgegevens", path) for path in sorted(written)
    ]
    pointed_at = [written[each.place.path][each.place.line - 1][each.place.column - 1 :] for each in problems]
    assert [text[: len(NUMBER)] for text in pointed_at] == [NUMBER] * len(written)
