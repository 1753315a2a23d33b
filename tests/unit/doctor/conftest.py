"""Servers that answer as they are told: by HTTP, or whatever bytes they like."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from meedoen.outputs.serving import headers_for

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


@dataclass
class Served:
    """What a server gives: path → body; `changed` are headers by path that differ from how they should be."""

    files: dict[str, bytes]
    changed: dict[str, dict[str, str | None]] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    lost: int = 404
    knows_tags: bool = True
    address: str = ""


def site_files(address: str, day: str = "2026-11-24", slug: str = "dorp") -> dict[str, bytes]:
    """The files of a site that are looked at."""
    home = f'<!doctype html><link rel="canonical" href="{address}/"><title>Agenda</title>'
    made = f'{{"site": "{slug}", "naam": "Dorp", "dag": "{day}", "tekst": {{}}}}'
    files = {"index.html": home.encode(), "404.html": b"Deze pagina is er niet", "agenda.ics": CALENDAR}
    return files | {"gebouwd.json": made.encode()}


@contextmanager
def serving(served: Served, certificate: tuple[Path, Path] | None = None) -> Iterator[Served]:
    """Serves it, by https with a certificate; fills in the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix("/") or "index.html"
            body = served.files.get(path)
            status = served.status.get(path, 200 if body is not None else served.lost)
            headers: dict[str, str | None] = {**dict(headers_for(path)), "ETag": '"een"'}
            headers |= served.changed.get(path, {})
            if served.knows_tags and headers["ETag"] and self.headers["If-None-Match"] == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                if value is not None:
                    self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(served.files["404.html"] if body is None else body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Who hangs up in the middle is no news."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https" if certificate else "http"
        served.address = f"{scheme}://localhost:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def speaking(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that does what it likes with whoever comes; its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    stream, _ = listening.accept()
                    with suppress(OSError), stream:
                        talk(stream)

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


AUTHORITY = """[ca]
default_ca = own
[own]
dir = {folder}
database = {folder}/index.txt
new_certs_dir = {folder}
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
"""


def certify(folder: Path, name: str, start: str = "", end: str = "") -> tuple[Path, Path]:
    """A certificate for this name, made by itself, and its key; for ninety days, or from `start` to `end`."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("geen openssl op deze computer")
    place, key, asked = (folder / f"{name}.{ending}" for ending in ("pem", "key", "csr"))
    command = [program, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", str(key), "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    if not start:
        subprocess.run([*command, "-x509", "-days", "90", "-out", str(place)], check=True, capture_output=True)
        return place, key
    subprocess.run([*command, "-out", str(asked)], check=True, capture_output=True)
    (folder / "index.txt").write_text("", encoding="ascii")
    (folder / "ca.conf").write_text(AUTHORITY.format(folder=folder), encoding="ascii")
    command = [program, "ca", "-batch", "-selfsign", "-config", str(folder / "ca.conf"), "-keyfile", str(key)]
    command += ["-in", str(asked), "-out", str(place), "-startdate", start, "-enddate", end, "-notext"]
    subprocess.run(command, check=True, capture_output=True)
    return place, key


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """For localhost, for ninety days."""
    return certify(tmp_path_factory.mktemp("certificaat"), "localhost")
