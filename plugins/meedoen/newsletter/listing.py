"""A selection as text to use elsewhere: plain, Markdown, a piece of HTML, CSV. For local papers and councils too."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from meedoen.language.wording import count
from meedoen.newsletter.draft import Entry, Part
from meedoen.notation.markup import Html, trusted

WIDTH = 72
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+.!|~:&-])")
# A spreadsheet takes what begins with one of these for a formula, also behind a space or a line end.
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
COLUMNS = ("titel", "wanneer", "datums", "waar", "voor wie", "prijs", "let op", "samenvatting", "link")
Link = Callable[[Entry], str]
"""The absolute address of the page of an entry."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A title and parts; `link` gives the address of each entry."""

    title: str
    parts: Sequence[Part]
    link: Link


def as_text(listing: Listing) -> str:
    """Takes a list; gives lines of at most 72 characters; an address is never broken."""
    lines = [*_wrapped(listing.title), "=" * min(len(listing.title), WIDTH), ""]
    for part in listing.parts:
        lines += [*_wrapped(part.title), "-" * min(len(part.title), WIDTH), ""]
        for entry in part.entries:
            lines += _wrapped(entry.item.name)
            lines += [line for text in facts(entry) for line in _wrapped(text, "  ")]
            lines += [f"  {listing.link(entry)}", ""]
        if part.more:
            lines += [f"En nog {part.more}.", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def as_markdown(listing: Listing) -> str:
    """Takes a list; gives Markdown that shows every sign of a title as it is."""
    lines = [f"# {escaped(listing.title)}", ""]
    for part in listing.parts:
        lines += [f"## {escaped(part.title)}", ""]
        for entry in part.entries:
            lines += [f"### [{escaped(entry.item.name)}]({listing.link(entry)})", ""]
            lines += ["  \n".join(escaped(text) for text in facts(entry)), ""]
        if part.more:
            lines += [f"En nog {part.more}.", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def as_html(listing: Listing) -> str:
    """Takes a list; gives a piece of HTML to put in a page: headings from h2 on, nothing but text and links."""
    pieces: list[Html] = [trusted("<h2>{}</h2>").format(listing.title)]
    for part in listing.parts:
        pieces.append(trusted("<h3>{}</h3>").format(part.title))
        pieces.append(trusted("<ul>"))
        for entry in part.entries:
            lines = trusted("<br>").join(facts(entry))
            link = trusted('<a href="{}">{}</a>').format(listing.link(entry), entry.item.name)
            pieces.append(trusted("<li>{}<br>{}</li>").format(link, lines))
        pieces.append(trusted("</ul>"))
        if part.more:
            pieces.append(trusted("<p>En nog {}.</p>").format(part.more))
    return "\n".join(pieces) + "\n"


def as_csv(listing: Listing) -> str:
    """Takes a list; gives RFC 4180: commas, CRLF.

    Nothing that a spreadsheet takes for a formula, no ages that it takes for a date.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for part in listing.parts:
        for entry in part.entries:
            item, days = entry.item, " ".join(each.day.isoformat() for each in entry.dates)
            row = (item.name, item.when, days, item.where, spoken_ages(item.audience), item.price, item.note)
            writer.writerow([harmless(each) for each in (*row, item.summary, listing.link(entry))])
    return out.getvalue()


def facts(entry: Entry) -> Iterator[str]:
    """Takes an entry; gives what stands below the title: what is special, when, where, for whom and what it costs, what
    it is.
    """
    item = entry.item
    if item.note:
        yield item.note
    yield f"{item.when[:1].upper()}{item.when[1:]}"
    yield item.where
    rest = " · ".join(each for each in (item.audience, item.price) if each)
    if rest:
        yield f"{rest[:1].upper()}{rest[1:]}"
    if item.summary:
        yield item.summary


def harmless(text: str) -> str:
    """Takes the text of a cell; gives the text as a cell: one that would be a formula has an apostrophe before it, as
    spreadsheets write text.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def spoken_ages(text: str) -> str:
    """Takes a text; gives ages in words: `4-12` and `18+` alone become a date and a number in a spreadsheet."""
    text = re.sub(r"(?<![\w-])(\d{1,2}) ?[-\u2013] ?(\d{1,3})(?: jaar)?(?![\w-])", r"\1 tot \2 jaar", text)
    return re.sub(r"(?<!\w)(\d{1,3})\+(?: jaar)?(?!\w)", r"vanaf \1 jaar", text)


def total(parts: Sequence[Part]) -> str:
    """Takes the parts of a list; gives `12 activiteiten`."""
    return count(sum(len(part.entries) for part in parts), "activiteit", "activiteiten")


def escaped(text: str) -> str:
    """Takes a text; gives the text so that Markdown shows it as it is."""
    return _MARKS.sub(r"\\\1", text)


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
