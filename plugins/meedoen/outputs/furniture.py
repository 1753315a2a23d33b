"""What every site has besides its programme: the maintainers' pages, style, sitemap, 404."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from xml.sax.saxutils import escape

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.outputs.colour import BLACK, WHITE
from meedoen.outputs.output import Asset, Outcome, Page, SiteBuild
from meedoen.outputs.pattern import pattern
from meedoen.outputs.stylesheet import INK, colours, day
from meedoen.programme.activity import Activity


def static_pages(build: SiteBuild) -> Outcome:
    """About, contact and the like, in this site's dress; and the page for addresses that don't exist."""
    for page in build.static_pages:
        yield Page(f"{page.slug}.html", "page.html", page.title, {"written": page})
    yield Page("404.html", "404.html", "Deze pagina is er niet", {}, indexed=False)


def theme_files(build: SiteBuild) -> Outcome:
    """The theme's own files, the style sheet after this site's colours, and this site's pattern."""
    site = build.agenda.site
    for path, data in build.theme.items():
        if path == "style.css":
            rules = colours(site, build.agenda.network).encode()
            yield Asset("theme/style.css", partial(bytes, rules + data))
        else:
            yield Asset(f"theme/{path}", partial(bytes, data))
    drawn = pattern(site.slug, WHITE if day(site.colour)["on-head"] == INK else BLACK)
    yield Asset("theme/patroon.svg", drawn.encode)


def robots(build: SiteBuild) -> Outcome:
    """Everybody may read everything; a preview is for nobody."""
    rule = "Disallow: /" if build.preview else "Allow: /"
    text = f"User-agent: *\n{rule}\n\nSitemap: {build.url('sitemap.xml')}\n"
    yield Asset("robots.txt", text.encode)


def sitemap(build: SiteBuild, pages: Iterable[Page]) -> Asset:
    """The pages that search engines may show, by address, each with the day on which what it shows last changed."""
    shown = tuple(page for page in pages if page.indexed)
    return Asset("sitemap.xml", lambda: "".join(_sitemap(build, shown)).encode())


def _sitemap(build: SiteBuild, pages: Iterable[Page]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for address, page in sorted(((build.url(page.path), page) for page in pages), key=lambda pair: pair[0]):
        changed = last_changed(build, page)
        day = f"<lastmod>{changed}</lastmod>" if changed else ""
        yield f"<url><loc>{escape(address)}</loc>{day}</url>\n"
    yield "</urlset>\n"


def last_changed(build: SiteBuild, page: Page) -> date | None:
    """The day, in UTC, of the newest change among the activities that this page was given; None without a history.

    What the maintainers wrote themselves has no such day. A page of the region is given it, as `changed`.
    """
    if isinstance(given := page.context.get("changed"), date):
        return given
    ids = {each.id for value in page.context.values() for each in _activities(value)}
    moments = {build.past.of(each).modified for each in ids} - {FIXED.modified}
    return max(moments).date() if moments else None


def _activities(value: object) -> Iterator[Activity]:
    """The activities in a value of a page: one itself, a date of one, or lists of these, but no mappings."""
    if isinstance(value, Activity):
        yield value
    elif isinstance(value, Occurrence):
        yield value.activity
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _activities(each)
