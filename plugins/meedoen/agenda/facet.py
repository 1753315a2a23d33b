"""By what people look for something: for whom, about what, where, by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import Choice
from meedoen.language.voice import N_
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network

Coming = tuple[tuple[Activity, Occurrence], ...]


@dataclass(frozen=True, slots=True)
class FacetKind:
    """One thing to look by. `folder` names it in addresses, `heading` in the list of choices, `lead` before a value.

    `feed`: whether people also subscribe by it.
    """

    folder: str
    vocabulary: str
    heading: str
    lead: str
    keys: Callable[[Activity], Iterable[str]]
    feed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
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


def _audience(activity: Activity) -> Iterable[str]:
    return (term.slug for term in activity.audience)


def _themes(activity: Activity) -> Iterable[str]:
    return (term.slug for term in activity.themes)


def _organizers(activity: Activity) -> Iterable[str]:
    return dict.fromkeys((activity.organizer.slug, *(partner.slug for partner in activity.partners)))


def _programme_line(activity: Activity) -> Iterable[str]:
    return _slug(activity.programme_line)


def _core_function(activity: Activity) -> Iterable[str]:
    return _slug(activity.core_function)


def _other_languages(activity: Activity) -> Iterable[str]:
    # Hardly anybody says that an activity is in Dutch: a list of those that do would mislead.
    return (term.slug for term in activity.languages if term.code != "nl")


def _free(activity: Activity) -> Iterable[str]:
    price = activity.price
    return (FREE,) if len(price) == 1 and not price[0].cents and not price[0].label else ()


def _arranged(activity: Activity) -> Iterable[str]:
    """What is arranged by the activity itself or at its place."""
    of_place = activity.place.accessibility if activity.place else ()
    return dict.fromkeys((*(term.slug for term in activity.accessibility), *of_place))


def _day_part(activity: Activity) -> Iterable[str]:
    times = activity.schedule.times
    return () if times is None else (next(slug for slug, (until, _) in _DAY_PARTS.items() if times.start.hour < until),)


FREE = "gratis"
# Slug → the hour before which it begins, and its name. The night is part of the evening.
_DAY_PARTS = {
    "ochtend": (12, N_("in de ochtend")),
    "middag": (18, N_("in de middag")),
    "avond": (24, N_("in de avond")),
}
FACET_KINDS = (
    FacetKind("doelgroep", "doelgroepen", N_("Voor wie"), N_("Voor"), _audience),
    FacetKind("thema", "themas", N_("Onderwerp"), N_("Onderwerp"), _themes),
    FacetKind("locatie", "locaties", N_("Plek"), N_("Plek"), lambda each: _slug(each.place)),
    FacetKind("dagdeel", "", N_("Wanneer op de dag"), N_("Wanneer"), _day_part, feed=False),
    FacetKind("prijs", "", N_("Prijs"), N_("Prijs"), _free),
    FacetKind("taal", "talen", N_("Taal"), N_("Taal"), _other_languages),
    FacetKind("toegankelijkheid", "toegankelijkheid", N_("Toegankelijkheid"), N_("Geregeld"), _arranged, feed=False),
    FacetKind("partner", "partners", N_("Van wie"), N_("Van"), _organizers),
    FacetKind("programmalijn", "programmalijnen", N_("Programma van de bibliotheek"), N_("Programma"), _programme_line),
    FacetKind("kernfunctie", "kernfuncties", N_("Wat de bibliotheek doet"), N_("De bibliotheek doet"), _core_function),
)  # fmt: skip
CHOICE_KINDS = tuple(kind for kind in FACET_KINDS if kind.feed)
"""The kinds by which people choose a calendar."""
WHOLE = frozenset({"doelgroepen", "themas", "programmalijnen", "kernfuncties"})
"""The lists of which each word has its calendar from the day that it is in the list."""
OF_A_SITE = frozenset({"locaties", "partners"})
"""The lists of which each value has its calendar on the sites that it names."""
COMBINED = ("locatie", "doelgroep", "thema")
"""The folders of which people combine values, in the order in which a choice names them."""
_COMBINATIONS = tuple(folders for size in (2, 3) for folders in combinations(COMBINED, size))


def choices(activity: Activity) -> Iterator[Choice]:
    """Takes an activity; gives every choice that shows it: all, each of its values, each combination of them."""
    return combined(chosen_by(activity))


def chosen_by(activity: Activity) -> dict[str, tuple[str, ...]]:
    """Takes an activity; gives folder → slugs by which people choose a calendar with it."""
    return {kind.folder: tuple(kind.keys(activity)) for kind in CHOICE_KINDS}


# Lists, cards, the search index: all outputs of a site ask it.
@lru_cache(maxsize=8192)
def found_by(activity: Activity) -> tuple[tuple[FacetKind, tuple[str, ...]], ...]:
    """Takes an activity; gives the kinds by which people find it, each with its slugs."""
    kinds = ((kind, tuple(kind.keys(activity))) for kind in FACET_KINDS)
    return tuple(pair for pair in kinds if pair[1])


def combined(slugs: Mapping[str, Iterable[str]]) -> Iterator[Choice]:
    """Takes slugs by folder.

    Gives the choices that they make: nothing chosen, each by itself, each combination of kinds.
    """
    yield ()
    pairs_of = {folder: tuple((folder, slug) for slug in of_kind) for folder, of_kind in slugs.items()}
    for pairs in pairs_of.values():
        for pair in pairs:
            yield (pair,)
    for folders in _COMBINATIONS:
        yield from product(*(pairs_of.get(folder, ()) for folder in folders))


def facets(coming: Coming, network: Network) -> tuple[Facet, ...]:
    """Takes what is still to come and the network; gives every value of every kind that has something to come.

    In the order of `FACET_KINDS` and of the lists.
    """
    entries: defaultdict[tuple[str, str], list[tuple[Activity, Occurrence]]] = defaultdict(list)
    for pair in coming:
        for kind, slugs in found_by(pair[0]):
            for slug in slugs:
                entries[kind.folder, slug].append(pair)
    return tuple(
        Facet(kind=kind, slug=slug, name=name, description=description, coming=tuple(entries[kind.folder, slug]))
        for kind in FACET_KINDS
        for slug, (name, description) in values(kind, network).items()
        if (kind.folder, slug) in entries
    )


def values(kind: FacetKind, network: Network) -> Mapping[str, tuple[str, str]]:
    """Takes a kind and the network; gives slug → name and description of every value, in the order of its list."""
    if kind.folder == "prijs":
        return {FREE: (N_("gratis"), "")}
    if kind.folder == "dagdeel":
        return {slug: (name, "") for slug, (_, name) in _DAY_PARTS.items()}
    if kind.vocabulary == "locaties":
        return {slug: (each.name, each.description) for slug, each in network.places.items()}
    if kind.vocabulary == "partners":
        return {slug: (each.name, each.description) for slug, each in network.partners.items()}
    return {slug: (each.name, each.description) for slug, each in network.vocabularies.get(kind.vocabulary, {}).items()}
