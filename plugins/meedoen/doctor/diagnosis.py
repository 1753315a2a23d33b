"""One thing that was looked at: whether it is as it should be, what was seen, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

GOOD, LOOK, BAD = "goed", "let-op", "mis"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """`part` is what was looked at, in a word or two; `told` what was seen, in a sentence; `advice` what to do.

    `state` is GOOD, LOOK (worth a look, it may be meant so) or BAD.
    """

    part: str
    state: str
    told: str
    advice: str = ""


def good(part: str, told: str) -> Diagnosis:
    """As it should be."""
    return Diagnosis(part, GOOD, told)


def look(part: str, told: str, advice: str) -> Diagnosis:
    """Worth a look."""
    return Diagnosis(part, LOOK, told, advice)


def bad(part: str, told: str, advice: str) -> Diagnosis:
    """Something to mend."""
    return Diagnosis(part, BAD, told, advice)
