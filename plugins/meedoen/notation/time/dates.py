"""Dates as people type them: `1 december 2026`, `di 1 dec 2026`, `1-12-2026`, and ranges of them.

A value goes in, a date (or a pair) or the Fault that says what to type instead comes out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, WEEKDAYS, date_span, day, quote
from meedoen.notation.time import date_advice
from meedoen.notation.time.names import meant_month, meant_weekday, month_number, weekday_number

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST = 200  # characters; a longer value is not read at all

_NAME = r"[^\W\d_]+"
_SEPARATOR = r"\s*[-/.,\u2010\u2011\u2013]?\s*"  # with the hyphens that a word processor makes of `-`
_WEEKDAY = rf"[\s,]*(?:(?P<weekday>{_NAME})\.?[\s,]+)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?:(?:e|de|ste)\b)?"
    rf"(?:{_SEPARATOR}(?P<month>(?<![0-9])[0-9]{{1,2}}|{_NAME}\.?)"
    rf"(?:{_SEPARATOR}(?<![0-9])(?P<year>['\u2019]?[0-9]+))?)?[\s,.]*",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<year>[0-9]{{4}})\s*[-/.]\s*(?P<month>[0-9]{{1,2}})\s*[-/.]\s*(?P<day>[0-9]{{1,2}})[\s,.]*"
)
_FROM = re.compile(r"\s*(?:van|vanaf)\s+(?=[^\W_])", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?<![^\W\d_])(?:(?P<word>t\s?/\s?m(?![^\W\d_])\.?|t\.?m\.?(?!\w)|tot\s+en\s+met\b)|(?P<vague>tot\b)|[-\u2013\u2014])\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | Fault:
    """Takes a text; gives the one date that it names, or its fault."""
    if len(text) > LONGEST:
        return date_advice.too_long(text)
    match = _match(text)
    return _date(match) if match else _unreadable(text)


@lru_cache(maxsize=1024)
def parse_date_range(text: str) -> tuple[date, date] | Fault:
    """Takes a text as `21 december 2026 t/m 3 januari 2027`; gives its first and its last date, or its fault.

    A single date is both.
    """
    if len(text) > LONGEST:
        return date_advice.too_long(text)
    skipped = _FROM.match(text)
    begin = skipped.end() if skipped else 0
    if _match(text, begin) is None:
        halves = list(_BETWEEN.finditer(text, begin))
        for between in halves:
            first, last = _match(text, begin, between.start()), _match(text, between.end())
            if first and last:
                return _range(first, last, between)
        for between in halves:
            if between["word"]:
                return _half_range(text, begin, between)
    elif skipped:
        return date_advice.half_range(text, "laatste")
    only = parse_date(text)
    return only if isinstance(only, Fault) else (only, only)


def _unreadable(text: str) -> Fault:
    inner = _DAY_FIRST.search(text)
    if inner and inner["year"] and not text[: inner.start("day")][-1:].isdecimal():
        inside = inner[0].strip(" ,.") if isinstance(_date(inner), date) else ""
        return date_advice.unreadable(text, inside)
    return date_advice.unreadable(text)


def _match(text: str, begin: int = 0, end: int = LONGEST) -> re.Match[str] | None:
    return _YEAR_FIRST.fullmatch(text, begin, end) or _DAY_FIRST.fullmatch(text, begin, end)


def _date(match: re.Match[str], later: date | None = None) -> date | Fault:
    """The date in a match; the month and the year that it leaves out are those of the later date."""
    month = _month(match, later)
    if isinstance(month, Fault):
        return month
    year = _year(match, month, later)
    if isinstance(year, Fault):
        return year
    on = _existing(match, year, month, int(match["day"]))
    return on if isinstance(on, Fault) else _on_weekday(match, on)


def _month(match: re.Match[str], later: date | None) -> int | Fault:
    written = match["month"]
    if written is None:
        return later.month if later else _at(match, "day", date_advice.no_month(match[0].strip()))
    if written.isdecimal():
        return int(written)
    number = month_number(written)
    if number is None:
        meant = meant_month(written)
        return _at(match, "month", date_advice.odd_month(written, meant, _with(match, "month", meant or "")))
    return number


def _year(match: re.Match[str], month: int, later: date | None) -> int | Fault:
    text = match[0].strip()
    if match["year"] is None:
        if later:
            return later.year
        number = int(match["day"])
        example = _real(2026, month, number) or _real(2028, month, number)  # 2028: a leap year
        if month > 12:
            return date_advice.unreadable(text)
        return date_advice.no_year(text, _as_typed(match, example) if example else "1 december 2026")
    written = match["year"].lstrip("'\u2019")
    if len(written) != 4:
        full = _with(match, "year", f"20{written}") if len(written) == 2 else None
        return _at(match, "year", date_advice.short_year(text, full))
    if not FIRST_YEAR <= int(written) <= LAST_YEAR:
        fault = Fault("datum-bestaat-niet", f"Het jaar {written} kan niet kloppen.",
                      f"Schrijf een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}.", "welk jaar?")  # fmt: skip
        return _at(match, "year", fault)
    return int(written)


def _existing(match: re.Match[str], year: int, month: int, number: int) -> date | Fault:
    existing = _real(year, month, number)
    if existing:
        return existing
    label, group = "een maand begint bij dag 1", "day"
    options: list[date | None] = []
    if month == 0:
        label, group = "een jaar begint bij maand 1", "month"
    elif month > 12:
        label, group = "een jaar heeft 12 maanden", "month"
        options = [_real(year, number, month)]  # the American order
    elif number:
        last = monthrange(year, month)[1]
        label = f"{MONTHS[month - 1]} {year} heeft maar {last} dagen"
        options = [date(year, month, last)]
    hint = next((f"Bedoelde je {_as_typed(match, option)}?" for option in options if option), "")
    if group == "month" and hint:
        hint = f"Schrijf eerst de dag en dan de maand. {hint}"
    message = f"{quote(match[0].strip())} bestaat niet."
    return _at(match, group, Fault("datum-bestaat-niet", message, hint or date_advice.SHAPES, label))


def _on_weekday(match: re.Match[str], on: date) -> date | Fault:
    written = match["weekday"]
    if written is None:
        return on
    number = weekday_number(written)
    if number is None:
        meant = meant_weekday(written)
        return _at(match, "weekday", date_advice.odd_word_before(written, meant, _as_typed(match, on)))
    if number == on.weekday():
        return on
    near = on + timedelta((number - on.weekday() + 3) % 7 - 3)
    real = WEEKDAYS[on.weekday()]
    fault = Fault("weekdag-klopt-niet", f"{day(on)} is geen {WEEKDAYS[number]} maar een {real}.",
                  f"Bedoelde je {day(on, weekday=True)} of {day(near, weekday=True)}?",
                  f"dit is een {real}")  # fmt: skip
    return _at(match, "weekday", fault)


def _range(first: re.Match[str], last: re.Match[str], between: re.Match[str]) -> tuple[date, date] | Fault:
    end = _date(last)
    if isinstance(end, Fault):
        return end if last["year"] else _without_last_year(first, last, end)
    start = _date(first, later=end)
    if isinstance(start, Fault):
        return start
    if between["vague"]:
        return _at(between, "vague", date_advice.vague_range(start, end))
    if start <= end:
        return start, end
    earlier = None  # where the first date leaves out the month or the year, it may be the one before
    if first["month"] is None:
        earlier = _real(end.year - (end.month == 1), (end.month + 10) % 12 + 1, start.day)
    elif first["year"] is None:
        earlier = _real(end.year - 1, start.month, start.day)
    meant = date_span(earlier, end) if earlier else date_span(end, start)
    return _at(last, "day", Fault("einde-voor-begin", f"{day(end)} ligt voor {day(start)}.",
                                  f"Bedoelde je {meant}?", "ligt voor de eerste dag"))  # fmt: skip


def _without_last_year(first: re.Match[str], last: re.Match[str], fault: Fault) -> Fault:
    """The fault of a last date without a year, with a hint where the first date has one."""
    start = _date(first)
    if isinstance(start, Fault) or last["month"] is None:
        return fault
    ends = [_date(last, later=start.replace(day=1, year=start.year + more)) for more in (0, 1)]
    meant = next((end for end in ends if isinstance(end, date) and end >= start), None)
    return replace(fault, hint=f"Bedoelde je {day(start)} t/m {day(meant)}?") if meant else fault


def _half_range(text: str, begin: int, between: re.Match[str]) -> Fault:
    """Of a text in two halves that are not both dates: what is wrong with the first that is not."""
    which, start, end = "eerste", begin, between.start()
    if _match(text, start, end):
        which, start, end = "laatste", between.end(), len(text)
    half = text[start:end]
    if not half.strip():
        return date_advice.half_range(text, which)
    return replace(date_advice.unreadable(half), offset=start, length=end - start)


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _as_typed(match: re.Match[str], on: date) -> str:
    """The date in the form in which the contributor writes dates."""
    if match.re is _YEAR_FIRST:
        return on.isoformat()
    if match["month"] and match["month"].isdecimal():
        return f"{on.day}-{on.month}-{on.year}"
    return day(on)


def _with(match: re.Match[str], group: str, word: str) -> str:
    """The text of the match with another word in that place."""
    begin, end = match.span(group)
    return f"{match.string[match.start() : begin]}{word}{match.string[end : match.end()]}".strip(" ,")


def _at(match: re.Match[str], group: str, fault: Fault) -> Fault:
    begin, end = match.span(group)
    return replace(fault, offset=begin, length=end - begin)
