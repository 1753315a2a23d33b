"""What an output gives to the edges: pages to render, files to write; and the site that they are made for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.revision import Past
from meedoen.notation.markup import Html
from meedoen.outputs.calendar.event import Events
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page: path within the site, template, and what the template may use besides the site."""

    path: str
    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    indexed: bool = True
    feed: str = ""

    @property
    def root(self) -> str:
        """The relative way from this page to the root of its site: `` or `../`."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Asset:
    """Any other file, its bytes made when they are needed."""

    path: str
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True, order=True)
class Nearby:
    """An activity that a neighbouring municipality has soon, in order of time.

    `url` leads there from a home page; `source` is the path of its file.
    """

    day: date
    start: str
    name: str
    when: str
    town: str
    url: str
    source: str


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page that the maintainers wrote, the same on every site."""

    slug: str
    title: str
    body: Html
    summary: str = ""


# Compared by identity: what is worked out once for a site is remembered by it.
@dataclass(frozen=True, eq=False)
class SiteBuild:
    """One site to write. `address` is where it will stand, without a closing slash; `region` the regional home.

    `events` serialises an activity once and remembers; `pictures` has the renditions by activity id.
    """

    agenda: Agenda
    address: str
    region: str
    events: Callable[[Activity], Events]
    static_pages: tuple[StaticPage, ...] = ()
    theme: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, tuple[Rendition, ...]] = field(default_factory=dict)
    preview: bool = False
    past: Past = field(default_factory=Past)
    nearby: tuple[Nearby, ...] = ()

    def url(self, path: str) -> str:
        """The absolute address of a file of this site; the home page has none of its own name."""
        return f"{self.address}/{'' if path == 'index.html' else path}"


Outcome = Iterable[Page | Asset]
