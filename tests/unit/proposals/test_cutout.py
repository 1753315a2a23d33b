"""A piece of a page that stands by itself."""

from __future__ import annotations

import pytest

from meedoen.proposals.cutout import cut_out, data_url, main_of


def nothing(_: str) -> bytes | None:
    return None


@pytest.mark.parametrize(
    ("html", "cut"),
    [
        ('<a class="b" href="x.html" rel="next" download>Tekst</a>', '<a class="b">Tekst</a>'),
        ('<p id="a" data-x="1" onclick="x()">T &amp; &#60; &lt;</p>', "<p>T &amp; &#60; &lt;</p>"),
        ("<p>Voor<script>alert(1)</script><form action=x><b>weg</b></form> na<br></p>", "<p>Voor na<br></p>"),
        ('<svg viewBox="0 0 1 1"><path d="M1"/></svg>', '<svg viewbox="0 0 1 1"><path d="M1"/></svg>'),
        ('<link rel="x" href="y"><meta name="z">', ""),
        ('<i title="&quot;&gt;&lt;b&gt;">x</i>', '<i title="&quot;&gt;&lt;b&gt;">x</i>'),
    ],
)
def test_nothing_leads_anywhere_and_texts_stay(html: str, cut: str) -> None:
    assert cut_out(html, nothing) == cut


def test_pictures_are_in_the_page() -> None:
    found = cut_out('<img src="../a.png" srcset="b.png 2x" alt="Iets"><img src="weg.png">', {"../a.png": b"x"}.get)
    assert found == '<img src="data:image/png;base64,eA==" alt="Iets"><img src="data:,">'
    assert cut_out(found, nothing) == found


def test_address_of_bytes() -> None:
    assert data_url("theme/a.svg", b"<svg/>") == "data:image/svg+xml;base64,PHN2Zy8+"


def test_main_is_what_stands_between_head_and_foot() -> None:
    inside = b'<div class="wrap">\n<p>A</p><div></div>\n</div>'
    page = b'<header></header><main id="inhoud" tabindex="-1">\n' + inside + b"\n</main><footer>"
    assert main_of(page).strip() == "<p>A</p><div></div>"
