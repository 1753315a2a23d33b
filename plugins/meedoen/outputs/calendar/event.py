"""One activity as VEVENTs: a series with its rule where every reader agrees on the form, else single events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from meedoen.agenda.occurrence import Occurrence, zone
from meedoen.agenda.revision import FIXED, Revision
from meedoen.language.wording import quote
from meedoen.notation.markup import plain
from meedoen.notation.time.recurrence import Recurrence, occurs_on
from meedoen.outputs import facts
from meedoen.outputs.calendar.contentline import escape, fold, local, text, utc
from meedoen.programme.activity import Activity
from meedoen.programme.change import CANCELLED, FULL, POSTPONED
from meedoen.programme.schedule import Schedule

DEFAULT_LENGTH = timedelta(hours=1)
_PREFIX = {CANCELLED: "Gaat niet door: ", POSTPONED: "Gaat niet door (nieuwe datum volgt): ", FULL: "Vol: "}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the serialiser cannot know: the domain of the UIDs, the address of the page, the past of the activity.

    `name` and `mail` are of the library that publishes (ORGANIZER); `image` is the address of a picture, or empty.
    """

    domain: str
    url: str
    revision: Revision = FIXED
    name: str = ""
    mail: str = ""
    image: str = ""


class Events:
    """The VEVENTs of one activity, each serialised once; the same bytes stand in every feed that has it."""

    def __init__(self, activity: Activity, dates: tuple[Occurrence, ...], stamp: Stamp) -> None:
        self.activity = activity
        self.dates = dates
        self._body = _Body(activity, stamp)

    @cached_property
    def all(self) -> bytes:
        """Everything, what does not go ahead included: a series with its overrides, or single events."""
        if _is_rule(self.activity):
            return b"".join(_series(self.activity, self.dates, self._body))
        return b"".join(_singles(self.activity, self.dates, self._body))

    @cached_property
    def held(self) -> bytes:
        """Only what goes ahead; empty when nothing does."""
        return self.all

    def single(self, each: Occurrence) -> bytes:
        """One date as an event of its own, for who will be there (TRANSP:OPAQUE)."""
        return self._body.vevent(each, _uid_of_date(each))


class _Body:
    """What all events of one activity share, serialised once."""

    def __init__(self, activity: Activity, stamp: Stamp) -> None:
        self.activity = activity
        self.stamp = stamp
        self._text = "\n\n".join(part for part in _parts(activity, stamp.url) if part)
        self._description = fold(text("DESCRIPTION", self._text))
        changed = utc(stamp.revision.modified)
        labels = sorted({term.name for term in (*activity.themes, *activity.audience)})
        same = [
            f"DTSTAMP:{changed}",
            f"LAST-MODIFIED:{changed}",
            "TRANSP:TRANSPARENT",
            "CLASS:PUBLIC",
            f"URL:{stamp.url}",
        ]
        if labels:
            same.append("CATEGORIES:" + ",".join(map(escape, labels)))
        self._same = b"".join(map(fold, same))

    def vevent(self, occurrence: Occurrence, uid: str, extra: Iterable[str] = ()) -> bytes:
        """The whole VEVENT of this occurrence; `extra` are lines besides (RRULE, EXDATE, RECURRENCE-ID)."""
        state, status = facts.state(occurrence), occurrence.status
        lines = [f"UID:{uid}@{self.stamp.domain}", text("SUMMARY", _PREFIX.get(status, "") + occurrence.name)]
        place = occurrence.place
        if place is not None:
            lines.append(text("LOCATION", f"{occurrence.room}, {place.line}" if occurrence.room else place.line))
            if place.point:
                lines.append(f"GEO:{place.point[0]:.6g};{place.point[1]:.6g}")
        elif occurrence.online:
            lines.append("LOCATION:Online")
        lines.append("STATUS:" + ("CANCELLED" if status in (CANCELLED, POSTPONED) else "CONFIRMED"))
        lines += extra
        lines += _start_and_end(occurrence)
        return b"".join(
            [
                b"BEGIN:VEVENT\r\n",
                self._same,
                self._describe(occurrence, state),
                *map(fold, lines),
                b"END:VEVENT\r\n",
            ]
        )

    def _describe(self, occurrence: Occurrence, state: str) -> bytes:
        online = occurrence.change.online if occurrence.change else None
        if not state and online is None:
            return self._description
        lead = "".join(f"{part.rstrip('.')}. " for part in (state, occurrence.reason) if part).rstrip()
        joining = f"Doe online mee: {online.url}" if online and online.url else ""
        return fold(text("DESCRIPTION", "\n\n".join(part for part in (lead, joining, self._text) if part)))


def _parts(activity: Activity, url: str) -> Iterator[str]:
    yield activity.summary
    yield plain(activity.body) if activity.body else ""
    practical = []
    if activity.audience or activity.age:
        practical.append(f"Voor wie: {facts.audience(activity)}")
    if activity.price:
        practical.append(f"Kosten: {facts.price(activity.price)}")
    practical += facts.registration(activity.registration)
    if activity.accessibility:
        practical.append("Toegankelijkheid: " + ", ".join(term.name for term in activity.accessibility))
    practical.append(f"Van: {activity.organizer.name}")
    yield "\n".join(practical)
    if activity.online and activity.online.url:
        yield f"Doe online mee: {activity.online.url}"
    yield url


def _is_rule(activity: Activity) -> bool:
    """Whether this series may be one VEVENT with RRULE: the forms on which calendar programs agree, and no others."""
    schedule = activity.schedule
    rule = schedule.recurrence
    if rule is None or rule.loose or rule.week_parity is not None or not schedule.is_series:
        return False
    if rule.frequency == "YEARLY" and (schedule.first.month, schedule.first.day) == (2, 29):
        return False
    return not (schedule.times and schedule.times.overnight)


def _series(activity: Activity, dates: tuple[Occurrence, ...], body: _Body) -> Iterator[bytes]:
    schedule = activity.schedule
    extra_days = {each.day for each in schedule.extra}
    changed = [each for each in dates if each.change and each.moved_to is None and each.planned not in extra_days]
    apart = {each.planned for each in changed if not _stays_in_order(each, schedule.days)}
    first = Occurrence(activity, schedule.first, schedule.first, schedule.times, schedule.first)
    rule = ["RRULE:" + rrule(schedule.recurrence, first, schedule.until or schedule.first)]
    out = sorted(day for day in {*schedule.excluded, *apart, *extra_days} if _in_rule(schedule, day))
    if out:
        moments = [Occurrence(activity, day, day, schedule.times, day).start for day in out]
        form = "%Y%m%dT%H%M%S" if schedule.times else "%Y%m%d"
        parameter = f"TZID={activity.zone}" if schedule.times else "VALUE=DATE"
        rule.append(f"EXDATE;{parameter}:" + ",".join(moment.strftime(form) for moment in moments))
    yield body.vevent(first, activity.id, rule)
    for each in changed:
        if each.planned not in apart:
            planned = Occurrence(activity, each.planned, each.planned, schedule.times, each.planned)
            yield body.vevent(each, activity.id, [local("RECURRENCE-ID", planned.start, activity.zone)])
    for each in dates:
        if each.moved_to is None and (each.planned in apart or each.planned in extra_days):
            yield body.vevent(each, _uid_of_date(each))


def _in_rule(schedule: Schedule, day: date) -> bool:
    """Whether the rule gives this date: an extra date that it gives too has an event of its own instead."""
    rule, until = schedule.recurrence, schedule.until
    return rule is not None and until is not None and day <= until and occurs_on(rule, schedule.first, day)


def _stays_in_order(each: Occurrence, days: tuple[date, ...]) -> bool:
    """Whether a moved date keeps its place among its neighbours and its kind; Exchange refuses it otherwise."""
    if (each.times is None) != (each.activity.schedule.times is None):
        return False
    index = days.index(each.planned)
    before = days[index - 1] if index else date.min
    after = days[index + 1] if index + 1 < len(days) else date.max
    return before < each.day < after


def _singles(activity: Activity, dates: tuple[Occurrence, ...], body: _Body) -> Iterator[bytes]:
    alone = not activity.schedule.is_series
    for each in dates:
        if each.moved_to is None:
            yield body.vevent(each, activity.id if alone else _uid_of_date(each))


def _uid_of_date(each: Occurrence) -> str:
    # Two hyphens, which no id has: no other activity can have this UID.
    return f"{each.activity.id}--{each.planned:%Y%m%d}"


def _start_and_end(each: Occurrence) -> list[str]:
    start, end = each.start, each.end
    if not isinstance(start, datetime):
        return [local("DTSTART", start, ""), local("DTEND", each.last_day + timedelta(days=1), "")]
    if end is None:
        end = (start.astimezone(zone("UTC")) + DEFAULT_LENGTH).astimezone(start.tzinfo)
    return [local("DTSTART", start, each.activity.zone), local("DTEND", end, each.activity.zone)]


def rrule(rule: Recurrence | None, first: Occurrence, until: date) -> str:
    """The value of RRULE, with UNTIL at the start of the last planned date (in UTC when timed)."""
    if rule is None:
        message = f"no rule for {quote(first.activity.id)}"
        raise ValueError(message)
    parts = [f"FREQ={rule.frequency}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    last = Occurrence(first.activity, until, until, first.times, until).start
    parts.append("UNTIL=" + (utc(last) if isinstance(last, datetime) else f"{last:%Y%m%d}"))
    if rule.positions:
        parts.append(
            "BYDAY="
            + ",".join(f"{position}{_DAYS[weekday]}" for position in rule.positions for weekday in rule.weekdays)
        )
    elif rule.weekdays:
        parts.append("BYDAY=" + ",".join(_DAYS[weekday] for weekday in rule.weekdays))
    if rule.month_days:
        parts.append("BYMONTHDAY=" + ",".join(str(month_day) for month_day in rule.month_days))
    if rule.frequency == "WEEKLY" and rule.interval > 1:
        parts.append("WKST=MO")
    return ";".join(parts)
