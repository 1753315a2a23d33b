from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from tests.unit.release.shelves import add, filled

from meedoen.release.manifest import MANIFEST
from meedoen.release.release_folder import NOW, Busy, NotOurs, Release, ReleaseFolder

ONE, TWO, THREE = "2026-11-28-0017-1a2b3c4", "2026-11-28-0017-0000000", "2026-11-29-0017-zonder-git"


def test_order_is_that_of_making_and_not_of_names(tmp_path: Path) -> None:
    shelf = filled(tmp_path, ONE, TWO, ONE)
    assert [(each.number, each.name) for each in shelf.releases()] == [(1, ONE), (2, TWO), (3, f"{ONE}-2")]
    current = shelf.current()
    assert current is not None
    assert current.name == f"{ONE}-2"


def test_switch_is_one_rename_of_a_relative_link(tmp_path: Path) -> None:
    shelf = filled(tmp_path / "a", ONE, TWO)
    (tmp_path / "a").rename(tmp_path / "b")
    assert (tmp_path / "b" / NOW / "dorp" / "index.html").read_text(encoding="utf-8") == TWO
    assert shelf.current() is None


def test_newest_are_kept_and_what_is_online_always(tmp_path: Path) -> None:
    names = [f"2026-11-2{day}-0017-1a2b3c4" for day in range(7)]
    shelf = filled(tmp_path, *names)
    oldest = shelf.releases()[0]
    shelf.switch(oldest)
    shelf.tidy(3)
    assert [each.name for each in shelf.releases()] == [names[0], *names[-2:]]
    shelf.tidy(1)
    assert [each.name for each in shelf.releases()] == [names[0]]


def test_what_was_left_half_is_removed_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    shelf = filled(tmp_path, ONE)
    (shelf.versions / ".half" / "site").mkdir(parents=True)
    (shelf.versions / f".weg-{TWO}").mkdir()
    (shelf.versions / TWO).mkdir()  # a name like ours, without what makes it one
    (shelf.versions / "mijn-map").mkdir()
    (tmp_path / ".nu-nieuw").symlink_to("ergens")
    shelf.tidy(1)
    assert sorted(each.name for each in shelf.versions.iterdir()) == sorted([ONE, TWO, "mijn-map"])
    assert not (tmp_path / ".nu-nieuw").is_symlink()


@pytest.mark.parametrize("target", ["/etc", "versies/x", "../versies/2026-11-28-0017-1a2b3c4/site", None])
def test_link_of_somebody_else_is_named_and_not_touched(tmp_path: Path, target: str | None) -> None:
    shelf = ReleaseFolder(tmp_path)
    if target is None:
        shelf.now.write_text("een bestand", encoding="utf-8")
    else:
        shelf.now.symlink_to(target)
    with pytest.raises(NotOurs, match=r"nu$"):
        shelf.current()


def test_link_to_a_release_that_is_gone_is_no_release(tmp_path: Path) -> None:
    shelf = filled(tmp_path, ONE)
    (shelf.versions / ONE).rename(tmp_path / "elders")
    assert shelf.current() is None


def test_release_that_lost_its_manifest_is_still_what_is_online(tmp_path: Path) -> None:
    """So that the guard compares with it, and nothing removes it."""
    shelf = filled(tmp_path, ONE)
    (shelf.versions / ONE / MANIFEST).unlink()
    shelf.tidy(1)
    assert (shelf.current(), shelf.releases()) == (Release(1, ONE, shelf.versions / ONE), ())


def test_second_run_waits_and_then_says_so(tmp_path: Path) -> None:
    with ReleaseFolder(tmp_path).locked(0), pytest.raises(Busy), ReleaseFolder(tmp_path).locked(0.2):
        pass


def test_build_that_outlives_its_program_keeps_others_out(tmp_path: Path) -> None:
    shelf = ReleaseFolder(tmp_path)
    waits = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with shelf.locked(0) as lock:
        build = subprocess.Popen(waits, stdin=subprocess.PIPE, pass_fds=(lock,))
    with pytest.raises(Busy), shelf.locked(0):
        pass
    assert build.stdin is not None
    build.stdin.close()
    build.wait(timeout=20)
    with shelf.locked(5):
        assert shelf.releases() == ()


def test_release_without_a_report_counts_as_oldest(tmp_path: Path) -> None:
    shelf = filled(tmp_path, ONE, TWO)
    (shelf.versions / TWO / "rapport.json").write_text("[", encoding="utf-8")
    add(shelf, THREE)
    assert [each.name for each in shelf.releases()] == [TWO, ONE, THREE]


def test_reader_never_finds_nothing_while_releases_are_switched(tmp_path: Path) -> None:
    shelf = filled(tmp_path, ONE, TWO)
    one, two = shelf.releases()
    done, seen = Event(), set[str]()

    def read() -> None:
        while not done.is_set():
            seen.add((tmp_path / NOW / "dorp" / "index.html").read_text(encoding="utf-8"))

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        for turn in range(400):
            shelf.switch(one if turn % 2 else two)
        done.set()
        reading.result()
    assert seen == {ONE, TWO}
