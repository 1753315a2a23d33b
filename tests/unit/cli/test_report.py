"""The report in its three forms: for people, for GitHub and for programs."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from meedoen.cli.report import report
from meedoen.language.problems import FilePosition, Problem

PATH = "content/activiteiten/dorp/taalcafe.md"
FAULT = Problem(
    FilePosition(PATH, 3, 8, 10),
    "datum-bestaat-niet",
    "“31-11-2026” bestaat niet.",
    "Bedoelde je 30-11-2026?",
    "30 dagen",
)
WARNING = Problem(
    FilePosition(PATH, 2, 8, 4), "hoofdletters", "De titel staat in hoofdletters.", "Typ: titel: Kom langs"
)
WHOLE = Problem(FilePosition(PATH), "verkeerde-bestandsnaam", "De naam kan niet.", "Geef het een andere naam.")


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with the file that the problems are about, seen from its parent folder."""
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitel: KOM LANGS\ndatum: 31-11-2026\n---\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def written(content: Path, *problems: Problem, form: str = "tekst", checked: int | None = None) -> str:
    out = io.StringIO()
    report(problems, content, out, form=form, checked=checked)
    return out.getvalue()


def test_text_shows_the_line_with_carets_and_label(content: Path) -> None:
    assert written(content, FAULT).split("\n") == [
        "1 van 1 · Fout: datum bestaat niet  [datum-bestaat-niet]",
        f"  --> {PATH}, regel 3, teken 8",
        "   |",
        " 2 | titel: KOM LANGS",
        " 3 | datum: 31-11-2026",
        "   |        ^^^^^^^^^^ 30 dagen",
        "   = “31-11-2026” bestaat niet.",
        "   = Wat je kunt doen: Bedoelde je 30-11-2026?",
        "",
        "",
    ]


def test_text_of_a_problem_with_the_whole_file_shows_no_line(content: Path) -> None:
    assert written(content, WHOLE).split("\n")[1:3] == [f"  --> {PATH}", "   = De naam kan niet."]


def test_text_of_a_file_that_is_gone_shows_no_line(content: Path) -> None:
    (content.parent / PATH).unlink()
    assert written(content, FAULT).split("\n")[1:3] == [
        f"  --> {PATH}, regel 3, teken 8",
        "   = “31-11-2026” bestaat niet.",
    ]


def test_text_shows_the_folder_when_the_content_is_elsewhere(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.parent.parent)
    assert f"  --> {content.parent.name}/{PATH}" in written(content, FAULT)


def test_text_is_in_the_order_of_the_file(content: Path) -> None:
    heads = [line for line in written(content, FAULT, WARNING).split("\n") if " van " in line]
    assert heads == [
        "1 van 2 · Waarschuwing: alles in hoofdletters  [hoofdletters]",
        "2 van 2 · Fout: datum bestaat niet  [datum-bestaat-niet]",
    ]


@pytest.mark.parametrize(
    ("problems", "closing"),
    [
        ((), "Alles klopt: 1.200 bestanden gecontroleerd."),
        ((WARNING,), "0 fouten en 1 waarschuwing in 1.200 bestanden. Alles kan op de site."),
        ((FAULT,), "1 fout en 0 waarschuwingen in 1.200 bestanden. Een bestand met een fout komt niet op de site."),
    ],
    ids=["niets", "waarschuwing", "fout"],
)
def test_text_closes_with_a_count(content: Path, problems: tuple[Problem, ...], closing: str) -> None:
    assert written(content, *problems, checked=1200).rstrip("\n").split("\n")[-1] == closing


def test_text_has_colours_only_on_a_terminal(content: Path) -> None:
    terminal = Terminal()
    report([FAULT], content, terminal)
    assert "\x1b[1;31m" in terminal.getvalue()
    assert "\x1b" not in written(content, FAULT)


def test_text_shows_no_control_characters_of_the_file(content: Path) -> None:
    (content.parent / PATH).write_text("---\n\x1b[2Jweg\ndatum:\t31-11-2026\n", encoding="utf-8")
    assert " 2 | �[2Jweg\n 3 | datum: 31-11-2026\n" in written(content, FAULT)


def test_long_line_is_cut(content: Path) -> None:
    (content.parent / PATH).write_text(f"---\ntitel: x\ndatum: {'9' * 500}\n", encoding="utf-8")
    longest = max(len(line) for line in written(content, FAULT).split("\n"))
    assert longest == len(" 3 | ") + 110


def test_old_workflow_command_in_a_file_is_broken_up(content: Path) -> None:
    (content.parent / PATH).write_text("---\ntitel: x\ndatum: ##[stop-commands]nu\n", encoding="utf-8")
    problem = Problem(FAULT.place, FAULT.rule, "“##[error]x” bestaat niet.", "Haal ##[ weg.")
    assert "##[" not in written(content, problem)
    assert "##[" not in written(content, problem, form="json")
    assert json.loads(written(content, problem, form="json"))["problemen"][0]["oplossing"] == "Haal ##[ weg."


def test_github_is_one_workflow_command_per_problem(content: Path) -> None:
    assert written(content, FAULT, WARNING, form="github").split("\n") == [
        f"::error file={PATH},line=3,col=8,endColumn=18,title=Datum bestaat niet"
        "::“31-11-2026” bestaat niet. Bedoelde je 30-11-2026?",
        f"::warning file={PATH},line=2,col=8,endColumn=12,title=Alles in hoofdletters"
        "::De titel staat in hoofdletters. Typ: titel: Kom langs",
        "",
    ]


def test_github_escapes_what_could_be_a_command_of_its_own(content: Path) -> None:
    problem = Problem(FilePosition("content/a,b:c\n%.md", 3), "te-lang", "100%\r\n::stop-commands::x", "")
    assert written(content, problem, form="github") == (
        "::error file=content/a%2Cb%3Ac%0A%25.md,line=3,col=1,endColumn=2,title=Te lang"
        "::100%25%0D%0A::stop-commands::x\n"
    )


@pytest.mark.parametrize(("number", "rows"), [(9, 9), (10, 10), (24, 10)])
def test_github_shows_nine_and_says_how_many_more(content: Path, number: int, rows: int) -> None:
    many = [Problem(FilePosition(PATH, line), "te-lang", "Te lang.", "Korter.") for line in range(2, number + 2)]
    lines = written(content, *many, form="github").splitlines()
    assert len(lines) == rows
    rest = {9: [], 10: ["En nog 1 fout."], 24: ["En nog 15 fouten."]}[number]
    assert re.findall(r"En nog \d+ \w+\.", "".join(lines)) == rest


def test_github_says_nothing_when_there_is_nothing(content: Path) -> None:
    assert written(content, form="github", checked=3) == ""


def test_json_has_everything(content: Path) -> None:
    assert json.loads(written(content, FAULT, WARNING, form="json")) == {
        "fouten": 1,
        "problemen": [
            {"bestand": PATH, "regel": 2, "teken": 8, "lengte": 4, "soort": "waarschuwing", "code": "hoofdletters",
             "titel": "alles in hoofdletters", "melding": WARNING.message, "oplossing": WARNING.hint},
            {"bestand": PATH, "regel": 3, "teken": 8, "lengte": 10, "soort": "fout", "code": "datum-bestaat-niet",
             "titel": "datum bestaat niet", "melding": FAULT.message, "oplossing": FAULT.hint},
        ],
    }  # fmt: skip
