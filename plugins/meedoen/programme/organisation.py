"""Whose platform this is, and the municipalities that each get a site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """The library organisation. `domain` ends every UID; `organizer` is the partner when an activity names none.

    `sequence` is added to the SEQUENCE of every event: the way on after a history that was begun anew. `languages` are
    the codes of those in which every site is there besides Dutch.
    """

    name: str
    website: str
    domain: str
    organizer: str
    short_name: str = ""
    region_url: str = ""
    mail: str = ""
    phone: str = ""
    address: str = ""
    repository: str = ""
    zone: str = "Europe/Amsterdam"
    region_name: str = ""
    intro: str = ""
    footer: str = ""
    sequence: int = 0
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality: one site. `website` is the address at which it is published, `zone` an IANA name.

    `languages` are the codes of those in which this site is there besides Dutch and those of the organisation.
    """

    slug: str
    name: str
    website: str
    school_region: str = ""
    colour: str = "#00539f"
    intro: str = ""
    province: str = ""
    zone: str = ""
    neighbours: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
