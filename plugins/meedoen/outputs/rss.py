"""What is new in the agenda of a site, for feed readers and for mail tools: RSS 2.0 with the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from heapq import nsmallest
from html import escape as html_escape
from xml.sax.saxutils import escape, quoteattr

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.language.wording import date_span, day, list_of
from meedoen.notation.time.recurrence import phrase
from meedoen.outputs.content_language import text_attributes
from meedoen.outputs.detail import page_path, picture_path
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.schedule import Schedule

PATH = "nieuw.xml"
MOST = 50
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">\n<channel>\n'
)
TAIL = "</channel>\n</rss>\n"
# XML 1.0 §2.2: what may not stand in a document, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One activity as it stands in a feed; `order` puts the newest first, `changed` is its last change."""

    order: tuple[float, str]
    changed: datetime
    xml: str


def news(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `nieuw.xml`: the activities still to come that were last added, newest first."""
    yield Asset(PATH, lambda: feed(build, newest(build)))


def newest(build: SiteBuild, own: Callable[[Activity], bool] = lambda _: True) -> tuple[FeedItem, ...]:
    """Takes the build of a site, and which activities are its own; gives the last added of those, newest first."""
    return tuple(
        FeedItem(order, build.past.of(activity.id).modified, _item(build, activity, each))
        for order, activity, each in latest(build, own)
    )


def latest(
    build: SiteBuild, own: Callable[[Activity], bool] = lambda _: True
) -> list[tuple[tuple[float, str], Activity, Occurrence]]:
    """Takes the same; gives the same before it is written: order, activity and its next date.

    What was added together stands by id.
    """
    of = build.past.of
    coming = (
        ((-of(activity.id).created.timestamp(), activity.id), activity, each)
        for activity, each in build.agenda.coming
        if own(activity)
    )
    return nsmallest(MOST, coming, key=lambda each: each[0])


def title_of(build: SiteBuild) -> str:
    """Takes the build of a site; gives what its feed is called, also in the links to it."""
    return f"Nieuw in de agenda van {build.agenda.site.name}"


def feed(build: SiteBuild, items: Sequence[FeedItem]) -> bytes:
    """Takes the build of a site and items, newest first; gives the feed."""
    name = build.agenda.site.name
    parts = [
        tag("title", title_of(build)),
        tag("link", build.url("index.html")),
        f'<atom:link rel="self" type="application/rss+xml" href={quoteattr(build.url(PATH))}/>\n',
        tag("description", f"Activiteiten in {name} die net in de agenda staan."),
        tag("language", "nl"),
    ]
    changed = max((each.changed for each in items), default=FIXED.modified)
    if changed != FIXED.modified:
        parts.append(tag("lastBuildDate", format_datetime(changed, usegmt=True)))
    return "".join([HEAD, *parts, *(each.xml for each in items), TAIL]).encode()


# Most of what is new on a site is new in the region too.
@lru_cache(maxsize=2 * MOST)
def _item(build: SiteBuild, activity: Activity, following: Occurrence) -> str:
    """One activity. Nothing in it depends on the day of the build but which date of it is next."""
    created = build.past.of(activity.id).created
    uid = f"{activity.id}@{build.agenda.network.organisation.domain}"
    parts = [
        tag("title", headline(activity, following)),
        tag("link", build.url(page_path(activity))),
        f'<guid isPermaLink="false">{_text(uid)}</guid>\n',
        tag("pubDate", format_datetime(created, usegmt=True)) if created != FIXED.created else "",
        *(tag("category", term.name) for term in (*activity.audience, *activity.themes)),
        tag("description", activity.summary or f"{_when(activity, following)}. {IN_DUTCH.where(following)}."),
        tag("content:encoded", content(activity, following)),
        *_picture(build, activity),
    ]
    return f"<item>\n{''.join(parts)}</item>\n"


def headline(activity: Activity, following: Occurrence) -> str:
    """Takes an activity and its next date; gives name and date in words.

    `Taalcafé, dinsdag 1 december 2026`, `Taalcafé, elke dinsdag vanaf 1 december 2026`. A series says its first date,
    so that readers don't take it for something new each week.
    """
    if not following.takes_place:
        return f"Gaat niet door: {_headline(activity, following)}"
    return _headline(activity, following)


def _headline(activity: Activity, following: Occurrence) -> str:
    schedule = activity.schedule
    if schedule.is_series:
        return f"{activity.name}, {_recurrence(schedule)} vanaf {day(schedule.days[0])}"
    if following.last_day > following.day:
        return f"{following.name}, {date_span(following.day, following.last_day)}"
    return f"{following.name}, {day(following.day, weekday=True)}"


def _recurrence(schedule: Schedule) -> str:
    rule = schedule.recurrence
    return f"{len(schedule.days)} keer" if rule is None or rule.loose else phrase(rule)


def _when(activity: Activity, following: Occurrence) -> str:
    schedule = activity.schedule
    if not schedule.is_series:
        return IN_DUTCH.when(following)
    return f"{_recurrence(schedule)}, {date_span(schedule.days[0], schedule.days[-1])}, {IN_DUTCH.span(schedule.times)}"


def content(activity: Activity, following: Occurrence) -> str:
    """Takes an activity and its next date; gives its text as safe HTML, and the facts that one needs to come."""
    practical = "".join(
        f"<li><strong>{name}:</strong> {html_escape(text)}</li>" for name, text in _facts(activity, following)
    )
    spoken = "".join(f' {name}="{value}"' for name, value in text_attributes(activity).items())
    intro = f"<p>{html_escape(activity.summary)}</p>" if activity.summary else ""
    text = f"<div{spoken}>{intro}{activity.body}</div>" if intro or activity.body else ""
    return f"{text}<ul>{practical}</ul>"


def _facts(activity: Activity, following: Occurrence) -> Iterator[tuple[str, str]]:
    alone = not activity.schedule.is_series
    if (state := IN_DUTCH.state(following)) and (alone or not following.takes_place):
        yield "Let op", f"{state}. {following.reason}".strip()
    yield "Wanneer", _when(activity, following)
    place, room = (following.place, following.room) if alone else (activity.place, activity.room)
    if place:
        yield "Waar", f"{place.name}, {room}. {place.address}" if room else place.line
    if activity.online or not place:
        yield "Online", "Je kunt online meedoen." if place else "Je doet online mee."
    if who := IN_DUTCH.audience(activity):
        yield "Voor wie", who
    if activity.price:
        yield "Kosten", IN_DUTCH.price(activity.price)
    if signing_up := IN_DUTCH.registration(activity.registration):
        yield "Aanmelden", " ".join(signing_up)
    yield "Van", list_of([activity.organizer.name, *(partner.name for partner in activity.partners)])
    if activity.languages:
        yield "Taal", list_of([term.name for term in activity.languages])
    if activity.accessibility:
        yield "Toegankelijkheid", ", ".join(term.name for term in activity.accessibility)


def _picture(build: SiteBuild, activity: Activity) -> Iterator[str]:
    """The picture in the two forms that readers and mail tools look for (RSS 2.0; Media RSS 1.5)."""
    sizes = build.pictures.get(activity.id, ())
    if sizes:
        largest = sizes[-1]
        url, length = quoteattr(build.url(picture_path(activity, largest.width))), len(largest.data)
        yield f'<enclosure url={url} length="{length}" type="image/webp"/>\n'
        size = f'width="{largest.width}" height="{largest.height}"'
        yield f'<media:content url={url} fileSize="{length}" type="image/webp" medium="image" {size}/>\n'


def tag(name: str, text: str) -> str:
    """Takes a name and a text; gives an element."""
    return f"<{name}>{_text(text)}</{name}>\n"


def _text(text: str) -> str:
    """Text as XML: all markup escaped (also the `]]>` that ends a CDATA section), control characters as �."""
    return escape(_NOT_XML.sub("�", text))
