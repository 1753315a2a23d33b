"""The documents for developers are fresh, and the index of the decisions is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.developer_docs import decision_index, documents, main
from tools.ground_plan import ROOT


@pytest.mark.parametrize("path", documents())
def test_document_is_fresh(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == documents()[path]


def test_check_writes_nothing_and_says_that_all_is_fresh() -> None:
    assert main(["--check"]) == 0


def test_index_has_each_decision_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "0002-later.md").write_text("# 2. Later\n\nBecause.\n", encoding="utf-8")
    (tmp_path / "0001-sooner.md").write_text("# 1. Sooner\n", encoding="utf-8")
    assert decision_index(tmp_path).splitlines()[-2:] == ["1. [Sooner](0001-sooner.md)", "2. [Later](0002-later.md)"]


def test_decision_whose_title_has_another_number_is_refused(tmp_path: Path) -> None:
    (tmp_path / "0003-odd.md").write_text("# 4. Odd\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"0003-odd\.md begins with '# 4\. Odd'"):
        decision_index(tmp_path)
