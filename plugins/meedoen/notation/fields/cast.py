"""From the fields of one file to typed values, by the field table; everything wrong is collected with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from meedoen.language.problems import Fault
from meedoen.language.slug import slugify
from meedoen.language.wording import quote
from meedoen.notation.fields import parsers
from meedoen.notation.fields.account import parse_account, parse_folder
from meedoen.notation.fields.compound import read_exceptions, read_point, read_prices, read_texts
from meedoen.notation.fields.reader import MISSING, Missing, Reader, Record, items_of
from meedoen.notation.fields.unknown import plain_key, report_key, report_reference
from meedoen.notation.fields.values import ExtraDate
from meedoen.notation.schema.field import Field, Kind, Table
from meedoen.notation.text.tree import Mapping as Block
from meedoen.notation.text.tree import Node, Scalar
from meedoen.notation.time.clock import parse_clock, parse_times
from meedoen.notation.time.dates import parse_date
from meedoen.notation.time.recurrence import parse_end, parse_recurrence


def read_record(reader: Reader, table: Table, block: Block) -> Record:
    """Takes the reader of a file, a table and a block; gives all fields of the block.

    Unknown keys, missing fields and bad values are reported, never raised.
    """
    values: dict[str, Any] = {}
    nodes: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    nearly: set[str] = set()
    by_key = table.by_key
    outer = reader.several_days
    reader.several_days = "einddatum" in by_key and any(
        key.text == "einddatum" and getattr(node, "text", "") for key, node in block.entries
    )
    for key, node in block.entries:
        row = by_key.get(key.text) or by_key.get(plain_key(key.text))
        if row is None:
            if meant := report_key(reader, table, key):
                nearly.add(by_key[meant].attribute)
            continue
        if row.attribute in keys:
            first = keys[row.attribute].line
            message = f"Het veld {quote(row.key)} staat er twee keer. De eerste staat op regel {first}."
            reader.report(key, Fault("dubbele-sleutel", message, "Haal er één weg."))
            continue
        keys[row.attribute] = key
        if isinstance(node, Scalar) and not node.text.strip():
            if row.required:
                nodes[row.attribute] = node
                reader.report(
                    key,
                    Fault(
                        "leeg-veld",
                        f"Het veld {quote(row.key)} is leeg.",
                        f"Vul het in, bijvoorbeeld: {row.key}: {row.example}",
                    ),
                )
            continue
        nodes[row.attribute] = node
        value = _read(reader, row, node)
        if value is not MISSING:
            values[row.attribute] = value
    reader.several_days = outer
    for row in table.fields:
        if row.required and row.attribute not in keys and row.attribute not in nearly:
            here = block.entries[0][0] if block.entries else Scalar("", block.line, block.column, 0)
            reader.report(
                here,
                Fault(
                    "ontbrekend-veld",
                    f"Het veld {quote(row.key)} ontbreekt.",
                    f"Voeg een regel toe, bijvoorbeeld: {row.key}: {row.example}",
                ),
            )
    return Record(values, nodes, keys, block, frozenset(nearly))


def _read(reader: Reader, row: Field, node: Node) -> Any:
    special = _SPECIAL.get(row.kind)
    if special is not None:
        return special(reader, row, node)
    if not row.many:
        return _one(reader, row, node)
    items = items_of(reader, row.key, node)
    if isinstance(items, Missing):
        return MISSING
    values = [_one(reader, row, item) for item in items]
    good = [value for value in values if value is not MISSING]
    return tuple(dict.fromkeys(good)) if good or not values else MISSING


def _one(reader: Reader, row: Field, node: Node) -> Any:
    if not isinstance(node, Scalar):
        what = "losse velden" if isinstance(node, Block) else "lijst"
        message = f"In het veld {quote(row.key)} hoort één tekst, geen {what}."
        return reader.report(node, Fault("verkeerde-vorm", message, f"Typ bijvoorbeeld: {row.key}: {row.example}"))
    text = node.text.strip()
    if row.kind == "reference":
        spellings = reader.names.spellings.get(row.vocabulary, {})
        key = spellings.get(text) or spellings.get(slugify(text))
        return key if key is not None else report_reference(reader, row, node, text)
    if row.kind == "folder":
        value: Any = parse_folder(text, reader.names.spellings.get("gemeenten", {}))
    else:
        value = _PARSERS[row.kind](text, row)
    return reader.report(node, value) if isinstance(value, Fault) else value


def _record(reader: Reader, row: Field, node: Node) -> Any:
    assert row.parts is not None  # noqa: S101 - a row of this kind without parts is our own mistake
    if row.many:
        items = items_of(reader, row.key, node)
        if isinstance(items, Missing):
            return MISSING
        return tuple(record for item in items if (record := _block(reader, row, item)) is not MISSING)
    return _block(reader, row, node)


def _block(reader: Reader, row: Field, node: Node) -> Any:
    assert row.parts is not None  # noqa: S101
    if not isinstance(node, Block):
        first = row.parts.fields[0]
        message = f"In het veld {quote(row.key)} horen losse velden, zoals {quote(first.key)}."
        return reader.report(node, Fault("verkeerde-vorm", message, f"Typ bijvoorbeeld: {row.key}: {row.example}"))
    return read_record(reader, row.parts, node)


def _scalar_or_block(reader: Reader, row: Field, node: Node) -> Any:
    """Fields that may be one word or a block: aanmelden, adres, afbeelding. The word is given back as text."""
    return node.text.strip() if isinstance(node, Scalar) else _block(reader, row, node)


def _extra_dates(reader: Reader, row: Field, node: Node) -> Any:
    items = items_of(reader, row.key, node)
    if isinstance(items, Missing):
        return MISSING
    dates: list[ExtraDate] = []
    for item in items:
        if isinstance(item, Block):
            record = _block(reader, row, item)
            if record is not MISSING and "day" in record.values:
                dates.append(ExtraDate(record.values["day"], record.get("times")))
        elif isinstance(item, Scalar):
            day = parse_date(item.text.strip())
            if isinstance(day, Fault):
                reader.report(item, day)
            else:
                dates.append(ExtraDate(day))
        else:
            reader.report(
                item,
                Fault(
                    "verkeerde-vorm",
                    "Bij “ook” staat een lijst met datums.",
                    f"Typ bijvoorbeeld: ook: {row.example}",
                ),
            )
    return tuple(dict.fromkeys(dates))


def _times(reader: Reader, row: Field, node: Node) -> Any:
    if isinstance(node, Scalar) and reader.several_days:
        times = parse_times(node.text.strip(), several_days=True)
        return reader.report(node, times) if isinstance(times, Fault) else times
    return _one(reader, row, node)


_SPECIAL: dict[Kind, Callable[[Reader, Field, Node], Any]] = {
    "record": _record,
    "times": _times,
    "registration": _scalar_or_block,
    "address": _scalar_or_block,
    "image": _scalar_or_block,
    "price": read_prices,
    "exceptions": read_exceptions,
    "extra-dates": _extra_dates,
    "point": read_point,
    "texts": read_texts,
}
_PARSERS: dict[Kind, Callable[[str, Field], Any]] = {
    "line": lambda text, row: parsers.parse_line(text, row.longest),
    "text": lambda text, row: text if len(text) <= row.longest else parsers.parse_line(text, row.longest),
    "markdown": lambda text, row: text,
    "slug": lambda text, row: parsers.parse_slug(text),
    "date": lambda text, row: parse_date(text),
    "times": lambda text, row: parse_times(text),
    "clock": lambda text, row: parse_clock(text),
    "recurrence": lambda text, row: parse_recurrence(text),
    "end": lambda text, row: parse_end(text),
    "choice": lambda text, row: parsers.parse_choice(text, row.choices),
    "yes-no": lambda text, row: parsers.parse_yes_no(text),
    "number": lambda text, row: parsers.parse_number(text),
    "url": lambda text, row: parsers.parse_url(text),
    "phone": lambda text, row: parsers.parse_phone(text),
    "mail": lambda text, row: parsers.parse_mail(text),
    "price": lambda text, row: parsers.parse_price(text),
    "age": lambda text, row: parsers.parse_age(text),
    "online": lambda text, row: parsers.parse_online(text),
    "colour": lambda text, row: parsers.parse_colour(text),
    "zone": lambda text, row: parsers.parse_zone(text, row.example),
    "account": lambda text, row: parse_account(text),
}  # fmt: skip
