"""The activity that a finding is about, and how its dates are said in Dutch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from meedoen.guard.event_dates import Happening
from meedoen.guard.event_source import EventSource
from meedoen.guard.finding import Finding, finding_of
from meedoen.language.wording import count, date_span, day, list_of, quote, time_span

_MOST_NAMED = 3
_PLAIN = re.compile(r"[A-Za-z0-9._@/-]{1,120}")
_PREFIX = re.compile(r"^(?:Gaat niet door(?: \([^)]*\))?|Vol): ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An activity by its UID, with the folder of its site ("" for more than one) and its probable file."""

    uid: str
    site: str
    source: EventSource
    title: str

    @property
    def name(self) -> str:
        """Its title between quotation marks, without what the state of a date adds."""
        return quote(_PREFIX.sub("", self.title)) if self.title else "Een activiteit zonder titel"

    @property
    def id(self) -> str:
        """What stands behind `id:`, and may stand behind --mag-weg."""
        return self.uid.partition("@")[0]

    def finding(self, kind: str, *, address: str = "", old: str = "", new: str = "", **words: str) -> Finding:
        """Takes a kind and its words; gives a finding about this activity."""
        words = {"name": self.name, "allow": shown(self.id)} | words
        return finding_of(
            kind, self.site, uid=self.uid, source=self.source.path, address=address, old=old, new=new, **words
        )


def shown(name: str) -> str:
    """Takes a path, a UID or an id; gives it for in a sentence: as it is when plain, else between quotation marks."""
    return name if _PLAIN.fullmatch(name) else quote(name, 120)


def moment(happening: Happening) -> str:
    """Takes a date; gives `dinsdag 1 december 2026, 10.00 tot 11.30 uur`; a whole day, or several, without times."""
    start, end = happening.start, happening.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        last = end - timedelta(days=1)
        return day(happening.day, weekday=True) if last <= happening.day else date_span(happening.day, last)
    if end - start < timedelta(hours=12):
        return f"{day(happening.day, weekday=True)}, {times(happening)}"
    return f"{date_span(start.date(), end.date())}, {times(happening)}"


def times(happening: Happening) -> str:
    """Takes a date; gives `10.00 tot 11.30 uur` or `hele dag`."""
    start, end = happening.start, happening.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return "hele dag"
    return time_span(start.time(), end.time())


def days(dates: Sequence[Happening], *, every: bool = False) -> str:
    """Takes dates; gives `dinsdag 1 december 2026`, or the first three and how many more.

    `every`: these are all that come.
    """
    if len(dates) == 1:
        return day(dates[0].day, weekday=True)
    if every:
        return f"alle {len(dates)} datums vanaf {day(dates[0].day, weekday=True)}"
    names = [day(each.day) for each in dates[:_MOST_NAMED]]
    rest = len(dates) - len(names)
    return list_of([*names, *([f"nog {count(rest, 'datum', 'datums')}"] if rest else [])])


def moments(dates: Sequence[Happening]) -> str:
    """Takes dates; gives the first moment, and how many more there are."""
    rest = len(dates) - 1
    return moment(dates[0]) + (f", en nog {count(rest, 'datum', 'datums')}" if rest else "")
