"""The Dutch words of a recurrence: text goes in, its words come out with what each of them stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meedoen.language.wording import WEEKDAYS, WEEKDAYS_SHORT

# What a word can be. Each kind is one letter: a phrase is then a string of kinds, and its grammar a pattern.
EACH, EVERY_OTHER, PER, TIMES, OF = "E", "O", "Q", "K", "V"  # elke, om de, per, 1 keer, van
NUMBER, ORDINAL, WEEKDAY, THROUGH, PARITY = "N", "R", "W", "T", "P"  # 2, 2e, dinsdag, t/m, even
DAY, WEEK, MONTH, YEAR, LOOSE, UNKNOWN = "d", "w", "m", "y", "L", "?"
SKIPPED = ""  # de, op, in, en, 's avonds

NUMBERS = ("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
           "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
           "twintig")  # fmt: skip
ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
            "tiende", "elfde", "twaalfde")  # fmt: skip
_PARTS_OF_DAY = ("ochtend", "morgen", "middag", "namiddag", "avond", "nacht")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its kind, the numbers that it stands for, and where it is in the text."""

    kind: str
    values: tuple[int, ...]
    text: str
    offset: int = 0


_TOKEN = re.compile(
    r"(?P<through>tot\s+en\s+met\b|t\s?/\s?m\b|tm\b|[-\u2013\u2014])"
    r"|(?P<loose>losse\s+(?:data|datums|dagen)\b)"
    r"|(?P<other>om\s+(?:de|het)\b(?:\s+andere\b)?)"
    rf"|(?P<times>(?P<many>[0-9]{{1,2}}|een|{'|'.join(NUMBERS)})\s*(?:keer|maal|x)\b)"
    rf"|(?P<part>['\u2019\u2018]s[\s-]*(?:{'|'.join(_PARTS_OF_DAY)})s\b)"
    r"|(?P<half_year>half\s?jaar\b)"
    r"|(?P<of>v[/.]?d\b\.?)"
    r"|(?P<ordinal>(?P<nth>[0-9]{1,3})(?:e|de|ste)\b)"
    r"|(?P<number>[0-9]{1,9})"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>\S)"
)


def _rows() -> Iterator[tuple[str, str | Iterable[str], tuple[int, ...]]]:
    """Kind, the words of that kind, the numbers they stand for."""
    ends = ("", "s", "en")
    yield EACH, "elke elk iedere ieder alle", ()
    yield PER, "per", ()
    yield OF, "van", ()
    yield SKIPPED, "de het op in en , & + / . ( )", ()
    yield SKIPPED, [part + end for part in _PARTS_OF_DAY for end in ends], ()
    yield DAY, "dag dagen", (1,)
    yield WEEK, "week weken", (1,)
    yield MONTH, "maand maanden", (1,)
    yield MONTH, "kwartaal kwartalen", (3,)
    yield YEAR, "jaar jaren", (1,)
    yield PARITY, "even", (0,)
    yield PARITY, "oneven", (1,)
    yield TIMES, "eens eenmaal", (1,)
    yield TIMES, "tweemaal", (2,)
    yield NUMBER, "een", (1,)
    yield ORDINAL, "laatste", (-1,)
    yield WEEKDAY, "werkdag werkdagen", (0, 1, 2, 3, 4)
    yield WEEKDAY, "weekend weekenden weekends", (5, 6)
    for n, word in enumerate(NUMBERS, 1):
        yield NUMBER, word, (n,)
    for n, word in enumerate(ORDINALS, 1):
        yield ORDINAL, word, (n,)
    for n, name in enumerate(WEEKDAYS):
        parts = [part + end for part in _PARTS_OF_DAY for end in ends]
        yield WEEKDAY, [name + end for end in (*ends, *parts)], (n,)
        yield WEEKDAY, WEEKDAYS_SHORT[n], (n,)


_GROUPS: dict[str, tuple[str, tuple[int, ...]]] = {
    "through": (THROUGH, ()), "loose": (LOOSE, ()), "other": (EVERY_OTHER, ()), "times": (TIMES, ()),
    "part": (SKIPPED, ()), "half_year": (MONTH, (6,)), "of": (OF, ()), "ordinal": (ORDINAL, ()),
    "number": (NUMBER, ()),
}  # fmt: skip
LEXICON: dict[str, tuple[str, tuple[int, ...]]] = {
    word: (kind, values)
    for kind, words, values in _rows()
    for word in (words.split() if isinstance(words, str) else words)
}
ADVERBS = {
    "dagelijks": (DAY, 1), "wekelijks": (WEEK, 1), "tweewekelijks": (WEEK, 2), "maandelijks": (MONTH, 1),
    "tweemaandelijks": (MONTH, 2), "halfjaarlijks": (MONTH, 6), "jaarlijks": (YEAR, 1),
}  # fmt: skip


def words_of(text: str) -> list[Word]:
    """Takes a text; gives its words in order, without those that say nothing.

    `maandag t/m vrijdag` becomes one word.
    """
    words: list[Word] = []
    for match in _TOKEN.finditer(text.lower()):
        for word in _meaning(match):
            if len(words) > 1 and words[-1].kind == THROUGH and words[-2].kind == word.kind == WEEKDAY:
                word = _through(words[-2], word)
                del words[-2:]
            if word.kind != SKIPPED:
                words.append(word)
    return words


def _meaning(match: re.Match[str]) -> Iterator[Word]:
    text, offset = match[0], match.start()
    adverb = ADVERBS.get(text) or ADVERBS.get(text.removesuffix("e"))
    if adverb:
        unit, n = adverb
        yield Word(EACH, (), text, offset)
        yield Word(NUMBER, (n,), text, offset)
        yield Word(unit, (1,), text, offset)
        return
    kind, values = _GROUPS.get(match.lastgroup or "") or LEXICON.get(text, (UNKNOWN, ()))
    number = match["many"] or match["nth"] or match["number"]
    if number:
        values = (int(number),) if number.isdecimal() else LEXICON[number][1]
    yield Word(kind, values, text, offset)


def _through(first: Word, last: Word) -> Word:
    """All weekdays from the first to the last: `vrijdag t/m maandag` are four."""
    begin, end = first.values[0], last.values[-1]
    values = tuple(sorted((begin + n) % 7 for n in range((end - begin) % 7 + 1)))
    return Word(WEEKDAY, values, f"{first.text} t/m {last.text}", first.offset)
