from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
from tests.builders import ADDRESS, activity, agenda, site

from meedoen.agenda.revision import Past, Revision
from meedoen.outputs import json_feed, rss
from meedoen.outputs.site_build import Asset, SiteBuild

DAY = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
PATH = "content/activiteiten/papendrecht/{}.md"


def read(made: SiteBuild) -> Any:
    (asset,) = json_feed.news(made)
    assert isinstance(asset, Asset)
    assert asset.path == "nieuw.json"
    return json.loads(asset.content())


def test_feed_says_what_it_is() -> None:
    found = read(site(agenda()))
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Nieuw in de agenda van Papendrecht",
        "home_page_url": f"{ADDRESS}/",
        "feed_url": f"{ADDRESS}/nieuw.json",
        "language": "nl",
        "items": [],
    }


def test_item_has_the_date_in_its_title_and_all_that_is_known() -> None:
    one = activity("titel: Lezing\nsamenvatting: Kom luisteren.\ndoelgroep: 18-plus", path=PATH.format("lezing"))
    made = replace(site(agenda(one)), past=Past({one.id: Revision(DAY, DAY.replace(hour=9))}))
    (item,) = read(made)["items"]
    content = item.pop("content_html")
    assert "<p>Kom luisteren.</p>" in content
    assert item == {
        "id": "papendrecht-lezing@agenda.example.org",
        "url": f"{ADDRESS}/activiteit/lezing.html",
        "title": "Lezing, dinsdag 1 december 2026",
        "summary": "Kom luisteren.",
        "date_published": "2026-11-20T08:30:00Z",
        "date_modified": "2026-11-20T09:30:00Z",
        "tags": ["18 jaar en ouder"],
    }


def test_both_feeds_name_the_same_in_the_same_order() -> None:
    activities = [activity(f"titel: {name}", path=PATH.format(name.lower())) for name in ("Een", "<b>Twee</b>", "Drie")]
    moments = {each.id: Revision(DAY.replace(hour=hour), DAY) for hour, each in enumerate(activities)}
    made = replace(site(agenda(*activities)), past=Past(moments))
    (asset,) = rss.news(made)
    assert isinstance(asset, Asset)
    entries = feedparser.parse(asset.content(), sanitize_html=False).entries
    items = read(made)["items"]
    assert [(each["id"], each["url"], each["title"]) for each in items] == [
        (each.id, each.link, each.title) for each in entries
    ]


def test_content_without_a_history_has_no_dates() -> None:
    (item,) = read(site(agenda(activity())))["items"]
    assert {"date_published", "date_modified"} & item.keys() == set()
