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

Asked = Literal["first", "more", "last"]
"""When the form asks it: in a place of its own, to who wants to tell more, or after that (what the library knows best)."""
Hints = Literal["text", "name", ""]
"""What the hints for writing look at: private data, mail codes and plain words; not the words of a name; nothing."""
Shown = Literal["facts", "below", ""]
"""Where the page of an activity shows a field that has no place of its own: among the facts, or below the text."""


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a table: all that anything has to know of one field.

    What is read: `key` is what people type, `attribute` what the code calls it; `longest` is in characters, `most` how
    many before it is too much. `hints` says what is looked at for who writes it.

    The form and the editor: `label` is its name where the key does not say it, `question` what the form asks, `asked`
    when, and where it does not ask, `unasked` says why; `one_of` names one item of a list, `needed` says when it is
    needed (both for the editor).

    The page: `shown` says where, with `icon` beside the label.

    The summary of a proposal: `told_as` is its name there, where that is not the key; `weighs` when who had it in a
    calendar would come at the wrong moment or to the wrong place; `by_dates` when it is told date by date.

    Calendar and data: `ical` is the property of RFC 5545 that has it, `schema_org` the property of schema.org, `data`
    its name in the open data with `data_meaning` where that is another than the explanation.
    """

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
    label: str = ""
    question: str = ""
    asked: Asked = "more"
    unasked: str = ""
    one_of: str = ""
    needed: str = ""
    most: int = 0
    hints: Hints = "text"
    told_as: str = ""
    weighs: bool = False
    by_dates: bool = False
    shown: Shown = ""
    icon: str = "subject"
    data: str = ""
    data_meaning: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether it holds words of the writer that residents read, as they are: of prices that is for whom they are."""
        return self.kind in ("line", "text", "markdown", "price") and self.hints != ""


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one kind of file or of one nested block, in the order in which people write them."""

    name: str
    title: str
    fields: tuple[Field, ...]
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)
    by_attribute: dict[str, Field] = field(init=False, repr=False, compare=False)
    synonyms: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {each.key: each for each in self.fields})
        object.__setattr__(self, "by_attribute", {each.attribute: each for each in self.fields})
        object.__setattr__(self, "synonyms", {word: each for each in self.fields for word in each.synonyms})

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)
