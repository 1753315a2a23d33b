"""From the files in `content/nieuwsbrieven/` to editions and settled letters, with all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from meedoen.content.source import SourceFile
from meedoen.language.problems import Fault, FilePosition, Problem
from meedoen.language.rules import is_fault
from meedoen.language.suggestion import nearest_name
from meedoen.language.wording import day, list_of, quote
from meedoen.newsletter.archive import Archive, Spot
from meedoen.newsletter.draft import Draft
from meedoen.newsletter.lock import read_lock
from meedoen.newsletter.section import ListOrder, unknown_section
from meedoen.notation.fields.cast import read_record
from meedoen.notation.fields.reader import Names, Reader, Record
from meedoen.notation.schema.content_tables import NEWS_SECTIONS, NEWSLETTER
from meedoen.notation.text.document import parse_document
from meedoen.notation.text.tree import Node, Scalar, Sequence
from meedoen.programme.edition import Edition
from meedoen.programme.location import REGION
from meedoen.programme.network import Network

_LONG = timedelta(days=100)
_MOST_INTRO = 3_000


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    network: Network
    editions: dict[str, Edition] = field(default_factory=dict)
    locks: dict[str, Draft] = field(default_factory=dict)
    places: dict[Spot, FilePosition] = field(default_factory=dict)
    unlocked: dict[str, Edition] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_archive(
    files: Iterable[SourceFile], locks: Iterable[SourceFile], network: Network
) -> tuple[Archive, tuple[Problem, ...]]:
    """Takes the files of editions and of settled letters, and the network; gives the newsletters and their problems.

    One with a fault is left out; the others, and all sites, are as they are.
    """
    reading = _Reading(network)
    for file in locks:
        lock = read_lock(file.path, file.data)
        if isinstance(lock, Problem):
            reading.problems.append(lock)
        elif lock.edition.municipality in _known(network):
            reading.locks[file.stem] = lock
    for file in files:
        _read_file(reading, file)
    for edition in tuple(reading.editions.values()):
        _check_among_others(reading, edition)
    archive = Archive(reading.editions, reading.locks, reading.places, reading.unlocked)
    return archive, tuple(sorted(reading.problems))


def names_of(network: Network) -> Mapping[str, Mapping[str, str]]:
    """Takes the network; gives the names by which a letter groups: audiences, themes, places, and municipalities with
    the region.
    """
    vocabularies = network.vocabularies
    return {
        "doelgroep": {slug: each.name for slug, each in vocabularies.get("doelgroepen", {}).items()},
        "thema": {slug: each.name for slug, each in vocabularies.get("themas", {}).items()},
        "plek": {slug: each.name for slug, each in network.places.items()},
        "gemeente": _known(network),
    }


def _known(network: Network) -> dict[str, str]:
    region = network.organisation.region_name or network.organisation.name
    return {REGION: region} | {slug: each.name for slug, each in network.municipalities.items()}


def _read_file(reading: _Reading, file: SourceFile) -> None:
    document = parse_document(file.path, file.data)
    if isinstance(document, tuple):
        reading.problems.extend(document)
        return
    names, known = reading.network.names, _known(reading.network)
    spellings = {**names.spellings["gemeenten"], REGION: REGION}
    own = Names({**names.spellings, "gemeenten": spellings}, {**names.labels, "gemeenten": known})
    reader = Reader(file.path, own)
    record = read_record(reader, NEWSLETTER, document.fields)
    _check(record, reader, reading.network)
    reading.problems.extend(reader.problems)
    if any(is_fault(each.rule) for each in reader.problems):
        return
    values: dict[str, Any] = {"as_of": record.get("first"), **record.values}
    edition = Edition(slug=file.stem, path=file.path, **values)
    reading.editions[edition.slug] = edition
    for attribute, node in record.nodes.items():
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Scalar):
                value = item.text.strip() if attribute in ("highlights", "left_out") else ""
                reading.places.setdefault((edition.slug, attribute, value), reader.place(item))


def _check(record: Record, reader: Reader, network: Network) -> None:
    """What one edition can have wrong beyond its single fields."""
    _check_days(record, reader)
    if (intro := record.get("intro", "")) and len(intro) > _MOST_INTRO:
        message = f"De intro heeft {len(intro)} tekens. Er passen er {_MOST_INTRO:,}.".replace(",", ".")
        hint = "Maak hem korter: de activiteiten zijn het nieuws."
        reader.report(record.node("intro"), Fault("te-lang", message, hint))
    if record.get("most_in_section") == 0:
        hint = "Typ een getal vanaf 1, of haal de regel weg."
        reader.report(record.node("most_in_section"), Fault("geen-getal", "Met 0 past er niets in een stuk.", hint))
    order = ListOrder(names_of(network))
    for node in _items(record.node("sections")) if "sections" in record.values else ():
        key = node.text.strip()
        if key in record.get("sections", ()) and (near := unknown_section(key, order)) is not None:
            choices = f"Kies uit: {list_of(NEWS_SECTIONS, 'of')}. Eén doelgroep, thema of plek kan ook: thema/…"
            hint = f"Bedoelde je: {near}?" if near else choices
            reader.report(node, Fault("geen-keuze", f"Het stuk {quote(key)} ken ik niet.", hint))


def _check_days(record: Record, reader: Reader) -> None:
    first: date | None = record.get("first")
    last: date | None = record.get("last")
    as_of: date | None = record.get("as_of")
    if first and last and last < first:
        message = f"De laatste dag ({day(last)}) ligt voor de eerste ({day(first)})."
        hint = "Kijk allebei de datums na. Klopt het jaar?"
        reader.report(record.node("last"), Fault("einde-voor-begin", message, hint))
    elif as_of and last and as_of > last:
        message = f"De peildatum ({day(as_of)}) ligt na de laatste dag ({day(last)}). Dan is alles al voorbij."
        reader.report(record.node("as_of"), Fault("einde-voor-begin", message, "Kijk allebei de datums na."))
    elif first and last and last - first > _LONG:
        message = f"Deze nieuwsbrief gaat over {(last - first).days + 1} dagen."
        reader.report(record.node("last"), Fault("datum-ver-weg", message, "Kijk het jaar na."))


def _items(node: Node) -> Iterable[Scalar]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return [each for each in items if isinstance(each, Scalar)]


def _check_among_others(reading: _Reading, edition: Edition) -> None:
    """The previous edition exists, is one of the same readers and is older; a settled one has its letter."""
    fault, attribute = _previous_fault(reading, edition), "previous"
    if fault is None and edition.settled and edition.slug not in reading.locks:
        fault, attribute = _lock_fault(edition.slug), "settled"
        reading.unlocked[edition.slug] = edition
        if f"content/nieuwsbrieven/vastgelegd/{edition.slug}.json" in {each.place.path for each in reading.problems}:
            del reading.editions[edition.slug]  # what is wrong with its letter has been told
            return
    if fault is not None:
        place = reading.places.get((edition.slug, attribute, ""), FilePosition(edition.path))
        reading.problems.append(Problem(place, fault.rule, fault.message, fault.hint))
        del reading.editions[edition.slug]


def _lock_fault(slug: str) -> Fault:
    message = f"Deze nieuwsbrief is vastgesteld, maar wat er is verstuurd ontbreekt: vastgelegd/{slug}.json"
    hint = f"Haal dat bestand terug uit Git. Of typ: meedoen nieuwsbrief vastleggen {slug}"
    return Fault("vastgelegd-ontbreekt", message, hint)


def _previous_fault(reading: _Reading, edition: Edition) -> Fault | None:
    if not edition.previous:
        return None
    other = reading.editions.get(edition.previous)
    if other is None:
        if f"content/nieuwsbrieven/{edition.previous}.yaml" in {each.place.path for each in reading.problems}:
            return None
        near = nearest_name(edition.previous, {slug: slug for slug in reading.editions if slug != edition.slug})
        others = "Kijk in content/nieuwsbrieven/ welke er zijn, of haal de regel weg."
        hint = f"Bedoelde je: {near}?" if near else others
        return Fault("onbekende-nieuwsbrief", f"De nieuwsbrief {quote(edition.previous)} is er niet.", hint)
    hint = "Kies een oudere nieuwsbrief voor dezelfde lezers, of haal de regel weg."
    if (other.as_of, other.first) >= (edition.as_of, edition.first):
        return Fault("vorige-past-niet", f"{quote(other.slug)} is niet ouder dan deze nieuwsbrief.", hint)
    if (other.municipality, other.audience) != (edition.municipality, edition.audience):
        return Fault("vorige-past-niet", f"{quote(other.slug)} is voor andere lezers.", hint)
    return None
