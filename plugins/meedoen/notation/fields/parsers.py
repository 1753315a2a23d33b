"""One value of a field: from text to what it means, or the fault in it. Dates and times have their own modules."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfoNotFoundError

from meedoen.language.problems import Fault
from meedoen.language.slug import is_name, name_like, slugify
from meedoen.language.suggestion import nearest_word
from meedoen.language.wording import list_of, quote
from meedoen.notation.fields.values import AgeRange, Online, PriceLine
from meedoen.notation.fields.zone import has_rules
from meedoen.notation.schema.status import EventStatus

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+\Z")
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@([A-Za-z0-9.-]+)\Z")
_PHONE = re.compile(r"(?:\+[1-9]|\(?0|1[148])[0-9 ()-]{2,18}\Z")
_MONEY = re.compile(r"(?:€|eur|euro)?\s*([0-9]{1,4})(?:[.,]([0-9]{2}|-{1,2}))?\s*(?:,-)?\s*(?:€|eur|euro)?\Z")
_AGE_SPAN = re.compile(r"([0-9]{1,3})\s*(-|–|tot en met|t/m|tot|en)\s*([0-9]{1,3})(?:\s*jaar)?\Z")  # noqa: RUF001 - an en dash
_AGE_FROM = re.compile(r"(?:vanaf\s*|van\s*)?([0-9]{1,3})\s*(?:\+|-?plus|jaar en ouder|jaar of ouder|en ouder|jaar)?\Z")
_AGE_TO = re.compile(r"(tot en met|t/m|tot)\s*([0-9]{1,3})(?:\s*jaar)?\Z")
LONGEST_URL, LONGEST_MAIL, LONGEST_AGE = 500, 120, 40
OLDEST = 120
_SAME = {
    word: status
    for status, words in {
        EventStatus.CANCELLED: ("vervallen", "geannuleerd", "gecanceld", "cancelled", "canceled", "gaat-niet-door"),
        EventStatus.FULL: ("volgeboekt", "uitverkocht", "vol-geboekt"),
        EventStatus.RESCHEDULED: ("verzet", "verschoven", "moved"),
        EventStatus.POSTPONED: ("postponed",),
        EventStatus.SCHEDULED: ("gaat-door", "bevestigd"),
    }.items()
    for word in words
}
FREE_WORDS = frozenset({"gratis", "geen", "0", "vrij", "gratis toegang", "toegang gratis", "free", "niets"})


def parse_slug(text: str) -> str | Fault:
    """Takes a name of lower-case letters, digits and hyphens; gives it as it is, or the fault."""
    if is_name(text):
        return text
    better = name_like(text)
    hint = f"Schrijf bijvoorbeeld: {better or 'dorp-taalcafe'}"
    return Fault(
        "ongeldig-id",
        f"{quote(text)} kan geen kenmerk zijn. Gebruik kleine letters, cijfers en streepjes.",
        hint,
    )


def parse_yes_no(text: str) -> bool | Fault:
    """Takes `ja` or `nee`, or a word that people use for them; gives which it is, or the fault."""
    word = text.lower()
    if word in {"ja", "j", "yes", "true", "waar", "wel", "x"}:
        return True
    if word in {"nee", "n", "no", "false", "onwaar", "niet"}:
        return False
    return Fault("geen-ja-nee", f"{quote(text)} is geen ja of nee.", "Typ ja, of typ nee.")


def parse_number(text: str) -> int | Fault:
    """Takes a whole number from 0 to 99,999; gives it, or the fault."""
    if text.isascii() and text.isdigit() and len(text) <= 5:
        return int(text)
    return Fault("geen-getal", f"{quote(text)} is geen getal.", "Typ alleen cijfers, bijvoorbeeld: 12")


def parse_choice(text: str, choices: tuple[str, ...]) -> str | Fault:
    """Takes a text and choices; gives the one that it is, whatever its capitals, hyphens or spaces, or the fault.

    `geannuleerd` is as good as `afgelast`.
    """
    slug = slugify(text)
    slug = _SAME.get(slug, slug)
    for choice in choices:
        if slugify(choice) == slug:
            return choice
    near = nearest_word(text, choices)
    meant = f"Bedoelde je: {near}? " if near else ""
    return Fault("geen-keuze", f"{quote(text)} ken ik hier niet.", f"{meant}Kies uit: {list_of(choices, 'of')}.")


def parse_url(text: str) -> str | Fault:
    """Takes an absolute https (or http) address of a public host; gives it, or the fault.

    `www.` gets `https://` before it.
    """
    if text.startswith("www."):
        text = f"https://{text}"
    hint = "Typ het hele adres, bijvoorbeeld: https://www.example.org/pagina"
    if "." in text and ":" not in text and not isinstance(parse_url(f"https://{text}"), Fault):
        hint = f"Typ: https://{text}"
    refused = Fault("geen-link", f"{quote(text)} is geen goede link.", hint)
    if len(text) > LONGEST_URL or any(c in text for c in " \t\n\"'<>\\^`{|}"):
        return refused
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return refused
    if (
        parts.scheme.lower() not in {"https", "http"}
        or "@" in parts.netloc
        or not _public_host(host)
        or port not in {None, 80, 443}
    ):
        return refused
    return text


def _public_host(host: str) -> bool:
    """A host that anybody can look up: no address in numbers, and no letters from another alphabet that look Latin."""
    top = host.rpartition(".")[2]
    return len(host) <= 253 and bool(_HOST.match(host)) and top[0].isalpha() and top != "localhost"


def parse_phone(text: str) -> str | Fault:
    """Takes a telephone number as people write it in the Netherlands; gives it, spaces kept, or the fault."""
    digits = sum(character.isdigit() for character in text)
    if text.isascii() and _PHONE.match(text) and 4 <= digits <= 15:
        return " ".join(text.split())
    return Fault(
        "geen-telefoon",
        f"{quote(text)} is geen telefoonnummer.",
        "Typ het nummer met het netnummer, zoals: 078 123 45 67",
    )


def parse_mail(text: str) -> str | Fault:
    """Takes exactly one mail address; gives it, or the fault."""
    match = _MAIL.match(text)
    if match and len(text) <= LONGEST_MAIL and _public_host(match[1].lower()):
        return text
    return Fault("geen-mail", f"{quote(text)} is geen mailadres.", "Typ het zo: info@example.org")


def parse_money(text: str) -> int | Fault:
    """Takes an amount as `5 euro`, `€ 7,50` or `gratis`; gives it in euro cents, or the fault."""
    plain = " ".join(text.lower().split())
    if plain in FREE_WORDS:
        return 0
    match = _MONEY.match(plain)
    if not match:
        return Fault(
            "prijs-onleesbaar",
            f"De prijs {quote(text)} kan ik niet lezen.",
            "Typ bijvoorbeeld: gratis, 5 euro of € 7,50. Uitleg zet je in de tekst onder de kop.",
        )
    cents = match[2] if match[2] and match[2].isdigit() else "0"
    return int(match[1]) * 100 + int(cents)


def parse_price(text: str) -> tuple[PriceLine, ...] | Fault:
    """Takes an amount; gives it as one price for everybody, or the fault."""
    cents = parse_money(text)
    return cents if isinstance(cents, Fault) else (PriceLine("", cents),)


@lru_cache(maxsize=512)
def parse_age(text: str) -> AgeRange | Fault:
    """Takes an age as people write it; gives its range, or the fault.

    `4 tot 12 jaar` (12 not included), `4-12`, `vanaf 16 jaar`, `16+`, `tot en met 6 jaar`, `alle leeftijden`.
    """
    plain = " ".join(text.lower().split())
    refused = Fault("leeftijd-onleesbaar", f"De leeftijd {quote(text)} kan ik niet lezen.",
                    "Typ bijvoorbeeld: 4 tot 12 jaar, vanaf 16 jaar, of tot en met 6 jaar")  # fmt: skip
    if plain in {"alle leeftijden", "iedereen", "alle"}:
        return AgeRange(None, None)
    if len(plain) > LONGEST_AGE:
        return refused
    if match := _AGE_SPAN.match(plain.removeprefix("van ")):
        low, high = int(match[1]), int(match[3]) - (match[2] == "tot")
        return AgeRange(low, high) if low <= high <= OLDEST else refused
    if match := _AGE_TO.match(plain):
        high = int(match[2]) - (match[1] == "tot")
        return AgeRange(None, high) if 0 <= high <= OLDEST else refused
    if (match := _AGE_FROM.match(plain)) and int(match[1]) <= OLDEST:
        alone = plain.isdigit() or plain.removesuffix("jaar").strip().isdigit()
        return AgeRange(int(match[1]), int(match[1]) if alone else None)
    return refused


def parse_online(text: str) -> Online | Fault:
    """Takes a public link, or `link na aanmelding`; gives how to join from home, or the fault."""
    if slugify(text) in {"link-na-aanmelding", "na-aanmelding", "ja", "link-volgt-na-aanmelding"}:
        return Online("")
    url = parse_url(text)
    if isinstance(url, Fault):
        return Fault(
            "geen-link",
            f"{quote(text)} is geen goede link.",
            "Typ het hele adres (https://…), of: link na aanmelding",
        )
    return Online(url)


def parse_colour(text: str) -> str | Fault:
    """Takes a colour as `#rrggbb`; gives it in lower case, or the fault."""
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        return text.lower()
    return Fault("geen-keuze", f"{quote(text)} is geen kleur.", 'Typ een kleur met aanhalingstekens, zoals: "#00539f"')


def parse_zone(text: str, example: str) -> str | Fault:
    """Takes the IANA name of a time zone that exists and that calendars can tell; gives it, or the fault.

    `example` is what to type instead.
    """
    hint = f"Typ bijvoorbeeld: {example}"
    try:
        known = has_rules(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Fault("geen-keuze", f"{quote(text)} is geen tijdzone.", hint)
    if not known:
        return Fault("geen-keuze", f"De zomertijd van {quote(text)} kennen we hier niet.", hint)
    return text


def parse_line(text: str, longest: int) -> str | Fault:
    """Takes a text; gives it as one line of at most `longest` characters, or the fault.

    Runs of white space become one space.
    """
    line = " ".join(text.split())
    if longest and len(line) > longest:
        message = f"Deze tekst heeft {len(line)} tekens. Er passen er {longest}."
        hint = f"Maak hem korter. Het past tot en met: {quote(_last_words(line[: longest + 1]))}"
        return Fault("te-lang", message, hint, "te lang")
    return line


def _last_words(cut: str) -> str:
    """The last whole words of a text that was cut off, enough to find the spot."""
    return " ".join((cut.rpartition(" ")[0] or cut[:-1]).split()[-4:])
