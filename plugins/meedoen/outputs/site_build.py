"""What an output gives to the edges: pages to render, files to write; and the site that they are made for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.revision import Past
from meedoen.language.voice import Voice
from meedoen.notation.markup import Html
from meedoen.notation.time.clock import Times
from meedoen.outputs.calendar.event import Events
from meedoen.outputs.facts import IN_DUTCH, Facts
from meedoen.outputs.letter import Letter
from meedoen.programme.activity import Activity
from meedoen.programme.picture import Rendition


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page: path within the site, template, and what the template may use besides the site.

    `once`: a site has it in its main language alone. `updated`: the day that the page names at its foot, of the newest
    change in what it tells. `press` makes the bytes of what the template gives, where that is not to be a page of the
    site but part of a file.
    """

    path: str
    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    indexed: bool = True
    feed: str = ""
    once: bool = False
    updated: date | None = None
    press: Callable[[str], bytes] = str.encode

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

    `url` leads there from the Dutch home page; `source` is the path of its file. `facts.when` says when it is.
    """

    day: date
    start: str
    name: str
    town: str
    url: str
    source: str
    last_day: date
    times: Times | None = field(compare=False)


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page that the maintainers wrote, the same on every site. `lang` is the language in which it is written."""

    slug: str
    title: str
    body: Html
    summary: str = ""
    lang: str = "nl"


@dataclass(frozen=True, slots=True)
class ProposalLabel:
    """The proposal of which a preview is: its number at the forge, and the commit in short."""

    number: str
    commit: str


# Compared by identity: what is worked out once for a site is remembered by it.
@dataclass(frozen=True, eq=False)
class SiteBuild:
    """One site to write. `address` is where it will stand, without a closing slash; `region` the regional home.

    `events` serialises an activity once and remembers; `pictures` has the renditions by activity id. `facts` speaks the
    language of the pages; `voices` are all in which this site is written, its main language first. The pages of another
    language stand in a folder of its code; files such as calendars and pictures are shared. `letters` are the
    newsletters of this site, the newest first.
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
    facts: Facts = IN_DUTCH
    voices: tuple[Voice, ...] = (IN_DUTCH.voice,)
    proposal_label: ProposalLabel | None = None
    letters: tuple[Letter, ...] = ()

    @property
    def voice(self) -> Voice:
        """The language of the pages."""
        return self.facts.voice

    @property
    def written(self) -> tuple[StaticPage, ...]:
        """The maintainers' pages, each in this language where it is there, else in the main one."""
        main = {each.slug: each for each in self.static_pages if each.lang == self.voices[0].code}
        own = {each.slug: each for each in self.static_pages if each.lang == self.voice.code}
        return tuple(own.get(slug, each) for slug, each in main.items())

    def voices_of(self, page: Page) -> tuple[Voice, ...]:
        """In which languages this page is there."""
        if len(self.voices) == 1 or page.once:
            return self.voices[:1]
        codes = {each.lang for each in self.static_pages if f"{each.slug}.html" == page.path}
        return tuple(each for each in self.voices if not codes or each.code in codes)

    @property
    def folder(self) -> str:
        """Where the pages of this language stand within the site: `en/`, or nothing for the main language."""
        return self.folder_of(self.voice)

    def folder_of(self, voice: Voice) -> str:
        """`en/` for another language than the main one of this site, else nothing."""
        return "" if voice.code == self.voices[0].code else f"{voice.code}/"

    def url(self, path: str) -> str:
        """The absolute address of a page in this language; the home page has none of its own name."""
        return self.url_in(self.voice, path)

    def url_in(self, voice: Voice, path: str) -> str:
        """The absolute address of the same page in another language of this site."""
        return self.main_url(self.folder_of(voice) + ("" if path == "index.html" else path))

    def main_url(self, path: str) -> str:
        """The absolute address of a file that all languages share, or of a page in the main one."""
        return f"{self.address}/{'' if path == 'index.html' else path}"


Outcome = Iterable[Page | Asset]
