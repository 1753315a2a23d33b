"""SEQUENCE, LAST-MODIFIED and DTSTAMP of one activity before and after (RFC 5545 §3.8.7, RFC 5546 §2.1.4).

Google keeps what it has when these don't rise with a change; a value that goes back makes programs ignore the change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from meedoen.guard.component import STAMPS, WEIGHTY, Component, Key
from meedoen.guard.finding import Finding
from meedoen.guard.subject import Subject
from meedoen.language.wording import list_of

# What may differ between two files of one output: the address of the site, and whether it is somebody's own.
PER_FILE = frozenset({"URL", "DESCRIPTION", "TRANSP", "ORGANIZER", "IMAGE"})

Components = Mapping[Key, Component]
_Pairs = Sequence[tuple[Component, Component]]


def stamp_findings(subject: Subject, old: Components, new: Components, *, same_file: bool) -> Iterator[Finding]:
    """Takes an activity before and after; gives what is wrong with the stamps, at most one finding of each kind.

    An override that is new takes the place of what the series said before, so it is held against the series.
    """
    pairs = [(old[key], new[key]) for key in old if key in new]
    pairs += [(old[key[0], ""], new[key]) for key in new if key not in old and (key[0], "") in old]
    pairs += [(old[key], new[key[0], ""]) for key in old if key not in new and (key[0], "") in new]
    skipped = STAMPS if same_file else STAMPS | PER_FILE
    weighty = [pair for pair in pairs if pair[0].lines(only=WEIGHTY) != pair[1].lines(only=WEIGHTY)]
    changed = [pair for pair in pairs if pair[0].lines(without=skipped) != pair[1].lines(without=skipped)]
    back = [*_went_back(subject, pairs)]
    yield from back
    if still := [pair for pair in weighty if pair[1].sequence == pair[0].sequence]:
        number = str(still[0][0].sequence)
        yield subject.finding("volgnummer-gelijk", old=number, new=number)
    if still := [pair for pair in changed if _modified(pair[0]) == _modified(pair[1])]:
        kind = "stempel-gelijk" if any(pair in weighty for pair in still) else "tekst-zonder-stempel"
        stamp = _modified(still[0][0]) or "leeg"
        yield subject.finding(kind, old=stamp, new=stamp)
    if not changed and not back and old.keys() == new.keys() and (names := sorted(_restamped(pairs))):
        yield subject.finding("stempel-zonder-wijziging", property=list_of(names))


def _went_back(subject: Subject, pairs: _Pairs) -> Iterator[Finding]:
    if back := [pair for pair in pairs if pair[1].sequence < pair[0].sequence]:
        yield subject.finding("volgnummer-terug", old=str(back[0][0].sequence), new=str(back[0][1].sequence))
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        if back := [pair for pair in pairs if pair[1].stamp(name) < pair[0].stamp(name)]:
            before, after = back[0][0].stamp(name), back[0][1].stamp(name) or "geen"
            yield subject.finding("stempel-terug", old=before, new=after, property=name)
            return


def _restamped(pairs: _Pairs) -> set[str]:
    return {name for old, new in pairs for name in STAMPS - {"CREATED"} if old.value(name) != new.value(name)}


def _modified(component: Component) -> str:
    return component.stamp("LAST-MODIFIED") or component.stamp("DTSTAMP")
