"""Texts that look like an advertisement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.proposals import proposed

from meedoen.review.advertisement import PERHAPS, SURE, capitals, selling, selling_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Speel mee in ons casino", ("casino",)),
        ("Gebruik KORTINGSCODE zomer", ("kortingscode",)),
        ("Bestel nu! Met korting.", ("bestel nu", "korting")),
        ("Je krijgt korting met een pas", ()),
        ("Korting, korting en nog eens korting", ()),
        ("Leer wat een lening is, en wat crypto is", ("crypto", "lening")),
        ("Crypto kopen", ("crypto kopen",)),
        ("Leningen en kortingen", ()),
        ("", ()),
    ],
)
def test_words_that_sell(text: str, expected: tuple[str, ...]) -> None:
    assert selling_words(text) == expected


@given(st.text(max_size=200))
def test_words_come_from_the_lists(text: str) -> None:
    assert set(selling_words(text)) <= {*SURE, *PERHAPS}


def test_words_are_looked_for_in_title_summary_and_text() -> None:
    def found(header: str, body: str) -> int:
        return len(list(selling(proposed("nieuw", header, body))))

    assert found("titel: Casino", "") == found("samenvatting: Casino", "") == found("", "**Casino**") == 1
    assert found("titel: Bestel nu", "Met *korting*.") == 1
    assert found("", "Kom je ook?") == 0


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("KOM NAAR DE BIBLIOTHEEK EN LEES MEE. ER IS KOFFIE, THEE EN KOEK VOOR IEDEREEN. TOT DAN.", 1),
        ("Kom naar de bibliotheek en lees mee. ER IS KOFFIE, THEE EN KOEK. Voor iedereen. Tot dan.", 0),
        ("KOM NAAR DE BIEB", 0),
        ("", 0),
    ],
)
def test_capitals(body: str, number: int) -> None:
    assert len(list(capitals(proposed("nieuw", "", body)))) == number
