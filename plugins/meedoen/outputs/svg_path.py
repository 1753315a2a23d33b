"""The paths of our patterns as points: the few commands of SVG that they use, curves cut into short lines."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
_TOKEN = re.compile(r"([A-Za-z])|(-?\d+(?:\.\d+)?)")
_TAKES = {"M": 2, "m": 2, "h": 1, "v": 1, "l": 2, "q": 4, "t": 2, "C": 6, "S": 4, "a": 7}
STEPS = 12
"""Lines for each curve."""


def polylines(path: str) -> list[list[Point]]:
    """Takes an SVG path with M, m, h, v, l, q, t, C, S and half ellipses (a); gives its lines (SVG 1.1 §8.3).

    Raises KeyError for another command.
    """
    lines: list[list[Point]] = []
    control: Point = (0.0, 0.0)
    for command, values in _steps(path):
        here = lines[-1][-1] if lines else (0.0, 0.0)
        if command in "Mm":
            lines.append([_from(here, values) if command == "m" else (values[0], values[1])])
            control = lines[-1][-1]
        elif command in "hvl":
            step = {"h": (values[0], 0.0), "v": (0.0, values[0]), "l": (values[0], values[-1])}[command]
            lines[-1].append(_from(here, step))
            control = lines[-1][-1]
        elif command == "a":
            lines[-1] += _arch(here, values)
            control = lines[-1][-1]
        else:
            line, control = _curve(command, here, control, values)
            lines[-1] += line
    return lines


def _steps(path: str) -> list[tuple[str, list[float]]]:
    """Each command with its numbers; a command that goes on without its letter is written out."""
    steps: list[tuple[str, list[float]]] = []
    command, values = "", list[float]()
    for letter, number in _TOKEN.findall(path):
        if letter:
            command = letter
            continue
        values.append(float(number))
        if len(values) == _TAKES[command]:
            steps.append((command, values))
            command = {"M": "l", "m": "l"}.get(command, command)
            values = []
    return steps


def _from(here: Point, step: Sequence[float]) -> Point:
    return here[0] + step[0], here[1] + step[1]


def _curve(command: str, here: Point, control: Point, values: Sequence[float]) -> tuple[list[Point], Point]:
    """A quadratic (q, t) or cubic (C, S) curve, and the control point that a smooth one goes on from."""
    mirrored = (2 * here[0] - control[0], 2 * here[1] - control[1])
    if command in "qt":
        middle = _from(here, values) if command == "q" else mirrored
        return _bent((here, middle, _from(here, values[-2:]))), middle
    first = (values[0], values[1]) if command == "C" else mirrored
    second, end = (values[-4], values[-3]), (values[-2], values[-1])
    return _bent((here, first, second, end)), second


def _bent(points: Sequence[Point]) -> list[Point]:
    """De Casteljau: the points of a curve after its first."""
    bent: list[Point] = []
    for step in range(1, STEPS + 1):
        part, rest = step / STEPS, list(points)
        while len(rest) > 1:
            rest = [(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairwise(rest)]
        bent.append(rest[0])
    return bent


def _arch(here: Point, values: Sequence[float]) -> list[Point]:
    """Half an ellipse over a level chord, clockwise: `a20 24 0 0 1 40 0`."""
    radius, height, width = values[0], values[1], values[5]
    middle = here[0] + width / 2
    turns = (math.pi * step / (2 * STEPS) for step in range(1, 2 * STEPS + 1))
    return [(middle - radius * math.cos(each), here[1] - height * math.sin(each)) for each in turns]
