"""Activities that are in both outputs, but left a calendar, left every calendar, or came into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meedoen.guard.comparison import Comparison, Versions, main_path
from meedoen.guard.finding import Finding
from meedoen.guard.published_output import is_feed, is_held, rank
from meedoen.guard.subject import moments, shown
from meedoen.language.wording import count


def membership_findings(comparison: Comparison) -> Iterator[Finding]:
    """Takes both outputs; gives where an activity with coming dates left a calendar, or came into one."""
    before, after = comparison.old.activities, comparison.new.activities
    files = comparison.new.files
    emptied = {path for path in comparison.old.files if path in files and not files[path].events}
    for uid in sorted(before.keys() & after.keys()):
        was, now = _feeds(before[uid]), _feeds(after[uid])
        left = {path for path in was - now if path in files}
        came = {path for path in now - was if path in comparison.old.files}
        if not left | came or not comparison.is_coming(after[uid][main_path(after[uid])]):
            continue
        subject = comparison.subject(uid, after[uid])
        if left == was and left and not now:
            when = moments(comparison.coming(after[uid][main_path(after[uid])]))
            yield subject.finding("uit-elke-agenda", when=when)
            continue
        if left - emptied:
            yield subject.finding("uit-agenda", where=_paths(left - emptied))
        if came:
            yield subject.finding("in-agenda", where=_paths(came))


def _feeds(versions: Versions) -> set[str]:
    return {path for path in versions if is_feed(path) and not is_held(path)}


def _paths(paths: Iterable[str]) -> str:
    first, *rest = sorted(paths, key=rank)
    others = count(len(rest), "andere agenda", "andere agenda's")
    return f"{shown(first)} en {others}" if rest else shown(first)
