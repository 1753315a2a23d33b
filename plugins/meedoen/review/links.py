"""Hints about the links of an activity: many, shortened, odd, or not what their words say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from meedoen.language.problems import Problem
from meedoen.language.wording import count, quote
from meedoen.notation.markup import links
from meedoen.programme.activity import Activity
from meedoen.review.hint import Hint, place_of, with_new_text
from meedoen.review.proposal import Proposal

MOST_LINKS = 8
# Who gives out short addresses to anybody; behind them may be anything.
SHORTENERS = frozenset({
    "bit.ly", "bitly.com", "buff.ly", "cutt.ly", "dlvr.it", "goo.gl", "is.gd", "j.mp", "lnkd.in", "ow.ly", "qrco.de",
    "rb.gy", "rebrand.ly", "s.id", "short.io", "shorturl.at", "shorturl.asia", "soo.gd", "t.co", "t.ly", "t2m.io",
    "tiny.cc", "tinyurl.com", "tr.im", "trib.al", "urlz.fr", "v.gd", "x.gd",
})  # fmt: skip
_LOOKS_LIKE_ADDRESS = re.compile(
    r"(?:https?://)?((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_SURELY_ADDRESS = re.compile(r"https?://|www\.|[^/]+\.(?:nl|com|org|net|eu|be|info)(?:/|\Z)", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9.]+|0x[0-9a-f]+|\[.*")


def many_links(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each text with more links than an activity needs."""
    for activity in with_new_text(proposal):
        in_text = links(activity.body)
        if len(in_text) > MOST_LINKS:
            yield Hint(Problem(
                place_of(proposal, activity.path, in_text[MOST_LINKS][1], "titel"), "veel-links",
                f"In de tekst staan {count(len(in_text), 'link', 'links')}. Meer dan {MOST_LINKS} is veel.",
                "Kijk waar ze heen gaan. Vraag om alleen de links die bezoekers nodig hebben."))  # fmt: skip


def strange_links(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for a link to an address with letters of another alphabet, or of numbers alone."""
    for activity in with_new_text(proposal):
        for address, host in _hosts(activity):
            if "xn--" in host or "%" in host or not host.isascii() or _NUMBERS.fullmatch(host):
                yield Hint(Problem(
                    place_of(proposal, activity.path, _words(address), "aanmelden", "online", "titel"), "vreemde-link",
                    f"De link {quote(address)} heeft een vreemd adres.",
                    "Open de link niet zomaar. Vraag om het gewone adres."))  # fmt: skip
                break


def short_links(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for a link that hides where it leads."""
    for activity in with_new_text(proposal):
        for address, host in _hosts(activity):
            if host in SHORTENERS:
                yield Hint(Problem(
                    place_of(proposal, activity.path, _words(address), "aanmelden", "online", "titel"), "korte-link",
                    f"De link {quote(address)} is een verkorte link: je ziet niet waar die heen gaat.",
                    "Vraag om het hele adres van de pagina."))  # fmt: skip
                break


def false_links(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for a link whose words are an address that is not its own."""
    for activity in with_new_text(proposal):
        for address, words in links(activity.body):
            if is_false(address, words):
                yield Hint(Problem(
                    place_of(proposal, activity.path, words.partition("\n")[0], "titel"), "link-anders",
                    f"De link zegt {quote(words)}, maar gaat naar {quote(address)}.",
                    "Vertrouw dit niet. Vraag wat de bedoeling is."))  # fmt: skip
                break


def is_false(address: str, words: str) -> bool:
    """Takes the address and the words of a link; gives whether the words are another address.

    That is one of another host, another mail address or another telephone number.
    """
    shown = words.strip()
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        named = [each.removeprefix("mailto:").strip("<>()") for each in shown.split() if "@" in each]
        return any(each.casefold() != rest.casefold() for each in named)
    if scheme.lower() == "tel":
        digits = "".join(filter(str.isdigit, shown))
        return len(digits) > 5 and _last_digits(shown) != _last_digits(rest)
    real = _bare(_host(address))
    hosts = [_bare(match[1]) for match in _addresses_in(shown)]
    return any(each != real and not real.endswith(f".{each}") and not each.endswith(f".{real}") for each in hosts)


def _addresses_in(words: str) -> Iterator[re.Match[str]]:
    """What can only be an address: a word alone that looks like one, or one among others that nobody takes for else."""
    several = words.split()
    for word in several:
        match = _LOOKS_LIKE_ADDRESS.fullmatch(word.strip("<>()[],;:!?\"'"))
        if match and (len(several) == 1 or _SURELY_ADDRESS.match(match[0])):
            yield match


def _hosts(activity: Activity) -> Iterator[tuple[str, str]]:
    """Every address of the web in the text and the fields of an activity, with its host."""
    yield from ((address, _bare(_host(address))) for address, _ in links(activity.body) if address.startswith("http"))
    joining = [activity.registration, activity.online, *(each.online for each in activity.changes)]
    yield from ((each.url, _bare(_host(each.url))) for each in joining if each is not None and each.url)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return "["


def _bare(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


def _last_digits(text: str) -> str:
    """The digits that make two ways to write a number one: `078 123 45 67` and `+31781234567`."""
    return "".join(filter(str.isdigit, text))[-9:]


def _words(address: str) -> str:
    """What of an address most likely stands in the file as it is: markup escapes the rest."""
    return re.split(r"[?&%#]", address)[0].removeprefix("https://").removeprefix("http://").rstrip("/")
