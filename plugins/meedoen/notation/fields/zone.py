"""Time zones by their IANA name: which of them the calendars can tell."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_EUROPEAN = "Europe/Amsterdam"


@lru_cache(maxsize=32)
def has_rules(name: str) -> bool:
    """Whether this zone can be written: no summer time, or that of the European Union."""
    return not changes(name) or _follows_europe(name)


def changes(name: str) -> bool:
    """Whether this zone has a summer time."""
    zone = ZoneInfo(name)
    return len({datetime(2026, month, 15, tzinfo=zone).utcoffset() for month in range(1, 13)}) > 1


def _follows_europe(name: str) -> bool:
    zone, european = ZoneInfo(name), ZoneInfo(_EUROPEAN)
    apart = {
        moment.astimezone(zone).utcoffset() - moment.astimezone(european).utcoffset()  # type: ignore[operator]
        for year in (2026, 2027)
        for moment in (datetime(year, 1, 1, 12, tzinfo=european) + timedelta(days=day) for day in range(365))
    }
    return len(apart) == 1
