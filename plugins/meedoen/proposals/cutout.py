"""A piece of a page that stands by itself: no links, no script, no names of places in it, and its pictures inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser

from meedoen.notation.markup import Html, trusted

_LED = frozenset(
    {"href", "download", "rel", "hreflang", "srcset", "sizes", "loading", "id", "aria-labelledby", "tabindex"}
)
_DROPPED = frozenset({"script", "form", "link", "meta"})
_KINDS = {".svg": "image/svg+xml", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
_EMPTY = frozenset({"img", "br", "hr", "path", "circle", "rect", "line", "input", "source", "wbr"})


def main_of(page: bytes) -> str:
    """Takes a page; gives what stands between the head and the foot of a page of the theme."""
    html = page.decode()
    inside = html.partition("<main")[2].partition(">")[2].rpartition("</main>")[0]
    return inside.partition('<div class="wrap">')[2].rpartition("</div>")[0]


def cut_out(html: str, picture: Callable[[str], bytes | None]) -> Html:
    """Takes HTML and the pictures by their address; gives the piece; `picture` gives the bytes by the address in the
    page, None when there is none.
    """
    cutter = _Cutter(picture)
    cutter.feed(html)
    cutter.close()
    return trusted("".join(cutter.parts))


def data_url(path: str, data: bytes) -> str:
    """Takes a path and bytes; gives the bytes as an address."""
    ending = path[path.rfind(".") :]
    return f"data:{_KINDS[ending]};base64,{b64encode(data).decode()}"


class _Cutter(HTMLParser):
    def __init__(self, picture: Callable[[str], bytes | None]) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._picture = picture
        self._within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._within += tag in ("script", "form")
        elif not self._within:
            self.parts.append(f"<{tag}{''.join(self._attributes(tag, attrs))}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED and not self._within:
            self.parts.append(f"<{tag}{''.join(self._attributes(tag, attrs))}/>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._within -= tag in ("script", "form")
        elif not self._within and tag not in _EMPTY:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _attributes(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> Iterable[str]:
        for name, value in attrs:
            if name in _LED or name.startswith(("data-", "on")):
                continue
            if name == "src":
                value = self._source(value or "")
            yield f' {name}="{escape(value or "")}"'

    def _source(self, address: str) -> str:
        if address.startswith("data:"):
            return address
        data = self._picture(address)
        return data_url(address, data) if data else "data:,"
