"""What somebody proposes: the activities that it adds, changes or removes, and the programme that they land in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from meedoen.language.problems import FilePosition
from meedoen.notation.text.document import Document
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network


@dataclass(frozen=True, slots=True)
class FileChange:
    """One activity file that is different. `path` is where it is now, or was when it is taken away.

    `before` and `after` are None where there was or is no file, or where a fault keeps it off the site; `old_path` is
    set when the file moved; `gone` says that the file is not there any more.
    """

    path: str
    before: Activity | None
    after: Activity | None
    old_path: str = ""
    gone: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the activity was not there before."""
        return self.before is None and self.after is not None

    @property
    def is_removal(self) -> bool:
        """Whether the activity is taken away."""
        return self.before is not None and self.after is None


@dataclass(frozen=True, slots=True)
class ProposedLetter:
    """An edition of the newsletter that is new or changed: its name, how it will read, what differs from the last."""

    slug: str
    text: tuple[str, ...]
    differences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A proposal on the day that it is looked at.

    `network` is the one as proposed; `others` are the activities that the proposal leaves alone, in order of path;
    `documents` has the text of each file that can be read, for the place of a field. `sender` is the
    account at the forge of who proposes, "" when that is not known.

    `besides` are the other files of the content that are different (places, lists, pictures, pages), `removed` those
    among them that are taken away, `outside` the files of the repository beside the content. `touched` are activities
    whose file stays as it was, but that look different by what is in `besides`. `before` is the network as it was; None
    when nothing around the activities is different. `letters` are the newsletters that are new or changed.
    """

    network: Network
    changes: tuple[FileChange, ...]
    others: tuple[Activity, ...]
    today: date
    documents: Mapping[str, Document] = field(default_factory=dict)
    sender: str = ""
    besides: tuple[str, ...] = ()
    removed: frozenset[str] = frozenset()
    outside: tuple[str, ...] = ()
    touched: tuple[FileChange, ...] = ()
    before: Network | None = None
    letters: tuple[ProposedLetter, ...] = ()

    @property
    def trusted(self) -> Network:
        """The network whose word counts for who may what: a proposal may name its own people."""
        return self.before or self.network

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The whole programme as it would be, in order of path."""
        proposed = [each.after for each in self.changes if each.after]
        return tuple(sorted([*self.others, *proposed], key=lambda each: each.path))

    def place(self, path: str, *keys: str) -> FilePosition:
        """Takes a path and keys; gives where the first of these fields stands in the proposed file.

        The file as a whole when it has none of them.
        """
        document = self.documents.get(path)
        entries = {key.text.lower(): key for key, _ in document.fields.entries} if document else {}
        first = next((entries[key] for key in keys if key in entries), None)
        return FilePosition(path, first.line, first.column, first.length) if first else FilePosition(path)
