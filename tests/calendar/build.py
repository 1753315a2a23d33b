"""What must stand in each calendar file of a build, worked out from its address and the list of occurrences alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import chain, groupby
from zoneinfo import ZoneInfo

from tests.calendar.engines import Engine
from tests.calendar.octets import Component, components
from tests.calendar.reading import Reading, expected, identifier
from tests.contract.conftest import Programme

from meedoen.agenda.agenda import Agenda, Window
from meedoen.agenda.occurrence import Occurrence
from meedoen.programme.activity import Activity

END = b"END:VCALENDAR\r\n"
WITHOUT = "zonder-afgelast"
WEEKS = 8
"""How many weeks ahead each date of a series has a file of its own: decision 17."""
KEYS: dict[str, Callable[[Activity], Iterable[str]]] = {
    "doelgroep": lambda each: [term.slug for term in each.audience],
    "thema": lambda each: [term.slug for term in each.themes],
    "kernfunctie": lambda each: [each.core_function.slug] if each.core_function else [],
    "programmalijn": lambda each: [each.programme_line.slug] if each.programme_line else [],
    "locatie": lambda each: [each.place.slug] if each.place and each.place.slug else [],
    "partner": lambda each: [each.organizer.slug, *(partner.slug for partner in each.partners)],
    "taal": lambda each: [term.slug for term in each.languages if term.code != "nl"],
    "prijs": lambda each: ["gratis"] if [(line.label, line.cents) for line in each.price] == [("", 0)] else [],
}
"""Folder → the values under which people look for an activity."""
LISTS = {
    "doelgroep": "doelgroepen",
    "thema": "themas",
    "kernfunctie": "kernfuncties",
    "programmalijn": "programmalijnen",
}
"""Folder → the list of which every word has a calendar, used or not."""
_PAIR = re.compile(rf"(?P<folder>{'|'.join(KEYS)})[/-](?P<slug>[a-z0-9-]+)")
_DATE = re.compile(r"activiteit/(?P<page>[a-z0-9-]+?)(?:--(?P<day>\d{4}-\d\d-\d\d))?\.ics")


@dataclass(frozen=True)
class File:
    """A calendar file: its site (empty for the region), its path in there, and its octets."""

    site: str
    path: str
    data: bytes

    @cached_property
    def events(self) -> list[Component]:
        """The VEVENTs in the order of the file."""
        return components(self.data)

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the activities in the order of the file."""
        return [key for key, _ in groupby(self.events, lambda each: identifier(each.value("UID")))]

    @cached_property
    def blocks(self) -> dict[str, bytes]:
        """Id → all events of that activity."""
        found: dict[str, bytes] = {}
        for each in self.events:
            key = identifier(each.value("UID"))
            found[key] = found.get(key, b"") + each.octets
        return found

    @property
    def reference_files(self) -> bytes:
        """The file without its events."""
        return self.data.partition(b"BEGIN:VEVENT\r\n")[0].removesuffix(END) + END

    @property
    def body(self) -> bytes:
        """The events alone."""
        return self.data[len(self.reference_files) - len(END) : -len(END)]

    @property
    def is_feed(self) -> bool:
        """Whether people subscribe to it; the others are to take home one activity or date."""
        return not self.path.startswith("activiteit/")

    @property
    def is_variant(self) -> bool:
        """Whether what does not go ahead is left out."""
        return self.path.endswith(f"-{WITHOUT}.ics")

    @property
    def choice(self) -> tuple[tuple[str, str], ...]:
        """Folder and slug of each value that a feed is about."""
        parts = self.path.removesuffix(".ics").split("--")
        found = [_PAIR.fullmatch(part) for part in parts if part not in (WITHOUT, "agenda", f"agenda-{WITHOUT}")]
        assert all(found), self.path
        return tuple((each["folder"], each["slug"]) for each in found if each)


class Contents:
    """What must stand in the calendar files of a build of this content."""

    def __init__(self, programme: Programme) -> None:
        self.agendas = {site: programme.agenda(site) for site in programme.network.municipalities}
        self._dates = {site: dict(agenda.by_activity) for site, agenda in self.agendas.items()}
        self._dates[""] = {each: dates for found in self._dates.values() for each, dates in found.items()}
        self._known: dict[tuple[str, str], list[tuple[Activity, list[Occurrence]]]] = {}

    def of(self, file: File) -> list[tuple[Activity, list[Occurrence]]]:
        """The activities that must stand in this file, in its order, with the dates that must be read there."""
        key = (file.site, file.path)
        if key not in self._known:
            self._known[key] = self._feed(file) if file.is_feed else self._single(file)
        return self._known[key]

    def readings(self, file: File) -> list[Reading]:
        """What every program must read in this file."""
        return sorted(expected(one, own=not file.is_feed) for _, dates in self.of(file) for one in dates)

    def _feed(self, file: File) -> list[tuple[Activity, list[Occurrence]]]:
        every = self._dates[file.site]
        shown = [each for each, dates in every.items() if _is_listed(dates, next(iter(self.agendas.values())).window)]
        chosen = [each for each in shown if all(slug in KEYS[folder](each) for folder, slug in file.choice)]
        ordered = sorted(chosen, key=lambda each: _first(each, every[each]))
        told = [
            (each, [one for one in _real(every[each]) if one.takes_place or not file.is_variant]) for each in ordered
        ]
        return [pair for pair in told if pair[1]]

    def _single(self, file: File) -> list[tuple[Activity, list[Occurrence]]]:
        found = _DATE.fullmatch(file.path)
        assert found, file.path
        day = date.fromisoformat(found["day"]) if found["day"] else None
        return [
            (each, [one for one in _real(dates) if day in (None, one.planned)])
            for each, dates in self._dates[file.site].items()
            if each.page == found["page"]
        ]


def _real(dates: Iterable[Occurrence]) -> list[Occurrence]:
    """Without the notices of what has moved away."""
    return [each for each in dates if each.moved_to is None]


def _is_listed(dates: Iterable[Occurrence], window: Window) -> bool:
    return any(each.last_day >= window.listed and each.day <= window.last for each in dates)


def _first(activity: Activity, dates: tuple[Occurrence, ...]) -> tuple[datetime, str]:
    start = dates[0].start
    if not isinstance(start, datetime):
        start = datetime.combine(start, time(), ZoneInfo(activity.zone))
    return start.astimezone(UTC), activity.id


def addresses(agenda: Agenda) -> Iterator[str]:
    """The paths that there must be: everything, each value and used combination, each activity, each date soon."""
    network, site, window = agenda.network, agenda.site.slug, agenda.window
    used = [each for each, dates in agenda.by_activity.items() if _is_listed(dates, window)]
    values = {(folder, slug) for each in used for folder, keys in KEYS.items() for slug in keys(each)} | {
        ("prijs", "gratis"),
        *((folder, slug) for folder, name in LISTS.items() for slug in network.vocabularies[name]),
        *(("locatie", slug) for slug, place in network.places.items() if place.municipality == site),
        *(("partner", slug) for slug, partner in network.partners.items() if site in partner.municipalities),
    }
    yield from ("agenda.ics", f"agenda-{WITHOUT}.ics")
    for folder, slug in values:
        yield from (f"{folder}/{slug}.ics", f"{folder}/{slug}--{WITHOUT}.ics")
    for each in used:
        places, audiences, themes = (list(KEYS[folder](each)) for folder in ("locatie", "doelgroep", "thema"))
        for place in places:
            for audience in audiences:
                pair = f"locatie/{place}--doelgroep-{audience}"
                yield from (f"{pair}.ics", f"{pair}--{WITHOUT}.ics")
                yield from (f"{pair}--thema-{theme}.ics" for theme in themes)
            yield from (f"locatie/{place}--thema-{theme}.ics" for theme in themes)
        yield from (f"doelgroep/{audience}--thema-{theme}.ics" for audience in audiences for theme in themes)
    for each, dates in agenda.by_activity.items():
        yield f"activiteit/{each.page}.ics"
        if each.schedule.is_series:
            last = min(window.today + timedelta(weeks=WEEKS), window.last)
            soon = (one for one in _real(dates) if one.last_day >= window.today and one.day <= last)
            yield from (f"activiteit/{each.page}--{one.planned.isoformat()}.ics" for one in soon)


class Reader:
    """An engine that reads the same events only once, in however many files they stand."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[bytes, list[Reading]] = {}

    def read(self, file: File) -> list[Reading]:
        """Every date in this file, sorted. Raises Unreadable."""
        zones = {each.value("TZID"): each.octets for each in components(file.data, "VTIMEZONE")}
        return sorted(chain.from_iterable(self._block(block, zones) for block in file.blocks.values()))

    def _block(self, block: bytes, zones: dict[str, bytes]) -> list[Reading]:
        used = b"".join(octets for name, octets in zones.items() if f"TZID={name}:".encode() in block)
        head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//NL\r\n"
        calendar = b"".join([head, used, block, END])
        if calendar not in self._known:
            self._known[calendar] = self._engine.read(calendar)
        return self._known[calendar]
