"""The configuration of the editor: where it saves, and a collection for each folder that people write in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from meedoen.cms.backend import backend
from meedoen.cms.widgets import EditorSetting, Widget, fields_of, widget_of
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.content_tables import PARTNER, PLACE
from meedoen.notation.schema.field import Table
from meedoen.programme.forge import Forge
from meedoen.programme.location import REGION
from meedoen.programme.network import Network

LONGEST_NAME = 75
"""Letters of a title in the name of a file: 80 may be there, and a taken name gets a number."""

LAST = frozenset({"afbeelding", "id"})
"""Fields that most people don't need: they stand below all others. In the file they keep their place."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """How this editor is put online. `login`, `application` and `address` may be empty, `local` too: the address of
    decap-server on one's own computer."""

    forge: Forge
    login: str = ""
    application: str = ""
    address: str = ""
    local: str = ""


def cms_config(network: Network, deployment: Deployment, folders: Iterable[str] = ()) -> dict[str, Any]:
    """Takes the network, how the editor is put online, and folders; gives the whole of config.yml as plain values.

    `folders` are the folders below the one of a municipality that have activities (`dordrecht/wijken`): each is a
    collection of its own.
    """
    settings: dict[str, Any] = {
        "backend": backend(deployment.forge, login=deployment.login, application=deployment.application),
        "publish_mode": "editorial_workflow",
        "locale": "nl",
    }
    if deployment.local:
        settings["local_backend"] = {"url": deployment.local, "allowed_hosts": ["localhost", "127.0.0.1"]}
    if network.organisation.region_url:
        settings["display_url"] = network.organisation.region_url
    if deployment.address:
        settings["site_url"] = deployment.address
    return settings | {
        "show_preview_links": False,
        # Pictures stand beside their activity (see each collection); this folder is for what is dropped anywhere else.
        "media_folder": f"content/activiteiten/{REGION}",
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": _collections(network, folders),
    }


def _collections(network: Network, folders: Iterable[str]) -> list[dict[str, Any]]:
    homes = [*network.municipalities, REGION]
    below = sorted(each for each in folders if each.partition("/")[0] in homes and "/" in each)
    ordered = [each for home in homes for each in (home, *(one for one in below if one.partition("/")[0] == home))]
    # The fields of one folder differ from those of another in their places alone: what is the same, is written once.
    same = {row.key: widget_of(row, EditorSetting(network)) for row in ACTIVITY}
    return [
        *(_activities(network, folder, same) for folder in ordered),
        _others("locaties", "Plekken", "plek", PLACE, network),
        _others("partners", "Partners", "partner", PARTNER, network),
    ]


def _activities(network: Network, folder: str, same: dict[str, Widget]) -> dict[str, Any]:
    home, *below = folder.split("/")
    name = network.municipalities[home].name if home in network.municipalities else "De hele regio"
    return {
        "name": f"activiteiten-{'-'.join([home, *below])}",
        "label": ", ".join([name, *below]),
        "label_singular": "activiteit",
        "description": "Wat er te doen is. Gaat iets niet door? Haal het niet weg, maar zet erbij wat er is.",
        "folder": f"content/activiteiten/{folder}",
        "extension": "md",
        "format": ACTIVITY.name,
        "create": True,
        "delete": False,
        "identifier_field": "titel",
        "slug": f"{{{{fields.titel | truncate({LONGEST_NAME})}}}}",
        # Without a path, a folder for the pictures makes a folder of every activity.
        "path": "{{slug}}",
        "media_folder": "",
        "public_folder": "",
        "summary": "{{titel}} ({{datum | date('D-M-YYYY')}})",
        "sortable_fields": ["titel", "datum"],
        "editor": {"preview": False},
        "fields": [
            widget if (widget := widget_of(row, EditorSetting(network, home))) != same[row.key] else same[row.key]
            for row in sorted(ACTIVITY, key=lambda row: row.key in LAST)
            if home == REGION or row.key != "gemeenten"
        ],
    }


def _others(folder: str, label: str, singular: str, table: Table, network: Network) -> dict[str, Any]:
    return {
        "name": folder,
        "label": label,
        "label_singular": singular,
        "folder": f"content/{folder}",
        "extension": "yaml",
        "format": table.name,
        "create": True,
        "delete": False,
        "identifier_field": "naam",
        "slug": f"{{{{fields.naam | truncate({LONGEST_NAME})}}}}",
        "summary": "{{naam}}",
        "sortable_fields": ["naam"],
        "editor": {"preview": False},
        "fields": fields_of(table, EditorSetting(network)),
    }
