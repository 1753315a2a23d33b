"""Markdown of strangers to safe HTML and to plain text; the only place that says "this HTML is safe".

GitHub's own dialect (cmarkgfm), then the sanitiser (nh3): what a pull request's preview shows is what the site shows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import nh3
from cmarkgfm import cmark
from markupsafe import Markup

_TAGS = frozenset(
    [
        "p",
        "br",
        "strong",
        "em",
        "del",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "code",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
_SCHEMES = {"https", "http", "mailto", "tel"}
_OPTIONS = cmark.Options.CMARK_OPT_GITHUB_PRE_LANG
_EXTENSIONS = ("table", "strikethrough", "autolink")
# No name in front of the host (it reads as one), no more mail headers than the address.
_ADDRESS = re.compile(r"https?://[^/?#@]+(?:[/?#]|\Z)|mailto:[^?]*\Z|tel:")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_EMPTY = re.compile(r"<p>\s*</p>\n?")
_TAG = re.compile(r"(<[^<>]*>)")
_START = re.compile(r'start="([0-9]{1,9})"')
_HREF = re.compile(r'href="([^"]*)"')
_SPACES = re.compile(r"(?<=[^\n ])[ \t]{2,}")
_EDGES = re.compile(r" +\n")
_BLOCKS = ("</p>", "</h3>", "</h4>", "</h5>", "</h6>", "</blockquote>", "</table>", "</pre>", "<hr>")
_BREAKS = dict.fromkeys(_BLOCKS, "\n\n")
_BREAKS |= {"<br>": "\n", "</tr>": "\n", "</td>": " ", "</th>": " "}
_FLAT = _BREAKS | {"<ul>": "\n\n", "</ul>": "\n\n", "<li>": "\n- "}
_LINK = re.compile(r'<a href="([^"]*)"[^<>]*>(.*?)</a>')
_ANY_LINK = re.compile(_LINK.pattern, re.DOTALL)  # words of a link may go on over lines
_AFTER = re.compile(r"\n +")
DEEPEST_QUOTE = 50
LARGEST_HTML = 400_000  # a table of 3,300 columns gives 5 MB for 20 kB of text

Html = Markup
NOTHING = Markup()

_cleaner = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    url_schemes=_SCHEMES,
    link_rel="nofollow ugc noopener",
    attribute_filter=lambda tag, name, value: value if name != "href" or _absolute(value) else None,
    strip_comments=True,
)


def render(markdown: str) -> Markup:
    """Takes Markdown of a stranger; gives safe HTML of a submitted text.

    Headings start at h3, links are absolute, images and raw HTML are dropped.

    Linear in the length of the text; nesting beyond 50 levels of `>` is cut, since cmark is quadratic there. A text
    that grows out of all proportion is shown as it was typed.
    """
    if ">" * 10 in markdown.replace(" ", ""):
        markdown = "\n".join(_shallow(line) for line in markdown.split("\n"))
    html = cmark.markdown_to_html_with_extensions(markdown, options=_OPTIONS, extensions=_EXTENSIONS)
    if len(html) > LARGEST_HTML:
        return safe_text(markdown)
    html = _HEADING.sub(lambda heading: f"<{heading[1]}h{min(int(heading[2]) + 2, 6)}>", html)
    return Markup(_EMPTY.sub("", _cleaner.clean(html)).strip())


@lru_cache(maxsize=4096)
def plain(html: Html) -> str:
    """Takes HTML that `render` made; gives the same text without markup, for calendars and mail: lists with dashes or
    numbers, addresses of links.
    """
    text = _replaced(html) if _is_flat(html) else _walked(html)
    return _tidied(unescape(text))


def _tidied(text: str) -> str:
    """Single spaces, none at the end of a line, at most one blank line. Patterns only where there is work for them."""
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    if " \n" in text:
        text = _EDGES.sub("\n", text)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip()


def _is_flat(html: Html) -> bool:
    """Whether there are no numbers, no code and no lists in lists: then every tag means the same everywhere."""
    if "<ol" in html or "<pre" in html:
        return False
    opened = 0
    for part in html.split("<ul>")[:-1]:
        opened += part.count("<li>") - part.count("</li>")
        if opened:
            return False
    return True


def _replaced(html: Html) -> str:
    """A flat text, tag by tag: five times as fast as walking through it."""
    text = str(html).replace("\n", " ")
    if "<a " in text:
        text = _LINK.sub(_link, text)
    for tag, mark in _FLAT.items():
        text = text.replace(tag, mark)
    return _AFTER.sub("\n", _TAG.sub("", text))


def _link(match: re.Match[str]) -> str:
    return match[2] + _address(match[1], _TAG.sub("", match[2]))


def _address(address: str, words: str) -> str:
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    return f" ({shown})" if shown and shown not in (words, f"http://{words}") else ""


def _walked(html: Html) -> str:
    parts: list[str] = []
    lists: list[int] = []
    address, words_from, as_typed = "", 0, False
    for index, piece in enumerate(_TAG.split(html)):
        if index % 2 == 0:
            if as_typed:
                parts.append(piece)
            elif piece:
                line = piece.replace("\n", " ")
                line = line.lstrip(" ") if not parts or parts[-1][-1] in "\n " else line
                if line:
                    parts.append(line)
        elif piece.startswith("<a "):
            href = _HREF.search(piece)
            address, words_from = (href[1] if href else ""), len(parts)
        elif piece == "</a>":
            parts.append(_address(address, "".join(parts[words_from:])))
            address = ""
        else:
            as_typed = piece == "<pre>" or (as_typed and piece != "</pre>")
            mark = _BREAKS.get(piece) or _list_mark(piece, lists)
            if mark:
                parts.append(mark)
        if parts and not parts[-1]:
            parts.pop()
    return "".join(parts)


def _list_mark(tag: str, lists: list[int]) -> str:
    """What a list or its item begins or ends with; `lists` has the next number of each open list, 0 for dashes."""
    if tag == "<ul>" or tag.startswith("<ol"):
        start = _START.search(tag)
        lists.append(0 if tag == "<ul>" else int(start[1]) if start else 1)
        return "\n\n" if len(lists) == 1 else ""
    if tag in ("</ul>", "</ol>") and lists:
        lists.pop()
        return "" if lists else "\n\n"
    if tag != "<li>" or not lists:
        return ""
    number, indent = lists[-1], "  " * (len(lists) - 1)
    lists[-1] += bool(number)
    return f"\n{indent}{number}. " if number else f"\n{indent}- "


def links(html: Html) -> tuple[tuple[str, str], ...]:
    """Takes HTML that `render` made; gives the address and the words of every link, in order."""
    return tuple((unescape(link[1]), unescape(_TAG.sub("", link[2]))) for link in _ANY_LINK.finditer(str(html)))


def safe_text(text: str) -> Markup:
    """Takes plain text; gives plain text as HTML, everything escaped; blank lines part paragraphs."""
    parts = (part.strip() for part in text.split("\n\n"))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts if part)


def trusted(html: str) -> Markup:
    """Takes HTML that this project made itself; gives HTML that this project made itself (a rendered template, a
    maintainer's page), marked as safe.
    """
    return Markup(html)


def _absolute(url: str) -> bool:
    return _ADDRESS.match(url) is not None


def _shallow(line: str) -> str:
    marks = re.match(r"[\s>]*", line)
    lead = marks[0] if marks else ""
    return line if lead.count(">") <= DEEPEST_QUOTE else "> " * DEEPEST_QUOTE + line[len(lead) :]
