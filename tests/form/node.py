"""The scripts of the form, run by node: what they make of the same answers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.builders import network

from meedoen.outputs.form_data import rules_data
from meedoen.programme.network import Network
from meedoen.programme.writing_help import writing_help

_RUN = Path(__file__).with_name("run.js")


def data(known: Network) -> dict[str, Any]:
    """What the form of Papendrecht in this network gives to its script."""
    return rules_data(known.holidays, "midden", 2026) | {"help": writing_help(known)}


def run(calls: Iterable[tuple[str, list[Any]]], known: Network | None = None) -> list[Any]:
    """The result of each call of a function in run.js. Without node the test is skipped, and fails in CI."""
    node = shutil.which("node")
    if node is None:
        message = "niet getest: of het formulier hetzelfde doet als controleer (node ontbreekt)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    asked = json.dumps({"data": data(known or network()), "calls": list(calls)})
    done = subprocess.run([node, str(_RUN)], input=asked, capture_output=True, check=True, encoding="utf-8")
    found: list[Any] = json.loads(done.stdout)
    return found


def as_script(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as the script has them: prices as pairs, since its objects put numbers first."""
    price = fields.get("prijs")
    return {**fields, "prijs": {"pairs": list(price.items())}} if isinstance(price, Mapping) else dict(fields)
