"""The colours of one site as CSS: its own, proven against the grounds, and those of the spines."""

from __future__ import annotations

from collections.abc import Mapping

from meedoen.language.slug import SLUG
from meedoen.outputs.colour import WHITE, ground, mix, readable, shade
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality

# Paper and ink by day, a reading room by night. They stand here because contrast is proven against them.
PAPER, CARD, INK, MUTED = "#fbf6ec", "#fffdf8", "#231f1a", "#5f574c"
NIGHT, NIGHT_CARD, CHALK, NIGHT_MUTED = "#1a1714", "#25211c", "#f1e9dc", "#bfb4a3"
COMFORT = 5.0


def day(brand: str) -> dict[str, str]:
    """Custom property → colour for a light screen and for paper. `brand` itself is never changed."""
    tint = shade(mix(brand, WHITE, 0.1), PAPER, (MUTED,))
    head = ground(brand, INK)
    return {
        "brand": brand, "paper": PAPER, "card": CARD, "ink": INK, "muted": MUTED, "tint": tint,
        "link": shade(brand, INK, (PAPER, CARD, tint), COMFORT), "spine": shade(brand, INK, (PAPER, CARD, tint)),
        "head": head, "on-head": readable(head, INK),
    }  # fmt: skip


def night(brand: str) -> dict[str, str]:
    """The same for a dark screen."""
    tint = shade(mix(brand, NIGHT_CARD, 0.22), NIGHT, (NIGHT_MUTED,))
    head = shade(mix(brand, NIGHT, 0.55), NIGHT, (CHALK,), 7.0)
    grounds = (NIGHT, NIGHT_CARD, tint)
    return {
        "paper": NIGHT, "card": NIGHT_CARD, "ink": CHALK, "muted": NIGHT_MUTED, "tint": tint,
        "link": shade(brand, WHITE, grounds, COMFORT), "spine": shade(brand, WHITE, grounds),
        "head": head, "on-head": CHALK,
    }  # fmt: skip


def colours(site: Municipality, network: Network) -> str:
    """The rules before the theme's own style sheet. The regional home has every municipality's colour."""
    spines = {f"thema-{term.slug}": term.colour for term in network.vocabularies.get("themas", {}).values()}
    if not site.slug:
        spines |= {f"gemeente-{town.slug}": town.colour for town in network.municipalities.values()}
    spines = {name: colour for name, colour in spines.items() if colour and SLUG.match(name)}
    light, dark = day(site.colour), night(site.colour)
    by_day = {name: shade(colour, INK, (PAPER, CARD, light["tint"])) for name, colour in spines.items()}
    by_night = {name: shade(colour, WHITE, (NIGHT, NIGHT_CARD, dark["tint"])) for name, colour in spines.items()}
    return f"{_rules(light, by_day)}\n@media screen and (prefers-color-scheme:dark){{\n{_rules(dark, by_night)}\n}}\n"


def _rules(root: Mapping[str, str], spines: Mapping[str, str]) -> str:
    properties = ";".join(f"--{name}:{colour}" for name, colour in root.items())
    return "\n".join((f":root{{{properties}}}", *(f".{name}{{--spine:{colour}}}" for name, colour in spines.items())))
