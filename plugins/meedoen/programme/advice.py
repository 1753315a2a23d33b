"""Hints for the writer that never stop anything: dates that look like a slip, labels, words, private data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from meedoen.language.problems import Fault, Place, Problem
from meedoen.language.rules import is_fault
from meedoen.language.wording import day, quote
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.text.document import Document
from meedoen.notation.text.tree import Scalar
from meedoen.programme.network import Network
from meedoen.programme.schedule import Schedule

FAR_AHEAD = timedelta(days=548)
LONGEST_SENTENCE = 28
MOST_LABELS = {"audience": 6, "themes": 5, "skills": 4, "goals": 6, "accessibility": 12}
_SENTENCE = re.compile(r"[.!?](?=\s)|\n\s*\n|\n(?=[-*\d#>|])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOBILE = re.compile(r"(?<![\d+])(?:\+31|0031|0)[\s-]?6(?:[\s-]?\d){8}(?!\d)")
_PRIVATE_MAIL = re.compile(
    r"[\w.+-]{1,64}@(?:gmail|hotmail|outlook|live|ziggo|kpnmail|icloud|yahoo|xs4all|planet)\.[a-z]{2,3}\b",
    re.IGNORECASE,
)
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_ADDRESS = re.compile(r"\]\([^)\s]{0,500}\)|https?://\S{1,500}|[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}")
_PRIVATE = (
    (_MOBILE, "een mobiel nummer"),
    (_PRIVATE_MAIL, "een privé-mailadres"),
    (_NINE_DIGITS, "een burgerservicenummer"),
)
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
    title: str = record.get("name", "")
    if len(title) > 8 and title.isupper():
        reader.report(
            record.node("name"),
            Fault(
                "hoofdletters",
                "De titel staat helemaal in hoofdletters.",
                f"Typ: titel: {title.capitalize()}",
            ),
        )
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
        given = record.get(attribute, ())
        if len(given) > most:
            reader.report(
                record.node(attribute),
                Fault(
                    "te-veel-labels",
                    f"Bij {quote(record.keys[attribute].text)} staan {len(given)} woorden.",
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
        for number, line in enumerate(text.split("\n")):
            _line(reader, network, first + number, column if number == 0 else 1, line)
        _sentences(reader, first, column, text)


def _line(reader: Reader, network: Network, number: int, column: int, line: str) -> None:
    for pattern, what in _PRIVATE:
        found = pattern.search(line)
        if found and (pattern is not _NINE_DIGITS or _is_bsn(found[0])):
            place = Place(reader.path, number, column + found.start(), len(found[0]))
            message = f"{quote(found[0])} lijkt op {what} van een persoon."
            reader.problems.append(
                Problem(place, "persoonsgegevens", message, "Gebruik het nummer of mailadres van een organisatie.")
            )
    for found in _WORD.finditer(_ADDRESS.sub(lambda address: " " * len(address[0]), line)):
        simple = network.hard_words.get(found[0].lower())
        if simple:
            place = Place(reader.path, number, column + found.start(), len(found[0]))
            reader.problems.append(
                Problem(
                    place,
                    "moeilijk-woord",
                    f"{quote(found[0])} is een moeilijk woord.",
                    f"Makkelijker is: {simple}",
                )
            )


def _sentences(reader: Reader, first: int, first_column: int, text: str) -> None:
    start = 0
    for end in [*(found.end() for found in _SENTENCE.finditer(text)), len(text)]:
        words = sum(1 for _ in _WORD.finditer(text, start, end))
        if words > LONGEST_SENTENCE:
            sentence = text[start:end].strip()
            lead = text.index(sentence, start)
            line, column = first + text.count("\n", 0, lead), lead - text.rfind("\n", 0, lead)
            place = Place(
                reader.path,
                line,
                column if line > first else column + first_column - 1,
                len(sentence.split("\n")[0]),
            )
            reader.problems.append(
                Problem(place, "lange-zin", f"Deze zin heeft {words} woorden.", "Maak er twee zinnen van.")
            )
        start = end


def _is_bsn(digits: str) -> bool:
    """The 11-test of the Dutch citizen number: 9·a + 8·b + … + 2·h - i is a multiple of 11."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0 and digits != "000000000"
