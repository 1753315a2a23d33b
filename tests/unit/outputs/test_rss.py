from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from tests.builders import ADDRESS, activity, agenda, dates, site

from meedoen.agenda.revision import FIXED, Past, Revision
from meedoen.outputs import rss
from meedoen.outputs.detail import picture_path
from meedoen.outputs.site_build import Asset, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition

FOLDER = "content/activiteiten/papendrecht"
DAY = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
WEEKLY = "datum: 1 december 2026\nherhaling: elke dinsdag\ntot: 29 juni 2027"


def past(*activities: Activity) -> Past:
    """Each added a day after the one before, and changed an hour later."""
    moments = [DAY + timedelta(days=number) for number in range(len(activities))]
    revisions = {
        each.id: Revision(moment, moment + timedelta(hours=1)) for each, moment in zip(activities, moments, strict=True)
    }
    return Past(revisions)


def build(*activities: Activity, today: date = date(2026, 11, 24)) -> SiteBuild:
    """The site of these activities, the last of them the newest."""
    return replace(site(agenda(*activities, today=today)), past=past(*activities))


def written(made: SiteBuild) -> bytes:
    """The bytes of the feed."""
    (asset,) = rss.news(made)
    assert isinstance(asset, Asset)
    assert asset.path == "nieuw.xml"
    return asset.content()


def read(made: SiteBuild) -> Any:
    """The feed as a feed reader takes it."""
    found = feedparser.parse(written(made), sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "rss20"
    return found


def named(*titles: str) -> list[Activity]:
    return [activity(f"titel: {title}", path=f"{FOLDER}/{title.lower()}.md") for title in titles]


def test_feed_says_what_it_is() -> None:
    feed = read(build(*named("Een", "Twee"))).feed
    found = {key: feed[key] for key in ("title", "link", "subtitle", "language", "updated")}
    assert found == {
        "title": "Nieuw in de agenda van Papendrecht",
        "link": f"{ADDRESS}/",
        "subtitle": "Activiteiten in Papendrecht die net in de agenda staan.",
        "language": "nl",
        "updated": "Sat, 21 Nov 2026 09:30:00 GMT",
    }
    assert [(each.rel, each.type, each.href) for each in feed.links if each.rel == "self"] == [
        ("self", "application/rss+xml", f"{ADDRESS}/nieuw.xml")
    ]


def test_newest_come_first_and_what_was_added_together_by_id() -> None:
    activities = named("B", "A", "C")
    assert [each.title[0] for each in read(build(*activities)).entries] == ["C", "A", "B"]
    together = replace(build(*activities), past=Past({each.id: Revision(DAY, DAY) for each in activities}))
    assert [each.title[0] for each in read(together).entries] == ["A", "B", "C"]


def test_feed_has_no_more_than_fifty_and_nothing_that_has_been() -> None:
    over = activity("datum: 1 november 2026", path=f"{FOLDER}/over.md")
    many = [activity(f"titel: Nummer {n}", path=f"{FOLDER}/nummer-{n:02}.md") for n in range(60)]
    found = [each.id.partition("@")[0] for each in read(build(*many, over)).entries]
    assert found == [f"papendrecht-nummer-{n:02}" for n in range(59, 9, -1)]


def test_item_has_what_a_reader_asks_for() -> None:
    each = activity(
        "samenvatting: Praten met koffie.\ndoelgroep: [18+]\nthema: [taal]\nprijs: gratis\naanmelden: nodig\n"
        "ruimte: Leeszaal\ntoegankelijkheid: [ringleiding]\nmet: [taalhuis]",
        "Kom **langs**.\n\n- [x](https://example.org/?a=1&b=2)",
    )
    (item,) = read(build(each)).entries
    assert item.title == "Taalcafé, dinsdag 1 december 2026"
    assert (item.id, item.guidislink) == ("papendrecht-taalcafe@agenda.example.org", False)
    assert item.link == f"{ADDRESS}/activiteit/taalcafe.html"
    assert item.published == "Fri, 20 Nov 2026 08:30:00 GMT"
    assert item.summary == "Praten met koffie."
    assert [tag.term for tag in item.tags] == ["18 jaar en ouder", "Taal"]
    assert [content.value for content in item.content] == [
        "<div><p>Praten met koffie.</p><p>Kom <strong>langs</strong>.</p>\n<ul>\n<li>"
        '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">x</a></li>\n</ul></div>'
        "<ul><li><strong>Wanneer:</strong> dinsdag 1 december 2026, 10.00 tot 11.30 uur</li>"
        "<li><strong>Waar:</strong> Bibliotheek Papendrecht, Leeszaal. Markt 22, 3351 PB Papendrecht</li>"
        "<li><strong>Voor wie:</strong> 18 jaar en ouder</li><li><strong>Kosten:</strong> gratis</li>"
        "<li><strong>Aanmelden:</strong> Meld je vooraf aan.</li><li><strong>Van:</strong> Bibliotheek en Taalhuis</li>"
        "<li><strong>Toegankelijkheid:</strong> Ringleiding</li></ul>"
    ]


def test_item_without_a_text_says_when_and_where() -> None:
    (item,) = read(build(activity())).entries
    assert item.summary == "dinsdag 1 december 2026, 10.00 tot 11.30 uur. Bibliotheek Papendrecht."


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("", "Taalcafé, dinsdag 1 december 2026"),
        ("datum: 23 november 2026\neinddatum: 3 december 2026", "Taalcafé, 23 november tot en met 3 december 2026"),
        (WEEKLY, "Taalcafé, elke dinsdag vanaf 1 december 2026"),
        (
            "datum: 1 september 2026\nherhaling: elke dinsdag\ntot: 29 juni 2027",
            "Taalcafé, elke dinsdag vanaf 1 september 2026",
        ),
        ("datum: 1 december 2026\nook: [9 december 2026, 20 december 2026]", "Taalcafé, 3 keer vanaf 1 december 2026"),
        (
            "herhaling: losse data\nook: [9 december 2026]\ntot: 9 december 2026",
            "Taalcafé, 2 keer vanaf 1 december 2026",
        ),
        (
            "wijzigingen:\n  - {datum: 1 december 2026, naar: 3 december 2026}",
            "Taalcafé, donderdag 3 december 2026",
        ),
        ("status: afgelast\nreden: Ziek.", "Gaat niet door: Taalcafé, dinsdag 1 december 2026"),
        (f"{WEEKLY}\nstatus: uitgesteld\nreden: Ziek.", "Gaat niet door: Taalcafé, elke dinsdag vanaf 1 december 2026"),
        (
            f"{WEEKLY}\nwijzigingen:\n  - {{datum: 1 december 2026, status: afgelast, reden: Ziek.}}",
            "Taalcafé, elke dinsdag vanaf 1 december 2026",
        ),
    ],
)
def test_title_says_when(header: str, title: str) -> None:
    assert [each.title for each in read(build(activity(header))).entries] == [title]


def test_facts_of_a_series_are_those_of_its_rule() -> None:
    header = f"{WEEKLY}\nwijzigingen:\n  - {{datum: 1 december 2026, locatie: wijkcentrum}}"
    (item,) = read(build(activity(header))).entries
    assert item.content[0].value == (
        "<ul><li><strong>Wanneer:</strong> elke dinsdag, 1 december 2026 tot en met 29 juni 2027, 10.00 tot 11.30 uur"
        "</li>"
        "<li><strong>Waar:</strong> Bibliotheek Papendrecht, Markt 22, 3351 PB Papendrecht</li>"
        "<li><strong>Van:</strong> Bibliotheek</li></ul>"
    )


def test_facts_of_one_date_are_those_of_its_change() -> None:
    header = "wijzigingen:\n  - {datum: 1 december 2026, locatie: wijkcentrum, reden: Verbouwing.}"
    each = activity(header)
    (following,) = dates(header)
    assert rss.content(each, following) == (
        "<ul><li><strong>Let op:</strong> Andere plek: was eerst Bibliotheek Papendrecht. Verbouwing.</li>"
        "<li><strong>Wanneer:</strong> dinsdag 1 december 2026, 10.00 tot 11.30 uur</li>"
        "<li><strong>Waar:</strong> Wijkcentrum, Papendrecht</li><li><strong>Van:</strong> Bibliotheek</li></ul>"
    )


def test_text_in_another_language_is_marked() -> None:
    each = activity("titel: قهوة\nsamenvatting: تعال واشرب القهوة معنا\ntaal: [arabisch]", path=f"{FOLDER}/koffie.md")
    (item,) = read(build(each)).entries
    assert item.content[0].value.startswith('<div lang="ar" dir="rtl"><p>تعال')


def test_same_content_gives_the_same_bytes_on_another_day() -> None:
    activities = [activity(WEEKLY), *named("Een")]
    assert written(build(*activities)) == written(build(*activities, today=date(2026, 11, 30)))


def test_content_without_history_has_no_dates_that_are_none() -> None:
    made = site(agenda(activity()))
    assert made.past.of("papendrecht-taalcafe") is FIXED
    found = read(made)
    assert ("updated" in found.feed, "published" in found.entries[0]) == (False, False)


def test_picture_is_given_in_both_ways_with_its_true_length() -> None:
    each = activity("afbeelding: {bestand: foto.jpg, alt: Een tafel}")
    sizes = (Rendition(480, 300, b"x" * 7), Rendition(960, 600, b"x" * 9))
    made = replace(build(each), pictures={each.id: sizes})
    (item,) = read(made).entries
    url = f"{ADDRESS}/{picture_path(each, 960)}"
    assert [(link.href, link.length, link.type) for link in item.enclosures] == [(url, "9", "image/webp")]
    assert [(media["url"], media["filesize"], media["width"]) for media in item.media_content] == [(url, "9", "960")]


HOSTILE = "]]> & <script>alert(1)</script> \u00e9 \U0001f600"


def test_hostile_text_stays_text() -> None:
    quoted = HOSTILE.replace('"', "'")
    each = activity(f'titel: "{quoted}"\nsamenvatting: "{quoted}"', f"{HOSTILE} ]]&gt; </content:encoded>")
    made = build(each)
    root = ET.fromstring(written(made))  # noqa: S314 - our own output
    items = root.findall("./channel/item")
    assert [item.findtext("title") for item in items] == [f"{quoted}, dinsdag 1 december 2026"]
    assert [item.findtext("description") for item in items] == [quoted]
    content = items[0].findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
    assert "<script" not in content
    assert content.startswith("<div><p>]]&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt; é 😀</p><p>")
    assert {each.tag for each in items[0]} == {
        "title", "link", "guid", "pubDate", "description", "{http://purl.org/rss/1.0/modules/content/}encoded"
    }  # fmt: skip


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_xml_does_not_know_are_replaced(character: str) -> None:
    each = replace(activity(), name=f"a{character}b")
    (item,) = read(build(each)).entries
    assert item.title == "a\ufffdb, dinsdag 1 december 2026"
