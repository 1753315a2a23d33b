"""The configuration of the editor: what each kind of field becomes, and that another program finds nothing wrong."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.builders import network

from meedoen.cms.config import Deployment, cms_config
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.content_tables import PARTNER, PLACE
from meedoen.notation.schema.field import Table
from meedoen.programme.forge import KINDS, Forge, ForgeKind

GITHUB = Deployment(Forge("github", "https://github.com", "example/agenda"))
FOLDERS = ("papendrecht", "papendrecht/wijken", "regio", "nergens/x")
SCHEMA = Path(__file__).parents[3] / ".venv" / "node" / "whole" / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"


def config(deployment: Deployment = GITHUB) -> dict[str, Any]:
    return cms_config(network(), deployment, FOLDERS)


def fields(collection: str) -> dict[str, dict[str, Any]]:
    found = next(each for each in config()["collections"] if each["name"] == collection)
    return {each["name"]: each for each in found["fields"]}


def test_every_folder_that_people_write_in_is_a_collection() -> None:
    assert {each["name"]: (each["folder"], each["label"]) for each in config()["collections"]} == {
        "activiteiten-bonaire": ("content/activiteiten/bonaire", "Bonaire"),
        "activiteiten-papendrecht": ("content/activiteiten/papendrecht", "Papendrecht"),
        "activiteiten-papendrecht-wijken": ("content/activiteiten/papendrecht/wijken", "Papendrecht, wijken"),
        "activiteiten-sliedrecht": ("content/activiteiten/sliedrecht", "Sliedrecht"),
        "activiteiten-regio": ("content/activiteiten/regio", "De hele regio"),
        "locaties": ("content/locaties", "Plekken"),
        "partners": ("content/partners", "Partners"),
    }


@pytest.mark.parametrize(
    ("collection", "table"), [("activiteiten-regio", ACTIVITY), ("locaties", PLACE), ("partners", PARTNER)]
)
def test_every_field_of_the_table_can_be_filled_in(collection: str, table: Table) -> None:
    keys = {"body" if row.kind == "markdown" else row.key for row in table}
    assert fields(collection).keys() == keys


def test_municipalities_are_chosen_in_the_folder_of_the_region_alone() -> None:
    assert fields("activiteiten-regio").keys() - fields("activiteiten-papendrecht").keys() == {"gemeenten"}


def test_what_most_people_need_comes_first() -> None:
    found = list(fields("activiteiten-papendrecht"))
    assert (found[:5], found[-2:]) == (["titel", "samenvatting", "body", "datum", "tijd"], ["id", "afbeelding"])


def test_nothing_can_be_deleted_in_the_editor() -> None:
    assert {each["delete"] for each in config()["collections"]} == {False}


def test_place_is_chosen_from_those_of_the_municipality() -> None:
    expected = {
        "name": "locatie", "label": "Locatie", "required": False, "widget": "relation",
        "hint": "Altijd nodig, behalve als je hieronder een adres of online invult. De plek.",
        "collection": "locaties", "value_field": "{{slug}}", "search_fields": ["naam", "plaats"],
        "display_fields": ["naam", "plaats"], "options_length": 200,
    }  # fmt: skip
    assert fields("activiteiten-regio")["locatie"] == expected
    local = expected | {"filters": [{"field": "gemeente", "values": ["papendrecht"]}]}
    assert fields("activiteiten-papendrecht-wijken")["locatie"] == local


def test_words_of_a_list_are_chosen_by_their_names() -> None:
    found = fields("activiteiten-papendrecht")["doelgroep"]
    assert (found["widget"], found["multiple"]) == ("select", True)
    assert found["options"] == [{"label": "Jeugd", "value": "jeugd"}, {"label": "18 jaar en ouder", "value": "18-plus"}]


def test_change_of_one_date_asks_for_no_place() -> None:
    parts = {each["name"]: each for each in fields("activiteiten-papendrecht")["wijzigingen"]["fields"]}
    assert parts["locatie"]["hint"] == "De andere plek."


def test_date_is_picked() -> None:
    found = fields("activiteiten-papendrecht")["datum"]
    assert {key: found[key] for key in ("widget", "date_format", "time_format", "required")} == {
        "widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": False, "required": True,
    }  # fmt: skip


def test_texts_have_the_limits_of_the_table() -> None:
    found = fields("activiteiten-papendrecht")
    assert found["titel"]["pattern"] == [r"^[\s\S]{0,100}$", "Hooguit 100 tekens."]
    assert (found["titel"]["widget"], found["samenvatting"]["widget"]) == ("string", "text")


def test_block_that_may_stay_empty_asks_for_nothing() -> None:
    found = fields("activiteiten-papendrecht")
    parts = [part for each in found.values() for part in each.get("fields", ())]
    assert [part["name"] for part in parts if part["required"]] == []


def test_hints_name_no_files_and_no_keys() -> None:
    hints = [each.get("hint", "") for name in ("activiteiten-regio", "locaties") for each in fields(name).values()]
    assert [hint for hint in hints if "`" in hint or "content/" in hint or not hint] == []


def test_local_server_stands_in_the_configuration_when_asked() -> None:
    local = Deployment(GITHUB.forge, local="http://localhost:8081/api/v1")
    assert "local_backend" not in config()
    assert config(local)["local_backend"]["url"] == "http://localhost:8081/api/v1"


@pytest.mark.parametrize("kind", KINDS)
def test_another_program_knows_every_key(kind: ForgeKind) -> None:
    if not SCHEMA.is_file():
        message = "niet getest: of een ander programma de instellingen van het beheer kent (typ: make node)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    host = {"github": "https://github.com", "gitlab": "https://gitlab.com", "forgejo": "https://codeberg.org"}[kind]
    deployment = Deployment(Forge(kind, host, "a/b"), application="" if kind == "github" else "12ab")
    found = json.loads(json.dumps(config(deployment)), object_hook=_as_sveltia)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    assert [error.message for error in validator.iter_errors(found)] == []
    found["backend"]["open_autoring"] = True
    assert len(list(validator.iter_errors(found))) == 1


def _as_sveltia(value: dict[str, Any]) -> dict[str, Any]:
    """Without what Decap alone has: the number of names in a list, its language, and Forgejo under its own name."""
    for key in ("options_length", "locale"):
        value.pop(key, None)
    if value.get("name") == "forgejo":
        value |= {"name": "gitea"}
        value.pop("open_authoring")
    return value
