from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from tests.builders import agenda, site

from meedoen.outputs import social
from meedoen.outputs.site_build import Asset, SiteBuild


def build(name: str = "Papendrecht", colour: str = "#00539f") -> SiteBuild:
    """A site with this name and colour."""
    shown = agenda()
    return site(replace(shown, site=replace(shown.site, name=name, colour=colour)))


def files(made: SiteBuild) -> dict[str, bytes]:
    return {each.path: each.content() for each in social.sharing(made) if isinstance(each, Asset)}


def manifest(made: SiteBuild) -> Any:
    return json.loads(files(made)["manifest.webmanifest"])


def test_manifest_names_the_site_in_its_colours() -> None:
    assert manifest(build(colour="#ffcc00")) == {
        "name": "Agenda Papendrecht",
        "short_name": "Papendrecht",
        "description": "Wat er te doen is in Papendrecht.",
        "lang": "nl",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": "#ffcc00",
        "background_color": "#fbf6ec",
        "icons": [
            {"src": f"theme/icoon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size in (192, 512)
            for purpose in ("any", "maskable")
        ],
    }


def test_icons_of_the_manifest_are_there_in_their_size() -> None:
    made = build()
    found = files(made)
    for each in manifest(made)["icons"]:
        with Image.open(io.BytesIO(found[each["src"]])) as picture:
            assert (picture.format, f"{picture.width}x{picture.height}") == ("PNG", each["sizes"])


@pytest.mark.parametrize(("colour", "own"), [("#00539f", "#00539f"), ("#ffff00", "#737300")])
def test_icons_have_the_colour_of_the_site_as_far_as_it_is_seen_on_paper(colour: str, own: str) -> None:
    found = files(build(colour=colour))
    fills = re.findall(r'fill="(#\w+)"', found["theme/icoon.svg"].decode())
    assert fills == ["#fbf6ec", own, "#b3421f", "#2f6b3a"]
    with Image.open(io.BytesIO(found["theme/icoon-192.png"])) as opened:
        shelf = opened.convert("RGB").getpixel((0, 191))
    assert shelf == tuple(bytes.fromhex(own[1:]))


def test_icon_stays_within_the_circle_that_is_cut_out_of_it() -> None:
    with Image.open(io.BytesIO(files(build())["theme/icoon-192.png"])) as opened:
        picture = opened.convert("RGB")
    ground = picture.getpixel((0, 0))
    outside = [
        (x, y)
        for x in range(192)
        for y in range(100)
        if (x - 96) ** 2 + (y - 96) ** 2 > 76**2 and picture.getpixel((x, y)) != ground
    ]
    assert outside == []


@pytest.mark.parametrize("name", ["Papendrecht", "Ee", "Hardinxveld-Giessendam", "Súdwest-Fryslân", "x" * 80, "قهوة"])
@pytest.mark.parametrize("colour", ["#00539f", "#ffffff", "#000000"])
def test_picture_of_a_link_is_small_and_has_its_shape(name: str, colour: str) -> None:
    data = files(build(name, colour))["theme/delen.png"]
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert dict(picture.getexif()) == {}
    assert len(data) <= 60_000


def test_sites_have_pictures_of_their_own_that_stay_the_same() -> None:
    made = [files(build(*each)) for each in (("Papendrecht", "#00539f"), ("Dordrecht", "#9b1c1f"))]
    assert [path for path in made[0] if made[0][path] == made[1][path]] == []
    assert files(build()) == made[0]
