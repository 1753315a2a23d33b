from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest
from tests.made_up_language import CODE, made_up, made_up_catalogue

from meedoen.cli import translations

TODAY = date(2026, 11, 24)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    (tmp_path / "theme" / "templates" / "eigen.html").write_text("{{ _('Een eigen tekst') }}", encoding="utf-8")
    (tmp_path / "content").mkdir()
    return tmp_path


def run(project: Path, *words: str) -> int:
    parser = argparse.ArgumentParser()
    translations.add_parser(parser.add_subparsers())
    options = parser.parse_args(["vertalingen", "--map", str(project), *words])
    return int(options.run(options, TODAY))


def catalogue(project: Path, code: str) -> Path:
    return project / "theme" / "vertalingen" / f"{code}.po"


def complete(project: Path) -> None:
    """A language with all texts of now."""
    catalogue(project, CODE).parent.mkdir(exist_ok=True)
    catalogue(project, CODE).write_bytes(made_up_catalogue(translations.texts_of(project)))
    assert run(project) == 0


def test_a_language_begins_with_all_texts_empty(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "tr") == 1
    assert 'msgid "Een eigen tekst"\nmsgstr ""' in catalogue(project, "tr").read_text(encoding="utf-8")
    told = capsys.readouterr()
    assert (told.out.startswith("tr.po: 0 van "), "  nog niet: “" in told.out, told.err) == (True, True, "")


def test_beginning_again_keeps_what_is_there(project: Path) -> None:
    run(project, "en")
    path = catalogue(project, "en")
    empty = 'msgid "Een eigen tekst"\nmsgstr ""'
    said = empty.replace('msgstr ""', 'msgstr "A text"')
    path.write_text(path.read_text(encoding="utf-8").replace(empty, said), encoding="utf-8")
    run(project, "en")
    assert said in path.read_text(encoding="utf-8")


def test_dutch_begins_empty_and_is_complete(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "nl") == 0
    assert capsys.readouterr().out == "nl.po: 0 teksten in eigen woorden.\n"
    assert run(project, "--controleer") == 0


def test_own_words_are_counted_and_those_for_no_text_are_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "nl")
    with catalogue(project, "nl").open("a", encoding="utf-8") as file:
        file.write('msgid "Een eigen tekst"\nmsgstr "Onze tekst"\n\n')
    capsys.readouterr()
    assert run(project) == 0
    with catalogue(project, "nl").open("a", encoding="utf-8") as file:
        file.write('msgid "Een eigen text"\nmsgstr "Onze tekst"\n')
    assert run(project) == run(project, "--controleer") == 1
    wrong = "  fout: De tekst “Een eigen text” staat niet op de sites. Haal de regels met deze tekst weg.\n"
    once = "nl.po: 1 tekst in eigen woorden.\n"
    assert capsys.readouterr().out == once + (once + wrong) * 2


def test_check_writes_nothing_and_says_what_to_type(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    complete(project)
    before = catalogue(project, CODE).read_bytes()
    (project / "theme" / "templates" / "meer.html").write_text("{{ _('Nog een tekst') }}", encoding="utf-8")
    capsys.readouterr()
    assert run(project, "--controleer") == 1
    assert f"{catalogue(project, CODE)} is verouderd. Typ: meedoen vertalingen\n" in capsys.readouterr().out
    assert catalogue(project, CODE).read_bytes() == before
    assert run(project) == 1  # the new text is not translated yet
    assert b'msgid "Nog een tekst"\nmsgstr ""' in catalogue(project, CODE).read_bytes()
    complete(project)
    assert run(project, "--controleer") == 0


def test_fault_is_told_and_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    complete(project)
    path = catalogue(project, CODE)
    made = path.read_text(encoding="utf-8")
    path.write_text(made.replace(made_up("Een eigen tekst"), "Een <b>tekst"), encoding="utf-8")
    capsys.readouterr()
    assert run(project) == 1
    assert "  fout: Bij “Een eigen tekst” horen dezelfde elementen" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["xx", "../weg", "geen taal"])
def test_unknown_language(project: Path, capsys: pytest.CaptureFixture[str], code: str) -> None:
    assert run(project, code) == 2
    told = capsys.readouterr()
    assert (told.out, "is geen taal die ik ken. Typ een code, zoals: en, tr, ar, uk of pl.\n" in told.err) == ("", True)
    assert list(project.rglob("*.po")) == []


def test_broken_catalogue_is_named_and_left_as_it_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "nl")
    broken = catalogue(project, "en")
    broken.write_bytes(b"dit is geen vertaling\n")
    capsys.readouterr()
    assert run(project) == 1
    told = capsys.readouterr()
    assert (told.err.startswith(f"{broken} is niet te lezen: "), told.out.startswith("nl.po: ")) == (True, True)
    assert broken.read_bytes() == b"dit is geen vertaling\n"


def test_elsewhere_it_says_where_to_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "en") == 2
    assert capsys.readouterr().err.startswith("De map theme/ is er niet.")
