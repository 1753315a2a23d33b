"""The day on which a published site was made: at the foot of its pages, and at the top when that is long ago."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.repositories import Story, koffie

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-24"
SETTINGS = """import sys
sys.path.insert(0, {root!r})
from publishconf import *
PATH = {content!r}
PAGE_PATHS = []
"""
FOOT = "Deze site is bijgewerkt op 24 november 2026."
OLD = (
    "Let op: deze site is voor het laatst bijgewerkt op 24 november 2026. Er kan iets veranderd zijn. "
    "Vraag het na voor je gaat."
)
ACTIVITY = "activiteit/koffie.html"


class _Dated(SimpleHTTPRequestHandler):
    """A server that thinks that it is another day."""

    sent = ""

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.sent if timestamp is None else super().date_time_string(int(timestamp))

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as published, in Dutch and English."""
    root = tmp_path_factory.mktemp("gebouwd")
    story = Story(root)
    others = ("bonaire", "sliedrecht")
    frame = {name: text for name, text in story.reference_files().items() if not any(each in name for each in others)}
    frame["gemeenten/papendrecht.yaml"] += "talen: [en]\n"
    story.commit({**frame, "activiteiten/papendrecht/koffie.md": koffie("Koffie")})
    (root / "conf.py").write_text(SETTINGS.format(root=str(ROOT), content=str(story.content)), encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", str(root / "conf.py"), "-o", str(root / "output"), "-q"]
    environment = {key: value for key, value in os.environ.items() if key != "MEEDOEN_GESCHIEDENIS"}
    environment |= {"PYTHONPATH": str(ROOT / "plugins"), "MEEDOEN_DATUM": DAY}
    subprocess.run([*command, "--fatal", "errors"], env=environment, check=True, capture_output=True)
    return root / "output" / "papendrecht"


@pytest.fixture(scope="module")
def look(browser: Any, output: Path) -> Iterator[Callable[..., tuple[str, str]]]:
    """Opens a page at some moment: what stands at its foot (empty: nothing to see), and the notice at its top."""
    complaints: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Dated, directory=str(output))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()

        def look(path: str, now: str, sent: str = "", *, script: bool = True) -> tuple[str, str]:
            _Dated.sent = sent or "Fri, 01 Jan 2038 00:00:00 GMT"
            context = browser.new_context(java_script_enabled=script, timezone_id="Europe/Amsterdam")
            page = context.new_page()
            page.on("console", lambda each: complaints.append(each.text) if each.type == "error" else None)
            page.on("pageerror", lambda each: complaints.append(str(each)))
            if script:
                page.clock.set_fixed_time(now)
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            foot = page.locator("#gebouwd")
            if script:
                page.wait_for_load_state("networkidle" if path == "index.html" else "load")
                foot.wait_for()
            found = foot.inner_text() if foot.is_visible() else "", page.locator("#inhoud > .wrap > #oud:first-child")
            shown = found[0], found[1].inner_text() if found[1].count() else ""
            context.close()
            return shown

        yield look
        server.shutdown()
        thread.join()
    assert complaints == []


@pytest.mark.parametrize("path", ["index.html", ACTIVITY])
@pytest.mark.parametrize(("now", "notice"), [("2026-11-26T23:59:00+01:00", ""), ("2026-11-27T00:01:00+01:00", OLD)])
def test_day_is_at_the_foot_and_after_two_days_at_the_top(
    look: Callable[..., tuple[str, str]], path: str, now: str, notice: str
) -> None:
    assert look(path, now) == (FOOT, notice)


def test_clock_of_a_telephone_that_runs_ahead_raises_no_alarm(look: Callable[..., tuple[str, str]]) -> None:
    assert look(ACTIVITY, "2027-06-01T12:00:00", "Wed, 25 Nov 2026 08:00:00 GMT") == (FOOT, "")
    assert look(ACTIVITY, "2027-06-01T12:00:00", "Fri, 27 Nov 2026 08:00:00 GMT") == (FOOT, OLD)


def test_page_in_english_says_so_in_english(look: Callable[..., tuple[str, str]]) -> None:
    foot, notice = look(f"en/{ACTIVITY}", "2026-12-01T12:00:00")
    assert foot == "This site was updated on 24 November 2026."
    assert notice.startswith("Please note: this site was last updated on 24 November 2026. ")


def test_without_script_only_the_home_page_says_it(look: Callable[..., tuple[str, str]]) -> None:
    assert look("index.html", "", script=False) == (FOOT, "")
    assert look(ACTIVITY, "", script=False) == ("", "")
