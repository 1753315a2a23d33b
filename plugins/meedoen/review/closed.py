"""Hints about moments at which a place is closed or people are away: opening hours, public and school holidays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from meedoen.agenda.occurrence import Occurrence
from meedoen.language.problems import Problem
from meedoen.language.slug import slugify
from meedoen.language.wording import WEEKDAYS, count, day, list_of, quote, time_span
from meedoen.programme.activity import Activity
from meedoen.programme.location import REGION
from meedoen.programme.opening_hours import OpeningHours, read_opening_hours
from meedoen.review.hint import Hint, new_dates
from meedoen.review.proposal import Proposal

_HABIT, _SURE = 3, 0.8  # so many series, of which such a part pauses
_MOST_DAYS = 3
_SHORTEST_SERIES = 4


def opening_hours(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for dates on which a place is closed by its own opening hours.

    Not where this organiser is often there then.
    """
    for activity, dates in _changed(proposal):
        place = activity.place
        hours = read_opening_hours(place.opening_hours) if place and place.opening_hours else None
        if place is None or hours is None:
            continue
        late = [each for each in dates if each.place is place and _is_closed(hours, each)]
        if not late or _comes_after_hours(activity, hours, proposal):
            continue
        first = late[0]
        if first.times is None:
            continue
        weekday = WEEKDAYS[first.day.weekday()]
        open_ = place.opening_hours.get(weekday) or next(
            (text for name, text in place.opening_hours.items() if weekday in name.lower()), ""
        )
        by_day = f"op {weekday} is het daar {quote(open_)}" if open_ else f"op {weekday} is het daar dicht"
        more = f", en nog {count(len(late) - 1, 'keer', 'keer')}" if len(late) > 1 else ""
        yield Hint(Problem(
            proposal.place(activity.path, "tijd", "datum"), "buiten-openingstijd",
            f"{quote(place.name)} is niet open op {day(first.day, weekday=True)}, "
            f"{time_span(first.times.start, first.times.end)}{more}: {by_day}.",
            "Doet iemand open? Dan klopt het. Klopt de tijd niet? Vraag welke tijd het moet zijn."))  # fmt: skip


def public_holidays(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for dates on a public holiday, unless the activity names that day itself."""
    for activity, dates in _changed(proposal):
        holidays = [(each.day, name) for each in dates if (name := _public(proposal, each.day))]
        holidays = [
            (on, name) for on, name in holidays if slugify(name) not in slugify(f"{activity.name} {activity.summary}")
        ]
        if not holidays:
            continue
        named = [f"{name} ({day(on)})" for on, name in holidays[:_MOST_DAYS]]
        rest = len(holidays) - len(named)
        shown = list_of([*named, *([f"nog {count(rest, 'feestdag', 'feestdagen')}"] if rest else [])])
        series = activity.schedule.is_series
        yield Hint(Problem(
            proposal.place(activity.path, *(("behalve", "herhaling") if series else ()), "datum"), "op-feestdag",
            f"Deze activiteit gaat door op {shown}.",
            f"Is dat niet de bedoeling? {_asked_for('feestdagen', activity)}" if series
            else "Is het met opzet? Dan klopt het. Anders: vraag welke dag het moet zijn."))  # fmt: skip


def school_holidays(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each series that goes on in a school holiday, where nearly all others pause.

    The others are those of the same organiser.
    """
    for activity, dates in _changed(proposal):
        days = [each.day for each in dates]
        if activity.place is None or len(days) < _SHORTEST_SERIES or _pauses(proposal, activity):
            continue
        hit = _in_spans(days, _spans(proposal, activity))
        for_holidays = 2 * len(hit) >= len(days)
        if not hit or for_holidays or not _organiser_pauses(proposal, activity):
            continue
        yield Hint(Problem(
            proposal.place(activity.path, "behalve", "herhaling", "datum"), "in-schoolvakantie",
            f"Deze reeks gaat door in de schoolvakantie, voor het eerst op {day(hit[0], weekday=True)}. "
            f"Andere reeksen van {quote(activity.organizer.name)} stoppen dan.",
            f"Is dat niet de bedoeling? {_asked_for('schoolvakanties', activity)}"))  # fmt: skip


def _asked_for(word: str, activity: Activity) -> str:
    """What to ask the writer, who may have other exceptions already."""
    there = bool(activity.schedule.excluded)
    return f"Vraag om bij “behalve” ook te zetten: {word}" if there else f"Vraag om deze regel: behalve: {word}"


def _changed(proposal: Proposal) -> Iterator[tuple[Activity, tuple[Occurrence, ...]]]:
    """What is new or was given other dates, with the dates that are new in it."""
    for change in proposal.changes:
        if change.after and (dates := new_dates(change, proposal.today)):
            yield change.after, dates


def _is_closed(hours: OpeningHours, occurrence: Occurrence) -> bool:
    return occurrence.times is not None and hours.covers(occurrence.day.weekday(), occurrence.times) is False


def _comes_after_hours(activity: Activity, hours: OpeningHours, proposal: Proposal) -> bool:
    return any(
        other.organizer is activity.organizer and other.place is activity.place and other.schedule.times is not None
        and hours.covers(other.schedule.days[0].weekday(), other.schedule.times) is False
        for other in proposal.others
    )  # fmt: skip


def _public(proposal: Proposal, on: date) -> str:
    return proposal.network.holidays.public(on.year).get(on, "")


def _spans(proposal: Proposal, activity: Activity) -> tuple[tuple[date, date], ...]:
    home = activity.place.municipality if activity.place and activity.place.municipality else activity.folder
    town = proposal.network.municipalities.get(home if home != REGION else activity.municipalities[0])
    return proposal.network.holidays.school_spans(town.school_region) if town and town.school_region else ()


def _in_spans(days: Sequence[date], spans: tuple[tuple[date, date], ...]) -> list[date]:
    ordered = sorted(days)
    return [on for low, high in spans for on in ordered[bisect_left(ordered, low) : bisect_right(ordered, high)]]


def _pauses(proposal: Proposal, activity: Activity) -> bool:
    return bool(_in_spans(activity.schedule.excluded, _spans(proposal, activity)))


def _organiser_pauses(proposal: Proposal, activity: Activity) -> bool:
    """Whether nearly all series of the organiser that have a school holiday in them leave it out."""
    others = [
        each
        for each in proposal.others
        if each.organizer.slug == activity.organizer.slug and len(each.schedule.days) >= _SHORTEST_SERIES
    ]
    touched = [
        each for each in others if _pauses(proposal, each) or _in_spans(each.schedule.days, _spans(proposal, each))
    ]
    pausing = sum(_pauses(proposal, each) for each in touched)
    return len(touched) >= _HABIT and pausing >= _SURE * len(touched)
