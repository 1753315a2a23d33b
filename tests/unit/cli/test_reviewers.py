"""`meedoen beoordelaars`: what it writes, where, and what it says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from meedoen.cli.main import main

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"
RIGHTS = 'techniek: ["@dorp/techniek"]\nbeoordelaars: ["@dorp/redactie"]\n'
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """In a project with the base as its content and these lines in its organisation: exit code and what was said."""
    shutil.copytree(BASE, tmp_path / "content", ignore=shutil.ignore_patterns("activiteiten"))
    monkeypatch.chdir(tmp_path)
    before = Path("content/organisatie.yaml").read_text(encoding="utf-8")

    def ran(more: str, *options: str) -> tuple[int, str, str]:
        Path("content/organisatie.yaml").write_text(before + more, encoding="utf-8")
        code = main(["beoordelaars", *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.mark.parametrize(
    ("address", "options", "place"),
    [
        ("repository: https://github.com/dorp/agenda\n", (), ".github/CODEOWNERS"),
        ("repository: https://gitlab.com/dorp/agenda\n", (), ".gitlab/CODEOWNERS"),
        ("repository: https://codeberg.org/dorp/agenda\n", (), "CODEOWNERS"),
        ("", ("--soort", "gitlab"), ".gitlab/CODEOWNERS"),
    ],
)
def test_file_is_written_where_the_forge_looks(run: Run, address: str, options: tuple[str, ...], place: str) -> None:
    assert run(RIGHTS + address, "--controleer", *options) == (
        1,
        f"{place} is verouderd.\nTyp: meedoen beoordelaars\n",
        "",
    )
    assert not Path(place).exists()
    assert run(RIGHTS + address, *options) == (0, f"Geschreven: {place}\n", "")
    assert "@dorp/techniek" in Path(place).read_text(encoding="utf-8")
    assert run(RIGHTS + address, "--controleer", *options) == (0, f"{place} klopt.\n", "")
    assert run(RIGHTS.replace("redactie", "anders") + address, "--controleer", *options)[0] == 1


def test_whose_a_file_is_can_be_asked(run: Run) -> None:
    assert run(RIGHTS, "--wie", "Makefile", "content/partners/x.yaml\n::error::") == (
        0, "Voor “Makefile”: @dorp/techniek\nVoor “content/partners/x.yaml�::error::”: @dorp/redactie\n", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (RIGHTS, "Ik weet niet waar de bestanden staan."),
        ("repository: https://github.com/dorp/agenda\n", "Er staat nergens wie meeleest."),
        ("naam: dubbel\n", "De gemeenten en organisaties kan ik niet lezen."),
    ],
)
def test_what_is_missing_is_said(run: Run, more: str, said: str) -> None:
    code, out, err = run(more)
    assert (code, out, err.startswith(said)) == (2, "", True)


def test_link_in_its_place_is_left_alone(run: Run) -> None:
    Path("elders").write_text("blijft", encoding="utf-8")
    Path("CODEOWNERS").symlink_to("elders")
    code, _, err = run(RIGHTS, "--soort", "forgejo")
    assert (code, err) == (2, "CODEOWNERS is geen gewoon bestand. Haal het eerst weg.\n")
    assert Path("elders").read_text(encoding="utf-8") == "blijft"
