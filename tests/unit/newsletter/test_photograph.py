from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser
from tests.newsletter.writing import ADDRESS, build, files, item, letter, weekly

from meedoen.newsletter.photograph import at_home, in_mail, octets, photographs
from meedoen.outputs.letter import Picture, Section

PLACE = "beeld/activiteit-0-brief.jpg"


def test_picture_becomes_a_jpeg_of_the_same_size() -> None:
    found = in_mail(build(), weekly())
    assert found.items[0].picture == Picture(
        url=f"{ADDRESS}/{PLACE}", width=960, height=560, alt="Mensen praten met elkaar aan een lange tafel."
    )
    assert [each.picture for each in found.items[1:]] == [None] * 7
    (asset,) = photographs(build(), found)
    assert (asset.path, asset.content()[:3], len(asset.content())) == (
        PLACE,
        b"\xff\xd8\xff",
        octets(build(), found.items[0]),
    )


def test_picture_that_the_site_no_longer_has_is_left_out() -> None:
    gone = letter(
        Section(
            "x", "X", (item(3, picture=Picture(url=f"{ADDRESS}/beeld/x-480.webp", width=480, height=280, alt="x")),)
        )
    )
    assert in_mail(build(), gone).items[0].picture is None


def test_letters_share_a_picture() -> None:
    other = replace(weekly(), edition=replace(weekly().edition, slug="papendrecht-2026-w50"),
                    url=f"{ADDRESS}/nieuwsbrief/papendrecht-2026-w50.html")  # fmt: skip
    assert [path for path in files(weekly(), other) if path.endswith(".jpg")] == [PLACE]


def test_page_shows_the_pictures_of_its_own_site_as_it_has_them() -> None:
    far = Picture(url="https://sliedrecht.agenda.example.org/beeld/x-480.webp", width=480, height=280, alt="x")
    near = Picture(url=f"{ADDRESS}/beeld/activiteit-0-960.webp", width=960, height=560, alt="Een lange tafel.")
    mixed = letter(Section("x", "X", (item(0, picture=near), item(1, picture=far), item(2))))
    assert [each.picture for each in at_home(build(), mixed).items] == [near, None, None]
    page = LexborHTMLParser(files(mixed)["nieuwsbrief/papendrecht-2026-w49.html"])
    assert [each.attributes["src"] for each in page.css("main img")] == [near.url]
