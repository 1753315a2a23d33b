"""How far ahead a calendar reaches: as far as the window, or less when it would be too large for some programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.agenda.agenda import Window
from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import MONTHS, count, day

LIMIT = 1_000_000
"""Bytes of one file. Google and Outlook don't say what they take; Nextcloud failed on a large subscription."""
HEAD = 5_000
"""Bytes kept free for what stands before the events."""
_NAMED = 5


@dataclass(frozen=True, slots=True)
class FeedWindow:
    """The days of which a calendar has everything, both ends included."""

    first: date
    last: date

    def __contains__(self, on: date) -> bool:
        return self.first <= on <= self.last

    @property
    def words(self) -> str:
        """`Tot en met maart 2027.`, or the day when it is not the last of its month."""
        whole = (self.last + timedelta(days=1)).day == 1
        return f"Tot en met {f'{MONTHS[self.last.month - 1]} {self.last.year}' if whole else day(self.last)}."


@dataclass(frozen=True, slots=True)
class ShortenedFeed:
    """A calendar that would have had `size` bytes, and therefore ends with the day `last`."""

    path: str
    size: int
    last: date


def notices(feeds: Sequence[ShortenedFeed]) -> tuple[str, ...]:
    """Takes the calendars that end early; gives lines for who builds: how many, why, and the largest of them.

    None when all fit.
    """
    if not feeds:
        return ()
    largest = sorted(feeds, key=lambda each: (-each.size, each.path))[:_NAMED]
    which = f"{count(len(feeds), 'kalender is', 'kalenders zijn')} te groot voor sommige agenda-programma's"
    lines = [f"{which} (meer dan 1 MB). Daarom eerder afgekapt:"]
    for large in largest:
        size = f"{large.size / 1_000_000:.1f}".replace(".", ",")
        lines.append(f"  {large.path}: {size} MB, loopt tot en met {day(large.last)}")
    if rest := len(feeds) - len(largest):
        lines.append(f"  en nog {rest}")
    return tuple(lines)


def soonest(dates: Iterable[Occurrence], window: Window) -> date:
    """Takes the dates of an activity and the window; gives the first day from today on that it is there.

    Else the last day that it was, in the window of feeds.
    """
    latest = window.listed
    for occurrence in dates:
        if occurrence.day > window.last:
            continue
        if occurrence.last_day >= window.today:
            return max(occurrence.day, window.today)
        latest = max(latest, occurrence.last_day)
    return latest


def feed_window(sizes: Iterable[tuple[date, int]], window: Window) -> FeedWindow:
    """Takes the bytes of each activity with the day that it is there soonest; gives the longest window that fits.

    What is furthest ahead goes first, by whole months. When more than this month and the next must go, what is over
    goes before them; in a calendar that has too much in a single month, days go.
    """
    by_day: Counter[date] = Counter()
    for on, size in sizes:
        by_day[on] += size
    for days in _windows(window):
        if sum(size for on, size in by_day.items() if on in days) <= LIMIT - HEAD:
            break
    return days


def _windows(window: Window) -> Iterator[FeedWindow]:
    """From the whole window to this one day."""
    ends = [window.last]
    while (end := ends[-1].replace(day=1) - timedelta(days=1)) >= window.today:
        ends.append(end)
    yield from (FeedWindow(window.listed, end) for end in (ends[:-1] or ends))
    yield from (FeedWindow(window.today, end) for end in ends)
    days = (ends[-1] - window.today).days
    yield from (FeedWindow(window.today, window.today + timedelta(days=number)) for number in reversed(range(days)))
    yield FeedWindow(window.today, window.today)
