"""Where a file from a mail goes: the folder of a municipality, and a name that is free there."""

from __future__ import annotations

import re

from meedoen.language.slug import is_name, slugify
from meedoen.notation.text.document import Document
from meedoen.notation.text.envelope import Mark
from meedoen.notation.text.tree import Mapping, Node, Scalar
from meedoen.programme.location import REGION
from meedoen.programme.network import Network

_SITE = re.compile(r"agenda van ([^.!?:\n]{2,60})")


def folder_of(document: Document, mark: Mark | None, network: Network, above: str = "") -> str:
    """The municipality whose file this is, or `regio`; empty when neither the file nor the mail tells.

    Where the place lies counts most: that is where the checker wants the file.
    """
    fields = {key.text: node for key, node in document.fields.entries}
    given = mark.folder if mark and (mark.folder in network.municipalities or mark.folder == REGION) else ""
    if given == REGION or "gemeenten" in fields:
        return REGION
    place = network.places.get(network.names.spellings["locaties"].get(_text(fields.get("locatie")), ""))
    if place and place.municipality:
        return place.municipality
    if given:
        return given
    if len(network.municipalities) == 1:
        return next(iter(network.municipalities))
    return _of_address(fields.get("adres"), network) or _of_site(above, network)


def title_of(document: Document) -> str:
    """The title as typed; empty when there is none."""
    return next((_text(node) for key, node in document.fields.entries if key.text == "titel"), "")


def is_target(mark: Mark | None, network: Network) -> bool:
    """Whether the mark names a folder and a name that a file can have."""
    known = mark is not None and (mark.folder in network.municipalities or mark.folder == REGION)
    return known and mark is not None and is_name(mark.name)


def _of_address(node: Node | None, network: Network) -> str:
    """By the town at the end of an address, or its field `gemeente` or `plaats`."""
    names = {slugify(each.name): key for key, each in network.municipalities.items()}
    names |= {key: key for key in network.municipalities}
    if isinstance(node, Mapping):
        parts = {key.text: _text(value) for key, value in node.entries}
        said = [parts.get("gemeente", ""), parts.get("plaats", "")]
    else:
        said = [_text(node).rpartition(",")[2]]
    return next((names[slugify(each)] for each in said if slugify(each) in names), "")


def _of_site(above: str, network: Network) -> str:
    """By the words of the form: “… voor de agenda van Dorp. …”."""
    said = slugify(_SITE.findall(above)[-1]) if _SITE.search(above) else ""
    found = [key for key, each in network.municipalities.items() if f"{said}-".startswith(f"{slugify(each.name)}-")]
    return max(found, key=len, default="")


def _text(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""
