"""One field of a content file: the row from which validation, messages, documentation and JSON Schema are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "line",  # one line of text
    "text",  # several lines of plain text
    "markdown",
    "slug",
    "date",
    "times",
    "clock",
    "recurrence",
    "end",  # a date, or a number of times
    "exceptions",  # dates, ranges, feestdagen, schoolvakanties
    "extra-dates",
    "reference",  # a name from a list of `content/`
    "choice",
    "yes-no",
    "number",
    "url",
    "phone",
    "mail",
    "price",
    "age",
    "online",
    "address",
    "registration",
    "image",
    "record",  # a table of its own
    "colour",
    "point",
    "zone",
    "texts",  # name → text, freely named
    "account",  # of a person or a team, where the files stand
    "folder",  # below that of a municipality: papendrecht/taalhuis
]


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a table. `key` is what people type, `attribute` what the code calls it."""

    key: str
    attribute: str
    kind: Kind
    explanation: str
    example: str
    required: bool = False
    many: bool = False
    longest: int = 0
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    parts: Table | None = None
    synonyms: tuple[str, ...] = ()
    per_date: bool = False
    group: str = ""
    ical: str = ""
    schema_org: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one kind of file or of one nested block, in the order in which people write them."""

    name: str
    title: str
    fields: tuple[Field, ...]
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)
    synonyms: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {each.key: each for each in self.fields})
        object.__setattr__(self, "synonyms", {word: each for each in self.fields for word in each.synonyms})

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)
