"""Dutch dates, times, amounts and lists as people read them; nothing here looks at a locale."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache
from math import floor

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni",
          "juli", "augustus", "september", "oktober", "november", "december")  # fmt: skip
MONTHS_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS_SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")


@lru_cache(maxsize=8192)
def day(d: date, *, year: bool = True, weekday: bool = False, short: bool = False) -> str:
    """Takes a date; gives `1 december 2026`, `dinsdag 1 december 2026`, or short `di 1 dec 2026`."""
    words = [f"{d.day} {(MONTHS_SHORT if short else MONTHS)[d.month - 1]}"]
    if weekday:
        words.insert(0, (WEEKDAYS_SHORT if short else WEEKDAYS)[d.weekday()])
    if year:
        words.append(str(d.year))
    return " ".join(words)


@lru_cache(maxsize=2048)
def clock(t: time) -> str:
    """Takes a time; gives `19.30`, and `9.00` without a leading zero."""
    return f"{t.hour}.{t.minute:02}"


@lru_cache(maxsize=4096)
def time_span(start: time | None, end: time | None) -> str:
    """Takes a start and an end; gives `10.00 tot 11.30 uur`, `vanaf 19.30 uur`, `tot 17.00 uur` or `hele dag`.

    An end at midnight is 24.00.
    """
    if end is None:
        return "hele dag" if start is None else f"vanaf {clock(start)} uur"
    until = "24.00" if end == time(0) else clock(end)
    return f"tot {until} uur" if start is None else f"{clock(start)} tot {until} uur"


@lru_cache(maxsize=4096)
def date_span(a: date, b: date) -> str:
    """Takes the first and the last day; gives `1 tot en met 3 december 2026`; one day stays one day."""
    if a == b:
        return day(a)
    if a.year != b.year:
        first = day(a)
    elif a.month != b.month:
        first = day(a, year=False)
    else:
        first = str(a.day)
    return f"{first} tot en met {day(b)}"


def list_of(items: Sequence[str], last: str = "en") -> str:
    """Takes items, and the word before the last; gives `a`, `a en b`, `a, b en c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def number(n: int) -> str:
    """Takes a whole number; gives `1.200`."""
    return f"{n:,}".replace(",", ".")


def count(n: int, one: str, many: str) -> str:
    """Takes a number and a word for one and for more; gives `1 activiteit`, `3 activiteiten`, `1.200 activiteiten`."""
    return f"{number(n)} {one if n == 1 else many}"


def capital(text: str) -> str:
    """Takes a text; gives it with a capital at its start, the rest as it is: `str.capitalize` turns CJP into Cjp."""
    return text[:1].upper() + text[1:]


def ordinal(n: int) -> str:
    """Takes a number; gives `1e`, `2e`, `31e`."""
    return f"{n}e"


@lru_cache(maxsize=1024)
def money(cents: int) -> str:
    """Takes cents; gives an amount in euros: `€ 7,50`, `€ 5` without cents, `gratis` for nothing."""
    if cents == 0:
        return "gratis"
    euros, rest = divmod(cents, 100)
    return f"€ {number(euros)},{rest:02}" if rest else f"€ {number(euros)}"


def ratio(contrast: float) -> str:
    """Takes a contrast; gives it as text, never better than it is: `4,4 : 1` for 4.49."""
    return f"{floor(contrast * 10) / 10:.1f} : 1".replace(".", ",")


def quote(text: str, longest: int = 60) -> str:
    """Takes a text; gives “text” for in a message, on one line.

    Invisible characters become �, and it is cut with … at `longest` characters.
    """
    if len(text) > longest:
        text = text[: longest - 1].rstrip() + "…"
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _stand_in(c) for c in text)
    return f"“{text}”"


def _stand_in(character: str) -> str:
    return " " if unicodedata.category(character) == "Zs" else "�"
