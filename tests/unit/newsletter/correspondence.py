"""Letters about activities that are read from files, and what every letter in a series of them must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.agenda.agenda import Agenda, Window, select
from meedoen.agenda.revision import Past
from meedoen.newsletter.candidate import Candidate
from meedoen.newsletter.composition import LetterSettings, compose
from meedoen.newsletter.draft import Draft
from meedoen.newsletter.letter_builder import candidates, setting_of
from meedoen.newsletter.section import CANCELLED
from meedoen.programme.activity import Activity
from meedoen.programme.edition import Edition
from meedoen.programme.network import Network


@dataclass(frozen=True)
class Post:
    """What the site showed when a letter was made, and the letter."""

    agenda: Agenda
    draft: Draft


def edition(first: date, last: date, as_of: date | None = None, **more: object) -> Edition:
    """An edition for Papendrecht about these days."""
    values: dict[str, object] = {"municipality": "papendrecht", "slug": f"papendrecht-{first}", "subject": "Lees mee"}
    return Edition(**{"path": "", "first": first, "last": last, "as_of": as_of or first} | values | more)  # type: ignore[arg-type]


def shown(activities: Iterable[Activity], network: Network, today: date, site: str = "papendrecht") -> Agenda:
    """What the site shows of these activities."""
    return select(activities, network.municipalities[site], network, Window.around(today))


def told(agenda: Agenda) -> tuple[Candidate, ...]:
    """What may be told of an agenda without a history."""
    return candidates(agenda, Past())


def write(
    edition: Edition, agenda: Agenda, earlier: Sequence[Draft] = (), setting: LetterSettings | None = None
) -> Draft:
    """The letter of this edition."""
    return compose(edition, told(agenda), earlier, setting or setting_of(agenda.network))


def weekly(versions: Sequence[Sequence[Activity]], network: Network, monday: date, ahead: int = 4) -> list[Post]:
    """A letter a week, each made some days ahead of what was in the agenda then; each knows those before it."""
    posts: list[Post] = []
    for number, activities in enumerate(versions):
        first = monday + timedelta(weeks=number)
        as_of = first - timedelta(days=ahead)
        about = edition(first, first + timedelta(days=6), as_of, most_in_section=40)
        agenda = shown(activities, network, as_of)
        posts.append(Post(agenda, write(about, agenda, [each.draft for each in posts])))
    return posts


def broken(posts: Sequence[Post]) -> list[str]:
    """Everything that these letters promise and do not keep, in words; empty when they keep it all."""
    return [line for number in range(len(posts)) for line in _broken(posts, number)]


def _broken(posts: Sequence[Post], number: int) -> Iterator[str]:
    post, earlier = posts[number], posts[:number]
    about, title = post.draft.edition, post.draft.title
    ids = [entry.item.id for entry in post.draft.entries]
    if len(ids) != len(set(ids)):
        yield f"{title}: an activity stands twice"
    dates = {(entry.item.id, each.planned, each.day): each for entry in post.draft.entries for each in entry.dates}
    if any(each.last_day < about.as_of for each in dates.values()):
        yield f"{title}: a date that is over"
    held = {
        (each.activity.id, each.planned, each.day): each
        for of_activity in post.agenda.by_activity.values()
        for each in of_activity
        if each.takes_place
    }
    if not dates.keys() <= held.keys():
        yield f"{title}: announces what does not take place: {sorted(dates.keys() - held.keys())}"
    here = {key for key, each in held.items() if each.last_day >= about.opens and each.day <= about.last}
    told_here = {key for key, each in dates.items() if each.last_day >= about.opens and each.day <= about.last}
    if here != told_here:
        yield f"{title}: other dates than the site: {sorted(here ^ told_here)}"
    before = {
        (entry.item.id, each.planned): each for one in earlier for entry in one.draft.entries for each in entry.dates
    }
    said = {
        (entry.item.id, planned) for one in (*earlier, post) for entry in one.draft.entries for planned in entry.off
    }
    now = {(identifier, planned) for identifier, planned, _ in held}
    still = {each.id for each in post.agenda.activities}
    for key, each in before.items():
        if each.last_day >= about.as_of and key not in now and key[0] in still and key not in said:
            yield f"{title}: does not tell that {key} is off"
    rules = {entry.item.id for one in earlier for entry in one.draft.entries if entry.rule}
    for part in post.draft.parts:
        for entry in part.entries if part.key == CANCELLED else ():
            for planned in entry.off:
                if (entry.item.id, planned) not in before and entry.item.id not in rules:
                    yield f"{title}: tells that {entry.item.id} is off on {planned}, of which nobody knew"
