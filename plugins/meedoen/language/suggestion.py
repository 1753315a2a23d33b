"""The word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from meedoen.language.slug import slugify

_WORD_CUTOFF = 80
_NAME_CUTOFF = 70
_LONGEST = 120
# What people call things among themselves.
_IN_FULL = {"bieb": "bibliotheek", "bib": "bibliotheek", "gem": "gemeente", "bs": "basisschool"}


def nearest_word(word: str, candidates: Iterable[str]) -> str:
    """Takes a word and candidates; gives the candidate that looks most like it; empty where none is near (WRatio 80).

    For keys and choices: short words, where a guess that is off would be worse than none.
    """
    match = process.extractOne(word[:_LONGEST].lower(), list(candidates), scorer=fuzz.WRatio, score_cutoff=_WORD_CUTOFF)
    return match[0] if match else ""


def nearest_name(text: str, names: Mapping[str, str]) -> str:
    """Takes a text and names (key → name); gives the key that, by itself or its name, looks most like the text.

    Empty where none is near (WRatio 70). The text may be a name, a slug, or a part of either.
    """
    query = " ".join(_IN_FULL.get(word, word) for word in slugify(text[:_LONGEST]).split("-"))
    if not query:
        return ""
    choices = {key: key.replace("-", " ") for key in names}
    choices |= {f"{key}\n": slugify(name).replace("-", " ") for key, name in names.items()}
    match = process.extractOne(query, choices, scorer=fuzz.WRatio, score_cutoff=_NAME_CUTOFF)
    return str(match[2]).rstrip("\n") if match else ""


def title_likeness(title: str, other: str) -> float:
    """Takes two titles; gives how much they are alike, from 0 to 100.

    Mostly the same words count, a little the same letters in order.
    """
    a, b = (slugify(each[:_LONGEST]).replace("-", " ") for each in (title, other))
    return 0.6 * fuzz.token_set_ratio(a, b) + 0.4 * fuzz.ratio(a, b)
