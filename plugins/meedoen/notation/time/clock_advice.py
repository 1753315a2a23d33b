"""What to say about a time that cannot be read: from text to a Fault with the nearest good form."""

from __future__ import annotations

import re
from collections.abc import Callable

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, WEEKDAYS, quote

SHAPES = "Schrijf de tijd zo: 10.00 - 11.30, of vanaf 19.30 uur."

_RULE = "tijd-onleesbaar"
_HOURS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_HOUR_WORDS = {word: n for n, word in enumerate(_HOURS, 1)} | {"één": 1} | {str(n): n for n in range(1, 13)}
_PART = r"(?:['\u2019]?s\s)?(?P<part>ochtends?|morgens?|middags?|namiddags?|avonds?|nachts?)"
_SPOKEN = re.compile(r"\b(?P<which>half|kwart over|kwart voor)\s+(?P<hour>\w+)")
_WITH_PART = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-9]{{2}}))?\s*(?:uur|u)?\s*(?:in de\s)?{_PART}")
_ENGLISH = re.compile(r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?\s*(?P<part>[ap])\.?\s?m\b\.?")
_GLUED = re.compile(r"(?<![0-9])([0-9]{1,2})([0-9]{2})(?![0-9])")
_MOMENT = re.compile(r"[0-9]{1,2}(?:[.:][0-9]{2})?")
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_SECONDS = re.compile(r"([0-9]{1,2}[.:][0-9]{2})[.:][0-9]{2}")


def _spoken(text: str) -> str:
    """`half acht` as `7.30 of 19.30`."""
    match = _SPOKEN.search(text)
    hour = _HOUR_WORDS.get(match["hour"]) if match else None
    if not match or hour is None:
        return SHAPES
    minutes = hour % 12 * 60 + {"half": -30, "kwart over": 15, "kwart voor": -15}[match["which"]]
    morning, evening = (f"{n // 60}.{n % 60:02}" for n in (minutes % 720, minutes % 720 + 720))
    return f"Schrijf de tijd met cijfers: {morning} of {evening}."


def _hour(hour: int, part: str) -> int:
    """The hour of the day for an hour of the clock and the part of the day, or `a` and `p` for am and pm."""
    if hour > 12:
        return hour
    if part.startswith(("nacht", "avond")) and hour == 12:
        return 0
    if part.startswith(("p", "middag", "namiddag", "avond")) or (part.startswith("nacht") and hour > 6):
        return hour % 12 + 12
    return hour % 12 if part == "a" else hour


def _in_24_hours(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """A hint with each `7 pm` or `7 uur 's avonds` as `19.00`, where every time in the text is such a one."""

    def moment(match: re.Match[str]) -> str:
        return f"{_hour(int(match['hour']), match['part'])}.{match['minute'] or '00'}"

    def hint(text: str) -> str:
        better, times = pattern.subn(moment, text)
        return f"Schrijf: {better.strip()}." if times == len(_MOMENT.findall(text)) > 0 else SHAPES

    return hint


def _changed(pattern: re.Pattern[str], replacement: str) -> Callable[[str], str]:
    return lambda text: f"Schrijf: {pattern.sub(replacement, text).strip()}."


_DAY = re.compile(
    r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|\b(?:{'|'.join(MONTHS)})\b|\b(?:{'|'.join(WEEKDAYS)})s?\b"
)

# pattern in the lower-case text, message, label, hint (or what makes it of the text): the first that fits counts
_SIGNS: tuple[tuple[re.Pattern[str], str, str, str | Callable[[str], str]], ...] = (
    (re.compile(r"\b(?:hele|gehele|heel de) dag\b"), "{value} is geen tijd.", "hele dag",
     "Duurt het de hele dag? Haal “tijd” weg en schrijf: hele-dag: ja"),
    (_SPOKEN, "{value} kan in de ochtend zijn of in de avond.", "tijd met cijfers", _spoken),
    (_ENGLISH, "{value} is een Engelse tijd.", "tijd van 24 uur", _in_24_hours(_ENGLISH)),
    (re.compile(rf"(?<![^\W\d_]){_PART}(?![^\W\d_])"), "{value} zegt niet precies hoe laat het is.",
     "hoe laat?", _in_24_hours(_WITH_PART)),
    (_DAY, "In {value} staat ook een dag.", "alleen de tijd",
     "Schrijf hier alleen de tijd. De dag hoort bij “datum”."),
    (re.compile(r"\b(?:ca|circa|rond|ongeveer|plm|omstreeks)\b|±|~"), "{value} is geen vaste tijd.",
     "hoe laat precies?", "Schrijf één vaste tijd, zoals 19.30 uur."),
    (re.compile(r"\b(?:volgt|nader|onbekend|ntb|tbd|tba)\b|n\.t\.b|\?"), "{value} is nog geen tijd.",
     "hoe laat?", "Schrijf de tijd die je nu verwacht. Je kunt hem later wijzigen."),
    (re.compile(r"[0-9].*(?:\ben\b|[;+/&]|, ).*[0-9]"), "In {value} staan te veel tijden.", "te veel tijden",
     "Schrijf één begin en één einde, zoals 10.00 - 11.30. Maak voor de andere tijden een tweede bestand."),
    (_SECONDS, "In {value} staan seconden.", "zonder seconden", _changed(_SECONDS, r"\1")),
    (_COMMA, "In {value} staat een komma.", "punt in plaats van komma", _changed(_COMMA, ".")),
    (re.compile(r"[0-9]\s?[.:]\s?[0-9](?![0-9])"), "In {value} hebben de minuten maar één cijfer.",
     "twee cijfers nodig", "Schrijf de minuten met twee cijfers, zoals 10.30."),
    (_GLUED, "In {value} staat niets tussen de uren en de minuten.", "punt ontbreekt",
     _changed(_GLUED, r"\1.\2")),
    (re.compile(r"[0-9].*(?:[-\u2013\u2014]|\btot)\s*$"), "In {value} ontbreekt het einde.", "tot hoe laat?",
     "Weet je het einde niet? Schrijf dan alleen het begin: vanaf 10.00 uur."),
    (re.compile(r"^\s*(?:tot\b|t/m\b|[-\u2013\u2014])"), "In {value} ontbreekt het begin.", "vanaf hoe laat?",
     SHAPES),
    (re.compile(rf"\b(?:{'|'.join(_HOURS)})\b"), "{value} staat in woorden.", "tijd met cijfers",
     "Schrijf de tijd met cijfers, zoals 19.30 uur."),
)  # fmt: skip


def too_long(text: str) -> Fault:
    """Takes a value that is longer than any time; gives its fault."""
    return Fault(_RULE, f"{quote(text)} is te lang voor een tijd.", SHAPES, "te lang")


def unreadable(text: str, inside: str) -> Fault:
    """Takes a text that has not the shape of a time at all, and the good time in it, if any; gives its fault."""
    if not text.strip():
        return Fault(_RULE, "Hier staat nog geen tijd.", SHAPES, "geen tijd")
    if any(c.isnumeric() and not c.isascii() for c in text):
        return Fault(_RULE, f"In {quote(text)} staan ongewone cijfers.",
                     "Typ de cijfers opnieuw, met 0 tot en met 9.", "ongewone cijfers")  # fmt: skip
    lower = text.lower()
    for sign, message, label, hint in _SIGNS:
        if sign.search(lower):
            return Fault(
                _RULE,
                message.format(value=quote(text)),
                hint if isinstance(hint, str) else hint(lower),
                label,
            )
    hint = f"Schrijf alleen de tijd: {inside}." if inside else SHAPES
    return Fault(_RULE, f"{quote(text)} is geen tijd die we kennen.", hint, "geen tijd")


def one_moment(text: str) -> Fault:
    """Takes a text with a start and an end where one time fits; gives its fault."""
    return Fault(
        _RULE,
        f"In {quote(text)} staan twee tijden.",
        "Schrijf hier alleen het begin, zoals 10.00.",
        "twee tijden",
    )


def impossible(written: str, hour: int, minute: int) -> Fault:
    """Takes a text with numbers that no clock shows, its hour and its minute; gives its fault."""
    if minute > 59:
        label, hint = "een uur heeft 60 minuten", "Schrijf de minuten van 00 tot en met 59."
        if minute == 75 and hour < 24:
            hint = f"Bedoelde je {hour}.45?"
    elif (hour, minute) == (24, 0):
        label, hint = "24.00 kan alleen het einde zijn", "Begint het om middernacht? Schrijf dan 0.00."
    else:
        label, hint = "een dag heeft 24 uur", "Schrijf een tijd van 0.00 tot en met 23.59."
        if hour == 24:
            hint = f"Bedoelde je 0.{minute:02}?"
    return Fault("tijd-bestaat-niet", f"De tijd {quote(written)} bestaat niet.", hint, label)
