"""The words that an organisation sorts its activities by: kernfuncties, doelgroepen, thema's and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meedoen.language.problems import Fault
from meedoen.language.slug import SLUG, slugify
from meedoen.notation.fields.cast import read_record
from meedoen.notation.fields.reader import Reader
from meedoen.notation.schema.content_tables import TERM
from meedoen.notation.text.document import Document
from meedoen.notation.text.tree import Mapping as Block

VOCABULARIES = (
    "kernfuncties", "doelgroepen", "programmalijnen", "themas", "vaardigheden", "sdg", "toegankelijkheid", "talen",
    "soorten-plek", "soorten-partner",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a list: its slug, the name that people see, and what the list knows about it."""

    slug: str
    name: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    colour: str = ""
    core_function: str = ""
    code: str = ""


def read_vocabulary(document: Document, reader: Reader) -> dict[str, Term]:
    """Takes a file of words and the reader; gives slug → term in the order of the file.

    A term with a problem is left out and reported.
    """
    terms: dict[str, Term] = {}
    for key, node in document.fields.entries:
        if not SLUG.match(key.text):
            reader.report(
                key,
                Fault(
                    "ongeldig-id",
                    f"“{key.text}” kan geen kenmerk zijn.",
                    f"Typ bijvoorbeeld: {slugify(key.text) or 'taal'}",
                ),
            )
        elif not isinstance(node, Block):
            reader.report(
                node,
                Fault("verkeerde-vorm", f"Onder “{key.text}” horen losse velden.", "Typ eronder: naam: …"),
            )
        else:
            count = len(reader.problems)
            record = read_record(reader, TERM, node)
            if len(reader.problems) == count:
                terms[key.text] = Term(key.text, **record.values)
    return terms


def read_word_list(document: Document) -> dict[str, str]:
    """Takes a file of words; gives hard word → simpler words, both in lower case as typed."""
    return {
        key.text.strip().lower(): " ".join(node.text.split())
        for key, node in document.fields.entries
        if hasattr(node, "text")
    }


def spellings(names: Mapping[str, tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Takes key → (name, aliases); gives every accepted spelling → key, for key → (name, aliases): as typed, and in
    slug form.

    The first to claim one keeps it, but no name takes the place of another's key.
    """
    accepted: dict[str, str] = {key: key for key in names}
    for key, (name, aliases) in names.items():
        for word in (name, *aliases):
            slug = slugify(word)
            accepted.setdefault(slug, key)
            if slug == key or slug not in names:
                accepted.setdefault(word, key)
    accepted.pop("", None)
    return accepted
