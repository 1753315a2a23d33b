"""Shortcuts into a site for who has five seconds: what is there today, this weekend, nearby, for my child."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.facet import Facet
from meedoen.notation.fields.parsers import parse_age
from meedoen.notation.fields.values import AgeRange
from meedoen.outputs.choices import facet_path

CHILD = 12
"""The highest age for which a grown-up looks."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One shortcut: `kind` is today, weekend, places or child; `number` how much there is; `name` whose age it says."""

    kind: str
    path: str
    number: int
    name: str = ""


def shortcuts(agenda: Agenda, listed: tuple[date, ...], day_path: Callable[[date], str]) -> tuple[Shortcut, ...]:
    """Takes an agenda, the days on the home page below today, and what gives the page of a day; gives the shortcuts.

    They are those that lead somewhere on this site.
    """
    return (*_today(agenda), *_weekend(agenda, listed, day_path), *_places(agenda), *_children(agenda))


def weekend(today: date) -> tuple[date, date] | None:
    """Takes today; gives Saturday and Sunday of this week, from today on; None on a Sunday, when that is today."""
    saturday = today + timedelta(days=5 - today.weekday())
    return None if today > saturday else (saturday, saturday + timedelta(days=1))


def _today(agenda: Agenda) -> Iterator[Shortcut]:
    number = sum(each.takes_place for each in agenda.on(agenda.window.today))
    if number:
        yield Shortcut("today", "#vandaag", number)


def _weekend(agenda: Agenda, listed: tuple[date, ...], day_path: Callable[[date], str]) -> Iterator[Shortcut]:
    span = weekend(agenda.window.today)
    days = agenda.between(*span) if span else ()
    number = sum(each.takes_place for _, of_day in days for each in of_day)
    if number:
        first = days[0][0]
        here = {agenda.window.today: "#vandaag", **{each: f"#d{each.isoformat()}" for each in listed}}
        yield Shortcut("weekend", here.get(first) or day_path(first), number)


def _places(agenda: Agenda) -> Iterator[Shortcut]:
    places = agenda.network.places
    here = [
        each
        for each in agenda.facets
        if each.kind.folder == "locatie" and places[each.slug].municipality == agenda.site.slug
    ]
    if here:
        yield Shortcut("places", "kies.html#locatie" if len(here) > 1 else facet_path(here[0]), len(here))


def _children(agenda: Agenda) -> Iterator[Shortcut]:
    return (
        Shortcut("child", facet_path(each), len(each.coming), each.name) for each in agenda.facets if _is_child(each)
    )


def _is_child(facet: Facet) -> bool:
    """Whether it is a target group with an age in its name, of somebody who is brought along."""
    ages = parse_age(facet.name) if facet.kind.folder == "doelgroep" else None
    return isinstance(ages, AgeRange) and ages.high is not None and ages.high <= CHILD
