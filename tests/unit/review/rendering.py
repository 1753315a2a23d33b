"""What GitHub's own Markdown makes of a text, and what a forge would make a link of in it."""

from __future__ import annotations

import re

from cmarkgfm import cmark
from selectolax.lexbor import LexborHTMLParser

EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist")
# Outside code, forges make links of these in the HTML that Markdown became.
LED = re.compile(
    r"(?<!\w)@\w|(?<!\w)[#!&]\d|\bGH-\d|https?://|www\.|:[\w+-]+:|\b[0-9a-f]{7,40}\b|[~%$]\w", re.IGNORECASE
)


def html(markdown: str) -> LexborHTMLParser:
    """What GitHub's Markdown makes of it, raw HTML included."""
    options = cmark.Options.CMARK_OPT_UNSAFE
    return LexborHTMLParser(cmark.markdown_to_html_with_extensions(markdown, options=options, extensions=EXTENSIONS))


def tags(page: LexborHTMLParser) -> list[str]:
    """The elements of the page, in order."""
    return [each.tag or "" for each in page.css("body *")]


def outside_code(page: LexborHTMLParser) -> str:
    """The text of the page without what stands in code."""
    for each in page.css("code"):
        each.decompose()
    return page.body.text() if page.body else ""
