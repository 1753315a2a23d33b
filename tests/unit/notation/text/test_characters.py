"""Characters that nobody sees."""

# ruff: noqa: RUF001 - the curly quotes and dashes that people type are what this is about

from __future__ import annotations

import pytest

from meedoen.notation.text.characters import hidden, name_of


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\x7f", "\x85", "\x9f", "\u00ad", "\u034f",
     "\u061c", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028",
     "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\u2800", "\u3164", "\ue000",
     "\ufe00", "\ufe0f", "\ufeff", "\ufffe", "\U000e0001",
     "\U000e0041", "\U000e0100", "\U000f0000", "\u0378", "\ud800"],
)  # fmt: skip
def test_hidden_character_is_found(character: str) -> None:
    assert hidden(f"ab{character}c") == [2]


@pytest.mark.parametrize(
    "text",
    ["", "Café à la crème – “ja” € 5 … ½", "a\tb\nc", "\u00a0\u202f\u3000",
     "👍🏽 👩‍👩‍👧 🏳️‍🌈 ❤️‍🔥 1️⃣ #️⃣ ©️ ℹ️ ☎️ 🇳🇱",
     "مرحبا", "می\u200cخواهم", "你好", "e\u0301", "\U0001fae9 newer than this Python"],
)  # fmt: skip
def test_text_and_emoji_are_fine(text: str) -> None:
    assert hidden(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db",
        "👍\u200db",
        "a\u200d👍",
        "👍\u200d",
        "\u200d👍",
        "❤\ufe0f\ufe0f",
        "a\ufe0f",
        "می\u200c",
        "\u200cمی",
        "a\u200cم",
    ],
)
def test_parts_of_emoji_and_of_persian_are_hidden_elsewhere(text: str) -> None:
    assert len(hidden(text)) == 1


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("\u200b", "een spatie zonder breedte (U+200B)"),
        ("\u2028", "een verborgen regeleinde (U+2028)"),
        ("\u202e", "een teken dat de leesrichting verandert (U+202E)"),
        ("\u00ad", "een verborgen afbreekstreepje (U+00AD)"),
        ("\ue000", "een teken uit een eigen lettertype (U+E000)"),
        ("\u0378", "een teken dat niet bestaat (U+0378)"),
        ("\u3164", "een teken dat niemand ziet (U+3164)"),
        ("\U000e0041", "een verborgen letter (U+E0041)"),
    ],
)
def test_name_is_in_plain_words(character: str, expected: str) -> None:
    assert name_of(character) == expected
