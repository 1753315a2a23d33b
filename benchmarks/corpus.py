"""A content tree of made-up activities on disk, in the form that Meedoen reads."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Final

from benchmarks.activities import Activity, key, made_up_activities, partners, places
from benchmarks.series import HOLIDAYS, WEEKDAYS, Change, Series, written
from benchmarks.texts import LANGUAGE_CODES, MUNICIPALITIES, VOCABULARIES

ORGANISATION: Final = """\
naam: Bibliotheek Proefstreek
korte-naam: Proefstreek
website: https://www.example.org/
domein: agenda.example.org
mail: agenda@example.org
repository: https://forge.example.org/proefstreek/agenda
tijdzone: Europe/Amsterdam
organisator: bibliotheek-dordrecht
regio-naam: de Proefstreek
voettekst: Een verzonnen agenda om snelheid mee te meten.
intro: Alles wat er in de streek te doen is.
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was written: so many activities, that together happen so many times (cancelled dates included)."""

    activities: int
    occurrences: int


def write_corpus(root: Path, activities: int, seed: int = 1) -> Corpus:
    """Replace `root` by a content tree; the same arguments give the same bytes."""
    shutil.rmtree(root, ignore_errors=True)
    for name, text in _frame():
        _write(root / name, text)
    occurrences = 0
    for number, activity in enumerate(made_up_activities(activities, seed)):
        occurrences += len(activity.dates)
        path = Path("activiteiten", activity.municipality, activity.folder, f"{activity.slug}.md")
        _write(root / path, activity_file(activity, number))
    return Corpus(activities, occurrences)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _frame() -> Iterator[tuple[str, str]]:
    """Everything but the activities: path and text."""
    yield "organisatie.yaml", ORGANISATION
    for vocabulary, words in VOCABULARIES.items():
        yield (
            f"woordenlijsten/{vocabulary}.yaml",
            "".join(map(_word, words)),
        )
    yield "woordenlijsten/moeilijke-woorden.yaml", "participeren: meedoen\nfaciliteren: helpen\n"
    yield (
        "kalender/schoolvakanties.yaml",
        "vakanties:\n"
        + "".join(
            f"- naam: {name}\n  regio: alle\n  van: {written(first)}\n  tot: {written(last)}\n"
            f"  schooljaar: {_school_year(first)}\n"
            for name, first, last in HOLIDAYS
        ),
    )
    yield "kalender/feestdagen.yaml", "open: [Goede vrijdag]\n"
    for town in MUNICIPALITIES:
        yield (
            f"gemeenten/{key(town)}.yaml",
            f"naam: {town}\nwebsite: https://{key(town)}.example.org/\nkleur: '#0b5c8a'\n"
            f"tekst: Alles wat er in {town} te doen is.\nprovincie: Zuid-Holland\nschoolvakanties: midden\n",
        )
    for place in places():
        yield (
            f"locaties/{place.key}.yaml",
            f"naam: {place.name}\nsoort: {place.kind}\ngemeente: {place.municipality}\n"
            f"straat: {place.street}\npostcode: {place.postcode}\nplaats: {place.town}\n"
            f"ruimtes: [Zaal 1, Zaal 2]\ntoegankelijkheid: [rolstoel]\n",
        )
    for partner in partners():
        yield (
            f"partners/{partner.key}.yaml",
            f"naam: {partner.name}\nsoort: {partner.kind}\nwebsite: {partner.website}\n"
            f"gemeenten: [{partner.municipality}]\n",
        )


def _word(word: str) -> str:
    """A term in a vocabulary; languages have a code too."""
    code = LANGUAGE_CODES.get(word)
    return f"{key(word)}:\n  naam: {word}\n" + (f"  code: {code}\n" if code else "")


def _school_year(first: date) -> str:
    begin = first.year if first.month >= 9 else first.year - 1
    return f"{begin}-{begin + 1}"


def activity_file(activity: Activity, number: int) -> str:
    """The file of one activity; `number` picks one of the ways to write dates, times and lists."""
    lines = [
        f"titel: {activity.title}",
        f"samenvatting: {activity.summary}",
        *_when(activity, number),
        f"locatie: {activity.place}",
        f"organisator: {activity.partner}",
        *_several("doelgroep", activity.audiences, number),
        f"kernfunctie: {activity.core}",
        *_several("thema", activity.themes, number + 1),
        *_prices(activity.prices),
        *_registration(activity),
    ]
    return "---\n" + "\n".join(lines) + "\n---\n" + activity.text


def _when(activity: Activity, number: int) -> Iterator[str]:
    series = activity.series
    yield f"datum: {_date(_first(series) if series else activity.dates[0], number)}"
    yield f"tijd: {_times(activity.start, activity.end, number)}"
    if series is None:
        return
    yield f"herhaling: {series.phrase}"
    yield f"tot: {_date(series.until, number + 1)}"
    if series.skipped:
        yield f"behalve: [{', '.join(series.skipped)}]"
    if series.changes:
        yield "wijzigingen:"
        for change in series.changes:
            yield from _change(change, number)


def _first(series: Series) -> date:
    """The day that the series starts, which an exception never takes away."""
    return series.dates[0]


def _change(change: Change, number: int) -> Iterator[str]:
    yield f"  - datum: {_date(change.day, number + 2)}"
    yield f"    status: {'verplaatst' if change.moved_to else 'afgelast'}"
    yield f"    reden: {change.reason}"
    if change.moved_to:
        yield f"    naar: {_date(change.moved_to, number)}"


def _date(day: date, way: int) -> str:
    """One of the four ways to write a date."""
    ways = (
        written(day),
        f"{day.day}-{day.month}-{day.year}",
        day.isoformat(),
        f"{WEEKDAYS[day.weekday()]} {written(day)}",
    )
    return ways[way % len(ways)]


def _times(start: time, end: time, way: int) -> str:
    """One of the two ways to write from when till when."""
    return f"{start:%H.%M} - {end:%H.%M}" if way % 2 else f"{start:%H:%M}-{end:%H:%M} uur"


def _several(name: str, values: tuple[str, ...], way: int) -> Iterator[str]:
    """A list on one line or on a line each."""
    if way % 2:
        yield f"{name}: [{', '.join(values)}]"
        return
    yield f"{name}:"
    yield from (f"  - {value}" for value in values)


def _prices(prices: tuple[str, ...]) -> Iterator[str]:
    if len(prices) == 1:
        yield f"prijs: {prices[0]}"
        return
    yield "prijs:"
    yield from (f"  {price}" for price in prices)


def _registration(activity: Activity) -> Iterator[str]:
    if not activity.registration:
        yield "aanmelden: niet nodig"
        return
    yield "aanmelden:"
    yield "  nodig: ja"
    yield f"  link: {activity.registration}"
    yield f"  plaatsen: {activity.capacity}"
