"""`meedoen postvak` as somebody types it: what it stores, what it says, and its exit code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.repositories import Story
from tests.unit.mailbox.conftest import FILE, MAILS, mail

from meedoen.cli.main import main

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"
TODAY = ["--datum", "2026-11-22"]
PATH = "content/activiteiten/dorp/samen-breien.md"
BRANCH = "inzending/2026-11-22-samen-breien"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A repository with the base content, in which the command runs."""
    told = Story(tmp_path / "project")
    shutil.copytree(BASE, told.content)
    told.commit()
    monkeypatch.chdir(told.root)
    return told


def postvak(*arguments: str) -> int:
    return main(["postvak", *TODAY, *arguments])


def example(name: str) -> str:
    return str(MAILS / f"{name}.eml")


def written(tmp_path: Path, text: str, name: str = "bericht.eml") -> str:
    (tmp_path / name).write_bytes(mail(text))
    return str(tmp_path / name)


def branches(story: Story) -> list[str]:
    return story.git("for-each-ref", "--format=%(refname:short)", "refs/heads/inzending/").split()


def test_mail_becomes_a_branch(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak(example("outlook-bureau")) == 0
    assert branches(story) == [BRANCH]
    assert story.git("show", f"{BRANCH}:{PATH}") + "\n" == FILE
    assert story.git("status", "--porcelain") == ""
    out = capsys.readouterr().out
    assert f"Klaargezet op de tak {BRANCH}:" in out
    assert f"git branch -D {BRANCH}" in out
    assert out.endswith("1 mail gelezen, 1 activiteit klaargezet.\n")


def test_sender_is_nowhere(story: Story, capfd: pytest.CaptureFixture[str]) -> None:
    assert postvak(*map(str, sorted(MAILS.glob("*.eml")))) == 1
    said = capfd.readouterr()
    everything = story.git("log", "--all", "--patch", "--format=%an %ae %cn %ce %B %D")
    told = "\n".join(said.out.split("\n")) + said.err
    for who in ("een.bewoner", "Een Bewoner", "een-bewoner", "06 00 00 00 00", "een.collega"):
        assert who.lower() not in everything.lower()
        assert who.lower() not in told.lower()


def test_same_mail_twice_is_stored_once(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak(example("gmail-web"), example("ios-mail")) == 0
    assert postvak(example("apple-mail-bijlage")) == 0
    assert branches(story) == [BRANCH]
    assert f"“Samen breien” staat al klaar: {BRANCH}. Ik doe er niets mee." in capsys.readouterr().out


def test_what_looks_like_something_on_a_branch_is_said(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak(example("gmail-web")) == 0
    assert postvak(example("met-de-hand")) == 0
    assert branches(story) == [BRANCH, f"{BRANCH}-2"]
    assert f"Dit lijkt dubbel: “Samen breien” (100 van 100), {PATH} op de tak {BRANCH}" in capsys.readouterr().out
    assert story.git("diff", "--name-only", f"main...{BRANCH}-2") == PATH.replace(".md", "-2.md")


def test_faults_give_an_answer_to_paste(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak(example("met-fouten")) == 1
    out = capsys.readouterr().out
    assert branches(story) == []
    assert "  Dank je wel voor je mail over “Lezen in het bos”. Er klopt nog iets niet." in out
    assert "  1. Je schreef: “datum: 31-11-2026”\n" in out
    assert "Bedoelde je 30-11-2026?" in out
    assert "https://dorp.agenda.example.org/aanmelden.html" in out
    assert "1 mail gelezen, 0 activiteiten klaargezet. Met 1 moet je nog iets doen: kijk hierboven." in out


def test_good_files_of_a_mail_go_on_when_another_is_wrong(story: Story) -> None:
    assert postvak(example("drie-in-een")) == 1
    assert branches(story) == [BRANCH]
    assert story.git("diff", "--name-only", f"main...{BRANCH}").split() == [
        PATH, "content/activiteiten/stad/haken-voor-beginners.md"]  # fmt: skip
    assert story.git("log", "-1", "--format=%B", BRANCH) == "Inzending: dorp/samen-breien en nog 1"


def test_mail_without_a_file_gives_an_answer(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak(example("geen-activiteit")) == 1
    assert "Ik vind geen activiteit in deze mail." in capsys.readouterr().out


def test_change_is_said(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak(example("wijziging")) == 0
    assert story.git("diff", "--name-status", "main", "inzending/2026-11-22-koffie") == (
        "M\tcontent/activiteiten/dorp/koffie.md"
    )
    assert "Een mail kan iedereen sturen: vraag na of het klopt." in capsys.readouterr().out


def test_date_that_does_not_go_ahead(story: Story, tmp_path: Path) -> None:
    lead = "Hallo, dit gaat over Koffie (https://x). In het bestand content/activiteiten/dorp/koffie.md moet dit erbij:"
    lines = "wijzigingen:\n  - datum: 12 januari 2027\n    status: afgelast\n    reden: De zaal is dicht."
    assert postvak(written(tmp_path, f"{lead}\n\n{lines}\n")) == 0
    changed = story.git("diff", "--unified=0", "main", "inzending/2026-11-22-koffie").split("\n")
    assert [line[1:] for line in changed if line[:1] in "+-" and line[:3] not in ("+++", "---")] == lines.split("\n")
    assert story.git("log", "-1", "--format=%B", "inzending/2026-11-22-koffie") == "Wijziging: dorp/koffie"


def test_words_about_what_is_wrong_are_for_a_person(
    story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert postvak(written(tmp_path, "Hallo, dit gaat over Koffie (https://x). Dit klopt niet:\n\nDe tijd.")) == 1
    assert "Iemand zegt dat er iets niet klopt." in capsys.readouterr().out


def test_sender_in_the_file_is_asked_first(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, FILE.replace("Kun je", "Vraag Een Bewoner. Kun je"))
    assert postvak(path) == 1
    out = capsys.readouterr().out
    assert branches(story) == []
    assert "In de tekst staat je naam. Iedereen kan dat lezen" in out
    assert "--mag-openbaar" in out
    assert postvak("--mag-openbaar", path) == 0
    assert branches(story) == [BRANCH]


def test_municipality_that_nobody_can_tell(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, FILE.replace("locatie: buurthuis-de-brug", "online: link na aanmelding"))
    assert postvak(path) == 1
    out = capsys.readouterr().out
    assert "Typ erbij: --gemeente NAAM (dorp, stad, regio)" in out
    assert "Ik weet niet in welke gemeente het is." in out
    assert postvak("--gemeente", "stad", path) == 0
    assert story.git("diff", "--name-only", f"main...{BRANCH}") == PATH.replace("dorp", "stad")


def test_dry_run_stores_nothing(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    before = story.git("count-objects")
    assert postvak("--droog", example("gmail-web")) == 0
    assert (branches(story), story.git("count-objects")) == ([], before)
    out = capsys.readouterr().out
    assert "".join(f"      {line}".rstrip() + "\n" for line in FILE.rstrip("\n").split("\n")) in out


def test_patch_in_a_file(story: Story, tmp_path: Path) -> None:
    target = tmp_path / "uit.patch"
    assert postvak("--patch", str(target), example("gmail-web"), example("wijziging")) == 0
    assert branches(story) == []
    story.git("am", "--quiet", str(target))
    assert (story.root / PATH).read_text(encoding="utf-8") == FILE
    assert "tijd: 10.00 - 12.00" in (story.content / "activiteiten/dorp/koffie.md").read_text(encoding="utf-8")
    assert postvak("--patch", str(target), example("gmail-web")) == 2


def test_patch_on_the_screen_is_alone_there(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert postvak("--patch", "-", example("gmail-web")) == 0
    said = capsys.readouterr()
    assert said.out.startswith("From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n")
    assert said.err.startswith("gmail-web.eml\n")


def test_text_that_was_saved(story: Story, tmp_path: Path) -> None:
    saved = tmp_path / "bericht.txt"
    head = "Van:\tEen Bewoner\nVerzonden:\tmaandag 23 november 2026\nAan:\tAgenda\nOnderwerp:\tBreien\n\n"
    saved.write_bytes(f"{head}{FILE}\nGroetjes, Een\n".encode("windows-1252"))
    assert postvak(str(saved)) == 0
    assert story.git("show", f"{BRANCH}:{PATH}") + "\n" == FILE


def test_file_that_is_no_mail(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.msg").write_bytes(b"\xd0\xcf\x11\xe0 x")
    assert postvak(str(tmp_path / "a.msg")) == 1
    assert "Dit is een msg-bestand van Outlook." in capsys.readouterr().out


def test_wrong_use_gives_2(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mail_file = example("gmail-web")
    assert postvak("weg.eml") == 2
    assert postvak("--gemeente", "nergens", mail_file) == 2
    assert postvak("--vanaf", "weg", mail_file) == 2
    assert postvak("--content", str(tmp_path / "weg"), mail_file) == 2
    with pytest.raises(SystemExit) as stopped:
        postvak("--droog", "--patch", "x", mail_file)
    assert stopped.value.code == 2
    assert branches(story) == []


def test_without_git_there_is_still_a_patch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert postvak(example("gmail-web")) == 2
    assert "Gebruik --patch of --droog." in capsys.readouterr().err
    assert postvak("--patch", "uit.patch", example("gmail-web")) == 0
    assert (tmp_path / "uit.patch").is_file()


def test_file_on_a_branch_passes_the_checker(story: Story) -> None:
    assert postvak(example("thunderbird-flowed")) == 0
    story.git("checkout", "--quiet", BRANCH)
    assert main(["controleer", *TODAY, "--streng"]) == 0
