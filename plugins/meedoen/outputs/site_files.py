"""What every site has besides its programme: the maintainers' pages, style, sitemap, 404."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from xml.sax.saxutils import escape

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED
from meedoen.outputs.pattern import pattern
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild
from meedoen.outputs.stylesheet import colours, schemes_of
from meedoen.programme.activity import Activity


def static_pages(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives About, contact and the like, and the page for addresses that don't exist."""
    for page in build.written:
        if page.lang == build.voice.code:
            yield Page(f"{page.slug}.html", "page.html", page.title, {"written": page})
    if not build.folder:
        yield Page("404.html", "404.html", build.voice.gettext("Deze pagina is er niet"), {}, indexed=False, once=True)


def theme_files(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives the theme's files, the style sheet after its colours, and its pattern."""
    site = build.agenda.site
    for path, data in build.theme.items():
        if path == "style.css":
            rules = colours(site, build.agenda.network).encode()
            yield Asset("theme/style.css", partial(bytes, rules + data))
        else:
            yield Asset(f"theme/{path}", partial(bytes, data))
    drawn = pattern(site.slug, schemes_of(site).pattern)
    yield Asset("theme/patroon.svg", drawn.encode)


def robots(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `robots.txt`. Everybody may read everything; a preview is for nobody."""
    rule = "Disallow: /" if build.preview else "Allow: /"
    text = f"User-agent: *\n{rule}\n\nSitemap: {build.url('sitemap.xml')}\n"
    yield Asset("robots.txt", text.encode)


def sitemap(build: SiteBuild, pages: Iterable[Page]) -> Asset:
    """Takes the build of a site and its pages; gives those that search engines may show, by address.

    Each has the day on which what it shows last changed.
    """
    shown = tuple(page for page in pages if page.indexed)
    return Asset("sitemap.xml", lambda: "".join(_sitemap(build, shown)).encode())


def _sitemap(build: SiteBuild, pages: Iterable[Page]) -> Iterator[str]:
    revisions = ((each, build.past.of(each.id)) for each in build.agenda.activities)
    moments = {each: revision.modified for each, revision in revisions if revision.modified != FIXED.modified}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    several = len(build.voices) > 1
    yield ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' if several else ">\n"
    for page in sorted(pages, key=lambda page: build.url(page.path)):
        changed = last_changed(page, moments)
        day = f"<lastmod>{changed}</lastmod>" if changed else ""
        addresses = {voice.code: escape(build.url_in(voice, page.path)) for voice in build.voices_of(page)}
        pairs = addresses.items() if several else ()
        others = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{there}"/>' for code, there in pairs)
        for address in addresses.values():
            yield f"<url><loc>{address}</loc>{day}{others}</url>\n"
    yield "</urlset>\n"


def last_changed(page: Page, moments: Mapping[Activity, datetime]) -> date | None:
    """Takes a page, and when each activity last changed; gives the day, in UTC, of the newest change that it shows.

    None without a history. What the maintainers wrote themselves has no such day. A page of the region has it as
    `changed`.
    """
    if isinstance(changed := page.context.get("changed"), date):
        return changed
    shown: set[Activity] = set()
    _gather(page.context.values(), shown)
    newest = max((moments[each] for each in shown if each in moments), default=None)
    return newest.date() if newest else None


def _gather(values: Iterable[object], activities: set[Activity]) -> None:
    """Adds those among the values of a page: one itself, a date of one, lists of these, but no mappings."""
    for value in values:
        if isinstance(value, Occurrence):
            activities.add(value.activity)
        elif isinstance(value, Activity):
            activities.add(value)
        elif isinstance(value, (tuple, list)):
            _gather(value, activities)
