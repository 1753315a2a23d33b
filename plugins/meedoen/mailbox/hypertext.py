"""The HTML of a mail as lines of text, as somebody sees them. Quick on anything: each sign is looked at once."""

from __future__ import annotations

import html
import re

_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "main", "nav", "ol", "p", "pre", "section",
    "table", "tbody", "tr", "td", "th", "ul",
))  # fmt: skip
_UNSEEN = frozenset({"head", "style", "script", "title", "template", "noscript", "xml"})
_TAG = re.compile(r"(/?)([a-z][a-z0-9:]*)")
_SIGNATURE = re.compile(r"""(?:class|id)\s*=\s*["']?[^"'>]{0,80}signature""")
_OUTLOOK = re.compile(r"""class\s*=\s*["']?(?:x_)?(?:Mso|elementToProof)""", re.IGNORECASE)
_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")  # no such sign; and a very long one is an error in Python
_GAPS = re.compile(r"\n{3,}")
_SPACE = re.compile(r"[ \t\r\n]+")


class _Page:
    """The lines so far. `gap`: a blank line comes before the next text."""

    def __init__(self) -> None:
        self.lines: list[str] = [""]
        self.gap = False
        self.kept = 0  # inside so many <pre>
        self.bullet = ""

    def text(self, raw: str) -> None:
        content = html.unescape(_NUMBER.sub("", raw))
        if self.kept:
            first, *rest = content.split("\n")
            self._add(first)
            for line in rest:
                self.new_line()
                self._add(line)
        else:
            self._add(_SPACE.sub(" ", content))

    def _add(self, content: str) -> None:
        if not self.lines[-1] and not self.kept:
            content = content.lstrip(" ")
        if not content:
            return
        if self.gap and any(self.lines):
            self.lines[-1:] = ["", ""]
        self.gap = False
        self.lines[-1] += self.bullet + content
        self.bullet = ""

    def new_line(self) -> None:
        self.lines.append("")

    def block(self) -> None:
        if self.lines[-1]:
            self.new_line()


def plain(source: str) -> str:
    """Takes a page in HTML; gives its text.

    Paragraphs have a blank line between them, but not those of Outlook, which are lines.
    """
    page, lowered = _Page(), source.lower()
    spot, length = 0, len(source)
    while spot < length:
        opening = source.find("<", spot)
        if opening < 0:
            opening = length
        if opening > spot:
            page.text(source[spot:opening])
        spot = opening
        if spot < length:
            spot = _after_tag(page, source, lowered, spot)
    lines = (line.replace("\u00a0", " ").rstrip() for line in page.lines)
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


def _after_tag(page: _Page, source: str, lowered: str, spot: int) -> int:
    """Reads the tag or comment at this spot; where reading goes on."""
    if source.startswith("<!--", spot):
        end = source.find("-->", spot)
        return end + 3 if end >= 0 else len(source)
    end = source.find(">", spot)
    if end < 0:
        page.text(source[spot:])
        return len(source)
    tag = _TAG.match(lowered, spot + 1)
    if not tag:
        if source[spot + 1] not in "!?/":
            page.text("<")
            return spot + 1
        return end + 1
    if tag[2] in _UNSEEN and not tag[1]:
        close = lowered.find(f"</{tag[2]}", end)
        return close if close >= 0 else len(source)
    _tag(page, tag[2], bool(tag[1]), source[spot : min(end, spot + 600)])
    return end + 1


def _tag(page: _Page, name: str, closing: bool, whole: str) -> None:
    if name == "br":
        page.new_line()
    elif name == "hr":
        page.block()
        page.lines[-1] = "---"
        page.new_line()
    elif name == "li":
        page.block()
        page.bullet = "" if closing else "- "
    elif name in _BLOCKS:
        page.block()
        if name == "pre":
            page.kept = max(0, page.kept + (-1 if closing else 1))
        if name == "p" and not (closing or _OUTLOOK.search(whole)) and any(page.lines):
            page.gap = page.lines[-2:] != ["", ""]
        if not closing and name == "div" and _SIGNATURE.search(whole.lower()):
            page.lines[-1] = "-- "
            page.new_line()
