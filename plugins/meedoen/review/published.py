"""Hints about what people have seen already, or will see before anybody can look: dates, places, marks, removals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.language.problems import Problem
from meedoen.language.wording import count, day, quote, time_span
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.place import Place
from meedoen.review.hint import Hint, to_come
from meedoen.review.proposal import FileChange, Proposal

_WEEKEND = 5
_KNOW = (
    "Weten mensen dit al, ook wie zich heeft aangemeld? Gaat het om één datum? Vraag dan om wijzigingen: met de reden."
)


def short_notice(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for what begins, or is different, within the time in which it may be reviewed."""
    days = proposal.network.organisation.review_days
    for change in proposal.changes:
        is_faulty = change.after is None and not change.gone
        first = None if is_faulty else first_difference(change, proposal.today)
        if first is None or _working_days(proposal.today, first, days, proposal.network.holidays) >= days:
            continue
        when = "vandaag" if first == proposal.today else day(first, weekday=True)
        runs = change.is_new and change.after and change.after.schedule.days[0] < proposal.today
        what = "De eerstvolgende keer is" if runs else "Dit begint" if change.is_new else "Dit verandert iets aan"
        yield Hint(Problem(
            proposal.place(change.path, "datum", "titel"), "kort-dag",
            f"{what} {when}. Meelezen mag {count(days, 'werkdag', 'werkdagen')} duren.",
            "Lees dit als eerste. Lukt dat niet? Laat het meteen weten aan wie het instuurde."))  # fmt: skip


def first_difference(change: FileChange, today: date) -> date | None:
    """Takes a change and today; gives the first day from today on that it makes different, None when there is none."""
    before = {_seen(each) for each in occurrences(change.before)} if change.before else set()
    after = {_seen(each) for each in occurrences(change.after)} if change.after else set()
    days = [each[0] for each in before ^ after if each[0] >= today]
    return min(days, default=None)


def other_dates(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for dates or times that were to be seen already, and are different.

    Not where a change in the file says so.
    """
    for change in proposal.changes:
        before, after = change.before, change.after
        if before is None or after is None:
            continue
        planned = {each.planned: each for each in occurrences(after)}
        announced = {each.day for each in after.changes}
        lost = [each for each in to_come(before, proposal.today) if each.planned not in planned]
        moved = [
            each
            for each in to_come(before, proposal.today)
            if each.planned in planned and each.planned not in announced and planned[each.planned].times != each.times
        ]
        if lost:
            gone = {each.planned for each in to_come(before, proposal.today)}
            new = next((each for each in to_come(after, proposal.today) if each.planned not in gone), None)
            where = f"is nu {day(new.day, weekday=True)}" if new else "vervalt"
            text = f"{day(lost[0].day, weekday=True).capitalize()} {where}{_more(len(lost))}."
            yield Hint(Problem(proposal.place(after.path, "datum", "herhaling"), "andere-datum", text, _KNOW))
        elif moved:
            first = moved[0]
            new_times = _times(planned[first.planned])
            text = f"Op {day(first.day, weekday=True)} is de tijd anders: eerst {_times(first)}, nu {new_times}"
            yield Hint(
                Problem(
                    proposal.place(after.path, "tijd", "datum"), "andere-datum", f"{text}{_more(len(moved))}.", _KNOW
                )
            )


def other_places(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for another place for something that people can still come to."""
    for change in proposal.changes:
        before, after = change.before, change.after
        if before is None or after is None or _at(before.place) == _at(after.place):
            continue
        if to_come(before, proposal.today) and to_come(after, proposal.today):
            yield Hint(Problem(
                proposal.place(after.path, "locatie", "adres", "online"), "andere-plek",
                f"De plek is nu {_named(after.place)}. Eerst was dat {_named(before.place)}.",
                "Weten mensen dit al? Vraag anders om een zin erover in de tekst."))  # fmt: skip


def other_marks(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each activity that gets another id.

    By that it gets another page, and another event in the calendar of a subscriber.
    """
    for change in proposal.changes:
        before, after = change.before, change.after
        if before is not None and after is not None and before.id != after.id and to_come(before, proposal.today):
            yield Hint(Problem(
                proposal.place(after.path, "id", "titel"), "ander-kenmerk",
                f"Het kenmerk was {quote(before.id)} en wordt {quote(after.id)}.",
                f"Is het dezelfde activiteit? Vraag om deze regel: id: {before.id}"))  # fmt: skip


def removals(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each activity that is taken away while people can still come to it."""
    for change in proposal.changes:
        before = change.before
        if before is None or not change.gone:
            continue
        if dates := to_come(before, proposal.today):
            yield Hint(Problem(
                proposal.place(change.path), "activiteit-weg",
                f"{quote(before.name)}, van {quote(before.organizer.name)}, gaat weg. De volgende keer zou "
                f"{day(dates[0].day, weekday=True)} zijn{_more(len(dates))}.",
                "Gaat het niet door? Vraag om het bestand te laten staan, met: status: afgelast en reden: … "
                "Weg mag alleen wat een vergissing was."))  # fmt: skip


def _working_days(today: date, first: date, most: int, holidays: HolidayCalendar) -> int:
    """How many working days there are from today up to the first day, which does not count; at most so many."""
    days, on = 0, today
    while on < first and days < most:
        days += on.weekday() < _WEEKEND and on not in holidays.public(on.year)
        on += timedelta(days=1)
    return days


def _seen(each: Occurrence) -> tuple[date, object, str, str, object]:
    return each.day, each.times, each.status, each.name, _at(each.place)


def _at(place: Place | None) -> str:
    return (place.slug or place.line) if place else ""


def _named(place: Place | None) -> str:
    return quote(place.name) if place else "online"


def _times(each: Occurrence) -> str:
    return time_span(each.times.start, each.times.end) if each.times else "de hele dag"


def _more(number: int) -> str:
    return f", en nog {count(number - 1, 'datum', 'datums')}" if number > 1 else ""
