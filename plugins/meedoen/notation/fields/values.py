"""The values that fields hold once they are understood: prices, ages, how to join, exceptions, extra dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meedoen.notation.time.clock import Times


@dataclass(frozen=True, slots=True)
class PriceLine:
    """What one kind of visitor pays, in euro cents. An empty label means everybody."""

    label: str
    cents: int


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Ages in years, both ends included; None means open."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Online:
    """How to join from home: a public link, or one that people get when they sign up (empty url)."""

    url: str


@dataclass(frozen=True, slots=True)
class Exceptions:
    """When a series does not happen: days and periods (both ends included) and the two named calendars."""

    spans: tuple[tuple[date, date], ...] = ()
    public_holidays: bool = False
    school_holidays: bool = False


@dataclass(frozen=True, slots=True)
class ExtraDate:
    """One more date besides the rule; without times it has those of the activity."""

    day: date
    times: Times | None = None
