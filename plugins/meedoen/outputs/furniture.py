"""What every site has besides its programme: the maintainers' pages, style, sitemap, 404."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from xml.sax.saxutils import escape

from meedoen.outputs.colour import BLACK, WHITE
from meedoen.outputs.output import Asset, Outcome, Page, SiteBuild
from meedoen.outputs.pattern import pattern
from meedoen.outputs.stylesheet import INK, colours, day


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
    """The pages that search engines may show, by address."""
    addresses = sorted(build.url(page.path) for page in pages if page.indexed)
    lines = [f"<url><loc>{escape(address)}</loc></url>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return Asset("sitemap.xml", lambda: (head + "\n".join(lines) + "\n</urlset>\n").encode())
