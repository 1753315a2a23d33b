"""Somebody's text so that a program that sends letters shows it, and does not read it as code.

In HTML each character that begins code stands in an element of its own and as a reference: what follows no longer
touches it, also after a program has decoded the references. Plain text has no references; there a space follows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from meedoen.newsletter.export_profile import ExportProfile
from meedoen.notation.markup import Html, trusted

_SHORTCODE = "link|subscriber|newsletter|date|user|mailpoet|custom"
_ANY = rf"\{{(?=[{{%$#])|\*(?=\|)|\|(?=\*)|\[(?=\[|(?i:{_SHORTCODE}):)|\$(?=\{{)|<(?=%)|%(?=[A-Z][A-Z0-9:_-]{{3,}}%)"
_GAP = " "  # not a hard one: Smarty takes that for a letter
_SCHEME = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_NAMED = re.compile(r"(%[A-F][A-F0-9])([A-Z0-9:_-])(?=[A-Z0-9:_-]+%)")


@lru_cache(maxsize=32)
def _code(profile: ExportProfile) -> re.Pattern[str]:
    """The characters that begin code: for some program, and for this one."""
    return re.compile(f"{_ANY}|{profile.reads}" if profile.reads else _ANY)


def shown(text: str, profile: ExportProfile) -> Html:
    """Takes a text and a mail program; gives the text as the content of an element."""
    return guarded(Html.escape(text), profile)


def guarded(escaped: str, profile: ExportProfile) -> Html:
    """Takes text that is HTML already, without elements, and a mail program; gives it guarded in the same way."""
    return trusted(_code(profile).sub(_apart, str(escaped)))


def told(text: str, profile: ExportProfile) -> str:
    """Takes a text and a mail program; gives the text on one line of plain text, in a heading of a mail, or as the
    value of an attribute.
    """
    return parted(" ".join(text.split()), profile)


def parted(text: str, profile: ExportProfile) -> str:
    """Takes plain text of more lines and a mail program; gives it with a space after each sign that begins code."""
    return _code(profile).sub(lambda code: code[0] + _GAP, text)


def address(url: str) -> str:
    """Takes an address; gives an address that means the same and holds no code; empty for one that a letter may not
    have.
    """
    if not _SCHEME.match(url) or any(each.isspace() for each in url):
        return ""
    return re.sub(_ANY, lambda code: f"%{ord(code[0]):02X}", _NAMED.sub(_written_out, url))


def _apart(code: re.Match[str]) -> str:
    return f"<span>&#{ord(code[0])};</span>"


def _written_out(reference: re.Match[str]) -> str:
    """The character after a reference as a reference too: `%D0ABC%` becomes `%D0%41BC%`."""
    return f"{reference[1]}%{ord(reference[2]):02X}"
