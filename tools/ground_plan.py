"""The ground plan of the house: floors and rooms from the docstring of `meedoen`, arrows from the imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "plugins/meedoen"
_FLOOR = re.compile(
    r"^ {4}(?P<floor>[a-z][a-z ,]*)$|^ {8}(?P<room>[a-z_/]+(?:/|\.py)) {2,}(?P<about>\S.*)$", re.MULTILINE
)
_WIDTH, _BAND, _BOX, _GAP, _TITLE, _AIR = 1040, 58, 34, 14, 150, 46

_TIP = (
    '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0 8 4 0 8z" fill="#7a948d"/></marker>\n'
)


@dataclass(frozen=True, slots=True)
class Floor:
    """A floor of the house: its name, and its rooms (`outputs/`, `plugin.py`) in the order of the map."""

    name: str
    rooms: tuple[str, ...]


def floors(docstring: str) -> tuple[Floor, ...]:
    """Takes the docstring with the map; gives its floors, the lowest first."""
    names: list[str] = []
    rooms: list[list[str]] = []
    for line in _FLOOR.finditer(docstring):
        if line["floor"]:
            names.append(line["floor"])
            rooms.append([])
        elif rooms:
            rooms[-1].append(line["room"])
    return tuple(Floor(name, tuple(inside)) for name, inside in reversed([*zip(names, rooms, strict=True)]))


def room_of(module: str, rooms: Sequence[str]) -> str:
    """Takes a module (`outputs/detail.py`) and the rooms; gives the room that it stands in, empty where none is named.

    A module that is named itself is a room of its own, whatever folder it stands in.
    """
    within = (room for room in rooms if module == room or (room.endswith("/") and module.startswith(room)))
    return max(within, key=len, default="")


def imports(module: Path) -> Iterator[str]:
    """Takes a file of the package; gives the path of each module of ours that it imports (`outputs/detail.py`)."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "meedoen":
            for name in node.names:
                path = _module(f"{node.module}.{name.name}") or _module(str(node.module))
                if path:
                    yield path


def _module(name: str) -> str:
    path = "/".join(name.split(".")[1:])
    return next((each for each in (f"{path}.py", f"{path}/__init__.py") if path and (SOURCE / each).is_file()), "")


def ground_plan() -> str:
    """Gives the picture of the house as it stands, as SVG."""
    house = floors(house_map())
    return drawing(house, needed(arrows([room for floor in house for room in floor.rooms])))


def house_map() -> str:
    """Gives the docstring of the package, in which the map stands."""
    return ast.get_docstring(ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8")), clean=False) or ""


def arrows(rooms: Sequence[str]) -> dict[str, set[str]]:
    """Takes the rooms; gives for each which others it imports from."""
    leads: dict[str, set[str]] = {room: set() for room in rooms}
    for file in sorted(SOURCE.rglob("*.py")):
        here = room_of(file.relative_to(SOURCE).as_posix(), rooms)
        if here:
            leads[here].update(room_of(module, rooms) for module in imports(file))
    return {room: others - {room, ""} for room, others in leads.items()}


def needed(leads: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Takes all arrows; gives those that no way over other rooms stands for (the transitive reduction)."""

    def below(room: str) -> set[str]:
        reached: set[str] = set()
        waiting = [*leads[room]]
        while waiting:
            other = waiting.pop()
            if other not in reached:
                reached.add(other)
                waiting.extend(leads[other])
        return reached

    far = {room: below(room) for room in leads}
    return {
        room: {other for other in others if not any(other in far[via] for via in others - {other})}
        for room, others in leads.items()
    }


def drawing(house: Sequence[Floor], leads: Mapping[str, set[str]]) -> str:
    """Takes the floors, the lowest first, and the arrows; gives the picture as SVG."""
    height = len(house) * (_BAND + _AIR) - _AIR + 2 * _GAP
    places = dict(_places(house))
    bands = "".join(_band(floor, number, len(house)) for number, floor in enumerate(house))
    lines = "".join(_arrow(places[room], places[other]) for room, others in leads.items() for other in sorted(others))
    boxes = "".join(_box(room, *place) for room, place in places.items())
    words = "; ".join(f"{floor.name}: {', '.join(floor.rooms)}" for floor in reversed(house))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14">\n'
        f"<title>The ground plan, from the top floor down: {escape(words)}</title>\n"
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>\n{_TIP}{bands}'
        f'<g fill="none" stroke="#7a948d" stroke-width="1.5">\n{lines}</g>\n{boxes}</svg>\n'
    )


def _places(house: Sequence[Floor]) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Of each room the left edge, the top and the width of its box."""
    for number, floor in enumerate(house):
        top = _GAP + (len(house) - 1 - number) * (_BAND + _AIR) + (_BAND - _BOX) / 2
        room = (_WIDTH - _TITLE - _GAP) / len(floor.rooms)
        for place, name in enumerate(floor.rooms):
            width = min(room - _GAP, 9 * len(name) + 24)
            yield name, (_TITLE + place * room + (room - width) / 2, top, width)


def _band(floor: Floor, number: int, floors_high: int) -> str:
    top = _GAP + (floors_high - 1 - number) * (_BAND + _AIR)
    return (
        f'<rect x="{_GAP}" y="{top}" width="{_WIDTH - 2 * _GAP}" height="{_BAND}" rx="6" fill="#eef2f1"/>\n'
        f'<text x="{2 * _GAP}" y="{top + _BAND / 2 + 5:g}" fill="#33544c">{escape(floor.name)}</text>\n'
    )


def _box(name: str, left: float, top: float, width: float) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:g}" width="{width:.1f}" height="{_BOX}" rx="4" fill="#fff" stroke="#33544c"/>\n'
        f'<text x="{left + width / 2:.1f}" y="{top + _BOX / 2 + 5:g}" text-anchor="middle" fill="#14211e">'
        f"{escape(name.rstrip('/'))}</text>\n"
    )


def _arrow(start: tuple[float, float, float], end: tuple[float, float, float]) -> str:
    """A line from the bottom of a box to the top of one below it; to one on the same floor it runs under the boxes."""
    (x, y, width), (to_x, to_y, to_width) = start, end
    out, into = x + width / 2, to_x + to_width / 2
    if y == to_y:
        into += to_width / 4 if into < out else -to_width / 4
        low = y + _BOX + 20
        path = f"M{out:.1f} {y + _BOX:g}C{out:.1f} {low:g} {into:.1f} {low:g} {into:.1f} {to_y + _BOX:g}"
    else:
        bend = (y + _BOX + to_y) / 2
        path = f"M{out:.1f} {y + _BOX:g}C{out:.1f} {bend:g} {into:.1f} {bend:g} {into:.1f} {to_y:g}"
    return f'<path d="{path}" marker-end="url(#tip)"/>\n'
