"""Hints for the writer that never stop anything: dates that look like a slip, labels, words, private data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from meedoen.language.problems import Fault, FilePosition, at
from meedoen.language.rules import is_fault
from meedoen.language.wording import day, quote
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.text.document import Document
from meedoen.notation.text.tree import Scalar
from meedoen.programme.network import Network
from meedoen.programme.schedule import Schedule
from meedoen.programme.title import title_hints
from meedoen.programme.writing_help import text_hints

FAR_AHEAD = timedelta(days=548)
MOST_LABELS = {"audience": 6, "themes": 5, "skills": 4, "goals": 6, "accessibility": 12}
_READ = ("name", "summary", "description", "reason", "help_wanted")


def advise(
    record: Record,
    document: Document,
    reader: Reader,
    network: Network,
    schedule: Schedule | None,
    today: date,
) -> None:
    """Adds the hints for this file to the reader."""
    if schedule is not None:
        _dates(record, reader, schedule, today)
    _labels(record, reader)
    faulty = any(is_fault(problem.rule) for problem in reader.problems)
    if not faulty and not record.get("core_function") and not _inherits(record, network):
        key = record.keys.get("name") or next(iter(record.keys.values()), None)
        reader.report(
            key or record.block,
            Fault(
                "kernfunctie-ontbreekt",
                "Ik kan niet zien bij welke kernfunctie dit hoort.",
                "Weet je het? Voeg dan een regel toe, bijvoorbeeld: kernfunctie: ontwikkeling-en-educatie. "
                "Anders vult de bibliotheek het aan.",
            ),
        )
    _title(record, reader, schedule)
    _access(record, reader, network)
    _text(record, document, reader, network)


def _dates(record: Record, reader: Reader, schedule: Schedule, today: date) -> None:
    length = schedule.last_day - schedule.first if schedule.last_day else timedelta()
    last = schedule.days[-1] + length
    if last < today:
        reader.report(
            record.node("day"),
            Fault(
                "datum-voorbij",
                f"Dit is al geweest: de laatste dag is {day(last)}.",
                "Kijk of het jaar klopt. Is het echt geweest? Dan hoef je niets te doen.",
            ),
        )
    elif schedule.days[0] - today > FAR_AHEAD:
        reader.report(
            record.node("day"),
            Fault("datum-ver-weg", f"Dit is pas op {day(schedule.days[0])}.", "Kijk of het jaar klopt."),
        )


def _labels(record: Record, reader: Reader) -> None:
    for attribute, most in MOST_LABELS.items():
        labels = record.get(attribute, ())
        if len(labels) > most:
            reader.report(
                record.node(attribute),
                Fault(
                    "te-veel-labels",
                    f"Bij {quote(record.keys[attribute].text)} staan {len(labels)} woorden.",
                    f"Kies er hooguit {most}: de woorden die het beste passen.",
                ),
            )


def _inherits(record: Record, network: Network) -> bool:
    line = network.vocabularies.get("programmalijnen", {}).get(record.get("programme_line", ""))
    project = network.projects.get(record.get("project", ""))
    partner = network.partners.get(record.get("organizer") or network.organisation.organizer)
    return any(each is not None and each.core_function for each in (line, project, partner))


def _texts(record: Record, document: Document) -> Iterator[tuple[int, int, str]]:
    """Everything that residents will read, as (line, first column, text): the fields that hold text, then the body."""
    for attribute in _READ:
        node = record.nodes.get(attribute)
        if isinstance(node, Scalar):
            yield node.line, node.column, node.text
    yield document.body_line, 1, document.body


def _text(record: Record, document: Document, reader: Reader, network: Network) -> None:
    for first, column, text in _texts(record, document):
        for number, fault in text_hints(text, network):
            place = FilePosition(reader.path, first + number, column if number == 0 else 1)
            reader.problems.append(at(place, fault))


def _title(record: Record, reader: Reader, schedule: Schedule | None) -> None:
    days = schedule.days if schedule else ()
    if schedule and schedule.last_day:
        days = tuple(schedule.first + timedelta(days=n) for n in range((schedule.last_day - schedule.first).days + 1))
    for fault in title_hints(record.get("name", ""), days):
        reader.report(record.node("name"), fault)


def _access(record: Record, reader: Reader, network: Network) -> None:
    """Of a place in the list the library knows it; of any other only the writer can tell."""
    known = list(network.vocabularies.get("toegankelijkheid", ()))[:2]
    if known and record.get("address") is not None and record.absent("accessibility"):
        message = "Bij deze plek staat niet wat er geregeld is voor wie slecht kan lopen, zien of horen."
        hint = f"Vraag het na. Voeg dan een regel toe, bijvoorbeeld: toegankelijkheid: [{', '.join(known)}]"
        reader.report(record.keys["address"], Fault("toegankelijkheid-ontbreekt", message, hint))
