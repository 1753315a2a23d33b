"""The fields of a file that is there, in the words that a program writes: what the form fills itself in with.

What a list or a clock is about comes out as its key, its date, its time; everything else as it was written. Written
down again (`authoring.py`) it means the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.language.wording import day
from meedoen.notation.fields.authoring import Value, price_text, times_text
from meedoen.notation.fields.reader import Record
from meedoen.notation.fields.values import Exceptions, ExtraDate, PriceLine
from meedoen.notation.schema.field import Kind, Table
from meedoen.notation.schema.json_schema import plain_value
from meedoen.notation.time.recurrence import phrase

AFTERWARDS = "link na aanmelding"
PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS = "feestdagen", "schoolvakanties"


@dataclass(frozen=True, slots=True)
class WrittenFields:
    """What somebody wrote in a file: key → value as it can be typed again, and the Markdown of its description.

    `header` is the text of the fields as it stands there, with remarks and all.
    """

    fields: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
    header: str = ""


NOTHING_WRITTEN = WrittenFields()


def rewritten(record: Record, table: Table) -> dict[str, Value]:
    """Takes a record that holds no fault, and its table; gives its fields (key → answer), in the order of the table."""
    fields: dict[str, Value] = {}
    for row in table:
        if row.attribute in record.values:
            write = _WRITERS.get(row.kind)
            value = record.values[row.attribute]
            fields[row.key] = write(value) if write else plain_value(record.nodes[row.attribute])
    return fields


def _exceptions(value: Exceptions) -> list[Value]:
    named = [PUBLIC_HOLIDAYS] * value.public_holidays + [SCHOOL_HOLIDAYS] * value.school_holidays
    return [*named, *(day(low) if low == high else f"{day(low)} t/m {day(high)}" for low, high in value.spans)]


def _extra_dates(value: tuple[ExtraDate, ...]) -> list[Value]:
    return [{"datum": day(each.day), "tijd": times_text(each.times)} if each.times else day(each.day) for each in value]


def _prices(value: tuple[PriceLine, ...]) -> Value:
    if len(value) == 1 and not value[0].label:
        return price_text(value[0].cents)
    return {each.label: price_text(each.cents) for each in value}


def _end(value: date | int) -> Value:
    return f"{value} keer" if isinstance(value, int) else day(value)


def _reference(value: str | tuple[str, ...]) -> Value:
    return value if isinstance(value, str) else list(value)


_WRITERS: Mapping[Kind, Callable[[Any], Value]] = {
    "reference": _reference,
    "choice": str,
    "date": day,
    "times": times_text,
    "recurrence": phrase,
    "end": _end,
    "exceptions": _exceptions,
    "extra-dates": _extra_dates,
    "price": _prices,
    "yes-no": lambda value: "ja" if value else "nee",
    "online": lambda value: value.url or AFTERWARDS,
}
