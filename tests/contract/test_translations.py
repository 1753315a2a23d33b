"""The catalogues of the project are complete and nothing in them can break a page."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog
from tests.contract.conftest import ROOT
from tests.made_up_language import CODE, KEPT, made_up, made_up_catalogue

from meedoen.cli.translations import texts_of
from meedoen.language.catalogue import State, state, updated
from meedoen.language.voice import read_voice

CATALOGUES = ROOT / "theme" / "vertalingen"


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return texts_of(ROOT)


def test_dutch_stands_in_the_code_and_english_is_the_only_catalogue() -> None:
    assert [path.name for path in CATALOGUES.glob("*")] == ["en.po"]


def test_every_text_is_in_english_and_nothing_is_wrong(texts: Catalog) -> None:
    catalogue = (CATALOGUES / "en.po").read_bytes()
    assert state("en", catalogue, texts) == State(len([each for each in texts if each.id]), (), ())


@pytest.mark.programme
def test_english_is_as_the_command_writes_it(texts: Catalog) -> None:
    catalogue = (CATALOGUES / "en.po").read_bytes()
    assert updated("en", catalogue, texts) == catalogue


def test_made_up_language_is_complete_and_written_from_right_to_left(texts: Catalog) -> None:
    catalogue = made_up_catalogue(texts)
    assert state(CODE, catalogue, texts) == State(len([each for each in texts if each.id]), (), ())
    voice = read_voice(CODE, catalogue)
    assert (voice.code, voice.direction) == ("ar", "rtl")


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "zero activiteiten"),
        (1, "one activiteit"),
        (2, "two activiteiten"),
        (3, "few 3 activiteiten"),
        (11, "many 11 activiteiten"),
        (100, "other 100 activiteiten"),
    ],
)
def test_made_up_language_has_six_forms_of_a_plural(texts: Catalog, n: int, expected: str) -> None:
    voice = read_voice(CODE, made_up_catalogue(texts))
    assert voice.ngettext("%(num)s activiteit", "%(num)s activiteiten", n) == made_up(expected)


def test_made_up_text_runs_from_right_to_left_and_keeps_what_is_filled_in() -> None:
    assert made_up('Kijk <a href="%(href)s">bij {n}</a>, week 3&nbsp;…') == (
        'كييجك <a href="%(href)s">بييج {n}</a>، شععععك 3&nbsp;…'
    )


@pytest.mark.programme
def test_no_latin_letter_is_left_in_the_made_up_language(texts: Catalog) -> None:
    catalogue = made_up_catalogue(texts).decode()
    made = re.findall(r'^msgstr(?:\[.\])? "(.+)"$', catalogue, re.MULTILINE)
    assert len(made) > 500
    assert [text for text in made if re.search("[A-Za-z]", KEPT.sub("", text.replace('\\"', '"')))] == []
