"""A quiet pattern of the land of rivers for each municipality, always the same for the same name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from meedoen.programme.colour import BLACK
from meedoen.programme.scheme import PATTERN

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {across} {down}">'
    '<path d="{path}" fill="none" stroke="{ink}" stroke-opacity="{strength}" stroke-width="{stroke}"/>'
    "</svg>\n"
)

Drawing = tuple[int, int, str]
"""Width and height of a tile that fits to itself on all sides, and the path in it."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A drawing, how large it is shown (a part of its own size), and how heavy its lines are."""

    across: int
    down: int
    path: str
    scale: float
    stroke: float


def tile(slug: str) -> Tile:
    """Takes the slug of a municipality; gives what is drawn for it."""
    seed = sha256(slug.encode()).digest()
    across, down, path = _MOTIFS[seed[10] % len(_MOTIFS)](seed[1])
    return Tile(across, down, path, (85, 100, 115, 130)[seed[2] % 4] / 100, (2, 2.5, 3)[seed[3] % 3])


def pattern(slug: str, ink: str = BLACK) -> str:
    """Takes the slug of a municipality and an ink; gives an SVG tile.

    The name decides what is drawn, how large and how heavy.
    """
    drawn = tile(slug)
    return _SVG.format(
        width=drawn.across * round(drawn.scale * 100) // 100,
        height=drawn.down * round(drawn.scale * 100) // 100,
        across=drawn.across,
        down=drawn.down,
        path=drawn.path,
        ink=ink,
        strength=f"{PATTERN[ink]:g}".lstrip("0"),
        stroke=drawn.stroke,
    )


def _water(byte: int) -> Drawing:
    """Waves, three to five rows of them."""
    rows = 3 + byte % 3
    path = "".join(f"M0 {12 + 24 * row}q15-{9 + byte % 4} 30 0t30 0 30 0 30 0" for row in range(rows))
    return 120, 24 * rows, path


def _polder(byte: int) -> Drawing:
    """Fields between ditches: one ploughed lengthwise, its neighbour across."""
    step = (8, 10, 12)[byte % 3]
    long = "".join(f"M8 {8 + row}h84" for row in range(step, 60 - step + 1, step))
    short = "".join(f"M{108 + column} 8v52" for column in range(step, 84 - step + 1, step))
    return 200, 68, f"M0 4h200M4 4v64M100 4v64{long}{short}"


def _dyke(byte: int) -> Drawing:
    """Two long curves side by side: the dyke and its foot."""
    bend = 20 + byte % 20
    rows = (f"M0 {y}C60 {y - bend} 60 {y - bend} 120 {y}S180 {y + bend} 240 {y}" for y in (50, 62, 68))
    return 240, 120, "".join(rows)


def _bridge(byte: int) -> Drawing:
    """Arches under a deck."""
    height = 20 + byte % 8
    arches = "".join(f"M{x} 44a20 {height} 0 0 1 40 0" for x in (4, 52, 100))
    return 144, 60, f"M0 10h144{arches}M0 44h4M44 44h8M92 44h8M140 44h4"


def _ripple(byte: int) -> Drawing:
    """Rings in the water, half covered by the next row."""
    radii = (24, 16, 8) if byte % 2 else (24, 12)
    first = "".join(f"M{24 - r} 24a{r} {r} 0 0 1 {2 * r} 0" for r in radii)
    second = "".join(f"M{-r} 48a{r} {r} 0 0 1 {2 * r} 0M{48 - r} 48a{r} {r} 0 0 1 {2 * r} 0" for r in radii)
    return 48, 48, first + second


def _reed(byte: int) -> Drawing:
    """Reed on the bank, every stem a little different."""
    path = ""
    for n in range(12):
        bend, lean, length = (byte >> n % 4) % 5 - 2, n * 7 % 5 - 2, 26 + (byte + n * 37) % 34
        path += f"M{6 + 12 * n} 72q{bend}-20 {lean}-{length}"
    return 144, 72, path


def _quay(byte: int) -> Drawing:
    """The stones of a quay."""
    width = (36, 48, 60)[byte % 3]
    return width, 36, f"M0 1h{width}M0 19h{width}M{width // 4} 1v18M{width * 3 // 4} 19v18"


def _mill(byte: int) -> Drawing:
    """Sails of mills, in two stands."""
    arm = 15 + byte % 4
    slant = arm * 7 // 10
    return 96, 60, (
        f"M{24 - slant} {30 - slant}l{2 * slant} {2 * slant}m0-{2 * slant}l-{2 * slant} {2 * slant}"
        f"M72 {30 - arm}v{2 * arm}M{72 - arm} 30h{2 * arm}"
    )  # fmt: skip


_MOTIFS: Sequence[Callable[[int], Drawing]] = (
    _water,
    _polder,
    _dyke,
    _bridge,
    _ripple,
    _reed,
    _quay,
    _mill,
)
