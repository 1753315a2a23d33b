"""What holds for every test; and a browser, one for the whole run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# The same examples everywhere, and no limit on how long one takes: a busy machine is no fault of the code.
# With MEEDOEN_VOORBEELDEN (see CONTRIBUTING) others each time.
settings.register_profile("meedoen", deadline=None, derandomize="MEEDOEN_VOORBEELDEN" not in os.environ)
settings.load_profile("meedoen")


def pytest_configure() -> None:
    """Where only the last commit was fetched, as some CI machines do, this repository is built without its history."""
    asked = subprocess.run(
        ["git", "-C", str(Path(__file__).parent), "rev-parse", "--is-shallow-repository"],
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.stdout.strip() == "true":
        os.environ.setdefault("MEEDOEN_GESCHIEDENIS", "nee")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first; thousands of small tests then fill up whichever process is ready earlier."""
    items.sort(key=lambda item: item.get_closest_marker("e2e") is None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium. Without it the tests are skipped on somebody's own computer, and fail in CI."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional dependency
    except ImportError:
        chromium = None
    if chromium is None:
        message = "niet getest: hoe de pagina's er in een echte browser uitzien (Chromium of Playwright ontbreekt)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()
