"""What is more than a file on the disk: links, loops, pipes and pictures that are meant to do harm."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PIL import Image, TiffImagePlugin
from tests.hostile.item import BASE, FOLDER, PAGE, Harmless, Outcome, Refused

SECRET = "kanarie-7f3a91c4-geheim"  # noqa: S105 - stands in files beside the content, and may be in no output
# A file beside content/ that would be a fine activity, with the secret in it.
BAIT = BASE.replace(b"Iedereen is welkom.", SECRET.encode())
_LINK = Refused("snelkoppeling", line=1)


def link(path: str, target: str, content: Path) -> None:
    """A symbolic link at this path below content/."""
    place = content / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def pipe(path: str, content: Path) -> None:
    """A FIFO: who opens it, waits for ever."""
    os.mkfifo(content / path)


def empty(path: str, size: int, content: Path) -> None:
    """A file of this many zero bytes that takes no room on the disk."""
    with (content / path).open("wb") as file:
        file.truncate(size)


# Path below content/, how it is made, what must come of it. Three levels up from the folder is the bait.
TRAPS: tuple[tuple[str, Callable[[str, Path], None], Outcome], ...] = (
    (f"{FOLDER}/koppeling-bestand.md", lambda path, content: link(path, "../../../geheim.md", content), _LINK),
    (f"{FOLDER}/koppeling-absoluut.md", lambda path, content: link(path, str(content.parent / "geheim.md"), content), _LINK),
    (f"{FOLDER}/koppeling-binnen.md", lambda path, content: link(path, "lezen.md", content), _LINK),
    (f"{FOLDER}/koppeling-kapot.md", lambda path, content: link(path, "bestaat-niet.md", content), _LINK),
    (f"{FOLDER}/koppeling-zichzelf.md", lambda path, content: link(path, "koppeling-zichzelf.md", content), _LINK),
    (f"{FOLDER}/koppeling-proces.md", lambda path, content: link(path, "/proc/self/environ", content), _LINK),
    (f"{FOLDER}/koppeling-nul.md", lambda path, content: link(path, "/dev/zero", content), _LINK),
    (f"{FOLDER}/koppeling-map", lambda path, content: link(path, "../../../geheime-map", content), _LINK),
    (f"{FOLDER}/koppeling-lus", lambda path, content: link(path, "..", content), _LINK),
    (f"{FOLDER}/koppeling-git", lambda path, content: link(path, "../../../.git", content), _LINK),
    ("activiteiten/koppeling-gemeente", lambda path, content: link(path, "../../geheime-map", content), _LINK),
    ("locaties/koppeling-locatie.yaml", lambda path, content: link(path, "../../geheim.md", content), _LINK),
    ("partners/koppeling-map", lambda path, content: link(path, "../../geheime-map", content), _LINK),
    (f"{FOLDER}/pijp.md", pipe, Refused("verkeerd-bestandstype", line=1)),
    ("partners/map.yaml", lambda path, content: (content / path).mkdir(), Refused("onbekende-map", line=1)),
    ("partners/pijp.yaml", pipe, Refused("verkeerd-bestandstype", line=1)),
    (f"{FOLDER}/nullen.md", lambda path, content: empty(path, 10**9, content), Refused("bestand-te-groot", line=1)),
    ("locaties/nullen.yaml", lambda path, content: empty(path, 10**9, content), Refused("bestand-te-groot", line=1)),
)  # fmt: skip


def _picture(form: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((600, 400)).convert("RGB").save(out, form, **options)
    return out.getvalue()


@lru_cache(maxsize=1)
def position() -> bytes:
    """A JPEG with a position, a thumbnail's worth of notes, and a profile, all with the secret."""
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x8825] = {1: "N", 2: (TiffImagePlugin.IFDRational(51, 1),) * 3, 29: SECRET}
    return _picture("JPEG", exif=exif, comment=SECRET.encode(), icc_profile=SECRET.encode(), xmp=SECRET.encode())


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bomb(width: int, height: int) -> bytes:
    """A PNG that says it has so many pixels, all black."""
    packer = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    data = b"".join(packer.compress(row) for _ in range(min(height, 2_000))) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _animated() -> bytes:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], exif=b"Exif\0\0" + SECRET.encode())
    return out.getvalue()


def _text_chunk() -> bytes:
    plain = _picture("PNG")
    return plain[:33] + _chunk(b"tEXt", b"Comment\0<script>alert(1)</script>" + SECRET.encode()) + plain[33:]


_HTML = b"<!doctype html><script>alert(1)</script>"
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
_BROKEN, _LARGE = Refused("afbeelding-onbruikbaar"), Refused("afbeelding-te-groot")
_SHOWN = Harmless(outputs=(*PAGE, "beeld/{stem}-480.webp"))
_SMALL = Harmless(outputs=(*PAGE, "beeld/{stem}-40.webp"))

# Name, the name of the picture in the header, its bytes (None: no file is made), what must come of the activity.
PICTURES: tuple[tuple[str, str, Callable[[], bytes] | None, Outcome], ...] = (
    ("beeld-svg", "beeld-svg.jpg", lambda: _SVG, _BROKEN),
    ("beeld-svg-echt", "beeld.svg", None, Refused("verkeerd-bestandstype")),
    ("beeld-html", "beeld-html.png", lambda: _HTML, _BROKEN),
    ("beeld-leeg", "beeld-leeg.jpg", bytes, _BROKEN),
    ("beeld-afgebroken", "beeld-afgebroken.jpg", lambda: _picture("JPEG")[:2_000], _BROKEN),
    ("beeld-afgebroken-png", "beeld-afgebroken-png.png", lambda: _picture("PNG")[:2_000], _BROKEN),
    ("beeld-kop", "beeld-kop.jpg", lambda: b"\xff\xd8\xff", _BROKEN),
    ("beeld-bom", "beeld-bom.png", lambda: _bomb(30_000, 30_000), _LARGE),
    ("beeld-bom-lang", "beeld-bom-lang.png", lambda: _bomb(2**31 - 1, 1), _LARGE),
    ("beeld-smal", "beeld-smal.png", lambda: _bomb(1, 30_000), _LARGE),
    ("beeld-hoog", "beeld-hoog.png", lambda: _bomb(500, 70_000), _LARGE),
    ("beeld-groot", "beeld-groot.jpg", lambda: b"\xff\xd8\xff" + bytes(8_000_000), _LARGE),
    ("beeld-positie", "beeld-positie.jpg", position, _SHOWN),
    ("beeld-staart", "beeld-staart.jpg", lambda: _picture("JPEG") + SECRET.encode() + _HTML, _SHOWN),
    ("beeld-tekst", "beeld-tekst.png", _text_chunk, _SHOWN),
    ("beeld-zip", "beeld-zip.png", lambda: _picture("PNG") + b"PK\x03\x04" + _HTML, _SHOWN),
    ("beeld-andere-soort", "beeld-andere-soort.jpg", lambda: _picture("PNG"), _SHOWN),
    ("beeld-beweegt", "beeld-beweegt.webp", _animated, _SMALL),
    ("beeld-gif", "beeld-gif.jpg", lambda: _picture("GIF"), _BROKEN),
    ("beeld-pdf", "beeld-pdf.jpg", lambda: b"%PDF-1.4\n" + _picture("JPEG"), _BROKEN),
    ("beeld-omhoog", "../../../geheim.jpg", None, Refused("verkeerde-bestandsnaam")),
    ("beeld-omhoog-windows", r"..\..\..\geheim.jpg", None, Refused("verkeerde-bestandsnaam")),
    ("beeld-absoluut", "/etc/passwd.jpg", None, Refused("verkeerde-bestandsnaam")),
    ("beeld-van-de-buren", "../stad/koffie.png", None, Refused("verkeerde-bestandsnaam")),
    ("beeld-elders", "https://example.com/x.jpg", None, Refused("verkeerde-bestandsnaam")),
    ("beeld-stroom", "koffie.png:x.jpg", None, Refused("verkeerde-bestandsnaam")),
    ("beeld-tekstbestand", "lezen.md", None, Refused("verkeerd-bestandstype")),
)  # fmt: skip


# Name of the activity and of the picture, what stands there instead of one: it must count as missing.
NO_PICTURES: tuple[tuple[str, Callable[[str, Path], None]], ...] = (
    ("geen-beeld-link", lambda path, content: link(path, "../../../geheim.jpg", content)),
    ("geen-beeld-link-binnen", lambda path, content: link(path, "koffie.png", content)),
    ("geen-beeld-pijp", pipe),
    ("geen-beeld-map", lambda path, content: (content / path).mkdir()),
    ("geen-beeld-niets", lambda path, content: None),
)  # fmt: skip
