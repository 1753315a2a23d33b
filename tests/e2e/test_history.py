"""Sites built from a repository as it grows: what subscribers get, and what is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.repositories import Story, koffie

from meedoen.cli.main import main

pytestmark = pytest.mark.e2e

REPOSITORY = Path(__file__).parents[2]
TOWN = "activiteiten/papendrecht"
WEEKLY = "herhaling: elke dinsdag\ntot: 23 februari 2027\n"
PAST = koffie("Voorbij").replace("1 december 2026", "3 november 2026")


def build(story: Story, output: Path, *, day: str = "2026-11-24", strict: bool = True, **settings: str) -> str:
    """What building this content said on the terminal. Raises CalledProcessError when it was refused."""
    conf = output.with_suffix(".py")
    conf.parent.mkdir(parents=True, exist_ok=True)
    base = "publishconf" if strict else "pelicanconf"
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(REPOSITORY)!r})\nfrom {base} import *\n"
        f"PATH = {str(story.content)!r}\nOUTPUT_PATH = {str(output)!r}\n",
        encoding="utf-8",
    )
    environment = {key: value for key, value in os.environ.items() if key != "MEEDOEN_GESCHIEDENIS"}
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "--settings", str(conf), "--fatal", "errors", "--quiet"],
        env=environment | {"MEEDOEN_DATUM": day} | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr


def stamps(output: Path, name: str) -> tuple[int, str, str, str]:
    """SEQUENCE, CREATED, LAST-MODIFIED and DTSTAMP of the first event in the calendar of an activity in Papendrecht."""
    data = (output / "papendrecht" / "activiteit" / f"{name}.ics").read_bytes()
    (event, *_) = Calendar.from_ical(data).events
    lines = event.to_ical().decode().split("\r\n")
    found = dict(line.split(":", 1) for line in lines if line.startswith(("SEQ", "CREATED", "LAST-M", "DTSTAMP")))
    return int(found["SEQUENCE"]), found["CREATED"], found["LAST-MODIFIED"], found["DTSTAMP"]


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A programme with a course, a talk, a party, a walk and something that is over."""
    told = Story(tmp_path / "verhaal")
    told.commit(dict(told.reference_files()))
    told.commit({
        f"{TOWN}/cursus.md": koffie("Cursus", more=WEEKLY),
        f"{TOWN}/lezing.md": koffie("Lezing"),
        f"{TOWN}/feest.md": koffie("Feest", more="status: afgelast\nreden: De zaal is dicht.\n"),
        f"{TOWN}/wandeling.md": koffie("Wandeling"),
        f"{TOWN}/voorbij.md": PAST,
    })  # fmt: skip
    return told


def test_stamps_come_from_the_commits(story: Story, tmp_path: Path) -> None:
    build(story, tmp_path / "output")
    at = ("20260921T141520Z",) * 3
    assert stamps(tmp_path / "output", "lezing") == (0, *at)
    story.commit({f"{TOWN}/lezing.md": koffie("Lezing en gesprek")})
    build(story, tmp_path / "output")
    assert stamps(tmp_path / "output", "lezing") == (1, at[0], "20260921T141620Z", "20260921T141620Z")
    assert stamps(tmp_path / "output", "wandeling") == (0, *at)


def test_a_week_of_changes_loses_subscribers_nothing(
    story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    build(story, old)
    story.commit({f"{TOWN}/nieuw.md": koffie("Nieuw")})
    cancelled = "wijzigingen:\n  - {datum: 8 december 2026, status: afgelast, reden: Ziek.}\n"
    moved = cancelled + "  - {datum: 15 december 2026, naar: 17 december 2026}\n"
    story.commit({f"{TOWN}/cursus.md": koffie("Cursus", more=WEEKLY + cancelled)})
    story.commit({f"{TOWN}/cursus.md": koffie("Cursus", more=WEEKLY + moved)})
    story.commit({f"{TOWN}/feest.md": koffie("Feest")})
    walk = koffie("Rondje", more="id: papendrecht-wandeling\n")
    story.commit({f"{TOWN}/wandeling.md": None, f"{TOWN}/buiten/rondje.md": walk})
    story.commit({f"{TOWN}/lezing.md": koffie("Lezing").replace("1 december 2026", "di 01-12-2026")})
    story.commit({f"{TOWN}/voorbij.md": None})
    build(story, new, day="2026-11-25")
    assert main(["vergelijk", str(old), str(new), "--datum", "2026-11-25", "--content", str(story.content)]) == 0, (
        capsys.readouterr().out
    )
    assert stamps(new, "lezing") == stamps(old, "lezing")
    assert [stamps(new, name)[0] for name in ("nieuw", "cursus", "feest", "wandeling")] == [0, 2, 1, 1]


def test_two_builds_of_one_commit_are_the_same_with_or_without_memory(story: Story, tmp_path: Path) -> None:
    build(story, tmp_path / "een")
    shutil.rmtree(story.root / ".git" / "meedoen")
    build(story, tmp_path / "twee", TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    files = [sorted(path for path in (tmp_path / name).rglob("*") if path.is_file()) for name in ("een", "twee")]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_part_of_the_history_is_not_published(story: Story, tmp_path: Path) -> None:
    story.git("clone", "--quiet", "--depth", "1", f"file://{story.root}", str(tmp_path / "ondiep"))
    shallow = Story.__new__(Story)
    shallow.content = tmp_path / "ondiep" / "content"
    with pytest.raises(subprocess.CalledProcessError) as refused:
        build(shallow, tmp_path / "output")
    assert (refused.value.returncode, refused.value.stderr.splitlines()) == (1, [
        "Deze map heeft maar een deel van de geschiedenis van Git.",
        "Daarin is niet te zien hoe vaak iets is gewijzigd. Dan missen abonnees een wijziging.",
        "Haal de hele geschiedenis op met: git fetch --unshallow",
        "In een workflow: fetch-depth: 0 (GitHub, Forgejo) of GIT_DEPTH: 0 (GitLab).",
        "Er is niets gepubliceerd. De vorige versie staat er nog.",
    ])  # fmt: skip
    assert not (tmp_path / "output").exists()
    build(shallow, tmp_path / "output", strict=False)
    assert stamps(tmp_path / "output", "lezing") == (0, "20000101T000000Z", "20000101T000000Z", "20000101T000000Z")


def test_archive_without_git_has_fixed_stamps_and_says_so(story: Story, tmp_path: Path) -> None:
    (story.root / ".git").rename(tmp_path / "weg")
    assert build(story, tmp_path / "output").startswith("Deze map heeft geen geschiedenis van Git.\n")
    assert stamps(tmp_path / "output", "lezing") == (0, "20000101T000000Z", "20000101T000000Z", "20000101T000000Z")


def test_not_saved_is_said_in_the_preview(story: Story, tmp_path: Path) -> None:
    story.write({f"{TOWN}/lezing.md": koffie("Lezing en gesprek"), f"{TOWN}/nieuw.md": koffie("Nieuw")})
    said = build(story, tmp_path / "output", strict=False)
    assert said == "2 activiteiten zijn anders dan in Git, en nog niet opgeslagen (git commit).\n"
    pages = {
        name: (tmp_path / "output" / "papendrecht" / "activiteit" / f"{name}.html").read_text(encoding="utf-8")
        for name in ("lezing", "nieuw", "wandeling")
    }
    assert {name for name, text in pages.items() if "Nog niet opgeslagen" in text} == {"lezing", "nieuw"}
    assert stamps(tmp_path / "output", "lezing")[::2] == (1, "20261124T000000Z")


def test_history_can_be_left_out(story: Story, tmp_path: Path) -> None:
    build(story, tmp_path / "output", MEEDOEN_GESCHIEDENIS="nee")
    assert stamps(tmp_path / "output", "lezing")[0] == 0
    with pytest.raises(subprocess.CalledProcessError) as refused:
        build(story, tmp_path / "output", MEEDOEN_GESCHIEDENIS="misschien")
    assert refused.value.stderr == "MEEDOEN_GESCHIEDENIS is “misschien”. Typ: ja of nee\n"


def test_git_that_does_not_answer_stops_publishing(story: Story, tmp_path: Path) -> None:
    (story.root / ".git" / "HEAD").write_text("rommel", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        build(story, tmp_path / "output")
    assert refused.value.stderr.startswith("De geschiedenis is niet te lezen. Git zegt: “fatal: not a git repository")
    build(story, tmp_path / "output", strict=False)
    assert stamps(tmp_path / "output", "lezing")[0] == 0


def test_folder_of_another_user_comes_with_what_to_type(story: Story, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("niet getest: een map van een andere gebruiker (dat kan alleen root maken)")
    for path in (story.root, story.root / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        build(story, tmp_path / "output", HOME=str(tmp_path))
    assert f"Typ: git config --global --add safe.directory {story.root}\n" in refused.value.stderr
