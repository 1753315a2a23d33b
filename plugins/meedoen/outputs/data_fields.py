"""The fields of `activiteiten.json`, in the order in which they stand there: the source of its schema and its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meedoen.notation.schema.activity_table import ACTIVITY as FIELDS

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Property:
    """One field of the data. `meaning` is for people; `required` says that it is always there."""

    name: str
    schema: Schema
    meaning: str
    required: bool = False


def record(*properties: Property) -> Schema:
    """The schema of an object with these fields. Others may come later, so they are not forbidden."""
    return {
        "type": "object",
        "properties": {each.name: {"description": each.meaning, **each.schema} for each in properties},
        "required": [each.name for each in properties if each.required],
    }


TEXT: Schema = {"type": "string", "minLength": 1}
URL: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
UTC: Schema = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
# A date for all day, else a time with its offset.
MOMENT: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$"}
NUMBER: Schema = {"type": "integer", "minimum": 0}

_NAMED = record(
    Property("id", TEXT, "Kort kenmerk; het verandert niet.", required=True),
    Property("name", TEXT, "De naam die mensen zien.", required=True),
)
_LIST = {"type": "array", "items": _NAMED, "minItems": 1}

ADDRESS = (
    Property("streetAddress", TEXT, "Straat en nummer."),
    Property("postalCode", TEXT, "Postcode."),
    Property("addressLocality", TEXT, "Dorp of stad."),
)
GEO = (
    Property("latitude", {"type": "number", "minimum": -90, "maximum": 90}, "Noorderbreedte (WGS 84).", required=True),
    Property("longitude", {"type": "number", "minimum": -180, "maximum": 180}, "Oosterlengte (WGS 84).", required=True),
)
PLACE = (
    Property("id", TEXT, "Kort kenmerk; een plek die maar bij één activiteit hoort, heeft er geen."),
    Property("name", TEXT, "Naam van de plek.", required=True),
    Property("address", record(*ADDRESS), "Het adres."),
    Property("geo", record(*GEO), "Het punt op de kaart."),
)
OFFER = (
    Property("name", TEXT, "Voor wie deze prijs is. Ontbreekt als hij voor iedereen is."),
    Property("price", {"type": "string", "pattern": r"^\d+\.\d\d$"}, "Bedrag met twee decimalen.", required=True),
    Property("priceCurrency", {"const": "EUR"}, "Altijd `EUR`.", required=True),
)
REGISTRATION = (
    Property("required", {"type": "boolean"}, "Moet je je aanmelden?", required=True),
    Property("url", URL, "Waar je je aanmeldt."),
    Property("validFrom", DATE, "Eerste dag waarop dat kan."),
    Property("validThrough", DATE, "Laatste dag waarop dat kan."),
)
IMAGE = (
    Property("url", URL, "Het plaatje (WebP).", required=True),
    Property("width", NUMBER, "Breedte in beeldpunten.", required=True),
    Property("height", NUMBER, "Hoogte in beeldpunten.", required=True),
    Property("caption", TEXT, "Wat er te zien is."),
    Property("creditText", TEXT, "Wie het maakte."),
    Property("license", TEXT, "Onder welke licentie. Staat er niets? Vraag het de organisatie."),
)
_LOCATION = record(*PLACE)
_ONLINE = record(Property("url", URL, "De link. Ontbreekt als je hem krijgt na aanmelding."))

STATUSES = ("EventScheduled", "EventRescheduled", "EventCancelled", "EventPostponed", "EventMovedOnline")
MODES = ("OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode")
SCHEMA_ORG = "https://schema.org/"


def _one_of(names: tuple[str, ...]) -> Schema:
    return {"enum": [SCHEMA_ORG + name for name in names]}


OCCURRENCE = (
    Property("startDate", MOMENT, "Begin, met het verschil met UTC. Alleen een datum: de hele dag.", required=True),
    Property("endDate", MOMENT, "Einde; bij een hele dag de laatste dag. Ontbreekt als het niet bekend is."),
    Property("eventStatus", _one_of(STATUSES), "Gaat het door? Zie hieronder.", required=True),
    Property("previousStartDate", MOMENT, "Het oude begin, als de datum of de tijd is veranderd."),
    Property("reason", TEXT, "Waarom het anders is, in de woorden van de organisatie."),
    Property("name", TEXT, "De titel, als die op deze datum anders is."),
    Property("location", {"anyOf": [_LOCATION, {"type": "null"}]}, "De plek, als die anders is; `null`: geen plek."),
    Property("room", {"type": "string"}, "De ruimte, als die anders is."),
    Property("virtualLocation", _ONLINE, "Online meedoen, als dat op deze datum anders is."),
    Property("eventAttendanceMode", _one_of(MODES), "Op een plek, online of allebei, als dat anders is."),
    Property("remainingAttendeeCapacity", {"const": 0}, "`0` als het vol is."),
)
AS_WRITTEN = tuple(row for row in FIELDS if row.data and row.kind == "line")
"""The fields of an activity that stand in the data as they were written."""
BESIDE = tuple(row for row in AS_WRITTEN if row.data not in ("name", "summary", "room"))
"""Those without a place among other properties: they stand together, before the picture."""


def _meaning(name: str) -> str:
    return next(row.data_meaning for row in AS_WRITTEN if row.data == name)


ACTIVITY = (
    Property("id", TEXT, "Kenmerk van de activiteit; het verandert nooit.", required=True),
    Property("uid", TEXT, "Hetzelfde kenmerk als in de kalenders (`UID`).", required=True),
    Property("url", URL, "De pagina van de activiteit op deze site.", required=True),
    Property("name", TEXT, _meaning("name"), required=True),
    Property("summary", TEXT, _meaning("summary")),
    Property("description", TEXT, "De hele tekst, zonder opmaak."),
    Property("inLanguage", {"type": "array", "items": TEXT}, "De talen die er gesproken worden (BCP 47)."),
    Property("audience", _LIST, "Voor wie."),
    Property("typicalAgeRange", {"type": "string", "pattern": r"^\d+-\d*$"}, "Leeftijd in jaren: `4-12`, `18-`."),
    Property("themes", _LIST, "Onderwerpen."),
    Property("coreFunction", _NAMED, "De kernfunctie van de bibliotheek (Wsob, artikel 5)."),
    Property("programmeLine", _NAMED, "De programmalijn."),
    Property("organizer", _NAMED, "Wie het organiseert.", required=True),
    Property("contributor", _LIST, "Wie er meehelpen."),
    Property("location", _LOCATION, "De gewone plek. Ontbreekt als het alleen online is."),
    Property("room", TEXT, _meaning("room")),
    Property("virtualLocation", _ONLINE, "Je kunt online meedoen."),
    Property("eventAttendanceMode", _one_of(MODES), "Op een plek, online of allebei.", required=True),
    Property("offers", {"type": "array", "items": record(*OFFER), "minItems": 1}, "Wat het kost."),
    Property("isAccessibleForFree", {"type": "boolean"}, "Is het gratis? Ontbreekt als het niet bekend is."),
    Property("registration", record(*REGISTRATION), "Aanmelden."),
    Property("maximumAttendeeCapacity", NUMBER, "Voor hoeveel mensen er plek is."),
    Property("accessibility", _LIST, "Toegankelijkheid."),
    *(Property(row.data, TEXT, row.data_meaning or row.explanation) for row in BESIDE),
    Property("image", record(*IMAGE), "Een plaatje."),
    Property("dateCreated", UTC, "Sinds wanneer het in de agenda staat."),
    Property("dateModified", UTC, "Wanneer er het laatst iets veranderde."),
    Property(
        "occurrences", {"type": "array", "items": record(*OCCURRENCE), "minItems": 1}, "Elke keer.", required=True
    ),
)
PUBLISHER = (
    Property("name", TEXT, "De bibliotheekorganisatie.", required=True),
    Property("url", URL, "Haar website.", required=True),
)
DATASET = (
    Property("name", TEXT, "Naam van de agenda.", required=True),
    Property("url", URL, "De site.", required=True),
    Property("inLanguage", {"const": "nl"}, "De taal van de teksten, meestal.", required=True),
    Property("publisher", record(*PUBLISHER), "Van wie de gegevens komen.", required=True),
    Property("dateModified", UTC, "De laatste wijziging van een activiteit in dit bestand."),
    Property("activities", {"type": "array", "items": record(*ACTIVITY)}, "Elke activiteit, op `id`.", required=True),
)
