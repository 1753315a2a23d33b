"""Activities that are in both outputs: what changed on them, and whether every calendar says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from meedoen.guard.calendar_file import Blocks, UnreadableCalendar
from meedoen.guard.comparison import Comparison, Versions, main_path
from meedoen.guard.component import WEIGHTY, Component, Key, read_component
from meedoen.guard.date_comparison import changes, compare_dates, lost
from meedoen.guard.event_dates import Happening, has_rule
from meedoen.guard.finding import Finding
from meedoen.guard.published_output import is_download, is_held, rank
from meedoen.guard.stamps import PER_FILE, stamp_findings
from meedoen.guard.subject import Subject, shown
from meedoen.language.wording import quote

Components = Mapping[Key, Component]


def presence_findings(comparison: Comparison) -> Iterator[Finding]:
    """Takes both outputs; gives what changed in the activities that are in both."""
    before, after = comparison.old.activities, comparison.new.activities
    for uid in sorted(before.keys() & after.keys()):
        if before[uid] != after[uid]:
            yield from _compare(comparison, uid, before[uid], after[uid])


def _compare(comparison: Comparison, uid: str, before: Versions, after: Versions) -> Iterator[Finding]:
    """One activity: by preference as it is in a file that both outputs have, since sites differ in addresses."""
    common = before.keys() & after.keys()
    old_path, new_path = (min(common or versions, key=rank) for versions in (before, after))
    old, new = before[old_path], after[new_path]
    subject = comparison.subject(uid, after)
    yield from _apart(comparison, subject, after)
    if old == new:
        return
    old_parts, new_parts = _components(old), _components(new)
    if len(new_parts) < len(new) and len(old_parts) == len(old):
        yield subject.finding("dubbel", address=new_path, path=shown(new_path))
    try:
        dates = comparison.dates(new)
        coming = comparison.coming(new)
    except UnreadableCalendar as reason:
        yield subject.finding("activiteit-onleesbaar", address=new_path, why=str(reason))
        return
    same_file = old_path == new_path
    findings: list[Finding] = []
    try:
        dates_before = coming if _times(old_parts) == _times(new_parts) else comparison.coming(old)
        if not dates_before and not coming:
            return
        single = not has_rule(old) and not has_rule(new) and set(old_parts) == set(new_parts) == {(uid, "")}
        difference = compare_dates(dates_before, dates, comparison.today, single=single)
        findings = [*lost(subject, difference), *changes(subject, difference)]
    except UnreadableCalendar as reason:
        findings = [subject.finding("activiteit-niet-vergeleken", address=old_path, why=str(reason))]
    yield from findings
    yield from stamp_findings(subject, old_parts, new_parts, same_file=same_file)
    if same_file and not any(each.kind in ("afgelast", "gaat-toch-door") for each in findings):
        yield from _texts(subject, [(old_parts[key], new_parts[key]) for key in old_parts if key in new_parts])


def _times(parts: Components) -> dict[Key, frozenset[object]]:
    """What decides on its dates and how they look: the same here is the same there, without working them out again."""
    return {key: each.lines(only=WEIGHTY | {"SUMMARY"}) for key, each in parts.items()}


def _components(blocks: Blocks) -> dict[Key, Component]:
    return {each.key: each for each in map(read_component, blocks)}


def _texts(subject: Subject, pairs: list[tuple[Component, Component]]) -> Iterator[Finding]:
    """The first difference in the description, and in the address of the page."""
    for old, new in pairs:
        if old.text("DESCRIPTION") != new.text("DESCRIPTION"):
            before, after = _first_difference(old.text("DESCRIPTION"), new.text("DESCRIPTION"))
            yield subject.finding("tekst", old=quote(before), new=quote(after))
            break
    for old, new in pairs:
        if old.value("URL") != new.value("URL"):
            yield subject.finding("link", old=quote(old.value("URL"), 200), new=quote(new.value("URL"), 200))
            break


def _first_difference(old: str, new: str) -> tuple[str, str]:
    """The first line that differs in both texts; empty where there is none."""
    before, after = old.split("\n"), new.split("\n")
    for one, other in zip(before, after, strict=False):
        if one != other:
            return one, other
    return "".join(before[len(after) : len(after) + 1]), "".join(after[len(before) : len(before) + 1])


def _apart(comparison: Comparison, subject: Subject, after: Versions) -> Iterator[Finding]:
    """The first file that says something else of the activity than the main one: a subscriber of it is misled."""
    main = main_path(after)
    agreeing: dict[tuple[Blocks, bool], bool] = {}
    for path in sorted(after, key=rank):
        if path == main or is_download(path):
            continue
        version = after[path], is_held(path) and not is_held(main)
        if version not in agreeing:
            agreeing[version] = _agree(comparison, after[main], *version)
        if not agreeing[version]:
            yield subject.finding("loopt-uiteen", address=path, path=shown(path), main=shown(main))
            return


def _agree(comparison: Comparison, main: Blocks, other: Blocks, held: bool) -> bool:
    """Whether these say the same; `held`: but for what does not go ahead."""
    if main == other:
        return True
    if not held:
        return _essence(main) == _essence(other)
    try:
        goes_ahead = [each for each in comparison.dates(main) if not each.cancelled]
        return _plain(comparison.dates(other)) == _plain(goes_ahead)
    except UnreadableCalendar:
        return False


def _plain(dates: tuple[Happening, ...] | list[Happening]) -> list[Happening]:
    """Without the day for which it was planned: a calendar without cancelled dates may write a series otherwise."""
    return sorted((replace(each, planned=each.day) for each in dates), key=lambda each: (str(each.start), each.title))


def _essence(blocks: Blocks) -> frozenset[object]:
    return frozenset((key, each.lines(without=PER_FILE)) for key, each in _components(blocks).items())
