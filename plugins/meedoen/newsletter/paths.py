"""Where everything of a letter stands within its site."""

from __future__ import annotations

import re

from meedoen.outputs.letter import Letter
from meedoen.outputs.site_build import SiteBuild

ARCHIVE = "nieuwsbrief.html"
FEED = "nieuwsbrief.xml"
COPY, PROOF = "kopieer.html", "proef.html"
BY_DAY, BY_NIGHT = "proef-licht.html", "proef-donker.html"
MARKDOWN, DRAFT = "brief.md", "concept.eml"
_PAGES = "|".join(re.escape(each) for each in ("index.html", COPY, PROOF))
_IN_MAIL = re.compile(rf"(?:[a-z0-9-]+/)*nieuwsbrief/[a-z0-9-]+/(?!(?:{_PAGES})\Z)[a-z0-9-]+\.html\Z")


def folder(letter: Letter) -> str:
    """Takes a letter; gives `nieuwsbrief/2026-w49-papendrecht/`."""
    return f"nieuwsbrief/{letter.edition.slug}/"


def is_mail(path: str) -> bool:
    """Takes a path; gives whether this path is of HTML that is made for mail programs and is no page of the site."""
    return _IN_MAIL.match(path) is not None


def within(build: SiteBuild, url: str) -> str:
    """Takes the build of a site and an address; gives the path of an address of this site.

    Raises ValueError for an address of another one.
    """
    root = build.main_url("")
    if not url.startswith(root):
        message = f"{url} is not an address of {root}"
        raise ValueError(message)
    path = url.removeprefix(root)
    return f"{path}index.html" if not path or path.endswith("/") else path
