"""The texts of the sites for translators: found in code and templates, kept in a file of gettext per language.

Dutch stands in the code. A catalogue for it has only what a library says in other words.
"""

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
_OWN_WORDS = "What these sites say in other words than the theme. The texts of the theme stand in the other catalogues."
_ALL_TEXTS = "The texts of the sites in this language. New texts come in with: meedoen vertalingen"
_HEADER = """# {remark}
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


@dataclass(frozen=True, slots=True)
class State:
    """How far a language is: how many texts there are, which are not there yet, and what is wrong in it.

    For Dutch only what a library says otherwise counts.
    """

    texts: int
    missing: tuple[str, ...]
    faults: tuple[str, ...]


def template(sources: Mapping[str, bytes], names: Mapping[str, Iterable[str]]) -> Catalog:
    """Takes sources and lists of words; gives every text that residents may see.

    `sources` is path → a module or a template, `names` file → words of a list.
    """
    catalogue = Catalog(charset="utf-8")
    for path, data in sorted(sources.items()):
        method = "python" if path.endswith(".py") else "jinja2"
        for _, message, comments, _context in extract(method, io.BytesIO(data), _KEYWORDS, options=_OPTIONS):
            catalogue.add(message, locations=[(path, 0)], auto_comments=comments)
    for path, words in names.items():
        for word in words:
            catalogue.add(word, locations=[(path, 0)])
    return catalogue


def begun(code: str) -> bytes:
    """Takes the code of a language; gives a new catalogue for this language, still empty.

    Raises UnknownLocaleError or ValueError when it is none.
    """
    return _written(code, Catalog(locale=Locale.parse(code.replace("-", "_")), fuzzy=False))


def updated(code: str, catalogue: bytes, texts: Catalog) -> bytes:
    """Takes the code of a language, its catalogue and the texts of now; gives the catalogue with the texts of now: new
    ones empty, what is gone at the end; of Dutch only other words.
    """
    current = _read(catalogue)
    for gone in current.obsolete.values():  # a text that comes back has its translation still
        current.add(gone.id, gone.string)
    current.obsolete.clear()
    current.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    if code == DUTCH.code:
        for message in [*current, *current.obsolete.values()]:
            if message.id and (not any(_strings(message)) or _strings(message) == _ids(message)):
                current.delete(message.id)
                current.obsolete.pop(_ids(message)[0], None)
    return _written(code, current)


def state(code: str, catalogue: bytes, texts: Catalog) -> State:
    """Takes the code of a language, its catalogue and the texts of now; gives how far this catalogue is beside the
    texts of now.
    """
    own_catalogue = _read(catalogue)
    asked = [message for message in (own_catalogue if code == DUTCH.code else texts) if message.id]
    there = [(message, own_catalogue.get(message.id)) for message in asked]
    missing = [_ids(message)[0] for message, own in there if own is None or own.fuzzy or not all(_strings(own))]
    wrong = [*faults(catalogue), *(_unused(own_catalogue, texts) if code == DUTCH.code else ())]
    return State(len(asked), tuple(missing), tuple(wrong))


def faults(catalogue: bytes) -> Iterator[str]:
    """Takes a catalogue; gives what would break a page: a place to fill in that is gone or new, an element that is not
    in the Dutch text.
    """
    for message in _read(catalogue):
        if not message.id:
            continue
        ids = _ids(message)
        wanted = {name for each in ids for name in _PLACEHOLDER.findall(each)}
        for text in filter(None, _strings(message)):
            filled_in = set(_PLACEHOLDER.findall(text))
            # One of the forms of a plural may do without the number.
            if filled_in - wanted or (wanted - filled_in) - ({"%(num)s"} if len(ids) > 1 else set()):
                names = ", ".join(sorted(wanted)) or "niets"
                yield f"Bij {quote(_ids(message)[0])} hoort in te vullen: {names}. In de vertaling staat: {quote(text)}"
            elif Counter(_MARKUP.findall(text)) != Counter(_MARKUP.findall(ids[-1])):
                shown = quote(_ids(message)[0])
                yield f"Bij {shown} horen dezelfde elementen en rechte aanhalingstekens. Er staat: {quote(text)}"


def _unused(own: Catalog, texts: Catalog) -> Iterator[str]:
    """What a library says in other words, of texts that the sites do not have: nobody would ever read it."""
    for message in (*own, *own.obsolete.values()):
        if message.id and texts.get(message.id) is None:
            yield f"De tekst {quote(_ids(message)[0])} staat niet op de sites. Haal de regels met deze tekst weg."


def _strings(message: Message) -> tuple[str, ...]:
    strings = message.string
    return tuple(strings) if isinstance(strings, tuple | list) else (strings or "",)


def _ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (str(message.id),)


def _read(catalogue: bytes) -> Catalog:
    return read_po(io.BytesIO(catalogue), abort_invalid=True)


def _written(code: str, catalogue: Catalog) -> bytes:
    made = io.BytesIO()
    write_po(made, catalogue, width=WIDTH, include_lineno=False, omit_header=True)
    remark = _OWN_WORDS if code == DUTCH.code else _ALL_TEXTS
    header = _HEADER.format(remark=remark, language=catalogue.locale_identifier, plurals=catalogue.plural_forms)
    return header.encode() + made.getvalue()
