"""The texts of the sites for translators: found in code and templates, kept in a file of gettext per language."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from meedoen.language.voice import DUTCH
from meedoen.language.wording import quote

_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
_OPTIONS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_MARKUP = re.compile(r"</?\w+|[\"<>]")
WIDTH = 110
_HEADER = """# The texts of the sites in this language. New texts come in with: meedoen vertalingen
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


@dataclass(frozen=True, slots=True)
class State:
    """How far a language is: how many texts there are, which are not there yet, and what is wrong in it."""

    texts: int
    missing: tuple[str, ...]
    faults: tuple[str, ...]


def template(sources: Mapping[str, bytes], names: Mapping[str, Iterable[str]]) -> Catalog:
    """Every text that residents may see. `sources` is path → a module or a template, `names` file → words of a list."""
    found = Catalog(charset="utf-8")
    for path, data in sorted(sources.items()):
        method = "python" if path.endswith(".py") else "jinja2"
        for _, message, comments, _context in extract(method, io.BytesIO(data), _KEYWORDS, options=_OPTIONS):
            found.add(message, locations=[(path, 0)], auto_comments=comments)
    for path, words in names.items():
        for word in words:
            found.add(word, locations=[(path, 0)])
    return found


def begun(code: str) -> bytes:
    """A new catalogue for this language, still empty. Raises UnknownLocaleError or ValueError when it is none."""
    locale = Locale.parse(code.replace("-", "_"))
    return _written(Catalog(locale=locale, fuzzy=False))


def updated(code: str, catalogue: bytes, texts: Catalog) -> bytes:
    """The catalogue with the texts of now: new ones empty (in Dutch: as they are), what is gone at the end."""
    found = _read(catalogue)
    found.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    if code == DUTCH.code:
        for message in found:
            if message.id and not any(_strings(message)):
                message.string = message.id
        # Of what is gone only other words than those of the code are worth keeping.
        for key in [key for key, message in found.obsolete.items() if message.string == message.id]:
            del found.obsolete[key]
    return _written(found)


def state(catalogue: bytes, texts: Catalog) -> State:
    """How far this catalogue is beside the texts of now."""
    found = _read(catalogue)
    asked = [message for message in texts if message.id]
    there = [(message, found.get(message.id)) for message in asked]
    missing = [_first(message) for message, own in there if own is None or own.fuzzy or not all(_strings(own))]
    return State(len(asked), tuple(missing), tuple(faults(catalogue)))


def faults(catalogue: bytes) -> Iterator[str]:
    """What would break a page: a place to fill in that is gone or new, an element that is not in the Dutch text."""
    for message in _read(catalogue):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        wanted = {name for each in ids for name in _PLACEHOLDER.findall(each)}
        for text in filter(None, _strings(message)):
            given = set(_PLACEHOLDER.findall(text))
            # One of the forms of a plural may do without the number.
            if given - wanted or (wanted - given) - ({"%(num)s"} if len(ids) > 1 else set()):
                names = ", ".join(sorted(wanted)) or "niets"
                yield f"Bij {quote(_first(message))} hoort in te vullen: {names}. In de vertaling staat: {quote(text)}"
            elif Counter(_MARKUP.findall(text)) != Counter(_MARKUP.findall(ids[-1])):
                shown = quote(_first(message))
                yield f"Bij {shown} horen dezelfde elementen en rechte aanhalingstekens. Er staat: {quote(text)}"


def _strings(message: Message) -> tuple[str, ...]:
    given = message.string
    return tuple(given) if isinstance(given, tuple | list) else (given or "",)


def _first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else str(message.id)


def _read(catalogue: bytes) -> Catalog:
    return read_po(io.BytesIO(catalogue), abort_invalid=True)


def _written(catalogue: Catalog) -> bytes:
    made = io.BytesIO()
    write_po(made, catalogue, width=WIDTH, include_lineno=False, omit_header=True)
    header = _HEADER.format(language=catalogue.locale_identifier, plurals=catalogue.plural_forms)
    return header.encode() + made.getvalue()
