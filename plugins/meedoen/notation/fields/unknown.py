"""Keys and names that do not exist: what was probably meant, or what there is to choose from."""

from __future__ import annotations

from typing import Any

from meedoen.language.problems import Fault
from meedoen.language.suggestion import nearest_name, nearest_word
from meedoen.language.wording import quote
from meedoen.notation.fields.reader import Reader
from meedoen.notation.schema.field import Field, Table
from meedoen.notation.text.tree import Scalar

_ENGLISH = frozenset((
    "title", "name", "summary", "description", "text", "body", "image", "photo", "picture", "date", "time",
    "start", "end", "start-date", "end-date", "enddate", "all-day", "allday", "recurrence", "repeat",
    "until", "count", "except", "also", "changes", "overrides", "location", "place", "venue", "address",
    "room", "organizer", "organiser", "host", "with", "audience", "age", "ages", "language", "languages",
    "level", "price", "cost", "registration", "signup", "sign-up", "register", "tickets", "accessibility",
    "help", "reason", "state", "status-code", "hidden", "draft", "featured", "highlight", "theme",
    "category", "categories", "tags", "skill", "skills", "project", "projects", "programme", "schedule",
    "municipality", "city", "url",
))  # fmt: skip
_UNKNOWN = {
    "locaties": ("onbekende-locatie", "de locatie"),
    "partners": ("onbekende-partner", "de organisatie"),
    "gemeenten": ("onbekende-gemeente", "de gemeente"),
    "projecten": ("onbekend-project", "het project"),
}
_NEW = {
    "locaties": " Staat de plek er nog niet bij? Typ dan adres: in plaats van locatie:",
    "partners": " Is de organisatie nieuw? Dan voegt de bibliotheek die toe.",
}


def plain_key(text: str) -> str:
    """Takes a key; gives it in the form of the tables: lower case, with hyphens."""
    return text.strip().lower().replace("_", "-").replace(" ", "-")


def report_key(reader: Reader, table: Table, key: Scalar) -> str:
    """Takes a key that is not in the table; reports it, and gives the one that was probably meant."""
    word = plain_key(key.text)
    meant = table.synonyms.get(word) or table.synonyms.get(key.text.strip().lower())
    near = meant.key if meant else nearest_word(word, table.by_key)
    if word in _ENGLISH and meant:
        fault = Fault(
            "engelse-sleutel",
            f"{quote(key.text)} is Engels. De velden hebben een Nederlandse naam.",
            f"Typ: {near}:",
        )
    else:
        hint = (
            f"Bedoelde je: {near}?"
            if near
            else "In docs/velden.md staan alle velden. Hoort deze regel bij de tekst? Zet hem dan onder de kop."
        )
        fault = Fault("onbekende-sleutel", f"Het veld {quote(key.text)} ken ik niet.", hint)
    reader.report(key, fault)
    return near


def report_reference(reader: Reader, row: Field, node: Scalar, text: str) -> Any:
    """Takes a name that is not in its list; reports it, and gives the marker for a value that is not there."""
    rule, what = _UNKNOWN.get(row.vocabulary, ("onbekend-woord", "het woord"))
    labels = reader.names.labels.get(row.vocabulary, {})
    near = nearest_name(text, labels)
    if near:
        hint = f"Bedoelde je: {near} ({labels[near]})?{_NEW.get(row.vocabulary, '')}"
    elif 0 < len(labels) <= 12:
        hint = "Kies uit: " + ", ".join(labels.values()) + "."
    else:
        hint = f"Kijk in content/{_folder(row.vocabulary)} welke er zijn.{_NEW.get(row.vocabulary, '')}"
    label = f"{what} ken ik niet"
    return reader.report(node, Fault(rule, f"{what.capitalize()} {quote(text)} staat niet in de lijst.", hint, label))


def _folder(vocabulary: str) -> str:
    return f"{vocabulary}/" if vocabulary in _UNKNOWN else f"woordenlijsten/{vocabulary}.yaml"
