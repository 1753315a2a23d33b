"""One thing that was looked at: whether it is as it should be, what was seen, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

GOOD, LOOK, BAD = "goed", "let-op", "mis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """`part` is what was looked at, in a word or two; `message` what was seen, in a sentence; `advice` what to do.

    `state` is GOOD, LOOK (worth a look, it may be meant so) or BAD.
    """

    part: str
    state: str
    message: str
    advice: str = ""


def good(part: str, message: str) -> Diagnosis:
    """Takes what was looked at and what was seen; gives that it is as it should be."""
    return Diagnosis(part=part, state=GOOD, message=message)


def look(part: str, message: str, *, advice: str) -> Diagnosis:
    """Takes what was looked at, what was seen and what to do; gives that it is worth a look."""
    return Diagnosis(part=part, state=LOOK, message=message, advice=advice)


def bad(part: str, message: str, *, advice: str) -> Diagnosis:
    """Takes what was looked at, what was seen and what to do; gives that it is something to mend."""
    return Diagnosis(part=part, state=BAD, message=message, advice=advice)
