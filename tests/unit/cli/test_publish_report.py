"""What is told of a run when strangers choose the words: nothing in it is obeyed by a log, by Markdown or by HTML."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import Any

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from meedoen.cli.publish_report import markdown, text
from meedoen.publishing.build_report import BuildReport
from meedoen.release.publish_run import PUBLISHED, PublishResult

NASTY = (
    "[klik](https://evil.example.org)",
    "![x](https://evil.example.org/p.png)",
    "<img src=x onerror=alert(1)>",
    "`code` **dik** ~~weg~~",
    "# Kop",
    "- lijst",
    "| a | b |\n| - | - |",
    "https://evil.example.org",
    "www.evil.example.org",
    "a@evil.example.org",
    "::error::x",
    "##[error]x",
    "\n\n::stop-commands::x",
    "&lt;script&gt; &#60;",
    "$$x$$ :smile:",
    "@iedereen #1",
    "\u202e omgekeerd",
    "a\x1b[31mb\r\x07",
    "\\[a\\](b)",
    "<!-- weg -->",
)


def result(path: str, words: str) -> PublishResult:
    row: dict[str, Any] = {
        "bestand": path,
        "problemen": [{"regel": 3, "code": "datum", "melding": words, "oplossing": words}],
        "in-plaats": None,
    }
    build_report = BuildReport(date(2026, 11, 24), "content", {"dorp": 3}, False, (row,))
    return PublishResult(PUBLISHED, release="2026-11-24-0017-1a2b3c4", build_report=build_report)


class _Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def elements(source: str) -> _Elements:
    """What GitHub's Markdown makes of it; `unsafe` shows what would be there without a filter."""
    options = Options.CMARK_OPT_UNSAFE
    return _Elements(cmarkgfm.markdown_to_html_with_extensions(source, options, ("table", "autolink", "strikethrough")))


@pytest.mark.parametrize("words", NASTY)
def test_words_of_a_stranger_are_only_words(words: str) -> None:
    told = result(f"content/{words}", words)
    assert elements(markdown(told)).found == elements(markdown(result("content/x", "Gewoon"))).found
    lines = text(told).splitlines()
    assert [line for line in lines if line.lstrip().startswith(("::", "#"))] == []
    assert "##[" not in text(told)
