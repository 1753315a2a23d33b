"""Two worlds for all tests here: one with honest content only, one with everything that strangers may send."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest
from tests.hostile.corpus import CORPUS
from tests.hostile.harms import Signature, signatures
from tests.hostile.world import Snapshot, World, check_within_limits, world

if sys.platform != "linux":  # other disks have no such names, pipes and limits
    collect_ignore_glob = ["test_*.py"]


@dataclass(frozen=True, slots=True)
class Built:
    """A world after a build: what the build said, and what was on the disk before it and after it."""

    world: World
    done: subprocess.CompletedProcess[str]
    before: Snapshot
    after: Snapshot

    @property
    def paths(self) -> frozenset[str]:
        """The files of the output."""
        output = self.world.output
        return frozenset(each.relative_to(output).as_posix() for each in output.rglob("*") if each.is_file())


def _built(made: World) -> Built:
    before = made.snapshot()
    return Built(made, made.build(), before, made.snapshot())


@pytest.fixture(scope="session")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The neighbours alone, in a preview."""
    return _built(world(tmp_path_factory.mktemp("eerlijk") / "wereld"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The neighbours and the whole corpus, in a preview."""
    return _built(world(tmp_path_factory.mktemp("kwaad") / "wereld", CORPUS))


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, World]:
    """By name of each heavy item: a world with that alone, after the checker has been there within its limits."""
    folder = tmp_path_factory.mktemp("zwaar")
    items = [each for each in CORPUS if each.heavy]
    made = {each.name: world(folder / str(number), [each]) for number, each in enumerate(items)}
    check_within_limits(made.values(), folder)
    return made


@pytest.fixture(scope="session")
def theme(honest: Built) -> frozenset[Signature]:
    """The elements that the theme itself brings."""
    return signatures(honest.world.output)
