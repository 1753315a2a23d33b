from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from meedoen.cli.serve import Handler, Preview
from meedoen.outputs.serving import headers_for

LETTER = "dorp/nieuwsbrief/dorp-2026-w49"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where a preview of a few files is served."""
    for name in ("agenda.ics", "nieuw.xml", "activiteiten.json", "index.html"):
        (tmp_path / name).write_text("<head></head>", encoding="utf-8")
    for name in ("listmonk", "kopieer"):
        (tmp_path / LETTER).mkdir(parents=True, exist_ok=True)
        (tmp_path / LETTER / f"{name}.html").write_text("<head></head>", encoding="utf-8")
    preview = Preview(tmp_path / "conf.py", tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, preview=preview)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["agenda.ics", "nieuw.xml", "activiteiten.json", "index.html"])
def test_preview_sends_what_is_published_but_nothing_is_kept(port: int, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/{path}?x=1")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    expected = dict(headers_for(path)) | {"Cache-Control": "no-store"}
    assert {name: answer.headers.get_all(name) for name in expected} == {name: [expected[name]] for name in expected}


def test_nonsense_is_answered(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET /een twee drie\r\n\r\n")
        with connection.makefile("rb") as answer:
            assert b"Error code: 400" in answer.read()


@pytest.mark.parametrize(("name", "reloads"), [("listmonk", False), ("kopieer", True)])
def test_letter_is_given_to_copy_as_it_is_and_a_page_with_what_reloads_it(port: int, name: str, reloads: bool) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/{LETTER}/{name}.html")
    body = connection.getresponse().read()
    connection.close()
    assert (b"herlaad.js" in body, body == b"<head></head>") == (reloads, not reloads)
