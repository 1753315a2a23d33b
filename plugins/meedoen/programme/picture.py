"""Pictures from strangers: what they really are, and a clean copy without what they carry along."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

from meedoen.content.layout import FileKind, size_fault
from meedoen.language.problems import Fault
from meedoen.language.wording import quote

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 16_000  # WebP ends at 16,383
WIDTHS = (480, 960)
_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)
_FORMATS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture, re-encoded as WebP: no EXIF, no position, no trailing data."""

    width: int
    height: int
    data: bytes


def check_picture(data: bytes | None, name: str) -> Fault | None:
    """Takes the bytes of a picture and its name; gives what is wrong with this picture, by its first bytes, then its
    header, and only then by decoding it.
    """
    hint = "Bewaar het plaatje opnieuw als jpg, png of webp."
    if data is None:
        return Fault(
            "afbeelding-ontbreekt",
            f"Het plaatje {quote(name)} staat niet bij dit bestand.",
            "Zet het plaatje in dezelfde map, of haal de regel weg.",
        )
    if fault := size_fault(FileKind.PICTURE, name, len(data)):
        return fault
    kind = _kind(data)
    if not kind:
        return Fault("afbeelding-onbruikbaar", f"{quote(name)} is geen echt plaatje.", hint)
    broken = Fault("afbeelding-onbruikbaar", f"Het plaatje {quote(name)} is kapot.", hint)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=[kind])
    except Image.DecompressionBombError:
        return _too_many_pixels(name, "")
    except _UNREADABLE:
        return broken
    width, height = picture.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        return _too_many_pixels(name, f": {width} bij {height} beeldpunten")
    return None if _decodes(picture) else broken


def _too_many_pixels(name: str, size: str) -> Fault:
    hint = "Maak het kleiner, bijvoorbeeld 1600 beeldpunten breed."
    return Fault("afbeelding-te-groot", f"Het plaatje {quote(name)} is te groot{size}.", hint)


def _decodes(picture: Image.Image) -> bool:
    picture.draft("RGB", (WIDTHS[0], WIDTHS[0]))  # a large JPEG is read at a fraction of its size
    try:
        picture.load()
    except _UNREADABLE:
        return False
    return True


@lru_cache(maxsize=16)
def renditions(data: bytes) -> tuple[Rendition, ...]:
    """Takes data that `check_picture` accepted; gives the sizes that pages use, smallest first; empty when the picture
    can't be decoded after all.

    Expects data that `check_picture` accepted.
    """
    kind = _kind(data)
    try:
        with Image.open(io.BytesIO(data), formats=[kind]) as opened:
            opened.load()
            picture = _upright(opened).convert("RGB")
    except _UNREADABLE:
        return ()
    widths = [width for width in WIDTHS if width < picture.width] or [picture.width]
    return tuple(_rendition(picture, width) for width in widths)


@lru_cache(maxsize=16)
def jpeg(rendition: Rendition) -> bytes:
    """Takes a rendition; gives the same size as JPEG, for programs that know no WebP (Outlook for Windows)."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(rendition.data), formats=["WEBP"]) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=78, optimize=True, progressive=True)
    return out.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as the camera was held; as it is when its notes are not readable."""
    try:
        return ImageOps.exif_transpose(picture)
    except _UNREADABLE:
        return picture


def _rendition(picture: Image.Image, width: int) -> Rendition:
    height = max(1, round(picture.height * width / picture.width))
    out = io.BytesIO()
    picture.resize((width, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=78, method=4)
    return Rendition(width, height, out.getvalue())


def _kind(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((kind for magic, kind in _FORMATS.items() if data.startswith(magic)), "")
