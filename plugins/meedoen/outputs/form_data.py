"""What the script of the form has to know: words for dates, holidays, limits, messages, and where the file goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from meedoen.content.layout import LARGEST_BODY
from meedoen.language import slug
from meedoen.language.wording import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT, list_of
from meedoen.notation.fields.parsers import FREE_WORDS, LONGEST_AGE, LONGEST_MAIL, LONGEST_URL, OLDEST
from meedoen.notation.fields.reader import MOST_ITEMS
from meedoen.notation.fields.rewriting import AFTERWARDS
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field
from meedoen.notation.time.recurrence import WORKDAYS
from meedoen.outputs.form_messages import messages
from meedoen.programme.advice import FAR_AHEAD
from meedoen.programme.forge import Forge
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.pause import NEXT_HOLIDAY
from meedoen.programme.schedule import LONGEST, MOST_DATES

_YEARS = 4  # a series lasts two years at most, and what is proposed starts within a year or so
_ON_WHICH_DAYS = ("date", "recurrence", "end", "exceptions", "extra-dates")
_POSITIONS = ("eerste", "tweede", "derde", "vierde", "vijfde")


def _answers() -> dict[str, Field]:
    """The fields whose answer is one text or a few, with `adres.naam` and so on for the parts of an address."""
    rows: dict[str, Field] = {}
    for row in ACTIVITY:
        rows[row.key] = row
        if row.kind == "address" and row.parts:
            rows |= {f"{row.key}.{part.key}": part for part in row.parts}
    return rows


_ANSWERS = _answers()


def rules_data(holidays: HolidayCalendar, school_region: str, first_year: int) -> dict[str, Any]:
    """Takes the holidays, the region of schools and the first year; gives the data for theme/static/aanmelden-regels.js
    and the order of fields for aanmelden-bestand.js.
    """
    return {
        "order": [[row.key, [part.key for part in row.parts] if row.parts else []] for row in ACTIVITY],
        "days": [row.key for row in ACTIVITY if row.kind in _ON_WHICH_DAYS],
        "months": MONTHS,
        "monthsShort": MONTHS_SHORT,
        "weekdays": WEEKDAYS,
        "weekdaysShort": WEEKDAYS_SHORT,
        "workdays": list_of([WEEKDAYS[number] for number in WORKDAYS]),
        "positions": _POSITIONS,
        "last": "laatste",
        "and": "en",
        "free": sorted(FREE_WORDS),
        "afterwards": AFTERWARDS,
        "required": [key for key, row in _ANSWERS.items() if row.required],
        "examples": {key: row.example for key, row in _ANSWERS.items() if row.required},
        "longest": {key: row.longest for key, row in _ANSWERS.items() if row.kind == "line"},
        "limits": {
            "age": LONGEST_AGE,
            "dates": MOST_DATES,
            "days": LONGEST.days,
            "far": FAR_AHEAD.days,
            "holiday": NEXT_HOLIDAY.days,
            "items": MOST_ITEMS,
            "mail": LONGEST_MAIL,
            "name": slug.LONGEST,
            "oldest": OLDEST,
            "text": LARGEST_BODY,
            "url": LONGEST_URL,
        },
        "labels": {row.key: row.most for row in ACTIVITY if row.most},
        "prose": {key: row.hints for key, row in _ANSWERS.items() if row.is_prose},
        "messages": messages(),
        "holidays": {
            "public": [each.isoformat() for each in _public(holidays, first_year)],
            "school": [[low.isoformat(), high.isoformat()] for low, high in holidays.school_spans(school_region)],
        },
    }


def forge_data(forge: Forge | None) -> dict[str, str] | None:
    """Takes the forge; gives where the script begins a new file: kind, name, address of the repository and branch.

    None without a forge.
    """
    return {"kind": forge.kind, "name": forge.name, "url": forge.url, "branch": forge.branch} if forge else None


def _public(holidays: HolidayCalendar, first_year: int) -> list[date]:
    return sorted(each for year in range(first_year, first_year + _YEARS) for each in holidays.public(year))
