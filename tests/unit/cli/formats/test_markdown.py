"""Problems as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from meedoen.cli.formats.markdown import write
from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import FilePosition, Problem

PATH = "content/activiteiten/dorp/koffie.md"


def test_table_names_the_file_as_the_reader_knows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    problem = Problem(FilePosition(PATH, 2), "hoofdletters", "De titel is | HARD @jan.", "Typ: titel: Kom")
    assert write([problem], Sources(tmp_path / "content")).split("\n") == [
        "| Waar | Wat is er? | Wat kun je doen? |",
        "| --- | --- | --- |",
        "| `dorp/koffie.md`, regel 2 | ⚠️ **Alles in hoofdletters**. De titel is \\| HARD `@jan.` | Typ: titel: Kom |",
        "",
        "",
    ]


def test_nothing_is_nothing(tmp_path: Path) -> None:
    assert write([], Sources(tmp_path)) == ""
