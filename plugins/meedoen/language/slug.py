"""Words to the lower-case ASCII form in which content is named and addressed: `18+` becomes `18-plus`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APART = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d",
                        "ı": "i", "+": "-plus ", "&": "-en-", "@": "-at-"})  # fmt: skip  # noqa: RUF001 - letters
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST = 80
# Windows keeps these for its devices, with any ending: a file of that name cannot be there.
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = frozenset({"con", "prn", "aux", "nul", *_PORTS})


@lru_cache(maxsize=8192)
def slugify(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens, at most 80 characters; empty where nothing is left.

    Apostrophes disappear (`thema's` → `themas`), `+` becomes `-plus`, accents are dropped.
    """
    text = text.lower().replace("'", "").replace("’", "").translate(_APART)  # noqa: RUF001 - a curly apostrophe
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", text).strip("-")[:LONGEST].strip("-")


def is_name(text: str) -> bool:
    """Whether this can be the name of a file, a folder and a page, on every computer: a slug, and not too long."""
    return SLUG.match(text) is not None and len(text) <= LONGEST and text not in _DEVICES


def name_like(text: str) -> str:
    """The name that looks most like the text: its slug, or one made of that; empty where nothing is left."""
    slug = slugify(text)
    return f"{slug}-1" if slug in _DEVICES else slug
