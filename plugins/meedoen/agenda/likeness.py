"""How much one activity looks like another: whether somebody sent what is there already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meedoen.language.suggestion import title_likeness
from meedoen.programme.activity import Activity

DOUBLE, PERHAPS = 85, 70
_DAYS = ((0, 100), (1, 80), (7, 50))
_OF_TITLE, _OF_DAY, _OF_PLACE = 0.55, 0.25, 0.2


@dataclass(frozen=True, slots=True)
class Likeness:
    """An activity that another one looks like, from 70 to 100. From 85 it is probably the same."""

    activity: Activity
    score: int

    @property
    def is_double(self) -> bool:
        """Whether it is probably the same."""
        return self.score >= DOUBLE


def likenesses(activity: Activity, others: Iterable[Activity], most: int = 3) -> tuple[Likeness, ...]:
    """Takes an activity and others; gives those that it looks most like, the nearest first; none below 70.

    The score: 55 % title, 25 % day (the same 100, a day off 80, a week 50) and 20 % place.
    """
    alike: list[Likeness] = []
    shown, days = set(activity.municipalities), frozenset(activity.schedule.days)
    for other in others:
        if other.id == activity.id or shown.isdisjoint(other.municipalities):
            continue
        # The title first: it is quickly compared, and most of the others drop out by it.
        score = _OF_TITLE * title_likeness(activity.name, other.name)
        score += _OF_PLACE * (100 if _place(activity) == _place(other) else 0)
        if score + _OF_DAY * 100 < PERHAPS:
            continue
        same_day = not days.isdisjoint(other.schedule.days)
        score += _OF_DAY * (100 if same_day else _day(activity.schedule.days, other.schedule.days))
        score = round(score)
        if score >= PERHAPS:
            alike.append(Likeness(other, score))
    return tuple(sorted(alike, key=lambda each: (-each.score, each.activity.path))[:most])


def _day(days: tuple[date, ...], others: tuple[date, ...]) -> int:
    if not days or not others:
        return 0
    nearest = min(_distance(each, others) for each in days)
    return next((score for distance, score in _DAYS if nearest <= distance), 0)


def _distance(day: date, others: tuple[date, ...]) -> int:
    spot = bisect_left(others, day)
    return min(abs((each - day).days) for each in others[max(0, spot - 1) : spot + 1])


def _place(activity: Activity) -> str:
    if activity.place is None:
        return "online"
    return activity.place.slug or activity.place.name.lower()
