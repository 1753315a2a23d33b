"""Hints about who or what is asked for twice at one moment: a room, or an organiser at two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from meedoen.agenda.occurrence import Occurrence
from meedoen.language.problems import Problem
from meedoen.language.slug import slugify
from meedoen.language.wording import count, date_span, day, quote, time_span
from meedoen.programme.activity import Activity
from meedoen.review.booking import LONGEST, Booking, booking, clashes_between, met_before
from meedoen.review.hint import Hint, at, new_dates, shown_path, to_come
from meedoen.review.proposal import Proposal

_PART = "\n"  # between a place and its room
_MOST_PAIRS = 20_000
_MOST_NAMED = 3
_EVIDENCE = 60  # activities of an organiser that tell what is usual for it

Pair = tuple[Booking, Booking]


def rooms(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each activity in a room that another activity has at that moment.

    Where no room is named nobody can tell.
    """
    changed = [each.after for each in proposal.changes if each.after]
    proposed = [each for change in proposal.changes for each in new_dates(change, proposal.today, _room) if _room(each)]
    keys, days = {_room(each) for each in proposed}, _days(proposed)
    others = (each for each in proposal.others if _may_take(each, keys) and _may_be_on(each, days)) if keys else ()
    dates = (each for activity in others for each in to_come(activity, proposal.today))
    taken = [each for each in (*proposed, *(each for each in dates if _is_on(each, days))) if _room(each, keys) in keys]
    bookings = [one for each in taken if (one := booking(each, _room(each, keys)))]
    for mine, theirs, times in _meetings(bookings, changed):
        where = shown_path(proposal, theirs.activity.path, "ruimte", "tijd")
        room = quote(mine.room or theirs.room or _room(mine).partition(_PART)[2])
        yield Hint(Problem(
            proposal.place(mine.activity.path, "ruimte", "locatie"), "zaal-bezet",
            f"{room} is dan al bezet: {quote(theirs.name)}, {_when(theirs)}{_more(times)}. Zie {where}.",
            "Hoort het bij elkaar? Dan klopt het. Anders: vraag om een andere ruimte of tijd."),
            theirs.activity.path)  # fmt: skip


def organisers(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each organiser that is at two places at once, and never was before.

    The organisation itself may be everywhere.
    """
    own = proposal.network.organisation.organizer
    changes = [each for each in proposal.changes if each.after and each.after.organizer.slug != own]
    changed = [each.after for each in changes if each.after]
    others: dict[str, list[Activity]] = {each.organizer.slug: [] for each in changed}
    for activity in proposal.others:
        if activity.organizer.slug in others:
            others[activity.organizer.slug].append(activity)
    usual = {who for who, several in others.items() if _is_at_several_places(several[:_EVIDENCE], proposal)}
    proposed = [
        taken
        for change in changes
        for each in new_dates(change, proposal.today, lambda each: (at(each.place), each.activity.organizer.slug))
        if (who := each.activity.organizer.slug) not in usual and each.place and (taken := booking(each, who))
    ]
    days = _days(each.occurrence for each in proposed)
    known = [
        taken
        for who, several in others.items()
        if who not in usual
        for each in several
        if _may_be_on(each, days)
        for taken in _whole(each, proposal, days)
    ]
    bookings = [*proposed, *known]
    for mine, theirs, times in _meetings(bookings, changed, apart=True):
        where = shown_path(proposal, theirs.activity.path, "tijd", "locatie")
        there = theirs.place.name if theirs.place else ""
        yield Hint(Problem(
            proposal.place(mine.activity.path, "tijd", "datum"), "organisator-bezet",
            f"{quote(theirs.activity.organizer.name)} is dan al ergens anders: {quote(theirs.name)} in {quote(there)}, "
            f"{_when(theirs)}{_more(times)}. Zie {where}.",
            "Zijn er genoeg mensen voor allebei? Vraag het na als je het niet weet."),
            theirs.activity.path)  # fmt: skip


def _whole(activity: Activity, proposal: Proposal, days: set[date] | None = None) -> list[Booking]:
    """What an activity takes of the time of its organiser, on these days or on all."""
    dates = (each for each in to_come(activity, proposal.today) if each.place and (days is None or _is_on(each, days)))
    return [one for each in dates if (one := booking(each, activity.organizer.slug))]


def _is_at_several_places(activities: Iterable[Activity], proposal: Proposal) -> bool:
    """Whether these, all of one organiser, are at two places at once already: then it is usual."""
    bookings = [taken for each in activities for taken in _whole(each, proposal)]
    return any(_apart(pair) for pair in met_before(bookings))


def _meetings(
    bookings: Iterable[Booking], changed: Iterable[Activity], *, apart: bool = False
) -> Iterator[tuple[Occurrence, Occurrence, int]]:
    """For each proposed activity the few that it meets: the first two dates, its own before, and how often.

    Of two that are both proposed the last one hears it.
    """
    order = {each.path: number for number, each in enumerate(changed)}
    first: dict[tuple[str, str], tuple[Occurrence, Occurrence]] = {}
    times: dict[tuple[str, str], int] = {}
    pairs: Iterator[Pair] = clashes_between(bookings, frozenset(order))
    for one, two in islice(pairs, _MOST_PAIRS):
        if apart and not _apart((one, two)):
            continue
        mine, theirs = (one, two) if order.get(one.by, -1) > order.get(two.by, -1) else (two, one)
        if mine.occurrence and theirs.occurrence:
            first.setdefault((mine.by, theirs.by), (mine.occurrence, theirs.occurrence))
            times[(mine.by, theirs.by)] = times.get((mine.by, theirs.by), 0) + 1
    named: dict[str, int] = {}
    for (path, other), (here, there) in sorted(
        first.items(), key=lambda each: (order[each[0][0]], each[1][0].sort_key)
    ):
        named[path] = named.get(path, 0) + 1
        if named[path] <= _MOST_NAMED:
            yield here, there, times[(path, other)]


def _apart(pair: Pair) -> bool:
    one, two = (at(each.occurrence.place) if each.occurrence else "" for each in pair)
    return one != two


def _room(occurrence: Occurrence, keys: Iterable[str] = ()) -> str:
    """Which room at which place; where none is written, one of the place or of these keys that the title names."""
    if occurrence.place is None:
        return ""
    lead = f"{at(occurrence.place)}{_PART}"
    if room := slugify(occurrence.room) if occurrence.room else "":
        return f"{lead}{room}"
    known = [
        *(f"{lead}{slugify(each)}" for each in occurrence.place.rooms),
        *sorted(each for each in keys if each.startswith(lead)),
    ]
    return next((each for each in known if _is_named(each, occurrence.name)), "")


def _is_named(key: str, title: str) -> bool:
    room = key.partition(_PART)[2]
    return bool(room) and f"-{room}-" in f"-{slugify(title)}-"


def _may_take(activity: Activity, keys: set[str]) -> bool:
    """Whether it may be in one of these rooms on some date, as far as can be seen without working out its dates."""
    places = (activity.place, *(each.place for each in activity.changes if each.place))
    names = [slugify(each) for each in (activity.room, *(each.room for each in activity.changes)) if each]
    written = {f"{at(place)}{_PART}{room}" for place in places for room in names}
    leads = tuple(f"{at(place)}{_PART}" for place in places)
    titles = (activity.name, *(each.name for each in activity.changes if each.name))
    return not written.isdisjoint(keys) or any(
        key.startswith(leads) and _is_named(key, title) for key in keys for title in titles
    )


def _days(dates: Iterable[Occurrence | None]) -> set[date]:
    """Every day that these touch."""
    return {each.day + timedelta(days=more) for each in dates if each for more in range(_length(each) + 1)}


def _length(occurrence: Occurrence) -> int:
    """How many days after its first it may still go on; what is longer than a booking takes nothing."""
    over = occurrence.times is not None and occurrence.times.overnight
    return min((occurrence.last_day - occurrence.day).days, LONGEST.days) + over


def _may_be_on(activity: Activity, days: set[date]) -> bool:
    """Whether it may be on one of these days, as far as can be seen without working out its dates."""
    schedule = activity.schedule
    is_long = schedule.last_day is not None or (schedule.times is not None and schedule.times.overnight)
    moved = any(each.to_day or each.times for each in activity.changes)
    return is_long or moved or not days.isdisjoint(schedule.days)


def _is_on(occurrence: Occurrence, days: set[date]) -> bool:
    return occurrence.day in days or (_length(occurrence) > 0 and not days.isdisjoint(_days([occurrence])))


def _when(occurrence: Occurrence) -> str:
    times = occurrence.times
    if occurrence.last_day > occurrence.day:
        return date_span(occurrence.day, occurrence.last_day)
    return day(occurrence.day, weekday=True) + (f", {time_span(times.start, times.end)}" if times else "")


def _more(times: int) -> str:
    return f", en nog {count(times - 1, 'keer', 'keer')}" if times > 1 else ""
