"""The calendar files themselves: addresses that are gone, files that break or empty, new ones, other names."""

from __future__ import annotations

from collections.abc import Iterator

from meedoen.guard.comparison import Comparison
from meedoen.guard.finding import Finding, finding_of
from meedoen.guard.published_output import is_download, is_feed, is_held
from meedoen.guard.subject import shown
from meedoen.language.wording import count, quote

_MANY = 3  # coming activities that a calendar lost at once


def feed_findings(comparison: Comparison) -> Iterator[Finding]:
    """Takes both outputs; gives what happened to each calendar file."""
    old, new, site_of = comparison.old, comparison.new, comparison.site_of
    yield from _gone(comparison)
    for path, why in sorted(new.unreadable.items()):
        yield finding_of("onleesbaar", site_of(path), address=path, allow=shown(path), why=why)
    for path in sorted(old.unreadable.keys() & new.files.keys()):
        yield finding_of("oude-onleesbaar", site_of(path), address=path, path=shown(path), why=old.unreadable[path])
    for path in sorted(new.files):
        if path in old.files:
            if new.files[path] is not old.files[path]:
                yield from _changed(comparison, path)
        elif is_feed(path) and path not in old.unreadable:
            yield finding_of("agenda-nieuw", site_of(path), address=path, path=shown(path))


def _gone(comparison: Comparison) -> Iterator[Finding]:
    """The addresses that are not there any more; of a whole site once."""
    old, new = comparison.old, comparison.new
    after = {*new.files, *new.unreadable}
    by_site: dict[str, list[str]] = {}
    for path in sorted({*old.files, *old.unreadable} - after):
        by_site.setdefault(comparison.site_of(path), []).append(path)
    for site, paths in by_site.items():
        feeds = [path for path in paths if is_feed(path)]
        if site in comparison.missing_sites:
            activities = {uid for path in paths if path in old.files for uid in old.files[path].events}
            number = count(len(activities - new.activities.keys()), "activiteit is", "activiteiten zijn")
            yield finding_of("site-weg", site, address=site, allow=shown(site), count=f"{number} weg")
            continue
        for path in feeds:
            yield finding_of("agenda-weg", site, address=path, allow=shown(path))
        for path in paths:
            if not is_feed(path) and _is_subscribed(comparison, path):
                yield finding_of("activiteit-adres-weg", site, address=path, allow=shown(path))


def _is_subscribed(comparison: Comparison, path: str) -> bool:
    """Whether this calendar of one activity has something to come that stands elsewhere now."""
    file = comparison.old.files.get(path)
    if file is None or is_download(path):
        return False
    return any(uid in comparison.new.activities and comparison.is_coming(each) for uid, each in file.events.items())


def _changed(comparison: Comparison, path: str) -> Iterator[Finding]:
    old, new = comparison.old.files[path], comparison.new.files[path]
    site = comparison.site_of(path)
    for zone in sorted(set(new.zones_missing) - set(old.zones_missing)):
        yield finding_of("tijdzone-ontbreekt", site, address=path, path=shown(path), zone=quote(zone))
    if old.name != new.name and is_feed(path):
        yield finding_of("agenda-naam", site, address=path, path=shown(path), old=quote(old.name), new=quote(new.name))
    if old.events and not new.events and is_feed(path) and not is_held(path):
        everywhere = comparison.new.activities
        coming = sum(uid in everywhere and comparison.is_coming(each) for uid, each in old.events.items())
        if coming:
            kind = "agenda-leeg" if coming >= _MANY else "agenda-bijna-leeg"
            number = count(coming, "activiteit", "activiteiten")
            yield finding_of(kind, site, address=path, path=shown(path), allow=shown(path), count=number)
