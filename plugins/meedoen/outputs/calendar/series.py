"""The form in which the dates of an activity are written: a rule where every reader agrees on it, else one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from meedoen.agenda.occurrence import Occurrence, zone
from meedoen.notation.time.recurrence import Recurrence, occurs_on
from meedoen.outputs.calendar.contentline import is_shown_once, utc
from meedoen.programme.activity import Activity
from meedoen.programme.schedule import Schedule

DEFAULT_LENGTH = timedelta(hours=1)
"""For what has no end: calcurse drops an event without length, khal makes it an hour."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MORNING = 4  # no zone that we can write sets its clock later in the day


@dataclass(frozen=True, slots=True)
class Form:
    """How the dates of an activity are written, in this order.

    `master` is the first date of the rule as it was planned (None without a rule), with `rule`: its RRULE and EXDATE.
    `overrides` are dates of the rule that differ, by the date that was planned; `own` events of their own, by start.
    """

    master: Occurrence | None
    rule: tuple[str, ...]
    overrides: tuple[Occurrence, ...]
    own: tuple[Occurrence, ...]


def arrange(
    activity: Activity,
    dates: tuple[Occurrence, ...],
    differed: frozenset[date] = frozenset(),
    *,
    only_held: bool = False,
) -> Form:
    """Takes an activity and its dates (`occurrences`); gives the form in which they are written.

    With `only_held` without those that do not go ahead. Dates that once had a change (`differed`) keep an override when
    they are as planned again: a program that only adds what it finds would otherwise go on showing them as cancelled.

    What does not go ahead never changes how the rest is written: a date has one UID in every calendar.
    """
    shown = [each for each in dates if each.moved_to is None]
    schedule = activity.schedule
    if len(shown) == 1 and not only_held:
        return Form(None, (), (), tuple(shown))
    recurrence = schedule.recurrence
    if recurrence is None or not may_be_rule(activity):
        return Form(None, (), (), _in_order(shown, only_held=only_held))
    shown.sort(key=lambda each: each.planned)
    regular = [each for each in shown if _is_regular(schedule, each.planned)]
    fitting = set(_fitting(regular))
    kept = [each for each in regular if each.planned in fitting and (each.takes_place or not only_held)]
    own = _in_order((each for each in shown if each.planned not in fitting), only_held=only_held)
    if not kept:
        return Form(None, (), (), own)
    first, last = kept[0].planned, kept[-1].planned
    master = planned(activity, first)
    rule = [f"RRULE:{rrule(recurrence, planned(activity, last).start)}"]
    instances = {*schedule.excluded, *(each.planned for each in shown if _in_rule(schedule, each.planned))}
    if out := sorted(day for day in instances - {each.planned for each in kept} if first < day < last):
        rule.append(_exdate(activity, out))
    return Form(master, tuple(rule), tuple(each for each in kept if each.change or each.planned in differed), own)


def may_be_rule(activity: Activity) -> bool:
    """Takes an activity; gives whether its dates may be one VEVENT with RRULE.

    Only the forms on which calendar programs agree (decision 16). Not: dates without a rule, odd or even weeks, 29
    February, a start in an hour that the clock skips or shows twice.
    """
    schedule = activity.schedule
    rule = schedule.recurrence
    if rule is None or rule.loose or rule.week_parity is not None or len(schedule.days) < 2:
        return False
    if rule.frequency == "YEARLY" and (schedule.first.month, schedule.first.day) == (2, 29):
        return False
    if schedule.times is None or schedule.times.start.hour >= _MORNING:
        return True
    starts = (planned(activity, day).start for day in (*schedule.days, *schedule.excluded))
    return all(is_shown_once(start) for start in starts if isinstance(start, datetime))


def planned(activity: Activity, day: date) -> Occurrence:
    """Takes an activity and a date of its rule; gives that date before any change."""
    return Occurrence(activity, day, day, activity.schedule.times, day)


def end_of(occurrence: Occurrence) -> datetime | date:
    """Takes an occurrence; gives its end as DTEND has it.

    The day after the last for whole days, an hour after the start where there is no end.
    """
    end = occurrence.end
    if end is None and isinstance(occurrence.start, datetime):
        return (occurrence.start.astimezone(zone("UTC")) + DEFAULT_LENGTH).astimezone(occurrence.start.tzinfo)
    if not isinstance(end, datetime):
        return occurrence.last_day + timedelta(days=1)
    return end


def rrule(rule: Recurrence, last: datetime | date) -> str:
    """Takes a rule and the start of its last date; gives the value of RRULE.

    UNTIL is that start (in UTC when timed: RFC 5545 §3.3.10).
    """
    parts = [f"FREQ={rule.frequency}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    parts.append("UNTIL=" + (utc(last) if isinstance(last, datetime) else f"{last:%Y%m%d}"))
    if rule.positions:
        days = (f"{position}{_DAYS[weekday]}" for position in rule.positions for weekday in rule.weekdays)
        parts.append("BYDAY=" + ",".join(days))
    elif rule.weekdays:
        parts.append("BYDAY=" + ",".join(_DAYS[weekday] for weekday in rule.weekdays))
    if rule.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, rule.month_days)))
    if rule.frequency == "WEEKLY" and rule.interval > 1:
        parts.append("WKST=MO")
    return ";".join(parts)


def _exdate(activity: Activity, days: list[date]) -> str:
    """EXDATE in the form of DTSTART (RFC 5545 §3.8.5.1)."""
    times = activity.schedule.times
    if times is None:
        return "EXDATE;VALUE=DATE:" + ",".join(f"{day:%Y%m%d}" for day in days)
    return f"EXDATE;TZID={activity.zone}:" + ",".join(f"{day:%Y%m%d}T{times.start:%H%M%S}" for day in days)


def _in_rule(schedule: Schedule, day: date) -> bool:
    """Whether the rule gives this date, be it that an extra date falls on it."""
    if not schedule.extra:
        return True
    rule, until = schedule.recurrence, schedule.until
    return rule is not None and until is not None and day <= until and occurs_on(rule, schedule.first, day)


def _is_regular(schedule: Schedule, day: date) -> bool:
    """Whether this is a date of the rule at the time of the rule; an extra date may be, when it says no other time."""
    return _in_rule(schedule, day) and schedule.times_on(day) == schedule.times


def _fitting(regular: list[Occurrence]) -> Iterator[date]:
    """The dates that can stay in the rule; the others become events of their own.

    A moved date stays when it keeps its place among its neighbours and its kind: Exchange forbids the first, khal
    shows both for the last. A date that lasts over a clock change, as planned, would end an hour off in some programs;
    as the first of a rule it would give that length to all.
    """
    latest = date.min
    for index, occurrence in enumerate(regular):
        fits = not _lasts_over_clock_change(
            planned(occurrence.activity, occurrence.planned) if occurrence.change else occurrence
        )
        if fits and occurrence.change is not None:
            before = regular[index - 1].planned if index else date.min
            after = regular[index + 1].planned if index + 1 < len(regular) else date.max
            same_kind = (occurrence.times is None) == (occurrence.activity.schedule.times is None)
            fits = same_kind and max(before, latest) < occurrence.day < after
        if fits:
            latest = occurrence.day
            yield occurrence.planned


def _lasts_over_clock_change(occurrence: Occurrence) -> bool:
    times = occurrence.times
    if times is None or not (
        times.overnight or times.start.hour < _MORNING or (times.end is None and times.start.hour > 22)
    ):
        return False
    start, end = occurrence.start, end_of(occurrence)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return start.utcoffset() != end.utcoffset() or not is_shown_once(end)


def _in_order(dates: Iterable[Occurrence], *, only_held: bool) -> tuple[Occurrence, ...]:
    shown = (each for each in dates if each.takes_place or not only_held)
    return tuple(sorted(shown, key=lambda each: (each.day, each.times is not None, _clock(each), each.planned)))


def _clock(occurrence: Occurrence) -> time:
    return occurrence.times.start if occurrence.times else time(0)
