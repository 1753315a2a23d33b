"""What to say about a phrase that is no recurrence: from text to a Fault with the nearest good phrase."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, WEEKDAYS, quote
from meedoen.notation.time import date_advice
from meedoen.notation.time.lexicon import ADVERBS, EACH, LEXICON, UNKNOWN, WEEKDAY, words_of
from meedoen.notation.time.names import ENGLISH_WEEKDAYS, nearest

SHAPES = "Schrijf bijvoorbeeld: elke dinsdag, of: elke eerste zaterdag van de maand."
END_SHAPES = "Schrijf de laatste datum, zoals 29 juni 2027, of een aantal, zoals 10 keer."
LOOSE = "Schrijf: losse data. Zet de andere datums bij “ook”."
MOST_TYPOS = 3  # a text with more words that we do not know is another kind of text

GoodPhrase = Callable[[str], str]  # a text in its canonical form, empty where it is no recurrence

_RULE = "herhaling-onleesbaar"
_EXAMPLES = (
    "elke dag", "elke werkdag", "elke week", "elke 2 weken", "om de week", "elke 2 weken op donderdag",
    "in even weken", "in oneven weken op dinsdag", "elke maand", "elke maand op de 15e", "elk kwartaal",
    "elke maand op de laatste dag", "elke maand op de eerste dinsdag", "elke laatste vrijdag van de maand",
    "elke 2e en 4e woensdag van de maand", "elk jaar", "losse data", *(f"elke {name}" for name in WEEKDAYS),
)  # fmt: skip
_KNOWN_WORDS = [word for word in (*LEXICON, *ADVERBS) if len(word) > 2]
_RAW_RULE = re.compile(r"\b(?:rrule|freq|byday|bymonthday|interval)\s*[=:]", re.IGNORECASE)
_PENULTIMATE = re.compile(r"\bvoorlaatste\b|\bna[ -]laatste\b", re.IGNORECASE)
_IRREGULAR = re.compile(
    r"\b(?:onregelmatig|wisselende?|verschillende|diverse|soms|af en toe|afspraak|overleg|aanvraag)\b",
    re.IGNORECASE,
)
_ENDLESS = re.compile(r"\b(?:altijd|doorlopend|onbepaald|oneindig|nooit|geen|onbekend)\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\s*([1-9][0-9]{0,3})(?:\s+(?:lessen|bijeenkomsten|weken|dagen|maanden|maal))?\s*")
_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b[0-9]{{1,2}}[-/][0-9]{{1,2}}\b", re.IGNORECASE)
_AND = re.compile(r"\s+en\s+|\s*[,;+&]\s*", re.IGNORECASE)

# what belongs in another field: pattern, what it is, which field
_ELSEWHERE = tuple((re.compile(pattern, re.IGNORECASE), what, field) for pattern, what, field in (
    (r"[,(]?\s*\b(?:behalve|uitgezonderd|met uitzondering|m\.?u\.?v\b|(?:maar )?niet\b|geen\b|zonder\b)",
     "een uitzondering", "“behalve”"),
    (r",?\s*(?:\b(?:om|van|tot|vanaf)\s+)*(?:[0-9]{1,2}(?:[.:][0-9]{2}|\s*uur\b)|\bvan [0-9]{1,2} tot\b)",
     "een tijd", "“tijd”"),
    (r",?\s*\b(?:tot|t/m|tm|einde?|eindigt)\b|,?\s*\b[0-9]{1,4}\s*(?:keer|x|maal)\b(?!\s+(?:per|in))",
     "een einde", "“tot”"),
    (r",?\s*\b(?:vanaf|v\.a\.|met ingang|sinds|begint|start)", "een begin", "“datum”"),
    (r",?\s*\b(?:(?:in|tijdens|buiten)\s+)?(?:(?:de|het)\s+)?(?:zomer|winter|herfst|lente|voorjaar|najaar|"
     r"schooljaar|seizoen|(?:school|zomer|kerst|herfst|mei)?vakanties?|feestdag(?:en)?)\b",
     "een periode", "“tot” of bij “behalve”"),
))  # fmt: skip

_ENGLISH = {
    "every": "elke", "each": "elke", "daily": "dagelijks", "weekly": "wekelijks", "monthly": "maandelijks",
    "yearly": "jaarlijks", "annually": "jaarlijks", "biweekly": "tweewekelijks", "weekday": "werkdag",
    "first": "eerste", "second": "tweede", "third": "derde", "fourth": "vierde", "fifth": "vijfde",
    "last": "laatste", "day": "dag", "month": "maand", "year": "jaar", "two": "2", "three": "3", "four": "4",
    **{name: WEEKDAYS[n] for name, n in ENGLISH_WEEKDAYS.items()},
}  # fmt: skip
_ENGLISH_SMALL = {"weeks": "weken", "of": "van", "the": "de", "on": "op", "and": "en"}


def too_long(text: str) -> Fault:
    """Takes a value that is longer than any phrase; gives its fault."""
    return Fault(_RULE, f"{quote(text)} is te lang voor een herhaling.", SHAPES, "te lang")


def unreadable(text: str, good: GoodPhrase) -> Fault:
    """Takes a text that is no phrase at all, and what gives its canonical form; gives its fault."""
    if not text.strip():
        return Fault(_RULE, "Hier staat nog geen herhaling.", SHAPES, "geen herhaling")
    if _RAW_RULE.search(text):
        message = f"{quote(text)} is een code."
        return Fault(_RULE, message, f"Schrijf de herhaling in gewone woorden. {SHAPES}", "een code")
    if _PENULTIMATE.search(text) or _IRREGULAR.search(text):
        return Fault(_RULE, f"Voor {quote(text)} is er geen herhaling.", LOOSE, "losse data")
    steps = (_other_weekdays, _elsewhere, _english, _two_phrases, _which_weekday, _dates, _typing_error)
    for step in steps:
        if fault := step(text, good):
            return fault
    near = get_close_matches(text.lower()[:80], _EXAMPLES, n=1, cutoff=0.6)
    hint = f"Bedoelde je: {near[0]}?" if near else SHAPES
    return Fault(_RULE, f"{quote(text)} is geen herhaling die we kennen.", hint, "geen herhaling")


def _other_weekdays(text: str, good: GoodPhrase) -> Fault | None:
    """For `elke dag behalve zondag`: an exception is a date, the weekdays are in the phrase."""
    match = _ELSEWHERE[0][0].search(text)
    without = words_of(text[match.end() :]) if match else []
    if not match or not without or any(word.kind != WEEKDAY for word in without):
        return None
    head = good(text[: match.start()])
    every = words_of("maandag t/m zondag" if head == "elke dag" else head)
    out = {n for word in without for n in word.values}
    rest = ""
    if {word.kind for word in every} <= {EACH, WEEKDAY}:
        days = {n for word in every for n in word.values}
        rest = good(" ".join(WEEKDAYS[n] for n in sorted(days - out)))
    hint = f"Schrijf: {rest}." if rest else "Noem de dagen waarop het wel is, zoals: elke dinsdag."
    return Fault(_RULE, f"In {quote(text)} staat een dag waarop het niet is.", hint, "welke dagen wel?")


def _elsewhere(text: str, good: GoodPhrase) -> Fault | None:
    for pattern, what, field in _ELSEWHERE:
        if match := pattern.search(text):
            rest = good(text[: match.start()])
            hint = f"Schrijf hier alleen: {rest}. Zet de rest bij {field}." if rest else f"Zet dat bij {field}."
            message = f"In {quote(text)} staat ook {what}."
            begin = match.end() - len(match[0].lstrip(" ,("))
            return Fault(_RULE, message, hint, f"hoort bij {field}", begin, len(text) - begin)
    return None


def _english(text: str, good: GoodPhrase) -> Fault | None:
    lower = re.sub(r"\bevery other\b", "om de", re.sub(r"\b([0-9]+)(?:st|nd|rd|th)\b", r"\1e", text.lower()))
    if not any(_dutch(word) for word in re.findall("[a-z]+", lower)):
        return None
    better = good(re.sub("[a-z]+", lambda word: _dutch(word[0]) or _ENGLISH_SMALL.get(word[0], word[0]), lower))
    hint = f"Schrijf: {better}." if better else f"Schrijf de herhaling in het Nederlands. {SHAPES}"
    return Fault(_RULE, f"{quote(text)} is Engels.", hint, "Engels")


def _dutch(word: str) -> str:
    """The Dutch for an English word, also in the plural; empty for a word that is not English or in both."""
    return _ENGLISH.get(word) or _ENGLISH.get(word.removesuffix("s"), "")


def _two_phrases(text: str, good: GoodPhrase) -> Fault | None:
    for match in _AND.finditer(text):
        first, second = good(text[: match.start()]), good(text[match.end() :])
        if first and second:
            hint = f"Maak twee bestanden: een met “{first}” en een met “{second}”."
            return Fault(_RULE, f"In {quote(text)} staan twee herhalingen.", hint, "twee herhalingen")
    return None


def _which_weekday(text: str, good: GoodPhrase) -> Fault | None:
    words = words_of(text)
    if not re.fullmatch("(?:E|O|K?Q|K)[NR]?mW+|E?W+[VQ]E?N?m", "".join(word.kind for word in words)):
        return None
    name = next(WEEKDAYS[word.values[0]] for word in words if word.kind == WEEKDAY)
    return Fault(_RULE, f"In {quote(text)} staat niet welke {name} van de maand het is.",
                 f"Schrijf bijvoorbeeld: elke eerste {name} van de maand.", f"welke {name}?")  # fmt: skip


def _dates(text: str, good: GoodPhrase) -> Fault | None:
    match = _DATE.search(text)
    if not match:
        return None
    rest = good(text[: match.start()])
    hint = f"Schrijf hier alleen: {rest}. " if rest else ""
    hint += "Zet het begin bij “datum” en het einde bij “tot”."
    if not rest:
        hint += f" Is er geen regelmaat? {LOOSE}"
    return Fault(_RULE, f"In {quote(text)} staat een datum of een maand.", hint, "geen herhaling")


def _typing_error(text: str, good: GoodPhrase) -> Fault | None:
    unknown = [word for word in words_of(text) if word.kind == UNKNOWN]
    if not 0 < len(unknown) <= MOST_TYPOS:
        return None
    better = text
    for word in reversed(unknown):  # from the end, so that the offsets stay right
        meant = nearest(word.text, _KNOWN_WORDS) or ""
        better = f"{better[: word.offset]}{meant}{better[word.offset + len(word.text) :]}"
    phrase = good(better)
    if not phrase:
        return None
    first = unknown[0]
    return Fault(_RULE, f"{quote(text)} is geen herhaling die we kennen.", f"Bedoelde je: {phrase}?",
                 "dit woord kennen we niet", first.offset, len(first.text))  # fmt: skip


def odd_interval(text: str, longest: int) -> Fault:
    """Takes a text with weeks, months or years that are too far apart, and the longest interval; gives its fault."""
    message = f"In {quote(text)} zit er te veel tijd tussen twee keren."
    return Fault(_RULE, message, f"Het getal kan van 1 tot en met {longest} zijn. {LOOSE}", "getal te groot")


def several_times(text: str, named: str) -> Fault:
    """Takes a text as `2 keer per week`, and the phrase with its weekdays, where it has them; gives its fault."""
    message = f"In {quote(text)} hoort geen aantal keren per week of maand."
    hint = f"Schrijf: {named}." if named else "Noem de dagen, zoals: elke dinsdag en donderdag."
    return Fault(_RULE, message, hint, "welke dagen?")


def several_weekdays(text: str) -> Fault:
    """Takes a text as `de eerste werkdag van de maand`; gives its fault."""
    hint = f"Noem één dag, zoals: elke eerste maandag van de maand. Kan dat niet? {LOOSE}"
    return Fault(_RULE, f"In {quote(text)} staat niet precies welke dag het is.", hint, "welke dag?")


def odd_month_day(text: str) -> Fault:
    """Takes a text as `de 32e van de maand`; gives its fault."""
    hint = "Schrijf een dag van de 1e tot en met de 31e, of: elke maand op de laatste dag."
    return Fault(_RULE, f"{quote(text)} bestaat niet.", hint, "een maand heeft hoogstens 31 dagen")


def odd_position(text: str, weekday: str) -> Fault:
    """Takes a text as `de zesde dinsdag van de maand`, and the weekday; gives its fault."""
    hint = f"Schrijf eerste, tweede, derde, vierde, vijfde of laatste {weekday}."
    return Fault(_RULE, f"{quote(text)} bestaat niet.", hint, f"een maand heeft hoogstens 5 keer {weekday}")


def two_meanings(text: str, *, first: str, second: str) -> Fault:
    """Takes a text as `elke tweede dinsdag`, and both phrases that it can be; gives its fault."""
    hint = f"Schrijf: {first}. Of schrijf: {second}."
    return Fault(_RULE, f"{quote(text)} kan twee dingen betekenen.", hint, "van de maand?")


def unreadable_end(text: str, fault: Fault | None = None) -> Fault:
    """Takes an end that is no date and no number of times, and its fault as a date; gives its fault."""
    rule = "datum-onleesbaar"
    if _ENDLESS.search(text):
        hint = "Schrijf de laatste datum die je nu weet. Later kun je hem verzetten."
        return Fault(rule, "Een herhaling heeft altijd een einde.", hint, "geen einde")
    if match := _BARE_NUMBER.fullmatch(text):
        hint = f"Bedoelde je {int(match[1])} keer? {END_SHAPES}"
        return Fault(rule, f"{quote(text)} is geen datum.", hint, "geen datum")
    if fault and fault.hint != date_advice.SHAPES:
        return fault
    if fault:
        return replace(fault, hint=END_SHAPES)
    return Fault(rule, f"{quote(text)} is geen einde dat we kennen.", END_SHAPES, "geen einde")
