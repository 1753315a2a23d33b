"""The values in a file of a settled letter: each of the kind that it must be, or a reason in Dutch why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from meedoen.language.slug import SLUG
from meedoen.language.wording import quote
from meedoen.notation.text.characters import hidden

Member = TypeVar("Member", bound=StrEnum)
_PAGE = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*(?:/[a-z0-9]+(?:-{1,2}[a-z0-9]+)*)?\.(?:html|webp)\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_LONGEST_LINE = 2_000
_LONGEST_TEXT = 20_000
_LONGEST_SLUG = 120
_MOST = 1_000


class BadValue(Exception):
    """A value that no letter can have; the text says which, `near` what stands in its line."""

    def __init__(self, message: str, near: str = "") -> None:
        super().__init__(message)
        self.near = near


class Values:
    """The named values of a block, each taken once; `name` says which block in a message."""

    def __init__(self, plain: object, name: str) -> None:
        if not isinstance(plain, dict):
            raise BadValue(f"Bij {name} horen namen met waarden.")
        self._plain: dict[str, Any] = plain
        self._taken: set[str] = set()

    def done(self) -> None:
        """Refuses what nobody asked for."""
        if more := [key for key in self._plain if key not in self._taken]:
            raise BadValue(f"{quote(more[0])} hoort hier niet.", more[0])

    def line(self, key: str, *, needed: bool = True) -> str:
        """One line of text."""
        return self._as_line(self._take(key, needed, ""))

    def text(self, key: str) -> str:
        """Some lines of text; empty when it is not there."""
        value = self._take(key, False, "")
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT or hidden(value.replace("\n", "")):
            raise BadValue(f"De tekst bij {quote(key)} kan niet.", key)
        return value

    def slug(self, key: str, *, needed: bool = True) -> str:
        """A name of small letters, digits and hyphens."""
        value = self.line(key, needed=needed)
        if value and (len(value) > _LONGEST_SLUG or not SLUG.match(value)):
            raise BadValue(f"{quote(value)} is geen kenmerk.", value)
        return value

    def page(self, key: str, *, needed: bool = True) -> str:
        """The path of a page or a picture within a site."""
        value = self.line(key, needed=needed)
        if value and not _PAGE.match(value):
            raise BadValue(f"{quote(value)} is geen pagina van de site.", value)
        return value

    def member(self, key: str, kind: type[Member]) -> Member:
        """One of the words of an enumeration, which has an empty one for what is not there."""
        word = self.line(key, needed=False)
        if word not in tuple(kind):
            raise BadValue(f"{quote(word)} kan hier niet staan.", word)
        return kind(word)

    def day(self, key: str) -> date:
        """A date."""
        return self.as_day(self.line(key))

    def number(self, key: str, least: int, most: int, *, needed: bool = True) -> int:
        """A whole number from `least` to `most`; 0 when it may be absent and is."""
        value = self._take(key, needed, 0)
        if type(value) is not int or (key in self._plain and not least <= value <= most):
            raise BadValue(f"Bij {quote(key)} hoort een getal.", key)
        return value

    def lines(self, key: str) -> Iterator[str]:
        """Several lines of text."""
        return (self._as_line(each) for each in self._several(key))

    def blocks(self, key: str) -> Iterator[Values]:
        """Several blocks of named values."""
        return (Values(each, quote(key)) for each in self._several(key))

    def block(self, key: str) -> Values | None:
        """A block of named values; None when it is not there."""
        value = self._take(key, False, None)
        return None if key not in self._plain else Values(value, quote(key))

    @staticmethod
    def as_day(text: str) -> date:
        """The date that is written so: 2026-12-01."""
        try:
            if _DAY.match(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise BadValue(f"{quote(text)} is geen datum.", text)

    def _several(self, key: str) -> list[Any]:
        values = self._take(key, False, [])
        if not isinstance(values, list) or len(values) > _MOST:
            raise BadValue(f"Bij {quote(key)} hoort een lijst.", key)
        return values

    def _take(self, key: str, needed: bool, absent: Any) -> Any:
        if needed and key not in self._plain:
            raise BadValue(f"{quote(key)} ontbreekt.")
        self._taken.add(key)
        return self._plain.get(key, absent)

    @staticmethod
    def _as_line(value: Any) -> str:
        if not isinstance(value, str) or len(value) > _LONGEST_LINE or "\n" in value or hidden(value):
            shown = quote(value) if isinstance(value, str) else "Een waarde"
            raise BadValue(f"{shown} kan hier niet staan.")
        return value
