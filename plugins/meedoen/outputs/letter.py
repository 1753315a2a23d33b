"""An edition written out: every line that a reader will see, in order. All exports are made from this value alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum

from meedoen.notation.markup import NOTHING, Html
from meedoen.programme.edition import Edition
from meedoen.programme.scheme import Schemes


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture beside an item: the absolute address of a resized one, its size in pixels, and what is on it."""

    url: str
    width: int
    height: int
    alt: str


class NoteKind(StrEnum):
    """What a note is about first: the colour in which it is told goes by it, and not by its words."""

    OTHER = ""
    CANCELLED = "afgelast"
    POSTPONED = "uitgesteld"
    RESCHEDULED = "verplaatst"
    FULL = "vol"
    PARTLY_FULL = "deels vol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One activity, told once: what a candidate begins, a draft completes and a letter gives its addresses.

    All texts are plain: whoever writes them down escapes them.

    `when` is one line, a series folded (“elke dinsdag, 10.00-11.30 uur, niet op 29 december”); `note` what is special
    (“Nieuw”, “Verplaatst: was …”, “Gaat niet door: …”, “Vol”); `url` the absolute address of its page.
    """

    id: str
    name: str
    when: str = ""
    where: str = ""
    url: str = ""
    summary: str = ""
    note: str = ""
    note_kind: NoteKind = NoteKind.OTHER
    audience: str = ""
    price: str = ""
    theme: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items, in order. `more` is how many did not fit, `more_url` where they are."""

    key: str
    title: str
    items: tuple[Item, ...]
    _: KW_ONLY
    more: int = 0
    more_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The whole edition. `title` stands above it (“Papendrecht, 30 november t/m 6 december”), `sender` is who sends it.

    `url` is the web version, `site_url` the agenda, `archive_url` the page with all editions; `address` and `mail` are
    those of the sender. `schemes` has the colours of the municipality by day and by night, `spines` those of each theme
    (slug → day, night).
    """

    edition: Edition
    title: str
    sender: str
    url: str
    site_url: str
    archive_url: str
    sections: tuple[Section, ...]
    schemes: Schemes
    spines: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    preheader: str = ""
    intro: Html = NOTHING
    intro_text: str = ""
    address: str = ""
    mail: str = ""
    language: str = "nl"

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the letter."""
        return tuple(item for section in self.sections for item in section.items)
