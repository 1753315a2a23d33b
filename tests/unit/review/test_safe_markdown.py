"""Texts of strangers, made into HTML by GitHub's own Markdown: they read as they were typed, and do nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.review.rendering import LED, html, outside_code, tags

from meedoen.review.safe_markdown import code, folded, link, quoted, table, words

JOINER = "\N{WORD JOINER}"
HOSTILE = (
    "@jan kom",
    "@org/team, kijk!",
    "(@jan)",
    "mail info@example.org nu",
    "x@y.nl|z@y.nl",
    "https://evil.example/x",
    "(https://evil.example/x)",
    "HTTP://EVIL.EXAMPLE",
    "www.evil.example",
    "ftp://evil.example",
    "mailto:x@y.nl",
    "xmpp:x@y.nl",
    "<https://evil.example>",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</details><h1>Akkoord</h1>",
    "<!-- meedoen: akkoord -->",
    "![x](https://evil.example/volg.png)",
    "[x](https://evil.example)",
    "[x][y]",
    "[^1]",
    "- [x] klaar",
    "# Kop",
    "> citaat",
    "1. een",
    "1) een",
    "- een",
    "+ een",
    "---",
    "===",
    "| a | b |",
    "a | b",
    "a \\| b",
    "```",
    "~~~",
    "`@jan`",
    "``` @jan ```",
    "x`y",
    "\\@jan",
    "&lt;b&gt; &#64;jan &commat;jan",
    "*vet* _schuin_ ~~weg~~",
    "$x^2$ $`x`$",
    ":tada: :shipit:",
    "#12 GH-12 org/repo#12 !12 &3 ~label %mijlpaal",
    "deadbeef1 1234567890abcdef1234567890abcdef12345678",
    "{deadbeefdeadbeefdeadbeef}",
    "{@jan/9999999999999999}",
    "regel een\nregel twee\r\n# drie",
    "een\u2028twee\u0085drie",
    "\u202eomgekeerd\u200b",
    "    code",
    "\tcode",
    "::error::x",
    "##[error]x",
)


def read(text: str) -> str:
    """How somebody reads the text: on one line, what cannot be seen as a sign that it is there."""
    shown = "".join(
        each if each.isprintable() else " " if each.isspace() else "\N{REPLACEMENT CHARACTER}" for each in text
    )
    return " ".join(shown.split())


def assert_harmless(text: str) -> None:
    for lead in ("", "- ", "> ", "### "):
        page = html(f"{lead}{words(text)}\n")
        expected = {"p", "code", "ul", "li", "blockquote", "h3"}
        assert set(tags(page)) <= expected, (lead, page.html)
        assert page.body is not None
        assert page.body.text().strip().replace(JOINER, "") == read(text).replace(JOINER, "").strip()
        assert LED.findall(outside_code(page)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_words_read_as_typed_and_do_nothing(text: str) -> None:
    assert_harmless(text)


@given(st.text(alphabet=st.sampled_from("@#!&~%$^:/.`|\\*_[]()<>=+-'\" \n1a0fwGH"), max_size=40))
def test_words_of_any_signs_do_nothing(text: str) -> None:
    page = html(f"| {words(text)} | ja |\n| --- | --- |\n")
    assert [each for each in tags(page) if each != "code"] == ["table", "thead", "tr", "th", "th"]
    assert [each.text().replace(JOINER, "") for each in page.css("th")] == [read(text), "ja"]
    assert list(page.css("a")) == []


@given(st.text(max_size=60))
def test_words_of_any_text_do_nothing(text: str) -> None:
    page = html(f"| {words(text)} | ja |\n| --- | --- |\n")
    assert [each for each in tags(page) if each != "code"] == ["table", "thead", "tr", "th", "th"]


@pytest.mark.parametrize("text", [*HOSTILE, "content/activiteiten/dorp/koffie.md", "", "a`b"])
def test_code_reads_as_typed_and_does_nothing(text: str) -> None:
    page = html(f"| {code(text)} | ja |\n| --- | --- |\n")
    assert [each for each in tags(page) if each != "code"] == ["table", "thead", "tr", "th", "th"]
    assert page.css("th")[0].text().replace(JOINER, "") == read(text).replace(JOINER, "")
    assert LED.findall(outside_code(page)) == []


def test_names_of_files_are_code() -> None:
    assert code("content/activiteiten/dorp/koffie.md") == "`content/activiteiten/dorp/koffie.md`"


def test_address_can_be_copied() -> None:
    assert words("Mail info@example.org, of kijk op https://www.example.org/a?b=c.") == (
        "Mail `info@example.org,` of kijk op `https://www.example.org/a?b=c.`"
    )


def test_times_and_prices_stay_as_they_are() -> None:
    for text in ("10.00 tot 11.30 uur, € 7,50 (leden: gratis)", "op 2026-11-30 over covid-19, voor 4-12 jaar"):
        assert words(text) == text


def test_long_text_is_cut() -> None:
    assert (words("abc def ghi", 8), code("abc def ghi", 8)) == ("abc def…", "`abc def…`")


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("https://example.org/a/b.md#L3", "[x](https://example.org/a/b.md#L3)"),
        ("javascript:alert(1)", "x"),
        ("https://example.org/a) [y](https://evil.example", "x"),
        ("http://example.org/", "x"),
        ("", "x"),
    ],
)
def test_link_is_only_made_of_a_plain_address(address: str, made: str) -> None:
    assert link("x", address) == made


def test_table_quotation_and_fold_are_what_markdown_says() -> None:
    page = html(
        "\n".join([*table(("a", "b"), [("1", "2")]), "", *folded("Meer", ["- x"]), "", *quoted(["een", "twee"])])
    )
    assert tags(page) == [
        *("table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"),
        *("details", "summary", "ul", "li", "blockquote", "p", "br"),
    ]  # fmt: skip
