"""What is written for web servers, tried with nginx and Apache: the headers of each kind of file, and no redirects."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from tests.e2e.conftest import Site

from meedoen.outputs.serving import EVERY_FILE, headers_for

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).resolve().parents[2]
FILES = (
    "agenda.ics",
    "nieuw.xml",
    "activiteiten.json",
    "index.html",
    "theme/style.css",
    "theme/icoon.svg",
    "manifest.webmanifest",
    "theme/delen.png",
    "robots.txt",
)
NGINX = """{user}daemon off; worker_processes 1; pid {run}/nginx.pid; error_log stderr;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3;
  uwsgi_temp_path {run}/4; scgi_temp_path {run}/5;
  server {{
    listen 127.0.0.1:{port}; root {www}; index index.html; error_page 404 /404.html;
    include {root}/docs/server/nginx.conf;
  }}
}}
"""
APACHE = """{user}ServerName localhost
Listen 127.0.0.1:{port}
PidFile {run}/apache.pid
ErrorLog /dev/stderr
DocumentRoot {www}
{modules}
DirectoryIndex index.html
TypesConfig /etc/mime.types
<Directory {www}>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "dir", "mime")
FULL = (*MODULES, "filter", "deflate", "headers")


@dataclass(frozen=True)
class Server:
    """A running web server with the site of one municipality."""

    port: int
    www: Path

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer as it comes, redirects not followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body


def program(name: str) -> str:
    """The path of the program. Without it the test is skipped on somebody's own computer, and fails in CI."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        message = f"niet getest: wat er voor webservers geschreven wordt ({name} ontbreekt)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@contextmanager
def running(site: Site, command: Callable[[Path], list[str]], config: str, **values: str) -> Iterator[Server]:
    """Serves a copy of one site that everybody may read: Apache never runs as root."""
    folder = Path(tempfile.mkdtemp(prefix="meedoen-"))
    try:
        folder.chmod(0o755)
        www, run = folder / "www", folder / "run"
        run.mkdir()
        shutil.copytree(site.output / "papendrecht", www)
        # In a preview the site stands in a folder; here it stands at the top.
        rules = (www / ".htaccess").read_text(encoding="utf-8").replace(" /papendrecht/404.html", " /404.html")
        (www / ".htaccess").write_text(rules, encoding="utf-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        file = folder / "server.conf"
        file.write_text(config.format(port=port, run=run, www=www, root=ROOT, **values), encoding="utf-8")
        with subprocess.Popen(command(file), stderr=subprocess.PIPE, text=True) as process:
            try:
                _wait(process, port)
                yield Server(port, www)
            finally:
                process.terminate()
                process.wait(timeout=20)
    finally:
        shutil.rmtree(folder)


def _wait(process: subprocess.Popen[str], port: int) -> None:
    for _ in range(100):
        if process.poll() is not None:
            pytest.fail(f"the server did not start: {process.stderr.read() if process.stderr else ''}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server does not answer")


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def nginx(site: Site) -> Iterator[Server]:
    path = program("nginx")
    user = "user root; " if is_root() else ""
    with running(site, lambda file: [path, "-c", str(file), "-e", "stderr"], NGINX, user=user) as server:
        yield server


@contextmanager
def apache(site: Site, modules: tuple[str, ...] = FULL) -> Iterator[Server]:
    path = program("apache2")
    folder = Path("/usr/lib/apache2/modules")
    lines = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in modules)
    user = "User www-data\nGroup www-data\n" if is_root() else ""
    with running(site, lambda file: [path, "-X", "-f", str(file)], APACHE, modules=lines, user=user) as server:
        yield server


@pytest.fixture(scope="module", params=[nginx, apache], ids=["nginx", "apache"])
def server(request: pytest.FixtureRequest, site: Site) -> Iterator[Server]:
    """Each of the two in turn."""
    with request.param(site) as found:
        yield found


@pytest.mark.parametrize("path", FILES)
def test_file_has_its_headers(server: Server, path: str) -> None:
    answer, body = server.get(f"/{path}")
    assert answer.status == 200
    assert body == (server.www / path).read_bytes()
    expected = dict(headers_for(path))
    assert {name: answer.headers.get_all(name) for name in expected} == {name: [expected[name]] for name in expected}
    assert answer.headers["ETag"]
    assert answer.headers["Last-Modified"]


def test_home_page_has_the_headers_of_a_page(server: Server) -> None:
    answer, body = server.get("/")
    assert body == (server.www / "index.html").read_bytes()
    assert (answer.status, answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (
        200,
        "text/html; charset=utf-8",
        "no-cache",
    )


def test_pages_may_not_be_read_by_other_sites_but_calendars_may(server: Server) -> None:
    found = {path: server.get(f"/{path}")[0].headers["Access-Control-Allow-Origin"] for path in FILES}
    assert found == {path: "*" if path in FILES[:3] else None for path in FILES}


@pytest.mark.parametrize("path", [each for each in FILES if not each.endswith((".txt", ".png"))])
def test_text_is_compressed_for_who_asks(server: Server, path: str) -> None:
    answer, body = server.get(f"/{path}", Accept_Encoding="gzip")
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body) == (server.www / path).read_bytes()
    assert answer.headers["Content-Type"] == dict(headers_for(path))["Content-Type"]


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_calendar_that_did_not_change_is_not_sent_again(server: Server, encoding: str) -> None:
    first, _ = server.get("/agenda.ics", Accept_Encoding=encoding)
    answer, body = server.get("/agenda.ics", Accept_Encoding=encoding, If_None_Match=first.headers["ETag"])
    assert (answer.status, body) == (304, b"")


def test_server_follows_the_link_that_publishing_switches(server: Server) -> None:
    """Without a reload: the link is read for each page."""
    first, second = server.www.with_name("eerste"), server.www.with_name("tweede")
    shutil.copytree(server.www, second)
    (second / "index.html").write_bytes(b"<!doctype html><title>Nieuw</title>")
    server.www.rename(first)
    link = server.www.with_name(".www-nieuw")
    try:
        link.symlink_to("eerste")
        link.rename(server.www)
        assert server.get("/")[1] == (first / "index.html").read_bytes()
        link.symlink_to("tweede")
        link.replace(server.www)
        assert server.get("/")[1] == (second / "index.html").read_bytes()
    finally:
        server.www.unlink(missing_ok=True)
        first.rename(server.www)


def test_address_that_does_not_exist_has_our_page(server: Server) -> None:
    answer, body = server.get("/dag/2026-02-30.html")
    assert (answer.status, body) == (404, (server.www / "404.html").read_bytes())
    assert {name: answer.headers.get_all(name) for name, _ in EVERY_FILE} == {
        name: [value] for name, value in EVERY_FILE
    }


def test_apache_without_its_modules_still_serves_calendars(site: Site) -> None:
    with apache(site, MODULES) as server:
        answer, _ = server.get("/agenda.ics")
    found = answer.headers
    assert (answer.status, found["Content-Type"], found["Cache-Control"]) == (200, "text/calendar; charset=utf-8", None)
