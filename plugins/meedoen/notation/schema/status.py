"""The states of an activity, of one date of it and of signing up: English names for the Dutch words of a file."""

from __future__ import annotations

from enum import StrEnum


class EventStatus(StrEnum):
    """How it is with an activity, or with one date of it. Members are compared by identity."""

    SCHEDULED = "gepland"
    CANCELLED = "afgelast"
    POSTPONED = "uitgesteld"
    RESCHEDULED = "verplaatst"
    FULL = "vol"
    ONLINE = "online"


class RegistrationStatus(StrEnum):
    """How it is with signing up. A type of its own: nobody can take it for the state of the activity."""

    OPEN = "open"
    FULL = "vol"
    WAITING_LIST = "wachtlijst"
    CLOSED = "gesloten"
    NOT_YET_OPEN = "nog niet open"


OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)
"""Nobody can come."""
OF_AN_ACTIVITY = (EventStatus.SCHEDULED, *OFF)
"""What a whole activity can be; the others are of one date."""
