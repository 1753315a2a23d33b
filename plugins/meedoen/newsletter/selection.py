"""A selection of the agenda as a list: a municipality, days, and if wanted one audience, theme or place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date

from meedoen.language.wording import capital, day
from meedoen.newsletter.candidate import Candidate, Moment
from meedoen.newsletter.composition import told_once
from meedoen.newsletter.dateline import Span
from meedoen.newsletter.draft import Entry, Part
from meedoen.programme.edition import Edition


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty slug is everything."""

    municipality: str
    first: date
    last: date
    _: KW_ONLY
    audience: str = ""
    theme: str = ""
    place: str = ""

    def takes(self, each: Candidate) -> bool:
        """Whether the activity is what was asked for."""
        return (
            (not self.audience or any(slug == self.audience for slug, _ in each.audiences))
            and (not self.theme or any(slug == self.theme for slug, _ in each.themes))
            and (not self.place or each.place[0] == self.place)
        )

    @property
    def edition(self) -> Edition:
        """The days as a letter about them has them: what is told is the same."""
        return Edition(
            slug="lijst",
            path="",
            municipality=self.municipality,
            first=self.first,
            last=self.last,
            as_of=self.first,
            subject="",
        )


def by_activity(selection: Selection, candidates: Iterable[Candidate]) -> tuple[Part, ...]:
    """Takes a selection and what may be told; gives each activity once, its dates folded, by its first date."""
    rows: list[tuple[tuple[date, str, str], Entry]] = []
    for candidate in candidates:
        if kept := _kept(selection, candidate):
            entry = told_once(candidate, kept, selection.edition)
            rows.append(((max(kept[0].day, selection.first), kept[0].begins, candidate.item.id), entry))
    entries = tuple(entry for _, entry in sorted(rows, key=lambda pair: pair[0]))
    return (Part("agenda", "Agenda", entries),) if entries else ()


def by_day(selection: Selection, candidates: Iterable[Candidate]) -> tuple[Part, ...]:
    """Takes a selection and what may be told; gives each date under its day; what lasts several days under its first
    one in the list.
    """
    rows: dict[date, list[tuple[tuple[str, str], Entry]]] = {}
    for candidate in candidates:
        for one in _kept(selection, candidate):
            on = max(one.day, selection.first)
            entry = told_once(candidate, [one], replace(selection.edition, first=on, last=on))
            rows.setdefault(on, []).append(((one.begins, candidate.item.id), entry))
    return tuple(
        Part(
            f"dag/{on}",
            capital(day(on, weekday=True)),
            tuple(entry for _, entry in sorted(rows[on], key=lambda pair: pair[0])),
        )
        for on in sorted(rows)
    )


def _kept(selection: Selection, each: Candidate) -> list[Moment]:
    span = Span(selection.first, selection.last)
    return [one for one in each.moments if one.takes_place and span.holds(one)] if selection.takes(each) else []
