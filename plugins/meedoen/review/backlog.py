"""What waits to be reviewed: proposals with the day on which each is too late, in the order in which to read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meedoen.language.wording import count, list_of, quote
from meedoen.review.hint import to_come
from meedoen.review.proposal import FileChange
from meedoen.review.published import first_difference

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingActivity:
    """One activity in a proposal. `first` is the first day that matters, None when nobody can tell.

    `is_over`: all of it has been already.
    """

    path: str
    name: str
    what: str
    first: date | None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that waits: its name, the reference in Git, since when, and the number of faults in it.

    `unread` is the number of activities that were not looked at, because there are so many.
    """

    name: str
    ref: str
    since: date
    items: tuple[WaitingActivity, ...]
    faults: int = 0
    unread: int = 0

    @property
    def first(self) -> date | None:
        """The first day that matters of all that is in it."""
        return min((each.first for each in self.items if each.first), default=None)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left in it that can still take place."""
        return bool(self.items) and not self.unread and all(each.is_over for each in self.items)


def item(change: FileChange, today: date) -> WaitingActivity:
    """Takes a change and today; gives what it is for who must read it in time."""
    known = change.after or (change.before if change.gone else None)
    what = "weg" if change.gone else "nieuw" if change.before is None else "verandert"
    if known is None:
        return WaitingActivity(path=change.path, name="", what=what, first=None)
    dates = to_come(known, today)
    first = first_difference(change, today) or (dates[0].day if dates else None)
    return WaitingActivity(
        path=change.path, name=known.name, what=what, first=max(first, today) if first else None, is_over=first is None
    )


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Takes what waits; gives it in the order in which to read it.

    What is too late first comes first; then what nobody can tell of; what is over comes last. Older before newer.
    """
    return sorted(
        waiting, key=lambda each: (each.is_over, each.first is None, each.first or each.since, each.since, each.name)
    )


def farewell(waiting: Waiting, days: int) -> str:
    """Takes what came too late and the days of review; gives a text to close it with."""
    names = [quote(each.name) for each in waiting.items if each.name]
    shown = list_of([*names[:_MOST_NAMED], *([f"nog {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else [])])
    many = len(names) > 1
    return (
        f"Dag! Bedankt voor {shown}. Het is ons niet gelukt om dit op tijd te lezen: "
        f"{'de datums zijn' if many else 'de datum is'} al geweest. Daarom sluiten we dit voorstel. Dat spijt ons. "
        f"Stuur je nog eens iets in? Graag! Doe het liefst minstens {count(days, 'werkdag', 'werkdagen')} van tevoren."
    )
