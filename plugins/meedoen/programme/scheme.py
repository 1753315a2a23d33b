"""The colours of a site on a light and on a dark screen: every token, and the pairs that must be told apart.

From one colour (`kleur:`) and what was chosen besides. What is derived is moved until all its pairs hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from meedoen.programme.colour import BLACK, WHITE, contrast, mix, reach, readable

Scheme = Mapping[str, str]
"""Token → `#rrggbb`, for every row of `TOKENS`."""


@dataclass(frozen=True, slots=True)
class Token:
    """A colour by the name that the style sheet has for it, and by what it is in Dutch, in the middle of a sentence.

    `day` and `night` are the same on every site. They are empty for what comes from the colour of the site, and where
    `moves` is set they are only where it starts from.
    """

    name: str
    dutch: str
    day: str = ""
    night: str = ""
    moves: bool = False


TOKENS = (
    # Paper and ink by day, a reading room by night.
    Token("paper", "de pagina", "#fbf6ec", "#1a1714"),
    Token("card", "een kaart", "#fffdf8", "#25211c"),
    Token("ink", "de gewone tekst", "#231f1a", "#f1e9dc"),
    Token("muted", "de grijze tekst", "#5f574c", "#bfb4a3"),
    Token("line", "een lijn", "#d9cfbe", "#4a4238"),
    Token("tint", "het vlak"),
    Token("head", "de kop"),
    Token("on-head", "de tekst in de kop"),
    Token("link", "een link"),
    Token("spine", "de rug"),
    # What is the matter, always with its words.
    Token("stop", "de rode tekst", "#a3161f", "#ffa198", moves=True),
    Token("full", "de bruine tekst", "#7a4a00", "#f0c36a", moves=True),
    Token("move", "de blauwe tekst", "#0b4f9e", "#9fc8ff", moves=True),
    Token("home", "de paarse tekst", "#57389b", "#cdbcff", moves=True),
)
NAMED = {each.name: each for each in TOKENS}
CHOSEN = ("tint", "head", "on-head", "link", "spine")
"""The tokens that a municipality may choose, grounds before what stands on them."""
PATTERN = {BLACK: 0.16, WHITE: 0.12}
"""How strong the lines of the head's pattern are, by their ink; they are drawn in the one that is unlike the text."""

TEXT, EDGE = 4.5, 3.0
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3), and of what shows a control or the focus (1.4.11)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A token that must be told apart from the one behind it, by how much, and where that is asked for."""

    front: str
    ground: str
    least: float
    source: str


@dataclass(frozen=True, slots=True)
class Lack:
    """A pair that does not hold: the two colours as `#rrggbb`, and the contrast that they have.

    `on_pattern`: the ground is not the colour of the head itself but that of the lines on it.
    """

    pair: Pair
    front: str
    ground: str
    contrast: float
    on_pattern: bool = False


_GROUNDS = ("paper", "card", "tint")
PAIRS = (
    *(Pair(front, ground, TEXT, "WCAG 1.4.3: text")
      for front in ("ink", "muted", "link", "spine", "stop", "full", "move", "home") for ground in _GROUNDS),
    Pair("on-head", "head", TEXT, "WCAG 1.4.3: text"),
    Pair("card", "link", TEXT, "WCAG 1.4.3: text of a button"),
    *(Pair("ink", ground, EDGE, "WCAG 1.4.11, 2.4.7: ring of the focus, today in the month") for ground in _GROUNDS),
    *(Pair("muted", ground, EDGE, "WCAG 1.4.11: edge of a field") for ground in _GROUNDS),
    *(Pair("link", ground, EDGE, "WCAG 1.4.11: ground of a button, ticked box") for ground in _GROUNDS),
    Pair("on-head", "head", EDGE, "WCAG 1.4.11, 2.4.7: ring of the focus, edge of a field, where you are"),
)  # fmt: skip
"""`line` has none: it divides, and nothing depends on seeing it (WCAG 1.4.11 asks for what is needed)."""

_IN_HAND = 0.1
_COMFORT = 5.0
_CALM = 0.1
"""The most chroma of text on a dark screen: what glows there tires."""
_EVENING = 7.0


@dataclass(frozen=True, slots=True)
class Accents:
    """Colours that were chosen by hand, empty where they are derived. An attribute for each of `CHOSEN`."""

    tint: str = ""
    head: str = ""
    on_head: str = ""
    link: str = ""
    spine: str = ""


DERIVED = Accents()
"""Nothing chosen."""


@dataclass(frozen=True, slots=True)
class Schemes:
    """Both schemes of a site, and the ink of the pattern in its head, which is the same for both."""

    day: Scheme
    night: Scheme
    pattern: str


@lru_cache(maxsize=128)
def schemes(brand: str, chosen: Accents = DERIVED, chosen_dark: Accents = DERIVED) -> Schemes:
    """Takes the colour of a municipality and what it chose for light and dark; gives all colours of a site.

    Those that were chosen are taken as they are: whether they hold is for `lacking`.
    """
    light = day(brand, chosen)
    return Schemes(light, night(brand, chosen_dark), _pattern(light))


def day(brand: str, chosen: Accents = DERIVED) -> Scheme:
    """Takes the colour of a municipality and what it chose; gives the scheme of a light screen and of paper."""
    base = {each.name: each.day for each in TOKENS if each.day}
    tint = chosen.tint or reach(mix(brand, WHITE, 0.1), (base["muted"],), TEXT + _IN_HAND, WHITE)
    head = chosen.head or carrying(brand, base["ink"])
    scheme = base | {"tint": tint, "head": head, "on-head": chosen.on_head or readable(head, base["ink"])}
    return _with_texts(scheme, brand, chosen, BLACK, 1.0)


def night(brand: str, chosen: Accents = DERIVED) -> Scheme:
    """Takes the colour of a municipality and what it chose; gives the scheme of a dark screen."""
    base = {each.name: each.night for each in TOKENS if each.night}
    paper, chalk = base["paper"], base["ink"]
    tint = chosen.tint or reach(mix(brand, base["card"], 0.22), (base["muted"],), TEXT + _IN_HAND, BLACK)
    head = chosen.head or reach(mix(brand, paper, 0.55), (chalk,), _EVENING, BLACK)
    scheme = base | {"tint": tint, "head": head, "on-head": chosen.on_head or readable(head, paper, chalk)}
    return _with_texts(scheme, brand, chosen, WHITE, _CALM)


def spine(colour: str, scheme: Scheme, *, dark: bool = False) -> str:
    """Takes a colour and a scheme; gives the shade of a colour, such as that of a theme, that can be read as text in
    this scheme.
    """
    end, most = (WHITE, _CALM) if dark else (BLACK, 1.0)
    return reach(colour, (scheme[each] for each in _GROUNDS), TEXT + _IN_HAND, end, most)


def lacking(scheme: Scheme, pattern: str) -> Iterator[Lack]:
    """Takes a scheme and the ink of its pattern; gives the pairs of the scheme that do not hold; in the head also on
    the lines of its pattern, which is in this ink.
    """
    lines = mix(pattern, scheme["head"], PATTERN[pattern])
    for pair in PAIRS:
        front, ground = scheme[pair.front], scheme[pair.ground]
        on_pattern = pair.ground == "head" and contrast(front, lines) < contrast(front, ground)
        if on_pattern:
            ground = lines
        if (reached := contrast(front, ground)) < pair.least:
            yield Lack(pair, front, ground, reached, on_pattern)


def carrying(brand: str, ink: str, light: str = WHITE) -> str:
    """Takes a colour, the ink and light letters; gives the colour, or as little darker as light letters need where
    neither these nor the ink can be read on it.
    """
    if contrast(brand, readable(brand, ink, light)) >= TEXT + _IN_HAND:
        return brand
    return reach(brand, (light,), TEXT + _IN_HAND, BLACK)


def _with_texts(scheme: Scheme, brand: str, chosen: Accents, end: str, most: float) -> Scheme:
    """The scheme with what stands on its grounds."""
    grounds = tuple(scheme[each] for each in _GROUNDS)
    states = {each.name: reach(scheme[each.name], grounds, TEXT + _IN_HAND, end) for each in TOKENS if each.moves}
    texts = {
        "link": chosen.link or reach(brand, grounds, _COMFORT, end, most),
        "spine": chosen.spine or reach(brand, grounds, TEXT + _IN_HAND, end, most),
    }
    colours = {**scheme, **states, **texts}
    return {each.name: colours[each.name] for each in TOKENS}


def _pattern(scheme: Scheme) -> str:
    return BLACK if contrast(scheme["on-head"], BLACK) > contrast(scheme["head"], BLACK) else WHITE
