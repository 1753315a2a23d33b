"""What is remembered between builds, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from meedoen.history import cache
from meedoen.history.cache import HistoryCache


def test_remembers_and_recalls(tmp_path: Path) -> None:
    first = HistoryCache(tmp_path / "meedoen", "content/")
    first.remember([(("a.md", "1"), ["x", {"é": 1}]), (("b.md", "1"), "y")])
    first.keep("account", {"head": "abc"})
    first.close()
    again = HistoryCache(tmp_path / "meedoen", "content/")
    assert again.traces([("a.md", "1"), ("a.md", "2")]) == {("a.md", "1"): ["x", {"é": 1}]}
    assert (again.recall("account"), again.recall("niets")) == ({"head": "abc"}, None)


def test_many_at_once_are_found_too(tmp_path: Path) -> None:
    kept = {(f"{number}.md", "1"): number for number in range(700)}
    store = HistoryCache(tmp_path / "meedoen", "content/")
    store.remember(kept.items())
    assert store.traces([*kept, ("anders.md", "1")]) == kept


def test_another_program_starts_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = HistoryCache(tmp_path / "meedoen", "content/")
    first.remember([(("a.md", "1"), "x")])
    first.keep("account", 1)
    first.close()
    monkeypatch.setattr(cache, "program", lambda: "een andere")
    again = HistoryCache(tmp_path / "meedoen", "content/")
    assert (again.traces([("a.md", "1")]), again.recall("account")) == ({}, None)


def test_folder_that_cannot_be_written_is_no_memory(tmp_path: Path) -> None:
    (tmp_path / "meedoen").write_text("een bestand", encoding="utf-8")
    store = HistoryCache(tmp_path / "meedoen", "content/")
    store.remember([(("a.md", "1"), "x")])
    store.keep("account", 1)
    assert (store.traces([("a.md", "1")]), store.recall("account")) == ({}, None)
    assert (tmp_path / "meedoen").read_text(encoding="utf-8") == "een bestand"


def test_content_of_another_library_has_its_own(tmp_path: Path) -> None:
    first = HistoryCache(tmp_path / "meedoen", "content/")
    first.remember([(("a.md", "1"), "x")])
    first.keep("account", 1)
    other = HistoryCache(tmp_path / "meedoen", "elders/content/")
    assert (other.traces([("a.md", "1")]), other.recall("account")) == ({}, None)
