"""Where an event is, as calendar programs take it: a line that a map can find, a point, an online meeting."""

from __future__ import annotations

from functools import lru_cache

from meedoen.agenda.occurrence import Occurrence
from meedoen.outputs.calendar.contentline import fold, quoted, text, uri
from meedoen.programme.place import Place

RADIUS = 72
"""Metres round the point that Apple takes for the place."""


def location(occurrence: Occurrence) -> bytes:
    """Takes an occurrence; gives LOCATION, GEO and Apple's own property for a place, CONFERENCE for a public link.

    A link that one gets by signing up stands nowhere: a feed is for everybody. Nor does the link of what is off.
    """
    place, online = occurrence.place, occurrence.online
    if online is None:
        return _place(place, occurrence.room) if place else b""
    link = uri(online.url) if online.url and occurrence.takes_place else ""
    where = _place(place, occurrence.room) if place else fold(text("LOCATION", link or "Online"))
    return where + fold(f'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Meedoen":{link}') if link else where


# Many activities are in few places.
@lru_cache(maxsize=4096)
def _place(place: Place, room: str) -> bytes:
    line = f"{room}, {place.line}" if room else place.line
    line_property = fold(text("LOCATION", line))
    if place.point is None:
        return line_property
    latitude, longitude = map(_degrees, place.point)
    apple = f"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS={RADIUS};X-TITLE={quoted(line)}"
    return line_property + fold(f"GEO:{latitude};{longitude}") + fold(f"{apple}:geo:{latitude},{longitude}")


def _degrees(value: float) -> str:
    """At most six decimals, which is a hand's breadth, and none for show."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
