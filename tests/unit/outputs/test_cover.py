from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import agenda, network, site

from meedoen.outputs.cover import DRAWINGS, cover, covers, rosette
from meedoen.outputs.site_build import Asset
from meedoen.programme.colour import contrast
from meedoen.programme.scheme import TEXT
from meedoen.programme.vocabulary import Term

ROOT = Path(__file__).parents[3]
FILL = re.compile(r'fill="(#\w+)"')


@pytest.mark.parametrize("slug", [*DRAWINGS, "sport", "b"])
def test_cover_is_a_drawing_and_nothing_else(slug: str) -> None:
    root = ET.fromstring(cover(slug, "#004f9f"))  # noqa: S314 - our own
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {"svg", "rect", "path"}


@given(st.integers(0, 0xFFFFFF))
def test_lines_of_a_cover_can_be_seen_on_any_colour(number: int) -> None:
    drawn = cover("taal", f"#{number:06x}")
    ground = FILL.findall(drawn)[0]
    (ink,) = set(re.findall(r'stroke="(#\w+)"', drawn))
    assert contrast(ink, ground) >= TEXT


@pytest.mark.programme
def test_every_theme_of_the_content_has_a_drawing_of_its_own() -> None:
    words = yaml.safe_load((ROOT / "content/woordenlijsten/themas.yaml").read_text(encoding="utf-8"))
    assert set(words) == set(DRAWINGS)
    assert len({cover(slug, "#004f9f") for slug in DRAWINGS}) == len(DRAWINGS)


def test_another_theme_has_a_rosette_by_its_name() -> None:
    assert rosette("sport") == rosette("sport")
    assert len({rosette(f"thema-{number}") for number in range(60)}) > 20


def test_covers_are_files_of_the_site_in_the_colour_of_the_theme_or_of_the_site() -> None:
    terms = {"taal": Term("taal", "Taal", colour="#2f6b1f"), "sport": Term("sport", "Sport")}
    other = replace(network(), vocabularies={**network().vocabularies, "themas": terms})
    shown = replace(agenda(), network=other)
    found = {each.path: each.content().decode() for each in covers(site(shown)) if isinstance(each, Asset)}
    assert found == {
        "theme/boek/taal.svg": cover("taal", "#2f6b1f"),
        "theme/boek/sport.svg": cover("sport", shown.site.colour),
    }
