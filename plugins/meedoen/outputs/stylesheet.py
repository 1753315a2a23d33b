"""The colours of one site as CSS: its own, proven against the grounds, and those of the spines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from meedoen.language.slug import SLUG
from meedoen.outputs.colour import WHITE, ground, mix, readable, shade
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality

# Paper and ink by day, a reading room by night. They stand here because contrast is proven against them.
PAPER, CARD, INK = "#fbf6ec", "#fffdf8", "#231f1a"
NIGHT, NIGHT_CARD, CHALK = "#1a1714", "#25211c", "#f1e9dc"
COMFORT = 5.0


def day(brand: str) -> dict[str, str]:
    """Custom property → colour for a light screen and for paper. `brand` itself is never changed."""
    tint = mix(brand, PAPER, 0.09)
    head = ground(brand, INK)
    return {
        "brand": brand, "paper": PAPER, "card": CARD, "ink": INK, "tint": tint,
        "link": shade(brand, INK, (PAPER, CARD, tint), COMFORT), "spine": _day_spine(brand),
        "head": head, "on-head": readable(head, INK),
    }  # fmt: skip


def night(brand: str) -> dict[str, str]:
    """The same for a dark screen."""
    tint = mix(brand, NIGHT_CARD, 0.22)
    head = shade(mix(brand, NIGHT, 0.55), NIGHT, (CHALK,), 7.0)
    return {
        "paper": NIGHT, "card": NIGHT_CARD, "ink": CHALK, "tint": tint,
        "link": shade(brand, WHITE, (NIGHT, NIGHT_CARD, tint), COMFORT), "spine": _night_spine(brand),
        "head": head, "on-head": CHALK,
    }  # fmt: skip


def colours(site: Municipality, network: Network) -> str:
    """The rules before the theme's own style sheet. The regional home has every municipality's colour."""
    spines = {f"thema-{term.slug}": term.colour for term in network.vocabularies.get("themas", {}).values()}
    if not site.slug:
        spines |= {f"gemeente-{town.slug}": town.colour for town in network.municipalities.values()}
    light = _rules(day(site.colour), spines, _day_spine)
    dark = _rules(night(site.colour), spines, _night_spine)
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}\n"


def _rules(root: Mapping[str, str], spines: Mapping[str, str], adapt: Callable[[str], str]) -> str:
    given = ((name, colour) for name, colour in spines.items() if colour and SLUG.match(name))
    return "\n".join(
        (_rule(":root", root), *(_rule(f".{name}", {"spine": adapt(colour)}) for name, colour in given))
    )


def _day_spine(colour: str) -> str:
    return shade(colour, INK, (PAPER, CARD))


def _night_spine(colour: str) -> str:
    return shade(colour, WHITE, (NIGHT, NIGHT_CARD))


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    return f"{selector}{{{';'.join(f'--{name}:{value}' for name, value in properties.items())}}}"
