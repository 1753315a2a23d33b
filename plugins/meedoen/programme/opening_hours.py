"""When a place is open, read from what people wrote for each day: `maandag: 10.00 - 12.00 en 13.00 - 17.00`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from meedoen.language.problems import Fault
from meedoen.language.slug import slugify
from meedoen.language.wording import WEEKDAYS, WEEKDAYS_SHORT
from meedoen.notation.time.clock import Times, parse_times

_LONGEST = 200
_CLOSED = frozenset({"gesloten", "dicht", "niet-open", "geen"})
_BETWEEN = re.compile(r"\s*(?:,|;|&|\ben\b)\s*", re.IGNORECASE)
_UP_TO = re.compile(r"-?(?:t-m|tot-en-met|tot)-?|-")
_DAILY = frozenset({"dagelijks", "elke-dag", "alle-dagen", "iedere-dag"})
_NUMBERS = {name: number for names in (WEEKDAYS, WEEKDAYS_SHORT) for number, name in enumerate(names)}


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Per day of the week (0 is Monday) when it is open; no span is closed. A day that nobody can tell is not there."""

    spans: Mapping[int, tuple[Times, ...]]

    def covers(self, weekday: int, times: Times) -> bool | None:
        """Whether it is open all that time; None when nobody can tell."""
        open_ = self.spans.get(weekday)
        if open_ is None:
            return None
        end = times.end or times.start
        return any(
            each.start <= times.start and (each.overnight or (not times.overnight and end <= (each.end or time.max)))
            for each in open_
        )


def read_opening_hours(texts: Mapping[str, str]) -> OpeningHours | None:
    """Takes a text for each day; gives what can be understood; None when a day is named in a way that can't.

    A day that is not named is closed.
    """
    spans: dict[int, tuple[Times, ...]] = {}
    named: set[int] = set()
    for name, text in texts.items():
        days = _days(name)
        if not days:
            return None
        named.update(days)
        open_times = _spans(text)
        if open_times is not None:
            spans |= dict.fromkeys(days, open_times)
    if not spans:
        return None
    return OpeningHours(spans | {number: () for number in range(7) if number not in named})


def _days(name: str) -> tuple[int, ...]:
    """The days that a name stands for: `maandag`, `ma-vr`, `dinsdag en donderdag`; none when it is something else."""
    word = slugify(name[:_LONGEST])
    if word in _DAILY:
        return tuple(range(7))
    if "-en-" in word:
        parts = [_days(part) for part in word.split("-en-")]
        return tuple(each for part in parts for each in part) if all(parts) else ()
    ends = [_NUMBERS.get(part.removesuffix("s")) for part in _UP_TO.split(word)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2:
        return ()
    return tuple((first + each) % 7 for each in range((last - first) % 7 + 1))


def _spans(text: str) -> tuple[Times, ...] | None:
    """The spans of one day; None when any of it is not understood (`op afspraak`)."""
    if slugify(text[:_LONGEST]) in _CLOSED:
        return ()
    times = [parse_times(part) for part in _BETWEEN.split(text[:_LONGEST]) if part]
    if not times or any(isinstance(each, Fault) or each.end is None for each in times):
        return None
    return tuple(each for each in times if isinstance(each, Times))
