"""Fields whose value is more than one text: prices per visitor, exceptions of a series, a point, named texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from meedoen.language.problems import Fault
from meedoen.language.slug import slugify
from meedoen.language.wording import quote
from meedoen.notation.fields import parsers
from meedoen.notation.fields.reader import MISSING, MOST_ITEMS, Missing, Reader, items_of
from meedoen.notation.fields.values import Exceptions, PriceLine
from meedoen.notation.schema.field import Field
from meedoen.notation.text.tree import Mapping as Block
from meedoen.notation.text.tree import Node, Scalar, Sequence
from meedoen.notation.time.dates import parse_date_range


def read_prices(reader: Reader, row: Field, node: Node) -> Any:
    """Takes a field with one price, or a line for each kind of visitor; gives the prices. Faults are reported."""
    if isinstance(node, Scalar):
        price = parsers.parse_price(node.text.strip())
        return reader.report(node, price) if isinstance(price, Fault) else price
    blocks = node.items if isinstance(node, Sequence) else (node,)
    lines: list[PriceLine] = []
    for block in blocks:
        if not isinstance(block, Block):
            return reader.report(
                block,
                Fault(
                    "verkeerde-vorm",
                    "Bij meer prijzen staat voor elke prijs voor wie die is.",
                    "Typ bijvoorbeeld: - leden: 5 euro",
                ),
            )
        for label, amount in block.entries[:MOST_ITEMS]:
            cents = (
                parsers.parse_money(amount.text.strip())
                if isinstance(amount, Scalar)
                else Fault(
                    "prijs-onleesbaar",
                    "Deze prijs kan ik niet lezen.",
                    "Typ bijvoorbeeld: gratis, 5 euro of € 7,50",
                )
            )
            if isinstance(cents, Fault):
                return reader.report(amount, cents)
            lines.append(PriceLine(" ".join(label.text.split())[:60], cents))
    return tuple(lines) if lines else MISSING


def read_exceptions(reader: Reader, row: Field, node: Node) -> Any:
    """Takes a field with dates, periods, `feestdagen` or `schoolvakanties`; gives when a series does not happen.

    Faults are reported.
    """
    items = items_of(reader, row.key, node)
    if isinstance(items, Missing):
        return MISSING
    spans: list[tuple[date, date]] = []
    words: set[str] = set()
    for item in items:
        if not isinstance(item, Scalar):
            reader.report(
                item,
                Fault(
                    "behalve-onleesbaar",
                    "Bij “behalve” staan datums, periodes, feestdagen of schoolvakanties.",
                    f"Typ bijvoorbeeld: behalve: {row.example}",
                ),
            )
            continue
        text = item.text.strip()
        word = slugify(text).removeprefix("op-").removeprefix("in-").removeprefix("de-")
        if word in {"feestdagen", "feestdag", "schoolvakanties", "schoolvakantie", "vakanties"}:
            words.add("public" if word.startswith("feest") else "school")
            continue
        span = parse_date_range(text)
        if isinstance(span, Fault):
            fault = (
                span
                if span.rule != "datum-onleesbaar"
                else Fault(
                    "behalve-onleesbaar",
                    f"{quote(text)} is geen datum of periode.",
                    "Typ een datum, een periode (21 december 2026 t/m 3 januari 2027), feestdagen of schoolvakanties.",
                )
            )
            reader.report(item, fault)
            continue
        spans.append(span)
    return Exceptions(tuple(sorted(set(spans))), "public" in words, "school" in words)


def read_point(reader: Reader, row: Field, node: Node) -> Any:
    """Takes a field with two numbers; gives latitude and longitude. Faults are reported."""
    try:
        if isinstance(node, Sequence) and len(node.items) == 2:
            lat, lon = (float(item.text) for item in node.items if isinstance(item, Scalar))
            if -90 <= lat <= 90 and -180 <= lon <= 180:
                return (lat, lon)
    except ValueError:
        pass
    return reader.report(
        node,
        Fault(
            "geen-getal",
            "Een punt op de kaart bestaat uit twee getallen: breedte en lengte.",
            f"Typ bijvoorbeeld: {row.key}: {row.example}",
        ),
    )


def read_texts(reader: Reader, row: Field, node: Node) -> Any:
    """Takes a field with a text for each name, such as a day of the week; gives name → text. Faults are reported."""
    if not isinstance(node, Block):
        return reader.report(
            node,
            Fault(
                "verkeerde-vorm",
                f"In het veld {quote(row.key)} staat per regel een woord met een tekst.",
                f"Typ bijvoorbeeld: {row.key}: {row.example}",
            ),
        )
    return {
        key.text: " ".join(value.text.split())[: row.longest or None]
        for key, value in node.entries
        if isinstance(value, Scalar)
    }
