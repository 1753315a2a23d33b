"""What a calendar program shows under an event: plain text for a resident who reads it on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import day, list_of, quote
from meedoen.notation.markup import plain
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs.facts import IN_DUTCH
from meedoen.programme.activity import Activity
from meedoen.programme.joining import Registration

LONGEST = 4_000
"""Characters of the text of one event: some six screens of a phone, and half of what Google Calendar holds."""
ALTOGETHER = 60_000
"""Characters of the text in all events of one activity: a feed of a municipality has room for a hundred of those."""
IN_DESCRIPTION = tuple(row for row in ACTIVITY if row.shown and row.ical == "DESCRIPTION")
"""The fields that stand there as they are, each after its label."""
_SHORTEST = 300
_MOST_DATES = 24
_ALL_TAKEN = "Alle plaatsen zijn bezet."
_ENDS = (("\n\n", ""), ("\n", ""), (". ", "."), (" ", " …"))
_CLOSING = ".!?…"


def story(activity: Activity, dates: tuple[Occurrence, ...], url: str, events: int) -> str:
    """Takes an activity, its dates and the address of its page; gives the text that all its events have.

    That is the summary, the text and when it is; `events` is how many of them repeat it. What is longer than `LONGEST`,
    or than a fair part of `ALTOGETHER`, ends with a reference to the page.
    """
    body = plain(activity.body) if activity.body else ""
    longest = min(LONGEST, max(_SHORTEST, ALTOGETHER // max(events, 1)))
    if len(body) > longest:
        body = f"{_cut(body, longest)}\n\nLees verder: {url}"
    return "\n\n".join(part for part in (activity.summary, body, recurrence_lines(activity, dates)) if part)


def recurrence_lines(activity: Activity, dates: tuple[Occurrence, ...]) -> str:
    """Takes an activity and its dates; gives when a series is, and when it is otherwise.

    Who looks at one date sees what is the matter with the others. So every event of a series has another text when one
    of its dates changes, as all of them get another SEQUENCE.
    """
    schedule = activity.schedule
    if not schedule.is_series:
        return ""
    lines = [f"{IN_DUTCH.series(schedule).capitalize()}."]
    if schedule.recurrence is None and len(schedule.days) <= _MOST_DATES:
        lines = [f"Op {list_of([day(each) for each in schedule.days])}."]
    if schedule.excluded:
        lines.append(f"Niet op {_some([day(each) for each in schedule.excluded])}.")
    if schedule.recurrence is not None and schedule.extra:
        lines.append(f"Ook op {_some([day(each.day) for each in schedule.extra])}.")
    changed = [each for each in dates if each.change and (each.moved_to or each.day == each.planned)]
    if changed:
        lines.append("Anders dan anders:")
        lines += [f"- {day(each.planned, weekday=True)}: {_otherwise(each)}" for each in changed]
    return "\n".join(lines)


def _otherwise(occurrence: Occurrence) -> str:
    state = " ".join(_sentence(part) for part in (IN_DUTCH.state(occurrence), occurrence.reason) if part)
    if not state and occurrence.name != occurrence.activity.name:
        return f"heet dan {quote(occurrence.name, 100)}."
    return state[:1].lower() + state[1:] if state else "is dan anders."


def _some(items: list[str]) -> str:
    """The items as a list; of very many only the first, and how many more."""
    if len(items) <= _MOST_DATES:
        return list_of(items)
    return f"{', '.join(items[:_MOST_DATES])} en nog {len(items) - _MOST_DATES} keer"


def _cut(body: str, longest: int) -> str:
    """The begin of the text: whole paragraphs if that leaves over half, else lines, sentences or words."""
    for mark, ending in _ENDS:
        end = body.rfind(mark, 0, longest)
        if end > longest // 2:
            return _without_heading(body[:end]) + ending if mark in ("\n\n", "\n") else body[:end] + ending
    return body[:longest] + "…"


def _without_heading(text: str) -> str:
    """The text without a last paragraph that only announces what was cut: a heading, `Neem mee:`."""
    before, _, last = text.rpartition("\n\n")
    return before if before and "\n" not in last and last[-1] not in _CLOSING and not last.startswith("- ") else text


def description(occurrence: Occurrence, shared_text: str, url: str, features: Mapping[str, str]) -> str:
    """Takes an occurrence, the text of all events (see `story`) and the address of the page; gives the whole text.

    What is the matter, that text, practical lines, how to join online, the page. `features` has the name of every word
    by which a place says how accessible it is.
    """
    parts = (lead(occurrence), shared_text, "\n".join(_practical(occurrence, features)), _joining(occurrence), url)
    return "\n\n".join(part for part in parts if part)


def lead(occurrence: Occurrence) -> str:
    """Takes an occurrence; gives what is different about it and why, in one line; empty when it is as planned."""
    reason = occurrence.reason or (_ALL_TAKEN if occurrence.status is EventStatus.FULL else "")
    return " ".join(_sentence(part) for part in (IN_DUTCH.state(occurrence), reason) if part)


def _sentence(words: str) -> str:
    return words if words[-1] in _CLOSING else f"{words}."


def _practical(occurrence: Occurrence, features: Mapping[str, str]) -> Iterator[str]:
    activity = occurrence.activity
    if activity.audience or activity.age:
        yield f"Voor wie: {IN_DUTCH.audience(activity)}"
    if activity.price:
        yield f"Kosten: {IN_DUTCH.price(activity.price)}"
    if activity.registration and occurrence.takes_place and occurrence.status is not EventStatus.FULL:
        yield from _signing_up(activity.registration)
    if activity.languages:
        yield f"Taal: {list_of([term.name for term in activity.languages])}"
    if activity.language_level:
        yield f"Je hebt Nederlands nodig op niveau {activity.language_level}."
    if provided := _provided(occurrence, features):
        yield f"Toegankelijkheid: {provided}"
    for row in IN_DESCRIPTION:
        if text := getattr(activity, row.attribute):
            yield f"{row.label}: {text}"
    others = list_of([each.name for each in activity.partners])
    yield f"Van: {activity.organizer.name}{f', met {others}' if others else ''}"


def _signing_up(registration: Registration) -> Iterator[str]:
    yield " ".join(IN_DUTCH.registration(registration))
    if registration.url:
        yield f"Aanmelden: {registration.url}"
    if registration.phone:
        yield f"Telefoon: {registration.phone}"
    if registration.mail:
        yield f"Mail: {registration.mail}"


def _provided(occurrence: Occurrence, features: Mapping[str, str]) -> str:
    """What is arranged by the activity and at the place, each once, as sentences."""
    place = occurrence.place
    names = [term.name for term in occurrence.activity.accessibility]
    if place is not None:
        names += [features[slug] for slug in place.accessibility if slug in features]
    return " ".join(map(_sentence, dict.fromkeys(names)))


def _joining(occurrence: Occurrence) -> str:
    """How to take part from home; nothing for what does not go ahead."""
    online = occurrence.online
    if online is None or not occurrence.takes_place:
        return ""
    lead_in = "Doe online mee" if occurrence.place is None else "Je kunt ook online meedoen"
    if online.url:
        return f"{lead_in}: {online.url}"
    if occurrence.status is EventStatus.FULL:
        return ""
    registration = occurrence.activity.registration
    has_contact = registration and (registration.url or registration.phone or registration.mail)
    return f"{lead_in}. Je krijgt de link als je je aanmeldt.{'' if has_contact else ' Hoe dat kan, lees je hier:'}"
