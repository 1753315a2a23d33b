# ruff: noqa: E501, RUF001 - tables, read across; letters that look alike are the point
from __future__ import annotations

import pytest
from tests.unit.mailbox.conftest import FILE

from meedoen.mailbox.excerpt import excerpts
from meedoen.mailbox.repair import repaired
from meedoen.notation.text.envelope import enveloped

SAFE = "https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fx%3Fa%3D1%26b&amp;data=05&reserved=0"


def mend(header: str, body: str = "", *, flowed: bool = True) -> tuple[list[str], str]:
    """The fields and the text of a file that came in marks."""
    text = f"=== begin dorp/x ===\n---\n{header}\n---\n{body}\n=== einde ===\n"
    (found,) = excerpts(text)
    before, _, after = repaired(found, flowed=flowed).removeprefix("---\n").partition("\n---\n")
    return before.split("\n"), after


def test_whole_file_stays_as_it_is() -> None:
    (found,) = excerpts(enveloped(folder="dorp", name="samen-breien", text=FILE))
    assert repaired(found) == FILE
    assert [line for line in found.left_out if line] == []


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("titel: Taalcafé", "titel: Taalcafé"),
        ("Titel : Taalcafé", "titel: Taalcafé"),
        ("TITEL:Taalcafé", "titel: Taalcafé"),
        ("*titel:* Taalcafé", "titel: Taalcafé"),
        ("titel:\u00a0Taalcafé\u00a0nu", "titel: Taalcafé nu"),
        ("titel: “Muziek: live”", 'titel: "Muziek: live"'),
        ("titel: ‘Muziek: live’", 'titel: "Muziek: live"'),
        ("titel: Zeg “hallo”", "titel: Zeg “hallo”"),
        ("thema: [“taal”, „lezen”]", 'thema: ["taal", "lezen"]'),
        ("aanmelden: www.example.org<http://www.example.org/>", "aanmelden: www.example.org"),
        ("aanmelden: info@example.org<mailto:info@example.org>", "aanmelden: info@example.org"),
        ("aanmelden: 078 000 00 00<tel:0780000000>", "aanmelden: 078 000 00 00<tel:0780000000>"),
        (f"online: {SAFE}", "online: https://www.example.org/x?a=1&b"),
        ("onbekend:  x", "onbekend:  x"),
    ],
)
def test_field_is_bent_back(line: str, better: str) -> None:
    assert mend(f"{line}\ndatum: 12 januari 2027")[0] == [better, "datum: 12 januari 2027"]


def test_broken_lines_of_the_header_are_put_together() -> None:
    header = 'titel: x\nsamenvatting: "Een zin die\nzo lang is: dat hij brak"\n\nbehalve: [schoolvakanties,\n9 februari 2027]'
    assert mend(header)[0] == [
        "titel: x",
        'samenvatting: "Een zin die zo lang is: dat hij brak"',
        "behalve: [schoolvakanties, 9 februari 2027]",
    ]


def test_broken_line_that_looks_like_a_field() -> None:
    assert mend('titel: x\nsamenvatting: "Neem mee\nook: koffie"')[0][1] == 'samenvatting: "Neem mee'
    assert mend('titel: x\nsamenvatting: "Neem mee\nverder: koffie"')[0][1] == 'samenvatting: "Neem mee verder: koffie"'


def test_list_below_a_field_keeps_its_indents() -> None:
    header = "titel: x\nwijzigingen:\n  - datum: 1 mei 2027\n    status: afgelast"
    assert mend(header)[0] == header.split("\n")
    assert mend("titel: x\nthema:\n• taal\n• lezen")[0] == ["titel: x", "thema:", "- taal", "- lezen"]


@pytest.mark.parametrize(
    "header",
    [
        "titel: x\ntijd: 10.00\nwijzigingen:\n  - datum: 1 mei 2027\n    status: verplaatst\n    naar: 2 mei 2027\n    tijd: 11.00\n"
        "  - datum: 8 mei 2027\n    status: afgelast\nlocatie: bibliotheek-dorp\nstatus: gepland",
        "titel: x\nadres:\n  naam: Speeltuin\n  straat: Kade 1\n  plaats: Dorp\nprijs:\n  volwassenen: 5 euro\n  kinderen: gratis\naanmelden:\n  nodig: ja\n  tot: 1 mei 2027\nstatus: gepland",
    ],
)
def test_indents_that_were_eaten_come_back(header: str) -> None:
    eaten = "\n".join(line.strip() for line in header.split("\n"))
    assert mend(eaten.replace("\nstatus: gepland", ""))[0] == header.replace("\nstatus: gepland", "").split("\n")
    assert mend(header)[0] == header.split("\n")
    assert mend(header.replace("\n    ", "\n  ").replace("  - ", "- "))[0][-1] == "status: gepland"


def test_broken_lines_of_the_text_are_put_together_when_the_word_did_not_fit() -> None:
    broken = f"{'woord ' * 11}einde\nvolgende\n\n- punt\n- punt\n{'kort ' * 3}\nklaar"
    text = f"{'woord ' * 11}einde volgende\n\n- punt\n- punt\n{('kort ' * 3).strip()}\nklaar\n"
    assert mend("titel: x", broken, flowed=False)[1] == text
    assert mend("titel: x", broken)[1] != text


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("Kijk op https://example.org/a <https://example.org/a>.", "Kijk op https://example.org/a."),
        ("Kijk op de site <https://example.org/a>.", "Kijk op de site <https://example.org/a>."),
        (f"Kijk: {SAFE} nu", "Kijk: https://www.example.org/x?a=1&b nu"),
        ("https://x.safelinks.protection.outlook.com/?url=javascript%3Ax", "https://x.safelinks.protection.outlook.com/?url=javascript%3Ax"),
        ("a < b > c", "a < b > c"),
    ],
)  # fmt: skip
def test_links_are_as_they_were_typed(line: str, better: str) -> None:
    assert mend("titel: x", line)[1] == f"{better}\n"
