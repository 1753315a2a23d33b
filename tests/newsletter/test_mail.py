"""What holds for the HTML of every letter for every program: the rules of mail programs, read from what is written."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.newsletter.programs import PROGRAMS, the
from tests.newsletter.writing import HOST, LETTERS, files

from meedoen.newsletter.export_profile import PROFILES
from meedoen.newsletter.mail_context import LONGEST, SHORTEST

FOLDER = "nieuwsbrief/papendrecht-2026-w49/"
MOST = 60_000
FORBIDDEN = "script, link, form, input, button, iframe, object, embed, video, audio, svg, base, [background]"
TRACKING = re.compile(r"[?&](?:utm_|fbclid|mc_|mtm_|pk_)")
SAFE = re.compile(r"\{\{ Safe `(.*?)` \}\}")
"""How listmonk is told to keep a comment."""
FILLER = re.compile("[\u034f\u200b-\u200d\u00a0]")


@cache
def made(name: str) -> dict[str, str]:
    found = files(LETTERS[name]())
    return {path: data.decode() for path, data in found.items() if path.startswith(FOLDER) and path.endswith(".html")}


def letters() -> list[tuple[str, str]]:
    return [(name, profile) for name in LETTERS for profile in PROFILES]


@pytest.fixture(params=letters(), ids="-".join)
def html(request: pytest.FixtureRequest) -> str:
    name, profile = request.param
    return SAFE.sub(r"\1", made(name)[f"{FOLDER}{profile}.html"])


@pytest.fixture
def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def styles(node: LexborNode) -> dict[str, str]:
    pairs = (each.partition(":") for each in (node.attributes.get("style") or "").split(";") if each.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def test_letter_is_light_and_has_nothing_that_mail_programs_refuse(html: str, tree: LexborHTMLParser) -> None:
    assert len(html.encode()) < MOST
    assert [each.tag for each in tree.css(FORBIDDEN)] == []
    assert [each.html for each in tree.css("*") if {*each.attributes} & {"onclick", "onload", "onerror"}] == []
    assert [value for each in tree.css("[style]") for value in styles(each).values() if "url(" in value] == []
    assert "position" not in {name for each in tree.css("[style]") for name in styles(each)}


def test_style_is_in_the_elements_and_rules_are_for_screens_of_another_kind(tree: LexborHTMLParser) -> None:
    (sheet,) = (each.text() for each in tree.css("style"))
    rules = re.split(r"\n", sheet.strip())
    assert [rule.partition("(")[0].strip() for rule in rules] == ["@media", "@media"]
    # Smarty reads a brace without a space behind it, and Django two of them.
    assert re.findall(r"\{\S|\}\}", sheet) == []


def test_tables_are_for_laying_out_and_their_texts_have_a_font(tree: LexborHTMLParser) -> None:
    assert [each.html for each in tree.css("table") if each.attributes.get("role") != "presentation"] == []
    own = [each for each in tree.css("td") if any(child.tag in {"p", "h1", "h2", "h3", "a"} for child in each.iter())]
    assert own
    assert [each.html for each in own if "font-family" not in styles(each)] == []


def test_language_title_and_headings(tree: LexborHTMLParser) -> None:
    assert [each.attributes["lang"] for each in tree.css("html, [role=article]")] == ["nl", "nl"]
    levels = [int((each.tag or "")[1:]) for each in tree.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [after for before, after in pairwise(levels) if after > before + 1] == []
    (title,) = map(words, tree.css("title"))
    (article,) = tree.css("[role=article]")
    assert title == article.attributes["aria-label"]


def test_line_behind_the_subject_comes_first_and_is_not_seen(html: str) -> None:
    first = the(html, "body").child
    while first is not None and not (first.is_element_node and words(first)):
        first = first.next
    assert first is not None
    assert (styles(first)["display"], styles(first)["mso-hide"]) == ("none", "all")
    line = FILLER.sub("", words(first)).strip()
    assert SHORTEST <= len(line) <= LONGEST
    assert line != words(the(html, "title"))


def test_pictures_are_of_the_site_and_say_what_is_on_them(html: str, tree: LexborHTMLParser) -> None:
    for each in tree.css("img"):
        address = urlsplit(each.attributes["src"] or "")
        assert (address.scheme, address.hostname, address.path[-4:]) == ("https", HOST, ".jpg")
        assert int(each.attributes["width"] or 0) > 100
        assert each.attributes["alt"]
    # A picture of one point tells the sender who has read the letter.
    assert re.findall(r"<img[^>]+(?:width|height)=\"[012]\"", html) == []


def test_links_are_plain_have_a_colour_and_say_where_they_lead(tree: LexborHTMLParser) -> None:
    marks = {mark for each in PROFILES.values() for mark in (each.unsubscribe, each.web) if mark}
    places = defaultdict(set)
    for each in tree.css("a[href]"):
        href = each.attributes["href"] or ""
        assert href in marks or re.match(r"https://[^\s@]+\Z|mailto:\S+\Z", href), href
        assert not TRACKING.search(href)
        assert styles(each)["color"]
        places[each.attributes.get("aria-label") or words(each)].add(href)
    assert {name: found for name, found in places.items() if len(found) > 1 or not name} == {}


def test_comments_of_outlook_open_what_they_close(html: str) -> None:
    comments = re.findall(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", html)
    assert len(comments) == 3
    inside = "".join(comments)
    assert inside.count('<table role="presentation"') == inside.count("</table>") == inside.count("<table") == 1


def test_programs_have_their_own_marks_and_no_others() -> None:
    marks = {
        each.slug: {mark for mark in (each.unsubscribe, each.web, each.sender) if mark} for each in PROFILES.values()
    }
    every = set().union(*marks.values())
    for slug, own in marks.items():
        html = made("weekly")[f"{FOLDER}{slug}.html"]
        assert {mark for mark in every if mark in html} == own


def test_every_program_that_is_tried_has_a_letter() -> None:
    assert {*PROGRAMS, "listmonk"} == {path.removeprefix(FOLDER).removesuffix(".html") for path in made("weekly")} - {
        "kopieer"
    }
