"""The network from its files: organisation, municipalities, places, partners, projects, lists and calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from meedoen.content.source import SourceFile
from meedoen.language.problems import Fault, FilePosition, Problem
from meedoen.language.rules import is_fault
from meedoen.language.wording import quote
from meedoen.notation.fields.cast import read_record
from meedoen.notation.fields.reader import Names, Reader
from meedoen.notation.schema import content_tables as tables
from meedoen.notation.schema.field import Table
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.tree import Mapping as Block
from meedoen.notation.text.tree import Scalar, Sequence
from meedoen.programme import place as places
from meedoen.programme.holidays import HolidayCalendar, SchoolHoliday
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality, Organisation, read_municipality
from meedoen.programme.partner import Partner, Project
from meedoen.programme.vocabulary import VOCABULARIES, Term, read_vocabulary, read_word_list, spellings

Value = TypeVar("Value")


@dataclass(slots=True)
class _Documents:
    """The documents by folder and name, and what is wrong with them so far."""

    by_name: dict[tuple[str, str], Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def folder(self, name: str) -> dict[str, Document]:
        return {stem: document for (folder, stem), document in self.by_name.items() if folder == name}


def read_network(files: Iterable[SourceFile]) -> tuple[Network | None, tuple[Problem, ...]]:
    """Takes the files around the activities; gives the network and its problems.

    None when there is no usable organisation or municipality to build for. Names are collected first, so that files may
    refer to each other in any order.
    """
    documents = _Documents()
    for file in sorted(files, key=lambda each: each.path):
        parts = file.path.split("/")
        document = parse_document(file.path, file.data)
        if isinstance(document, tuple):
            documents.problems.extend(document)
        else:
            documents.by_name[("/".join(parts[1:-1]), file.stem)] = document
    names = _names(documents)
    vocabularies = _vocabularies(documents, names)
    municipalities = _municipalities(documents, names)
    whole = {word: key for word, key in names.spellings["gemeenten"].items() if key in municipalities}
    known = Names({**names.spellings, "gemeenten": whole}, names.labels)
    partners = _all(documents, known, "partners", tables.PARTNER, Partner)
    organisation = _organisation(documents, known, partners)
    network = None
    if organisation is not None and municipalities:
        network = Network(
            organisation,
            municipalities,
            _all(documents, known, "locaties", tables.PLACE, places.Place),
            partners,
            _all(documents, known, "projecten", tables.PROJECT, Project),
            vocabularies,
            _holidays(documents, known),
            read_word_list(documents.by_name[key])
            if (key := ("woordenlijsten", "moeilijke-woorden")) in documents.by_name
            else {},
        )
    return network, tuple(sorted(documents.problems))


def _names(documents: _Documents) -> Names:
    """Spellings and labels before anything is validated: the name of each file and each word of a list."""
    lists: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
    for folder in ("gemeenten", "locaties", "partners", "projecten"):
        lists[folder] = {
            stem: (_text(document.fields, "naam"), ()) for stem, document in documents.folder(folder).items()
        }
    for name in VOCABULARIES:
        document = documents.by_name.get(("woordenlijsten", name))
        lists[name] = (
            {key.text: _spelled(node) for key, node in document.fields.entries if isinstance(node, Block)}
            if document
            else {}
        )
    return Names(
        {name: spellings(names) for name, names in lists.items()},
        {name: {key: label or key for key, (label, _) in names.items()} for name, names in lists.items()},
    )


def _text(block: Block, key: str) -> str:
    return next(
        (" ".join(node.text.split()) for name, node in block.entries if name.text == key and isinstance(node, Scalar)),
        "",
    )


def _spelled(block: Block) -> tuple[str, tuple[str, ...]]:
    also = next((node for name, node in block.entries if name.text == "ook"), None)
    items = also.items if isinstance(also, Sequence) else (also,)
    return _text(block, "naam"), tuple(" ".join(item.text.split()) for item in items if isinstance(item, Scalar))


def _vocabularies(documents: _Documents, names: Names) -> dict[str, dict[str, Term]]:
    vocabularies: dict[str, dict[str, Term]] = {}
    for name in VOCABULARIES:
        document = documents.by_name.get(("woordenlijsten", name))
        if document is not None:
            reader = Reader(document.path, names)
            vocabularies[name] = read_vocabulary(document, reader)
            documents.problems.extend(reader.problems)
    return vocabularies


def _all(
    documents: _Documents, names: Names, folder: str, table: Table, build: Callable[..., Value]
) -> dict[str, Value]:
    return {
        stem: build(slug=stem, **values)
        for stem, document in documents.folder(folder).items()
        if (values := _values(documents, names, document, table)) is not None
    }


def _municipalities(documents: _Documents, names: Names) -> dict[str, Municipality]:
    """Those of which all fields could be read; a colour that reads badly is a problem, but no reason to lose a site."""
    municipalities: dict[str, Municipality] = {}
    for stem, document in documents.folder("gemeenten").items():
        reader = Reader(document.path, names)
        record = read_record(reader, tables.MUNICIPALITY, document.fields)
        if not any(is_fault(problem.rule) for problem in reader.problems):
            municipalities[stem] = read_municipality(stem, record, reader)
        documents.problems.extend(reader.problems)
    return municipalities


def _values(documents: _Documents, names: Names, document: Document, table: Table) -> dict[str, Any] | None:
    reader = Reader(document.path, names)
    record = read_record(reader, table, document.fields)
    documents.problems.extend(reader.problems)
    return None if any(is_fault(problem.rule) for problem in reader.problems) else record.values


def _organisation(documents: _Documents, names: Names, partners: dict[str, Partner]) -> Organisation | None:
    document = documents.by_name.get(("", "organisatie"))
    if document is None:
        documents.problems.append(
            Problem(
                FilePosition("content/organisatie.yaml"),
                "ontbrekend-veld",
                "Het bestand content/organisatie.yaml ontbreekt.",
                "Maak het, met in elk geval: naam, website, domein, tijdzone en organisator.",
            )
        )
        return None
    values = _values(documents, names, document, tables.ORGANISATION)
    if values is None:
        return None
    if values["organizer"] not in partners:
        reader = Reader(document.path, names)
        node = next((value for key, value in document.fields.entries if key.text == "organisator"), document.fields)
        reader.report(
            node,
            Fault(
                "onbekende-partner",
                f"De partner {quote(values['organizer'])} staat niet in content/partners/.",
                "Maak dat bestand eerst.",
            ),
        )
        documents.problems.extend(reader.problems)
        return None
    return Organisation(**values)


def _holidays(documents: _Documents, names: Names) -> HolidayCalendar:
    public = _one(documents, names, ("kalender", "feestdagen"), tables.PUBLIC_HOLIDAYS)
    closed = tuple(
        (each.values["day"], each.values["name"])
        for each in public.get("closed_days", ())
        if {"day", "name"} <= each.values.keys()
    )
    return HolidayCalendar(
        _school(documents, names), frozenset(name.lower() for name in public.get("open_names", ())), closed
    )


def _one(documents: _Documents, names: Names, key: tuple[str, str], table: Table) -> dict[str, Any]:
    document = documents.by_name.get(key)
    return (_values(documents, names, document, table) or {}) if document else {}


def _school(documents: _Documents, names: Names) -> tuple[SchoolHoliday, ...]:
    document = documents.by_name.get(("kalender", "schoolvakanties"))
    if document is None:
        return ()
    reader = Reader(document.path, names)
    holidays: list[SchoolHoliday] = []
    blocks = [
        item
        for _, node in document.fields.entries
        if isinstance(node, Sequence)
        for item in node.items
        if isinstance(item, Block)
    ]
    for block in blocks:
        values = read_record(reader, tables.SCHOOL_HOLIDAY, block).values
        if {"name", "region", "first", "last"} <= values.keys():
            holidays.append(SchoolHoliday(**values))
    documents.problems.extend(reader.problems)
    return tuple(holidays)
