"""When an activity is, on one line: a series folded, dates that share a weekday or a month joined. In Dutch.

`elke dinsdag, 10.00-11.30 uur, niet op 29 december` · `donderdag 3 en 17 december, 14.00-16.00 uur` ·
`4 lessen, start donderdag 3 december, 19.30-21.30 uur` · `5 december t/m 16 januari`
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from meedoen.language.wording import MONTHS, WEEKDAYS, count, list_of
from meedoen.newsletter.candidate import Candidate, Moment

FEW = 3
"""From so many dates on a series is told by its rule."""
_MOST_GAPS = 4
_MOST_OTHER = 2
_MOST_DATES = 6
_MOST_MEETINGS = 20  # with more it is no course, but something to sign up for each time
_YEAR_NEAR = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Span:
    """The days of which a letter tells, both included, and where its reader stands: the year is left out nearby."""

    first: date
    last: date

    def holds(self, each: Moment) -> bool:
        """Whether any of this moment falls in these days."""
        return each.last_day >= self.first and each.day <= self.last

    def is_near(self, on: date) -> bool:
        """Whether the reader knows which year is meant."""
        return self.first - _YEAR_NEAR < on < self.first + _YEAR_NEAR


@dataclass(frozen=True, slots=True)
class DateLine:
    """The line, and the rule in words where it names that: then every date of the rule was told."""

    text: str
    rule: str = ""


def dateline(of: Candidate, moments: Sequence[Moment], span: Span) -> DateLine:
    """Takes an activity, some of its moments and the days of the letter; gives the line for these moments of the
    activity, which take place and are in order.
    """
    if any(each.last_day > each.day for each in moments):
        return DateLine(list_of([_stretch(each, span) for each in moments]))
    first = moments[0]
    if 1 < of.meetings <= _MOST_MEETINGS and first is next(each for each in of.moments if each.takes_place):
        unit = ("les", "lessen") if of.lessons else ("keer", "keer")
        start = day_words((first.day,), span)
        return DateLine(_with_time(f"{count(of.meetings, *unit)}, start {start}", first.time), of.rhythm)
    if of.rhythm and len(moments) >= FEW and (folded := _folded(of, moments, span)):
        return DateLine(folded, of.rhythm)
    groups = [(time, list(each)) for time, each in groupby(moments, key=lambda each: each.time)]
    text = list_of([_with_time(day_words([each.day for each in some], span), time) for time, some in groups])
    if len(moments) > 1 or first.day not in of.beats or max(of.beats) <= span.last:
        return DateLine(text)
    gaps = [day for day in sorted(of.beats) if span.first <= day <= span.last and day != first.day]
    less = f", niet op {_bare_list(gaps, span)}" if gaps else ""
    return DateLine(f"{text} ({of.rhythm}{less})", of.rhythm)


def day_words(days: Sequence[date], span: Span) -> str:
    """Takes days, and those of the letter; gives `donderdag 3 en 17 december`, `dinsdag 1, woensdag 2 en donderdag 3
    december`; many by their first and last.
    """
    if len(days) > _MOST_DATES:
        number = count(len(days), "keer", "keer")
        return f"{number}, van {day_words(days[:1], span)} t/m {day_words(days[-1:], span)}"
    one_weekday = len({each.weekday() for each in days}) == 1
    words: list[str] = []
    for place, on in enumerate(days):
        after = days[place + 1] if place + 1 < len(days) else None
        word = str(on.day) if one_weekday and place else f"{WEEKDAYS[on.weekday()]} {on.day}"
        if after is None or (after.year, after.month) != (on.year, on.month):
            word += f" {month_words(on, span)}"
        words.append(word)
    return list_of(words)


def span_words(first: date, last: date) -> str:
    """Takes a first and a last day; gives `30 november t/m 6 december`, `7 t/m 13 december`; one day is itself."""
    if first == last:
        return f"{WEEKDAYS[first.weekday()]} {first.day} {MONTHS[first.month - 1]}"
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {MONTHS[first.month - 1]}"
    return f"{start} t/m {last.day} {MONTHS[last.month - 1]}"


def month_words(on: date, span: Span) -> str:
    """Takes a day, and those of the letter; gives `december`, and `maart 2028` when that is far from where the reader
    stands.
    """
    month = MONTHS[on.month - 1]
    return month if span.is_near(on) else f"{month} {on.year}"


def _stretch(each: Moment, span: Span) -> str:
    """`5 december t/m 16 januari`; without its start when that is past."""
    last = f"t/m {each.last_day.day} {month_words(each.last_day, span)}"
    if each.day >= span.first:
        start = str(each.day.day)
        if (each.day.year, each.day.month) != (each.last_day.year, each.last_day.month):
            start += f" {month_words(each.day, span)}"
        last = f"{start} {last}" if each.last_day > each.day else day_words((each.day,), span)
    return _with_time(last, each.time)


def _folded(of: Candidate, moments: Sequence[Moment], span: Span) -> str:
    """By the rule, with what differs from it: dates at another time, dates on which it is not, one besides.

    Empty when that is too much for one line.
    """
    ordinary = [each for each in moments if each.day in of.beats]
    odd = [each for each in moments if each.day not in of.beats]
    held = {each.day for each in ordinary}
    gaps = sorted(day for day in of.beats if span.first <= day <= span.last and day not in held)
    time = max((each.time for each in ordinary), key=[each.time for each in ordinary].count, default="")
    other = [each for each in ordinary if each.time != time]
    if len(ordinary) < FEW or len(gaps) > min(_MOST_GAPS, len(ordinary)) or len(odd) > 1 or len(other) > _MOST_OTHER:
        return ""
    text = _with_time(of.rhythm + _bounds(of, ordinary, span), time)
    for each in other:
        text += f", op {_bare(each.day, span)} {each.time or 'de hele dag'}"
    if gaps:
        text += f", niet op {_bare_list(gaps, span)}"
    if odd:
        text += f", ook op {_with_time(day_words((odd[0].day,), span), odd[0].time)}"
    return text


def _bounds(of: Candidate, held: Sequence[Moment], span: Span) -> str:
    """Where the series begins and ends, as far as that is in these days."""
    begins, ends = min(of.beats), max(of.beats)
    starts = begins > span.first and begins == held[0].day
    stops = ends <= span.last and ends == held[-1].day
    if starts and stops:
        return f" van {span_words(begins, ends)}"
    if starts:
        return f" vanaf {_bare(begins, span)}"
    return f" t/m {_bare(ends, span)}" if stops else ""


def _bare(on: date, span: Span) -> str:
    return f"{on.day} {month_words(on, span)}"


def _bare_list(days: Sequence[date], span: Span) -> str:
    months = groupby(days, key=lambda each: (each.year, each.month))
    groups = [list(some) for _, some in months]
    return list_of([f"{list_of([str(each.day) for each in some])} {month_words(some[0], span)}" for some in groups])


def _with_time(text: str, time: str) -> str:
    return f"{text}, {time}" if time else text
