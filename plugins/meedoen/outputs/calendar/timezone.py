"""VTIMEZONE components that every calendar program reads alike: two observances with RRULE, or one without.

Never icalendar's `add_missing_timezones()`: its lists of RDATE show summer events an hour late in ical.js.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from meedoen.notation.fields.zone import changes, has_rules


@lru_cache(maxsize=32)
def vtimezone(name: str) -> bytes:
    """Takes an IANA name; gives its component, with the CRLFs. Raises ValueError for a zone with other rules."""
    if not has_rules(name):
        message = f"no VTIMEZONE rules for {name}"
        raise ValueError(message)
    zone = ZoneInfo(name)
    winter, summer = datetime(2026, 1, 15, tzinfo=zone), datetime(2026, 7, 15, tzinfo=zone)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", f"X-LIC-LOCATION:{name}"]
    if changes(name):
        hour = 1 + int((winter.utcoffset() or timedelta()) / timedelta(hours=1))
        lines += _observance("DAYLIGHT", summer, winter, f"19960331T{hour:02}0000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        lines += _observance(
            "STANDARD", winter, summer, f"19961027T{hour + 1:02}0000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
        )
    else:
        lines += _observance("STANDARD", winter, winter, "19700101T000000", "")
    return "\r\n".join([*lines, "END:VTIMEZONE", ""]).encode()


def _observance(kind: str, to: datetime, before: datetime, start: str, rule: str) -> list[str]:
    lines = [
        f"BEGIN:{kind}",
        f"TZNAME:{to.tzname()}",
        f"TZOFFSETFROM:{before:%z}",
        f"TZOFFSETTO:{to:%z}",
        f"DTSTART:{start}",
    ]
    return [*lines, *([f"RRULE:{rule}"] if rule else []), f"END:{kind}"]
