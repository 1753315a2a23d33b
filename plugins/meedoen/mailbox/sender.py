"""Who sent a mail: known only while it is read, to find it back in a file. Nothing of it is ever written or shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meedoen.language.slug import slugify
from meedoen.programme.network import Network
from meedoen.programme.private_data import is_private_mail

_ADDRESS = re.compile(r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_NAMED = re.compile(r"\s*[\"']?([^<\"'@\[\]()]{3,80}?)[\"']?\s*(?:<|\[|$)")
_FROM_LINE = re.compile(r"[>\s*]*(?:van|from|afzender)\*?\s*:\*?\s*(.{3,200})", re.IGNORECASE)
_WROTE = re.compile(
    r"[>\s]*(?:op|on) .{5,80}?(?:schreef|wrote|heeft)\s(.{3,120}?)(?:\s(?:het volgende )?geschreven)?:?\s*",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+31|0031|0)[ ()./-]{0,3}[1-9](?:[ ()./-]{0,3}[0-9]){7,9}(?![0-9])")
_LONGEST_LINE = 400
# What stands before the @ in an address that is of no person.
_OFFICES = frozenset(
    {
        "info",
        "contact",
        "agenda",
        "post",
        "mail",
        "welkom",
        "secretariaat",
        "bestuur",
        "administratie",
        "balie",
        "receptie",
    }
    | {
        "aanmelden",
        "aanmelding",
        "activiteiten",
        "communicatie",
        "redactie",
        "reserveren",
        "programma",
        "vrijwilligers",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Mail addresses in lower case, names as slugs, and telephone numbers as ten digits."""

    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()

    def joined(self, other: Sender) -> Sender:
        """Takes another sender; gives both as one."""
        return Sender(
            addresses=self.addresses | other.addresses,
            names=self.names | other.names,
            phones=self.phones | other.phones,
        )


@dataclass(frozen=True, slots=True)
class SenderMention:
    """A spot in a file where the sender is found: which line, and what it is (never who)."""

    line: int
    what: str
    question: str


def sender_of(headers: Iterable[str]) -> Sender:
    """Takes headers as `Naam <adres>`; gives who they name."""
    addresses: set[str] = set()
    names: set[str] = set()
    for header in headers:
        addresses |= {each.lower() for each in _ADDRESS.findall(header[:2000])}
        names |= _names(header[:2000])
    return Sender(addresses=frozenset(addresses), names=frozenset(names))


def sender_in(lines: Iterable[str], signature: Iterable[str] = ()) -> Sender:
    """Takes what a mail program writes above a forwarded or answered text, and a signature; gives who is named."""
    sender = Sender()
    for line in lines:
        match = _FROM_LINE.fullmatch(line[:_LONGEST_LINE]) or _WROTE.fullmatch(line[:_LONGEST_LINE])
        if match:
            sender = sender.joined(sender_of([match[1]]))
    for line in signature:
        text = line[:_LONGEST_LINE]
        phones = frozenset(_digits(each) for each in _PHONE.findall(text))
        addresses = frozenset(each.lower() for each in _ADDRESS.findall(text))
        sender = sender.joined(Sender(addresses=addresses, names=frozenset(), phones=phones))
    return sender


def sender_mentions(text: str, sender: Sender, network: Network) -> Iterator[SenderMention]:
    """Takes the text of a file and its sender; gives where it has the sender's own address, number or name.

    Not what is public already.
    """
    public = {slugify(network.organisation.name), slugify(network.organisation.short_name)}
    for listed in (network.partners, network.municipalities, network.places):
        public |= {slugify(each.name) for each in listed.values()}
    names = {name for name in sender.names - public if "-" in name}
    own = {network.organisation.mail.lower()} if network.organisation.mail else set()
    for number, line in enumerate(text.split("\n"), 1):
        addresses = {each.lower() for each in _ADDRESS.findall(line)} & (sender.addresses - own)
        if any(is_private_mail(each) or each.partition("@")[0] not in _OFFICES for each in addresses):
            yield SenderMention(number, "het mailadres van wie dit stuurde", "je mailadres")
        if {_digits(each) for each in _PHONE.findall(line)} & sender.phones:
            yield SenderMention(number, "het telefoonnummer van wie dit stuurde", "je telefoonnummer")
        words = f"-{slugify(line[:80])}-" if len(line) <= 80 else _long_slug(line)
        if any(f"-{name}-" in words for name in names):
            yield SenderMention(number, "de naam van wie dit stuurde", "je naam")


def _long_slug(line: str) -> str:
    """A slug of a whole line: `slugify` stops after eighty signs."""
    return "-" + "-".join(filter(None, (slugify(word[:80]) for word in line.split()))) + "-"


def _names(header: str) -> set[str]:
    names = set()
    for part in header.split(","):
        match = _NAMED.match(part)
        if match and any(letter.isalpha() for letter in match[1]):
            names.add(slugify(match[1]))
    if "," in header and (match := re.match(r"\s*\"?([^<\",]{2,40}),\s*([^<\",]{2,40})\"?\s*<", header)):
        names.add(slugify(f"{match[2]} {match[1]}"))  # “Jansen, Jan”
    return {name for name in names if len(name) > 4}


def _digits(phone: str) -> str:
    digits = re.sub(r"[^0-9]", "", phone)
    for country in ("0031", "31"):
        if digits.startswith(country):
            return f"0{digits[len(country) :].lstrip('0')}"
    return digits
