from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL.Image import Exif

from meedoen.content.layout import LARGEST_PICTURE
from meedoen.programme.picture import check_picture, renditions

KINDS = ("JPEG", "PNG", "WEBP")


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB", exif: Exif | None = None) -> bytes:
    """The bytes of a picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **({"exif": exif} if exif else {}))
    return out.getvalue()


def rule(data: bytes | None) -> str:
    """The rule that this picture breaks."""
    fault = check_picture(data, "foto.jpg")
    return fault.rule if fault else ""


@pytest.mark.parametrize("kind", KINDS)
def test_real_picture_is_fine(kind: str) -> None:
    assert rule(picture(kind)) == ""


def test_picture_that_is_not_there() -> None:
    assert rule(None) == "afbeelding-ontbreekt"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"GIF89a" + b"\0" * 50,
        b"%PDF-1.4",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        b"\xff\xd8\xff\xe0broken",
        b"RIFF\0\0\0\0WEBPVP8 broken",
        b"<!doctype html><script>",
    ],
)
def test_file_that_only_looks_like_a_picture(data: bytes) -> None:
    assert rule(data) == "afbeelding-onbruikbaar"


def test_picture_with_too_many_bytes() -> None:
    assert rule(picture() + b"\0" * LARGEST_PICTURE) == "afbeelding-te-groot"


def test_picture_with_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    assert rule(picture("PNG", (20_000, 20_000), "1")) == "afbeelding-te-groot"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((60, 40), [(60, 40)]),
        ((480, 320), [(480, 320)]),
        ((600, 400), [(480, 320)]),
        ((1920, 1080), [(480, 270), (960, 540)]),
        ((2000, 1), [(480, 1), (960, 1)]),
    ],
)
def test_renditions_are_smaller_than_the_picture(size: tuple[int, int], expected: list[tuple[int, int]]) -> None:
    assert [(each.width, each.height) for each in renditions(picture(size=size))] == expected


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA"])
def test_rendition_of_each_kind_of_colour_is_webp(mode: str) -> None:
    found = renditions(picture("PNG", (60, 40), mode))
    assert [each.data[8:12] for each in found] == [b"WEBP"]


def test_rendition_carries_nothing_along() -> None:
    exif = Exif()
    exif[0x010E] = "thuis bij oma"
    found = renditions(picture("JPEG", exif=exif) + b"GEHEIM")
    assert [(b"oma" in each.data, b"EXIF" in each.data, b"GEHEIM" in each.data) for each in found] == [(False,) * 3]


def test_renditions_of_the_same_picture_are_the_same_bytes() -> None:
    data = picture(size=(1000, 700))
    assert renditions(data) == renditions(data)


def test_picture_that_breaks_off_gives_no_renditions() -> None:
    data = picture("PNG", (600, 400))
    assert renditions(data[: len(data) // 2]) == ()
