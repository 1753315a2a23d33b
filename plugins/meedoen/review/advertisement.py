"""Hints about a text that looks like an advertisement: words that sell, and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meedoen.language.problems import Problem
from meedoen.language.wording import list_of, quote
from meedoen.notation.markup import plain
from meedoen.review.hint import Hint, place_of, with_new_text
from meedoen.review.proposal import Proposal

# One of these is enough; of the others it takes two different ones.
SURE = (
    "casino",
    "kortingscode",
    "snel geld verdienen",
    "bitcoins kopen",
    "viagra",
    "gokken met",
    "passief inkomen",
    "crypto kopen",
)
PERHAPS = (
    "aanbieding", "actieprijs", "affiliate", "bel nu", "beste prijs", "bestel nu", "bitcoin", "boek nu", "crypto",
    "geld verdienen", "gratis proefperiode", "investeer", "klik hier", "koop nu", "korting", "laagste prijs", "lening",
    "mis het niet", "nu kopen", "nu bestellen", "op is op", "rendement", "webshop", "winactie",
)  # fmt: skip
_ENOUGH = 2
_MANY_CAPITALS, _LETTERS = 0.7, 60
_MOST_NAMED = 4


def selling(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each text with words with which something is sold."""
    for activity in with_new_text(proposal):
        selling_terms = selling_words(" ".join([activity.name, activity.summary, plain(activity.body)]))
        if selling_terms:
            shown = list_of([quote(each) for each in selling_terms[:_MOST_NAMED]])
            yield Hint(Problem(
                place_of(proposal, activity.path, selling_terms[0], "titel"), "reclame",
                f"In de tekst staat {shown}.",
                "Is het reclame? Neem het dan niet over, en leg uit waar de agenda voor is."))  # fmt: skip


def selling_words(text: str) -> tuple[str, ...]:
    """Takes a text; gives the words that sell, in the order of the lists; none when there are too few to tell."""
    plainly = f" {re.sub(r'[^a-z0-9]+', ' ', text.lower())} "
    sure = [each for each in SURE if f" {each} " in plainly]
    selling_terms = [
        *sure,
        *(each for each in PERHAPS if f" {each} " in plainly and not any(each in one for one in sure)),
    ]
    return tuple(selling_terms) if sure or len(selling_terms) >= _ENOUGH else ()


def capitals(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each text of which nearly all letters are capitals."""
    for activity in with_new_text(proposal):
        text = plain(activity.body)
        letters = [each for each in text if each.isalpha()]
        if len(letters) >= _LETTERS and sum(each.isupper() for each in letters) > _MANY_CAPITALS * len(letters):
            line = text.split("\n", 1)[0]
            yield Hint(Problem(
                place_of(proposal, activity.path, line, "beschrijving", "titel"), "veel-hoofdletters",
                "Bijna de hele tekst staat in hoofdletters.",
                "Vraag om een gewone tekst."))  # fmt: skip
