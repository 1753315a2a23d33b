"""The colours of one site as CSS: its own for light and for dark screens, and the spines of what it shows."""

from __future__ import annotations

from collections.abc import Mapping

from meedoen.language.slug import SLUG
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality
from meedoen.programme.scheme import Schemes, schemes, spine


def schemes_of(site: Municipality) -> Schemes:
    """Takes a municipality; gives its colours by day and by night.

    What is derived can be read on what it stands on.
    """
    return schemes(site.colour, site.accents, site.accents_dark)


def colours(site: Municipality, network: Network) -> str:
    """Takes a municipality and the network; gives the rules before the theme's own style sheet.

    The regional home has every municipality's colour.
    """
    own = schemes_of(site)
    bases = {
        f"thema-{term.slug}": (term.colour, term.colour)
        for term in network.vocabularies.get("themas", {}).values()
        if term.colour
    }
    if not site.slug:
        towns = {town.slug: schemes_of(town) for town in network.municipalities.values()}
        bases |= {f"gemeente-{slug}": (each.day["spine"], each.night["spine"]) for slug, each in towns.items()}
    safe = {name: pair for name, pair in bases.items() if SLUG.match(name)}
    light = _rules(own.day, {name: spine(by_day, own.day) for name, (by_day, _) in safe.items()})
    dark = _rules(own.night, {name: spine(by_night, own.night, dark=True) for name, (_, by_night) in safe.items()})
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}\n"


def _rules(root: Mapping[str, str], spines: Mapping[str, str]) -> str:
    properties = ";".join(f"--{name}:{colour}" for name, colour in root.items())
    return "\n".join((f":root{{{properties}}}", *(f".{name}{{--spine:{colour}}}" for name, colour in spines.items())))
