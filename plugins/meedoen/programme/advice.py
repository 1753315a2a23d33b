"""Hints for the writer that never stop anything: dates that look like a slip, labels, words, private data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from meedoen.language.problems import Fault, FilePosition, at
from meedoen.language.rules import is_fault
from meedoen.language.wording import day, quote
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field, Table
from meedoen.notation.text.document import Document
from meedoen.notation.text.tree import Node, Scalar, Sequence
from meedoen.programme.network import Network
from meedoen.programme.schedule import Schedule
from meedoen.programme.title import title_hints
from meedoen.programme.writing_help import name_hints, text_hints

FAR_AHEAD = timedelta(days=548)
_LIMITED = tuple(row for row in ACTIVITY if row.most)


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
    for row in _LIMITED:
        attribute, most = row.attribute, row.most
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


def _texts(record: Record, table: Table) -> Iterator[tuple[Field, Scalar]]:
    """What residents will read in the fields of this record and of those inside it, each with its row."""
    for attribute, node in record.nodes.items():
        row = table.by_attribute[attribute]
        if row.parts is not None and isinstance(node, Scalar):
            row = row.parts.fields[0]  # one line in the place of a block, as a name and address
        if row.is_prose:
            yield from ((row, text) for text in _own_words(node))
        elif row.parts is not None:
            value = record.get(attribute)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Record):
                    yield from _texts(part, row.parts)


def _own_words(node: Node) -> Iterator[Scalar]:
    """The texts in a value; where the writer chose the keys, as of prices, those."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _own_words(item)
    else:
        yield from (key for key, _ in node.entries)


def _text(record: Record, document: Document, reader: Reader, network: Network) -> None:
    for row, node in _texts(record, ACTIVITY):
        hints = text_hints(node.text, network) if row.hints == "text" else name_hints(node.text)
        opening_quote = node.length > len(node.text)
        _report(hints, node.line, node.column + opening_quote, reader)
    _report(text_hints(document.body, network), document.body_line, 1, reader)


def _report(hints: Iterable[tuple[int, Fault]], first: int, column: int, reader: Reader) -> None:
    """Adds the hints for a text that begins at this line and column."""
    for number, fault in hints:
        reader.problems.append(at(FilePosition(reader.path, first + number, column if number == 0 else 1), fault))


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
