"""A published address as browsers and calendar programs meet it: is it safe, ours, fresh, and served well."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from urllib.parse import urlsplit

from meedoen.doctor.age import judge_age, read_made
from meedoen.doctor.answer import PATIENCE, Answer, NoAnswer, NotTrusted, ask, untrusting
from meedoen.doctor.diagnosis import Diagnosis, bad, good, look
from meedoen.language.wording import count, list_of, quote
from meedoen.outputs.build_info import BUILT
from meedoen.outputs.serving import headers_for

_SOON, _CLOSE = 21, 7  # days before a certificate ends: most are renewed thirty days before
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]{1,500})">')
_SERVER = "Neem docs/server/nginx.conf over, of zet bij Apache .htaccess mee over (AllowOverride FileInfo)."
_VHOST = "Kijk bij de webserver welke map bij welk adres hoort (server_name en root)."
_NOWHERE = "dit-adres-bestaat-niet.html"


class Address:
    """An address and how to ask for something there. `trust` and `plain_port` are for who has a server of his own."""

    def __init__(
        self, url: str, *, trust: ssl.SSLContext | None = None, plain_port: int = 80, patience: float = PATIENCE
    ) -> None:
        self.patience = patience
        self.base = url.rstrip("/")
        self.parts = urlsplit(self.base)
        self.trust = trust
        self.plain_port = plain_port

    @property
    def is_safe(self) -> bool:
        """Whether it begins with https."""
        return self.parts.scheme == "https"

    def get(self, path: str, **headers: str) -> Answer:
        """Takes a path within the address, and headers with `_` for `-`; gives the answer. Raises NoAnswer."""
        with_hyphens = {name.replace("_", "-"): value for name, value in headers.items()}
        return ask(f"{self.base}/{path}", with_hyphens, trust=self.trust, patience=self.patience)


def examine_address(address: Address, now: datetime) -> Iterator[Diagnosis]:
    """Takes a published site and the moment of now, with a time zone; gives what was seen there."""
    try:
        home = address.get("")
        if address.is_safe:
            yield _certificate(home, now)
    except NotTrusted as reason:
        how = "Vernieuw het certificaat, en kijk of dat voortaan vanzelf gaat (certbot, of de knop bij je hoster)."
        yield bad("certificaat", f"Browsers weigeren het: {reason}.", advice=how)
        address.trust = untrusting()
    except NoAnswer as reason:
        yield _silent(reason)
        return
    examinations = (_redirect_to_https, _home, _identity, _calendar, _cache, _missing, _private)
    for examine in examinations:
        try:
            yield from examine(address, now.date())
        except NoAnswer as reason:
            yield _silent(reason)
            return


def _silent(reason: NoAnswer) -> Diagnosis:
    how = "Klopt het adres? Staat de webserver aan, en wijst de naam (DNS) ernaar?"
    return bad("verbinding", f"Er komt geen antwoord: {reason}.", advice=how)


def _certificate(home: Answer, now: datetime) -> Diagnosis:
    days = int(((home.expires or 0) - now.timestamp()) // 86_400)
    message = f"Geldig, nog {count(days, 'dag', 'dagen')}."
    how = "Kijk waarom het niet vanzelf vernieuwt (certbot renew, of je hoster)."
    if days < _CLOSE:
        return bad("certificaat", message, advice=how)
    return look("certificaat", message, advice=how) if days < _SOON else good("certificaat", message)


def _redirect_to_https(address: Address, _today: date) -> Iterator[Diagnosis]:
    """Who types the address without https must come out at the safe one."""
    part = "van http naar https"
    if not address.is_safe:
        how = "Vraag een gratis certificaat aan (Let's Encrypt), en stuur http door naar https."
        yield bad(part, "Dit adres is niet beveiligd: het begint met http.", advice=how)
        return
    name = address.parts.hostname or ""
    how = "Stuur http met een 301 door naar hetzelfde adres met https."
    try:
        response = ask(f"http://{name}{address.parts.path or '/'}", port=address.plain_port, patience=address.patience)
    except NoAnswer as reason:
        yield look(part, f"Op http komt geen antwoord: {reason}.", advice=how)
        return
    target = urlsplit(response.headers.get("location", ""))
    if response.status in (301, 308) and target.scheme == "https" and target.hostname == name:
        yield good(part, "Wie http typt, komt op https.")
    elif response.status in (302, 303, 307) and target.scheme == "https" and target.hostname == name:
        yield look(part, f"Wie http typt, komt op https, maar met {response.status}: voor even.", advice=how)
    else:
        yield bad(part, f"Wie http typt, komt niet op https (antwoord {response.status}).", advice=how)


def _home(address: Address, _today: date) -> Iterator[Diagnosis]:
    response = address.get("")
    if response.status != 200:
        location = response.headers.get("location", "")
        target = f", en stuurt door naar {quote(location)}" if location else ""
        yield bad("voorpagina", f"Het antwoord is {response.status}{target}.", advice=_VHOST)
        return
    yield _headers("headers van pagina's", "index.html", response)


def _headers(part: str, path: str, response: Answer) -> Diagnosis:
    """Whether a file comes with the headers that it should have: see `outputs/serving.py`."""
    expected = headers_for(path)
    wrong = [name for name, value in expected if _plain(response.headers.get(name.lower(), "")) != _plain(value)]
    if not wrong:
        return good(part, f"Alle {len(expected)} headers kloppen.")
    received = response.headers.get(wrong[0].lower())
    shown = f"{wrong[0]} is {quote(received)}" if received else f"{wrong[0]} is er niet"
    return bad(part, f"{shown}. Er klopt iets niet bij: {list_of(wrong)}.", advice=_SERVER)


def _plain(value: str) -> str:
    return re.sub(r"\s*([;,])\s*", r"\1", value.strip().lower()).replace('"', "")


def _identity(address: Address, today: date) -> Iterator[Diagnosis]:
    """Whether the site that answers is the one of this address, and of these days."""
    match = _CANONICAL.search(address.get("").body)
    own = unescape(match[1].decode("utf-8", "replace")).rstrip("/") if match else ""
    if not own:
        yield bad("de goede site", "Hier antwoordt iets anders dan een site van meedoen.", advice=_VHOST)
        return
    if own.partition("://")[2].lower() != address.base.partition("://")[2].lower():
        how = f"{_VHOST} Of verander “website” in content/gemeenten."
        yield bad("de goede site", f"Hier staat de site van {quote(own)}.", advice=how)
    else:
        yield good("de goede site", f"Dit is de site van {quote(own)}.")
    response = address.get(BUILT)
    made = read_made(response.body) if response.status == 200 else None
    if made is None:
        yield bad(
            "leeftijd",
            f"Het bestand {BUILT} is er niet, of is niet te lezen.",
            advice="Zet alle bestanden over, en opnieuw.",
        )
        return
    yield judge_age(made, today)


def _calendar(address: Address, _today: date) -> Iterator[Diagnosis]:
    response = address.get("agenda.ics")
    if response.status in range(300, 400):
        message = f"agenda.ics stuurt door (antwoord {response.status}). Veel agenda-programma's volgen dat niet."
        yield bad("agenda", message, advice="Laat een adres dat op .ics eindigt nooit doorsturen.")
    elif response.status != 200:
        how = "Zet alle bestanden over. Zit er een wachtwoord of een controle voor? Haal die weg bij *.ics."
        yield bad("agenda", f"agenda.ics geeft antwoord {response.status}.", advice=how)
    elif not response.body.startswith(b"BEGIN:VCALENDAR\r\n") or not response.body.endswith(b"END:VCALENDAR\r\n"):
        how = "Zet het bestand over zoals het is. Zit er een controle voor (ben je een mens)? Zet die uit bij *.ics."
        yield bad("agenda", "Wat agenda.ics geeft, is geen hele agenda.", advice=how)
    else:
        yield _headers("agenda", "agenda.ics", response)


def _cache(address: Address, _today: date) -> Iterator[Diagnosis]:
    """Calendar programs come back each hour: what did not change must not be sent again."""
    first = address.get("agenda.ics").headers
    tag, changed = first.get("etag"), first.get("last-modified")
    if not tag and not changed:
        how = "Zet ETag of Last-Modified aan op de webserver."
        yield look("niet steeds opnieuw", "De webserver zegt niet of een agenda veranderd is.", advice=how)
        return
    again = address.get("agenda.ics", **({"If_None_Match": tag} if tag else {"If_Modified_Since": changed or ""}))
    if again.status == 304:
        yield good("niet steeds opnieuw", "Een agenda die niet veranderd is, wordt niet opnieuw verstuurd.")
    else:
        message = f"Een agenda die niet veranderd is, wordt toch opnieuw verstuurd (antwoord {again.status})."
        yield look(
            "niet steeds opnieuw",
            message,
            advice="Bij Apache helpt de .htaccess die erbij zit; bij een CDN: zet dat aan.",
        )


def _missing(address: Address, _today: date) -> Iterator[Diagnosis]:
    response = address.get(_NOWHERE)
    ours = address.get("404.html").body
    how = "Zet bij nginx: error_page 404 /404.html; en bij Apache de .htaccess die erbij zit."
    if response.status != 404:
        yield bad(
            "pagina die er niet is",
            f"Een adres dat niet bestaat geeft antwoord {response.status}, geen 404.",
            advice=how,
        )
    elif response.body != ours:
        yield look("pagina die er niet is", "Wie verdwaalt, ziet een kale melding en niet onze pagina.", advice=how)
    else:
        yield good("pagina die er niet is", "Wie verdwaalt, ziet onze pagina.")


def _private(address: Address, _today: date) -> Iterator[Diagnosis]:
    """What must never be seen from outside: the repository, and the report beside a release."""
    visible = [path for path in (".git/HEAD", "rapport.json", "../rapport.json") if address.get(path).status == 200]
    if visible:
        message = f"Van buiten is te zien: {list_of([quote(each) for each in visible])}."
        yield bad(
            "wat niemand hoort te zien", message, advice="Laat de webserver alleen de map met de site tonen (nu/…)."
        )
    else:
        yield good("wat niemand hoort te zien", "Alleen de site is te zien.")
