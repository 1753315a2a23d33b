"""One field of the table as a field of the editor: which control, with which words and which limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from meedoen.notation.schema.field import Field, Kind, Table
from meedoen.programme.network import Network

Widget = dict[str, Any]

PLACES, PARTNERS = "locaties", "partners"
MOST_SHOWN = 200
"""Names in a list before somebody types."""
_TEXT_WITH_LINES = {"price", "texts", "text"}
_PATTERNS: Mapping[str, tuple[str, str]] = {
    "slug": ("^[a-z0-9]+(-[a-z0-9]+)*$", "Gebruik kleine letters, cijfers en streepjes."),
    "times": ("[0-9]", "Typ bijvoorbeeld: 10.00 - 11.30"),
    "number": ("^[0-9]{1,5}$", "Typ alleen cijfers."),
    "url": (r"^(https?://|www\.)\S+$", "Typ het hele adres, bijvoorbeeld: https://www.example.org"),
    "phone": ("^[+(0-9]", "Typ het nummer met het netnummer, bijvoorbeeld: 078 123 45 67"),
    "mail": (r"^\S+@\S+\.\S+$", "Typ het zo: info@example.org"),
    "point": (r"^-?[0-9.]+\s*,\s*-?[0-9.]+$", "Typ twee getallen, bijvoorbeeld: 51.83, 4.69"),
}
_FOLDER = re.compile(r",? uit (?:de lijst in )?`content/[a-z]+/`")
_BUTTONS = ["bold", "italic", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list", "quote"]


@dataclass(frozen=True, slots=True)
class EditorSetting:
    """In which the fields are filled in: the network, and the folder of the activities (empty for other files)."""

    network: Network
    folder: str = ""


def fields_of(table: Table, setting: EditorSetting) -> list[Widget]:
    """Takes a table and in which it is filled in; gives the fields of the editor for a table, in its order."""
    return [widget_of(row, setting) for row in table]


def widget_of(row: Field, setting: EditorSetting) -> Widget:
    """Takes a row and in which it is filled in; gives the field of the editor for one row: its name, words, control and
    limits.
    """
    widget: Widget = {"name": row.key, "label": _label(row), "required": row.required}
    if hint := _hint(row):
        widget["hint"] = hint
    return widget | _CONTROLS[row.kind](row, setting)


def _label(row: Field) -> str:
    return row.label or row.key.replace("-", " ").capitalize()


def _hint(row: Field) -> str:
    return f"{row.needed} {_explanation(row)}" if row.needed else _explanation(row)


def _explanation(row: Field) -> str:
    if row.kind == "markdown":
        return "Vertel wat er te doen is. Schrijf korte zinnen en gewone woorden."
    explanation = _FOLDER.sub("", row.explanation).replace("`", "").replace("Vul ja in als", "Zet dit aan als")
    if row.kind == "price":
        return f"{explanation} Typ elke prijs op een eigen regel, bijvoorbeeld: leden: 5 euro"
    if row.kind == "texts":
        return f"{explanation} Typ elke dag op een eigen regel, bijvoorbeeld: maandag: 10.00 - 17.00"
    if row.kind == "point":
        return f"{explanation} Bijvoorbeeld: 51.83, 4.69"
    if row.many and row.kind in ("line", "exceptions", "account", "folder"):
        example = row.example.strip("[]").replace('"', "")
        return f"{explanation} Zet een komma tussen twee. Bijvoorbeeld: {example}"
    plain = row.parts is None and row.kind not in ("reference", "choice", "yes-no", "date")
    return f"{explanation} Bijvoorbeeld: {row.example.strip(chr(34))}" if plain else explanation


def _text(row: Field, setting: EditorSetting) -> Widget:
    lines = row.kind in _TEXT_WITH_LINES or row.longest > 120
    widget: Widget = {"widget": "text" if lines else "string"}
    if pattern := _PATTERNS.get(row.kind):
        widget["pattern"] = list(pattern)
    elif row.longest and row.kind != "texts":
        widget["pattern"] = [f"^[\\s\\S]{{0,{row.longest}}}$", f"Hooguit {row.longest} tekens."]
    return {"widget": "list"} if row.many else widget


def _markdown(row: Field, setting: EditorSetting) -> Widget:
    # Pictures and blocks of code have no place in the story of an activity.
    return {"name": "body", "widget": "markdown", "buttons": _BUTTONS, "editor_components": [], "minimal": True}


def _date(row: Field, setting: EditorSetting) -> Widget:
    return {"widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": False, "default": ""}


def _yes_no(row: Field, setting: EditorSetting) -> Widget:
    return {"widget": "boolean", "default": False}


def _choice(row: Field, setting: EditorSetting) -> Widget:
    return {"widget": "select", "options": list(row.choices)}


def _reference(row: Field, setting: EditorSetting) -> Widget:
    several = {"multiple": True} if row.many else {}
    if row.vocabulary == PLACES:
        return several | _relation(PLACES, ["naam", "plaats"], setting)
    if row.vocabulary == PARTNERS:
        return several | _relation(PARTNERS, ["naam"], setting)
    names = setting.network.names.labels.get(row.vocabulary, {})
    return {"widget": "select", **several, "options": [{"label": name, "value": key} for key, name in names.items()]}


def _relation(collection: str, shown: list[str], setting: EditorSetting) -> Widget:
    widget: Widget = {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "search_fields": shown,
        "display_fields": shown,
        "options_length": MOST_SHOWN,
    }
    if collection == PLACES and setting.folder in setting.network.municipalities:
        widget["filters"] = [{"field": "gemeente", "values": [setting.folder]}]
    return widget


def _record(row: Field, setting: EditorSetting) -> Widget:
    parts = [_part(each, setting) for each in _parts(row)]
    if not row.many:
        return {"widget": "object", "collapsed": True, "fields": parts}
    return {
        "widget": "list",
        "label_singular": row.one_of,
        "summary": f"{{{{fields.{_parts(row).fields[0].key}}}}}",
        "collapsed": True,
        "default": [],
        "fields": parts,
    }


def _part(row: Field, setting: EditorSetting) -> Widget:
    # A block that may stay empty can't ask for anything; the checker does.
    return widget_of(replace(row, required=False), setting)


def _image(row: Field, setting: EditorSetting) -> Widget:
    parts = [_part(each, setting) for each in _parts(row)]
    parts[0] |= {"widget": "image", "media_folder": "", "public_folder": "", "choose_url": False}
    return {"widget": "object", "collapsed": True, "fields": parts}


def _parts(row: Field) -> Table:
    if row.parts is None:
        raise ValueError(f"the field {row.key} has no parts")
    return row.parts


def _exceptions(row: Field, setting: EditorSetting) -> Widget:
    return {"widget": "list"}


_CONTROLS: dict[Kind, Callable[[Field, EditorSetting], Widget]] = {
    "line": _text,
    "text": _text,
    "markdown": _markdown,
    "slug": _text,
    "date": _date,
    "times": _text,
    "clock": _text,
    "recurrence": _text,
    "end": _text,
    "exceptions": _exceptions,
    "extra-dates": _record,
    "reference": _reference,
    "choice": _choice,
    "yes-no": _yes_no,
    "number": _text,
    "url": _text,
    "phone": _text,
    "mail": _text,
    "price": _text,
    "age": _text,
    "online": _text,
    "address": _record,
    "registration": _record,
    "image": _image,
    "record": _record,
    "colour": _text,
    "point": _text,
    "zone": _text,
    "texts": _text,
    "account": _text,
    "folder": _text,
}
