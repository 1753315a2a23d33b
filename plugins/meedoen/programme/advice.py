"""Hints for the writer that never stop anything: dates that look like a slip, labels, words, private data."""

from __future__ import annotations

import re
from datetime import date, timedelta

from meedoen.language.problems import Fault, Place, Problem
from meedoen.language.wording import day, quote
from meedoen.notation.document import Document
from meedoen.notation.reader import Reader, Record
from meedoen.programme.network import Network
from meedoen.programme.schedule import Schedule

FAR_AHEAD = timedelta(days=548)
LONGEST_SENTENCE = 28
MOST_LABELS = {"audience": 6, "themes": 5, "skills": 4, "goals": 6, "accessibility": 12}
_SENTENCE = re.compile(r"[.!?](?=\s)|\n\s*\n|\n(?=[-*\d#>|])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOBILE = re.compile(r"(?<![\d+])(?:\+31|0031|0)[\s-]?6(?:[\s-]?\d){8}(?!\d)")
_PRIVATE_MAIL = re.compile(r"[\w.+-]{1,64}@(?:gmail|hotmail|outlook|live|ziggo|kpnmail|icloud|yahoo|xs4all|planet)\.[a-z]{2,3}\b", re.IGNORECASE)
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")


def advise(record: Record, document: Document, reader: Reader, network: Network, schedule: Schedule | None, today: date) -> None:
    """Adds the hints for this file to the reader."""
    if schedule is not None:
        _dates(record, reader, schedule, today)
    _labels(record, reader)
    if not record.get("core_function") and not _inherits(record, network):
        key = record.keys.get("name") or next(iter(record.keys.values()), None)
        reader.report(key or record.block, Fault("kernfunctie-ontbreekt", "Ik kan niet zien bij welke kernfunctie dit hoort.", "Je hoeft niets te doen. De bibliotheek vult dit aan."))
    title: str = record.get("name", "")
    if len(title) > 8 and title.isupper():
        reader.report(record.node("name"), Fault("hoofdletters", "De titel staat helemaal in hoofdletters.", f"Typ: titel: {title.capitalize()}"))
    _text(document, reader, network)


def _dates(record: Record, reader: Reader, schedule: Schedule, today: date) -> None:
    last = schedule.last_day or schedule.days[-1]
    if last < today:
        reader.report(record.node("day"), Fault("datum-voorbij", f"Dit is al geweest: de laatste dag is {day(last)}.", "Klopt het jaar?"))
    elif schedule.days[0] - today > FAR_AHEAD:
        reader.report(record.node("day"), Fault("datum-ver-weg", f"Dit is pas op {day(schedule.days[0])}.", "Klopt het jaar?"))


def _labels(record: Record, reader: Reader) -> None:
    for attribute, most in MOST_LABELS.items():
        given = record.get(attribute, ())
        if len(given) > most:
            reader.report(record.node(attribute), Fault("te-veel-labels", f"Hier staan {len(given)} woorden.", f"Kies er hooguit {most}: de woorden die het beste passen."))


def _inherits(record: Record, network: Network) -> bool:
    line = network.vocabularies.get("programmalijnen", {}).get(record.get("programme_line", ""))
    project = network.projects.get(record.get("project", ""))
    partner = network.partners.get(record.get("organizer") or network.organisation.organizer)
    return any(each is not None and each.core_function for each in (line, project, partner))


def _text(document: Document, reader: Reader, network: Network) -> None:
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        for pattern, what in ((_MOBILE, "een mobiel nummer"), (_PRIVATE_MAIL, "een privé-mailadres"), (_NINE_DIGITS, "een burgerservicenummer")):
            found = pattern.search(line)
            if found and (pattern is not _NINE_DIGITS or _is_bsn(found[0])):
                _note(reader, number, found, "persoonsgegevens", f"{quote(found[0])} lijkt op {what} van een persoon.", "Gebruik het nummer of mailadres van een organisatie.")
        for found in _WORD.finditer(line):
            simple = network.hard_words.get(found[0].lower())
            if simple:
                _note(reader, number, found, "moeilijk-woord", f"{quote(found[0])} is een moeilijk woord.", f"Makkelijker is: {simple}")
    _sentences(document, reader)


def _sentences(document: Document, reader: Reader) -> None:
    start = 0
    for end in [*(found.end() for found in _SENTENCE.finditer(document.body)), len(document.body)]:
        words = sum(1 for _ in _WORD.finditer(document.body, start, end))
        if words > LONGEST_SENTENCE:
            lead = len(document.body[start:end]) - len(document.body[start:end].lstrip())
            line = document.body_line + document.body.count("\n", 0, start + lead)
            reader.problems.append(Problem(Place(document.path, line), "lange-zin", f"Deze zin heeft {words} woorden.", "Maak er twee zinnen van."))
        start = end


def _note(reader: Reader, line: int, found: re.Match[str], rule: str, message: str, hint: str) -> None:
    place = Place(reader.path, line, found.start() + 1, found.end() - found.start())
    reader.problems.append(Problem(place, rule, message, hint))


def _is_bsn(digits: str) -> bool:
    """The 11-test of the Dutch citizen number: 9·a + 8·b + … + 2·h - i is a multiple of 11."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0 and digits != "000000000"
