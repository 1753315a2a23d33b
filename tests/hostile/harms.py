"""What would be harm in an output folder: what may not be in it, by kind of file, seen with a reader of its own."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from icalendar import Calendar
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.hostile.traps import SECRET

_ELEMENTS = frozenset(
    {"script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "form", "input", "button",
     "select", "textarea", "svg", "math", "template", "portal", "marquee", "link", "meta", "noscript", "plaintext"}
)  # fmt: skip
_ADDRESSES = frozenset(
    {"href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "background", "ping"}
)
_ABOUT_ITSELF = frozenset({"description", "robots", "canonical", "alternate"})
_OF_THE_SITE = frozenset({"data-folder", "data-site", "data-address"})
_OWN_SITE = re.compile(
    r"http://127\.0\.0\.1:8000/(?:[a-z-]+/(?=theme/|manifest|zoeken))?"
)  # in the pages for wrong addresses
_OWN_CALENDAR = re.compile(r"webcal://127\.0\.0\.1:8000/[a-z0-9/-]+\.ics")
_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\x00-\x20-]*):")
_COMPONENTS = frozenset({"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"})
_LONE_END = re.compile(rb"\r(?!\n)|(?<!\r)\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DRAWN = frozenset(
    {"svg", "path", "rect", "width", "height", "viewBox", "d", "x", "y", "rx", "fill", "stroke", "stroke-width",
     "stroke-opacity", "stroke-linecap", "stroke-linejoin"}
)  # fmt: skip
_JSON_ADDRESSES = frozenset(
    {"url", "image", "feed_url", "home_page_url", "external_url", "icon", "@id", "sameAs", "logo", "item", "version"}
)
_PLACE = re.compile(r"(?:\.\./)?[A-Za-z0-9_./-]*(?:\?[a-z=-]*)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Signature = tuple[str, tuple[tuple[str, str | None], ...], str]


def harms(output: Path, theme: frozenset[Signature]) -> list[str]:
    """Every harm in this folder, as `path: what`. `theme` is what a build of honest content has in its pages."""
    found = []
    for path in sorted(each for each in output.rglob("*") if each.is_file()):
        name = PurePosixPath(path.relative_to(output).as_posix())
        data = path.read_bytes()
        if SECRET.encode() in data:
            found.append(f"{name}: the secret")
        if path.suffix == ".html":
            found += (f"{name}: {harm}" for harm in page_harms(data, name, theme))
        elif name.parts[-2:-1] != ("theme",) and path.name != ".meedoen":
            look = _KINDS.get(path.suffix)
            found += (f"{name}: {harm}" for harm in look(data)) if look else [f"{name}: a kind of file nobody looks at"]
    return found


def page_harms(data: bytes, path: PurePosixPath, theme: frozenset[Signature]) -> Iterator[str]:
    """Elements and attributes that act, addresses that are not plain, and a way out of the output."""
    for node in _nodes(data):
        signature = _signature(node)
        if node.tag in _ELEMENTS and signature not in theme and not _is_linked_data(node):
            yield f"<{node.tag}> {dict(signature[1])} {signature[2][:80]}"
        for name, value in node.attributes.items():
            if name.startswith("on") or name in {"style", "srcdoc", "http-equiv"}:
                if signature not in theme:
                    yield f"{name}={value} on <{node.tag}>"
            elif name in _ADDRESSES:
                yield from _address_harms(node.tag or "", name, value or "", path)


def signatures(output: Path) -> frozenset[Signature]:
    """The elements that act, in the pages of this output: what the theme itself brings."""
    pages = (path.read_bytes() for path in output.rglob("*.html"))
    return frozenset(_signature(node) for data in pages for node in _nodes(data) if node.tag in _ELEMENTS)


def words(data: bytes) -> str:
    """The text of the page between its head and its foot, as one reads it."""
    main = LexborHTMLParser(data.decode()).css_first("main")
    return " ".join(main.text().split()) if main else ""


def _nodes(data: bytes) -> Iterator[LexborNode]:
    root = LexborHTMLParser(data.decode()).root
    return (node for node in root.traverse() if node.is_element_node) if root else iter(())


def _signature(node: LexborNode) -> Signature:
    kept = dict(node.attributes)
    # What a page says of itself in its head: the same thing on every page.
    if _ABOUT_ITSELF & {*kept.values()} or (kept.get("property") or "").startswith("og:"):
        kept |= dict.fromkeys({"content", "href", "title"} & kept.keys())
    elif node.tag == "link":
        kept["href"] = _OWN_SITE.sub("", kept.get("href") or "")
    elif node.tag == "form":
        kept["action"] = _OWN_SITE.sub("", kept.get("action") or "")
        kept |= dict.fromkeys(_OF_THE_SITE & kept.keys())
    elif node.tag == "input" and kept.get("type") == "checkbox":
        kept["value"] = None  # a name from a list of the maintainers
    return node.tag or "", tuple(sorted(kept.items())), node.text() if node.tag in {"script", "style"} else ""


def _is_linked_data(node: LexborNode) -> bool:
    """Whether this is data of ours: schema.org, or what the file says, for the form (which writes it as text)."""
    if node.tag != "script" or "<" in node.text():
        return False
    if dict(node.attributes) == {"id": "bron", "type": "application/json"}:
        return {*json.loads(node.text())} == {"velden", "tekst", "kop"}
    return node.attributes.get("type") == "application/ld+json" and not list(json_harms(node.text().encode()))


def _address_harms(tag: str, name: str, value: str, path: PurePosixPath) -> Iterator[str]:
    for part in value.split(",") if name == "srcset" else [value]:
        address = part.strip().split(" ")[0] if name == "srcset" else part.strip()
        scheme = _SCHEME.match(address)
        where = f"{name}={address} on <{tag}>"
        if scheme is None:
            depth = len(path.parts) - 1
            up = address.split("?")[0].split("#")[0].split("/").count("..")
            if address.startswith(("//", "/", "\\")) or up > depth:
                yield f"{where} leaves the output"
        elif tag == "a" and _OWN_CALENDAR.fullmatch(address):
            continue
        elif tag == "form" and path.name == "404.html" and address.endswith("/zoeken.html"):
            continue  # that page may be shown at any depth, so that all its addresses are whole
        elif scheme[1].lower() not in _SCHEMES:
            yield f"{where} has an odd scheme"
        elif tag not in {"a", "link"}:
            yield f"{where} is read from another host"
        elif scheme[1].lower() in {"http", "https"} and "@" in urlsplit(address).netloc:
            yield f"{where} has a user in front of the host"
        elif scheme[1].lower() == "mailto" and "?" in address:
            yield f"{where} sets mail headers"


def calendar_harms(data: bytes) -> Iterator[str]:
    """Lines that are not ours, components that are not events, and two events that are the same to a reader."""
    if _LONE_END.search(data) or _CONTROL.search(data):
        yield "a lone CR or LF, or a control character"
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        yield "a line of more than 75 octets"
    calendar = Calendar.from_ical(data)
    yield from (f"component {each.name}" for each in calendar.walk() if each.name not in _COMPONENTS)
    yield from (f"error {error}" for each in calendar.walk() for error in each.errors)
    keys = Counter((str(each["UID"]), str(getattr(each.get("RECURRENCE-ID"), "dt", ""))) for each in calendar.events)
    yield from (f"two events {key}" for key, number in keys.items() if number > 1)


def uids(data: bytes) -> frozenset[str]:
    """The UIDs of a calendar file."""
    return frozenset(str(each["UID"]) for each in Calendar.from_ical(data).events)


def picture_harms(data: bytes) -> Iterator[str]:
    """Anything besides the pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        if dict(picture.getexif()) or {"exif", "xmp", "icc_profile"} & {
            key for key, value in picture.info.items() if value
        }:
            yield f"notes {sorted(map(str, picture.info))}"
        if getattr(picture, "n_frames", 1) > 1:
            yield "moves"
    if len(data) != int.from_bytes(data[4:8], "little") + 8:
        yield "something behind the picture"


def table_harms(data: bytes) -> Iterator[str]:
    """Cells that a spreadsheet works out."""
    for row in csv.reader(
        io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";" if b";" in data[:200] else ","
    ):
        yield from (
            f"formula {cell[:40]}"
            for cell in row
            if cell.startswith(_FORMULA) and not re.fullmatch(r"-?[0-9.,]+", cell)
        )


def json_harms(data: bytes) -> Iterator[str]:
    """Addresses that are not plain, and HTML in a feed that acts in a reader."""
    found = json.loads(data)
    if found is None:
        yield "nothing"
    for key, text in _texts(found):
        if key == "content_html":
            yield from _markup_harms(text)
        elif key in _JSON_ADDRESSES and text:
            yield from _plain_address_harms(key, text)
        elif key in ("page", "pages", "taken") and not _PLACE.fullmatch(text):
            yield f"{key} {text[:60]} is no place of ours"


def _texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in this JSON, with the key that it stands under."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts(inside, name)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(inside, key)
    elif isinstance(value, str):
        yield key, value


def _plain_address_harms(name: str, address: str) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https", "urn"} or "@" in parts.netloc or not address.isprintable():
        yield f"{name}={address[:80]} is no plain address"


def _markup_harms(text: str) -> Iterator[str]:
    """What would act in a reader of feeds. Our own pictures are addressed whole there."""
    fragment = text.replace("http://127.0.0.1:8000/", "")
    yield from page_harms(fragment.encode(), PurePosixPath("feed"), frozenset())


def xml_harms(data: bytes) -> Iterator[str]:
    """Elements that act, in the file or in the HTML that it carries, and addresses that are not plain."""
    for each in ET.fromstring(data).iter():  # noqa: S314 - our own output
        name = each.tag.rpartition("}")[2].lower()
        if name in {"script", "style", "iframe"}:
            yield name
        if name == "encoded":
            yield from _markup_harms(each.text or "")
        addresses = [each.attrib.get("url"), each.attrib.get("href"), each.text if name in {"link", "loc"} else None]
        for address in addresses:
            if address:
                yield from _plain_address_harms(name, address)


def _manifest_harms(data: bytes) -> Iterator[str]:
    for key, text in _texts(json.loads(data)):
        if key in {"start_url", "scope", "src", "id"} and not _PLACE.fullmatch(text):
            yield f"{key} {text[:60]} leaves the site"


def _drawing_harms(data: bytes) -> Iterator[str]:
    for each in ET.fromstring(data).iter():  # noqa: S314 - our own output
        named = {each.tag.rpartition("}")[2], *each.attrib}
        yield from sorted(named - _DRAWN)


def _style_harms(data: bytes) -> Iterator[str]:
    yield from (word for word in ("@import", "javascript:", "expression(", "//", "</") if word in data.decode())


def _plain_harms(data: bytes) -> Iterator[str]:
    if _CONTROL.search(data):
        yield "a control character"


_KINDS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".ics": calendar_harms,
    ".webp": picture_harms,
    ".csv": table_harms,
    ".json": json_harms,
    ".webmanifest": _manifest_harms,
    ".xml": xml_harms,
    ".css": _style_harms,
    ".svg": _drawing_harms,
    ".txt": _plain_harms,
    "": _plain_harms,  # _headers and .htaccess
}
