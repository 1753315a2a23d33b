"""Activities that are in one output only: vanished, under another UID, or new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from meedoen.guard.calendar_file import UnreadableCalendar
from meedoen.guard.comparison import Comparison, Versions, main_path
from meedoen.guard.event_dates import Happening
from meedoen.guard.finding import Finding, finding_of
from meedoen.guard.subject import Subject, days, moments, shown
from meedoen.language.wording import count, quote

_MANY = 3  # from so many activities on, another domain is said once


@dataclass(frozen=True, slots=True)
class _Alone:
    """An activity that stands in one of the two outputs, with its coming dates."""

    subject: Subject
    dates: tuple[Happening, ...]

    @property
    def looks(self) -> tuple[str, str]:
        """By what a person would recognise it: title and first moment."""
        return self.subject.name.casefold(), str(self.dates[0].start)

    @property
    def domain(self) -> str:
        return self.subject.uid.partition("@")[2]


def absence_findings(comparison: Comparison) -> Iterator[Finding]:
    """Takes both outputs; gives what vanished while still to come, what has another UID now, and what is new."""
    before, after = comparison.old.activities, comparison.new.activities
    gone = {uid: before[uid] for uid in sorted(before.keys() - after.keys())}
    fresh = {uid: after[uid] for uid in sorted(after.keys() - before.keys())}
    # Of what stood only in a file that can't be read now, that file is what is said.
    gone = {uid: each for uid, each in gone.items() if not each.keys() & comparison.new.unreadable.keys()}
    # Of what stood only in sites that are not there any more, those sites are what is said.
    gone = {uid: each for uid, each in gone.items() if not comparison.is_of_missing_sites(each)}
    fresh = {uid: each for uid, each in fresh.items() if not each.keys() & comparison.old.unreadable.keys()}
    yield from _broken(comparison, "activiteit-niet-vergeleken", gone)
    yield from _broken(comparison, "activiteit-onleesbaar", fresh)
    moved, vanished, new = _matched(list(_alone(comparison, gone)), list(_alone(comparison, fresh)))
    yield from _renamed(moved)
    for activity in vanished:
        if any(not each.cancelled for each in activity.dates):
            hint = "Staat er “verborgen” in het bestand? Haal dat weg."
            hint = hint if activity.subject.source.there else "Zet het bestand terug."
            yield activity.subject.finding(
                "verdwenen", old=moments(activity.dates), when=moments(activity.dates), how=hint
            )
        else:
            yield activity.subject.finding("afgelast-weg", old=moments(activity.dates), when=days(activity.dates))
    for each in new:
        yield each.subject.finding("nieuw", new=moments(each.dates), when=moments(each.dates))


def _alone(comparison: Comparison, activities: Mapping[str, Versions]) -> Iterator[_Alone]:
    for uid, versions in activities.items():
        try:
            dates = comparison.coming(versions[main_path(versions)])
        except UnreadableCalendar:
            continue
        if dates:
            yield _Alone(comparison.subject(uid, versions), dates)


def _broken(comparison: Comparison, kind: str, activities: Mapping[str, Versions]) -> Iterator[Finding]:
    for uid, versions in activities.items():
        path = main_path(versions)
        try:
            comparison.dates(versions[path])
        except UnreadableCalendar as reason:
            yield comparison.subject(uid, versions).finding(kind, address=path, why=str(reason))


def _matched(gone: list[_Alone], fresh: list[_Alone]) -> tuple[list[tuple[_Alone, _Alone]], list[_Alone], list[_Alone]]:
    """What is the same under another UID (by its id, or by title and first moment), what is gone, what is new."""
    by_id = {each.subject.id: each for each in fresh}
    by_looks = {each.looks: each for each in fresh}
    moved: list[tuple[_Alone, _Alone]] = []
    vanished: list[_Alone] = []
    unmatched = {each.subject.uid: each for each in fresh}
    for activity in gone:
        other = by_id.get(activity.subject.id) or by_looks.get(activity.looks)
        if other is not None and other.subject.uid in unmatched:
            moved.append((activity, unmatched.pop(other.subject.uid)))
        else:
            vanished.append(activity)
    return moved, vanished, list(unmatched.values())


def _renamed(moved: Iterable[tuple[_Alone, _Alone]]) -> Iterator[Finding]:
    by_domain: dict[tuple[str, str], list[tuple[_Alone, _Alone]]] = {}
    for pair in moved:
        by_domain.setdefault((pair[0].domain, pair[1].domain), []).append(pair)
    for (old, new), pairs in by_domain.items():
        if old != new and len(pairs) >= _MANY:
            number = count(len(pairs), "activiteit", "activiteiten")
            source = "content/organisatie.yaml"
            yield finding_of(
                "domein-veranderd", source=source, old=quote(old), new=quote(new), count=number, back=shown(old)
            )
            continue
        for before, after in pairs:
            where = shown(after.subject.source.path) if after.subject.source.path else "het bestand"
            yield after.subject.finding(
                "kenmerk-veranderd",
                old=shown(before.subject.uid),
                new=shown(after.subject.uid),
                when=moments(after.dates),
                where=where if old == new else "content/organisatie.yaml",
                back=f"id: {shown(before.subject.id)}" if old == new else f"domein: {shown(old)}",
                allow=shown(before.subject.id),
            )
