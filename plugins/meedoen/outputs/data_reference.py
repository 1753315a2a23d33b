"""What is to be read about `activiteiten.json`, from the table of its fields: the JSON Schema and docs/open-data.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from meedoen.notation.schema.json_schema import DIALECT
from meedoen.outputs import data_fields
from meedoen.outputs.data_fields import Property, record

_INTRODUCTION = """# Open data

<!-- Gemaakt met `meedoen documentatie`. Verander plugins/meedoen/outputs/data_fields.py of data_reference.py. -->

Elke site heeft een bestand `activiteiten.json`, naast de voorpagina: `https://…/activiteiten.json`. Er staat in wat
ook op de pagina's en in de kalenders staat, als gegevens. Je hebt er geen account voor nodig, en je mag het ophalen
vanaf een andere website (CORS). Vaker dan elk kwartier heeft geen zin. Vraag het op met de `ETag` van de vorige keer:
is er niets veranderd, dan is het antwoord kort (304).

Het bestand is UTF-8, met elke activiteit op een eigen regel, op volgorde van `id`. Namen komen van
[schema.org](https://schema.org/Event) waar die er zijn. Een veld dat niets zegt, ontbreekt. Er kunnen velden bij
komen; wat er staat, verandert niet van betekenis. Een programma kan het bestand controleren met het
[JSON Schema](schema/open-data.schema.json).

Er staan geen gegevens in van bezoekers, en er zijn geen velden voor telefoonnummers of mailadressen."""

_DATES = """Het bestand heeft de datums van 60 dagen terug tot 18 maanden vooruit (een instelling), met de activiteiten
van dan. De gewone titel, plek en ruimte staan bij de activiteit. Alleen wat op een datum anders is, staat bij die
datum.

| `eventStatus` | Betekenis |
| --- | --- |
| `https://schema.org/EventScheduled` | Het gaat door. |
| `https://schema.org/EventRescheduled` | Het gaat door, op een andere datum of tijd (`previousStartDate`: de oude). |
| `https://schema.org/EventCancelled` | Het gaat niet door. De datum blijft staan. |
| `https://schema.org/EventPostponed` | Het gaat niet door; er komt een nieuwe datum. |
| `https://schema.org/EventMovedOnline` | Het gaat door, maar alleen online. |"""

_LICENCE = """## Mag je dit gebruiken?

Bij meedoen hoort geen licentie voor de inhoud: de teksten zijn van de bibliotheek en van haar partners. Kijk op de
site bij “Over” en “Spelregels”, of vraag het de organisatie bij `publisher`. Noem de bron, en link naar `url`: daar
staat altijd het laatste nieuws. Voor een plaatje geldt wat bij `image` staat.

Begin je een eigen site? Kies dan een licentie en zet die op de pagina “Over”. Voor gegevens zoals datum, plek en
titel is [CC0](https://creativecommons.org/publicdomain/zero/1.0/deed.nl) gewoon bij overheden."""

_SECTIONS = (
    ("## Het bestand", "", data_fields.DATASET),
    ("## Een activiteit", "", data_fields.ACTIVITY),
    ("## Een datum (`occurrences`)", _DATES, data_fields.OCCURRENCE),
    ("## Een plek (`location`)", "", data_fields.PLACE),
    ("### Het adres (`address`)", "", data_fields.ADDRESS),
    ("### Het punt (`geo`)", "", data_fields.GEO),
    ("## Een prijs (`offers`)", "", data_fields.OFFER),
    ("## Aanmelden (`registration`)", "", data_fields.REGISTRATION),
    ("## Een plaatje (`image`)", "", data_fields.IMAGE),
)
_KINDS = {
    "string": "tekst",
    "array": "lijst",
    "object": "blok",
    "boolean": "`true` of `false`",
    "integer": "getal",
    "number": "getal",
}


def data_schema() -> dict[str, Any]:
    """The schema (2020-12) of the whole file."""
    return {"$schema": DIALECT, "title": "activiteiten.json", **record(*data_fields.DATASET)}


def data_page() -> str:
    """The text of docs/open-data.md."""
    parts = [_INTRODUCTION]
    for heading, text, properties in _SECTIONS:
        parts += [heading, *([text] if text else []), _table(properties)]
    return "\n\n".join([*parts, _LICENCE]) + "\n"


def _table(properties: Iterable[Property]) -> str:
    rows = [
        f"| `{each.name}` | {_kind(each)} | {'altijd' if each.required else ''} | {each.meaning} |"
        for each in properties
    ]
    return "\n".join(["| Veld | Soort | | Betekenis |", "| --- | --- | --- | --- |", *rows])


def _kind(each: Property) -> str:
    schema = each.schema
    if schema.get("format") == "uri":
        return "adres"
    if schema.get("format") == "date":
        return "datum"
    if schema.get("format") == "date-time":
        return "moment in UTC"
    if schema is data_fields.MOMENT:
        return "datum of moment"
    if "anyOf" in schema:
        return "blok"
    return _KINDS.get(schema.get("type", ""), "vaste waarde")
