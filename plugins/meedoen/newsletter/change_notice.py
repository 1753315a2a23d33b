"""What readers were told of an activity and is different now: what does not go ahead, what has moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from meedoen.language.wording import list_of
from meedoen.newsletter.candidate import Candidate, Moment
from meedoen.newsletter.dateline import Span, day_words
from meedoen.newsletter.draft import Announced, AnnouncedDate
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs.letter import NoteKind

Note = tuple[str, NoteKind]
"""What is special, in words, and what it is about."""
NO_NOTE: Note = ("", NoteKind.OTHER)


@dataclass(frozen=True, slots=True)
class Off:
    """A date that does not go ahead: as it was told, and why."""

    announced: AnnouncedDate
    status: EventStatus | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A date that is at another day, time or place than was told."""

    was: AnnouncedDate
    moment: Moment


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is different, in order of date."""

    off: tuple[Off, ...] = ()
    moved: tuple[Move, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.off or self.moved)


def changes(of: Candidate, memory: Announced, span: Span, as_of: date) -> Changes:
    """Takes an activity, what readers were told before, the days of the letter and the day on which it is made; gives
    what has to be told of this activity, each change once.

    Dates that were told are looked at as far ahead as they were told; those that only the rule of a series told (“elke
    dinsdag”) up to the end of this letter.
    """
    known = memory.dates.get(of.item.id, {})
    silent = memory.off.get(of.item.id, frozenset())
    current = {each.planned: each for each in of.moments}
    off: list[Off] = []
    moved: list[Move] = []
    for was in _told(of, known, memory, span, as_of):
        here = current.get(was.planned)
        if here is not None and here.takes_place:
            if here.last_day >= as_of and _differs(was, here):
                moved.append(Move(was, here))
        elif was.planned not in silent:
            off.append(Off(was, here.status if here else None, here.reason if here else ""))
    return Changes(tuple(off), tuple(moved))


def _told(
    of: Candidate, known: Mapping[date, AnnouncedDate], memory: Announced, span: Span, as_of: date
) -> Iterator[AnnouncedDate]:
    yield from (known[planned] for planned in sorted(known) if known[planned].last_day >= as_of)
    if of.item.id in memory.rules:
        usual = _usual(of, known)
        for moment in of.moments:
            if moment.planned in of.beats and as_of <= moment.planned <= span.last and moment.planned not in known:
                on = moment.planned
                time, where = usual or (moment.time, moment.where)
                implied = AnnouncedDate(planned=on, day=on, last_day=on, time=time, where=where)
                if not moment.takes_place or _differs(implied, moment):
                    yield implied


def _usual(of: Candidate, known: Mapping[date, AnnouncedDate]) -> tuple[str, str] | None:
    """Time and place of an ordinary date of the series, as readers were last told: a whole series may move."""
    special = {each.planned for each in of.moments if each.status not in (EventStatus.SCHEDULED, EventStatus.FULL)}
    ordinary = [planned for planned in known if planned in of.beats and planned not in special]
    if not ordinary:
        return next(((each.time, each.where) for each in of.moments if each.status is EventStatus.SCHEDULED), None)
    last = known[max(ordinary)]
    return last.time, last.where


def _differs(was: AnnouncedDate, after: Moment) -> bool:
    return (was.day, was.time, was.where) != (after.day, after.time, after.where)


def off_line(notice: Changes, span: Span) -> str:
    """Takes what changed, and the days of the letter; gives the dates that do not go ahead, as they were told."""
    days = [each.announced.day for each in notice.off]
    times = {each.announced.time for each in notice.off}
    time = times.pop() if len(times) == 1 else ""
    return ", ".join(part for part in (day_words(sorted(days), span), time) if part)


def off_note(notice: Changes, *, dated: bool, span: Span) -> Note:
    """Takes what changed, whether to name the dates, and the days of the letter; gives “Gaat niet door: De docent is
    ziek.”; with the dates where the line above tells of others.
    """
    if not notice.off:
        return NO_NOTE
    postponed = all(each.status is EventStatus.POSTPONED for each in notice.off)
    opening = "Uitgesteld" if postponed else "Gaat niet door"
    if dated:
        opening += f" op {day_words(sorted(each.announced.day for each in notice.off), span)}"
    reasons = list(dict.fromkeys(each.reason for each in notice.off if each.reason))
    text = f"{opening}: {' '.join(reasons)}" if reasons else opening
    if postponed:
        return f"{_ended(text)} De nieuwe datum is nog niet bekend.", NoteKind.POSTPONED
    return text, NoteKind.CANCELLED


def move_note(notice: Changes, as_of: date, span: Span, *, one: bool) -> Note:
    """Takes what changed, the day on which the letter is made, its days, and whether it tells of one date; gives
    “Verplaatst: was dinsdag 15 december”, “Andere tijd: was 10.00-11.30 uur”, “Andere plek: was Wijkcentrum”.
    """
    if not notice.moved:
        return NO_NOTE
    notes: list[str] = []
    for was, after in ((each.was, each.moment) for each in notice.moved):
        day = day_words((after.day,), span)
        if was.day != after.day:
            old = day_words((was.day,), span)
            if was.day < as_of:
                notes.append(f"Verplaatst naar {day}")
            else:
                notes.append(f"Verplaatst: was {old}" if one else f"Verplaatst: {old} wordt {day}")
            continue
        both = (("tijd", was.time, after.time), ("plek", was.where, after.where))
        kinds = [(kind, old) for kind, old, new in both if old != new]
        olds = [old or "de hele dag" for _, old in kinds]
        what = f"Andere {list_of([kind for kind, _ in kinds])}"
        notes.append(f"{what}{'' if one else f' op {day}'}: was {', '.join(olds)}")
    reasons = dict.fromkeys(each.moment.reason for each in notice.moved if each.moment.reason)
    first = notice.moved[0]
    kind = NoteKind.RESCHEDULED if first.was.day != first.moment.day else NoteKind.OTHER
    return _sentences([*dict.fromkeys(notes), *reasons]), kind


def joined(notes: Iterable[Note]) -> Note:
    """Takes notes, the most important first; gives their words as sentences, and what the first is about."""
    some = [each for each in notes if each[0]]
    return _sentences([text for text, _ in some]), some[0][1] if some else NoteKind.OTHER


def _sentences(parts: list[str]) -> str:
    """One alone stays as it is."""
    return " ".join([*(_ended(each) for each in parts[:-1]), *parts[-1:]])


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
