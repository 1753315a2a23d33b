"""Each time that an activity happens: the one list that feeds pages, calendars, newsletters, data and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from meedoen.notation.fields.values import Online
from meedoen.notation.schema.status import OFF, EventStatus, RegistrationStatus
from meedoen.notation.time.clock import Times
from meedoen.programme.activity import Activity
from meedoen.programme.change import Change
from meedoen.programme.place import Place

_FIRST = time(0)
# Asked of every date: a name is found many times as fast as a member of an enumeration.
_SCHEDULED, _ONLINE = EventStatus.SCHEDULED, EventStatus.ONLINE


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One activity on one date.

    `day` is where it stands in a list, `planned` the date that the schedule gave. When a date has moved there are two:
    the one on the new day, and a notice (`moved_to` set) on the old day, which takes place nowhere.
    """

    activity: Activity
    day: date
    planned: date
    times: Times | None
    last_day: date
    change: Change | None = None
    moved_to: date | None = None

    @property
    def name(self) -> str:
        """The title on this date."""
        return (self.change.name if self.change else "") or self.activity.name

    @property
    def status(self) -> EventStatus:
        """How it is with the whole activity, or else with this date."""
        if self.activity.status is not _SCHEDULED:
            return self.activity.status
        if self.change and self.change.status is not _SCHEDULED:
            return self.change.status
        registration = self.activity.registration
        if registration and registration.status is RegistrationStatus.FULL:
            return EventStatus.FULL
        return _SCHEDULED

    @property
    def reason(self) -> str:
        """Why it differs, in the writer's words."""
        return (self.change.reason if self.change else "") or self.activity.reason

    @property
    def place(self) -> Place | None:
        """Where it is on this date; None when it is only online."""
        if self.change is None:
            return self.activity.place
        if self.change.status is _ONLINE:
            return None
        return self.change.place or self.activity.place

    @property
    def room(self) -> str:
        """The room on this date."""
        if self.change and (self.change.room or self.change.place or self.change.status is _ONLINE):
            return self.change.room
        return self.activity.room

    @property
    def online(self) -> Online | None:
        """How to join from home on this date."""
        return (self.change.online if self.change else None) or self.activity.online

    @property
    def takes_place(self) -> bool:
        """Whether people can come: not cancelled, not postponed, not moved away from this day."""
        return self.moved_to is None and self.status not in OFF

    @property
    def start(self) -> datetime | date:
        """The first moment, aware, in the zone of the activity; a date when it is all day."""
        return (
            self.day if self.times is None else datetime.combine(self.day, self.times.start, zone(self.activity.zone))
        )

    @property
    def end(self) -> datetime | date | None:
        """The last moment; the last day (included) when it is all day; None when no end was given."""
        if self.times is None:
            return self.last_day
        if self.times.end is None:
            return None
        after = self.last_day + timedelta(days=1) if self.times.overnight else self.last_day
        return datetime.combine(after, self.times.end, zone(self.activity.zone))

    @property
    def sort_key(self) -> tuple[date, bool, time, str, str]:
        """By day, all day first, then time, title and id."""
        return (
            self.day,
            self.times is not None,
            self.times.start if self.times else _FIRST,
            self.name.casefold(),
            self.activity.id,
        )


@lru_cache(maxsize=32)
def zone(name: str) -> ZoneInfo:
    """Takes an IANA name; gives the zone."""
    return ZoneInfo(name)


def occurrences(activity: Activity) -> tuple[Occurrence, ...]:
    """Takes an activity; gives each of its occurrences in order of day, notices of moved dates included."""
    schedule = activity.schedule
    changes = {change.day: change for change in activity.changes}
    span = (schedule.last_day - schedule.first) if schedule.last_day else timedelta()
    dates: list[Occurrence] = []
    for planned in schedule.days:
        times = schedule.times if not schedule.extra else schedule.times_on(planned)
        change = changes.get(planned) if changes else None
        if change is None:
            dates.append(Occurrence(activity, planned, planned, times, planned + span))
            continue
        day = change.to_day or planned
        if day != planned:
            dates.append(Occurrence(activity, planned, planned, times, planned, change, day))
        dates.append(Occurrence(activity, day, planned, change.times or times, day + span, change))
    if changes:
        dates.sort(key=lambda each: each.sort_key)
    return tuple(dates)
