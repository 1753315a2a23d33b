"""What strangers sent stays in the history for ever: it is read at every cold build, and stops none."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.hostile.conftest import Built
from tests.repositories import Story, koffie

from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.history.fingerprint import activity_fingerprint
from meedoen.history.past import read_past

TODAY = date(2026, 11, 24)


@pytest.mark.e2e
def test_history_of_everything_that_strangers_sent(hostile: Built, honest: Built, tmp_path: Path) -> None:
    story = Story(tmp_path / "verhaal")
    shutil.copytree(hostile.world.content, story.content, symlinks=True, copy_function=_copied)
    story.commit()
    shutil.rmtree(story.content)
    shutil.copytree(honest.world.content, story.content, symlinks=True)
    second = story.commit()
    tree = scan(story.content)
    network, _ = read_network(tree.reference_files)
    assert network is not None
    past = read_past(tree, network, TODAY)
    shown = {path.removeprefix("content/activiteiten/") for paths in tree.activities.values() for path in paths}
    assert len(shown) > 3
    for path in shown:
        identifier = "-".join((path.split("/")[0], path.rpartition("/")[2].rpartition(".")[0]))
        revision = past.of(identifier)
        assert revision.saved
        assert revision.modified <= datetime.fromtimestamp(second, UTC)


def _copied(source: str, target: str) -> None:
    """A regular file; pipes and the like can't be in Git."""
    if Path(source).is_file():
        shutil.copyfile(source, target)


@pytest.mark.parametrize(
    "more",
    [
        "adres: {naam: Plein, plaats: Elders, gemeente: bestaat-niet}\n",
        "gemeenten: [nergens, ook-niet]\n",
        "organisator: '!!!'\nmet: ['', '...', '!!!']\n",
        "id: ../../etc\n",
        "doelgroep: [[a, b], {c: d}]\n",
    ],
)
@pytest.mark.parametrize("folder", ["papendrecht", "regio", "bestaat-niet"])
def test_version_that_names_what_is_not_there(more: str, folder: str) -> None:
    text = koffie(more=more)
    if more.startswith("adres"):
        text = text.replace("locatie: bibliotheek-papendrecht\n", "")
    found = activity_fingerprint(f"activiteiten/{folder}/koffie.md", text.encode())
    assert found.id == f"{folder}-koffie"
