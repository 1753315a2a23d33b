"""What to say about a date that cannot be read: from text to a Fault with the nearest good form."""

from __future__ import annotations

import re
from datetime import date

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, day, quote
from meedoen.notation.time.names import meant_month, month_number

SHAPES = "Schrijf de datum zo: 1 december 2026 of 1-12-2026."
ONE_DATE = "Schrijf hier één datum, zoals 1 december 2026."

_RULE = "datum-onleesbaar"
_NAME = r"[^\W\d_]+"
_MONTH_FIRST = re.compile(rf"\s*({_NAME})\.?\s+([0-9]{{1,2}})\s*,?\s+([0-9]{{4}})\s*")
_MONTH_ONLY = re.compile(rf"\s*({_NAME})\.?\s+([0-9]{{4}})\s*")
_BARE_DIGITS = re.compile(r"\s*([0-9]{8})\s*")

# the first pattern that is in the lower-case text tells what is wrong
_SIGNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\b(?:elke|elk|iedere|ieder|wekelijks|dagelijks|maandelijks|jaarlijks|om de)\b"),
     "{value} is een herhaling en geen datum.",
     "Schrijf hier alleen de datum. Zet hoe vaak het is bij “herhaling”."),
    (re.compile(r"\b(?:vandaag|morgen|overmorgen|volgende?|komende?|aanstaande|aankomende?|nu)\b"),
     "{value} zegt later niet meer welke dag het is.",
     "Schrijf de dag zelf, zoals dinsdag 1 december 2026."),
    (re.compile(r"\buur\b|[0-9]t[0-9]{2}:|(?:^|\s)[0-9]{1,2}[.:][0-9]{2}(?![0-9.:/-])"),
     "In {value} staat een tijd.",
     "Schrijf hier alleen de datum, zoals 1 december 2026. Zet de tijd bij “tijd”."),
    (re.compile(r"\bt\s?/\s?m\b|\btot\b|\bvan\b|\s[-\u2013\u2014]\s|\ben\b|[;&+]|,.*,"),
     "In {value} staat meer dan één datum.",
     ONE_DATE),
    (re.compile(r"\b(?:eerste|tweede|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b"),
     "In {value} staat de dag in woorden.",
     "Schrijf de dag met cijfers, zoals 1 december 2026."),
)  # fmt: skip


def too_long(text: str) -> Fault:
    """Takes a value that is longer than any date; gives its fault."""
    return Fault(_RULE, f"{quote(text)} is te lang voor een datum.", SHAPES, "te lang")


def unreadable(text: str, inside: str = "") -> Fault:
    """Takes a text that has not the shape of a date at all, and the good date in it, if any; gives its fault."""
    if not text.strip():
        return Fault(_RULE, "Hier staat nog geen datum.", SHAPES, "geen datum")
    if any(c.isnumeric() and not c.isascii() for c in text):
        return Fault(_RULE, f"In {quote(text)} staan ongewone cijfers.",
                     "Typ de cijfers opnieuw, met 0 tot en met 9.", "ongewone cijfers")  # fmt: skip
    for sign, message, hint in _SIGNS:
        if sign.search(text.lower()):
            return Fault(_RULE, message.format(value=quote(text)), hint, "geen datum")
    hint = f"Schrijf alleen de datum: {inside}." if inside else SHAPES
    return _incomplete(text) or Fault(_RULE, f"{quote(text)} is geen datum die we kennen.", hint, "geen datum")


def _incomplete(text: str) -> Fault | None:
    """For a text that has parts of a date: in another order, without the day, or glued together."""
    if match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
        name = MONTHS[number - 1] if (number := month_number(month)) else meant_month(month)
        if name:
            return Fault(_RULE, f"In {quote(text)} staat de maand voor de dag.",
                         f"Schrijf eerst de dag: {int(day)} {name} {year}.", "eerst de dag")  # fmt: skip
    if (match := _MONTH_ONLY.fullmatch(text)) and (month_number(match[1]) or meant_month(match[1])):
        return Fault(_RULE, f"In {quote(text)} ontbreekt de dag.",
                     f"Schrijf de dag erbij, zoals 1 {text.strip()}.", "welke dag?")  # fmt: skip
    if match := _BARE_DIGITS.fullmatch(text):
        digits = match[1]
        year_first = digits[:2] in {"20", "21"} and digits[4:6] <= "12"
        parts = (digits[:4], digits[4:6], digits[6:]) if year_first else (digits[:2], digits[2:4], digits[4:])
        return Fault(_RULE, f"In {quote(text)} staat niets tussen de dag, de maand en het jaar.",
                     f"Zet er streepjes tussen: {'-'.join(parts)}.", "streepjes ontbreken")  # fmt: skip
    return None


def odd_word_before(word: str, meant: str | None, written: str) -> Fault:
    """Takes a word before the day that is no day of the week; gives its fault.

    `meant` is the day that was meant, `written` the date without the word.
    """
    if meant:
        return Fault(_RULE, f"{quote(word)} is geen dag van de week.",
                     f"Bedoelde je {meant} {written}?", "geen dag van de week")  # fmt: skip
    return Fault(_RULE, f"Voor de datum staat {quote(word)}. Daar kan alleen een dag van de week staan.",
                 f"Schrijf: {written}.", "geen dag van de week")  # fmt: skip


def odd_month(word: str, meant: str | None, written: str) -> Fault:
    """Takes a word after the day that is no month; gives its fault.

    `meant` is the month that was meant, `written` the date with it.
    """
    message = f"{quote(word.rstrip('.'))} is geen maand."
    if not meant:
        return Fault(_RULE, message, SHAPES, "geen maand")
    return Fault(_RULE, message, f"Bedoelde je {written}?", f"bedoelde je {meant}?")


def no_month(text: str) -> Fault:
    """Takes a text with a day alone; gives its fault."""
    return Fault(_RULE, f"In {quote(text)} ontbreken de maand en het jaar.",
                 "Schrijf ze erbij, zoals 1 december 2026.", "welke maand?")  # fmt: skip


def no_year(text: str, written: str) -> Fault:
    """Takes a text with a day and a month, and an example with a year; gives its fault."""
    return Fault(_RULE, f"In {quote(text)} ontbreekt het jaar.", f"Schrijf het jaar erbij, zoals {written}.",
                 "welk jaar?")  # fmt: skip


def short_year(text: str, written: str | None) -> Fault:
    """Takes a text of which the year has not four digits; gives its fault.

    `written` is the date with the year in full, where it is clear.
    """
    hint = f"Schrijf het jaar voluit: {written}." if written else SHAPES
    return Fault(_RULE, f"Het jaar in {quote(text)} heeft geen vier cijfers.", hint, "vier cijfers nodig")


def half_range(text: str, which: str) -> Fault:
    """Takes a text, and which day is not in it: the `eerste` or the `laatste`; gives its fault."""
    return Fault(_RULE, f"In {quote(text)} ontbreekt de {which} dag.",
                 "Schrijf beide dagen, zoals 21 december 2026 t/m 3 januari 2027.",
                 f"welke {which} dag?")  # fmt: skip


def vague_range(start: date, end: date) -> Fault:
    """Takes the days of a range with `tot`, which may or may not take in its last day; gives its fault."""
    return Fault(_RULE, f"Bij “tot” is niet duidelijk of {day(end)} meetelt.",
                 f"Telt die dag mee? Schrijf dan: {day(start)} t/m {day(end)}.",
                 "of is het t/m?")  # fmt: skip
