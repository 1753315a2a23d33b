"""The parts of a letter in their order, and how much of each fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meedoen.newsletter.draft import Entry, Part
from meedoen.newsletter.section import CHANGES, HIGHLIGHTS, Heading, ListOrder
from meedoen.outputs.lists import month_path, week_path
from meedoen.programme.edition import MOST, Edition
from meedoen.programme.location import REGION

_WHOLE = (HIGHLIGHTS, *CHANGES)
"""The sections of which nothing is left out: somebody chose it, or readers have to hear it."""
_FACETS = {"doelgroep": "doelgroep", "thema": "thema", "plek": "locatie"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry with its heading and what it is sorted by there. What is there every week is the first to be cut."""

    heading: Heading
    entry: Entry
    key: tuple[date, str, str]
    regular: bool = False


def parts(chosen: Sequence[Chosen], edition: Edition, sections: Sequence[str], order: ListOrder) -> tuple[Part, ...]:
    """Takes entries with their headings, the edition, its sections and the order of lists; gives the parts in the order
    of `sections`: highlights before all, changes at the end unless they stand among them.
    """
    by_heading: dict[Heading, list[Chosen]] = {}
    for each in chosen:
        by_heading.setdefault(each.heading, []).append(each)
    every = (HIGHLIGHTS, *sections, *(key for key in CHANGES if key not in sections))

    def rank(heading: Heading) -> tuple[int, int, str]:
        kind = heading.key if heading.key in every else heading.key.partition("/")[0]
        return every.index(kind), heading.order, heading.title

    ordered = [(each, sorted(by_heading[each], key=lambda one: one.key)) for each in sorted(by_heading, key=rank)]
    most = _most(ordered, edition.most_in_section)
    return tuple(_part(each, some, most, edition, order) for each, some in ordered)


def _most(ordered: Sequence[tuple[Heading, Sequence[Chosen]]], wanted: int) -> int:
    """How many fit in a section, so that the letter does not grow too large for a mail; one at least."""
    sizes = [len(some) for each, some in ordered if each.key not in _WHOLE]
    room = MOST - sum(len(some) for each, some in ordered if each.key in _WHOLE)
    return next((most for most in range(wanted, 1, -1) if sum(min(size, most) for size in sizes) <= room), 1)


def _part(heading: Heading, some: Sequence[Chosen], most: int, edition: Edition, order: ListOrder) -> Part:
    kept = some if heading.key in _WHOLE else sorted(some, key=lambda each: (each.regular, each.key))[:most]
    kept = sorted(kept, key=lambda each: each.key)
    entries = tuple(each.entry for each in kept)
    if len(kept) == len(some):
        return Part(heading.key, heading.title, entries)
    kind, _, slug = heading.key.partition("/")
    site = slug if kind == "gemeente" else edition.municipality
    more = len(some) - len(kept)
    if site in ("", REGION):
        return Part(heading.key, heading.title, entries, more=more)
    if kind in _FACETS and order.place(kind, slug):
        return Part(heading.key, heading.title, entries, more=more, site=site, list=f"{_FACETS[kind]}/{slug}.html")
    on = max(min(moment.day for each in some for moment in each.entry.dates), edition.opens)
    return Part(heading.key, heading.title, entries, more=more, site=site, list=_page(on, edition))


def _page(on: date, edition: Edition) -> str:
    """The page of the week when the letter is about one, else that of the month."""
    one_week = edition.first.isocalendar()[:2] == edition.last.isocalendar()[:2]
    return week_path(on) if one_week else month_path(on)
