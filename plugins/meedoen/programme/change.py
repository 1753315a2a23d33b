"""What is different on one date of a series: cancelled, moved, full, elsewhere, online."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from meedoen.language.problems import Fault
from meedoen.language.wording import day, quote
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.fields.values import Online
from meedoen.notation.schema.status import OFF, EventStatus
from meedoen.notation.time.clock import Times
from meedoen.programme.place import Place
from meedoen.programme.schedule import Schedule

_NEW = ("to_day", "times", "place", "room", "online", "name")


@dataclass(frozen=True, slots=True)
class Change:
    """One date that differs. `day` is the date as planned; what is None or empty stays as it was."""

    day: date
    status: EventStatus = EventStatus.SCHEDULED
    reason: str = ""
    to_day: date | None = None
    times: Times | None = None
    place: Place | None = None
    room: str = ""
    online: Online | None = None
    name: str = ""


def read_changes(
    records: tuple[Record, ...], reader: Reader, schedule: Schedule, resolve: Callable[[Record], Place | None]
) -> tuple[Change, ...]:
    """Takes the blocks of changes, the reader, the schedule and what resolves a place; gives the changes in order of
    date. One that hits no planned date, or a date twice, is reported and left out.
    """
    changes: dict[date, Change] = {}
    for record in records:
        on: date | None = record.get("day")
        if on is None:
            continue
        if on not in schedule.days:
            reader.report(record.node("day"), _misses(on, schedule))
        elif on in changes:
            reader.report(
                record.node("day"),
                Fault(
                    "dubbele-wijziging",
                    f"Voor {day(on)} staat er al een wijziging.",
                    "Zet alles voor deze datum bij elkaar.",
                ),
            )
        elif _makes_sense(record, reader):
            values = record.values | {"status": _status(record), "place": resolve(record)}
            changes[on] = Change(**values)
    return tuple(changes[on] for on in sorted(changes))


def _misses(on: date, schedule: Schedule) -> Fault:
    if on in schedule.excluded:
        message = f"{day(on, weekday=True).capitalize()} valt al weg door wat er bij “behalve” staat."
        return Fault(
            "wijziging-raakt-niets",
            message,
            "Haal deze wijziging weg. Gaat het toch door? Voeg de datum toe bij: ook: …",
        )
    near = min(schedule.days, key=lambda each: abs((each - on).days))
    message = f"Op {day(on, weekday=True)} is deze activiteit er niet."
    return Fault("wijziging-raakt-niets", message, f"Bedoelde je {day(near, weekday=True)}?")


def _status(record: Record) -> EventStatus:
    status: EventStatus = record.get("status", EventStatus.SCHEDULED)
    moves = status is EventStatus.SCHEDULED and any(key in record.values for key in ("to_day", "times", "place"))
    return EventStatus.RESCHEDULED if moves else status


def _makes_sense(record: Record, reader: Reader) -> bool:
    status: EventStatus = record.get("status", EventStatus.SCHEDULED)
    new = [key for key in _NEW if key in record.nodes]
    if status in OFF and "to_day" in new:
        reader.report(
            record.keys["to_day"],
            Fault(
                "overbodig-veld",
                f"Wat {status} is, heeft geen nieuwe datum.",
                f"Is er een nieuwe datum? Typ dan: status: {EventStatus.RESCHEDULED}",
            ),
        )
        return False
    if status is EventStatus.RESCHEDULED and not new:
        reader.report(
            record.node("status"),
            Fault(
                "ontbrekend-veld",
                f"Bij {quote(status)} hoort waarheen.",
                "Voeg een regel toe, bijvoorbeeld: naar: 17 december 2026. Of: locatie: …",
            ),
        )
        return False
    if status in OFF and "reason" not in record.nodes:
        reader.report(
            record.node("status"),
            Fault(
                "reden-ontbreekt",
                f"Er staat niet bij waarom het {status} is.",
                "Voeg een regel toe, bijvoorbeeld: reden: De docent is ziek.",
            ),
        )
    if status is EventStatus.ONLINE and "online" not in record.nodes:
        reader.report(
            record.node("status"),
            Fault(
                "ontbrekend-veld",
                "Bij “online” hoort hoe je meedoet.",
                "Voeg een regel toe: online: link na aanmelding",
            ),
        )
        return False
    return True
