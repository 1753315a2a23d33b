"""A letter before it has an address: what is told, in order, and of which dates. A settled one is kept as this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import date
from hashlib import sha256

from meedoen.outputs.letter import Item
from meedoen.programme.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A resized picture on the site of the activity, and what is on it."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedDate:
    """What readers were told of one date: by the date of its schedule, which day, which time, where."""

    planned: date
    day: date
    last_day: date
    time: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One activity as it is told. `site` and `page` say where its page stands: municipality, and path on its site.

    `dates` are those that were said to take place, `off` the planned dates that were said not to; `rule` is there when
    the line names the rule of the series, and so all its dates.
    """

    item: Item
    site: str
    page: str
    photo: Photo | None = None
    dates: tuple[AnnouncedDate, ...] = ()
    off: tuple[date, ...] = ()
    rule: str = ""

    @property
    def digest(self) -> str:
        """The same as long as the same is told."""
        item = self.item
        facts = (item.when, item.where, item.summary, item.note, item.audience, item.price, item.theme)
        kind = (item.note_kind,) if item.note_kind else ()
        return sha256("\n".join((item.name, self.site, self.page, *facts, *kind)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Part:
    """A section: `more` did not fit; they are on page `list` of the site of municipality `site`."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    _: KW_ONLY
    more: int = 0
    site: str = ""
    list: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The whole letter: the edition that was decided, what stands above and below it, and its parts."""

    edition: Edition
    title: str
    sender: str
    parts: tuple[Part, ...]
    address: str = ""
    mail: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that is told, in order."""
        return tuple(entry for part in self.parts for entry in part.entries)

    def same_as(self, other: Draft) -> bool:
        """Whether both say the same, settled or not, whatever the path of the file."""
        plain = replace(other.edition, settled=self.edition.settled, path=self.edition.path)
        return self == replace(other, edition=plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What readers were told in earlier letters: by id each planned date as last told, what was said to be off."""

    dates: Mapping[str, Mapping[date, AnnouncedDate]] = field(default_factory=dict)
    off: Mapping[str, frozenset[date]] = field(default_factory=dict)
    rules: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    as_of: date | None = None


def announced_by(earlier: Iterable[Draft]) -> Announced:
    """Takes letters, the oldest first; gives what these letters told together, the oldest first.

    `as_of` is the day on which the last of them was made.
    """
    dates: dict[str, dict[date, AnnouncedDate]] = {}
    off: dict[str, set[date]] = {}
    rules: set[str] = set()
    as_of: date | None = None
    for draft in earlier:
        as_of = draft.edition.as_of
        for entry in draft.entries:
            for moment in entry.dates:
                dates.setdefault(entry.item.id, {})[moment.planned] = moment
                off.setdefault(entry.item.id, set()).discard(moment.planned)
            off.setdefault(entry.item.id, set()).update(entry.off)
            if entry.rule:
                rules.add(entry.item.id)
    quiet = {each: frozenset(days) for each, days in off.items()}
    return Announced(dates=dates, off=quiet, rules=frozenset(rules), ids=frozenset(off), as_of=as_of)
