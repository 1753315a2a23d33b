"""What is different between two versions of an activity, field by field, in words: what it was and what it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from meedoen.language.wording import list_of, quote
from meedoen.notation.fields.rewriting import AFTERWARDS
from meedoen.notation.markup import plain
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field, Kind
from meedoen.outputs.facts import IN_DUTCH
from meedoen.programme.activity import Activity
from meedoen.programme.joining import Registration
from meedoen.programme.vocabulary import Term
from meedoen.review.moments import date_differences


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """One field: its Dutch name, what it said, what it says; empty where it says nothing.

    `weighs`: who had this in a calendar would come at the wrong moment or to the wrong place.
    """

    name: str
    before: str
    after: str
    weighs: bool = False


Teller = Callable[[Activity, Field], str]


def _value(activity: Activity, row: Field) -> str:
    return str(getattr(activity, row.attribute))


def _yes(activity: Activity, row: Field) -> str:
    return "ja" if getattr(activity, row.attribute) else ""


def _named(activity: Activity, row: Field) -> str:
    """The name of what it refers to, or the names."""
    value: Term | tuple[Term, ...] | None = getattr(activity, row.attribute)
    return list_of([each.name for each in value]) if isinstance(value, tuple) else getattr(value, "name", "")


def _online(activity: Activity, _row: Field) -> str:
    return "" if activity.online is None else activity.online.url or AFTERWARDS


def _signing_up(activity: Activity, _row: Field) -> str:
    registration = activity.registration
    ways = (registration.url, registration.phone, registration.mail) if isinstance(registration, Registration) else ()
    return " ".join((*IN_DUTCH.registration(registration), *(way for way in ways if way)))


def _parts(activity: Activity, _row: Field) -> str:
    parts = ((IN_DUTCH.span(each.times), each.name, each.by, each.room) for each in activity.programme)
    return "; ".join(", ".join(text for text in part if text) for part in parts)


def _picture(activity: Activity, _row: Field) -> str:
    image = activity.image
    texts = (image.file, image.alt and quote(image.alt, 200), image.creator, image.licence) if image else ()
    return ", ".join(each for each in texts if each)


_BY_KIND: Mapping[Kind, Teller] = {
    "line": _value,
    "choice": _value,
    "slug": _value,
    "yes-no": _yes,
    "reference": _named,
    "times": lambda activity, _: IN_DUTCH.span(activity.schedule.times),
    "recurrence": lambda activity, _: IN_DUTCH.series(activity.schedule),
    "markdown": lambda activity, _: plain(activity.body),
    "online": _online,
    "age": lambda activity, _: IN_DUTCH.age(activity.age),
    "price": lambda activity, _: IN_DUTCH.price(activity.price),
    "registration": _signing_up,
    "record": _parts,
    "image": _picture,
}
_OTHERWISE: Mapping[str, Teller] = {
    "locatie": lambda activity, _: activity.place.line if activity.place else "",
    "gemeenten": lambda activity, _: list_of(activity.municipalities),
}
"""Of the fields that are told in another way than others of their kind."""
_ROWS = tuple(
    (row, _OTHERWISE.get(row.key) or _BY_KIND[row.kind])
    for row in ACTIVITY
    if not row.by_dates and row.kind != "address"
)
"""What is told field by field; an address is told as the place that it is."""
_COMPARED = tuple(each.name for each in fields(Activity) if each.name not in ("path", "zone"))


def differences(before: Activity, after: Activity) -> tuple[FieldDifference, ...]:
    """Takes an activity before and after; gives the fields of which people see something else, in the order of a file;
    the dates first.
    """
    return tuple(_differences(before, after))


def looks_different(before: Activity | None, after: Activity | None) -> bool:
    """Takes an activity before and after; gives whether one of the two is not there, or people see something else in
    it.
    """
    if before is None or after is None:
        return before is not after
    if all(getattr(before, name) == getattr(after, name) for name in _COMPARED):
        return False
    return next(_differences(before, after), None) is not None


def _differences(before: Activity, after: Activity) -> Iterator[FieldDifference]:
    for was, becomes in date_differences(before, after):
        yield FieldDifference(name="datum", before=was, after=becomes, weighs=True)
    for row, tell in _ROWS:
        was, becomes = tell(before, row), tell(after, row)
        if was != becomes:
            yield FieldDifference(name=row.told_as or row.key, before=was, after=becomes, weighs=row.weighs)
