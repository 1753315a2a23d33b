"""One preview of the real content, served for the whole run."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-24"


@dataclass(frozen=True, slots=True)
class Site:
    """The folder of a build and the address at which it is served."""

    output: Path
    address: str


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The preview as a contributor gets it, built on a fixed day."""
    output = tmp_path_factory.mktemp("site") / "output"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(output)))
    address = f"http://127.0.0.1:{server.server_port}"
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(output), "-q"]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    with server:
        subprocess.run(
            [*command, "-e", f'SITEURL="{address}"'],
            cwd=ROOT,
            env=os.environ | {"MEEDOEN_DATUM": DAY},
            check=True,
            capture_output=True,
        )
        thread.start()
        yield Site(output, address)
        server.shutdown()
        thread.join()
