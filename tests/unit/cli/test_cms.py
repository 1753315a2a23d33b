"""`meedoen cms`: what it writes, what it refuses, and that it can tell what is no longer right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from meedoen.cli.main import main

CONTENT = Path(__file__).parents[2] / "examples" / "basis" / "content"
OURS = ["LEESMIJ.md", "_headers", "bestand.js", "config.yml", "index.html", "start.js", "velden.js"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    return folder


def run(content: Path, *options: str) -> int:
    return main(["cms", "--content", str(content), "--naar", str(content.parent / "beheer"), *options])


def repository(content: Path, line: str) -> None:
    file = content / "organisatie.yaml"
    lines = [each for each in file.read_text(encoding="utf-8").splitlines() if not each.startswith("repository:")]
    file.write_text("\n".join([*lines, line, ""]), encoding="utf-8")


@pytest.fixture(autouse=True)
def _on_github(content: Path) -> None:
    repository(content, "repository: https://github.com/example/agenda")


def test_writes_the_editor_and_says_what_is_needed(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content) == 0
    beheer = content.parent / "beheer"
    assert sorted(each.name for each in beheer.iterdir()) == OURS
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"Nog nodig in die map: decap-cms.js en js-yaml.min.js. Hoe dat gaat, staat in {beheer / 'LEESMIJ.md'}."
    )


def test_second_time_there_is_nothing_to_write(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(content)
    for name in ("decap-cms.js", "js-yaml.min.js"):
        (content.parent / "beheer" / name).touch()
    capsys.readouterr()
    assert run(content) == 0
    assert capsys.readouterr().out == "Het beheer klopt al.\n"


def test_check_names_what_is_no_longer_right_and_writes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(content)
    beheer = content.parent / "beheer"
    (content / "activiteiten" / "dorp" / "wijk").mkdir()
    shutil.copy(content / "activiteiten" / "dorp" / "koffie.md", content / "activiteiten" / "dorp" / "wijk" / "thee.md")
    before = (beheer / "config.yml").read_bytes()
    capsys.readouterr()
    assert run(content, "--controleer") == 1
    assert capsys.readouterr().out == (
        f"{beheer / 'config.yml'} is verouderd.\nTyp het zonder --controleer om het te maken.\n"
    )
    assert (beheer / "config.yml").read_bytes() == before
    run(content)
    assert run(content, "--controleer") == 0
    assert 'name: "activiteiten-dorp-wijk"' in (beheer / "config.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--inlog", "http://inloggen.example.org"],
         "Het adres bij --inlog begint met https://. Dit is “http://inloggen.example.org”."),
        (["--app", "12ab"], "--app is voor GitLab en Forgejo. Bij GitHub gebruik je --inlog."),
        (["--lokaal", "https://example.org/api"],
         "Bij --lokaal hoort een adres op deze computer, zoals http://localhost:8081/api/v1."),
    ],
)  # fmt: skip
def test_wrong_use_is_told(content: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str) -> None:
    assert run(content, *options) == 2
    assert capsys.readouterr().err == f"{says}\n"
    assert not (content.parent / "beheer").exists()


def test_without_a_repository_it_says_what_to_add(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(content, "")
    assert run(content) == 2
    assert capsys.readouterr().err == (
        "In content/organisatie.yaml staat niet waar de bestanden staan. Voeg toe: repository: https://…\n"
    )


def test_kind_and_branch_of_another_forge_stand_in_the_content(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(content, "repository: https://git.example.org/a/b")
    assert run(content) == 2
    assert capsys.readouterr().err == (
        "Wat voor plek is “https://git.example.org/a/b”? Zet in content/organisatie.yaml een regel erbij, "
        "bijvoorbeeld: repository-soort: forgejo (of github of gitlab)\n"
    )
    repository(content, "repository: https://git.example.org/a/b\nrepository-soort: forgejo\nrepository-tak: agenda")
    assert run(content, "--inlog", "https://x.example.org") == 2
    assert capsys.readouterr().err == "--inlog is alleen voor GitHub. Bij Forgejo gebruik je --app.\n"
    assert run(content) == 0
    config = (content.parent / "beheer" / "config.yml").read_text(encoding="utf-8")
    assert re.findall(r'(name|repo|branch|base_url): "?([^"\n]+)', config)[:4] == [
        ("name", "forgejo"), ("repo", "a/b"), ("branch", "agenda"), ("base_url", "https://git.example.org"),
    ]  # fmt: skip


def test_folder_of_something_else_is_left_alone(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cms", "--content", str(content), "--naar", str(content)]) == 2
    assert capsys.readouterr().err.startswith(f"In de map {content} staat al iets anders.")
    assert not (content / "config.yml").exists()


def test_link_is_replaced_and_not_written_through(content: Path) -> None:
    beheer, precious = content.parent / "beheer", content.parent / "kostbaar"
    precious.write_text("blijft", encoding="utf-8")
    beheer.mkdir()
    (beheer / "config.yml").symlink_to(precious)
    assert run(content) == 0
    assert precious.read_text(encoding="utf-8") == "blijft"
    assert not (beheer / "config.yml").is_symlink()
