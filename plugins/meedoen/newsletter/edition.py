"""What somebody decided about one edition: for whom, which days, which words, what goes first and what stays out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Edition:
    """One file in `content/nieuwsbrieven/`. `slug` is its name: in the address, in the lock file, in `previous`.

    `municipality` is the slug of one, or `regio`; `audience` the slug of one term, "" for everybody. `first` and `last`
    are the days that it is about, both included; `as_of` is the day on which it was made: nothing before that day is
    announced. `intro` is Markdown of an employee. `highlights` and `left_out` are ids of activities, `sections` keys of
    SECTIONS in their order. `settled` editions are built from their lock file for ever.
    """

    slug: str
    path: str
    municipality: str
    first: date
    last: date
    as_of: date
    subject: str
    preheader: str = ""
    intro: str = ""
    audience: str = ""
    highlights: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    most_in_section: int = 8
    previous: str = ""
    settled: bool = False
