"""What somebody decided about one edition: for whom, which days, which words, what goes first and what stays out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MOST_IN_SECTION = 8
MOST = 40
"""How many activities one letter tells of: with more it grows too large for a mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One file in `content/nieuwsbrieven/`. `slug` is its name: in the address, in the lock file, in `previous`.

    `municipality` is the slug of one, or `regio`; `audience` the slug of one term, "" for everybody. `first` and `last`
    are the days that it is about, both included; `as_of` is the day on which it was made: nothing before that day is
    announced. `intro` is Markdown of an employee. `highlights` and `left_out` are ids of activities, `sections` keys of
    `section.py` in their order. `settled` editions are built from their lock file for ever.
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
    most_in_section: int = MOST_IN_SECTION
    previous: str = ""
    settled: bool = False

    @property
    def opens(self) -> date:
        """The first day of which it tells: nothing that was over when it was made."""
        return max(self.first, self.as_of)
