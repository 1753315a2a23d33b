"""Five proposals and the summaries that a reviewer gets of them: golden files to be read by somebody who knows no more.

`MEEDOEN_GOLDEN=1` writes them anew. A folder in `tests/examples/voorstellen` is laid over a repository with the content
of `tests/examples/basis`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.cli.main import main

TESTS = Path(__file__).parents[1]
BASE = TESTS / "examples" / "basis" / "content"
EXAMPLES = TESTS / "examples" / "voorstellen"
GOLDEN = TESTS.parent / "docs" / "voorstellen"
NAMES = tuple(sorted(each.name for each in EXAMPLES.iterdir()))
# Which of them may go to the site without a fault: the exit code of the check.
EXPECTED = {"botsing": 0, "drie-fouten": 1, "dubbel": 0, "goed": 0, "kwaad": 0}


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A repository with the content of the village and the town on main."""
    story = Story(tmp_path_factory.mktemp("voorstellen") / "agenda")
    shutil.copytree(BASE, story.content)
    story.commit()
    return story


def test_each_example_has_its_summary() -> None:
    assert tuple(sorted(EXPECTED)) == NAMES
    assert sorted(each.stem for each in GOLDEN.glob("*.md") if each.name != "README.md") == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_summary_is_as_it_was_read(
    agenda: Story, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    agenda.git("checkout", "--quiet", "-B", f"voorstel/{name}", "main")
    shutil.copytree(EXAMPLES / name, agenda.root, dirs_exist_ok=True)
    agenda.commit()
    monkeypatch.chdir(agenda.root)
    summary = tmp_path / "samenvatting.md"
    options = [
        "--alleen-gewijzigd",
        "main",
        "--samenvatting",
        str(summary),
        "--datum",
        "2026-11-24",
        "--van",
        "een-partner",
    ]
    assert main(["controleer", *options]) == EXPECTED[name]
    capsys.readouterr()
    golden = GOLDEN / f"{name}.md"
    if os.environ.get("MEEDOEN_GOLDEN"):
        golden.write_bytes(summary.read_bytes())
    assert summary.read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")
