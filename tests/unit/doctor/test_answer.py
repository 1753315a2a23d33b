from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.unit.doctor.conftest import Served, certify, serving, site_files, speaking

from meedoen.doctor.answer import LARGEST, NoAnswer, NotTrusted, ask, untrusting

PATIENCE = 0.5


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_answer_has_what_the_server_sent_and_follows_nothing() -> None:
    files = {"weg": b"elders", **site_files("x")}
    served = Served(files, {"weg": {"Location": "https://elders.example.org/", "X-Iets": "één"}}, {"weg": 301})
    with serving(served):
        answer = ask(f"{served.address}/weg")
    assert (answer.status, answer.body, answer.headers["location"]) == (301, b"elders", "https://elders.example.org/")


def drip(stream: socket.socket) -> None:
    """Never silent for long, and never done: headers byte by byte."""
    stream.recv(1000)
    stream.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        stream.sendall(b"X")
        time.sleep(0.05)


def drip_body(stream: socket.socket) -> None:
    stream.recv(1000)
    stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        stream.sendall(b"x")
        time.sleep(0.05)


def silent(stream: socket.socket) -> None:
    with suppress(TimeoutError):
        stream.settimeout(5)
        while stream.recv(1000):
            pass


def endless(stream: socket.socket) -> None:
    stream.recv(1000)
    stream.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
    while True:
        stream.sendall(b"x" * 100_000)


def many_headers(stream: socket.socket) -> None:
    stream.recv(1000)
    stream.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 5_000 + b"\r\n")


def says(data: bytes) -> Callable[[socket.socket], None]:
    def talk(stream: socket.socket) -> None:
        stream.recv(1000)
        stream.sendall(data)

    return talk


LATE, ODD = "er kwam niet op tijd antwoord", "het antwoord is niet te begrijpen"


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (drip, LATE),
        (drip_body, LATE),
        (silent, LATE),
        (endless, f"het antwoord is groter dan {LARGEST // 1_000_000} MB"),
        (many_headers, ODD),
        (says(b""), "de verbinding werd verbroken"),
        (says(b"SSH-2.0-OpenSSH_9.2\r\n"), ODD),
        (says(b"HTTP/1.1 abc\r\n\r\n"), ODD),
        (says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), ODD),
        (says(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nkort"), "het antwoord is niet heel"),
    ],
)
def test_odd_answer_takes_no_more_than_its_share(talk: Callable[[socket.socket], None], why: str) -> None:
    with speaking(talk) as address, pytest.raises(NoAnswer) as refused:
        ask(address, patience=PATIENCE)
    assert str(refused.value) == why


def test_who_asks_says_how_long_it_waits() -> None:
    drops: list[bytes] = []

    def talk(stream: socket.socket) -> None:
        stream.recv(1000)
        stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while True:
            stream.sendall(b"x")
            drops.append(b"x")
            time.sleep(0.05)

    with speaking(talk) as address, pytest.raises(NoAnswer, match=LATE):
        ask(address, patience=PATIENCE)
    assert len(drops) <= PATIENCE / 0.05 + 1


def test_handshake_that_never_ends_is_cut_off() -> None:
    with speaking(silent) as address, pytest.raises(NoAnswer, match=LATE):
        ask(address.replace("http:", "https:"), patience=PATIENCE)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:1/", "daar luistert geen webserver"),
        ("http://bestaat-niet.invalid/", "deze naam bestaat niet op internet"),
        (f"http://{'a' * 80}.nl/", "deze naam bestaat niet op internet"),
    ],
)
def test_address_where_nobody_is_says_so(url: str, why: str) -> None:
    with pytest.raises(NoAnswer, match=why):
        ask(url, patience=PATIENCE)


def test_plain_server_where_a_safe_one_should_be() -> None:
    with serving(Served(site_files("x"))) as served, pytest.raises(NoAnswer, match="is dit wel https"):
        ask(served.address.replace("http:", "https:"))


def test_certificate_is_judged_and_its_end_is_known(certificate: tuple[Path, Path]) -> None:
    with serving(Served(site_files("x")), certificate) as served:
        days = ((ask(served.address, trust=trusting(certificate[0])).expires or 0) - time.time()) / 86_400
        assert 89 < days <= 90
        with pytest.raises(NotTrusted, match="het is zelf gemaakt"):
            ask(served.address)
        with pytest.raises(NotTrusted, match="het is van een ander adres"):
            ask(served.address.replace("localhost", "127.0.0.1"), trust=trusting(certificate[0]))
        assert ask(served.address, trust=untrusting()).expires is None


def test_certificate_that_has_expired(tmp_path: Path) -> None:
    old = certify(tmp_path, "localhost", "20250101000000Z", "20250201000000Z")
    with serving(Served(site_files("x")), old) as served, pytest.raises(NotTrusted, match="het is verlopen"):
        ask(served.address, trust=trusting(old[0]))
