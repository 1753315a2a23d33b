"""What was sent twice: activities that look like one that is there, and one text for several municipalities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from meedoen.agenda.likeness import Likeness, likenesses
from meedoen.language.problems import Problem
from meedoen.language.suggestion import title_likeness
from meedoen.language.wording import list_of, quote
from meedoen.programme.activity import Activity
from meedoen.review.hint import Hint, shown_path
from meedoen.review.proposal import FileChange, Proposal

_NEAR = 7  # days; further apart it is the next season of the same
_TITLE = 65  # two titles that are less alike only have a word in common, such as that of a street
_MOST = 20  # candidates that are looked at more closely
_LONG_TEXT = 120  # signs of HTML; a shorter text is alike by chance
_MOST_NAMED = 3


def doubles(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for what is new, or has another title or other days, and looks like another.

    Of two new ones the last is named.
    """
    earlier: list[Activity] = []
    for change in proposal.changes:
        if change.after is None:
            continue
        if _is_fresh(change):
            for like in likenesses(change.after, [*proposal.others, *earlier], _MOST)[:_MOST]:
                if _is_worth_a_look(change.after, like):
                    yield _double(proposal, change.after, like)
                    break
        earlier.append(change.after)


def copies(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each new activity with the same text as one of another municipality.

    That of the organisation itself may be so.
    """
    own = proposal.network.organisation.organizer
    new = [each.after for each in proposal.changes if each.is_new and each.after and _can_be_copied(each.after, own)]
    if not new:
        return
    texts = {each.body for each in new}
    known = [each for each in proposal.others if each.body in texts]
    for number, activity in enumerate(new):
        alike = [each for each in [*known, *new[:number]] if _is_copy(activity, each)]
        elsewhere = list(dict.fromkeys(each.folder for each in alike))
        if not elsewhere:
            continue
        where = list_of([*elsewhere[:_MOST_NAMED], *(["meer"] if len(elsewhere) > _MOST_NAMED else [])])
        other = alike[0].path
        yield Hint(Problem(
            proposal.place(activity.path, "titel"), "zelfde-tekst",
            f"Dezelfde tekst staat ook in de map {where}: {shown_path(proposal, other, 'titel')}.",
            "Is het één activiteit voor meer gemeenten? Vraag om één bestand in content/activiteiten/regio/, met "
            "gemeenten erin. Is het reclame? Neem het dan niet over."), other)  # fmt: skip


def _is_fresh(change: FileChange) -> bool:
    before, after = change.before, change.after
    return before is None or (
        after is not None and (before.name, before.schedule.days) != (after.name, after.schedule.days)
    )


def _is_worth_a_look(activity: Activity, like: Likeness) -> bool:
    """Not what an organiser itself does at several places or on several days: who does that, knows it."""
    other = like.activity
    if not like.is_double and title_likeness(activity.name, other.name) < _TITLE:
        return False
    if not _are_near(activity.schedule.days, other.schedule.days):
        return False
    if activity.organizer.slug != other.organizer.slug:
        return True
    same_days = not set(activity.schedule.days).isdisjoint(other.schedule.days)
    return same_days and _place(activity) == _place(other) and _overlap(activity, other)


def _overlap(activity: Activity, other: Activity) -> bool:
    one, two = activity.schedule.times, other.schedule.times
    if one is None or two is None or one.end is None or two.end is None or one.overnight or two.overnight:
        return one is None or two is None or one.start == two.start
    return one.start < two.end and two.start < one.end


def _are_near(days: tuple[date, ...], others: tuple[date, ...]) -> bool:
    if not days or not others:
        return False
    for on in days:
        spot = bisect_left(others, on)
        if any(abs((other - on).days) <= _NEAR for other in others[max(0, spot - 1) : spot + 1]):
            return True
    return False


def _place(activity: Activity) -> str:
    return (activity.place.slug or activity.place.name.lower()) if activity.place else ""


def _double(proposal: Proposal, activity: Activity, like: Likeness) -> Hint:
    other = like.activity
    where = shown_path(proposal, other.path, "titel")
    rule, words = ("lijkt-dubbel", "lijkt dubbel met") if like.is_double else ("misschien-dubbel", "lijkt op")
    by = "" if activity.organizer.slug == other.organizer.slug else f", van {quote(other.organizer.name)}"
    return Hint(
        Problem(
            proposal.place(activity.path, "titel"),
            rule,
            f"{quote(activity.name)} {words} {quote(other.name)}{by} ({like.score} van 100): {where}.",
            "Is het hetzelfde? Vraag welk bestand blijft, en sluit dit voorstel of haal het andere weg. "
            "Zijn het er twee? Geef ze dan elk een titel waaraan je dat ziet.",
        ),
        other.path,
    )


def _can_be_copied(activity: Activity, own: str) -> bool:
    return len(activity.body) >= _LONG_TEXT and activity.organizer.slug != own and len(activity.municipalities) == 1


def _is_copy(activity: Activity, other: Activity) -> bool:
    return activity.body == other.body and not set(activity.municipalities) & set(other.municipalities)
