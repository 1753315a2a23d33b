"""What somebody answers, written as a file, reads back as exactly that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.notation.fields.authoring import activity_text, price_text, times_text
from meedoen.notation.schema.json_schema import plain_value
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.time.clock import Times, parse_times

WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x24F), min_size=1, max_size=40)


def read_back(text: str) -> dict[str, object]:
    document = parse_document("content/activiteiten/dorp/nieuw.md", text.encode())
    assert isinstance(document, Document)
    return {key.text: plain_value(value) for key, value in document.fields.entries}


@given(WORDS)
def test_any_text_reads_back(text: str) -> None:
    assert read_back(activity_text({"titel": text})) == {"titel": text}


@given(st.lists(WORDS.map(lambda text: text.replace(",", " ").strip()).filter(bool), min_size=1, max_size=5))
def test_any_list_reads_back(items: list[str]) -> None:
    assert read_back(activity_text({"doelgroep": ", ".join(items)})) == {"doelgroep": items}


def test_fields_are_in_the_order_of_the_table_and_empty_ones_are_left_out() -> None:
    text = activity_text({"tijd": "10.00", "titel": "Taalcafé", "reden": ""}, "Kom erbij.")
    assert text == "---\ntitel: Taalcafé\ntijd: 10.00\n---\nKom erbij.\n"


def test_unknown_field_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        activity_text({"titel": "Taalcafé", "onbekend": "x"})


def test_records_and_lists_are_blocks() -> None:
    text = activity_text({
        "titel": "Taalcafé",
        "behalve": ["29 december 2026", "schoolvakanties"],
        "ook": ["5 januari 2027", {"tijd": "14.00", "datum": "6 januari 2027"}],
        "prijs": {"leden": "gratis", "niet: leden": "€ 7,50", "": "", "kind": ""},
        "aanmelden": {"link": "https://www.example.org/", "nodig": "ja"},
        "adres": {},
        "wijzigingen": [{"reden": "Ziek", "datum": "1 december 2026"}],
    })  # fmt: skip
    assert text == (
        "---\ntitel: Taalcafé\nbehalve: [29 december 2026, schoolvakanties]\n"
        "ook:\n  - 5 januari 2027\n  - datum: 6 januari 2027\n    tijd: 14.00\n"
        "wijzigingen:\n  - datum: 1 december 2026\n    reden: Ziek\n"
        'prijs:\n  leden: gratis\n  "niet: leden": "€ 7,50"\n'
        "aanmelden:\n  nodig: ja\n  link: https://www.example.org/\n---\n"
    )


def test_unknown_part_and_values_too_deep_are_our_mistake() -> None:
    with pytest.raises(KeyError):
        activity_text({"adres": {"huis": "1"}})
    with pytest.raises(TypeError):
        activity_text({"adres": {"naam": {"voor": "De", "achter": "Brug"}}})


def test_what_nobody_sees_is_written_by_its_number() -> None:
    assert activity_text({"titel": "a\u200bb\U000e0041c\n"}) == '---\ntitel: "a\\u200bb\\U000e0041c\\n"\n---\n'


def test_times_and_prices_read_back() -> None:
    for text in ("10.00 - 11.30", "vanaf 19.30 uur", "20.00 - 0.00"):
        found = parse_times(text)
        assert isinstance(found, Times)
        assert times_text(found) == text
    assert [price_text(cents) for cents in (0, 500, 750)] == ["gratis", "5 euro", "€ 7,50"]
