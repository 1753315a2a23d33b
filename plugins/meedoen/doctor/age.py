"""How old a site is, by the file that says when it was made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from meedoen.doctor.diagnosis import Diagnosis, bad, good
from meedoen.language.wording import count, day

OLD = 2
"""More days than this and a site says so itself: see `theme/static/gebouwd.js`."""
_AGAIN = (
    "Kijk of de nachtelijke publicatie nog loopt, en of er een foutmelding is. Draai anders zelf: meedoen publiceer. "
    "Op GitHub stopt een rooster vanzelf na 60 dagen zonder wijziging: zet het daar weer aan."
)


@dataclass(frozen=True, slots=True)
class Made:
    """Which site it is, what it is called, and the day on which it was made."""

    site: str
    name: str
    day: date


def read_made(data: bytes) -> Made | None:
    """What `gebouwd.json` says; None when it is something else."""
    try:
        told = json.loads(data)
        return Made(str(told["site"]), str(told["naam"]), date.fromisoformat(told["dag"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def judge_age(made: Made, today: date) -> Diagnosis:
    """Whether a site is of these days."""
    days = (today - made.day).days
    if days < -1:
        told = f"Gemaakt op {day(made.day)}. Dat moet nog komen."
        return bad("leeftijd", told, "Zet de klok goed van de computer die publiceert, en publiceer opnieuw.")
    if days > OLD:
        return bad("leeftijd", f"Gemaakt op {day(made.day)}, {count(days, 'dag', 'dagen')} geleden.", _AGAIN)
    return good("leeftijd", f"Gemaakt op {day(made.day)}.")
