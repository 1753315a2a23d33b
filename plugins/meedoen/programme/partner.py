"""Who organises."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation; `core_function` is what its activities count as when they don't say.

    `accounts` are those with which it sends activities (`@taalhuis`), `own_folders` the folders below that of a
    municipality in which it may judge them itself (`papendrecht/taalhuis`).
    """

    slug: str
    name: str
    kind: str = ""
    website: str = ""
    phone: str = ""
    mail: str = ""
    municipalities: tuple[str, ...] = ()
    core_function: str = ""
    accounts: tuple[str, ...] = ()
    own_folders: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project sheet, by the headings of the library network's workbook."""

    slug: str
    name: str
    audience: str = ""
    effect: str = ""
    purpose: str = ""
    result: str = ""
    topics: tuple[str, ...] = ()
    core_function: str = ""
    programme_line: str = ""
