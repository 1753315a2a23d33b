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
    """Takes the bytes of `gebouwd.json`; gives what it says, or None when it is something else."""
    try:
        fields = json.loads(data)
        return Made(str(fields["site"]), str(fields["naam"]), date.fromisoformat(fields["dag"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def judge_age(made: Made, today: date) -> Diagnosis:
    """Takes when a site was made and the day of today; gives whether the site is of these days."""
    days = (today - made.day).days
    if days < -1:
        message = f"Gemaakt op {day(made.day)}. Dat moet nog komen."
        return bad("leeftijd", message, advice="Zet de klok goed van de computer die publiceert, en publiceer opnieuw.")
    if days > OLD:
        return bad("leeftijd", f"Gemaakt op {day(made.day)}, {count(days, 'dag', 'dagen')} geleden.", advice=_AGAIN)
    return good("leeftijd", f"Gemaakt op {day(made.day)}.")
