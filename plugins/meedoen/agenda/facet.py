"""The ways in which people look for something: for whom, about what, where, by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from meedoen.agenda.occurrence import Occurrence
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network

Coming = tuple[tuple[Activity, Occurrence], ...]


@dataclass(frozen=True, slots=True)
class FacetKind:
    """One way of looking. `folder` names it in addresses, `heading` in the list of choices, `lead` before a value."""

    folder: str
    vocabulary: str
    heading: str
    lead: str
    keys: Callable[[Activity], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One value with what is still to come, soonest first."""

    kind: FacetKind
    slug: str
    name: str
    description: str
    coming: Coming


def _slug(value: object) -> tuple[str, ...]:
    slug = getattr(value, "slug", "")
    return (slug,) if slug else ()


def _organizers(activity: Activity) -> Iterable[str]:
    return dict.fromkeys((activity.organizer.slug, *(partner.slug for partner in activity.partners)))


def _programme_line(activity: Activity) -> Iterable[str]:
    return _slug(activity.programme_line)


def _core_function(activity: Activity) -> Iterable[str]:
    return _slug(activity.core_function)


FACET_KINDS = (
    FacetKind("doelgroep", "doelgroepen", "Voor wie", "Voor", lambda each: (term.slug for term in each.audience)),
    FacetKind("thema", "themas", "Onderwerp", "Onderwerp", lambda each: (term.slug for term in each.themes)),
    FacetKind("locatie", "locaties", "Plek", "Plek", lambda each: _slug(each.place)),
    FacetKind("partner", "partners", "Van wie", "Van", _organizers),
    FacetKind("programmalijn", "programmalijnen", "Programma van de bibliotheek", "Programma", _programme_line),
    FacetKind("kernfunctie", "kernfuncties", "Wat de bibliotheek doet", "De bibliotheek doet", _core_function),
)  # fmt: skip


def facets(coming: Coming, network: Network) -> tuple[Facet, ...]:
    """Every value of every kind that has something to come, in the order of `FACET_KINDS` and of the lists."""
    found: list[Facet] = []
    for kind in FACET_KINDS:
        entries: dict[str, list[tuple[Activity, Occurrence]]] = {}
        for pair in coming:
            for key in kind.keys(pair[0]):
                entries.setdefault(key, []).append(pair)
        for slug, (name, description) in _values(kind, network).items():
            if slug in entries:
                found.append(Facet(kind, slug, name, description, tuple(entries[slug])))
    return tuple(found)


def _values(kind: FacetKind, network: Network) -> dict[str, tuple[str, str]]:
    if kind.vocabulary == "locaties":
        return {slug: (each.name, each.description) for slug, each in network.places.items()}
    if kind.vocabulary == "partners":
        return {slug: (each.name, each.description) for slug, each in network.partners.items()}
    return {slug: (each.name, each.description) for slug, each in network.vocabularies.get(kind.vocabulary, {}).items()}
