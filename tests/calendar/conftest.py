"""Everything about the second reader of calendars, and the build that both read."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator

import pytest
from tests.calendar.engines import HERE, LIBRARY, Engine, Node, Python
from tests.contract.conftest import programme, published

__all__ = ["programme", "published"]  # the same content and build as the contract tests


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    """ical.js. Without it the tests are skipped on somebody's own computer, and fail in CI."""
    wanted = json.loads((HERE.parent / "package.json").read_text(encoding="utf-8"))["dependencies"]["ical.js"]
    installed = LIBRARY / "package.json"
    found = json.loads(installed.read_text(encoding="utf-8"))["version"] if installed.is_file() else ""
    if found != wanted or shutil.which("node") is None:
        message = "niet getest: hoe een tweede programma de agenda's leest (ical.js of node ontbreekt; typ: make node)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    engine = Node()
    yield engine
    engine.close()


@pytest.fixture(scope="session", params=["icalendar", "ical.js"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each of the two readers."""
    found: Engine = Python() if request.param == "icalendar" else request.getfixturevalue("node")
    return found
