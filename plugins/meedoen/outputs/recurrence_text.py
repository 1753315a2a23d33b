"""How often, in the language of a site. In Dutch it is what `notation.time.recurrence.phrase` gives, by test."""

from __future__ import annotations

from collections.abc import Callable

from meedoen.language.voice import DUTCH, Voice
from meedoen.notation.time.expansion import Recurrence
from meedoen.notation.time.recurrence import WORKDAYS


def recurrence_text(rule: Recurrence, voice: Voice) -> str:
    """Takes a rule and a voice.

    Gives `elke dinsdag`, `elke 2 weken op donderdag`, `elke eerste zaterdag van de maand`.
    """
    _ = voice.gettext
    match rule.frequency:
        case "WEEKLY":
            return _weekly(rule, voice)
        case "MONTHLY":
            return _monthly(rule, voice)
        case "YEARLY":
            return voice.ngettext("elk jaar", "elke %(num)s jaar", rule.interval)
        case "DAILY":
            return _("losse data") if rule.loose else voice.ngettext("elke dag", "elke %(num)s dagen", rule.interval)


def _weekly(rule: Recurrence, voice: Voice) -> str:
    _ = voice.gettext
    days = voice.list_of([voice.weekday(n) for n in rule.weekdays])
    every_workday = rule.weekdays == WORKDAYS
    if rule.week_parity is None and days and rule.interval == 1:
        return _("elke werkdag") if every_workday else _("elke %(days)s", days=days)
    weeks = {
        None: voice.ngettext("elke week", "elke %(num)s weken", rule.interval),
        0: _("in even weken"),
        1: _("in oneven weken"),
    }[rule.week_parity]
    if not days:
        return weeks
    return (
        _("%(weeks)s op werkdagen", weeks=weeks)
        if every_workday
        else _("%(weeks)s op %(days)s", weeks=weeks, days=days)
    )


def _monthly(rule: Recurrence, voice: Voice) -> str:
    _ = voice.gettext
    months = voice.ngettext("elke maand", "elke %(num)s maanden", rule.interval)
    if rule.positions:
        position = _position(voice)
        # Dutch says `2e en 4e`, as people type it; other languages have words for places and no such figures.
        short = voice.code == DUTCH.code and len(rule.positions) > 1
        words = [voice.ordinal(n) if short and n > 0 else position(n) for n in rule.positions]
        which, days = voice.list_of(words), voice.list_of([voice.weekday(n) for n in rule.weekdays])
        if rule.interval == 1:
            return _("elke %(which)s %(days)s van de maand", which=which, days=days)
        return _("%(months)s op de %(which)s %(days)s", months=months, which=which, days=days)
    dates = [_("laatste dag") if n < 0 else voice.ordinal(n) for n in rule.month_days]
    return _("%(months)s op de %(dates)s", months=months, dates=voice.list_of(dates)) if dates else months


def _position(voice: Voice) -> Callable[[int], str]:
    _ = voice.gettext
    return {
        1: _("eerste"),
        2: _("tweede"),
        3: _("derde"),
        4: _("vierde"),
        5: _("vijfde"),
        -1: _("laatste"),
    }.__getitem__
