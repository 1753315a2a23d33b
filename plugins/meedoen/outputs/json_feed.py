"""The same news as `nieuw.xml`, for programs that rather read JSON: JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.outputs import rss, schema_org
from meedoen.outputs.content_language import text_attributes
from meedoen.outputs.data import utc
from meedoen.outputs.detail import page_path
from meedoen.outputs.inline_json import encoded
from meedoen.outputs.schema_org import Record
from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.programme.activity import Activity

PATH = "nieuw.json"
VERSION = "https://jsonfeed.org/version/1.1"


def news(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `nieuw.json`: what `nieuw.xml` names, in the same order, with the same texts."""
    yield Asset(PATH, lambda: f"{encoded(_feed(build))}\n".encode())


def _feed(build: SiteBuild) -> Record:
    return {
        "version": VERSION,
        "title": rss.title_of(build),
        "home_page_url": build.url("index.html"),
        "feed_url": build.url(PATH),
        "language": "nl",
        "items": [_item(build, activity, following) for _, activity, following in rss.latest(build)],
    }


def _item(build: SiteBuild, activity: Activity, following: Occurrence) -> Record:
    revision = build.past.of(activity.id)
    picture = schema_org.picture(build, activity)
    known = revision != FIXED
    return schema_org.known({
        "id": f"{activity.id}@{build.agenda.network.organisation.domain}",
        "url": build.url(page_path(activity)),
        "title": rss.headline(activity, following),
        "content_html": rss.content(activity, following),
        "summary": activity.summary,
        "image": picture["url"] if picture else None,
        "date_published": utc(revision.created) if known else None,
        "date_modified": utc(revision.modified) if known else None,
        "tags": [term.name for term in (*activity.audience, *activity.themes)],
        "language": text_attributes(activity).get("lang"),
    })  # fmt: skip
