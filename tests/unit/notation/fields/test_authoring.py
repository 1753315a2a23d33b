"""What somebody answers, written as a file, reads back as exactly that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.notation.fields.authoring import activity_text
from meedoen.notation.schema.json_schema import plain_value
from meedoen.notation.text.document import Document, parse_document

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
