"""A language that nobody speaks, from right to left: a catalogue of all texts, so that no test asks for a translation.

It stands in for Arabic: its letters, its six forms of a plural and its direction, and words that are a third longer.
"""

from __future__ import annotations

import io
import re

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from meedoen.language.catalogue import begun

CODE = "ar"
FORMS = ("zero", "one", "two", "few", "other", "many")
"""The forms of a plural in the order that gettext has for Arabic. As there, the first three need no figure."""

KEPT = re.compile(r"(%\(\w+\)s|\{\w+\}|<[^>]*>|&\w+;)")
"""What a translation leaves whole: what is filled in, elements, and characters by their name."""
_LETTERS = str.maketrans(
    dict(zip("bcdfghjklmnpqrstvwxyz", "بصدفغهجكلمنطقرستثشخئز", strict=True))
    | {vowel: letter * 2 for vowel, letter in zip("aeiou", "اعيوح", strict=True)}
    | {"é": "ععء", "ë": "ععئ", "ï": "ييئ", ",": "،", ";": "؛", "?": "؟"}
)


def made_up(text: str) -> str:
    """Takes a text; gives it in the letters of this language. What is filled in, elements and figures stay."""
    parts = KEPT.split(text)
    parts[::2] = [each.lower().translate(_LETTERS) for each in parts[::2]]
    return "".join(parts)


def made_up_catalogue(texts: Catalog) -> bytes:
    """Takes all texts; gives a complete catalogue (.po) of this language."""
    made = Catalog(locale=CODE)
    for message in filter(lambda each: each.id, texts):
        made.add(message.id, made_up(message.id) if isinstance(message.id, str) else _plural(*message.id))
    written = io.BytesIO()
    write_po(written, made, omit_header=True)
    return begun(CODE) + written.getvalue()


def _plural(one: str, many: str) -> tuple[str, ...]:
    texts = {form: f"{form} {one if form == 'one' else many}" for form in FORMS}
    texts |= {form: texts[form].replace("%(num)s ", "") for form in FORMS[:3]}
    return tuple(made_up(text) for text in texts.values())
