"""What every page must have whatever it is about, read from the HTML of two sites and of the regional home.

The customs of the house for pages: one test for each, on all pages and not on examples.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.e2e.conftest import DAY

from meedoen.language import wording
from meedoen.newsletter.paths import PROOF, is_mail
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.outputs.style_page import STYLE_PAGE

pytestmark = pytest.mark.e2e

SITES = ("papendrecht", "dordrecht")
ORDER = (
    *("Wanneer", "Waar", "Voor wie", "Kosten", "Aanmelden", "Van wie", "Taal", "Taalniveau", "Toegankelijkheid"),
    *(row.label for row in ACTIVITY if row.shown == "facts"),
)
NODES, HTML, REQUESTS, PICTURE = 1_500, 30_000, 20, 60_000
"""The most that a page may have: elements, bytes of HTML (gzip), files to ask for, bytes of one picture."""
UNPUBLISHED = (STYLE_PAGE, PROOF)
CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
SHORT = re.compile(
    r"\b(a\.s\.|t/m|n\.v\.t\.|i\.v\.m\.|d\.m\.v\.|evt\.|bijv\.|geannuleerd|volgeboekt|kosteloos|volzet)\b"
)
"""Abbreviations and hard words that our own texts avoid."""
SHARED = ("og:title", "og:type", "og:url", "og:description", "og:locale", "og:site_name", "og:image", "og:image:alt")

Tree = LexborHTMLParser


@cache
def trees(output: Path) -> dict[str, Tree]:
    """Path → page: of the two sites, and of the region; but for what nobody publishes, and for what is mailed."""
    found = [page for site in SITES for page in (output / site).rglob("*.html") if page.name not in UNPUBLISHED]
    files = {page.relative_to(output).as_posix(): page for page in sorted([*found, *output.glob("*.html")])}
    return {path: LexborHTMLParser(page.read_bytes()) for path, page in files.items() if not is_mail(path)}


def in_dutch(output: Path) -> dict[str, Tree]:
    """Those that are in Dutch."""
    return {path: tree for path, tree in trees(output).items() if tree.css("html[lang=nl]")}


def of(output: Path, folder: str) -> dict[str, Tree]:
    """The pages in this folder of each site."""
    found = {path: tree for path, tree in trees(output).items() if path.split("/")[1:-1] == [folder]}
    assert found
    return found


def words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def name(link: LexborNode) -> str:
    return link.attributes.get("aria-label") or words(link)


def test_landmarks_have_names_and_the_text_can_get_the_focus(site: Any) -> None:
    wrong = {}
    for path, tree in trees(site.output).items():
        names = [
            each.attributes.get("aria-label") or each.attributes.get("aria-labelledby") for each in tree.css("nav")
        ]
        counts = [len(tree.css(each)) for each in ("main#inhoud[tabindex='-1']", "header", "footer", "h1")]
        skips = [(each.attributes["href"], len(tree.css(str(each.attributes["href"])))) for each in tree.css("a.skip")]
        to_list = [("#lijst", 1)] if tree.css_first("script[src$='keuzes.js']") and tree.css_first("#lijst") else []
        if None in names or len(names) != len(set(names)) or counts != [1] * 4 or skips != [("#inhoud", 1), *to_list]:
            wrong[path] = (names, counts, skips)
    assert wrong == {}


def test_headings_say_something_also_before_a_script_fills_them(site: Any) -> None:
    empty = [path for path, tree in trees(site.output).items() if not all(map(words, tree.css("h1, h2, h3, h4")))]
    assert empty == []


def test_every_page_leads_to_the_statements_and_to_somebody_who_answers(site: Any) -> None:
    asked = ("a[href$='toegankelijkheid.html']", "a[href$='privacy.html']", "a[href^='tel:']", "a[href^='mailto:']")
    missing = {
        path: [each for each in asked if not tree.css(f"footer {each}")]
        for path, tree in trees(site.output).items()
    }  # fmt: skip
    assert {path: each for path, each in missing.items() if each} == {}


def test_links_with_one_name_lead_to_one_place(site: Any) -> None:
    wrong = {}
    for path, tree in trees(site.output).items():
        found = defaultdict(set)
        for link in tree.css("a[href]"):
            found[name(link)].add(link.attributes["href"])
        double = {each: sorted(map(str, places)) for each, places in found.items() if len(places) > 1}
        if double:
            wrong[path] = double
    assert wrong == {}


def test_nothing_keeps_people_from_enlarging_or_opens_by_itself(site: Any) -> None:
    wrong = [
        path
        for path, tree in trees(site.output).items()
        if [each.attributes["content"] for each in tree.css("meta[name=viewport]")]
        != ["width=device-width, initial-scale=1"]
        or tree.css("meta[http-equiv=refresh], [autofocus], [autoplay], dialog[open], iframe, a[target]")
    ]
    assert wrong == []


def test_no_service_worker_shows_an_old_page(site: Any) -> None:
    scripts = {each.name: each.read_text(encoding="utf-8") for each in site.output.rglob("*.js")}
    assert scripts
    assert [each for each, text in scripts.items() if "serviceWorker" in text] == []


def test_own_texts_have_times_with_a_point_and_no_abbreviations(site: Any) -> None:
    wrong = []
    for path, tree in in_dutch(site.output).items():
        body = LexborHTMLParser(tree.html or "")
        for each in body.css("script, style, code, .text, .intro, .summary, [lang]:not(html)"):
            each.decompose()
        text = words(body.css_first("body"))
        wrong += [(path, found[0]) for pattern in (CLOCK, SHORT) if (found := pattern.search(text))]
    assert wrong == []


def test_date_of_a_page_has_its_year_in_the_title(site: Any) -> None:
    dated = {path: tree for folder in ("dag", "week", "maand") for path, tree in of(site.output, folder).items()}
    titles = {path: words(tree.css_first("title")) for path, tree in dated.items() if not path.endswith("index.html")}
    assert [path for path, title in titles.items() if not re.search(r"\b20\d\d\b", title)] == []


def test_lists_by_day_have_a_full_date_above_each_list(site: Any) -> None:
    wrong = []
    days = 0
    for path, tree in in_dutch(site.output).items():
        for section in tree.css(".day, .today"):
            head, lists = section.css("h2 time, h3 time"), section.css("ul.cards, ul.lines")
            days += bool(lists)
            on = date.fromisoformat(head[0].attributes["datetime"] or "") if len(head) == 1 else date.min
            said = words(head[0]) if head else ""
            if said != wording.day(on, weekday=True) or (
                not lists and "is-empty" not in str(section.attributes["class"])
            ):
                wrong.append((path, said))
            if any(not each.css("a[href]") for each in section.css("li")):
                wrong.append((path, "an item without a link"))
    assert days > 100
    assert wrong == []


def test_neighbouring_days_weeks_and_months_are_named_by_their_date(site: Any) -> None:
    wrong = []
    for folder in ("dag", "week", "maand"):
        for path, tree in of(site.output, folder).items():
            links = tree.css("a[rel=prev], a[rel=next]")
            if not path.endswith("index.html") and (
                not links or any(not re.search("|".join(wording.MONTHS), words(each)) for each in links)
            ):
                wrong.append(path)
    assert wrong == []


def test_month_is_a_table_whose_links_say_day_and_number(site: Any) -> None:
    months = {path: tree for path, tree in of(site.output, "maand").items() if not path.endswith("index.html")}
    wrong = []
    now = 0
    for path, tree in months.items():
        heads = tuple(each.attributes.get("abbr") for each in tree.css("table.month th[scope=col]"))
        cells = tree.css("table.month td")
        now += len(tree.css("td[aria-current=date]"))
        said = [words(link.css_first(".hidden")) for cell in cells for link in cell.css("a")]
        if heads != wording.WEEKDAYS or len(tree.css("table.month caption")) != 1 or tree.css("[role=grid]"):
            wrong.append((path, str(heads)))
        days = "|".join(wording.WEEKDAYS)
        wrong += [(path, each) for each in said if not re.fullmatch(rf"({days}) \d+ [a-z]+: \d+ activiteit(en)?", each)]
    assert wrong == []
    assert now == len(SITES)


def test_activity_tells_its_facts_in_one_order(site: Any) -> None:
    wrong = {}
    for path, tree in of(site.output, "activiteit").items():
        terms = [words(each) for each in tree.css("dl.facts dt")]
        main = "".join(each.html or "" for each in tree.css("main")).replace("banner is-unsaved", "")
        places = [main.find(each) for each in ("<h1", '<dl class="facts"', "download", "<h2>Andere datums")]
        banner = main.find("state banner")
        met = [each for each in places if each >= 0]
        if terms != [each for each in ORDER if each in terms] or met != sorted(met) or banner > places[0]:
            wrong[path] = (terms, places, banner)
    assert wrong == {}


def test_pictures_are_small_have_words_and_wait(site: Any) -> None:
    wrong = []
    pictures = 0
    for path in sorted(site.output.glob("*/activiteit/*.html")):
        for image in LexborHTMLParser(path.read_bytes()).css("figure img"):
            pictures += 1
            given = image.attributes
            sources = {str(given["src"]), *(each.split()[0] for each in str(given["srcset"]).split(","))}
            heavy = [each for each in sources if (path.parent / each).stat().st_size > PICTURE]
            if heavy or not given["alt"] or given["loading"] != "lazy" or not given["width"] or not given["height"]:
                wrong.append((path.name, heavy))
    assert pictures > 2
    assert wrong == []


def test_pages_are_within_their_budget(site: Any) -> None:
    heavy = {}
    for path, tree in trees(site.output).items():
        nodes, size = len(tree.css("*")), len(gzip.compress((site.output / path).read_bytes(), mtime=0))
        asked = len(tree.css("link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src], img")) + 1
        if nodes > NODES or size > HTML or asked > REQUESTS:
            heavy[path] = (nodes, size, asked)
    assert heavy == {}


def test_every_page_says_what_it_is_to_who_shares_it(site: Any) -> None:
    wrong = []
    for path, tree in trees(site.output).items():
        found = {each.attributes["property"]: each.attributes["content"] for each in tree.css("meta[property]")}
        (canonical,) = (each.attributes["href"] for each in tree.css("link[rel=canonical]"))
        if any(not found.get(each) for each in SHARED) or found["og:url"] != canonical:
            wrong.append(path)
        if not str(canonical).startswith("http") or not str(found["og:image"]).startswith("http"):
            wrong.append(path)
    assert wrong == []


def test_only_activities_have_an_event_and_they_have_one(site: Any) -> None:
    wrong = [
        path
        for path, tree in trees(site.output).items()
        if len(tree.css('script[type="application/ld+json"]')) != (path.split("/")[-2:-1] == ["activiteit"])
    ]
    assert wrong == []


def test_sitemap_has_pages_that_exist_and_nothing_of_the_past(site: Any) -> None:
    for folder in SITES:
        root = ET.parse(site.output / folder / "sitemap.xml").getroot()  # noqa: S314 - we wrote it
        paths = [
            urlsplit(str(each.text)).path for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
        ]
        files = [each.removeprefix("/") + ("index.html" if each.endswith("/") else "") for each in paths]
        assert [each for each in files if not (site.output / each).is_file()] == []
        days = [each for each in files if "/dag/" in each]
        assert days
        assert [each for each in days if Path(each).stem < DAY] == []
        assert f"{folder}/404.html" not in files
