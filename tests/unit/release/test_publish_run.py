"""Runs of the real build, each to a folder of its own; what is told is compared with what a web server shows."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from tests.repositories import koffie
from tests.unit.release.conftest import BAD, DAY, KOFFIE, Project

from meedoen.publishing.output_folder import NotOurs
from meedoen.release.manifest import damaged, digests
from meedoen.release.publish_run import FAILED, INCOMPLETE, LOSS, PREVIEW, PUBLISHED, SAME
from meedoen.release.release_folder import SITE, ReleaseFolder

pytestmark = pytest.mark.e2e
PATH = f"content/{KOFFIE}"


def titles(project: Project) -> str:
    return (project.server / "nu/papendrecht/agenda.ics").read_text(encoding="utf-8")


def test_life_of_a_folder_of_releases(project: Project) -> None:
    """The first; the same again; damage; another day; a bad file; the next night; it mended; a file that is gone."""
    first = project.publish()
    commit = project.story.git("rev-parse", "HEAD")[:7]
    assert (first.state, first.release, first.before) == (PUBLISHED, f"2026-11-24-0017-{commit}", "")
    assert (project.server / "nu").readlink() == Path("versies", first.release, SITE)
    assert project.report()["sites"].keys() == {"papendrecht"}
    assert damaged(project.server / "versies" / first.release, SITE) == ()
    online = project.online

    # Same commit, same day: the same bytes.
    same = project.publish()
    assert (same.state, same.release, project.releases()) == (SAME, first.release, [first.release])
    # What is online is looked at, not what was once written about it.
    (project.server / "nu" / "index.html").write_bytes(b"")
    again = project.publish()
    assert (again.state, again.changed, project.online) == (PUBLISHED, 1, online)

    tomorrow = project.publish(day=DAY + timedelta(days=1))
    assert (tomorrow.state, tomorrow.release, tomorrow.before) == (PUBLISHED, f"{first.release}-3", again.release)
    changed = {path for path in {*online, *project.online} if online.get(path) != project.online.get(path)}
    assert len(changed) == tomorrow.changed > 0
    assert "papendrecht/activiteit/koffie.html" not in changed
    # What is the same is one file on the disk, with its time: browsers and calendars need not fetch it again.
    both = [project.server / "versies" / each / SITE / "papendrecht/agenda.ics" for each in project.releases()[-2:]]
    assert both[0].samefile(both[1])

    project.story.commit({KOFFIE: BAD, "activiteiten/papendrecht/nieuw.md": koffie("Nieuw", times="12.00 - 13.00")})
    aside = project.publish(day=DAY + timedelta(days=1))
    assert aside.state == PUBLISHED
    assert [(row["bestand"], row["in-plaats"]["commit"][:7]) for row in project.report()["terzijde"]] == [
        (PATH, commit)
    ]
    assert ("SUMMARY:Koffie" in titles(project), "SUMMARY:Nieuw" in titles(project)) == (True, True)
    assert [each.kind for each in aside.findings or ()] == ["nieuw"]

    night = project.publish(day=DAY + timedelta(days=2))
    assert (night.state, [row["bestand"] for row in project.report()["terzijde"]]) == (PUBLISHED, [PATH])

    project.story.commit({KOFFIE: koffie("Koffie en thee")})
    mended = project.publish(day=DAY + timedelta(days=2))
    assert (mended.state, project.report()["terzijde"]) == (PUBLISHED, [])
    assert "SUMMARY:Koffie en thee" in titles(project)
    # SEQUENCE only rises: what was published meanwhile is known to calendars.
    assert [each.kind for each in mended.findings or ()] == ["titel"]

    online = project.online
    project.story.commit({"activiteiten/papendrecht/nieuw.md": None})
    loss = project.publish(day=DAY + timedelta(days=2))
    assert (loss.state, project.online) == (LOSS, online)
    assert {each.kind for each in loss.findings or () if each.level == "fout"} == {"verdwenen"}
    # Without the link, subscribers still have what the last release had.
    (project.server / "nu").unlink()
    assert project.publish(day=DAY + timedelta(days=2)).state == LOSS
    allowed = project.publish(day=DAY + timedelta(days=2), allowed=["papendrecht-nieuw"], keep=2)
    assert (allowed.state, len(project.releases())) == (PUBLISHED, 2)
    assert (project.server / "nu" / ".." / "..").resolve() == project.server / "versies"


def test_build_that_fails_replaces_nothing(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    project.publish()
    online = project.online
    # Without a good version in Git nothing can stand in for this file: it is named, and nothing is published.
    (project.story.content / "organisatie.yaml").write_text("naam: Bieb\n", encoding="utf-8")
    project.story.git("checkout", "--quiet", "--orphan", "nieuw")
    project.story.commit()
    assert (project.publish().state, project.online) == (FAILED, online)
    assert "content/organisatie.yaml" in capfd.readouterr().err
    project.settings.write_text(project.settings.read_text(encoding="utf-8") + "THEME = '/nergens'\n", encoding="utf-8")
    failed = project.publish()
    assert (failed.state, project.online, len(project.releases())) == (FAILED, online, 1)
    capfd.readouterr()


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("MEEDOEN_OWN_ADDRESSES = False\nSITEURL = 'http://x'", PREVIEW),
        ("MEEDOEN_OUTPUTS = ['home', 'dag']", INCOMPLETE),
    ],
)
def test_settings_that_are_not_for_online_publish_nothing(project: Project, line: str, state: str) -> None:
    project.settings.write_text(project.settings.read_text(encoding="utf-8") + f"{line}\n", encoding="utf-8")
    result = project.publish()
    assert (result.state, project.releases(), (project.server / "nu").exists()) == (state, [], False)


def test_dry_run_changes_nothing_at_all(project: Project) -> None:
    dry = project.publish(dry=True)
    assert (dry.state, project.server.exists()) == (PUBLISHED, False)


def test_folder_of_somebody_else_is_not_touched(project: Project) -> None:
    (project.server / "nu").mkdir(parents=True)
    (project.server / "nu" / "index.html").write_text("van mij", encoding="utf-8")
    with pytest.raises(NotOurs):
        project.publish()
    assert [each.name for each in (project.server / "nu").iterdir()] == ["index.html"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no kill -9 here")
def test_kill_at_any_moment_leaves_one_whole_release_online(project: Project) -> None:
    """Thirty runs, each with another day to publish, each killed at a random moment; then one that may go on."""
    began = time.monotonic()
    project.publish(keep=3)
    whole = time.monotonic() - began
    release_folder, chance, seen, killed = ReleaseFolder(project.server), random.Random(6), set[str](), 0  # noqa: S311 - moments, no secrets
    for number in range(1, 31):
        pid = os.fork()
        if pid == 0:
            try:
                os.setpgid(0, 0)
                project.publish(day=DAY + timedelta(days=number), keep=3)
            finally:
                os._exit(0)
        with suppress(OSError):  # it did so itself already
            os.setpgid(pid, pid)
        # Half of them late, when the new release is checked, linked, renamed and switched; some when that is done.
        most = 2.5 if number % 10 == 0 else 1.1
        time.sleep(whole * (chance.uniform(0, 1.1) if number % 2 else chance.uniform(0.6, 1) * most))
        # At times only the program dies, and its build goes on for a while: nobody may mix with it.
        (os.killpg if number % 3 else os.kill)(pid, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        current = release_folder.current()
        assert current is not None
        assert damaged(current.folder, SITE) == ()
        seen.add(current.name)
    assert killed >= 10
    last = project.publish(day=DAY + timedelta(days=40), keep=3)
    assert (last.state, len(project.releases())) == (PUBLISHED, min(3, len(seen) + 1))
    assert len(seen) > 1
    assert {each.name for each in project.server.iterdir()} == {"nu", "versies", "rapport.json", ".slot"}


def test_two_runs_at_once_follow_each_other(project: Project) -> None:
    pid = os.fork()
    if pid == 0:
        try:
            project.publish()
        finally:
            os._exit(0)
    second = project.publish(day=DAY + timedelta(days=1))
    os.waitpid(pid, 0)
    assert second.state == PUBLISHED
    assert len(project.releases()) == 2
    assert project.online == digests(
        project.server / "versies" / max(ReleaseFolder(project.server).releases()).name / SITE
    )
