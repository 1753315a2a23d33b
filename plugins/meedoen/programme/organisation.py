"""Whose platform this is, and the municipalities that each get a site."""

from __future__ import annotations

from dataclasses import dataclass

from meedoen.notation.fields.reader import Reader, Record
from meedoen.programme.accent import read_accents
from meedoen.programme.forge import Forge, forge_of
from meedoen.programme.scheme import DERIVED, Accents

BRAND = "#00539f"
"""The colour of a site that names none, and of the regional home."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The library organisation. `domain` ends every UID; `organizer` is the partner when an activity names none;
    `zone` is the IANA name of the time zone in which it works, which has no default: it says what day it is.

    `sequence` is added to the SEQUENCE of every event: the way on after a history that was begun anew. `languages` are
    the codes of those in which every site is there besides Dutch. `technicians` look after the code and the rights,
    `reviewers` after what is not of one municipality, in at most `review_days` working days. `newsletter` is where
    people sign up for it, `newsletter_sections` are those of a letter that chooses none itself.
    """

    name: str
    website: str
    domain: str
    organizer: str
    zone: str
    short_name: str = ""
    region_url: str = ""
    mail: str = ""
    phone: str = ""
    address: str = ""
    repository: str = ""
    region_name: str = ""
    intro: str = ""
    footer: str = ""
    sequence: int = 0
    languages: tuple[str, ...] = ()
    newsletter: str = ""
    forge_kind: str = ""
    branch: str = ""
    technicians: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    review_days: int = 3
    newsletter_sections: tuple[str, ...] = ()

    @property
    def forge(self) -> Forge | None:
        """Where the files stand; None when that is not known, or not which kind of forge it is."""
        return forge_of(self.repository, self.forge_kind, self.branch)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality: one site. `website` is the address at which it is published, `zone` an IANA name.

    `languages` are the codes of those in which this site is there besides Dutch and those of the organisation.
    `accents` are the colours that were chosen besides `colour`; `accents_dark` those for dark screens. `newsletter` is
    where people sign up for that of this municipality, if not where all do.
    """

    slug: str
    name: str
    website: str
    school_region: str = ""
    colour: str = BRAND
    accents: Accents = DERIVED
    accents_dark: Accents = DERIVED
    intro: str = ""
    province: str = ""
    zone: str = ""
    neighbours: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    newsletter: str = ""


def read_municipality(slug: str, record: Record, reader: Reader) -> Municipality:
    """Takes a name and the fields of its file, of which none was refused; gives the municipality; a colour that reads
    badly is reported.
    """
    accents, accents_dark = read_accents(record.get("colour", BRAND), record, reader)
    return Municipality(slug, **record.values | {"accents": accents, "accents_dark": accents_dark})
