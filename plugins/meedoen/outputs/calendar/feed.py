"""A calendar file: head, time zones, and the joined bytes of its events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from meedoen.outputs.calendar.contentline import fold, text, uri, utc
from meedoen.outputs.calendar.palette import nearest_name
from meedoen.outputs.calendar.timezone import vtimezone

PRODID = "-//meedoen//meedoen//NL"
REFRESH = "PT6H"


def feed(
    *,
    name: str,
    description: str,
    url: str,
    zones: Iterable[str],
    events: Iterable[bytes],
    page: str = "",
    colour: str = "",
    changed: datetime | None = None,
) -> bytes:
    """Takes what a calendar is about, and the bytes of its events; gives one VCALENDAR.

    `url` is the address of this very file; `zones` the IANA names that the events use, at least one. `page` is the
    address of the page about the same, `colour` a `#rrggbb`, `changed` when the newest event changed.
    """
    used = sorted(set(zones))
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        text("NAME", name),
        text("X-WR-CALNAME", name),
        text("DESCRIPTION", description),
        text("X-WR-CALDESC", description),
        f"X-WR-TIMEZONE:{used[0]}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        f"SOURCE;VALUE=URI:{uri(url)}",
    ]
    if page:
        head.append(f"URL:{uri(page)}")
    if colour:
        head += [f"COLOR:{nearest_name(colour)}", f"X-APPLE-CALENDAR-COLOR:{colour}"]
    if changed is not None:
        head.append(f"LAST-MODIFIED:{utc(changed)}")
    return b"".join([*map(fold, head), *map(vtimezone, used), *events, b"END:VCALENDAR\r\n"])
