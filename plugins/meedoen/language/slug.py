"""Words to the lower-case ASCII form in which content is named and addressed: `18+` becomes `18-plus`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
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
    """Takes a text; gives its lower-case ASCII letters, digits and single hyphens, at most 80 characters.

    Empty where nothing is left. Apostrophes disappear (`thema's` → `themas`), `+` becomes `-plus`, accents are dropped.
    """
    text = text.lower().replace("'", "").replace("’", "").translate(_APART)  # noqa: RUF001 - a curly apostrophe
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", text).strip("-")[:LONGEST].strip("-")


def is_name(text: str) -> bool:
    """Takes a text; gives whether it can name a file, a folder and a page on every computer: a slug, not too long."""
    return SLUG.match(text) is not None and len(text) <= LONGEST and text not in _DEVICES


def name_like(text: str) -> str:
    """Takes a text; gives the name that looks most like it: its slug, or one made of that.

    Empty where nothing is left.
    """
    slug = slugify(text)
    return f"{slug}-1" if slug in _DEVICES else slug


def free_name(title: str, taken: Container[str]) -> str:
    """Takes a title and the names that are taken; gives the name of the file of an activity, without its ending.

    It is made of the title, with a number where it is taken.
    """
    stem = name_like(title) or "activiteit"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem[: LONGEST - 5].rstrip('-')}-{number}"
    return name
