"""`make screenshots` for one page of the real content, in a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.e2e.conftest import DAY, ROOT
from tools.screenshots import shots

pytestmark = pytest.mark.e2e


def run(site: Any, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.screenshots", "--gebouwd", str(site.output), "--map", str(folder)]
    return subprocess.run(
        [*command, "--datum", DAY, *options], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )


@pytest.mark.usefixtures("browser")
def test_one_page_is_photographed_large_and_small_by_day_and_by_night(site: Any, tmp_path: Path) -> None:
    done = run(site, tmp_path, "--alleen", "papendrecht-keuzes")
    assert (done.returncode, done.stderr) == (0, "")
    pictures = {each.name: Image.open(each) for each in tmp_path.iterdir()}
    assert {name: (each.format, *each.size) for name, each in pictures.items()} == {
        "papendrecht-keuzes-telefoon-licht.webp": ("WEBP", 390, 844),
        "papendrecht-keuzes-telefoon-donker.webp": ("WEBP", 390, 844),
        "papendrecht-keuzes-scherm-licht.webp": ("WEBP", 1280, 900),
        "papendrecht-keuzes-scherm-donker.webp": ("WEBP", 1280, 900),
    }
    assert [each.name for each in tmp_path.iterdir() if each.stat().st_size >= 150_000] == []
    light = {name: each.convert("L").resize((1, 1)).tobytes()[0] > 128 for name, each in pictures.items()}
    assert light == {name: "licht" in name for name in pictures}
    assert len(done.stdout.splitlines()) == 4


@pytest.mark.usefixtures("browser")
def test_name_that_does_not_exist_is_answered_with_those_that_do(site: Any, tmp_path: Path) -> None:
    done = run(site, tmp_path, "--alleen", "papendrecht-huis")
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert done.stderr.splitlines()[:2] == [
        "Er is geen plaatje met “papendrecht-huis” in de naam. Ze heten zo:",
        "  papendrecht-home",
    ]


def test_all_scenes_of_two_municipalities_are_in_the_content(site: Any) -> None:
    found = shots(site.output, date.fromisoformat(DAY))
    assert len(found) == 2 * 8 * 2 * 2
    assert [each.path for each in found if not (site.output / each.path.partition("?")[0]).is_file()] == []
