"""The files of the editor besides its configuration."""

from __future__ import annotations

import json
import re

import pytest
from tests.builders import network

from meedoen.cms.config import Deployment
from meedoen.cms.site import editor_files, policy_of, start_data
from meedoen.programme.forge import KINDS, Forge, ForgeKind

CODEBERG = Deployment(Forge("forgejo", "https://codeberg.org", "example/agenda"))


def test_policy_allows_eval_and_the_forge_and_nothing_else() -> None:
    assert policy_of(CODEBERG) == (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob: https://codeberg.org; font-src 'self' data:; "
        "connect-src 'self' blob: https://codeberg.org; base-uri 'none'; form-action 'none'"
    )


def test_page_has_no_script_of_its_own_and_loads_nothing_from_elsewhere() -> None:
    page = editor_files(network(), CODEBERG, "")["index.html"]
    assert re.findall(r"<script(?! src=)", page) == []
    assert re.findall(r'src="([^"]+)"', page) == [
        "velden.js", "js-yaml.min.js", "decap-cms.js", "bestand.js", "start.js",
    ]  # fmt: skip


def test_words_of_the_content_cannot_end_the_script() -> None:
    assert "<" not in start_data(network())


def test_tables_are_read_back() -> None:
    found = json.loads(start_data(network()).partition("window.MEEDOEN = ")[2].rstrip(";\n"))
    assert sorted(found["tables"]) == ["activiteit", "locatie", "partner"]
    assert found["spellings"]["doelgroepen"]["18+"] == "18-plus"


@pytest.mark.parametrize("kind", KINDS)
def test_guide_tells_how_to_log_in(kind: ForgeKind) -> None:
    guide = editor_files(network(), Deployment(Forge(kind, "https://git.example.org", "a/b")), "")["LEESMIJ.md"]
    option = "--inlog" if kind == "github" else "--app"
    assert f"meedoen cms --naar beheer {option}" in guide
    assert "'unsafe-eval'" in guide
    assert "{" not in guide


def test_same_content_gives_the_same_bytes() -> None:
    assert editor_files(network(), CODEBERG, "x") == editor_files(network(), CODEBERG, "x")
