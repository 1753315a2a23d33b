"""Time zones by their IANA name: which of them the calendars can tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_EUROPEAN = "Europe/Brussels"
_SUNDAY = 6


@lru_cache(maxsize=32)
def has_rules(name: str) -> bool:
    """Takes an IANA name; gives whether this zone can be written: no summer time, or that of the European Union.

    Raises ZoneInfoNotFoundError for a name that does not exist.
    """
    return not changes(name) or _follows_europe(name)


def changes(name: str) -> bool:
    """Takes an IANA name; gives whether this zone has a summer time."""
    zone = ZoneInfo(name)
    return len({datetime(2026, month, 15, tzinfo=zone).utcoffset() for month in range(1, 13)}) > 1


def _follows_europe(name: str) -> bool:
    """Whether the clock changes at the same moments, and on a Sunday there too: not in Nuuk, where it is Saturday."""
    zone, european = ZoneInfo(name), ZoneInfo(_EUROPEAN)
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    hours = (start + timedelta(hours=hour) for hour in range(365 * 24))
    if len({_offset(moment, zone) - _offset(moment, european) for moment in hours}) > 1:
        return False
    return datetime(2026, 3, 29, 1, tzinfo=UTC).astimezone(zone).weekday() == _SUNDAY


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
