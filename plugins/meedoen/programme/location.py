"""Where an activity is, whose site shows it, and whether its file stands in the right folder."""

from __future__ import annotations

from dataclasses import dataclass

from meedoen.content import layout
from meedoen.language.problems import Fault
from meedoen.language.suggestion import nearest_name
from meedoen.language.wording import quote
from meedoen.notation.fields.reader import Reader, Record
from meedoen.programme.place import Place
from meedoen.programme.resolver import Resolver

REGION = layout.REGION


@dataclass(frozen=True, slots=True)
class Location:
    """The place (None when only online), the sites that show it, whose school holidays hold, and the time zone."""

    place: Place | None
    municipalities: tuple[str, ...]
    home: str
    zone: str


def resolve_location(record: Record, reader: Reader, resolver: Resolver, folder: str) -> Location:
    """Takes the fields of an activity, the reader, the resolver and its folder; gives place and sites of an activity in
    this folder. What does not fit together is reported.

    A file in the folder of a municipality belongs to that municipality alone, so that its reviewers decide what their
    site shows. A file in `regio` is shown in `gemeenten`, or everywhere, and where its place lies.
    """
    place = _place(record, reader, resolver, folder)
    if place is None and all(record.absent(attribute) for attribute in ("place", "address", "online")):
        key = record.keys.get("day") or next(iter(record.keys.values()), None)
        reader.report(
            key or record.block,
            Fault(
                "geen-plek",
                "Er staat niet bij waar het is.",
                "Voeg een regel toe, bijvoorbeeld: locatie: bibliotheek-… Of: adres: … Of: online: link na aanmelding",
            ),
        )
    if folder != REGION:
        _check_folder(record, reader, resolver, folder, place)
        return Location(place, (folder,), folder, resolver.zone(folder))
    chosen: tuple[str, ...] = record.get("municipalities", ())
    also = (place.municipality,) if chosen and place and place.municipality else ()
    ordered = resolver.sites((*chosen, *also))
    home = (place.municipality if place else "") or (ordered[0] if chosen else "")
    return Location(place, ordered, home or ordered[0], resolver.zone(home))


def resolve_change_place(record: Record, reader: Reader, resolver: Resolver, folder: str) -> Place | None:
    """Takes a change, the reader, the resolver and the folder; gives the other place of one date, in the same
    municipality as the folder.
    """
    key = record.get("place")
    if key is None:
        return None
    place = resolver.place(key)
    if folder not in (REGION, place.municipality):
        _report_folder(record, reader, resolver, folder, place, "place")
        return None
    return place


def _place(record: Record, reader: Reader, resolver: Resolver, folder: str) -> Place | None:
    key = record.get("place")
    if key is not None:
        if "address" in record.nodes:
            reader.report(
                record.keys["address"],
                Fault("overbodig-veld", "Er staat een locatie, en ook een adres.", "Haal één van de twee weg."),
            )
        return resolver.place(key)
    address = record.get("address")
    home = folder if folder != REGION else ""
    if isinstance(address, str):
        place = _from_line(address, home, resolver)
        if place.name:
            return place
        hint = "Typ bijvoorbeeld: adres: Speeltuin, Dorpsstraat 1, Dorp"
        reader.report(record.node("address"), Fault("ontbrekend-veld", "Er staat niet bij hoe de plek heet.", hint))
    if isinstance(address, Record) and "name" in address.values:
        values = {"municipality": home, **address.values}
        return Place("", **values)
    return None


def _from_line(line: str, home: str, resolver: Resolver) -> Place:
    """`Buurthuis De Brug, Kerkstraat 1, 3351 AB Dorp`: name first, then street, then town."""
    parts = [" ".join(part.split())[:100] for part in line.split(",")]
    name, middle, last = parts[0], parts[1:-1], parts[-1] if len(parts) > 1 else ""
    locality = last or (resolver.municipality(home).name if home else "")
    return Place("", name, municipality=home, street=", ".join(middle), locality=locality)


def _check_folder(record: Record, reader: Reader, resolver: Resolver, folder: str, place: Place | None) -> None:
    if "municipalities" in record.nodes and tuple(record.get("municipalities", ())) != (folder,):
        message = "Met “gemeenten” kies je waar een activiteit uit de map regio te zien is."
        hint = "Is het voor meer gemeenten? Zet het bestand dan in de map regio. Anders haal je deze regel weg."
        reader.report(record.keys["municipalities"], Fault("gemeente-te-veel", message, hint))
    if place and place.municipality and place.municipality != folder:
        _report_folder(record, reader, resolver, folder, place, "place" if place.slug else "address")


def _report_folder(
    record: Record, reader: Reader, resolver: Resolver, folder: str, place: Place, attribute: str
) -> None:
    here = resolver.municipality(folder).name
    there = resolver.municipality(place.municipality).name
    near = nearest_name(place.name, resolver.place_names(folder))
    meant = f" Of bedoelde je: {near}?" if near else ""
    reader.report(record.node(attribute), Fault(
        "verkeerde-map", f"{quote(place.name)} ligt in {there}, maar dit bestand staat in de map van {here}.",
        f"Zet het bestand in content/activiteiten/{place.municipality}/.{meant}"))  # fmt: skip
