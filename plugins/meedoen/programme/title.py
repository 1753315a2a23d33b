"""Hints for a title: all capitals, or a date that stands in its own field already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT, day, quote
from meedoen.notation.text.quoting import as_value, paste

CAPITALS, DATED = "hoofdletters", "titel-met-datum"
CAPITALS_MESSAGE = "De titel staat helemaal in hoofdletters."
DATED_MESSAGE = "De titel herhaalt de datum: {gevonden}."
DATED_HINT = "Haal de datum uit de titel. Hij staat er altijd al bij"
OTHER_MESSAGE = "In de titel staat {gevonden}, maar dan is het niet: de datum is {datum}."
OTHER_HINT = "Kijk welke datum goed is, en haal hem uit de titel"
SHORTEST_SHOUT = 9  # letters; CJP-DAG is no shouting
_EDGE = r"A-Za-z0-9\u00c0-\u017f"
_DAYS = "|".join((*WEEKDAYS, *(f"{each}[.]?" for each in WEEKDAYS_SHORT)))
_MONTHS = "|".join((*MONTHS, *MONTHS_SHORT))
# Patterns that a script in a browser reads too. The date as written is group 2, then day, month and year.
IN_WORDS = (
    rf"(^|[^{_EDGE}])((?:(?:{_DAYS}) )?([0-9]{{1,2}})(?:e|de|ste)? ({_MONTHS})[.]?(?: ([0-9]{{4}}))?)(?![{_EDGE}])"
)
IN_DIGITS = rf"(^|[^{_EDGE}])((?:(?:{_DAYS}) )?([0-9]{{1,2}})[-/]([0-9]{{1,2}})[-/]([0-9]{{4}}))(?![{_EDGE}])"
# Days that have their date for a name.
NAMES = ((4, 5), (5, 5))
LOOSE_END = r"(?:^[ ,:;|\u2013-]+|(?:[ ,:;|\u2013-]|[ ](?:op|van|vanaf|t/m)|\([ ]*\))+$)"
_PATTERNS = tuple(re.compile(each, re.IGNORECASE) for each in (IN_WORDS, IN_DIGITS))
_LOOSE_END = re.compile(LOOSE_END, re.IGNORECASE)


def title_hints(title: str, days: Sequence[date]) -> Iterator[Fault]:
    """Takes a title and the days on which it happens; gives what could be better about this title.

    `days` are those on which it happens; none where that is not known.
    """
    if len(title) >= SHORTEST_SHOUT and title.isupper():
        yield Fault(CAPITALS, CAPITALS_MESSAGE, f"Typ: titel: {title.capitalize()}")
    if days and (fault := _dated(title, days)):
        yield fault


def _dated(title: str, days: Sequence[date]) -> Fault | None:
    for pattern in _PATTERNS:
        for hit in pattern.finditer(title):
            number, month, year = int(hit[3]), _month(hit[4]), int(hit[5]) if hit[5] else 0
            if not 1 <= month <= 12 or not 1 <= number <= 31 or (not year and (number, month) in NAMES):
                continue
            if year and abs(year - days[0].year) > 1:  # what it is about happened then
                continue
            rest = _LOOSE_END.sub("", f"{title[: hit.start(2)]}{title[hit.end(2) :]}")
            better = f"titel: {as_value(' '.join(rest.split()))}" if len(rest) > 2 else ""
            known = any((each.day, each.month) == (number, month) and year in (0, each.year) for each in days)
            message = DATED_MESSAGE if known else OTHER_MESSAGE
            hint = DATED_HINT if known else OTHER_HINT
            text = message.format(gevonden=quote(hit[2]), datum=day(days[0]))
            return Fault(DATED, text, paste(hint, better) if better else f"{hint}.")
    return None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    name = text.lower()
    return (MONTHS.index(name) if name in MONTHS else MONTHS_SHORT.index(name)) + 1
