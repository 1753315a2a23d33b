"""One activity as VEVENTs (RFC 5545 §3.6.1), each serialised once; the same bytes stand in every feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from urllib.parse import quote

from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import FIXED, Revision
from meedoen.notation.schema.status import OFF, EventStatus
from meedoen.outputs.calendar.contentline import escape, fold, local, quoted, text, uri, utc
from meedoen.outputs.calendar.description import description, story
from meedoen.outputs.calendar.location_property import location
from meedoen.outputs.calendar.series import Form, arrange, end_of, may_be_rule, planned
from meedoen.programme.activity import Activity
from meedoen.programme.vocabulary import Term

_PREFIX = {
    EventStatus.CANCELLED: "Gaat niet door: ",
    EventStatus.POSTPONED: "Gaat niet door (nieuwe datum volgt): ",
    EventStatus.FULL: "Vol: ",
}
_ALIKE = b"\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
_BUSY = b"\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the serialiser cannot know: the domain of the UIDs, the address of the page, the history of the activity.

    `name` and `mail` are of the library that publishes (ORGANIZER); `image` is the address of a WebP picture, or empty.
    `features` has slug → name of what a place may provide (the list `toegankelijkheid`). `differed` are dates of the
    series that once had a change.
    """

    domain: str
    url: str
    revision: Revision = FIXED
    name: str = ""
    mail: str = ""
    image: str = ""
    features: Mapping[str, str] = field(default_factory=dict, hash=False)
    differed: frozenset[date] = frozenset()


class Events:
    """The VEVENTs of one activity: a series with its rule where every reader agrees on the form, else single events.

    In order: the series, its overrides by the date that was planned, events of their own by start.
    """

    def __init__(self, activity: Activity, dates: tuple[Occurrence, ...], stamp: Stamp) -> None:
        self.activity = activity
        self.dates = dates
        self._body = _Body(activity, dates, stamp)

    @cached_property
    def all(self) -> bytes:
        """Everything, what does not go ahead included, for a feed: it leaves the time of who subscribes free."""
        return self._written(arrange(self.activity, self.dates, self._body.stamp.differed))

    @cached_property
    def held(self) -> bytes:
        """Only what goes ahead: empty when nothing does, and the very bytes of `all` when everything does."""
        activity = self.activity
        if activity.status in OFF:
            return b""
        if not any(change.status in OFF for change in activity.changes):
            return self.all
        return self._written(arrange(activity, self.dates, self._body.stamp.differed, only_held=True))

    @cached_property
    def own(self) -> bytes:
        """`all` for the file of the activity alone, for who will be there: what goes ahead takes up their time."""
        # A text cannot have these lines: its line breaks are escaped, and a folded line begins with a space.
        return self.all.replace(_ALIKE, _BUSY)

    def single(self, occurrence: Occurrence) -> bytes:
        """Takes one of the dates; gives it as an event of its own, for who will be there (TRANSP:OPAQUE)."""
        return self._alone(occurrence).replace(_ALIKE, _BUSY)

    def _written(self, form: Form) -> bytes:
        return b"".join(self._events(form))

    def _events(self, form: Form) -> Iterator[bytes]:
        activity, body = self.activity, self._body
        if form.master:
            yield body.vevent(form.master, activity.id, after=form.rule)
            for override in form.overrides:
                original = planned(activity, override.planned).start
                yield body.vevent(override, activity.id, before=(local("RECURRENCE-ID", original, activity.zone),))
        for each in form.own:
            yield self._alone(each)

    def _alone(self, occurrence: Occurrence) -> bytes:
        """An event with a UID of its own, which names the series that it belongs to."""
        activity = self.activity
        if not activity.schedule.is_series:
            return self._body.vevent(occurrence, activity.id)
        # Two hyphens, which no id has: no other activity can have this UID.
        uid = f"{activity.id}--{occurrence.planned:%Y%m%d}"
        return self._body.vevent(occurrence, uid, after=(f"RELATED-TO:{activity.id}@{self._body.stamp.domain}",))


class _Body:
    """What all events of one activity share, serialised once."""

    def __init__(self, activity: Activity, dates: tuple[Occurrence, ...], stamp: Stamp) -> None:
        self.activity = activity
        self.stamp = stamp
        self._dates = dates

    @cached_property
    def _story(self) -> str:
        activity = self.activity
        differing = 1 + len(activity.changes) + len(activity.schedule.extra)
        events = differing if may_be_rule(activity) else len(self._dates)
        return story(activity, self._dates, self.stamp.url, events)

    @cached_property
    def _times(self) -> bytes:
        """The same for all events, overrides included: one file has one history."""
        revision = self.stamp.revision
        changed = utc(revision.modified)
        return (
            f"DTSTAMP:{changed}\r\nCREATED:{utc(revision.created)}\r\nLAST-MODIFIED:{changed}\r\n"
            f"SEQUENCE:{revision.sequence}\r\n"
        ).encode()

    @cached_property
    def _rest(self) -> bytes:
        stamp, activity = self.stamp, self.activity
        properties = [
            b"CLASS:PUBLIC\r\n",
            _categories(activity.themes, activity.audience),
            fold(f"URL:{uri(stamp.url)}"),
        ]
        if stamp.image:
            properties.append(fold(f"IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/webp:{uri(stamp.image)}"))
        if stamp.mail:
            properties.append(_organizer(stamp.name, stamp.mail))
        return b"".join(properties)

    def vevent(
        self, occurrence: Occurrence, uid: str, *, before: Iterable[str] = (), after: Iterable[str] = ()
    ) -> bytes:
        """The whole VEVENT of this date; `before` its times a RECURRENCE-ID, `after` them what belongs there."""
        zone, status = occurrence.activity.zone, occurrence.status
        when = [local("DTSTART", occurrence.start, zone), local("DTEND", end_of(occurrence), zone)]
        return b"".join(
            [
                b"BEGIN:VEVENT\r\n",
                fold(f"UID:{uid}@{self.stamp.domain}"),
                *map(fold, before),
                self._times,
                *map(fold, when),
                *map(fold, after),
                fold(text("SUMMARY", _PREFIX.get(status, "") + occurrence.name)),
                location(occurrence),
                self._usual if occurrence.change is None else self._description(occurrence),
                b"STATUS:CANCELLED" if status in OFF else b"STATUS:CONFIRMED",
                b"\r\nTRANSP:TRANSPARENT\r\n",
                self._rest,
                b"END:VEVENT\r\n",
            ]
        )

    @cached_property
    def _usual(self) -> bytes:
        """The description of every date without a change."""
        return self._description(planned(self.activity, self.activity.schedule.first))

    def _description(self, occurrence: Occurrence) -> bytes:
        return fold(text("DESCRIPTION", description(occurrence, self._story, self.stamp.url, self.stamp.features)))


@lru_cache(maxsize=4096)
def _categories(themes: tuple[Term, ...], audience: tuple[Term, ...]) -> bytes:
    labels = sorted({term.name for term in (*themes, *audience)})
    return fold("CATEGORIES:" + ",".join(map(escape, labels))) if labels else b""


@lru_cache(maxsize=32)
def _organizer(name: str, mail: str) -> bytes:
    """ORGANIZER, which RFC 5546 §3.2.1 asks of what is published; the address as RFC 6068 §2 has it."""
    return fold(f"ORGANIZER;CN={quoted(name)}:mailto:{quote(mail, safe='@+')}")
