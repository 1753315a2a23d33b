# ruff: noqa: E501 - tables, read across
from __future__ import annotations

import pytest
from tests.unit.mailbox.conftest import mail, received, shelf

from meedoen.mailbox.amendment import amended, amendments, says_what_is_wrong
from meedoen.mailbox.mail import read_mail

PATH = "content/activiteiten/dorp/koffie.md"
LEAD = f"Hallo, dit gaat over Koffie (https://dorp.agenda.example.org/activiteit/koffie.html). In het bestand {PATH} moet dit erbij:"
CHANGE = "wijzigingen:\n  - datum: 12 januari 2027\n    status: afgelast\n    reden: De zaal is dicht.\n"
LINES = tuple(CHANGE.rstrip("\n").split("\n"))
HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "data",
    [
        mail(f"{LEAD}\n\n{CHANGE}\n"),
        mail(f"{LEAD}\n\n{CHANGE}\nVerstuurd vanaf mijn iPhone\n"),
        mail(f"{LEAD}\n\n{CHANGE}\nGroet,\nEen Bewoner\n"),
        mail("".join(f"> {line}\n" for line in f"{LEAD}\n\n{CHANGE}".split("\n"))),
        mail(LEAD.replace("koffie.md", "koffie.md<http://koffie.md/>") + f"\n\n{CHANGE}\n"),
        mail(f"{LEAD}<br><br>{CHANGE}".replace("\n", "<br>"), HTML),
        mail("".join(f"<p>{line}</p>" for line in f"{LEAD}\n{CHANGE}".split("\n")), HTML),
    ],
)
def test_date_that_does_not_go_ahead(data: bytes) -> None:
    (found,) = received(data)
    original = shelf().source(PATH)
    assert (found.path, found.change, found.faults, found.title) == (PATH, True, (), "Koffie in de leeszaal")
    assert found.text == original.replace("\n---\nIedereen", f"\n{CHANGE}---\nIedereen")


def test_only_a_file_that_is_there_and_only_these_fields() -> None:
    assert received(mail(f"{LEAD.replace('koffie.md', 'weg.md')}\n\n{CHANGE}")) == ()
    assert received(mail(f"{LEAD.replace('dorp/koffie', '../koffie')}\n\n{CHANGE}")) == ()
    (found,) = received(mail(f"{LEAD}\n\nstatus: afgelast\nreden: Ziek.\nuitgelicht: ja\n"))
    assert "uitgelicht" not in found.text
    assert "\nstatus: afgelast\nreden: Ziek.\n---\n" in found.text


def test_faults_are_told() -> None:
    (found,) = received(mail(f"{LEAD}\n\n{CHANGE.replace('12 januari', '13 januari')}"))
    assert [each.rule for each in found.faults] == ["wijziging-raakt-niets"]


@pytest.mark.parametrize(
    ("original", "better"),
    [
        ("---\ntitel: x\n---\nTekst\n", f"---\ntitel: x\n{CHANGE}---\nTekst\n"),
        ("titel: x\n", f"titel: x\n{CHANGE}"),
        ("---\nwijzigingen:\n  - datum: 5 januari 2027\n    status: vol\ntitel: x\n---\n",
         "---\nwijzigingen:\n  - datum: 5 januari 2027\n    status: vol\n" + "\n".join(LINES[1:]) + "\ntitel: x\n---\n"),
        ("---\nwijzigingen:\n- datum: 5 januari 2027\n  status: vol\n---\n",
         "---\nwijzigingen:\n- datum: 5 januari 2027\n  status: vol\n" + "\n".join(line[2:] for line in LINES[1:]) + "\n---\n"),
        ("---\nwijzigingen: [{datum: 5 januari 2027, status: vol}]\n---\n", None),
    ],
)  # fmt: skip
def test_lines_come_where_they_belong(original: str, better: str | None) -> None:
    assert amended(original, LINES) == better


def test_status_takes_the_place_of_the_old_one() -> None:
    assert amended("---\nstatus: gepland\ntitel: x\n---\n", ["status: afgelast", "reden: Ziek."]) == (
        "---\nstatus: afgelast\ntitel: x\nreden: Ziek.\n---\n"
    )


def test_each_file_once_and_nothing_without_lines() -> None:
    assert [each.path for each in amendments(f"{LEAD}\n{CHANGE}\n{LEAD}\n{CHANGE}")] == [PATH]
    assert list(amendments(LEAD)) == []


def test_words_about_what_is_wrong() -> None:
    assert says_what_is_wrong(read_mail(mail("Hallo, dit gaat over Koffie (https://x).\nDit klopt niet:\n\nDe tijd.")))
    assert not says_what_is_wrong(read_mail(mail("Hallo, hoe laat is het?")))
