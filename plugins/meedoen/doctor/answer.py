"""One question to a web server, with bounds: an answer that is slow, endless or odd takes no more than its share."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event, Timer
from urllib.parse import SplitResult, urlsplit

LARGEST = 6_000_000
PATIENCE = 15.0
"""Seconds for a whole answer, from the first packet on."""
_LATE = "er kwam niet op tijd antwoord"


class NoAnswer(Exception):
    """Nothing came that can be used; the message says why, in Dutch."""


class NotTrusted(NoAnswer):
    """The certificate is not to be trusted."""


class Unreadable(HTTPException):
    """An answer that cannot be used; says why in Dutch."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers by their name in lower case, and the body. Redirects are not followed."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    expires: float | None = field(default=None, compare=False)
    """When the certificate ends, in seconds since 1970; None without one, or when it was not looked at."""


def ask(
    url: str,
    headers: Mapping[str, str] | None = None,
    *,
    trust: ssl.SSLContext | None = None,
    patience: float = PATIENCE,
    port: int | None = None,
) -> Answer:
    """Takes an address and headers; gives the answer to GET.

    `trust` says which certificates are good; `patience` is in seconds, for the whole answer; `port` is another than the
    address has. Raises NoAnswer or NotTrusted.
    """
    parts = urlsplit(url)
    number = port or parts.port or (443 if parts.scheme == "https" else 80)
    try:
        raw = socket.create_connection((parts.hostname or "", number), timeout=patience)
    except (OSError, UnicodeError) as error:
        raise NoAnswer(_why(error)) from error
    context = (trust or ssl.create_default_context()) if parts.scheme == "https" else None
    name = parts.hostname or ""
    stream = context.wrap_socket(raw, server_hostname=name, do_handshake_on_connect=False) if context else raw
    late = Event()
    timer = Timer(patience, _hang_up, (stream, late))
    timer.daemon = True
    timer.start()
    try:
        if isinstance(stream, ssl.SSLSocket):
            stream.do_handshake()
        response = _talk(stream, parts, headers or {}, number)
    except ssl.SSLCertVerificationError as error:
        raise NotTrusted(_distrust(error)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(_LATE if late.is_set() else _why(error)) from error
    finally:
        timer.cancel()
        stream.close()
    if late.is_set():  # to http.client a line that was cut off is the last one
        raise NoAnswer(_LATE)
    return response


def untrusting() -> ssl.SSLContext:
    """Gives a context that takes any certificate: to see what else there is to see after a bad certificate."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _talk(stream: socket.socket, parts: SplitResult, headers: Mapping[str, str], port: int) -> Answer:
    expires = None  # looked at before the answer is read to its end: then the stream is closed
    if isinstance(stream, ssl.SSLSocket) and (certificate := stream.getpeercert()):
        expires = float(ssl.cert_time_to_seconds(str(certificate["notAfter"])))
    connection = HTTPConnection(parts.hostname or "", port)
    connection.sock = stream
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    host = parts.netloc.rpartition("@")[2]
    own_headers = {"Host": host, "User-Agent": "meedoen dokter", "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", path, headers=own_headers | dict(headers))
    with closing(connection.getresponse()) as response:
        received = {name.lower(): value for name, value in reversed(response.getheaders())}
        return Answer(response.status, received, _body(response), expires)


def _body(response: HTTPResponse) -> bytes:
    pieces, size = list[bytes](), 0
    while piece := response.read1(65_536):
        size += len(piece)
        if size > LARGEST:
            raise Unreadable(f"het antwoord is groter dan {LARGEST // 1_000_000} MB")
        pieces.append(piece)
    if response.length:
        raise Unreadable("het antwoord is niet heel")
    return b"".join(pieces)


def _hang_up(stream: socket.socket, late: Event) -> None:
    """Ends a talk that takes too long: whoever waits for a byte waits no more."""
    late.set()
    try:
        socket.socket.shutdown(stream, socket.SHUT_RDWR)
    except OSError:
        return


def _why(error: Exception) -> str:
    """In Dutch: no English text of a library reaches the reader."""
    if isinstance(error, socket.gaierror | UnicodeError):
        return "deze naam bestaat niet op internet"
    if isinstance(error, ConnectionRefusedError):
        return "daar luistert geen webserver"
    if isinstance(error, TimeoutError):
        return _LATE
    if isinstance(error, ConnectionError):
        return "de verbinding werd verbroken"
    if isinstance(error, ssl.SSLError):
        return "een veilige verbinding lukt niet: is dit wel https?"
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, HTTPException | ValueError):
        return "het antwoord is niet te begrijpen"
    return "de verbinding werd verbroken"


def _distrust(error: ssl.SSLCertVerificationError) -> str:
    reasons = {
        10: "het is verlopen",
        9: "het geldt nog niet",
        18: "het is zelf gemaakt",
        19: "het is zelf gemaakt",
        20: "er ontbreekt een tussencertificaat, of de uitgever is onbekend",
        21: "er ontbreekt een tussencertificaat, of de uitgever is onbekend",
        62: "het is van een ander adres",
        64: "het is van een ander adres",
    }
    return reasons.get(error.verify_code, "een browser vertrouwt het niet")
