"""Everything that an activity may refer to: the organisation, municipalities, places, partners, projects, lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from meedoen.notation.fields.reader import Names
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.organisation import Municipality, Organisation
from meedoen.programme.partner import Partner, Project
from meedoen.programme.place import Place
from meedoen.programme.plain_language import phrases
from meedoen.programme.vocabulary import Term, spellings


@dataclass(frozen=True)
class Network:
    """The content besides the activities, resolved. Keys are slugs, in the order of the file names."""

    organisation: Organisation
    municipalities: Mapping[str, Municipality]
    places: Mapping[str, Place]
    partners: Mapping[str, Partner]
    projects: Mapping[str, Project]
    vocabularies: Mapping[str, Mapping[str, Term]]
    holidays: HolidayCalendar
    hard_words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def hard_phrases(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The hard words by their first word."""
        return phrases(self.hard_words)

    @cached_property
    def names(self) -> Names:
        """What the references in activity files may point to."""
        lists: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
            "gemeenten": {key: (each.name, ()) for key, each in self.municipalities.items()},
            "locaties": {key: (each.name, ()) for key, each in self.places.items()},
            "partners": {key: (each.name, ()) for key, each in self.partners.items()},
            "projecten": {key: (each.name, ()) for key, each in self.projects.items()},
        }
        for name, terms in self.vocabularies.items():
            lists[name] = {key: (term.name, term.aliases) for key, term in terms.items()}
        return Names(
            {name: spellings(names) for name, names in lists.items()},
            {name: {key: label for key, (label, _) in names.items()} for name, names in lists.items()},
        )

    def municipality(self, slug: str) -> Municipality:
        """The municipality. Raises KeyError for another name."""
        return self.municipalities[slug]

    def sites(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """The municipalities that were chosen, in the order of their files; without a choice all of them."""
        return tuple(slug for slug in self.municipalities if not chosen or slug in chosen)

    def place(self, slug: str) -> Place:
        """The place. Raises KeyError for another name."""
        return self.places[slug]

    def place_names(self, municipality: str) -> Mapping[str, str]:
        """The names of the places in a municipality, by slug."""
        return {slug: each.name for slug, each in self.places.items() if each.municipality == municipality}

    def partner(self, slug: str) -> Partner:
        """The partner; for an empty name the organisation's own. Raises KeyError for another name."""
        return self.partners[slug or self.organisation.organizer]

    def project(self, slug: str) -> Project | None:
        """The project; None for another name."""
        return self.projects.get(slug)

    def zone(self, municipality: str) -> str:
        """The IANA name of the time zone of a municipality; the organisation's for the region."""
        site = self.municipalities.get(municipality)
        return (site.zone if site else "") or self.organisation.zone

    def terms(self, vocabulary: str, keys: tuple[str, ...]) -> tuple[Term, ...]:
        """The terms for these keys, in the order of the list (not of the file), so that labels always read alike."""
        if not keys:
            return ()
        listed = self.vocabularies[vocabulary]
        if len(keys) == 1:
            return (listed[keys[0]],)
        return tuple(term for key, term in listed.items() if key in keys)
