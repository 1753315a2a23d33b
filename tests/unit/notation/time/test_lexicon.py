from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.notation.time.lexicon import ADVERBS, LEXICON, Word, words_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", ""),
        ("elke dinsdag", "EW"),
        ("Elke 2 weken, op Donderdag.", "ENwW"),
        ("om de andere dinsdagavond", "OW"),
        ("1x per week", "KQw"),
        ("één keer in de 2 maanden", "KNm"),
        ("dagelijks", "ENd"),
        ("elk half jaar", "Em"),
        ("de 1ste en 3de do v/d maand", "RRWVm"),
        ("dinsdag 's avonds", "W"),
        ("maandag t/m vrijdag", "W"),
        ("ma - vr", "W"),
        ("t/m vrijdag", "TW"),
        ("losse data", "L"),
        ("elke 1000e keer", "EN??"),
        ("elke ruimte", "E?"),
    ],
)
def test_kinds_of_words(text: str, kinds: str) -> None:
    assert "".join(word.kind for word in words_of(text)) == kinds


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("maandag t/m vrijdag", (0, 1, 2, 3, 4)),
        ("vr tot en met ma", (0, 4, 5, 6)),
        ("di-di", (1,)),
        ("werkdagen", (0, 1, 2, 3, 4)),
        ("weekend", (5, 6)),
        ("twaalf", (12,)),
        ("laatste", (-1,)),
        ("twee keer", (2,)),
        ("kwartaal", (3,)),
    ],
)
def test_numbers_of_words(text: str, values: tuple[int, ...]) -> None:
    assert [word.values for word in words_of(text)] == [values]


def test_words_know_their_place() -> None:
    assert words_of("elke disndag") == [Word("E", (), "elke", 0), Word("?", (), "disndag", 5)]


@pytest.mark.parametrize("word", [word for word in (*LEXICON, *ADVERBS) if word.isalpha()])
def test_every_known_word_is_known_in_a_text(word: str) -> None:
    assert "?" not in [found.kind for found in words_of(word.upper())]


@given(st.text(max_size=300))
def test_words_of_any_text(text: str) -> None:
    assert all(len(word.kind) == 1 for word in words_of(text))
