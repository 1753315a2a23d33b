"""How a site looks when it is shared or put on a telephone: the picture of its links, its icons, its manifest."""

from __future__ import annotations

import json
from functools import partial

from meedoen.outputs.drawing import icon, share_picture
from meedoen.outputs.pattern import tile
from meedoen.outputs.site_build import Asset, Outcome, SiteBuild
from meedoen.outputs.stylesheet import schemes_of

MANIFEST = "manifest.webmanifest"
PICTURE = "theme/delen.png"
ICONS = {size: f"theme/icoon-{size}.png" for size in (192, 512)}
FAVICON = "theme/icoon.svg"
# Beside the first book and the shelf, which have the colour of the site.
_BOOKS = ("#b3421f", "#2f6b3a")
_FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="{}"/>'
    '<rect x="6" y="5" width="5" height="22" rx="1" fill="{}"/>'
    '<rect x="12.5" y="8" width="5" height="19" rx="1" fill="{}"/>'
    '<rect x="19" y="6" width="6" height="21" rx="1" fill="{}"/></svg>\n'
)


def sharing(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives the picture of a link to it (Open Graph), the icons, and the manifest."""
    site, organisation = build.agenda.site, build.agenda.network.organisation
    colours = schemes_of(site).day
    head, foot = (colours["head"], colours["on-head"]), (colours["card"], colours["ink"])
    yield Asset(PICTURE, partial(share_picture, site.name, organisation.name, tile(site.slug), head, foot))
    # Not the colour of the head, which may be as light as the paper.
    books = (colours["spine"], *_BOOKS)
    yield Asset(FAVICON, _FAVICON.format(colours["paper"], *books).encode)
    for size, path in ICONS.items():
        yield Asset(path, partial(icon, size, colours["paper"], books, colours["spine"]))
    yield Asset(MANIFEST, partial(manifest, build))


def manifest(build: SiteBuild) -> bytes:
    """Takes the build of a site; gives what a telephone needs to put it on its home screen.

    It is a W3C Web Application Manifest. There is no service worker with it: a page from yesterday would say that a
    lesson goes ahead (pages.md 48).
    """
    site = build.agenda.site
    colours = schemes_of(site).day
    icons = [
        {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size, path in ICONS.items()
        for purpose in ("any", "maskable")
    ]
    members = {
        "name": title(build),
        "short_name": site.name,
        "description": build.voice.gettext("Wat er te doen is in %(site)s.", site=site.name),
        "lang": build.voice.code,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": colours["head"],
        "background_color": colours["paper"],
        "icons": icons,
    }
    return (json.dumps(members, ensure_ascii=False, indent=1) + "\n").encode()


def title(build: SiteBuild) -> str:
    """Takes the build of a site; gives its name: `Agenda Papendrecht`."""
    return build.voice.gettext("Agenda %(site)s", site=build.agenda.site.name)
