"""Times as people type them: `10.00 - 11.30`, `10:00-11:30 uur`, `vanaf 19.30 uur`: a value, or its Fault."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache

from meedoen.language.problems import Fault
from meedoen.language.wording import clock, list_of
from meedoen.notation.time import clock_advice

LONGEST = 200  # characters; a longer value is not read at all
MIDNIGHT = time(0)
MORNING = time(6)  # an evening that goes on past midnight ends before this
LIKELY = 6 * 60  # minutes; `10.00 - 2.00` probably means 14.00, `10.00 - 9.30` not 21.30
LONGEST_NIGHT = 12 * 60  # minutes; `10.00 - 2.00` is longer, and means 14.00

_MOMENT = r"(?P<{0}hour>[0-9]{{1,2}})(?:\s?[.:uh]\s?(?P<{0}minute>[0-9]{{2}}))?(?:\s*(?:uur|u|h)\b\.?)?"
_START, _END = _MOMENT.format("start_"), _MOMENT.format("end_")
_BETWEEN = r"\s*(?:[-\u2010\u2011\u2013\u2014]|\btot\s+en\s+met\b|\btot\b|\bt/m\b)\s*"
_SPAN = re.compile(rf"\s*(?:van(?:af)?\s+)?{_START}{_BETWEEN}{_END}\s*", re.IGNORECASE)
_ALONE = re.compile(rf"\s*(?:(?:van\s?af|v\.?a\.?|om)\s+)?{_START}\s*", re.IGNORECASE)
_INSIDE = re.compile(rf"(?<![0-9.:,]){_START}(?:{_BETWEEN}{_END})?(?![0-9.:,])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one day: without an end it is open; `overnight` puts the end on the next day (24.00)."""

    start: time
    end: time | None
    overnight: bool


@lru_cache(maxsize=2048)
def parse_times(text: str, *, several_days: bool = False) -> Times | Fault:
    """Takes a text; gives the start and, where there is one, the end that it names, or its fault.

    With `several_days` the end belongs to a later date, and may be any time of that day.
    """
    if len(text) > LONGEST:
        return clock_advice.too_long(text)
    span = _SPAN.fullmatch(text)
    if span is None:
        start = parse_clock(text)
        return start if isinstance(start, Fault) else Times(start, None, False)
    start, end = _moment(span, "start_"), _moment(span, "end_")
    if isinstance(start, Fault):
        return start
    if isinstance(end, Fault):
        return end
    if end > start or several_days:
        return Times(start, end, span["end_hour"] == "24")  # 24.00 of a last day is the midnight after it
    length = (_minutes(end) - _minutes(start)) % (24 * 60)
    whole_day = start == end == MIDNIGHT and span["end_hour"] == "24"
    if whole_day or (length and end < MORNING and (length <= LONGEST_NIGHT or end == MIDNIGHT)):
        return Times(start, end, True)
    return _turned(span, start, end)


@lru_cache(maxsize=2048)
def parse_clock(text: str) -> time | Fault:
    """Takes a text; gives the one moment that it names, or its fault: `19.30`, `19:30 uur`, `10u30`."""
    if len(text) > LONGEST:
        return clock_advice.too_long(text)
    match = _ALONE.fullmatch(text)
    if match is None:
        return clock_advice.one_moment(text) if _SPAN.fullmatch(text) else _unreadable(text)
    return _moment(match, "start_")


def _unreadable(text: str) -> Fault:
    inner = _INSIDE.search(text)
    good = inner and not isinstance(_moment(inner, "start_"), Fault)
    return clock_advice.unreadable(text, inner[0].strip() if inner and good else "")


def _moment(match: re.Match[str], which: str) -> time | Fault:
    hour, minute = int(match[f"{which}hour"]), int(match[f"{which}minute"] or 0)
    if hour < 24 and minute < 60:
        return time(hour, minute)
    if (hour, minute, which) == (24, 0, "end_"):
        return MIDNIGHT
    begin, end = match.start(f"{which}hour"), max(match.end(f"{which}hour"), match.end(f"{which}minute"))
    fault = clock_advice.impossible(match.string[begin:end], hour, minute)
    return replace(fault, offset=begin, length=end - begin)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _turned(span: re.Match[str], start: time, end: time) -> Fault:
    """For an end that does not come after the start."""
    end_group = span.start("end_hour"), max(span.end("end_hour"), span.end("end_minute"))
    if start == end:
        message = f"Het begin en het einde zijn allebei {clock(start)}."
        hint = f"Weet je het einde niet? Schrijf dan: vanaf {clock(start)} uur."
        if start == MIDNIGHT:
            hint = "Duurt het de hele dag? Haal “tijd” weg en schrijf: hele-dag: ja"
        label = "gelijk aan het begin"
    else:
        message = f"Het einde ({clock(end)}) ligt voor het begin ({clock(start)})."
        options = [f"{clock(end)} - {clock(start)}"] if end >= MORNING else []
        later = end.replace(hour=end.hour % 12 + 12)
        if later > start and _minutes(later) - _minutes(start) <= LIKELY:
            options.append(f"{clock(start)} - {clock(later)}")
        hint = f"Bedoelde je {list_of(options, 'of')}?" if options else "Kijk de tijden na."
        label = "ligt voor het begin"
    return Fault("einde-voor-begin", message, hint, label, end_group[0], end_group[1] - end_group[0])
