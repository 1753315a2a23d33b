"""A network in which everything that a file may name is there: for reading one version of a file by itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from meedoen.language.slug import slugify
from meedoen.notation.fields.reader import Names
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality, Organisation
from meedoen.programme.partner import Partner
from meedoen.programme.place import Place
from meedoen.programme.vocabulary import VOCABULARIES, Term

_SOME = "…"


class _AnyName(dict[str, str]):
    """Takes every word for the name of itself."""

    def get(self, key: str, default: Any = None) -> Any:
        return slugify(key) or default


class _AnyList(dict[str, Any]):
    """Has every key: makes its value when it is asked for. Whoever looks through it sees only the first."""

    def __init__(self, make: Any, *first: str) -> None:
        super().__init__({key: make(key) for key in first})
        self._make = make

    def __missing__(self, key: str) -> Any:
        return self._make(key)

    def get(self, key: str, default: Any = None) -> Any:
        return default


class _AnyNetwork(Network):
    """A network in which everything that a file may name is there."""

    def terms(self, vocabulary: str, keys: tuple[str, ...]) -> tuple[Term, ...]:
        return tuple(Term(key, _SOME) for key in sorted(keys))


@lru_cache(maxsize=256)
def any_network(folder: str) -> Network:
    """The network for a file in this folder, in UTC, where the clock never changes.

    Everything is called the same: by whatever name, it is what it refers to, and that is noted by itself.
    """
    made = _AnyNetwork(
        Organisation("meedoen", "https://meedoen", "meedoen", "", zone="UTC"),
        _AnyList(lambda key: Municipality(key, key, "https://meedoen"), folder),
        _AnyList(lambda key: Place(key, _SOME, municipality=folder)),
        _AnyList(lambda key: Partner(key, _SOME)),
        _AnyList(lambda key: None),
        {},
        HolidayCalendar(),
    )
    lists = {name: _AnyName() for name in ("locaties", "partners", "projecten", *VOCABULARIES)}
    towns = _AnyName() if folder != REGION else _Only(folder)
    # In the place of what the network would work out from its lists.
    made.__dict__["names"] = Names({**lists, "gemeenten": towns}, {})
    return made


class _Only(dict[str, str]):
    """Takes every word for the same name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def get(self, key: str, default: Any = None) -> Any:
        return self._name
