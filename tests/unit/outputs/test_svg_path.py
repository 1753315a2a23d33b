from __future__ import annotations

import pytest

from meedoen.outputs.pattern import tile
from meedoen.outputs.svg_path import STEPS, Point, polylines

SLUGS = tuple(f"plaats-{number}" for number in range(60))


def rounded(path: str) -> list[list[Point]]:
    return [[(round(x, 6), round(y, 6)) for x, y in line] for line in polylines(path)]


def test_lines() -> None:
    assert rounded("M1 2h3v-4l5 6M0 0 7 8m1 1v2") == [
        [(1, 2), (4, 2), (4, -2), (9, 4)],
        [(0, 0), (7, 8)],
        [(8, 9), (8, 11)],
    ]


def test_curve_begins_and_ends_where_it_says() -> None:
    (line,) = rounded("M0 12q15-9 30 0")
    assert (len(line), line[0], line[-1], line[STEPS // 2]) == (STEPS + 1, (0, 12), (30, 12), (15, 7.5))


def test_smooth_curve_goes_on_the_other_way() -> None:
    (line,) = rounded("M0 0q15-9 30 0t30 0 30 0")
    assert [line[STEPS // 2 + STEPS * number] for number in range(3)] == [(15, -4.5), (45, 4.5), (75, -4.5)]
    (cubic,) = rounded("M0 0C10-20 20-20 30 0S50 20 60 0")
    assert (cubic[STEPS // 2], cubic[STEPS + STEPS // 2], cubic[-1]) == ((15, -15), (45, 15), (60, 0))


def test_arch_is_half_an_ellipse() -> None:
    (line,) = rounded("M4 44a20 24 0 0 1 40 0")
    assert (line[0], line[STEPS], line[-1]) == ((4, 44), (24, 20), (44, 44))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_pattern_can_be_drawn(slug: str) -> None:
    drawn = tile(slug)
    lines = polylines(drawn.path)
    assert len(lines) == drawn.path.count("M") + drawn.path.count("m")
    assert min(map(len, lines)) > 1


def test_all_motifs_were_among_them() -> None:
    assert len({tuple(sorted(set(tile(slug).path) & set("hvlqtCSa"))) for slug in SLUGS}) > 4


def test_other_command_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        polylines("M0 0Q1 1 2 0")
