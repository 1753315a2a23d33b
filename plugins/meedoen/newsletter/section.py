"""The parts of a letter: which there are, what belongs in each, and under which heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from meedoen.language.suggestion import nearest_name, nearest_word
from meedoen.language.wording import capital
from meedoen.newsletter.candidate import Candidate, Named
from meedoen.programme.location import REGION

HIGHLIGHTS, NEW, MOVED, CANCELLED = "uitgelicht", "nieuw", "verplaatst", "gaat-niet-door"
WEEKLY, CLOSING, HELP = "elke-week", "laatste-plaatsen", "hulp-gezocht"
FOR_EVERYBODY = ("iedereen", "iedereen")
MANY = 3
"""From so many audiences on something is for everybody."""
CHANGES = (MOVED, CANCELLED)
"""What readers who were told of something must hear: in every letter, at its end unless it says where."""
OF_A_SITE = (NEW, "doelgroep", WEEKLY, *CHANGES)
OF_AN_AUDIENCE = (NEW, "thema", WEEKLY, *CHANGES)
OF_THE_REGION = (NEW, "gemeente", *CHANGES)
_LAST = 10_000
_TITLES = {
    HIGHLIGHTS: "Uitgelicht",
    NEW: "Nieuw",
    MOVED: "Verplaatst",
    CANCELLED: "Gaat niet door",
    "agenda": "Agenda",
    WEEKLY: "Elke week",
    CLOSING: "Meld je nu aan",
    HELP: "Hulp gezocht",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where something stands: the key of its section, the title above it, its place among those of its kind."""

    key: str
    title: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class ListOrder:
    """The names that group a letter, each with its place: audiences, themes, places and municipalities."""

    names: Mapping[str, Mapping[str, str]]

    def title(self, kind: str, slug: str) -> str:
        """The heading for one value of a kind."""
        name = self.names.get(kind, {}).get(slug, slug)
        return f"Voor {name}" if kind == "doelgroep" else capital(name)

    def place(self, kind: str, slug: str) -> int:
        """Where it stands among its kind, from 1; 0 for what is not in the list."""
        return next((number for number, each in enumerate(self.names.get(kind, {}), 1) if each == slug), 0)


def _audience(each: Candidate) -> Named:
    terms = each.audiences
    named = any(slug == FOR_EVERYBODY[0] for slug, _ in terms)
    return FOR_EVERYBODY if named or not 0 < len(terms) < MANY else terms[0]


def _theme(each: Candidate) -> Named:
    return each.themes[0] if each.themes else ("", "Ook te doen")


def _place(each: Candidate) -> Named:
    return each.place if each.place[0] else ("", "Op een andere plek")


def _municipality(each: Candidate) -> Named:
    return ("", "In de hele regio") if each.regional else (each.site, each.site)


GROUPS: Mapping[str, Callable[[Candidate], Named]] = {
    "doelgroep": _audience,
    "thema": _theme,
    "plek": _place,
    "gemeente": _municipality,
    "agenda": lambda _: ("", "Agenda"),
}
"""The kinds in which everything finds a place; each gives sections, one for each value."""
_OWN: Mapping[str, Callable[[Candidate], tuple[Named, ...]]] = {
    "doelgroep": lambda each: each.audiences,
    "thema": lambda each: each.themes,
    "plek": lambda each: (each.place,),
    "gemeente": lambda each: ((each.site, each.site),),
}


def default_sections(municipality: str, audience: str, chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """Takes a municipality, an audience and what the organisation chose; gives the sections of a letter that chooses
    none: those of the organisation, else by what kind of letter it is.
    """
    if chosen and not audience and municipality != REGION:
        return tuple(chosen)
    if municipality == REGION:
        return OF_THE_REGION
    return OF_AN_AUDIENCE if audience else OF_A_SITE


def heading(sections: Sequence[str], each: Candidate, facts: Mapping[str, bool], order: ListOrder) -> Heading | None:
    """Takes the sections of a letter, an activity, facts about it and the order of lists; gives where this activity
    stands; None when no section takes it.

    `facts` tells to which special sections it belongs (`nieuw`, `elke-week`, `laatste-plaatsen`, `hulp-gezocht`): these
    take it before the groups do, wherever they stand in the letter; else they would be empty.
    """
    for key in sections:
        if facts.get(key):
            return Heading(key, _TITLES[key])
    for key in sections:
        kind, _, value = key.partition("/")
        if value and any(slug == value for slug, _ in _OWN[kind](each)):
            return Heading(key, order.title(kind, value))
        if not value and kind in GROUPS:
            slug, name = GROUPS[kind](each)
            title = order.title(kind, slug) if slug else name
            return Heading(f"{kind}/{slug}" if slug else kind, title, _place_of(kind, slug, order))
    return None


def _place_of(kind: str, slug: str, order: ListOrder) -> int:
    """For everybody, or of the whole region, stands before the others; without a theme or place after them."""
    if slug and slug != FOR_EVERYBODY[0]:
        return order.place(kind, slug)
    return _LAST if kind in ("thema", "plek") else 0


def special(key: str) -> Heading:
    """Takes the key of a section that is no group; gives its heading."""
    return Heading(key, _TITLES[key])


def unknown_section(key: str, order: ListOrder) -> str | None:
    """Takes a key and the order of lists; gives None for a key that exists; else the one that was probably meant, or an
    empty text.
    """
    kind, _, value = key.partition("/")
    if value and kind in _OWN:
        known = order.names.get(kind, {})
        if value in known:
            return None
        near = nearest_name(value, known)
        return f"{kind}/{near}" if near else ""
    if key in _TITLES.keys() | GROUPS.keys() and key != HIGHLIGHTS:
        return None
    return nearest_word(key, [each for each in (*GROUPS, *_TITLES) if each != HIGHLIGHTS])
