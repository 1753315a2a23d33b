from __future__ import annotations

from urllib.parse import unquote

import pytest

from meedoen.newsletter.escaping import address, shown, told
from meedoen.newsletter.export_profile import PLAIN, PROFILES


@pytest.mark.parametrize(
    ("text", "html", "line"),
    [
        ("Taalcafé & thee", "Taalcafé &amp; thee", "Taalcafé & thee"),
        ("{{ naam }}", "<span>&#123;</span>{ naam }}", "{ { naam }}"),
        ("{{{", "<span>&#123;</span><span>&#123;</span>{", "{ { {"),
        ("*|NAAM|*", "<span>&#42;</span>|NAAM<span>&#124;</span>*", "* |NAAM| *"),
        ("%NAAM%", "<span>&#37;</span>NAAM%", "% NAAM%"),
        ("50% en 20%", "50% en 20%", "50% en 20%"),
        ("[link:x] [Link]", "<span>&#91;</span>link:x] [Link]", "[ link:x] [Link]"),
        ("twee\nregels  tekst", "twee\nregels  tekst", "twee regels tekst"),
    ],
)
def test_text_of_somebody(text: str, html: str, line: str) -> None:
    assert (str(shown(text, PLAIN)), told(text, PLAIN)) == (html, line)


def test_program_that_reads_more_as_code_gets_more_apart() -> None:
    assert [str(shown("{x} 100%vet", PROFILES[each])) for each in ("generiek", "copernica", "activecampaign")] == [
        "{x} 100%vet",
        "<span>&#123;</span>x} 100%vet",
        "{x} 100<span>&#37;</span>vet",
    ]


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("https://example.org/{{a}}", "https://example.org/%7B{a}}"),
        ("https://example.org/%D0ABC%20", "https://example.org/%D0%41BC%20"),
        ("https://example.org/*|A|*", "https://example.org/%2A|A%7C*"),
        ("mailto:info@example.org", "mailto:info@example.org"),
    ],
)
def test_address_means_the_same_and_holds_no_code(url: str, same: str) -> None:
    assert address(url) == same
    assert unquote(same, "latin-1") == unquote(url, "latin-1")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//example.org", "", "https://a b"])
def test_address_that_a_letter_may_not_have_is_none(url: str) -> None:
    assert address(url) == ""
