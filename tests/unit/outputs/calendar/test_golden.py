"""Each form that an activity can have: what a partner types in `examples/kalender`, what calendars get in `golden`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.occurrence import occurrences
from meedoen.agenda.revision import Revision
from meedoen.cli.check import check
from meedoen.content.disk import scan
from meedoen.outputs.calendar.event import Events, Stamp
from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.detail import calendar_path, page_path
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network

TESTS = Path(__file__).parents[3]
BASE = TESTS / "examples" / "basis" / "content"
EXAMPLES = TESTS / "examples" / "kalender" / "content"
GOLDEN = TESTS / "golden" / "kalender"
NAMES = sorted(path.stem for path in (EXAMPLES / "activiteiten").rglob("*.md"))
REVISION = Revision(datetime(2026, 9, 1, 8, 0, tzinfo=UTC), datetime(2026, 11, 20, 10, 15, tzinfo=UTC), 2)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base with the examples laid over it."""
    folder = tmp_path_factory.mktemp("kalender") / "content"
    shutil.copytree(BASE, folder)
    shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def read(content: Path) -> tuple[Network, Mapping[str, Activity]]:
    """The network, and each example by its name."""
    tree = scan(content)
    network, _ = read_network(tree.reference_files)
    assert network is not None
    files = (tree.read(paths) for paths in tree.activities.values())
    libraries = (read_library(each, network, picture=tree.picture) for each in files)
    return network, {each.page: each for library in libraries for each in library.activities}


def made(network: Network, activity: Activity) -> bytes:
    """A calendar of this one activity."""
    site = network.municipalities[activity.folder]
    organisation = network.organisation
    url = f"{site.website}/{page_path(activity)}"
    image = f"{site.website}/beeld/{activity.page}-960.webp" if activity.page == "een-keer" else ""
    features = {slug: term.name for slug, term in network.vocabularies["toegankelijkheid"].items()}
    stamp = Stamp(
        domain=organisation.domain,
        url=url,
        revision=REVISION,
        name=organisation.name,
        mail=organisation.mail,
        image=image,
        features=features,
    )
    return feed(
        name=activity.name,
        description=f"{activity.name}, {site.name}",
        url=f"{site.website}/{calendar_path(activity)}",
        zones=(activity.zone,),
        events=(Events(activity, occurrences(activity), stamp).all,),
        page=url,
        colour=site.colour,
        changed=REVISION.modified,
    )


def test_examples_are_without_problems(content: Path) -> None:
    found = [each.rule for each in check(content, date(2026, 11, 22))[0]]
    assert set(found) <= {"toegankelijkheid-ontbreekt"}


def test_every_golden_file_has_its_example() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.ics")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_example_gives_its_golden_file(name: str, read: tuple[Network, Mapping[str, Activity]]) -> None:
    network, activities = read
    calendar = made(network, activities[name])
    golden = GOLDEN / f"{name}.ics"
    if os.environ.get("MEEDOEN_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(calendar)
    assert golden.is_file(), "maak het met: make golden"
    assert calendar == golden.read_bytes()
