"""The names of months and weekdays as people type them: a number, or the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from meedoen.language.wording import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT

MONTH_NUMBERS = {name: n for names in (MONTHS, MONTHS_SHORT) for n, name in enumerate(names, 1)}
MONTH_NUMBERS |= {"maa": 3, "sept": 9}
WEEKDAY_NUMBERS = {name: n for names in (WEEKDAYS, WEEKDAYS_SHORT) for n, name in enumerate(names)}

ENGLISH_MONTHS = {"january": 1, "february": 2, "march": 3, "mar": 3, "may": 5, "june": 6,
                  "july": 7, "august": 8, "october": 10, "oct": 10}  # fmt: skip
ENGLISH_WEEKDAYS = {name: n for names in (
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun")) for n, name in enumerate(names)}  # fmt: skip


def month_number(word: str) -> int | None:
    """Takes a Dutch name or abbreviation of a month in any case (`Dec.`); gives 1 to 12, None for another word."""
    return MONTH_NUMBERS.get(word.lower().rstrip("."))


def weekday_number(word: str) -> int | None:
    """Takes a Dutch name or abbreviation of a weekday in any case (`Di.`); gives 0 (Monday) to 6, else None."""
    return WEEKDAY_NUMBERS.get(word.lower().rstrip("."))


def meant_month(word: str) -> str | None:
    """Takes an English name or a typing error; gives the Dutch month that it stands for."""
    word = word.lower().rstrip(".")
    number = ENGLISH_MONTHS.get(word)
    return MONTHS[number - 1] if number else nearest(word, MONTHS)


def meant_weekday(word: str) -> str | None:
    """Takes an English name or a typing error; gives the Dutch weekday that it stands for."""
    word = word.lower().rstrip(".")
    number = ENGLISH_WEEKDAYS.get(word)
    return nearest(word, WEEKDAYS) if number is None else WEEKDAYS[number]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Takes a word and known words; gives the one most like it, if near enough to ask "bedoelde je …?"."""
    matches = get_close_matches(word, known, n=1, cutoff=0.7)
    return matches[0] if matches else None
