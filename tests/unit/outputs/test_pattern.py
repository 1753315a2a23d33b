from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.outputs.pattern import pattern

TOWNS = (
    "alblasserdam", "albrandswaard", "barendrecht", "dordrecht", "gorinchem", "hardinxveld-giessendam",
    "hendrik-ido-ambacht", "molenlanden", "papendrecht", "ridderkerk", "sliedrecht", "zwijndrecht",
)  # fmt: skip


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_pattern_is_a_small_drawing(slug: str) -> None:
    drawn = pattern(slug)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    assert (root.tag, len(root), len(drawn) < 2000) == ("{http://www.w3.org/2000/svg}svg", 1, True)


def test_pattern_is_the_same_each_time() -> None:
    assert pattern("papendrecht") == pattern("papendrecht")


def test_pattern_differs_between_municipalities() -> None:
    assert len({pattern(slug) for slug in TOWNS}) == len(TOWNS)


def test_pattern_draws_eight_motifs_for_the_region() -> None:
    assert len({re.sub(r"[\d.\s-]+", "", pattern(slug)) for slug in TOWNS}) >= 8


@pytest.mark.parametrize("ink", ["#000000", "#ffffff"])
def test_pattern_in_the_ink_given(ink: str) -> None:
    assert f'stroke="{ink}"' in pattern("dordrecht", ink)
