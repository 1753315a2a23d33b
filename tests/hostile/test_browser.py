"""Everything that strangers may send, in a real browser with all scripts on and no policy to stop what gets through."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.e2e.conftest import _Quiet
from tests.hostile.conftest import Built
from tests.hostile.corpus import CORPUS
from tests.hostile.item import Harmless

pytestmark = pytest.mark.e2e
_TITLES = [each.name for each in CORPUS if each.name.startswith("titel-") and isinstance(each.outcome, Harmless)]
LISTS = ("index.html", "problemen.html", "dorp/index.html", "dorp/zoeken.html?q=script", "dorp/week/2026-w49.html",
         "dorp/kies.html", "dorp/abonneren.html", "zoeken.html?q=alert", "dorp/kernfunctie/ontmoeting-en-debat.html",
         "dorp/kernfunctie/ontmoeting-en-debat.html?doelgroep=18-plus&prijs=gratis")  # fmt: skip
FORMS = (
    *(f"dorp/aanmelden.html?nog-een-keer={name}" for name in _TITLES[:12]),
    *(f"dorp/aanmelden.html?wijzig={name}" for name in _TITLES[:6]),
    *(f"dorp/wijzigen.html?activiteit={name}" for name in _TITLES[:5]),
)
DETAILS = tuple(f"dorp/activiteit/{each.path.rpartition('/')[2].rpartition('.')[0]}.html" for each in CORPUS
                if each.name.startswith(("titel-", "tekst-", "agenda-")) and isinstance(each.outcome, Harmless))  # fmt: skip


@pytest.fixture(scope="module")
def address(hostile: Built) -> Iterator[str]:
    """Where the output of the hostile world is served."""
    (hostile.world.output / "proef.html").write_text(
        "<!doctype html><title>x</title><script>alert(1)</script><img src=http://127.0.0.1:9/x>", encoding="utf-8"
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(hostile.world.output))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
    (hostile.world.output / "proef.html").unlink()


def _seen(opened: Any, address: str, paths: tuple[str, ...]) -> set[str]:
    """What happened on these pages that should not: a dialog, a request elsewhere, a script that broke."""
    found: set[str] = set()
    here = urlsplit(address).netloc
    with opened.new_context(bypass_csp=True, locale="nl-NL") as context:
        page = context.new_page()

        def dialog(shown: Any) -> None:
            found.add(f"{page.url}: dialog")
            shown.dismiss()

        def request(asked: Any) -> None:
            if urlsplit(asked.url).netloc != here:
                found.add(f"{page.url}: {asked.url}")

        page.on("dialog", dialog)
        page.on("request", request)
        page.on("pageerror", lambda error: found.add(f"{page.url}: {error}"))
        for path in paths:
            page.goto(f"{address}/{path}")
            if "?" in path:
                page.wait_for_timeout(120)  # its script asks for another file
    return found


def test_the_look_sees_what_would_get_through(browser: Any, address: str) -> None:
    found = _seen(browser, address, ("proef.html",))
    assert found == {f"{address}/proef.html: dialog", f"{address}/proef.html: http://127.0.0.1:9/x"}


@pytest.mark.parametrize("paths", [LISTS, FORMS, DETAILS], ids=["lists", "forms", "details"])
def test_nothing_of_others_runs(paths: tuple[str, ...], browser: Any, address: str, hostile: Built) -> None:
    there = [path for path in paths if Path(hostile.world.output, path.partition("?")[0]).is_file()]
    assert there == list(paths)
    assert _seen(browser, address, paths) == set()
