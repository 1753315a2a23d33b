"""In which languages the sites are written: those that the content asks for, each from its catalogue in the theme."""

from __future__ import annotations

from pathlib import Path

from meedoen.language.voice import DUTCH, BadCatalogue, read_voice
from meedoen.language.wording import quote
from meedoen.outputs.facts import IN_DUTCH, Facts
from meedoen.programme.network import Network

CATALOGUES = "vertalingen"
"""The folder of the theme with a file of gettext for each language: `en.po`."""


class NotSpoken(Exception):
    """A language was asked for that has no good catalogue; the message says in Dutch what to do."""


def read_catalogues(network: Network, folder: Path) -> dict[str, Facts]:
    """Takes the network and the folder of the catalogues; gives code → the facts in that language; Dutch, which may
    have a catalogue with other words, comes first.

    Raises NotSpoken.
    """
    asked = dict.fromkeys(network.organisation.languages, "organisatie")
    for slug, each in network.municipalities.items():
        asked |= {code: f"gemeenten/{slug}" for code in each.languages if code not in asked}
    by_code = {DUTCH.code: IN_DUTCH}
    for code in (DUTCH.code, *sorted(asked)):
        path = folder / f"{code}.po"
        if path.is_file():
            by_code[code] = _read(code, path)
        elif code != DUTCH.code:
            known = ", ".join(sorted(each.stem for each in folder.glob("*.po"))) or "geen"
            message = (
                f"In content/{asked[code]}.yaml staat de taal {quote(code)}. Daarvoor is nog geen vertaling.\n"
                f"Deze zijn er: {known}. Een nieuwe begin je met: meedoen vertalingen {code}"
            )
            raise NotSpoken(message)
    return by_code


def _read(code: str, path: Path) -> Facts:
    try:
        return Facts(read_voice(code, path.read_bytes()))
    except BadCatalogue as error:
        message = f"Het bestand {path.name} met vertalingen klopt niet. {error}"
        raise NotSpoken(message) from error
