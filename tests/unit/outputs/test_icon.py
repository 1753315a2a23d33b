from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from meedoen.outputs.icon import FEATURES, ICONS, feature_icon, icon

ROOT = Path(__file__).parents[3]
PATH = re.compile(r'<path d="([^"]*)"/></svg>$')


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_not_read_aloud_and_has_the_colour_of_its_text(name: str) -> None:
    found = icon(name)
    assert PATH.findall(found) == [ICONS[name]]
    assert ('aria-hidden="true"' in found, 'stroke="currentColor"' in found) == (True, True)


def test_icon_has_a_size_and_no_ground_without_the_style_sheet() -> None:
    assert re.findall(r'(?:width|height|fill)="\w+"', icon("when")) == ['width="22"', 'height="22"', 'fill="none"']


@pytest.mark.parametrize("path", [*ICONS.values(), *FEATURES.values()])
def test_icons_are_lines_within_their_grid(path: str) -> None:
    assert re.sub(r"[MmLlHhVvCcSsAaZz0-9 .-]", "", path) == ""
    starts = [float(number) for pair in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path) for number in pair]
    assert [each for each in starts if not 2 <= each <= 22] == []


@pytest.mark.programme
def test_every_word_about_accessibility_of_the_content_has_an_icon_of_its_own_list() -> None:
    words = yaml.safe_load((ROOT / "content/woordenlijsten/toegankelijkheid.yaml").read_text(encoding="utf-8"))
    assert set(words) == set(FEATURES)


def test_word_about_accessibility_that_is_unknown_has_a_check_mark() -> None:
    assert PATH.findall(feature_icon("voorleeshulp")) == [ICONS["yes"]]


def test_name_that_is_no_icon_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        icon("<script>")
