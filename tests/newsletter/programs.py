"""What each mail program does with the marks in a letter, in its own way; and the page as a reader then sees it.

Each reads its documented marks anywhere in the text, also where they should not be: that is what must not happen to a
title. listmonk is not here: it is Go's own engine (`listmonk.go`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

AWAY = "https://mail.example.org/afmelden?lezer=1"
ONLINE = "https://mail.example.org/brief?lezer=1"
SENDER = "Bibliotheek, Groenmarkt 153"
GONE = "◌"
"""What a mark that a program does not know becomes here: most programs leave nothing."""


def _replaced(pattern: str, known: Mapping[str, str]) -> Callable[[str], str]:
    code = re.compile(pattern, re.DOTALL | re.IGNORECASE)
    return lambda text: code.sub(lambda found: known.get(found[0].lower(), GONE), text)


PROGRAMS: Mapping[str, Callable[[str], str]] = {
    "laposta": _replaced(r"\{\{.*?\}\}", {}),
    "mailchimp": _replaced(r"\*\|[^|]*\|\*", {"*|unsub|*": AWAY, "*|archive|*": ONLINE, "*|list:address|*": SENDER}),
    "brevo": _replaced(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", {"{{ unsubscribe }}": AWAY, "{{ mirror }}": ONLINE}),
    "mailpoet": _replaced(
        r"\[(?:link|subscriber|newsletter|date|user|mailpoet|custom):[^\]]*\]",
        {"[link:subscription_unsubscribe_url]": AWAY, "[link:newsletter_view_in_browser_url]": ONLINE},
    ),
    "activecampaign": _replaced(
        r"%/?[A-Z][^%\n]*%", {"%unsubscribelink%": AWAY, "%webcopy%": ONLINE, "%sender-info-singleline%": SENDER}
    ),
    # Smarty: a brace is code unless white space follows it.
    "copernica": _replaced(r"\{(?=[^ \t\r\n])[^}]*\}?", {"{$unsubscribe}": AWAY, "{$webversion}": ONLINE}),
    "generiek": lambda text: text,
}
"""Profile → what the program sends to one reader."""


def the(html: str | bytes, selector: str) -> LexborNode:
    """The first element of this kind."""
    found = LexborHTMLParser(html).css_first(selector)
    assert found is not None, selector
    return found


def titles(html: str) -> list[str]:
    """The titles of the activities as a reader sees them."""
    return [" ".join(each.text().split()) for each in LexborHTMLParser(html).css("h3")]


def links(html: str) -> dict[str, str]:
    """Words of a link → where it leads."""
    found = LexborHTMLParser(html).css("a[href]")
    return {" ".join(each.text().split()): unescape(each.attributes["href"] or "") for each in found}
