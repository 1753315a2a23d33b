from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language.slug import LONGEST, SLUG, free_name, slugify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taalcafé", "taalcafe"),
        ("Bibliotheek Papendrecht", "bibliotheek-papendrecht"),
        ("18+", "18-plus"),
        ("0-4 jaar", "0-4-jaar"),
        ("thema's", "themas"),
        ("thema\u2019s", "themas"),
        ("Taal & rekenen", "taal-en-rekenen"),
        ("info@example", "info-at-example"),
        ("'s Avonds", "s-avonds"),
        ("  --Koffie!!  met...taart--  ", "koffie-met-taart"),
        ("Straße Øresund Łódź Ægir", "strasse-oresund-lodz-aegir"),
        ("IJsselmonde", "ijsselmonde"),
        ("Ĳsselmonde", "ijsselmonde"),
        ("İstanbul", "istanbul"),
        ("Ⅷ", "viii"),
        ("العربية", ""),
        ("", ""),
        ("+", "plus"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
    ],
)
def test_slugify(text: str, expected: str) -> None:
    assert slugify(text) == expected


def test_slugify_of_a_long_text_ends_in_a_whole_character() -> None:
    assert slugify("a" * 79 + " b") == "a" * 79
    assert len(slugify("+" * 500)) <= LONGEST


@given(st.text(max_size=200))
def test_slugify_gives_a_slug_or_nothing(text: str) -> None:
    found = slugify(text)
    assert found == "" or (SLUG.match(found) is not None and len(found) <= LONGEST)


@given(st.text(max_size=200))
def test_slugify_twice_is_slugify_once(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


def test_free_name_gets_a_number() -> None:
    assert free_name("Taalcafé", ()) == "taalcafe"
    assert free_name("Taalcafé", {"taalcafe", "taalcafe-2"}) == "taalcafe-3"
    assert free_name("!", ()) == "activiteit"
    assert len(free_name("taal " * 40, {"-".join(["taal"] * 16)})) <= 80
    assert free_name("Con", ()) == "con-1"
