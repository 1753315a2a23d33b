"""`meedoen nieuwsbrief` as somebody types it: what it writes, what it says, and its exit code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from meedoen.cli.main import main

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"
TODAY = ["--datum", "2027-01-07"]
EDITION = "content/nieuwsbrieven/dorp-2027-02.yaml"
LOCK = "content/nieuwsbrieven/vastgelegd/dorp-2027-02.json"
FEAST = "titel: Feest\ndatum: 16 januari 2027\ntijd: 14.00 - 16.00\nlocatie: bibliotheek-dorp\nsamenvatting: Kom mee.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with the base content and a feast, in which the command runs."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    add("feest", FEAST)
    return tmp_path


def add(name: str, fields: str) -> None:
    Path(f"content/activiteiten/dorp/{name}.md").write_text(f"---\n{fields}---\nKom erbij.\n", encoding="utf-8")


def nieuwsbrief(*arguments: str) -> int:
    return main(["nieuwsbrief", *arguments, *TODAY])


def test_proposal_is_a_file_to_go_on_from(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nieuwsbrief("nieuw", "dorp") == 0
    assert capsys.readouterr().out == f"Bewaard: {EDITION}\nLees hem: meedoen nieuwsbrief toon dorp-2027-02\n"
    assert Path(EDITION).read_text(encoding="utf-8") == (
        "# Een nieuwsbrief. Verander gerust de woorden, en kies wat bovenaan komt.\n"
        "# Zo ziet hij eruit: meedoen nieuwsbrief toon dorp-2027-02\n"
        "gemeente: dorp\n"
        "van: 11 januari 2027\n"
        "tot: 17 januari 2027\n"
        "# De dag waarop je hem verstuurt. Wat daarvoor is, komt er niet in.\n"
        "peildatum: 7 januari 2027\n"
        "onderwerp: Feest en Koffie in de leeszaal in Dorp\n"
        "voorproefje: 11 t/m 17 januari. Kijk wat er bij jou in de buurt te doen is.\n"
        "# Een paar zinnen om mee te beginnen. Haal de # weg en typ ze eronder, twee spaties naar rechts.\n"
        "# intro: |\n"
        "#   Het wordt kouder. Kom je warmen in de bibliotheek.\n"
        "uitgelicht:\n"
        "  # Feest\n  - dorp-feest\n"
        "# weglaten: [het kenmerk van een activiteit]\n"
        "vastgesteld: nee\n"
    )
    assert main(["controleer", *TODAY]) == 0


def test_dry_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nieuwsbrief("nieuw", "dorp", "--week", "2027-02", "--droog") == 0
    assert "gemeente: dorp" in capsys.readouterr().out
    assert not Path("content/nieuwsbrieven").exists()
    assert nieuwsbrief("nieuw", "dorp") == 0
    assert nieuwsbrief("vastleggen", "dorp-2027-02", "--droog") == 0
    assert not Path(LOCK).exists()


def test_letter_is_shown_as_it_will_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuwsbrief("nieuw", "dorp")
    capsys.readouterr()
    assert nieuwsbrief("toon", "dorp-2027-02") == 0
    assert capsys.readouterr().out == (
        "Onderwerp:   Feest en Koffie in de leeszaal in Dorp\n"
        "Voorproefje: 11 t/m 17 januari. Kijk wat er bij jou in de buurt te doen is.\n\n"
        "Dorp, 11 t/m 17 januari\n=======================\n\n"
        "Uitgelicht\n----------\n\n"
        "Feest\n  Zaterdag 16 januari, 14.00-16.00 uur\n  Bibliotheek Dorp\n  Kom mee.\n"
        "  https://dorp.agenda.example.org/activiteit/feest.html\n\n"
        "Elke week\n---------\n\n"
        "Koffie in de leeszaal\n  Dinsdag 12 januari, 10.00-11.30 uur (elke dinsdag)\n  Bibliotheek Dorp\n"
        "  Drink samen koffie en lees de krant.\n  https://dorp.agenda.example.org/activiteit/koffie.html\n\n"
        "2 activiteiten, nog niet vastgesteld.\n"
    )


def test_settled_letter_stays_and_the_next_one_tells_what_has_changed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nieuwsbrief("nieuw", "dorp")
    assert nieuwsbrief("vastleggen", "dorp-2027-02") == 0
    assert Path(EDITION).read_text(encoding="utf-8").endswith("vastgesteld: ja\n")
    lock = Path(LOCK).read_bytes()
    add("feest", FEAST + "status: afgelast\nreden: Er is te veel sneeuw.\n")
    capsys.readouterr()
    assert nieuwsbrief("toon", "dorp-2027-02") == 0
    assert "Zaterdag 16 januari, 14.00-16.00 uur" in capsys.readouterr().out
    assert nieuwsbrief("vastleggen", "dorp-2027-02") == 0
    assert Path(LOCK).read_bytes() == lock
    assert main(["nieuwsbrief", "nieuw", "dorp", "--week", "2027-03", "--datum", "2027-01-14"]) == 0
    assert "vorige: dorp-2027-02\n" in Path("content/nieuwsbrieven/dorp-2027-03.yaml").read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["nieuwsbrief", "vergelijk", "dorp-2027-03", "--datum", "2027-01-14"]) == 0
    assert capsys.readouterr().out == (
        "dorp-2027-03 vergeleken met dorp-2027-02\n\n"
        "Gaat niet door (1)\n- Feest: zaterdag 16 januari, 14.00-16.00 uur. Gaat niet door: Er is te veel sneeuw.\n\n"
        "Er gaan 2 activiteiten mee.\n"
    )
    assert main(["nieuwsbrief", "vergelijk", "dorp-2027-03", "--formaat", "markdown", "--datum", "2027-01-14"]) == 0
    assert capsys.readouterr().out.splitlines()[:5] == [
        "### dorp\\-2027\\-03 vergeleken met dorp\\-2027\\-02",
        "",
        "**Gaat niet door** (1)",
        "",
        "- Feest: zaterdag 16 januari, 14\\.00\\-16\\.00 uur. Gaat niet door\\: Er is te veel sneeuw\\.",
    ]


@pytest.mark.parametrize("lock", [None, "{}"])
def test_letter_that_is_lost_or_damaged_can_be_settled_again(
    project: Path, capsys: pytest.CaptureFixture[str], lock: str | None
) -> None:
    nieuwsbrief("nieuw", "dorp")
    nieuwsbrief("vastleggen", "dorp-2027-02")
    before = Path(LOCK).read_bytes()
    Path(LOCK).unlink()
    if lock is not None:
        Path(LOCK).write_text(lock, encoding="utf-8")
    capsys.readouterr()
    assert nieuwsbrief("toon", "dorp-2027-02") == 1
    assert ("[vastgelegd-ontbreekt]" if lock is None else "[vastgelegd-onbruikbaar]") in capsys.readouterr().out
    assert nieuwsbrief("vastleggen", "dorp-2027-02") == 0
    assert Path(LOCK).read_bytes() == before


def test_letter_with_an_unknown_activity_is_not_settled(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuwsbrief("nieuw", "dorp")
    edition = Path(EDITION)
    edition.write_text(edition.read_text(encoding="utf-8").replace("dorp-feest", "dorp-fest"), encoding="utf-8")
    capsys.readouterr()
    assert nieuwsbrief("vastleggen", "dorp-2027-02") == 1
    assert "Bedoelde je: dorp-feest?" in capsys.readouterr().out
    assert not Path(LOCK).exists()


def test_checker_tells_that_a_letter_is_older_than_its_edition(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nieuwsbrief("nieuw", "dorp")
    nieuwsbrief("vastleggen", "dorp-2027-02")
    edition = Path(EDITION)
    edition.write_text(
        edition.read_text(encoding="utf-8").replace("vastgesteld: ja", "vastgesteld: nee"), encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["controleer", *TODAY, "content/nieuwsbrieven"]) == 0
    assert "vastgelegd-verouderd" not in capsys.readouterr().out
    add("feest", FEAST.replace("14.00", "15.00"))
    assert main(["controleer", *TODAY, "content/nieuwsbrieven"]) == 0
    assert "[vastgelegd-verouderd]" in capsys.readouterr().out
    assert nieuwsbrief("vastleggen", "dorp-2027-02") == 0
    assert main(["controleer", *TODAY, "content/nieuwsbrieven"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nieuw", "dorpje"), "De gemeente “dorpje” ken ik niet. Bedoelde je: dorp?\n"),
        (
            ("nieuw", "dorp", "--week", "2027-60"),
            "“2027-60” is geen week. Typ het jaar en het nummer, zoals: 2026-49\n",
        ),
        (("nieuw", "dorp", "--week", "2026-40"), "De laatste dag (2026-10-04) is al voorbij. Kies een latere week.\n"),
        (
            ("nieuw", "dorp", "--van", "2027-02-01"),
            "Geef allebei op: de eerste dag met --van en de laatste met --tot.\n",
        ),
        (
            ("toon", "dorp-2027-2"),
            "De nieuwsbrief “dorp-2027-2” is er niet. Kijk in content/nieuwsbrieven/ welke er zijn.\n",
        ),
    ],
)
def test_wrong_use_says_what_to_type(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    assert nieuwsbrief(*arguments) == 2
    assert capsys.readouterr().err == message


def test_letter_before_that_was_not_settled_is_pointed_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuwsbrief("nieuw", "dorp")
    reminder = "De vorige is nog niet vastgelegd. Is hij verstuurd? Typ: meedoen nieuwsbrief vastleggen dorp-2027-02"
    capsys.readouterr()
    assert nieuwsbrief("nieuw", "dorp", "--week", "2027-03") == 0
    assert capsys.readouterr().out.splitlines()[-1] == reminder
    nieuwsbrief("vastleggen", "dorp-2027-02")
    capsys.readouterr()
    assert nieuwsbrief("nieuw", "dorp", "--week", "2027-04", "--droog") == 0
    assert nieuwsbrief("nieuw", "dorp", "--week", "2027-05") == 0
    assert capsys.readouterr().out.splitlines()[-1] != reminder


def test_edition_that_is_there_is_never_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuwsbrief("nieuw", "dorp")
    before = Path(EDITION).read_bytes()
    assert nieuwsbrief("nieuw", "dorp") == 2
    assert Path(EDITION).read_bytes() == before


def test_nothing_is_written_through_a_link(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    Path("content/nieuwsbrieven").symlink_to(elsewhere)
    assert nieuwsbrief("nieuw", "dorp") == 2
    assert list(elsewhere.iterdir()) == []


def test_faulty_edition_shows_its_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/nieuwsbrieven").mkdir()
    Path("content/nieuwsbrieven/stuk.yaml").write_text("gemeente: dorp\n", encoding="utf-8")
    assert nieuwsbrief("toon", "stuk") == 1
    assert "[ontbrekend-veld]" in capsys.readouterr().out


def test_title_of_a_stranger_is_no_command_for_a_log(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add("feest", FEAST.replace("titel: Feest", 'titel: "::error::gehackt"').replace("Kom mee.", '"##[error]x"'))
    nieuwsbrief("nieuw", "dorp")
    nieuwsbrief("toon", "dorp-2027-02")
    out = capsys.readouterr().out
    assert "error" in out
    assert [line for line in out.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []


def test_list_goes_to_a_file_or_to_the_screen(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    week = ["--week", "2027-02", *TODAY]
    assert main(["lijst", "dorp", *week]) == 0
    assert capsys.readouterr().out.splitlines()[:7] == [
        "Dorp, 11 t/m 17 januari",
        "=======================",
        "",
        "Agenda",
        "------",
        "",
        "Koffie in de leeszaal",
    ]
    assert main(["lijst", "dorp", *week, "--formaat", "docx"]) == 2
    assert main(["lijst", "dorp", *week, "--formaat", "docx", "--naar", "lijst.docx"]) == 0
    first = Path("lijst.docx").read_bytes()
    assert main(["lijst", "dorp", *week, "--formaat", "docx", "--naar", "lijst.docx"]) == 2
    assert main(["lijst", "dorp", *week, "--formaat", "docx", "--naar", "nog-een.docx"]) == 0
    assert Path("nog-een.docx").read_bytes() == first


def test_list_of_what_is_not_there_asks_what_was_meant(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lijst", "dorp", "--thema", "tall", *TODAY]) == 2
    assert capsys.readouterr().err == "“tall” bij --thema ken ik niet. Bedoelde je: taal?\n"
