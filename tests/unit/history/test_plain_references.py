from __future__ import annotations

import pytest
from tests.builders import document

from meedoen.history.plain_references import plain_references
from meedoen.programme.activity import read_activity


@pytest.mark.parametrize(
    ("folder", "vocabulary", "text", "key"),
    [
        ("dorp", "themas", "Taal en lezen", "taal-en-lezen"),
        ("dorp", "gemeenten", "Stad", "stad"),
        ("regio", "gemeenten", "Stad", "regio"),
        ("dorp", "themas", "!", None),
    ],
)
def test_word_is_its_own_key(folder: str, vocabulary: str, text: str, key: str | None) -> None:
    assert plain_references(folder).names.key(vocabulary, text) == key


def test_activity_is_read_whatever_it_names() -> None:
    header = (
        "locatie: Nergens\norganisator: Niemand\nmet: [Iemand]\nproject: Ooit\nthema: [zwemmen, dansen]\n"
        "doelgroep: reuzen\nwijzigingen: [{datum: 1 december 2026, locatie: Ergens}]\n"
    )
    found, problems = read_activity(document(header), plain_references("papendrecht"))
    assert problems == ()
    assert found is not None
    assert found.place is not None
    assert (found.place.slug, found.organizer.slug, found.project) == ("nergens", "niemand", None)
    assert [each.slug for each in found.partners] == ["iemand"]
    assert [each.slug for each in (*found.themes, *found.audience)] == ["dansen", "zwemmen", "reuzen"]
    assert [each.place and each.place.slug for each in found.changes] == ["ergens"]
    assert (found.municipalities, found.zone) == (("papendrecht",), "UTC")
