"""A proposal beside thousands of other activities: one who waits for the check does not wait long."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.measure import timed
from benchmarks.proposal import command, make_repository

pytestmark = pytest.mark.e2e

MOST_WORK = 6.0
"""Seconds of work by all processes together, whatever else the machine does; `benchmarks/proposal.py` measures it."""


def test_one_file_beside_five_thousand_is_judged_in_seconds(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "agenda", 5_000)
    file = min((root / "content" / "activiteiten").rglob("*.md"))
    file.write_text(file.read_text(encoding="utf-8").replace("titel: ", "titel: Nieuw "), encoding="utf-8")
    log, summary = tmp_path / "log", tmp_path / "samenvatting.md"
    cost = timed(command(root, "--alleen-gewijzigd", "main", "--samenvatting", str(summary)), log)
    assert (
        log.read_text(encoding="utf-8").split("\n")[-2].startswith("Alleen het bestand van dit voorstel is nagekeken.")
    )
    assert "### ✏️ Gewijzigd: Nieuw " in summary.read_text(encoding="utf-8")
    assert cost.cpu < MOST_WORK
