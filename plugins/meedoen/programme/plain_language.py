"""What makes a text hard to read: sentences that are too long, and words that have a simpler one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from meedoen.language.problems import Fault
from meedoen.language.wording import quote

LONGEST_SENTENCE = 28  # words
LONG_SENTENCE, HARD_WORD = "lange-zin", "moeilijk-woord"
LONG_SENTENCE_MESSAGE, LONG_SENTENCE_HINT = "Deze zin heeft {aantal} woorden.", "Maak er twee zinnen van."
HARD_WORD_MESSAGE, HARD_WORD_HINT = "{gevonden} is {wat}.", "Makkelijker is: {simpel}"
KINDS = ("een moeilijk woord", "moeilijk")  # one word, several words
# Patterns that a script in a browser reads too, so: no \w, no \s, nothing that looks back.
_LETTERS = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"
WORD = rf"[{_LETTERS}]+(?:-[{_LETTERS}]+)*"
SENTENCE_END = r"[.!?](?=[ \t\n\u00a0])|\n[ \t\u00a0]*\n|\n(?=[-*0-9#>|])"
ADDRESS = (
    r"\]\([^) \t\u00a0]{0,500}\)|https?://[^ \t\u00a0]{1,500}"
    rf"|[0-9_{_LETTERS}-]{{1,60}}(?:\.[0-9_{_LETTERS}-]{{1,60}}){{1,5}}"
)
_WORD, _SENTENCE, _ADDRESS = re.compile(WORD), re.compile(SENTENCE_END), re.compile(ADDRESS)


def phrases(words: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Takes the list of hard words; gives first word → the words or groups of words of the list that begin with it, the
    longest first.
    """
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        parts = tuple(phrase.split(" "))
        by_first.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in by_first.items()}


def hard_words(
    line: str, words: Mapping[str, str], starts: Mapping[str, tuple[tuple[str, ...], ...]]
) -> Iterator[Fault]:
    """Takes a line, the list and its `phrases`; gives each hard word or group of words in this line, with its place.

    `starts` are the `phrases` of `words`.
    """
    blank = _ADDRESS.sub(lambda address: " " * len(address[0]), line)
    spots = list(_WORD.finditer(blank))
    texts = [spot[0].lower() for spot in spots]
    next_free = 0
    for number, first in enumerate(texts):
        if number < next_free:
            continue
        for parts in starts.get(first, ()):
            last = spots[min(number + len(parts), len(spots)) - 1]
            phrase = line[spots[number].start() : last.end()]
            if tuple(texts[number : number + len(parts)]) == parts and phrase.lower() == " ".join(parts):
                message = HARD_WORD_MESSAGE.format(gevonden=quote(phrase), wat=KINDS[len(parts) > 1])
                hint = HARD_WORD_HINT.format(simpel=words[" ".join(parts)])
                yield Fault(HARD_WORD, message, hint, offset=spots[number].start(), length=len(phrase))
                next_free = number + len(parts)
                break


def long_sentences(text: str) -> Iterator[tuple[int, Fault]]:
    """Takes a text; gives each sentence that is too long: the number of its first line, from 0, and the fault at its
    place in that line.
    """
    start = 0
    for end in [*(end_mark.end() for end_mark in _SENTENCE.finditer(text)), len(text)]:
        words = sum(1 for _ in _WORD.finditer(text, start, end))
        if words > LONGEST_SENTENCE:
            sentence = text[start:end].strip()
            lead = text.index(sentence, start)
            message = LONG_SENTENCE_MESSAGE.format(aantal=words)
            offset, length = lead - text.rfind("\n", 0, lead) - 1, len(sentence.split("\n")[0])
            yield text.count("\n", 0, lead), Fault(LONG_SENTENCE, message, LONG_SENTENCE_HINT, "", offset, length)
        start = end
