"""All newsletters of the content: the editions, the letters that were settled, and which came before which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from meedoen.language.problems import FilePosition
from meedoen.newsletter.draft import Draft
from meedoen.programme.edition import Edition

Spot = tuple[str, str, str]
"""Of an edition, in a field, a value: where that stands in its file."""
Write = Callable[[Edition, tuple[Draft, ...]], Draft]
"""Composes the letter of an edition from the letters before it."""
_MOST_EARLIER = 60
"""How many letters back readers are taken to remember."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The editions by slug, in the order of their names; `locks` are the letters as they were settled.

    `unlocked` are those that say that they are settled and of which the letter is gone: they are no editions.
    `places` tells where each value of a list stands, for who finds later that something is wrong with it.
    """

    editions: Mapping[str, Edition] = field(default_factory=dict)
    locks: Mapping[str, Draft] = field(default_factory=dict)
    places: Mapping[Spot, FilePosition] = field(default_factory=dict)
    unlocked: Mapping[str, Edition] = field(default_factory=dict)

    def of(self, municipality: str) -> tuple[Edition, ...]:
        """The editions for this municipality, or for `regio`, the oldest first."""
        editions = (each for each in self.editions.values() if each.municipality == municipality)
        return tuple(sorted(editions, key=lambda each: (each.as_of, each.first, each.slug)))

    def unsettled(self, municipality: str) -> tuple[Edition, ...]:
        """Those of them that are still to be written."""
        return tuple(each for each in self.of(municipality) if not (each.settled and each.slug in self.locks))

    def told_in(self, municipality: str) -> frozenset[str]:
        """The ids of everything that is named in them: what a settled one told, or somebody wants to highlight."""
        editions = self.of(municipality)
        locks = (self.locks[each.slug] for each in editions if each.slug in self.locks)
        identifiers = (entry.item.id for lock in locks for entry in lock.entries)
        return frozenset((*identifiers, *(identifier for each in editions for identifier in each.highlights)))

    def without(self, paths: frozenset[str]) -> Archive:
        """The same without the editions in these files."""
        kept = {slug: each for slug, each in self.editions.items() if each.path not in paths}
        return replace(self, editions=kept) if len(kept) < len(self.editions) else self

    def only(self, municipalities: frozenset[str]) -> Archive:
        """The same with the editions of these alone."""
        kept = {slug: each for slug, each in self.editions.items() if each.municipality in municipalities}
        return replace(self, editions=kept)

    def place(self, edition: Edition, attribute: str, value: str = "") -> FilePosition:
        """Where this value of the edition stands; its file when that is not known."""
        return self.places.get((edition.slug, attribute, value), FilePosition(edition.path))

    def before(self, edition: Edition) -> tuple[Edition, ...]:
        """The editions that its readers had before, the oldest first; each once, whatever `previous` says."""
        earlier: dict[str, Edition] = {}
        slug = edition.previous
        while slug in self.editions and slug not in earlier and slug != edition.slug and len(earlier) < _MOST_EARLIER:
            earlier[slug] = self.editions[slug]
            slug = earlier[slug].previous
        return tuple(reversed(earlier.values()))

    def drafts(self, editions: Iterable[Edition], write: Write) -> tuple[Draft, ...]:
        """The letters of these editions; one that is not settled is written, once, after those before it."""
        made: dict[str, Draft] = {}

        def draft(edition: Edition) -> Draft:
            if edition.slug not in made:
                lock = self.locks.get(edition.slug)
                if edition.settled and lock is not None:
                    made[edition.slug] = replace(lock, edition=replace(lock.edition, path=edition.path))
                else:
                    made[edition.slug] = write(edition, self.earlier(edition, draft))
            return made[edition.slug]

        return tuple(draft(each) for each in editions)

    def earlier(self, edition: Edition, draft: Callable[[Edition], Draft]) -> tuple[Draft, ...]:
        """The letters before this one, as they were sent where that was kept, the oldest first."""
        return tuple(self.locks.get(each.slug) or draft(each) for each in self.before(edition))
