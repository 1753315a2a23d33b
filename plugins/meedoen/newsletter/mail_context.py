"""A letter as the template of a mail uses it, for one program: what is said, and what is only laid out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

from meedoen.language.wording import capital, count, list_of
from meedoen.newsletter import escaping
from meedoen.newsletter.export_profile import ExportProfile
from meedoen.newsletter.mail_style import MailStyle
from meedoen.notation.markup import Html, trusted
from meedoen.outputs.letter import Item, Letter, Picture

WIDE = 528
"""How many pixels there are for a picture."""
SHORTEST, LONGEST = 30, 160
"""Of the line that a mail program shows behind the subject."""
EMPTY = "Er staat nu niets in de agenda"
_FILLER = trusted("&#847;&zwnj;&nbsp;" * 20)  # or a mail program puts the beginning of the letter behind the line
_HEADING = re.compile(r"<(/?)h[3-6]>")
_TAG = re.compile(r"(<[^<>]*>)")
_HREF = re.compile(r'href="([^"]*)"')
_BLOCKS = {
    "p": "margin:0 0 16px 0;",
    "ul": "margin:0 0 16px 0;padding:0 0 0 24px;", "ol": "margin:0 0 16px 0;padding:0 0 0 24px;",
    "li": "margin:0 0 4px 0;", "blockquote": "margin:0 0 16px 0;padding:0 0 0 16px;", "pre": "margin:0 0 16px 0;",
    "table": "margin:0 0 16px 0;", "td": "padding:0 16px 4px 0;", "th": "padding:0 16px 4px 0;text-align:left;",
}  # fmt: skip
_BOLD = "margin:0 0 4px 0;font-weight:bold;"


def context(letter: Letter, profile: ExportProfile) -> Mapping[str, Any]:
    """Takes a letter and a mail program; gives what `mail.html` is given besides the tools of every template."""
    dress = MailStyle(letter)
    return {
        "letter": letter,
        "profile": profile,
        "worn": dress,
        "c": dress.day,
        "night": dress.night,
        "shown": partial(escaping.shown, profile=profile),
        "told": partial(escaping.told, profile=profile),
        "address": escaping.address,
        "mso": partial(outlook, profile=profile),
        "intro": intro(letter, profile, dress.day["link"]),
        "preheader": preheader(letter),
        "practical": partial(facts, profile=profile),
        "filler": _FILLER,
        "shown_width": shown_width,
        "heard": partial(heard, same=_namesakes(letter)),
        "more": more,
        "unsubscribe": unsubscribe(letter, profile),
        "web": profile.web or escaping.address(letter.url),
        "sender": profile.sender,
        "empty": EMPTY,
    }


def unsubscribe(letter: Letter, profile: ExportProfile) -> str:
    """Takes a letter and a mail program; gives where unsubscribing leads; empty where the program adds one."""
    if profile.adds_unsubscribe:
        return ""
    return profile.unsubscribe or escaping.address(f"{letter.archive_url}#afmelden")


def preheader(letter: Letter) -> str:
    """Takes a letter; gives the line behind the subject: what was written for it, else what stands in the letter."""
    line = " ".join(letter.preheader.split()) or _names(letter)
    # Else the program fills it with the beginning of the letter.
    long_enough = line if len(line) >= SHORTEST else f"{line} Dit staat er in de brief: {letter.title}."
    return cut(long_enough, LONGEST)


def _names(letter: Letter) -> str:
    names = list(dict.fromkeys(each.name for each in letter.items))
    return f"Met {list_of(names)}." if names else f"{EMPTY}. Kijk wat er later te doen is."


def cut(text: str, most: int) -> str:
    """Takes a text and the most characters; gives the text on one line, cut at a word with … where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[: most - 1]}…"


def facts(item: Item, profile: ExportProfile) -> Html:
    """Takes an item and a mail program; gives where, for how much and for whom, on one line."""
    parts = (escaping.shown(capital(each), profile) for each in (item.where, item.price, item.audience) if each)
    return trusted(" &middot; ".join(parts))


def heard(item: Item, same: Mapping[str, Counter[str]]) -> str:
    """Takes an item, and where those of the same name are; gives what is read aloud of a link whose name another
    activity has too: also where, and when if that is not enough.
    """
    where = same.get(item.name)
    if not where:
        return ""
    return f"{item.name}, {item.where}" + (f", {item.when}" if where[item.where] > 1 else "")


def _namesakes(letter: Letter) -> Mapping[str, Counter[str]]:
    """Name → how often it is where, of the names that several activities have."""
    places: dict[str, Counter[str]] = {}
    for each in letter.items:
        places.setdefault(each.name, Counter())[each.where] += 1
    return {name: where for name, where in places.items() if where.total() > 1}


def shown_width(picture: Picture) -> int:
    """Takes a picture; gives how wide the picture is shown.

    Its height is left open: where pictures are blocked, their text takes one line.
    """
    return min(picture.width, WIDE)


def more(number: int, title: str) -> str:
    """Takes how many did not fit, and the title of their section; gives the link to what did not fit."""
    return f"Nog {count(number, 'activiteit', 'activiteiten')}: {title}"


def outlook(html: str, profile: ExportProfile) -> Html:
    """Takes HTML and a mail program; gives a comment that only Outlook for Windows reads."""
    comment = f"<!--[if mso]>{html}<![endif]-->"
    return trusted(f"{{{{ Safe `{comment}` }}}}" if profile.drops_comments else comment)


def intro(letter: Letter, profile: ExportProfile, link: str) -> Html:
    """Takes a letter, a mail program and the colour of links; gives the employee's own words: the same text, with what
    a mail program needs in each element.

    Headings become bold lines, since those of the letter come after it. Expects HTML that `markup.render` made.
    """
    parts = (
        _element(piece, link) if number % 2 else escaping.guarded(piece, profile)
        for number, piece in enumerate(_TAG.split(str(letter.intro)))
    )
    return trusted("".join(parts))


def on_site(letter: Letter) -> Mapping[str, Any]:
    """Takes a letter; gives what the page of the letter on the site is given: the same texts, there without marks and
    as they are.
    """
    headed = trusted(_HEADING.sub(r"<\1h2>", str(letter.intro)))
    return {
        "letter": letter,
        "intro": headed,
        "heard": partial(heard, same=_namesakes(letter)),
        "more": more,
        "empty": EMPTY,
        "in_full": in_full,
    }


def in_full(text: str) -> str:
    """Takes a text; gives the words of a letter without its one abbreviation, for pages of the site."""
    return text.replace(" t/m ", " tot en met ")


def _element(tag: str, link: str) -> str:
    name = tag.strip("</>").split(" ")[0]
    if name in ("h3", "h4", "h5", "h6"):
        return "</p>" if tag.startswith("</") else f'<p style="{_BOLD}">'
    if tag.startswith("</"):
        return tag
    if name == "a":
        href = _HREF.search(tag)
        leads_to = escaping.address(href[1]) if href else ""
        return f'<a href="{leads_to}" class="l" style="color:{link};text-decoration:underline;">' if leads_to else "<a>"
    if name == "th":
        return f'<th scope="col" style="{_BLOCKS[name]}">'
    if name == "ol":
        return f'{tag[:-1]} style="{_BLOCKS[name]}">'
    return f'<{name} style="{_BLOCKS[name]}">' if name in _BLOCKS else tag
