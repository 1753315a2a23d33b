"""Text as it must be typed: quotes where needed, and where a quoted part ends."""

from __future__ import annotations

import pytest

from meedoen.notation.text.quoting import as_value, end_of_part, paste, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Koffie", '"Koffie"'),
        ("", '""'),
        ('zeg "ja"', '"zeg \\"ja\\""'),
        ("C:\\map", '"C:\\\\map"'),
        ("twee\nregels\t", '"twee\\nregels\\t"'),
        ("a\u2028b\x00\U000e0041", '"a\\u2028b\\u0000\\U000e0041"'),
        ("👩‍👧 é\u00a0", '"👩‍👧 é\u00a0"'),
    ],
)
def test_quoted_escapes_what_yaml_would_change(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text", ["Koffie en taal", "10:00 - 11:30", "https://x.nl/a", "[a, b]", '"a: b"', "'a'", "€ 5"[2:]]
)
def test_value_that_can_be_read_stays(text: str) -> None:
    assert as_value(text) == text


@pytest.mark.parametrize(
    "text", ["a: b", "a #b", "*a", "[a] b", "a:", " a", "a ", "", "-", "'s Avonds", "#", "a\u00a0b"]
)
def test_value_that_cannot_be_read_is_quoted(text: str) -> None:
    assert as_value(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('"a" b', 3),
        ('"a\\"" b', 5),
        ("'it''s' b", 7),
        ("[a, [b]] c", 8),
        ("{a: ']'} c", 8),
        ("[foto's] c", 8),
        ("['s Avonds] c", 11),
        ('"a', -1),
        ("[a", -1),
        ("'s", -1),
        ("a", -1),
        ("", -1),
    ],
)
def test_end_of_part(text: str, end: int) -> None:
    assert end_of_part(text) == end


def test_hint_leaves_a_very_long_line_out() -> None:
    assert paste("Typ dit", "titel: x") == "Typ dit:   titel: x"
    assert paste("Typ dit", "x" * 301) == "Typ dit."
