"""How often, in Dutch: `elke dinsdag`, `om de week op donderdag`, `elke 2e en 4e woensdag van de maand`.

A phrase goes in, a Recurrence or the Fault in the phrase comes out; `phrase` goes the other way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from meedoen.language.problems import Fault
from meedoen.language.wording import WEEKDAYS, list_of, ordinal
from meedoen.notation.time import lexicon, recurrence_advice
from meedoen.notation.time.dates import parse_date
from meedoen.notation.time.expansion import Frequency, Recurrence, anchor, expand, first_on_or_after, occurs_on
from meedoen.notation.time.lexicon import LEXICON, Word, words_of

__all__ = [
    "Recurrence", "anchor", "expand", "first_on_or_after", "occurs_on", "parse_end", "parse_recurrence",
    "phrase",
]  # fmt: skip

LONGEST = 200  # characters; a longer value is not read at all
LONGEST_INTERVAL = 12
WORKDAYS = (0, 1, 2, 3, 4)

# The grammar: each pattern is over the kinds of the words, one letter a word (lexicon.py).
_EVERY = "(?P<every>E|O|K?Q|K)(?P<n>[NR])?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        "(?P<loose>L)",
        f"{_EVERY}(?P<unit>[dy])",  # elke dag, om de 2 jaar
        f"{_EVERY}(?P<unit>w)(?P<days>W*)",  # elke 2 weken op donderdag
        f"E?(?P<days>W(?:E?W)*)(?:V?{_EVERY}(?P<unit>w))?",  # op dinsdag en donderdag, dinsdag om de week
        "(?P<every>O)(?P<days>W+)",  # om de donderdag
        "E?(?P<parity>P)w(?P<days>W*)",  # in even weken op dinsdag
        "E?(?P<days>W+)V?E?(?P<parity>P)w",  # elke dinsdag in de even weken
        f"{_EVERY}(?P<unit>m)",  # om de maand
        f"{_EVERY}(?P<unit>m)(?P<nth>R+)(?P<days>W+)(?:Vm)?",  # elke maand op de eerste dinsdag
        f"{_EVERY}(?P<unit>m)(?P<nth>[NR]+)d?(?:Vm)?",  # maandelijks op de 15e
        "E?(?P<nth>R+)(?P<days>W+)",  # elke eerste zaterdag
        "E?(?P<nth>R+)(?P<days>W+)[VQ]?E?(?P<n>N)?(?P<unit>m)",  # de eerste zaterdag van elke 2 maanden
        "E?(?P<nth>[NR]+)d?[VQ]E?(?P<n>N)?(?P<unit>m)",  # de laatste dag van de maand
    )
)
_FREQUENCIES: dict[str, Frequency] = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY", "y": "YEARLY"}
_UP_TO = re.compile(r"\s*(?:t\s?/\s?m|tot\s+en\s+met)\s+", re.IGNORECASE)
_TIMES = re.compile(r"\s*(?:na\s+)?(?P<n>[0-9]{1,4}|[^\W\d_]+)\s*(?:keer|keren|maal|x)\b[\s.]*", re.IGNORECASE)
_POSITION_WORDS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}


@lru_cache(maxsize=2048)
def parse_recurrence(text: str) -> Recurrence | Fault:
    """Takes a phrase; gives the recurrence that it names, or its fault.

    What depends on the start date stays open (`anchor`).
    """
    if len(text) > LONGEST:
        return recurrence_advice.too_long(text)
    text = unicodedata.normalize("NFC", text)
    return _read(text) or recurrence_advice.unreadable(text, _good_phrase)


@lru_cache(maxsize=1024)
def parse_end(text: str) -> date | int | Fault:
    """Takes a text; gives when a series ends: its last date, or how many times it happens (`10 keer`); or its fault."""
    if len(text) > LONGEST:
        return recurrence_advice.unreadable_end(text)
    if match := _TIMES.fullmatch(text):
        kind, values = LEXICON.get(match["n"].lower(), (lexicon.UNKNOWN, ()))
        times = int(match["n"]) if match["n"].isdecimal() else values[0] if kind == lexicon.NUMBER else 0
        return times or recurrence_advice.unreadable_end(text)
    skipped = _UP_TO.match(text)
    begin = skipped.end() if skipped else 0
    end = parse_date(text[begin:])
    if not isinstance(end, Fault):
        return end
    return recurrence_advice.unreadable_end(text, replace(end, offset=end.offset + begin))


def phrase(recurrence: Recurrence) -> str:
    """Takes a recurrence; gives the words in which it can be typed again."""
    if recurrence.loose:
        return "losse data"
    match recurrence.frequency:
        case "DAILY":
            return _each(recurrence.interval, "elke dag", "dagen")
        case "WEEKLY":
            return _weekly_phrase(recurrence)
        case "MONTHLY":
            return _monthly_phrase(recurrence)
        case "YEARLY":
            return _each(recurrence.interval, "elk jaar", "jaar")


def _weekly_phrase(recurrence: Recurrence) -> str:
    weekdays = recurrence.weekdays
    names = list_of([WEEKDAYS[n] for n in weekdays])
    if recurrence.week_parity is not None:
        weeks = "in oneven weken" if recurrence.week_parity else "in even weken"
    elif weekdays and recurrence.interval == 1:
        return "elke werkdag" if weekdays == WORKDAYS else f"elke {names}"
    else:
        weeks = _each(recurrence.interval, "elke week", "weken")
    return f"{weeks} op {'werkdagen' if weekdays == WORKDAYS else names}" if weekdays else weeks


def _monthly_phrase(recurrence: Recurrence) -> str:
    positions, each = recurrence.positions, _each(recurrence.interval, "elke maand", "maanden")
    if positions:
        words = [_POSITION_WORDS[n] if n < 0 or len(positions) == 1 else ordinal(n) for n in positions]
        which = f"{list_of(words)} {list_of([WEEKDAYS[n] for n in recurrence.weekdays])}"
        return f"elke {which} van de maand" if recurrence.interval == 1 else f"{each} op de {which}"
    days = ["laatste dag" if n < 0 else ordinal(n) for n in recurrence.month_days]
    return f"{each} op de {list_of(days)}" if days else each


def _each(interval: int, one: str, many: str) -> str:
    return one if interval == 1 else f"elke {interval} {many}"


def _good_phrase(text: str) -> str:
    recurrence = _read(text)
    return phrase(recurrence) if isinstance(recurrence, Recurrence) else ""


def _read(text: str) -> Recurrence | Fault | None:
    """What the phrase means, the Fault of one that has the form but no meaning, None for another text."""
    words = words_of(text)
    kinds = "".join(word.kind for word in words)
    for form in _FORMS:
        if match := form.fullmatch(kinds):
            parts = {name: words[slice(*match.span(name))] for name in match.groupdict() if match[name]}
            return _build(text, parts)
    return None


def _build(text: str, parts: dict[str, list[Word]]) -> Recurrence | Fault | None:
    if "loose" in parts:
        return Recurrence("DAILY", loose=True)
    interval = _interval(parts)
    if interval < 1:
        return None
    if interval > LONGEST_INTERVAL:
        return recurrence_advice.odd_interval(text, LONGEST_INTERVAL)
    weekdays = _values(word for word in parts.get("days", ()) if word.kind == lexicon.WEEKDAY)
    times = next((word.values[0] for word in parts.get("every", ()) if word.kind == lexicon.TIMES), 1)
    if times != 1:
        named = phrase(Recurrence("WEEKLY", weekdays=weekdays)) if weekdays else ""
        return recurrence_advice.several_times(text, named)
    if "nth" in parts:
        return _build_monthly(text, parts, interval, weekdays)
    if "parity" in parts:
        return Recurrence("WEEKLY", weekdays=weekdays, week_parity=parts["parity"][0].values[0])
    unit = parts["unit"][0].kind if "unit" in parts else lexicon.WEEK
    return Recurrence(_FREQUENCIES[unit], interval, weekdays)


def _build_monthly(
    text: str, parts: dict[str, list[Word]], interval: int, weekdays: tuple[int, ...]
) -> Recurrence | Fault:
    which = _values(parts["nth"])
    if not weekdays:
        if any(n == 0 or n > 31 for n in which):
            return recurrence_advice.odd_month_day(text)
        return Recurrence("MONTHLY", interval, month_days=which)
    if any(len(word.values) > 1 for word in parts["days"]):
        return recurrence_advice.several_weekdays(text)
    if any(n == 0 or n > 5 for n in which):
        return recurrence_advice.odd_position(text, WEEKDAYS[weekdays[0]])
    monthly = Recurrence("MONTHLY", interval, weekdays, which)
    if "unit" not in parts and len(which) == 1 and which[0] > 1:
        other = Recurrence("WEEKLY", which[0], weekdays)
        return recurrence_advice.two_meanings(text, first=phrase(monthly), second=phrase(other))
    return monthly


def _interval(parts: dict[str, list[Word]]) -> int:
    size = parts["unit"][0].values[0] if "unit" in parts else 1
    if "n" in parts:
        word = parts["n"][0]
        n = word.values[0]
        return 0 if word.kind == lexicon.ORDINAL and n < 2 else n * size  # `elke eerste week` has no meaning
    return 2 * size if parts.get("every", [])[:1] and parts["every"][0].kind == lexicon.EVERY_OTHER else size


def _values(words: Iterable[Word]) -> tuple[int, ...]:
    """All numbers of the words, each once, in order; the last (-1) comes last."""
    return tuple(sorted({n for word in words for n in word.values}, key=lambda n: n if n >= 0 else 99))
