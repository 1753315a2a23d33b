"""How a letter looks: the colours of the municipality by day and by night, and the spines of what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

from meedoen.outputs.letter import Item, Letter, NoteKind, Section
from meedoen.programme.colour import BLACK, mix
from meedoen.programme.scheme import Scheme

MOST_BOOKS = 12
_TOKENS = {
    NoteKind.CANCELLED: "stop",
    NoteKind.POSTPONED: "stop",
    NoteKind.RESCHEDULED: "move",
    NoteKind.FULL: "full",
    NoteKind.PARTLY_FULL: "full",
    NoteKind.OTHER: "spine",
}
"""What a note is about → the token of its colour."""
_SHADE = 0.28  # as the edge of the head on the site


@dataclass(frozen=True, slots=True)
class Book:
    """A book on the shelf above a section: the number of its colour, its width and how much lower than the shelf."""

    spine: int
    width: int
    gap: int


@dataclass(frozen=True)
class MailStyle:
    """The colours of one letter. `spine_of` gives the number of an item's spine, `spines` each number's two colours."""

    letter: Letter

    @property
    def day(self) -> Scheme:
        """What stands in the elements themselves."""
        return self.letter.schemes.day

    @property
    def night(self) -> Scheme:
        """What a dark screen shows instead."""
        return self.letter.schemes.night

    @cached_property
    def spines(self) -> tuple[tuple[str, str], ...]:
        """The colours by number, those of the municipality first."""
        own = (self.day["spine"], self.night["spine"])
        return tuple(dict.fromkeys((own, *(self._spine(each) for each in self.letter.items))))

    def spine_of(self, item: Item) -> int:
        """The number of the colour of this item."""
        return self.spines.index(self._spine(item))

    def _spine(self, item: Item) -> tuple[str, str]:
        return self.letter.spines.get(item.theme, (self.day["spine"], self.night["spine"]))

    @cached_property
    def edge(self) -> tuple[str, str]:
        """The edge of the cover, by day and by night."""
        return mix(BLACK, self.day["head"], _SHADE), mix(BLACK, self.night["head"], _SHADE)

    def shelf(self, section: Section) -> tuple[Book, ...]:
        """A book for each item of the section, always the same for the same item."""
        return tuple(self._books(section.items[:MOST_BOOKS]))

    def _books(self, items: tuple[Item, ...]) -> Iterator[Book]:
        for item in items:
            seed = crc32(item.id.encode())
            yield Book(self.spine_of(item), 9 + 2 * (seed % 4), 3 * (seed // 4 % 4))

    def state(self, item: Item) -> str:
        """The token of the colour in which the note of this item is told."""
        return _TOKENS[item.note_kind]
