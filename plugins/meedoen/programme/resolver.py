"""What reading an activity asks about what it refers to: answered by the network, or by a plain name alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from meedoen.notation.fields.reader import NameLookup
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.organisation import Municipality
from meedoen.programme.partner import Partner, Project
from meedoen.programme.place import Place
from meedoen.programme.vocabulary import Term


class Resolver(Protocol):
    """Gives what a key stands for. It is asked for keys that its `names` gave, and for no others."""

    @property
    def names(self) -> NameLookup:
        """From the words in a file to keys."""

    @property
    def holidays(self) -> HolidayCalendar:
        """Public and school holidays."""

    def municipality(self, slug: str) -> Municipality:
        """The municipality, or the folder of the region where nothing tells another."""

    def sites(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """The municipalities that were chosen, in the order of their list; without a choice all of them."""

    def zone(self, municipality: str) -> str:
        """The IANA name of the time zone of a municipality; the organisation's for an empty name."""

    def place(self, slug: str) -> Place:
        """The place."""

    def place_names(self, municipality: str) -> Mapping[str, str]:
        """The names of the places in a municipality, by slug."""

    def partner(self, slug: str) -> Partner:
        """The partner; for an empty name the one that organises what names none."""

    def project(self, slug: str) -> Project | None:
        """The project; None for an empty name."""

    def terms(self, vocabulary: str, keys: tuple[str, ...]) -> tuple[Term, ...]:
        """The terms of a list, in its order."""
