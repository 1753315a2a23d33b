"""What the script of the form has to know: words for dates, holidays, limits, messages, and where the file goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from meedoen.content.layout import LARGEST_BODY
from meedoen.language.wording import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT, list_of
from meedoen.notation.fields.parsers import FREE_WORDS
from meedoen.notation.fields.reader import MOST_ITEMS
from meedoen.notation.fields.rewriting import AFTERWARDS
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.time.recurrence import WORKDAYS
from meedoen.outputs.form_messages import messages
from meedoen.programme.advice import FAR_AHEAD
from meedoen.programme.forge import Forge
from meedoen.programme.holidays import HolidayCalendar
from meedoen.programme.pause import NEXT_HOLIDAY
from meedoen.programme.schedule import LONGEST, MOST_DATES

_YEARS = 4  # a series lasts two years at most, and what is proposed starts within a year or so
_POSITIONS = ("eerste", "tweede", "derde", "vierde", "vijfde")


def rules_data(holidays: HolidayCalendar, school_region: str, first_year: int) -> dict[str, Any]:
    """The data for theme/static/aanmelden-regels.js and the order of fields for aanmelden-bestand.js."""
    return {
        "order": [[row.key, [part.key for part in row.parts] if row.parts else []] for row in ACTIVITY],
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
        "longest": _longest(),
        "limits": {
            "dates": MOST_DATES,
            "days": LONGEST.days,
            "far": FAR_AHEAD.days,
            "holiday": NEXT_HOLIDAY.days,
            "items": MOST_ITEMS,
            "text": LARGEST_BODY,
        },
        "labels": {row.key: row.most for row in ACTIVITY if row.most},
        "prose": _prose(),
        "examples": {"titel": "Taalcafé", "datum": "1 december 2026", "adres.naam": "Speeltuin de Merwede"},
        "messages": messages(),
        "holidays": {
            "public": [each.isoformat() for each in _public(holidays, first_year)],
            "school": [[low.isoformat(), high.isoformat()] for low, high in holidays.school_spans(school_region)],
        },
    }


def forge_data(forge: Forge | None) -> dict[str, str] | None:
    """Where the script begins a new file: kind, name, address of the repository and branch. None without a forge."""
    return {"kind": forge.kind, "name": forge.name, "url": forge.url, "branch": forge.branch} if forge else None


def _public(holidays: HolidayCalendar, first_year: int) -> list[date]:
    return sorted(each for year in range(first_year, first_year + _YEARS) for each in holidays.public(year))


def _longest() -> dict[str, int]:
    """The longest text of each field with one line, `adres.naam` for a part."""
    longest: dict[str, int] = {}
    for row in ACTIVITY:
        if row.kind == "line":
            longest[row.key] = row.longest
        if row.kind == "address" and row.parts:
            longest |= {f"{row.key}.{part.key}": part.longest for part in row.parts if part.kind == "line"}
    return longest


def _prose() -> dict[str, str]:
    """What the help with writing looks at, in each field of the writer's own words and in those inside an address."""
    prose: dict[str, str] = {}
    for row in ACTIVITY:
        if row.is_prose:
            prose[row.key] = row.hints
        if row.kind == "address" and row.parts:
            prose |= {f"{row.key}.{part.key}": part.hints for part in row.parts if part.is_prose}
    return prose
