"""What one version of a file means to a calendar: two versions with the same trace look the same to a subscriber.

A version is read without the rest of the content of its time, so that it can be remembered by its blob alone: what it
refers to is noted by name. Whether *that* changed is found in the history of the file that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from meedoen.agenda.facet import chosen_by
from meedoen.agenda.occurrence import occurrences
from meedoen.content.layout import REFERENCED, FileKind, kind_of
from meedoen.history.plain_references import plain_references
from meedoen.language.slug import is_name, slugify
from meedoen.notation.schema import ACTIVITY
from meedoen.notation.schema.content_tables import MUNICIPALITY, ORGANISATION, PARTNER, PLACE, TERM
from meedoen.notation.schema.field import Table
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.tree import Mapping as Block
from meedoen.notation.text.tree import Node, Scalar, Sequence
from meedoen.outputs.calendar.event import Events, Stamp
from meedoen.programme.activity import Activity, Home, read_activity

Values = tuple[tuple[str, str], ...]
_TABLES = {"gemeenten": MUNICIPALITY, "locaties": PLACE, "partners": PARTNER}
_STAMP = Stamp(domain="meedoen", url="https://meedoen")
_REFERRED = REFERENCED - {FileKind.PROJECT}
_HOLIDAYS = ("feestdag", "vakantie")


@dataclass(frozen=True, slots=True)
class ActivityFingerprint:
    """One version of an activity. `digest` is empty when nothing of it is shown; neither its id nor the names of what
    it refers to are in it.

    `core` stays the same when a text is corrected: what it is called and when it starts. `refers` are the records by
    which it looks different when they change (`locaties/bibliotheek-dorp`); `values` are its facets (`doelgroep`,
    `18-plus`) as the file spells them; `sites` the municipalities that it chooses itself. `differing` are the
    dates with a change, as in ISO 8601.
    """

    id: str
    digest: str
    refers: tuple[str, ...]
    values: Values = ()
    sites: tuple[str, ...] = ()
    core: str = ""
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceFingerprint:
    """One version of what activities refer to: the name it is kept under, a digest, and what it refers to itself.

    `sites` are the municipalities of a place or a partner; a word is for all.
    """

    key: str
    digest: str
    refers: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def is_activity(path: str) -> bool:
    """Takes a path within `content/`; gives whether this path (within `content/`) is one that the build reads as an
    activity.
    """
    return _kind(path) is FileKind.ACTIVITY


def is_reference_file(path: str) -> bool:
    """Takes a path within `content/`; gives whether this path (within `content/`) holds something by which an activity
    can look different.
    """
    return _kind(path) in _REFERRED


@lru_cache(maxsize=1 << 15)
def _kind(path: str) -> FileKind | None:
    """The kind of a file; a history asks for the same paths in commit after commit."""
    return kind_of(f"content/{path}")


def activity_fingerprint(path: str, data: bytes) -> ActivityFingerprint:
    """Takes the path and the bytes of an activity file; gives its fingerprint; of one that cannot be read
    its very bytes count.
    """
    home = Home.of(f"content/{path}")
    document = parse_document(f"content/{path}", data)
    if isinstance(document, tuple):
        return ActivityFingerprint(f"{home.folder}-{home.stem}", f"!{_digest(data)}", ())
    sites = tuple(slugify(each) for each in _texts(_field(document.fields, ACTIVITY, "municipalities")))
    refers = tuple(sorted(set(_references(document, home.folder))))
    activity, _ = read_activity(document, plain_references(home.folder))
    if activity is None:
        return ActivityFingerprint(_id(document, home), f"!{_digest(data)}", refers, (), sites)
    core = _digest(f"{activity.name} {activity.schedule.first}".encode())
    if activity.hidden:
        return ActivityFingerprint(activity.id, "", (), _values(activity), sites, core)
    nameless = replace(activity, id="meedoen")
    stamp = replace(_STAMP, image=activity.image.file) if activity.image else _STAMP
    digest = _digest(Events(nameless, occurrences(nameless), stamp).all)
    differing = tuple(each.day.isoformat() for each in activity.changes)
    return ActivityFingerprint(activity.id, digest, refers, _values(activity), sites, core, differing)


def reference_fingerprints(path: str, data: bytes) -> dict[str, ReferenceFingerprint]:
    """Takes the path and the bytes of a file that activities refer to; gives name → record of a file that activities
    refer to, by every name that they can use (`doelgroepen/volwassenen`).
    """
    folder, _, name = path.rpartition("/")
    document = parse_document(f"content/{path}", data)
    stem = name.rpartition(".")[0]
    if isinstance(document, tuple):
        return {}
    if path == "organisatie.yaml":
        return {"organisatie": ReferenceFingerprint("organisatie", _shown(document.fields, ORGANISATION))}
    if folder == "kalender":
        return {path: ReferenceFingerprint(path, _digest(_canonical(document.fields)))}
    if folder == "woordenlijsten":
        records = (_records(f"{stem}/{key.text}", node, TERM) for key, node in document.fields.entries)
        return {each: record for part in records for each, record in part.items()}
    return _records(f"{folder}/{stem}", document.fields, _TABLES[folder])


def _records(key: str, node: Node, table: Table) -> dict[str, ReferenceFingerprint]:
    if not isinstance(node, Block):
        return {}
    list_name, _, slug = key.partition("/")
    also = (_field(node, table, "name"), _field(node, table, "aliases"))
    names = (slug, *(word for each in also for word in _texts(each)))
    refers = tuple(f"toegankelijkheid/{slugify(word)}" for word in _texts(_field(node, table, "accessibility")))
    towns = (_field(node, table, "municipality"), _field(node, table, "municipalities"))
    sites = tuple(slugify(word) for each in towns for word in _texts(each))
    record = ReferenceFingerprint(key, _shown(node, table), refers, sites)
    return {f"{list_name}/{slugify(each)}": record for each in names if slugify(each)}


def _shown(block: Block, table: Table) -> str:
    """A digest of the fields that a calendar shows or goes by: those with a property of RFC 5545 in the table."""
    parts = ((row.key, _canonical(node)) for key, node in block.entries if (row := _row(table, key.text)) and row.ical)
    return _digest(repr(sorted(parts)).encode())


def _canonical(node: Node | None) -> bytes:
    """The node without its form: quotes, comments, the order of keys and the places of all that are gone."""
    if isinstance(node, Block):
        return repr(sorted((key.text, _canonical(value)) for key, value in node.entries)).encode()
    if isinstance(node, Sequence):
        return repr([_canonical(each) for each in node.items]).encode()
    return " ".join(node.text.split()).encode() if node else b""


def _row(table: Table, key: str) -> Any:
    return table.by_key.get(key) or table.synonyms.get(key)


def _field(block: Block, table: Table, attribute: str) -> Node | None:
    nodes = (node for key, node in block.entries if (row := _row(table, key.text)) and row.attribute == attribute)
    return next(nodes, None)


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.text,)
    return tuple(each.text for each in node.items if isinstance(each, Scalar)) if isinstance(node, Sequence) else ()


def _references(document: Document, folder: str) -> Iterator[str]:
    yield "organisatie"
    yield f"gemeenten/{folder}"
    yield from _named(document.fields, ACTIVITY)
    for text in _texts(_field(document.fields, ACTIVITY, "exceptions")):
        if any(word in text.lower() for word in _HOLIDAYS):
            yield "kalender/feestdagen.yaml" if "feest" in text.lower() else "kalender/schoolvakanties.yaml"


def _named(block: Block, table: Table, *, shown: bool = False) -> Iterator[str]:
    """The records that the fields refer to which a calendar shows; `shown`: all of these are."""
    for key, node in block.entries:
        row = _row(table, key.text)
        if row is None or not (shown or row.ical):
            continue
        if row.kind == "reference":
            yield from (f"{row.vocabulary}/{slugify(text)}" for text in _texts(node))
        elif row.parts is not None:
            items = node.items if isinstance(node, Sequence) else (node,)
            for item in items:
                if isinstance(item, Block):
                    yield from _named(item, row.parts, shown=True)


def _values(activity: Activity) -> Values:
    return tuple((folder, slug) for folder, slugs in chosen_by(activity).items() for slug in sorted(slugs) if slug)


def _id(document: Document, home: Home) -> str:
    identifiers = _texts(_field(document.fields, ACTIVITY, "id"))
    return identifiers[0] if identifiers and is_name(identifiers[0]) else f"{home.folder}-{home.stem}"


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()
