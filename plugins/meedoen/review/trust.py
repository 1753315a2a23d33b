"""Hints about a proposal that changes who may what: reviewers, accounts, folders of partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.wording import list_of, quote
from meedoen.review.hint import Hint
from meedoen.review.proposal import Proposal

_MOST_NAMED = 5
_OF_ORGANISATION = (("techniek", "technicians"), ("beoordelaars", "reviewers"))
_OF_MUNICIPALITY = (("beoordelaars", "reviewers"),)
_OF_PARTNER = (("accounts", "accounts"), ("eigen-map", "own_folders"))

Keys = tuple[tuple[str, str], ...]


def other_rights(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each file around the activities in which other names stand than before."""
    before, after = proposal.before, proposal.network
    if before is None:
        return
    one = ("content/organisatie.yaml", {"": before.organisation}, {"": after.organisation}, _OF_ORGANISATION)
    yield from _of_files(*one)
    yield from _of_files("content/gemeenten/{}.yaml", before.municipalities, after.municipalities, _OF_MUNICIPALITY)
    yield from _of_files("content/partners/{}.yaml", before.partners, after.partners, _OF_PARTNER)


def _of_files(path: str, before: Mapping[str, object], after: Mapping[str, object], keys: Keys) -> Iterator[Hint]:
    for slug in sorted(before.keys() | after.keys()):
        old, new = before.get(slug), after.get(slug)
        values = [(key, getattr(old, attribute, ()), getattr(new, attribute, ())) for key, attribute in keys]
        changed = [
            f"{key} was {_named(was)}, wordt {_named(becomes)}" for key, was, becomes in values if was != becomes
        ]
        if changed:
            yield Hint(Problem(
                FilePosition(path.format(slug)), "andere-rechten",
                f"Dit verandert wie wat mag van {quote(getattr(new or old, 'name', slug))}: {'; '.join(changed)}.",
                "Vraag na of dit klopt. Het geldt pas als de techniek daarna CODEOWNERS opnieuw maakt."))  # fmt: skip


def _named(names: Iterable[str]) -> str:
    several = [quote(each) for each in names]
    rest = len(several) - _MOST_NAMED
    return list_of([*several[:_MOST_NAMED], *([f"nog {rest}"] if rest > 0 else [])]) or "niets"
