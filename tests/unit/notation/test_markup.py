from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from meedoen.notation import markup as notation_markup
from meedoen.notation.markup import links, plain, render, safe_text, trusted

REL = ' rel="nofollow ugc noopener"'
PIECES = st.sampled_from(
    [
        "<",
        ">",
        "&",
        '"',
        "'",
        "*",
        "_",
        "`",
        "[",
        "](",
        ")",
        "!",
        "#",
        "\n",
        " ",
        "|",
        "-",
        "javascript:",
        "https://x.nl",
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:x'>",
        "onclick=x",
        "data:text/html",
        "style=",
        "<!--",
        "-->",
        "&#106;",
        "é",
        "\u202e",
    ]
)
ALLOWED = re.compile(
    r"</?(?:p|strong|em|del|ul|ol|li|blockquote|h[3-6]|code|pre|table|thead|tbody|tr|th|td|a)>|<(?:br|hr)>"
    r'|<a(?: href="(?:https?://|mailto:|tel:)[^"<>]*")? rel="nofollow ugc noopener">'
    r'|<ol start="\d+">|<t[hd] align="(?:left|right|center)">'
)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Gewone tekst.", "<p>Gewone tekst.</p>"),
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("# Kop", "<h3>Kop</h3>"),
        ("## Kop", "<h4>Kop</h4>"),
        ("##### Kop", "<h6>Kop</h6>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("[hier](https://example.org)", f'<p><a href="https://example.org"{REL}>hier</a></p>'),
        ("info@example.org", f'<p><a href="mailto:info@example.org"{REL}>info@example.org</a></p>'),
        ("[bel](tel:+31781234567)", f'<p><a href="tel:+31781234567"{REL}>bel</a></p>'),
        ("5 < 6 & 7 > 3", "<p>5 &lt; 6 &amp; 7 &gt; 3</p>"),
        ("", ""),
    ],
)
def test_render(markdown: str, html: str) -> None:
    assert render(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("<script>alert(1)</script>", ""),
        ("a <b onclick='x'>vet</b>", "<p>a vet</p>"),
        ("![spion](https://example.org/x.png)", ""),
        ("[x](javascript:alert(1))", f"<p><a{REL}>x</a></p>"),
        ("[x](data:text/html;base64,AAAA)", f"<p><a{REL}>x</a></p>"),
        ("[x](/../beheer)", f"<p><a{REL}>x</a></p>"),
        ("[x](//example.org)", f"<p><a{REL}>x</a></p>"),
        ("[x](mailto:a@example.org?bcc=b@example.org)", f"<p><a{REL}>x</a></p>"),
        ("<!-- verborgen -->", ""),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<style>p{display:none}</style>", ""),
    ],
)
def test_render_drops_what_could_harm(markdown: str, html: str) -> None:
    assert render(markdown) == html


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_render_gives_nothing_but_the_allowed_tags(markdown: str) -> None:
    rest = ALLOWED.sub("", render(markdown))
    assert re.findall(r"[<>]", rest) == []


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_plain_of_any_text_has_no_tags_of_ours(markdown: str) -> None:
    text = plain(render(markdown))
    assert re.findall(r"rel=\"nofollow|</p>|</li>", text) == re.findall(r"rel=\"nofollow|</p>|</li>", markdown)


@pytest.mark.parametrize("piece", ["[", "*", "`", "> ", "<", "![", "- ", "|", "<!--", "a**b", "&#", "[a](b"])
def test_render_of_a_hostile_pattern_is_quick(piece: str) -> None:
    started = process_time()
    plain(render(piece * (20_000 // len(piece))))
    assert process_time() - started < 2


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**vet** en *schuin*", "vet en schuin"),
        ("een\ntwee", "een twee"),
        ("een  \ntwee", "een\ntwee"),
        ("een\n\ntwee", "een\n\ntwee"),
        ("# Kop\n\nTekst", "Kop\n\nTekst"),
        ("[hier](https://example.org)", "hier (https://example.org)"),
        ("<https://example.org>", "https://example.org"),
        ("www.example.org", "www.example.org"),
        ("[mail ons](mailto:info@example.org)", "mail ons (info@example.org)"),
        ("info@example.org", "info@example.org"),
        ("5 &lt; 6 &amp; 7", "5 < 6 & 7"),
        ("", ""),
    ],
)
def test_plain(markdown: str, text: str) -> None:
    assert plain(render(markdown)) == text


def test_plain_list_has_a_line_with_a_dash_for_each_item() -> None:
    text = plain(render("Neem mee:\n\n- pen\n- papier\n\nTot dan!"))
    assert [line for line in text.split("\n") if line] == ["Neem mee:", "- pen", "- papier", "Tot dan!"]


def test_safe_text_escapes_everything_and_parts_paragraphs() -> None:
    assert safe_text("<b>één</b>\n\ntwee & drie") == Markup("<p>&lt;b&gt;één&lt;/b&gt;</p>\n<p>twee &amp; drie</p>")


def test_trusted_is_given_back_as_safe() -> None:
    assert trusted("<b>x</b>") == Markup("<b>x</b>")
    assert hasattr(trusted(""), "__html__")


@given(st.text(alphabet="ab *_-#>`[](.)!|~\n", max_size=300))
def test_plain_is_the_same_by_replacing_and_by_walking(markdown: str) -> None:
    html = render(markdown)
    if notation_markup._is_flat(html):
        ways = (notation_markup._replaced, notation_markup._walked)
        replaced, walked = (notation_markup._tidied(way(html)) for way in ways)
        assert replaced == walked


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Kom langs.", ()),
        ("[hier](https://www.example.org/?a=1&b=2)", (("https://www.example.org/?a=1&b=2", "hier"),)),
        ("[een **twee** `<drie>`](https://example.org)", (("https://example.org", "een twee <drie>"),)),
        ("[een\ntwee](https://example.org)", (("https://example.org", "een\ntwee"),)),
        ("www.example.org en [x](mailto:info@example.org)", (
            ("http://www.example.org", "www.example.org"), ("mailto:info@example.org", "x"))),
        ("[x](javascript:alert(1)) <a href='https://example.org'>y</a>", ()),
    ],
)  # fmt: skip
def test_links_have_their_address_and_their_words(markdown: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert links(render(markdown)) == expected
