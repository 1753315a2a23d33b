"""By what a forge knows a problem again."""

from __future__ import annotations

from pathlib import Path

import pytest

from meedoen.cli.formats.sources import Sources
from meedoen.language.problems import FilePosition, Problem

PATH = "content/activiteiten/dorp/koffie.md"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text("---\ntitel: KOM\ntitel: KOM\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def problem(line: int = 2, rule: str = "hoofdletters") -> Problem:
    return Problem(FilePosition(PATH, line), rule, "m")


def mark(content: Path, *problems: Problem) -> list[str]:
    sources = Sources(content)
    return [sources.fingerprint(each) for each in problems]


def test_problem_is_the_same_when_its_line_moves(content: Path) -> None:
    before = mark(content, problem(2))
    (content.parent / PATH).write_text("---\n# erbij\ntitel: KOM\n", encoding="utf-8")
    assert mark(content, problem(3)) == before


def test_problem_is_another_by_rule_text_and_number(content: Path) -> None:
    marks = mark(content, problem(1), problem(2), problem(3), problem(2, "lange-zin"), problem(2), problem(99))
    assert (len(set(marks)), all(len(each) == 64 for each in marks)) == (6, True)


def test_links_are_not_followed(content: Path) -> None:
    (content / "koppeling.md").symlink_to(content.parent / PATH)
    assert Sources(content).lines("content/koppeling.md") == ()


def test_path_is_shown_from_where_the_command_runs(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Sources(content).shown(PATH) == PATH
    monkeypatch.chdir(content.parent.parent)
    assert Sources(content).shown(PATH) == f"{content.parent.name}/{PATH}"
