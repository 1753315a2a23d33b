"""The step that publishes, as the workflow runs it: a bad file is reported and stops nothing, a failed build does."""

from __future__ import annotations

import argparse
import tarfile
from pathlib import Path

import pytest
from tests.e2e.steps import checkout, ended, script
from tests.hostile.bench import Bench, bench
from tests.hostile.item import BASE

from meedoen.cli.main import command

pytestmark = pytest.mark.e2e
DORP = "activiteiten/dorp"


@pytest.fixture
def made(tmp_path: Path) -> Bench:
    """A repository of which the main branch is published."""
    (verbs,) = (each.choices for each in command()._actions if isinstance(each, argparse._SubParsersAction))
    if "publiceer" not in verbs:
        pytest.xfail("publiceer is not here yet")
    return bench(tmp_path / "origin")


def publish(made: Bench, folder: Path) -> tuple[int, str, list[str]]:
    """How the step ended, what it said, and the files that it keeps for the next time."""
    work = checkout(made.home, folder / "werk")
    summary = folder / "samenvatting.md"
    done = ended(
        script("publiceer.yml", "Publiceer naar een map"), work, folder, MAG_WEG="", GITHUB_STEP_SUMMARY=str(summary)
    )
    kept = folder / "publicatie.tar"
    names: list[str] = []
    if kept.exists():
        with tarfile.open(kept) as archive:
            names = archive.getnames()
    return done.returncode, done.stdout + done.stderr, names


def _save(made: Bench, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (made.content / path).write_bytes(data)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "Wijziging")


def test_sites_stand_in_a_folder_that_is_kept(made: Bench, tmp_path: Path) -> None:
    code, said, names = publish(made, tmp_path)
    assert code == 0, said
    assert "publicatie/nu" in names
    assert [each for each in names if each.endswith("/site/dorp/index.html")] != []


def test_bad_file_is_reported_and_stops_nothing(made: Bench, tmp_path: Path) -> None:
    _save(made, {f"{DORP}/fout.md": BASE.replace(b"1 december 2026", b"31 november 2026")})
    code, said, names = publish(made, tmp_path)
    assert code == 0, said
    assert "::warning title=Niet alles staat online::" in said
    assert "publicatie/nu" in names
    assert "Bedoelde je 30 november 2026?" in (tmp_path / "samenvatting.md").read_text(encoding="utf-8")


def test_publication_that_fails_ends_the_step(made: Bench, tmp_path: Path) -> None:
    _save(made, {"../publicatie": b"Dit is geen map."})
    code, said, names = publish(made, tmp_path)
    assert (code, names) == (2, []), said
