"""What is different between two versions of an activity, field by field, in words: what it was and what it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from meedoen.language.wording import list_of, quote
from meedoen.notation.fields.rewriting import AFTERWARDS
from meedoen.notation.markup import plain
from meedoen.outputs.facts import IN_DUTCH
from meedoen.programme.activity import Activity
from meedoen.programme.joining import Registration
from meedoen.programme.vocabulary import Term
from meedoen.review.moments import date_differences


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field: its Dutch name, what it said, what it says; empty where it says nothing.

    `weighs`: who had this in a calendar would come at the wrong moment or to the wrong place.
    """

    name: str
    before: str
    after: str
    weighs: bool = False


def _terms(attribute: str) -> Callable[[Activity], str]:
    return lambda each: _listed(getattr(each, attribute))


def _text(attribute: str) -> Callable[[Activity], str]:
    return lambda each: str(getattr(each, attribute))


def _yes(attribute: str) -> Callable[[Activity], str]:
    return lambda each: "ja" if getattr(each, attribute) else ""


def _named(attribute: str) -> Callable[[Activity], str]:
    return lambda each: getattr(getattr(each, attribute), "name", "")


def _listed(terms: Iterable[Term]) -> str:
    return list_of([term.name for term in terms])


def _where(activity: Activity) -> str:
    return activity.place.line if activity.place else ""


def _online(activity: Activity) -> str:
    return "" if activity.online is None else activity.online.url or AFTERWARDS


def _signing_up(activity: Activity) -> str:
    given = activity.registration
    ways = (given.url, given.phone, given.mail) if isinstance(given, Registration) else ()
    return " ".join((*IN_DUTCH.registration(given), *(way for way in ways if way)))


def _parts(activity: Activity) -> str:
    parts = ((IN_DUTCH.span(each.times), each.name, each.by, each.room) for each in activity.programme)
    return "; ".join(", ".join(said for said in part if said) for part in parts)


def _picture(activity: Activity) -> str:
    image = activity.image
    said = (image.file, image.alt and quote(image.alt, 200), image.creator, image.licence) if image else ()
    return ", ".join(each for each in said if each)


_ROWS: Mapping[str, tuple[Callable[[Activity], str], bool, tuple[str, ...]]] = {
    "titel": (_text("name"), False, ("name",)),
    "samenvatting": (_text("summary"), False, ("summary",)),
    "tijd": (lambda each: IN_DUTCH.span(each.schedule.times), True, ("schedule",)),
    "herhaling": (lambda each: IN_DUTCH.series(each.schedule), False, ("schedule",)),
    "locatie": (_where, True, ("place",)),
    "ruimte": (_text("room"), True, ("room",)),
    "online": (_online, True, ("online",)),
    "status": (_text("status"), True, ("status",)),
    "reden": (_text("reason"), False, ("reason",)),
    "gemeenten": (lambda each: list_of(each.municipalities), False, ("municipalities", "folder")),
    "organisator": (_named("organizer"), False, ("organizer",)),
    "met": (lambda each: list_of([partner.name for partner in each.partners]), False, ("partners",)),
    "doelgroep": (_terms("audience"), False, ("audience",)),
    "leeftijd": (lambda each: IN_DUTCH.age(each.age), False, ("age",)),
    "taal": (_terms("languages"), False, ("languages",)),
    "taalniveau": (_text("language_level"), False, ("language_level",)),
    "kernfunctie": (_named("core_function"), False, ("core_function",)),
    "raakt-ook": (_terms("also_touches"), False, ("also_touches",)),
    "programmalijn": (_named("programme_line"), False, ("programme_line",)),
    "thema": (_terms("themes"), False, ("themes",)),
    "vaardigheid": (_terms("skills"), False, ("skills",)),
    "sdg": (_terms("goals"), False, ("goals",)),
    "project": (_named("project"), False, ("project",)),
    "prijs": (lambda each: IN_DUTCH.price(each.price), False, ("price",)),
    "aanmelden": (_signing_up, False, ("registration",)),
    "toegankelijkheid": (_terms("accessibility"), False, ("accessibility",)),
    "hulp-gezocht": (_text("help_wanted"), False, ("help_wanted",)),
    "programma": (_parts, False, ("programme",)),
    "afbeelding": (_picture, False, ("image",)),
    "uitgelicht": (_yes("featured"), False, ("featured",)),
    "verborgen": (_yes("hidden"), True, ("hidden",)),
    "kenmerk": (_text("id"), False, ("id", "page")),
    "tekst": (lambda each: plain(each.body), False, ("body",)),
}
TOLD_BY: Mapping[str, tuple[str, ...]] = {name: attributes for name, (_, _, attributes) in _ROWS.items()}
"""Which attributes each row tells of; dates with their changes have rows of their own."""
_COMPARED = tuple(each.name for each in fields(Activity) if each.name not in ("path", "zone"))


def differences(before: Activity, after: Activity) -> tuple[FieldDifference, ...]:
    """The fields of which people see something else, in the order of a file; the dates first."""
    return tuple(_differences(before, after))


def looks_different(before: Activity | None, after: Activity | None) -> bool:
    """Whether one of the two is not there, or people see something else in it."""
    if before is None or after is None:
        return before is not after
    if all(getattr(before, name) == getattr(after, name) for name in _COMPARED):
        return False
    return next(_differences(before, after), None) is not None


def _differences(before: Activity, after: Activity) -> Iterator[FieldDifference]:
    for was, becomes in date_differences(before, after):
        yield FieldDifference("datum", was, becomes, weighs=True)
    for name, (told, weighs, _) in _ROWS.items():
        was, becomes = told(before), told(after)
        if was != becomes:
            yield FieldDifference(name, was, becomes, weighs)
