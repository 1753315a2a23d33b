from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from tests.unit.release.releases import add, filled

from meedoen.publishing.output_folder import NotOurs
from meedoen.release.manifest import MANIFEST
from meedoen.release.release_folder import NOW, Busy, Release, ReleaseFolder

ONE, TWO, THREE = "2026-11-28-0017-1a2b3c4", "2026-11-28-0017-0000000", "2026-11-29-0017-zonder-git"


def test_order_is_that_of_making_and_not_of_names(tmp_path: Path) -> None:
    release_folder = filled(tmp_path, ONE, TWO, ONE)
    assert [(each.number, each.name) for each in release_folder.releases()] == [(1, ONE), (2, TWO), (3, f"{ONE}-2")]
    current = release_folder.current()
    assert current is not None
    assert current.name == f"{ONE}-2"


def test_switch_is_one_rename_of_a_relative_link(tmp_path: Path) -> None:
    release_folder = filled(tmp_path / "a", ONE, TWO)
    (tmp_path / "a").rename(tmp_path / "b")
    assert (tmp_path / "b" / NOW / "dorp" / "index.html").read_text(encoding="utf-8") == TWO
    assert release_folder.current() is None


def test_newest_are_kept_and_what_is_online_always(tmp_path: Path) -> None:
    names = [f"2026-11-2{day}-0017-1a2b3c4" for day in range(7)]
    release_folder = filled(tmp_path, *names)
    oldest = release_folder.releases()[0]
    release_folder.switch(oldest)
    release_folder.tidy(3)
    assert [each.name for each in release_folder.releases()] == [names[0], *names[-2:]]
    release_folder.tidy(1)
    assert [each.name for each in release_folder.releases()] == [names[0]]


def test_what_was_left_half_is_removed_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    release_folder = filled(tmp_path, ONE)
    (release_folder.versions / ".half" / "site").mkdir(parents=True)
    (release_folder.versions / f".weg-{TWO}").mkdir()
    (release_folder.versions / TWO).mkdir()  # a name like ours, without what makes it one
    (release_folder.versions / "mijn-map").mkdir()
    (tmp_path / ".nu-nieuw").symlink_to("ergens")
    release_folder.tidy(1)
    assert sorted(each.name for each in release_folder.versions.iterdir()) == sorted([ONE, TWO, "mijn-map"])
    assert not (tmp_path / ".nu-nieuw").is_symlink()


@pytest.mark.parametrize("target", ["/etc", "versies/x", "../versies/2026-11-28-0017-1a2b3c4/site", None])
def test_link_of_somebody_else_is_named_and_not_touched(tmp_path: Path, target: str | None) -> None:
    release_folder = ReleaseFolder(tmp_path)
    if target is None:
        release_folder.now.write_text("een bestand", encoding="utf-8")
    else:
        release_folder.now.symlink_to(target)
    with pytest.raises(NotOurs, match=r"nu$"):
        release_folder.current()


def test_link_to_a_release_that_is_gone_is_no_release(tmp_path: Path) -> None:
    release_folder = filled(tmp_path, ONE)
    (release_folder.versions / ONE).rename(tmp_path / "elders")
    assert release_folder.current() is None


def test_release_that_lost_its_manifest_is_still_what_is_online(tmp_path: Path) -> None:
    """So that the guard compares with it, and nothing removes it."""
    release_folder = filled(tmp_path, ONE)
    (release_folder.versions / ONE / MANIFEST).unlink()
    release_folder.tidy(1)
    assert (release_folder.current(), release_folder.releases()) == (Release(1, ONE, release_folder.versions / ONE), ())


def test_second_run_waits_and_then_says_so(tmp_path: Path) -> None:
    with ReleaseFolder(tmp_path).locked(0), pytest.raises(Busy), ReleaseFolder(tmp_path).locked(0.2):
        pass


def test_build_that_outlives_its_program_keeps_others_out(tmp_path: Path) -> None:
    release_folder = ReleaseFolder(tmp_path)
    waits = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with release_folder.locked(0) as lock:
        build = subprocess.Popen(waits, stdin=subprocess.PIPE, pass_fds=(lock,))
    with pytest.raises(Busy), release_folder.locked(0):
        pass
    assert build.stdin is not None
    build.stdin.close()
    build.wait(timeout=20)
    with release_folder.locked(5):
        assert release_folder.releases() == ()


def test_release_without_a_report_counts_as_oldest(tmp_path: Path) -> None:
    release_folder = filled(tmp_path, ONE, TWO)
    (release_folder.versions / TWO / "rapport.json").write_text("[", encoding="utf-8")
    add(release_folder, THREE)
    assert [each.name for each in release_folder.releases()] == [TWO, ONE, THREE]


def test_reader_never_finds_nothing_while_releases_are_switched(tmp_path: Path) -> None:
    release_folder = filled(tmp_path, ONE, TWO)
    one, two = release_folder.releases()
    done, seen = Event(), set[str]()

    def read() -> None:
        while not done.is_set():
            seen.add((tmp_path / NOW / "dorp" / "index.html").read_text(encoding="utf-8"))

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        for turn in range(400):
            release_folder.switch(one if turn % 2 else two)
        done.set()
        reading.result()
    assert seen == {ONE, TWO}
