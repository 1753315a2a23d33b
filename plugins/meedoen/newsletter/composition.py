"""From an edition, what there is, and what readers were told before, to a letter: the rules of what goes in and where.

Each activity stands in it once: among the highlights, else under what has changed when readers must hear that, else in
the first section that takes it. Nothing that was over on the day on which the letter was made; what does not go ahead
only when readers were told that it would.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meedoen.language.wording import day
from meedoen.newsletter.candidate import Candidate, Moment
from meedoen.newsletter.change_notice import NO_NOTE, Changes, Note, changes, joined, move_note, off_line, off_note
from meedoen.newsletter.dateline import Span, dateline, day_words, span_words
from meedoen.newsletter.draft import Announced, Draft, Entry, announced_by
from meedoen.newsletter.letter_layout import Chosen, parts
from meedoen.newsletter.section import (
    CANCELLED,
    CLOSING,
    HELP,
    HIGHLIGHTS,
    MOVED,
    NEW,
    WEEKLY,
    ListOrder,
    default_sections,
    heading,
    special,
)
from meedoen.notation.schema.status import EventStatus
from meedoen.outputs.letter import Item, NoteKind
from meedoen.programme.edition import Edition

Moments = Sequence[Moment]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSettings:
    """What is the same for all letters of an organisation: who sends them, its own order of sections, and names.

    `names` has slug → name of each audience (`doelgroep`), theme (`thema`), place (`plek`) and municipality
    (`gemeente`, with that of the region), in the order of its list.
    """

    sender: str
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sections: tuple[str, ...] = ()
    address: str = ""
    mail: str = ""


def compose(
    edition: Edition, candidates: Iterable[Candidate], earlier: Iterable[Draft], setting: LetterSettings
) -> Draft:
    """Takes an edition, what may be told, the letters before it and the settings; gives the letter of this edition.

    `earlier` are the letters that its readers had before, the oldest first.
    """
    memory = announced_by(earlier)
    order = ListOrder(setting.names)
    sections = edition.sections or default_sections(edition.municipality, edition.audience, setting.sections)
    placed = (_place(each, edition, memory, sections, order) for each in candidates if is_for(each, edition))
    chosen = [each for each in placed if each is not None]
    return Draft(
        edition=edition,
        title=_title(edition, setting),
        sender=setting.sender,
        parts=parts(chosen, edition, sections, order),
        address=setting.address,
        mail=setting.mail,
    )


def is_for(each: Candidate, edition: Edition) -> bool:
    """Takes an activity and an edition; gives whether the activity may be in this letter at all: for its audience, and
    not left out.
    """
    if each.item.id in edition.left_out:
        return False
    return not edition.audience or any(slug == edition.audience for slug, _ in each.audiences)


def _place(
    each: Candidate, edition: Edition, memory: Announced, sections: Sequence[str], order: ListOrder
) -> Chosen | None:
    """The entry of this activity and where it stands; None when there is nothing to tell."""
    span = Span(edition.opens, edition.last)
    changed = changes(each, memory, span, edition.as_of)
    kept = [one for one in each.moments if one.takes_place and span.holds(one)]
    if each.item.id in edition.highlights:
        ahead = kept or [one for one in each.moments if one.takes_place and one.day >= span.first][:1]
        if ahead:
            entry = _entry(each, ahead, changed, edition, _after_all(each, ahead, memory, span))
            return Chosen(special(HIGHLIGHTS), entry, (date.min, f"{edition.highlights.index(each.item.id):04}", ""))
    if changed.off:
        return _sorted(CANCELLED, _cancelled(each, kept, changed, edition), changed.off[0].announced.day)
    if changed.moved:
        return _sorted(MOVED, _entry(each, kept, changed, edition), changed.moved[0].moment.day)
    if not kept and CLOSING in sections:
        kept = _still_open(each, span)
    if not kept:
        return None
    facts = {
        NEW: _is_new(each, memory, span),
        CLOSING: each.limited and not all(one.status is EventStatus.FULL for one in kept),
        HELP: bool(each.help_wanted),
        WEEKLY: each.weekly and all(one.name == each.item.name for one in kept),
    }
    where = heading(sections, each, facts, order)
    if where is None:
        return None
    notes = ["Nieuw"] if facts[NEW] and where.key != NEW else []
    notes += [f"Hulp gezocht: {each.help_wanted}"] if where.key == HELP else []
    notes += _after_all(each, kept, memory, span)
    entry = _entry(each, kept, changed, edition, notes)
    key = (max(kept[0].day, span.first), kept[0].begins, each.item.name.casefold())
    return Chosen(where, entry, key, facts[WEEKLY])


def _after_all(each: Candidate, kept: Moments, memory: Announced, span: Span) -> list[str]:
    """What readers were told that it would not go ahead, and does."""
    days = [one.day for one in kept if one.planned in memory.off.get(each.item.id, ())]
    if not days:
        return []
    return ["Gaat toch door" if len(days) == len(kept) else f"Gaat toch door op {day_words(days, span)}"]


def _still_open(each: Candidate, span: Span) -> list[Moment]:
    """The first date of something later for which people must sign up in these days."""
    if not each.limited or each.closes is None or not span.first <= each.closes <= span.last:
        return []
    return [one for one in each.moments if one.takes_place and one.day > span.last][:1]


def told_once(each: Candidate, kept: Moments, edition: Edition) -> Entry:
    """Takes an activity, some of its dates and an edition; gives the activity with these of its dates, for a list that
    nobody has had an earlier one of.
    """
    return _entry(each, kept, Changes(), edition)


def _sorted(key: str, entry: Entry, on: date) -> Chosen:
    return Chosen(special(key), entry, (on, "", entry.item.name.casefold()))


def _is_new(each: Candidate, memory: Announced, span: Span) -> bool:
    """Whether it begins in these days, nobody was told of it, and there is something new about it.

    Something that is there once is not new for that alone, or every letter would be all news: only when it was put in
    the agenda after the last letter was made. A series, a course or an exhibition that begins is.
    """
    begins = min(one.day for one in each.moments)
    if each.item.id in memory.ids or not span.first <= begins <= span.last:
        return False
    added = each.created is not None and memory.as_of is not None and each.created >= memory.as_of
    return added or len(each.moments) > 1 or each.moments[0].last_day > each.moments[0].day


def _entry(each: Candidate, kept: Moments, changed: Changes, edition: Edition, before: Sequence[str] = ()) -> Entry:
    """The activity with the dates that go ahead, those that moved among them, and a note of what is special."""
    span = Span(edition.opens, edition.last)
    moved = {one.moment.planned: one.moment for one in changed.moved}
    shown = sorted([*(one for one in kept if one.planned not in moved), *moved.values()], key=lambda one: one.day)
    line = dateline(each, shown, span)
    one = len(shown) == 1
    notes = [
        *((each, NoteKind.OTHER) for each in before),
        off_note(changed, dated=True, span=span),
        move_note(changed, edition.as_of, span, one=one),
        _full(shown, span),
        (_closing(each, edition), NoteKind.OTHER),
    ]
    name = shown[0].name if one else each.item.name
    off = {each.announced.planned for each in changed.off}
    if line.rule:  # which of its dates in these days are not there, the line says
        off |= {one.planned for one in each.moments if not one.takes_place and span.first <= one.planned <= span.last}
    item = replace(each.item, name=name, when=line.text, where=_where(shown))
    return _entry_of(each, item, notes, shown, off=tuple(sorted(off)), rule=line.rule)


def _cancelled(each: Candidate, kept: Moments, changed: Changes, edition: Edition) -> Entry:
    """The activity with the dates that do not go ahead; what does, in its note."""
    span = Span(edition.opens, edition.last)
    moved = {one.moment.planned: one.moment for one in changed.moved}
    rest = sorted([*(one for one in kept if one.planned not in moved), *moved.values()], key=lambda one: one.day)
    notes = [
        off_note(changed, dated=False, span=span),
        move_note(changed, edition.as_of, span, one=False),
        (f"Wel: {dateline(each, rest, span).text}" if rest else "", NoteKind.OTHER),
    ]
    off = tuple(one.announced.planned for one in changed.off)
    item = replace(each.item, when=off_line(changed, span), where=changed.off[0].announced.where or _where(rest))
    return _entry_of(each, item, notes, rest, off=off)


def _entry_of(
    each: Candidate, item: Item, notes: Iterable[Note], shown: Moments, *, off: tuple[date, ...], rule: str = ""
) -> Entry:
    note, kind = joined(notes)
    return Entry(
        item=replace(item, note=note, note_kind=kind),
        site=each.site,
        page=each.page,
        photo=each.photo,
        dates=tuple(one.announced for one in shown),
        off=off,
        rule=rule,
    )


def _where(shown: Moments) -> str:
    places = list(dict.fromkeys(one.where for one in shown))
    return " of ".join(places) if len(places) < 3 else "Op verschillende plekken"


def _full(shown: Moments, span: Span) -> Note:
    full = [one.day for one in shown if one.status is EventStatus.FULL]
    if not full:
        return NO_NOTE
    if len(full) == len(shown):
        return "Vol", NoteKind.FULL
    return f"Vol op {day_words(full, span)}", NoteKind.PARTLY_FULL


def _closing(each: Candidate, edition: Edition) -> str:
    """Until when people can sign up, when that is in these days."""
    if each.closes is None or each.closes > edition.last:
        return ""
    if each.closes < edition.as_of:
        return "Aanmelden kan niet meer"
    return f"Aanmelden kan tot en met {day(each.closes, weekday=True, year=False)}"


def _title(edition: Edition, setting: LetterSettings) -> str:
    """“Papendrecht, 30 november t/m 6 december”; with its audience when it is for one."""
    names = [setting.names.get("gemeente", {}).get(edition.municipality, edition.municipality)]
    if edition.audience:
        names.append(f"voor {setting.names.get('doelgroep', {}).get(edition.audience, edition.audience)}")
    return ", ".join([*names, span_words(edition.first, edition.last)])
