from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.unit.release.releases import filled

from meedoen.release.manifest import MANIFEST, damaged, read_manifest
from meedoen.release.release_folder import SITE

NAME = "2026-11-28-0017-1a2b3c4"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release."""
    return filled(tmp_path, NAME).versions / NAME


@pytest.mark.parametrize("how", ["changed", "gone", "new", "link"])
def test_every_difference_is_damage(folder: Path, how: str) -> None:
    page = folder / SITE / "dorp" / "index.html"
    assert damaged(folder, SITE) == ()
    if how == "changed":
        page.write_text("anders", encoding="utf-8")
    elif how == "new":
        page.with_name("nieuw.html").write_text("", encoding="utf-8")
    else:
        page.unlink()
        if how == "link":
            page.symlink_to("/etc/hostname")
    assert damaged(folder, SITE) == ("dorp/nieuw.html" if how == "new" else "dorp/index.html",)


def test_manifest_is_one_that_sha256sum_reads(folder: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("geen sha256sum op deze computer")
    done = subprocess.run(
        [program, "--check", "--strict", MANIFEST], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "site/dorp/index.html: OK\n")
    assert os.listdir(folder / SITE / "dorp") == [*(each.removeprefix("dorp/") for each in read_manifest(folder, SITE))]  # noqa: PTH208
