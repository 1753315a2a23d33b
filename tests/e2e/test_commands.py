"""What people type: pelican with its settings, and `meedoen bekijk` while they write."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "examples" / "basis" / "content"
SETTINGS = """from pelicanconf import *
PATH = {content!r}
OUTPUT_PATH = {output!r}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the base content and settings for it."""
    shutil.copytree(BASE, tmp_path / "content")
    (tmp_path / "content" / "paginas").mkdir(exist_ok=True)
    settings = SETTINGS.format(content=str(tmp_path / "content"), output=str(tmp_path / "output"))
    (tmp_path / "conf.py").write_text(settings, encoding="utf-8")
    return tmp_path


def run(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One build by Pelican, as people start it."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "conf.py", "-q"],
        cwd=project,
        env=env(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


def env(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'plugins'}", "MEEDOEN_DATUM": "2026-11-24"} | more


def page(project: Path, text: str) -> None:
    (project / "content" / "paginas" / "over.md").write_text(text, encoding="utf-8")


def test_reader_that_has_seen_enough_is_no_error() -> None:
    """A long list into `head` ends without a traceback."""
    command = [
        "bash",
        "-o",
        "pipefail",
        "-c",
        f"{sys.executable} -m meedoen lijst papendrecht --formaat csv | head -c 10",
    ]
    known = os.environ | {"PYTHONPATH": "plugins"}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, check=False, encoding="utf-8")
    assert (len(done.stdout), done.stderr, done.returncode) == (10, "", 0)


def test_page_of_the_maintainers_is_on_every_site_and_nowhere_else(project: Path) -> None:
    page(project, "Title: Over ons\nSlug: over\nSave_as: elders.html\n\nHallo.\n")
    assert run(project).returncode == 0
    found = {path.relative_to(project / "output").as_posix() for path in (project / "output").rglob("over.html")}
    assert found == {"over.html", "dorp/over.html", "stad/over.html"}
    assert list((project / "output").rglob("elders.html")) == []


@pytest.mark.parametrize("slug", ["a/b", "index", "../x"])
def test_page_with_a_slug_that_cannot_be_stops_the_build_with_a_sentence(project: Path, slug: str) -> None:
    page(project, f"Title: Over ons\nSlug: {slug}\n\nHallo.\n")
    done = run(project)
    assert done.returncode == 1
    assert "De pagina over.md kan niet" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "output" / "index.html").exists()


def test_linked_page_of_the_maintainers_stops_the_build(project: Path) -> None:
    secret = project / "geheim.md"
    secret.write_text("Title: Geheim\nSlug: geheim\n\nNiet voor jou.\n", encoding="utf-8")
    (project / "content" / "paginas" / "link.md").symlink_to(secret)
    done = run(project)
    assert (done.returncode, "link.md is een snelkoppeling" in done.stderr) == (1, True)


def test_day_that_cannot_be_read_is_said_in_a_sentence(project: Path) -> None:
    done = run(project, MEEDOEN_DATUM="4-2-2027")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("MEEDOEN_DATUM is “4-2-2027”. Typ een datum zo: 2026-12-01")


def test_window_of_lists_is_a_setting(project: Path) -> None:
    activity = project / "content" / "activiteiten" / "dorp" / "vroeger.md"
    lines = [
        "---",
        "titel: Vroeger",
        "datum: 10 november 2026",
        "tijd: 10.00 - 11.00",
        "locatie: bibliotheek-dorp",
        "---",
    ]
    activity.write_text("\n".join([*lines, "Tekst.", ""]), encoding="utf-8")
    day = project / "output" / "dorp" / "dag" / "2026-11-10.html"
    assert (run(project).returncode, day.exists()) == (0, True)
    assert (run(project, MEEDOEN_DAGEN_TERUG="7").returncode, day.exists()) == (0, False)


def test_number_that_cannot_be_read_is_said_in_a_sentence(project: Path) -> None:
    done = run(project, MEEDOEN_DAGEN_TERUG="lang")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("MEEDOEN_DAGEN_TERUG is “lang”. Typ een getal, zoals: 60")


def test_site_is_shown_and_made_again_when_a_file_is_saved(project: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "meedoen",
        "bekijk",
        "--instellingen",
        "conf.py",
        "--uit",
        "output",
        "--poort",
        "0",
    ]
    # A job in the background of a shell is deaf to Ctrl+C, and so is all that it starts, unless told otherwise.
    hears = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, cwd=project, env=env(), stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, hears)
    with process:
        assert process.stdout is not None
        try:
            said = next(line for line in process.stdout if line.startswith("Open "))
            address = said.split()[1]
            assert b'<script src="/herlaad.js" defer></script></head>' in read(f"{address}/dorp/")
            assert read(f"{address}/dorp/agenda.ics").startswith(b"BEGIN:VCALENDAR")
            before = read(f"{address}/herlaad.txt")
            activity = project / "content" / "activiteiten" / "dorp" / "koffie.md"
            changed = activity.read_text(encoding="utf-8").replace("titel: ", "titel: Nieuwe ")
            for _ in range(20):  # saved again, since the watcher starts after the address is shown
                activity.write_text(changed, encoding="utf-8")
                time.sleep(1)
                if read(f"{address}/herlaad.txt") != before:
                    break
            assert b"Nieuwe" in read(f"{address}/dorp/activiteit/koffie.html")
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()


def read(address: str) -> bytes:
    with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server on this machine
        body: bytes = answer.read()
    return body
