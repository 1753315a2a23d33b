"""What looks like something of a person in a text that everybody will read: a number or a mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meedoen.language.problems import Fault
from meedoen.language.wording import quote

RULE = "persoonsgegevens"
MESSAGE = "{gevonden} lijkt op {wat} van een persoon."
HINT = "Gebruik het nummer of mailadres van een organisatie."
# Patterns that a script in a browser reads too: what stands before comes first, what is found is the second group.
ADDRESS = r"\]\([^) \t\u00a0]{0,500}\)|https?://[^ \t\u00a0]{1,500}"
_ANYWHERE = "gmail|googlemail|hotmail|outlook|live|msn|icloud|yahoo|gmx|proton|protonmail|ziggo|kpnmail|xs4all|telfort"
_HERE = "planet|home|hetnet|chello|casema|upcmail|quicknet|caiway|tele2|solcon|zonnet|freeler|zeelandnet|kpnplanet"
_PROVIDERS = rf"(?:(?:{_ANYWHERE})\.[a-z]{{2,3}}|(?:{_HERE})\.nl|(?:me|mac|pm)\.(?:com|me))"
MOBILE = r"(^|[^0-9+])((?:\+31|0031|0)[ \u00a0-]?6(?:[ \u00a0-]?[0-9]){8})(?![0-9])"
PRIVATE_MAIL = rf"(^|[^A-Za-z0-9_.+-])([A-Za-z0-9_.+-]{{1,64}}@{_PROVIDERS})(?![A-Za-z0-9_])"
NINE_DIGITS = r"(^|[^0-9])([0-9]{9})(?![0-9])"
PATTERNS = (
    ("mobiel", MOBILE, "een mobiel nummer"),
    ("mail", PRIVATE_MAIL, "een privé-mailadres"),
    ("bsn", NINE_DIGITS, "een burgerservicenummer"),
)
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE), what) for name, pattern, what in PATTERNS)
_LINK = re.compile(ADDRESS)
_NUMBER = re.compile(r"[0-9](?:[ \u00a0-]?[0-9]){8}")


def private_data(line: str) -> Iterator[Fault]:
    """Takes a line; gives for each kind of private data the first of it in this line, with its place in the line."""
    if "@" not in line and not _NUMBER.search(line):
        return  # nearly every line, in a tenth of the time
    blank = _LINK.sub(lambda link: " " * len(link[0]), line) if "/" in line else line
    for name, pattern, what in _COMPILED:
        for hit in pattern.finditer(line if name == "mail" else blank):
            if name != "bsn" or is_bsn(hit[2]):
                message = MESSAGE.format(gevonden=quote(hit[2]), wat=what)
                yield Fault(RULE, message, HINT, offset=hit.start(2), length=len(hit[2]))
                break


def is_private_mail(address: str) -> bool:
    """Takes a mail address; gives whether a mail address is of a provider where people have their own, and not of an
    organisation.
    """
    return _COMPILED[1][1].search(address) is not None


def is_bsn(digits: str) -> bool:
    """Takes nine digits; gives the 11-test of the Dutch citizen number: 9·a + 8·b + … + 2·h - i is a multiple of 11."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0 and digits != "000000000"
