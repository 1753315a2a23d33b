"""Links: many, shortened, odd, or not what their words say."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from tests.proposals import proposed

from meedoen.review.hint import Hint
from meedoen.review.links import false_links, is_false, many_links, short_links, strange_links
from meedoen.review.proposal import Proposal

Kind = Callable[[Proposal], Iterable[Hint]]


def number(kind: Kind, body: str, header: str = "", before: str | None = None) -> int:
    """How many hints there are for a new activity with this text."""
    return len(list(kind(proposed("nieuw", header, body, before=before))))


@pytest.mark.parametrize(
    ("address", "words", "false"),
    [
        ("https://evil.example.com/", "www.bank.nl", True),
        ("https://evil.example.com/", "https://bank.nl/inloggen", True),
        ("https://bank.nl.evil.com/", "bank.nl", True),
        ("https://evil.com/?bank.nl", "bank.nl", True),
        ("https://evil.com/", "ga naar www.bank.nl", True),
        ("https://evil.com/", "log in (bank.nl)", True),
        ("https://www.bank.nl/x", "bank.nl", False),
        ("https://bank.nl/x", "www.bank.nl", False),
        ("https://mijn.bank.nl/", "bank.nl", False),
        ("https://bank.nl/", "mijn.bank.nl", False),
        ("https://bank.nl/", "de bank", False),
        ("https://bank.nl/", "", False),
        ("https://bank.nl/", "Klik op Start. Dan begint het", False),
        ("https://[bank.nl/", "bank.nl", True),
        ("mailto:ik@evil.com", "info@bank.nl", True),
        ("mailto:info@bank.nl", "INFO@bank.nl", False),
        ("mailto:info@bank.nl", "mail ons", False),
        ("tel:+31781234567", "078 123 45 67", False),
        ("tel:0900123456", "078 123 45 67", True),
        ("tel:0781234567", "bel ons", False),
    ],
)
def test_words_of_a_link_are_an_address(address: str, words: str, false: bool) -> None:
    assert is_false(address, words) is false


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[www.bank.nl](https://evil.example.com)", 1),
        ("[**www.bank.nl**](https://evil.example.com)", 1),
        ("[www.bank.nl\n](https://evil.example.com)", 1),
        ("[`bank.nl`](https://evil.example.com) en [bank.nl](https://evil.example.org)", 1),
        ("https://www.bank.nl/ en www.example.org", 0),
        ('<a href="https://evil.example.com">www.bank.nl</a>', 0),
        ("Mail info@example.org", 0),
    ],
)
def test_false_links_are_found_in_the_text(body: str, expected: int) -> None:
    assert number(false_links, body) == expected


def test_place_of_a_false_link_is_its_words() -> None:
    (found,) = false_links(proposed("nieuw", "", "Kom.\n\nZie [www.bank.nl](https://evil.example.com)."))
    assert (found.problem.place.line, found.problem.place.column, found.problem.place.length) == (10 - 1, 6, 11)


@pytest.mark.parametrize(
    ("body", "header", "expected"),
    [
        ("[hier](https://bit.ly/x)", "", 1),
        ("[hier](https://www.tinyurl.com/x) [en hier](https://t.co/x)", "", 1),
        ("", "aanmelden: https://BIT.LY/x", 1),
        ("", "online: https://t.ly/x", 1),
        ("", "wijzigingen:\n  - datum: 1 december 2026\n    status: online\n    online: https://t.ly/x", 1),
        ("[hier](https://bit.ly.example.org/x)", "", 0),
        ("[hier](https://www.example.org/bit.ly)", "aanmelden: nodig", 0),
    ],
)
def test_short_links(body: str, header: str, expected: int) -> None:
    assert number(short_links, body, header) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://xn--bnk-ula.nl/", 1),
        ("https://bаnk.nl/", 1),  # noqa: RUF001 - a Cyrillic letter
        ("http://127.0.0.1/x", 1),
        ("http://0x7f000001/", 1),
        ("http://[::1]/", 0),  # no link any more
        ("https://1001nachten.nl/", 0),
        ("https://www.example.org/xn--x", 0),
    ],
)
def test_strange_addresses(address: str, expected: int) -> None:
    assert number(strange_links, f"[hier]({address})") == expected


def test_many_links() -> None:
    def text(several: int) -> str:
        return "\n".join(f"- [x](https://www.example.org/{each})" for each in range(several))

    assert [number(many_links, text(each)) for each in (0, 8, 9)] == [0, 0, 1]


@pytest.mark.parametrize("kind", [many_links, short_links, strange_links, false_links])
def test_text_that_was_there_already_is_not_told_again(kind: Kind) -> None:
    body = "[www.bank.nl](https://xn--bnk-ula.nl/) [x](https://bit.ly/x)" * 5
    assert number(kind, body) == 1
    assert number(kind, body, "prijs: gratis", before="") == 0
    assert number(kind, body, "samenvatting: Anders", before="") == 1
