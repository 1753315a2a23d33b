"""What a file says, in the words that a program writes: written down again it means the same."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from tests.builders import PATH, activity

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.content.source import SourceFile
from meedoen.notation.fields.authoring import activity_text

CONTENT = Path(__file__).resolve().parents[4] / "content"


@pytest.fixture(scope="module")
def tree() -> Tree:
    return scan(CONTENT)


@pytest.mark.programme
def test_every_activity_written_down_again_is_the_same_activity(tree: Tree) -> None:
    network, _ = read_network(tree.reference_files)
    assert network is not None
    paths = [path for folder in tree.activities.values() for path in folder if path.endswith(".md")]
    before = read_library(tree.read(paths), network, picture=tree.picture).activities
    again = [SourceFile(each.path, activity_text(each.written.fields, each.written.body).encode()) for each in before]
    after = read_library(again, network, picture=tree.picture)
    assert after.problems == ()
    assert len(before) >= 200
    names = [each.name for each in fields(before[0]) if each.name != "written"]
    differ = [
        (old.path, name)
        for old, new in zip(before, after.activities, strict=True)
        for name in names
        if getattr(old, name) != getattr(new, name)
    ]
    assert differ == []
    assert [each.written.fields for each in after.activities] == [each.written.fields for each in before]


def test_values_are_those_that_the_form_knows() -> None:
    found = activity(
        "datum: di 12-01-2027\ntijd: 10:00-11:30\nherhaling: iedere dinsdag\ntot: 10x\n"
        "behalve: [op feestdagen, 19-1-2027, 2027-02-02 t/m 2027-02-09]\nlocatie: Bibliotheek Papendrecht\n"
        "doelgroep: Jeugd\nprijs: {leden: gratis, 65: '€ 7,50'}\nuitgelicht: Ja"
    ).written
    assert found.fields == {
        "titel": "Taalcafé",
        "datum": "12 januari 2027",
        "tijd": "10.00 - 11.30",
        "herhaling": "elke dinsdag",
        "tot": "10 keer",
        "behalve": ["feestdagen", "19 januari 2027", "2 februari 2027 t/m 9 februari 2027"],
        "locatie": "bibliotheek-papendrecht",
        "doelgroep": ["jeugd"],
        "prijs": {"leden": "gratis", "65": "€ 7,50"},
        "uitgelicht": "ja",
    }


def test_description_in_a_field_is_text_below_the_fields() -> None:
    found = activity("beschrijving: Kom *praten*.", path=PATH).written
    assert (found.body, "beschrijving" in found.fields) == ("Kom *praten*.", False)
