"""The catalogues of the project are complete and nothing in them can break a page."""

from __future__ import annotations

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from tests.contract.conftest import ROOT

from meedoen.cli.translations import texts_of
from meedoen.language.catalogue import State, state, updated
from meedoen.language.voice import read_voice

CATALOGUES = ROOT / "theme" / "vertalingen"
ARABIC = ROOT / "tests" / "catalogues" / "ar.po"


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return texts_of(ROOT)


def test_the_catalogues_are_those_of_dutch_and_english() -> None:
    assert sorted(path.name for path in CATALOGUES.glob("*")) == ["en.po", "nl.po"]


@pytest.mark.parametrize("code", ["en", "nl"])
def test_every_text_is_there_and_nothing_is_wrong(texts: Catalog, code: str) -> None:
    catalogue = (CATALOGUES / f"{code}.po").read_bytes()
    assert state(catalogue, texts) == State(len([each for each in texts if each.id]), (), ())


@pytest.mark.parametrize("code", ["en", "nl"])
def test_catalogue_is_as_the_command_writes_it(texts: Catalog, code: str) -> None:
    catalogue = (CATALOGUES / f"{code}.po").read_bytes()
    assert updated(code, catalogue, texts) == catalogue


def test_arabic_of_the_tests_is_complete_and_written_from_right_to_left(texts: Catalog) -> None:
    catalogue = ARABIC.read_bytes()
    assert state(catalogue, texts) == State(len([each for each in texts if each.id]), (), ())
    voice = read_voice("ar", catalogue)
    assert (voice.code, voice.direction) == ("ar", "rtl")


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "لا أنشطة"), (1, "نشاط واحد"), (2, "نشاطان"), (3, "3 أنشطة"), (11, "11 نشاطًا"), (100, "100 نشاط")],
)
def test_arabic_has_six_forms_of_a_plural(n: int, said: str) -> None:
    assert read_voice("ar", ARABIC.read_bytes()).ngettext("%(num)s activiteit", "%(num)s activiteiten", n) == said


def test_dutch_says_nothing_else_than_the_code() -> None:
    found = read_po(io.BytesIO((CATALOGUES / "nl.po").read_bytes()))
    assert [each.id for each in found if each.id and each.string != each.id] == []
