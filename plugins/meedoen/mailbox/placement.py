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
    """Takes a file, its mark and the text above it; gives its municipality, or `regio`; empty when nothing tells.

    Where the place lies counts most: that is where the checker wants the file.
    """
    fields = {key.text: node for key, node in document.fields.entries}
    marked = mark.folder if mark and (mark.folder in network.municipalities or mark.folder == REGION) else ""
    if marked == REGION or "gemeenten" in fields:
        return REGION
    place = network.places.get(network.names.spellings["locaties"].get(_text(fields.get("locatie")), ""))
    if place and place.municipality:
        return place.municipality
    if marked:
        return marked
    if len(network.municipalities) == 1:
        return next(iter(network.municipalities))
    return _of_address(fields.get("adres"), network) or _of_site(above, network)


def title_of(document: Document) -> str:
    """Takes a file; gives the title as typed, empty when there is none."""
    return next((_text(node) for key, node in document.fields.entries if key.text == "titel"), "")


def is_target(mark: Mark | None, network: Network) -> bool:
    """Takes the mark of a mail; gives whether it names a folder and a name that a file can have."""
    known = mark is not None and (mark.folder in network.municipalities or mark.folder == REGION)
    return known and mark is not None and is_name(mark.name)


def _of_address(node: Node | None, network: Network) -> str:
    """By the town at the end of an address, or its field `gemeente` or `plaats`."""
    names = {slugify(each.name): key for key, each in network.municipalities.items()}
    names |= {key: key for key in network.municipalities}
    if isinstance(node, Mapping):
        parts = {key.text: _text(value) for key, value in node.entries}
        towns = [parts.get("gemeente", ""), parts.get("plaats", "")]
    else:
        towns = [_text(node).rpartition(",")[2]]
    return next((names[slugify(each)] for each in towns if slugify(each) in names), "")


def _of_site(above: str, network: Network) -> str:
    """By the words of the form: “… voor de agenda van Dorp. …”."""
    site = slugify(_SITE.findall(above)[-1]) if _SITE.search(above) else ""
    folders = [key for key, each in network.municipalities.items() if f"{site}-".startswith(f"{slugify(each.name)}-")]
    return max(folders, key=len, default="")


def _text(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""
