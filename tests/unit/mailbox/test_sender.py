from __future__ import annotations

import pytest
from tests.unit.mailbox.conftest import FILE, mail, network, received

from meedoen.mailbox.sender import Sender, sender_in, sender_mentions, sender_of

WHO = Sender(
    addresses=frozenset({"iemand@gmail.com", "info@example.org", "een.bewoner@example.org"}),
    names=frozenset({"een-bewoner"}),
    phones=frozenset({"0600000000"}),
)


def found(text: str, sender: Sender = WHO) -> list[tuple[int, str]]:
    return [(each.line, each.question) for each in sender_mentions(text, sender, network())]


@pytest.mark.parametrize(
    ("header", "addresses", "names"),
    [
        ("Een Bewoner <X@example.org>", {"x@example.org"}, {"een-bewoner"}),
        ('"Bewoner, Een" <x@example.org>', {"x@example.org"}, {"een-bewoner", "bewoner"}),
        ("x@example.org", {"x@example.org"}, set()),
        ("Een Bewoner [mailto:x@example.org]", {"x@example.org"}, {"een-bewoner"}),
        ("", set(), set()),
    ],
)
def test_sender_of_a_header(header: str, addresses: set[str], names: set[str]) -> None:
    sender = sender_of([header])
    assert (set(sender.addresses), set(sender.names)) == (addresses, names)


def test_sender_in_what_was_forwarded_or_answered() -> None:
    lines = ["> Van: Een Bewoner <x@example.org>", "Op ma 23 nov 2026 om 10:00 schreef Nog Iemand <y@example.org>:"]
    sender = sender_in(lines, ["Bel 06 - 00 00 00 00", "of +31 (0)78 000 00 00"])
    assert sender.addresses == {"x@example.org", "y@example.org"}
    assert sender.names == {"een-bewoner", "nog-iemand"}
    assert sender.phones == {"0600000000", "0780000000"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kom erbij.", []),
        ("a\nMail iemand@gmail.com.", [(2, "je mailadres")]),
        ("Mail IEMAND@Gmail.com of ander@gmail.com.", [(1, "je mailadres")]),
        ("Mail ander@gmail.com.", []),
        ("Mail info@example.org.", []),
        ("Mail een.bewoner@example.org.", [(1, "je mailadres"), (1, "je naam")]),
        ("Bel 0600000000", [(1, "je telefoonnummer")]),
        ("Bel +31 6 0000 0000", [(1, "je telefoonnummer")]),
        ("Bel 06 11 11 11 11", []),
        ("Een Bewoner leest voor.", [(1, "je naam")]),
        ("EEN  BEWONER", [(1, "je naam")]),
        ("Geen bewoner te zien", []),
        ("Bel Een Bewoner: 06 00000000", [(1, "je telefoonnummer"), (1, "je naam")]),
        ("x " * 200 + "Een Bewoner", [(1, "je naam")]),
    ],
)
def test_traces_of_the_sender(text: str, asked: list[tuple[int, str]]) -> None:
    assert found(text) == asked


def test_organisation_may_name_itself() -> None:
    sender = Sender(addresses=frozenset(), names=frozenset({"buurthuis-de-brug", "bibliotheek-dorp"}))
    assert found("Kom naar Buurthuis De Brug of Bibliotheek Dorp.", sender) == []


def test_sender_in_a_mail_is_found_in_its_file() -> None:
    text = FILE.replace("Kun je wol missen?", "Vraag Een Bewoner om wol.")
    (each,) = received(mail(f"{text}\nMet vriendelijke groet,\nEen Bewoner\n"))
    assert ([trace.question for trace in each.mentions], each.is_fine) == (["je naam"], True)
    assert "Met vriendelijke" not in each.text


def test_number_below_the_text_is_found_in_the_file() -> None:
    text = FILE.replace("Kun je wol missen?", "Bel 06 00 00 00 00.")
    (each,) = received(mail(f"{text}\n-- \nTel. 06-00000000\n"))
    assert [trace.question for trace in each.mentions] == ["je telefoonnummer"]
