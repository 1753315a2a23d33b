"""When an activity happens: the first time, the rule, what is left out and what is added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.language.problems import Fault
from meedoen.language.wording import day, quote
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.fields.values import ExtraDate
from meedoen.notation.time.clock import Times, parse_times
from meedoen.notation.time.recurrence import Recurrence, anchor, expand, first_on_or_after, occurs_on, phrase
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.pause import check_school_years, excluded_dates

MOST_DATES = 400
LONGEST = timedelta(days=2 * 366)
_TOO_MANY = Fault(
    "te-veel-keren",
    f"Deze reeks heeft meer dan {MOST_DATES} datums.",
    "Kies een vroegere datum bij “tot”, of maak er twee reeksen van.",
)
_TOO_LONG = Fault(
    "reeks-te-lang",
    "Deze reeks duurt langer dan twee jaar.",
    "Kies een vroegere laatste datum. Later maak je een nieuwe reeks.",
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The dates on which an activity was planned, before changes to single dates.

    `times` None means all day; `last_day` is set for one stretch of several days. `days` are the dates that remain,
    in order; `excluded` are the dates of the rule that do not happen; `extra` the dates outside the rule.
    """

    first: date
    times: Times | None
    last_day: date | None = None
    recurrence: Recurrence | None = None
    until: date | None = None
    days: tuple[date, ...] = ()
    excluded: tuple[date, ...] = ()
    extra: tuple[ExtraDate, ...] = ()

    def times_on(self, on: date) -> Times | None:
        """The times on this date, which an extra date may have set for itself."""
        for extra in self.extra:
            if extra.day == on and extra.times is not None:
                return extra.times
        return self.times

    @property
    def is_series(self) -> bool:
        """Whether it happens on more than one date."""
        return len(self.days) > 1


def read_schedule(
    record: Record, reader: Reader, holidays: HolidayCalendar, school_region: str, *, advice: bool
) -> Schedule | None:
    """Takes the fields, the reader, the holidays and the region of schools; gives the schedule of an activity; None
    when its dates could not be understood, which has been reported.
    """
    _check_times(record, reader)
    _check_end(record, reader)
    first: date | None = record.get("day")
    if first is None:
        return None
    last_day: date | None = record.get("last_day")
    times: Times | None = record.get("times")
    if last_day is not None and not _last_day_fits(record, reader, first, last_day):
        return None
    if last_day == first and times is not None:
        # Read as the times of several days; on one day `22.00 - 1.00` goes on past midnight.
        again = parse_times(getattr(record.node("times"), "text", "").strip())
        if isinstance(again, Fault):
            reader.report(record.node("times"), again)
            return None
        times = again
    recurrence: Recurrence | None = record.get("recurrence")
    if recurrence is None or recurrence.loose:
        return _loose(record, reader, first, last_day, times)
    if last_day is not None:
        reader.report(
            record.keys["last_day"],
            Fault("overbodig-veld", "Bij een herhaling hoort geen einddatum.", f"Typ: tot: {day(last_day)}"),
        )
        return None
    return _series(record, reader, anchor(recurrence, first), holidays, school_region, advice=advice)


def _check_times(record: Record, reader: Reader) -> None:
    timed = "times" in record.nodes
    if record.get("all_day") and timed:
        reader.report(
            record.keys["all_day"],
            Fault(
                "overbodig-veld",
                "Er staat een tijd, en ook dat het de hele dag is.",
                "Haal één van de twee weg.",
            ),
        )
    elif "day" in record.keys and not (record.get("all_day") or record.refused("all_day") or _has_end(record)):
        message = "Er staat geen tijd bij de datum."
        hint = "Voeg een regel toe, bijvoorbeeld: tijd: 10.00 - 11.30. Of: hele-dag: ja"
        reader.report(record.keys["day"], Fault("tijd-ontbreekt", message, hint))


def _has_end(record: Record) -> bool:
    return not (record.absent("times") and record.absent("last_day"))


def _check_end(record: Record, reader: Reader) -> None:
    rule: Recurrence | None = record.get("recurrence")
    if rule is not None and not rule.loose and record.absent("until") and record.absent("last_day"):
        message = "Er staat niet bij tot wanneer de herhaling duurt."
        hint = "Voeg een regel toe, bijvoorbeeld: tot: 29 juni 2027. Of: tot: 10 keer"
        reader.report(record.keys["recurrence"], Fault("herhaling-zonder-einde", message, hint))


def _last_day_fits(record: Record, reader: Reader, first: date, last_day: date) -> bool:
    if last_day < first:
        message = f"De einddatum ({day(last_day)}) ligt voor de datum ({day(first)})."
        reader.report(
            record.node("last_day"),
            Fault("einde-voor-begin", message, "Kijk allebei de datums na. Klopt het jaar?"),
        )
        return False
    if last_day - first > LONGEST:
        reader.report(
            record.node("last_day"),
            Fault("reeks-te-lang", "Dit duurt langer dan twee jaar.", "Kijk het jaar na."),
        )
        return False
    return True


def _loose(record: Record, reader: Reader, first: date, last_day: date | None, times: Times | None) -> Schedule | None:
    extra: tuple[ExtraDate, ...] = record.get("extra_dates", ())
    for attribute, word in (("until", "tot"), ("exceptions", "behalve")):
        if attribute in record.nodes and "recurrence" not in record.nodes:
            hint = (
                "Duurt het meer dagen achter elkaar? Typ dan: einddatum: …"
                if attribute == "until"
                else "Voeg een regel toe, bijvoorbeeld: herhaling: elke dinsdag"
            )
            reader.report(
                record.keys[attribute],
                Fault(
                    "overbodig-veld",
                    f"Het veld {quote(word)} hoort bij een herhaling, en die staat er niet.",
                    hint,
                ),
            )
    days = tuple(sorted({first, *(each.day for each in extra)}))
    return _within(Schedule(first, times, last_day, None, None, days, (), extra), record, reader, "extra_dates")


def _series(
    record: Record,
    reader: Reader,
    rule: Recurrence,
    holidays: HolidayCalendar,
    school_region: str,
    *,
    advice: bool,
) -> Schedule | None:
    first: date = record.values["day"]
    end = record.get("until")
    if end is None:
        return None
    if not occurs_on(rule, first, first):
        shown = day(first, weekday=True)
        message = f"{shown.capitalize()} past niet bij “{phrase(rule)}”."
        hint = f"Bedoelde je: datum: {day(first_on_or_after(rule, first))}?"
        label = f"dit is een {shown.split()[0]}"
        reader.report(record.node("day"), Fault("herhaling-past-niet", message, hint, label))
        return None
    until = end if isinstance(end, date) else None
    count = end if isinstance(end, int) else None
    if until is not None and until < first:
        reader.report(
            record.node("until"),
            Fault(
                "einde-voor-begin",
                f"De laatste datum ({day(until)}) ligt voor de eerste ({day(first)}).",
                "Kijk het jaar na.",
            ),
        )
        return None
    planned = expand(rule, first, until or first + LONGEST, None, MOST_DATES)
    out = excluded_dates(record, reader, planned, holidays, school_region, advice=advice)
    if count is not None:
        planned = _first_held(planned, out, count)
        if sum(each not in out for each in planned) < count:
            reader.report(record.node("until"), _TOO_MANY if len(planned) > MOST_DATES else _TOO_LONG)
            return None
    if advice:
        check_school_years(record, reader, planned, holidays.school_spans(school_region))
    extra: tuple[ExtraDate, ...] = record.get("extra_dates", ())
    days = tuple(sorted({each for each in planned if each not in out} | {each.day for each in extra}))
    if not days:
        reader.report(
            record.keys.get("exceptions", record.keys["recurrence"]),
            Fault(
                "geen-datum-over",
                "Er blijft geen enkele datum over.",
                "Kijk de uitzonderingen bij “behalve” na.",
            ),
        )
        return None
    excluded = tuple(each for each in planned if each in out)
    schedule = Schedule(first, record.get("times"), None, rule, planned[-1], days, excluded, extra)
    return _within(schedule, record, reader, "until")


def _first_held(planned: tuple[date, ...], out: set[date], count: int) -> tuple[date, ...]:
    """The dates up to the last of so many meetings: `10 keer` means ten times held, not ten minus holidays."""
    held = 0
    for index, on in enumerate(planned):
        held += on not in out
        if held == count:
            return planned[: index + 1]
    return planned


def _within(schedule: Schedule, record: Record, reader: Reader, attribute: str) -> Schedule | None:
    if len(schedule.days) + len(schedule.excluded) > MOST_DATES:
        reader.report(record.node(attribute), _TOO_MANY)
        return None
    if schedule.days[-1] - schedule.days[0] > LONGEST:
        reader.report(record.node(attribute), _TOO_LONG)
        return None
    return schedule
