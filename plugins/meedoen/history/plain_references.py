"""What one version of a file refers to, taken by name: for reading it by itself, without the content of its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from meedoen.language.slug import slugify
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.location import REGION
from meedoen.programme.organisation import Municipality
from meedoen.programme.partner import Partner, Project
from meedoen.programme.place import Place
from meedoen.programme.vocabulary import Term

_SOME = "…"


@dataclass(frozen=True, slots=True)
class PlainNames:
    """Takes every word for the key of itself; in the folder of the region each municipality is the region."""

    folder: str
    spellings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def key(self, vocabulary: str, text: str) -> str | None:
        """Takes the name of a list and a word; gives the word as a slug."""
        return self.folder if vocabulary == "gemeenten" and self.folder == REGION else slugify(text) or None


@dataclass(frozen=True, slots=True)
class PlainReferences:
    """Whatever is named is there. All of it is called the same and stands in the folder of the file, in UTC, where the
    clock never changes: what a record says of itself is noted of the record.
    """

    folder: str
    names: PlainNames
    holidays: HolidayCalendar

    def municipality(self, slug: str) -> Municipality:
        """One of this name."""
        return Municipality(slug, slug, "https://meedoen")

    def sites(self, _chosen: tuple[str, ...]) -> tuple[str, ...]:
        """The folder: which sites a file chooses is noted by itself."""
        return (self.folder,)

    def zone(self, _municipality: str) -> str:
        """UTC."""
        return "UTC"

    def place(self, slug: str) -> Place:
        """One in the folder of the file."""
        return Place(slug, _SOME, municipality=self.folder)

    def place_names(self, _municipality: str) -> Mapping[str, str]:
        """None are known."""
        return {}

    def partner(self, slug: str) -> Partner:
        """One of this name."""
        return Partner(slug, _SOME)

    def project(self, _slug: str) -> Project | None:
        """None: a project is only noted by its name."""
        return None

    def terms(self, _vocabulary: str, keys: tuple[str, ...]) -> tuple[Term, ...]:
        """Terms of these names, by name: there is no list that orders them."""
        return tuple(Term(key, _SOME) for key in sorted(keys))


@lru_cache(maxsize=256)
def plain_references(folder: str) -> PlainReferences:
    """Takes the top folder of a file; gives what it may refer to."""
    return PlainReferences(folder, PlainNames(folder), HolidayCalendar())
