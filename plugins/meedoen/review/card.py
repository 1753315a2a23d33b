"""One activity as Markdown: its card, its dates and its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meedoen.agenda.agenda import Window
from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import capital, count, day
from meedoen.notation.markup import plain
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.recurrence_text import recurrence_text
from meedoen.programme.activity import Activity
from meedoen.review.moments import FIRST, meetings, named_dates
from meedoen.review.safe_markdown import folded, quoted, words

_SHORT_TEXT = 600
_LONGEST_TEXT = 4_000
_MOST_LEFT_OUT = 8


def card(activity: Activity, window: Window) -> list[str]:
    """Takes an activity and the window.

    Gives its card as it stands in a list, of its first date that is still to come.
    """
    dates = meetings(activity)
    shown = next((each for each in dates if each.last_day >= window.today and each.takes_place), dates[0])
    state = IN_DUTCH.state(shown)
    lines = [f"**{words(shown.name)}**"]
    if state:
        lines.append(f"⚠️ **{words(state)}** {words(shown.reason)}".rstrip())
    lines.append(f"📅 {words(capital(IN_DUTCH.when(shown)))}")
    lines.append(f"📍 {words(_where(shown))}")
    lines.append(f"👥 {_who(activity)}")
    if activity.summary:
        lines += ["", words(activity.summary)]
    return quoted(lines)


def dates_of(activity: Activity) -> Iterator[str]:
    """Takes an activity; gives the lines that say how often and when it is.

    The first dates to see, the others behind a fold, what is left out, what is otherwise.
    """
    dates = meetings(activity)
    if len(dates) == 1:
        yield f"**Wanneer:** één keer, {words(IN_DUTCH.when(dates[0]))}."
        return
    rule = activity.schedule.recurrence
    often = f"{words(recurrence_text(rule, IN_DUTCH.voice))}, " if rule else ""
    span = f"van {day(dates[0].day, weekday=True)} tot en met {day(dates[-1].day, weekday=True)}"
    yield f"**Wanneer:** {count(len(dates), 'keer', 'keer')}, {often}{span}."
    yield ""
    yield from (f"- {_line(each)}" for each in dates[:FIRST])
    if rest := dates[FIRST:]:
        yield ""
        yield from folded(f"Nog {count(len(rest), 'datum', 'datums')}", [f"- {_line(each)}" for each in rest])
    if left_out := activity.schedule.excluded:
        named = ", ".join(day(each, weekday=True, short=True) for each in left_out[:_MOST_LEFT_OUT])
        more = f" en nog {len(left_out) - _MOST_LEFT_OUT}" if len(left_out) > _MOST_LEFT_OUT else ""
        yield ""
        yield f"Niet op: {named}{more}."
    changed = [each for each in dates if each.change is not None]
    if changed:
        yield ""
        yield f"Anders dan de rest: {named_dates(changed, _MOST_LEFT_OUT)}."


def text_of(activity: Activity) -> list[str]:
    """Takes an activity; gives the text of its page, in which nothing works.

    Addresses of links are written out. A long text is folded.
    """
    text = plain(activity.body)
    if not text:
        return []
    lines = quoted([words(line) for line in text[:_LONGEST_TEXT].split("\n")])
    if len(text) > _LONGEST_TEXT:
        lines += [">", f"> … en nog {count(len(text) - _LONGEST_TEXT, 'teken', 'tekens')}"]
    title = "De tekst op de pagina"
    return ["", *([f"**{title}:**", "", *lines] if len(text) <= _SHORT_TEXT else folded(title, lines))]


def _line(occurrence: Occurrence) -> str:
    state = IN_DUTCH.state(occurrence)
    line = words(IN_DUTCH.when(occurrence))
    return line + f". **{words(state)}**. {words(occurrence.reason)}".rstrip() if state else line


def _where(occurrence: Occurrence) -> str:
    place = occurrence.place
    where = IN_DUTCH.where(occurrence)
    if place is None:
        return where
    town = f", {place.locality}" if place.locality and place.locality not in place.name else ""
    return f"{where}{town}{', en online' if occurrence.online else ''}"


def _who(activity: Activity) -> str:
    audience = IN_DUTCH.audience(activity)
    parts: Sequence[str] = (
        f"Voor {audience}" if audience else "",
        capital(IN_DUTCH.price(activity.price)),
        activity.themes[0].name if activity.themes else "",
        f"van {activity.organizer.name}",
    )
    return " · ".join(words(each) for each in parts if each)
