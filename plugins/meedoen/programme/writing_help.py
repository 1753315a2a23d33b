"""The help with writing that the checker and the form share: hints for a text, and all that a script needs for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from meedoen.language.problems import Fault
from meedoen.language.wording import MONTHS, MONTHS_SHORT
from meedoen.programme import mail_code, plain_language, private_data, title
from meedoen.programme.network import Network

LONGEST_QUOTE = 60  # as in language/wording.py


def text_hints(text: str, network: Network) -> Iterator[tuple[int, Fault]]:
    """Takes a text and the network; gives the hints for a text: the number of the line, from 0, and the hint with its
    place in that line.
    """
    words, starts = network.hard_words, network.hard_phrases
    for number, line in enumerate(text.split("\n")):
        for fault in chain(_of_any(line), plain_language.hard_words(line, words, starts)):
            yield number, fault
    yield from plain_language.long_sentences(text)


def name_hints(text: str) -> Iterator[tuple[int, Fault]]:
    """Takes a text; gives those of them that are also for a name, which nobody can say in other words: private data and
    mail codes.
    """
    for number, line in enumerate(text.split("\n")):
        for fault in _of_any(line):
            yield number, fault


def _of_any(line: str) -> Iterator[Fault]:
    yield from private_data.private_data(line)
    yield from mail_code.mail_code(line)


def writing_help(network: Network) -> dict[str, Any]:
    """Takes the network; gives words, patterns, numbers and messages with which a script says the same as `text_hints`
    and `title_hints`.

    The patterns are for `new RegExp(pattern, "gi")`. Between braces in a message stands what is filled in. The cases in
    tests/cases/schrijfhulp.json hold both to the same answers.
    """
    plain, private = plain_language, private_data
    return {
        "woorden": dict(network.hard_words),
        "langste-zin": plain.LONGEST_SENTENCE,
        "langste-citaat": LONGEST_QUOTE,
        "patronen": {
            "woord": plain.WORD,
            "zin-einde": plain.SENTENCE_END,
            "adres": plain.ADDRESS,
            "link": private.ADDRESS,
            **{name: pattern for name, pattern, _ in private.PATTERNS},
            "datum-in-woorden": title.IN_WORDS,
            "datum-in-cijfers": title.IN_DIGITS,
            "los-einde": title.LOOSE_END,
            "mailcode": mail_code.CODE,
        },
        "maanden": list(MONTHS),
        "maanden-kort": list(MONTHS_SHORT),
        "dagen-met-een-naam": [list(each) for each in title.NAMES],
        "kortste-hoofdletters": title.SHORTEST_SHOUT,
        "soorten": {
            **{name: what for name, _, what in private.PATTERNS},
            "woord": plain.KINDS[0],
            "woorden": plain.KINDS[1],
        },
        "meldingen": {
            private.RULE: [private.MESSAGE, private.HINT],
            mail_code.RULE: [mail_code.MESSAGE, mail_code.HINT],
            plain.HARD_WORD: [plain.HARD_WORD_MESSAGE, plain.HARD_WORD_HINT],
            plain.LONG_SENTENCE: [plain.LONG_SENTENCE_MESSAGE, plain.LONG_SENTENCE_HINT],
            title.CAPITALS: [title.CAPITALS_MESSAGE, "Typ: {titel}"],
            title.DATED: [title.DATED_MESSAGE, title.DATED_HINT],
            f"{title.DATED}-anders": [title.OTHER_MESSAGE, title.OTHER_HINT],
        },
    }
