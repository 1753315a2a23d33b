"""The file format of the editor on node, as the browser runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.builders import network

import meedoen
from meedoen.cms.site import start_data

HERE = Path(__file__).parent
LIBRARY = HERE.parents[2] / ".venv" / "node" / "node_modules" / "js-yaml" / "dist" / "js-yaml.min.js"
SCRIPT = Path(meedoen.__file__).parent / "cms" / "bestand.js"


class Format:
    """One process of node for the whole run."""

    def __init__(self, fields: Path) -> None:
        command = ["node", str(HERE / "round.js"), str(LIBRARY), str(fields), str(SCRIPT)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, **question: Any) -> dict[str, Any]:
        """What the script makes of a text or of values: see round.js."""
        given, taken = self.process.stdin, self.process.stdout
        assert given
        assert taken
        given.write(json.dumps(question).encode() + b"\n")
        given.flush()
        found: dict[str, Any] = json.loads(taken.readline())
        return found

    def read(self, header: str, body: str = "", **change: Any) -> dict[str, Any]:
        """What becomes of an activity file with these fields, and of a change in it."""
        return self.ask(table="activiteit", text=f"---\n{header}\n---\n{body}", change=change)

    def write(self, **data: Any) -> str:
        """The activity file for these values."""
        text: str = self.ask(table="activiteit", data=data)["text"]
        return text


@pytest.fixture(scope="session")
def editor_format(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Format]:
    """The format with the network of the builders. Without node the tests are skipped, and fail in CI."""
    if not shutil.which("node") or not LIBRARY.is_file():
        message = "niet getest: wat het beheer van een bestand maakt (node of js-yaml ontbreekt; typ: make node)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    fields = tmp_path_factory.mktemp("beheer") / "velden.js"
    fields.write_text(start_data(network()), encoding="utf-8")
    found = Format(fields)
    yield found
    found.process.communicate()
