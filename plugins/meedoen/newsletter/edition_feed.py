"""The feed in which an item is an edition: a mail program that follows it sends each letter once (RSS 2.0)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from email.utils import format_datetime
from functools import partial
from xml.sax.saxutils import quoteattr

from meedoen.language.wording import capital
from meedoen.newsletter import escaping, paths
from meedoen.newsletter.export_profile import PLAIN
from meedoen.newsletter.mail_context import EMPTY, facts, intro, more, preheader
from meedoen.newsletter.photograph import octets
from meedoen.notation.markup import Html, trusted
from meedoen.outputs.letter import Item, Letter
from meedoen.outputs.rss import HEAD, TAIL, tag
from meedoen.outputs.site_build import SiteBuild

MOST = 20
_MORNING = time(6, tzinfo=UTC)
_shown = partial(escaping.shown, profile=PLAIN)
_told = partial(escaping.told, profile=PLAIN)


def feed(build: SiteBuild, letters: tuple[Letter, ...]) -> bytes:
    """Takes the build of a site and letters; gives the feed of these letters, newest first."""
    name = build.agenda.site.name
    parts = [
        tag("title", f"Nieuwsbrief {name}"),
        tag("link", build.main_url(paths.ARCHIVE)),
        f'<atom:link rel="self" type="application/rss+xml" href={quoteattr(build.main_url(paths.FEED))}/>\n',
        tag("description", f"De nieuwsbrief over wat er te doen is in {name}."),
        tag("language", "nl"),
        *(_item(build, each) for each in letters[:MOST]),
    ]
    return "".join([HEAD, *parts, TAIL]).encode()


def content(letter: Letter) -> Html:
    """Takes a letter; gives the letter as plain HTML, for a program that puts it into a frame of its own."""
    return trusted("".join(_content(letter)))


def _item(build: SiteBuild, letter: Letter) -> str:
    made = datetime.combine(letter.edition.as_of, _MORNING)
    parts = [
        tag("title", _told(letter.edition.subject)),
        tag("link", letter.url),
        tag("guid", letter.url),
        tag("pubDate", format_datetime(made, usegmt=True)),
        tag("description", _told(preheader(letter))),
        tag("content:encoded", content(letter)),
        *_picture(build, letter),
    ]
    return f"<item>\n{''.join(parts)}</item>\n"


def _content(letter: Letter) -> Iterator[str]:
    yield intro(letter, PLAIN, letter.schemes.day["link"])
    for section in letter.sections:
        if section.items:
            yield Html("<h2>{}</h2>").format(_shown(section.title))
            yield from map(_told_item, section.items)
            if section.more and section.more_url:
                text = _shown(more(section.more, section.title))
                yield Html('<p><a href="{}">{}</a></p>').format(escaping.address(section.more_url), text)
    if not letter.items:
        yield Html("<p>{}.</p>").format(EMPTY)
    yield Html('<p><a href="{}">Kijk in de hele agenda</a></p>').format(escaping.address(letter.site_url))


def _told_item(item: Item) -> str:
    head = Html('<h3><a href="{}">{}</a></h3>').format(escaping.address(item.url), _shown(item.name))
    picture = Html("")
    if item.picture:
        shown = item.picture
        picture = Html('<p><img src="{}" alt="{}" width="{}" height="{}"></p>').format(
            escaping.address(shown.url), _told(shown.alt), shown.width, shown.height
        )
    note = Html("<strong>{}</strong><br>").format(_shown(item.note)) if item.note else Html("")
    when = Html("<p>{}<strong>{}</strong><br>{}</p>").format(note, _shown(capital(item.when)), facts(item, PLAIN))
    summary = Html("<p>{}</p>").format(_shown(item.summary)) if item.summary else Html("")
    return picture + head + when + summary


def _picture(build: SiteBuild, letter: Letter) -> Iterator[str]:
    """The first picture, in the two ways that mail programs look for (RSS 2.0; Media RSS 1.5)."""
    for item in letter.items:
        if item.picture:
            url, length = quoteattr(item.picture.url), octets(build, item)
            size = f'width="{item.picture.width}" height="{item.picture.height}"'
            yield f'<enclosure url={url} length="{length}" type="image/jpeg"/>\n'
            yield f'<media:content url={url} fileSize="{length}" type="image/jpeg" medium="image" {size}/>\n'
            return
