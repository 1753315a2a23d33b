from __future__ import annotations

from time import process_time

import pytest

from meedoen.language.suggestion import nearest_name, nearest_word

KEYS = ("titel", "datum", "tijd", "einddatum", "herhaling", "locatie", "organisator", "doelgroep")
PLACES = {
    "bibliotheek-papendrecht": "Bibliotheek Papendrecht",
    "bibliotheek-sliedrecht": "Bibliotheek Sliedrecht",
    "de-alblashof": "Woonzorgcentrum De Alblashof",
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("titl", "titel"),
        ("TITEL", "titel"),
        ("lokatie", "locatie"),
        ("herhalling", "herhaling"),
        ("eind-datum", "einddatum"),
        ("organisatro", "organisator"),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_nearest_word(word: str, expected: str) -> None:
    assert nearest_word(word, KEYS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bibliotheek papendrecht", "bibliotheek-papendrecht"),
        ("Biblotheek Papendrecht", "bibliotheek-papendrecht"),
        ("bieb papendrecht", "bibliotheek-papendrecht"),
        ("sliedrecht", "bibliotheek-sliedrecht"),
        ("Alblashof", "de-alblashof"),
        ("kermisterrein", ""),
        ("!!!", ""),
    ],
)
def test_nearest_name_by_key_or_name(text: str, expected: str) -> None:
    assert nearest_name(text, PLACES) == expected


def test_nearest_without_candidates() -> None:
    assert (nearest_word("titel", ()), nearest_name("titel", {})) == ("", "")


def test_nearest_of_a_huge_text_is_quick() -> None:
    started = process_time()
    nearest_word("titel" * 100_000, KEYS)
    nearest_name("papendrecht " * 100_000, PLACES)
    assert process_time() - started < 1
