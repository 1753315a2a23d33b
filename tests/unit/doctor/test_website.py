from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.unit.doctor.conftest import CALENDAR, Served, serving, site_files, speaking

from meedoen.doctor.diagnosis import BAD, GOOD, LOOK
from meedoen.doctor.website import Address, examine_address

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SAFE, HOME, OURS, AGE = "van http naar https", "headers van pagina's", "de goede site", "leeftijd"
CALENDARS, AGAIN, LOST, PRIVATE = "agenda", "niet steeds opnieuw", "pagina die er niet is", "wat niemand hoort te zien"
FINE = {SAFE: BAD, HOME: GOOD, OURS: GOOD, AGE: GOOD, CALENDARS: GOOD, AGAIN: GOOD, LOST: GOOD, PRIVATE: GOOD}
"""Of a site that is all right, but for https."""


@pytest.fixture
def served() -> Iterator[Served]:
    """A site without https."""
    with serving(Served({})) as found:
        found.files |= site_files(found.address)
        yield found


def states(served: Served, **more: Any) -> dict[str, str]:
    """What was looked at → how it is."""
    return {each.part: each.state for each in examine_address(Address(served.address, **more), NOW)}


def message(served: Served, part: str) -> str:
    return next(each.message for each in examine_address(Address(served.address), NOW) if each.part == part)


def test_site_without_https_is_fine_but_for_that(served: Served) -> None:
    assert states(served) == FINE


@pytest.mark.parametrize(
    ("path", "header", "value", "part"),
    [
        ("agenda.ics", "Content-Type", "text/plain", CALENDARS),
        ("agenda.ics", "Content-Type", "text/calendar", CALENDARS),
        ("agenda.ics", "Cache-Control", None, CALENDARS),
        ("index.html", "Content-Security-Policy", None, HOME),
        ("index.html", "X-Content-Type-Options", "iets", HOME),
    ],
)
def test_header_that_is_missing_or_other_is_named(
    served: Served, path: str, header: str, value: str | None, part: str
) -> None:
    served.changed[path] = {header: value}
    assert states(served) == FINE | {part: BAD}
    assert header in message(served, part)


def test_type_may_be_written_in_other_ways(served: Served) -> None:
    served.changed["agenda.ics"] = {"Content-Type": 'Text/Calendar;charset="UTF-8"'}
    assert states(served) == FINE


def test_site_of_another_municipality_is_named(served: Served) -> None:
    served.files |= site_files("https://stad.agenda.example.org", slug="stad")
    assert states(served) == FINE | {OURS: BAD}
    assert message(served, OURS) == "Hier staat de site van “https://stad.agenda.example.org”."


def test_something_else_that_answers_is_said(served: Served) -> None:
    served.files["index.html"] = b"<h1>Welcome to nginx!</h1>"
    assert message(served, OURS) == "Hier antwoordt iets anders dan een site van meedoen."
    assert AGE not in states(served)


@pytest.mark.parametrize(("days", "state"), [(-1, GOOD), (0, GOOD), (2, GOOD), (3, BAD), (-3, BAD)])
def test_age_of_the_build(served: Served, days: int, state: str) -> None:
    served.files |= site_files(served.address, (NOW - timedelta(days=days)).date().isoformat())
    assert states(served)[AGE] == state


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000, b'{"dag": "ooit", "site": 1, "naam": 2}', b"\xff"])
def test_file_with_the_day_that_is_odd(served: Served, data: bytes) -> None:
    served.files["gebouwd.json"] = data
    assert states(served)[AGE] == BAD


def test_calendar_that_redirects_or_is_no_calendar(served: Served) -> None:
    served.status["agenda.ics"] = 302
    assert "stuurt door (antwoord 302)" in message(served, CALENDARS)
    served.status["agenda.ics"] = 401
    assert message(served, CALENDARS) == "agenda.ics geeft antwoord 401."
    del served.status["agenda.ics"]
    for data in (b"<html>Ben je een mens?", CALENDAR[:-5], b""):
        served.files["agenda.ics"] = data
        assert message(served, CALENDARS) == "Wat agenda.ics geeft, is geen hele agenda."


def test_calendar_that_is_sent_again_each_time(served: Served) -> None:
    served.knows_tags = False
    assert states(served) == FINE | {AGAIN: LOOK}
    served.changed["agenda.ics"] = {"ETag": None}
    assert message(served, AGAIN) == "De webserver zegt niet of een agenda veranderd is."


def test_address_that_does_not_exist(served: Served) -> None:
    served.lost = 200
    assert states(served)[LOST] == BAD
    served.lost = 404
    served.files["404.html"] = b"onze pagina"
    served.files["dit-adres-bestaat-niet.html"], served.status["dit-adres-bestaat-niet.html"] = b"Not Found", 404
    assert states(served) == FINE | {LOST: LOOK}


def test_repository_that_can_be_seen_from_outside(served: Served) -> None:
    served.files[".git/HEAD"] = b"ref: refs/heads/main\n"
    assert message(served, PRIVATE) == "Van buiten is te zien: “.git/HEAD”."


def test_home_page_that_is_elsewhere(served: Served) -> None:
    served.status["index.html"], served.changed["index.html"] = 301, {"Location": "https://evil.example.org/\u00e9"}
    assert message(served, "voorpagina") == "Het antwoord is 301, en stuurt door naar “https://evil.example.org/é”."


def test_nobody_there_is_said_once() -> None:
    found = list(examine_address(Address("http://127.0.0.1:1"), NOW))
    assert [(each.part, each.state, each.message) for each in found] == [
        ("verbinding", BAD, "Er komt geen antwoord: daar luistert geen webserver.")
    ]


def test_server_that_stops_halfway_ends_the_looking() -> None:
    asked: list[bytes] = []

    def once(stream: socket.socket) -> None:
        asked.append(stream.recv(1000))
        time.sleep(1)

    with speaking(once) as url:
        found = list(examine_address(Address(url, patience=0.3), NOW))
    assert ([each.part for each in found], len(asked)) == (["verbinding"], 1)


@pytest.mark.parametrize(
    ("status", "to", "state"),
    [
        (301, "https://localhost/", GOOD),
        (308, "https://localhost/", GOOD),
        (302, "https://localhost/", LOOK),
        (301, "http://localhost/", BAD),
        (301, "https://elders.example.org/", BAD),
        (200, "", BAD),
    ],
)
def test_way_from_http_to_https(certificate: tuple[Path, Path], status: int, to: str, state: str) -> None:
    trust = ssl.create_default_context(cafile=str(certificate[0]))
    door = Served(
        {"index.html": b"", "404.html": b""}, {"index.html": {"Location": to or None}}, {"index.html": status}
    )
    with serving(Served({}), certificate) as safe, serving(door):
        safe.files |= site_files(safe.address)
        found = states(safe, trust=trust, plain_port=int(door.address.rpartition(":")[2]))
    del found["certificaat"]  # its days are those of the real clock
    assert found == FINE | {SAFE: state}


@pytest.mark.parametrize(("left", "state"), [(90, GOOD), (22, GOOD), (15, LOOK), (5, BAD), (-1, BAD)])
def test_certificate_and_the_days_that_it_has_left(certificate: tuple[Path, Path], left: int, state: str) -> None:
    trust = ssl.create_default_context(cafile=str(certificate[0]))
    with serving(Served({}), certificate) as safe:
        safe.files |= site_files(safe.address)
        now = datetime.now(UTC) + timedelta(days=90 - left, minutes=-5)
        first = next(iter(examine_address(Address(safe.address, trust=trust, plain_port=1), now)))
    assert (first.part, first.state) == ("certificaat", state)


def test_certificate_that_nobody_trusts_is_said_and_the_rest_is_still_looked_at(certificate: tuple[Path, Path]) -> None:
    with serving(Served({}), certificate) as safe:
        safe.files |= site_files(safe.address)
        found = {each.part: each for each in examine_address(Address(safe.address, plain_port=1), NOW)}
    assert found["certificaat"].message == "Browsers weigeren het: het is zelf gemaakt."
    assert {part: each.state for part, each in found.items()} == {"certificaat": BAD} | FINE | {SAFE: LOOK}


NGINX = """{user}daemon off; worker_processes 1; pid {run}/nginx.pid; error_log stderr;
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3;
  uwsgi_temp_path {run}/4; scgi_temp_path {run}/5;
  server {{ listen 127.0.0.1:{plain}; return 301 https://localhost:{port}$request_uri; }}
  server {{
    listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};
    root {www}; index index.html; error_page 404 /404.html;
    include {root}/docs/server/nginx.conf;
  }}
}}
"""


@contextmanager
def nginx(folder: Path, certificate: tuple[Path, Path]) -> Iterator[tuple[int, int]]:
    """nginx as the handbook has it, with a site in `www`: the ports of https and of http."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip("geen nginx op deze computer")
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        port, plain = one.getsockname()[1], two.getsockname()[1]
    text = NGINX.format(
        user="user root; " if os.geteuid() == 0 else "",
        run=folder,
        www=folder / "www",
        root=ROOT,
        port=port,
        plain=plain,
        certificate=certificate[0],
        key=certificate[1],
    )
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = [program, "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        try:
            yield port, plain
        finally:
            process.terminate()


@pytest.mark.e2e
def test_nginx_as_in_the_handbook_has_nothing_to_mend(tmp_path: Path, certificate: tuple[Path, Path]) -> None:
    (tmp_path / "www").mkdir()
    with nginx(tmp_path, certificate) as (port, plain):
        address = f"https://localhost:{port}"
        for path, data in site_files(address).items():
            (tmp_path / "www" / path).write_bytes(data)
        trust = ssl.create_default_context(cafile=str(certificate[0]))
        found = list(examine_address(Address(address, trust=trust, plain_port=plain), NOW))
    assert {each.part: (each.state, each.message) for each in found if each.state != GOOD} == {}
    assert [each.part for each in found] == ["certificaat", SAFE, HOME, OURS, AGE, CALENDARS, AGAIN, LOST, PRIVATE]
