"""Pages by time: home, day, week and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import capital
from meedoen.outputs.shortcuts import shortcuts, weekend
from meedoen.outputs.site_build import Outcome, Page, SiteBuild

Days = tuple[tuple[date, tuple[Occurrence, ...]], ...]


def home(build: SiteBuild) -> Outcome:
    """Takes the build of a site.

    Gives its home page: shortcuts, what there is today, highlighted, and in the coming week.
    """
    agenda = build.agenda
    today = agenda.window.today
    week = agenda.between(today + timedelta(days=1), today + timedelta(days=7))
    featured = tuple(pair[1] for pair in agenda.coming if pair[0].featured)[:6]
    later = next((each for each in agenda.listed_days if each > today), None)
    yield Page("index.html", "home.html", build.voice.gettext("Agenda %(site)s", site=agenda.site.name), {
        "ways": shortcuts(agenda, tuple(on for on, _ in week), day_path), "weekend": weekend(today) or (),
        "today": today, "occurrences": agenda.on(today), "week": week, "featured": featured, "next_day": later,
        "week_path": week_path(today), "month_path": month_path(today), "facets": agenda.facets,
    }, feed="agenda.ics", updated=today)  # fmt: skip


def days(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a page for each listed day that has something, and for today."""
    agenda = build.agenda
    today = agenda.window.today
    shown = sorted({*agenda.listed_days, today})
    for before, on, after in _neighbours(shown):
        yield Page(day_path(on), "day.html", capital(build.voice.day(on, weekday=True)), {
            "shown": on, "occurrences": agenda.on(on), "before": before, "after": after,
            "week_path": week_path(on), "month_path": month_path(on),
        }, indexed=on >= today, feed="agenda.ics")  # fmt: skip


def weeks(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a page for each listed week that has something, and for this week.

    Weeks start on Monday (ISO 8601).
    """
    agenda, _ = build.agenda, build.voice.gettext
    today = agenda.window.today
    mondays = sorted({_monday(each) for each in (*agenda.listed_days, today)})
    for before, monday, after in _neighbours(mondays):
        sunday = monday + timedelta(days=6)
        number = monday.isocalendar().week
        title = _("Week %(number)s: %(days)s", number=number, days=build.voice.date_span(monday, sunday))
        yield Page(week_path(monday), "week.html", title, {
            "days": agenda.between(monday, sunday), "monday": monday, "number": number,
            "before": before, "after": after, "month_path": month_path(monday),
        }, indexed=sunday >= today, feed="agenda.ics")  # fmt: skip


def months(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a page for each month of the archive and ahead, and a list of months.

    The months are those that have something, and this month.
    """
    agenda = build.agenda
    today = agenda.window.today
    firsts = sorted({each.replace(day=1) for each in (*agenda.by_day, today)})
    for before, first, after in _neighbours(firsts):
        last = _last_of_month(first)
        yield Page(month_path(first), "month.html", capital(build.voice.month(first)), {
            "first": first, "grid": _grid(first, last), "by_day": agenda.by_day, "listed": agenda.window.listed,
            "days": agenda.between(first, last), "before": before, "after": after, "today": today,
        }, indexed=last >= today, feed="agenda.ics")  # fmt: skip
    totals = Counter(
        on.replace(day=1) for on, all_of_day in agenda.by_day.items() for each in all_of_day if each.takes_place
    )
    counts = tuple((first, totals[first]) for first in firsts)
    yield Page("maand/index.html", "months.html", build.voice.gettext("Alle maanden"), {
        "ahead": tuple(pair for pair in counts if pair[0] >= today.replace(day=1)),
        "archive": tuple(pair for pair in reversed(counts) if pair[0] < today.replace(day=1)),
    }, feed="agenda.ics")  # fmt: skip


def day_path(on: date) -> str:
    """Takes a day; gives `dag/2026-12-01.html`."""
    return f"dag/{on:%Y-%m-%d}.html"


def week_path(on: date) -> str:
    """Takes a day; gives `week/2026-w49.html`, by its ISO week."""
    iso = on.isocalendar()
    return f"week/{iso.year}-w{iso.week:02}.html"


def month_path(on: date) -> str:
    """Takes a day; gives `maand/2026-12.html`."""
    return f"maand/{on:%Y-%m}.html"


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _last_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _grid(first: date, last: date) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of a month, Monday first; None outside the month."""
    start, weeks = _monday(first), []
    while start <= last:
        weeks.append(
            tuple(each if first <= each <= last else None for each in (start + timedelta(days=n) for n in range(7)))
        )
        start += timedelta(days=7)
    return tuple(weeks)


def _neighbours(values: list[date]) -> Iterator[tuple[date | None, date, date | None]]:
    padded = [None, *values, None]
    for (before, on), (_, after) in pairwise(pairwise(padded)):
        if on is not None:
            yield before, on, after
