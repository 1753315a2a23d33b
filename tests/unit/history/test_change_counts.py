"""When commits came in, and sums over them."""

from __future__ import annotations

from meedoen.git.repository import Commit
from meedoen.history.change_counts import ChangeCounts, Tally, dated, main_line


def line(*commits: tuple[str, int, str]) -> dict[str, Commit]:
    """Commits by name, each with its time and the letters of its parents."""
    return {name: Commit(name, time, tuple(parents)) for name, time, parents in commits}


def test_commit_is_never_before_its_parents() -> None:
    commits = line(("a", 10, ""), ("b", 5, "a"), ("c", 20, "b"))
    assert dated(commits, "c") == {"a": 10, "b": 10, "c": 20}


def test_commit_is_never_after_the_merge_that_brought_it() -> None:
    commits = line(("a", 10, ""), ("x", 999, "a"), ("y", 15, "x"), ("m", 30, "ay"), ("n", 40, "m"))
    assert dated(commits, "n") == {"a": 10, "x": 30, "y": 30, "m": 30, "n": 40}


def test_main_line_goes_by_first_parents() -> None:
    commits = line(("a", 1, ""), ("b", 2, "a"), ("x", 3, "a"), ("m", 4, "bx"), ("n", 5, "m"))
    assert main_line(commits, "n") == ["a", "b", "m", "n"]


def test_history_goes_back_through_other_names() -> None:
    counts = ChangeCounts({"oud": Tally(2, 10, 20), "nieuw": Tally(1, 30, 30, "oud")})
    assert counts.history_of("nieuw") == Tally(3, 10, 30)
    assert counts.history_of("oud") == Tally(2, 10, 20)
    assert counts.history_of("onbekend") == Tally()


def test_names_that_went_round_are_counted_once() -> None:
    counts = ChangeCounts({"a": Tally(1, 10, 10, "b"), "b": Tally(1, 20, 20, "a")})
    assert counts.history_of("a") == counts.history_of("b") == Tally(2, 10, 20)


def test_account_can_be_kept_and_taken_back() -> None:
    counts = ChangeCounts(
        {"a": Tally(1, 10, 10, "b")},
        {("dorp", ("stad",), (("thema", "taal"),))},
        {"themas/taal": "themas/taal"},
        {"locaties/a": "locaties/b"},
        {"a": {"2026-12-01"}},
        {"locaties/a": {"dorp"}},
    )
    assert ChangeCounts.of(counts.plain()) == counts
