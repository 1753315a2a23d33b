"""A folder with built sites: what must be there, how old it is, whether calendars can be read, who may read it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from meedoen.doctor.age import judge_age, read_made
from meedoen.doctor.diagnosis import Diagnosis, bad, good, look
from meedoen.guard.calendar_file import LARGEST, CalendarFile, UnreadableCalendar, read_calendar
from meedoen.guard.component import read_component
from meedoen.guard.event_dates import happenings
from meedoen.language.wording import count, list_of, quote
from meedoen.outputs.build_info import BUILT
from meedoen.publishing.output_folder import MARKER
from meedoen.release.expectation import missing
from meedoen.release.manifest import MANIFEST, damaged
from meedoen.release.release_folder import NOW, SITE

_AHEAD = timedelta(days=548)
_FIXED = "20000101T000000Z"
_BUILD = "Maak de sites opnieuw, met publishconf.py of met: meedoen publiceer"
_SHOWN = 3


def examine_output(folder: Path, today: date) -> Iterator[Diagnosis]:
    """Takes an output, or a folder with releases, and today; gives what was seen in it (or in the release online)."""
    if (folder / NOW).is_symlink():
        folder = folder / NOW
        if not folder.is_dir():
            yield bad(
                "versie",
                "De koppeling “nu” wijst naar niets.",
                advice="Typ: meedoen publiceer, of ga terug met --terug",
            )
            return
        yield from _release(folder.resolve().parent)
    if not (folder / MARKER).is_file():
        yield bad("map", f"{folder} is geen map die meedoen heeft gemaakt.", advice="Geef de map met de sites op.")
        return
    sites = sorted(each.name for each in folder.iterdir() if each.is_dir() and (each / "index.html").exists())
    short = missing(folder, sites)
    if short:
        yield bad("bestanden", f"Er ontbreekt: {_some(short)}.", advice=_BUILD)
    else:
        yield good("bestanden", f"{count(len(sites), 'site', 'sites')} en de voorpagina zijn compleet.")
    yield from _purpose(folder)
    yield from _age(folder, sites, today)
    for site in sites:
        yield from _calendar(folder / site / "agenda.ics", site, today)
    yield _rights(folder)


def _release(release: Path) -> Iterator[Diagnosis]:
    if not (release / MANIFEST).is_file():
        return
    wrong = damaged(release, SITE)
    if wrong:
        how = "Publiceer opnieuw: dan komt er een hele versie voor in de plaats."
        yield bad("versie", f"Versie {release.name} is niet heel meer: {_some(wrong)}.", advice=how)
    else:
        yield good("versie", f"Versie {release.name} is heel.")


def _purpose(folder: Path) -> Iterator[Diagnosis]:
    path = folder / "robots.txt"
    if path.is_file() and "Disallow: /\n" in path.read_text(encoding="utf-8", errors="replace"):
        yield bad(
            "doel",
            "Dit is een voorbeeld: zoekmachines blijven weg, en de adressen zijn van je computer.",
            advice=_BUILD,
        )


def _age(folder: Path, sites: list[str], today: date) -> Iterator[Diagnosis]:
    places = [path for site in ("", *sites) if (path := folder / site / BUILT).is_file()]
    builds = [build for path in places if (build := read_made(path.read_bytes()))]
    if not builds:
        yield bad("leeftijd", f"Nergens staat in {BUILT} wanneer dit is gemaakt.", advice=_BUILD)
        return
    oldest = min(builds, key=lambda each: each.day)
    yield judge_age(oldest, today)
    if len({each.day for each in builds}) > 1:
        yield bad(
            "leeftijd", "Niet alle sites zijn op dezelfde dag gemaakt.", advice="Zet altijd de hele map tegelijk over."
        )


def _calendar(path: Path, site: str, today: date) -> Iterator[Diagnosis]:
    """Whether a calendar program can read it, and finds something that is still to come."""
    part = f"agenda van {site}"
    if not path.is_file():
        return
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    try:
        calendar = read_calendar(data, {})
        coming = _coming(calendar, today)
    except UnreadableCalendar as reason:
        yield bad(part, f"Agenda-programma's kunnen hem niet lezen: {reason}.", advice=_BUILD)
        return
    if calendar.events and _stamps(calendar) == {_FIXED}:
        message = "Alle tijdstempels zijn gelijk: de geschiedenis van Git was er niet bij. Abonnees missen wijzigingen."
        yield bad(part, message, advice="Publiceer vanuit een map met de hele geschiedenis: git fetch --unshallow")
    if not coming:
        message = "Er staat niets in dat nog komt."
        yield look(
            part,
            message,
            advice="Klopt dat? Kijk anders of de bestanden in content er zijn, en of “tot” niet voorbij is.",
        )
    else:
        yield good(part, f"Wat nog komt: {count(coming, 'activiteit', 'activiteiten')}.")


def _coming(calendar: CalendarFile, today: date) -> int:
    return sum(bool(happenings(blocks, today, today + _AHEAD)) for blocks in calendar.events.values())


def _stamps(calendar: CalendarFile) -> set[str]:
    return {read_component(block).text("DTSTAMP") for blocks in calendar.events.values() for block in blocks}


def _rights(folder: Path) -> Diagnosis:
    """A web server is another user: it must be able to read every file and enter every folder."""
    closed = [path for path, mode in _modes(folder) if not _is_open(mode)]
    if closed:
        how = f"Typ: chmod -R a+rX {folder}"
        return bad("rechten", f"Een webserver mag dit niet lezen: {_some(closed)}.", advice=how)
    return good("rechten", "Een webserver mag alles lezen.")


def _modes(folder: Path) -> Iterator[tuple[str, int]]:
    yield str(folder), folder.stat().st_mode
    for here, folders, files in os.walk(folder):
        for name in (*sorted(folders), *sorted(files)):
            path = Path(here, name)
            yield path.relative_to(folder).as_posix(), path.lstat().st_mode


def _is_open(mode: int) -> bool:
    if os.name == "nt":
        return True
    if stat.S_ISDIR(mode):
        return mode & 0o005 == 0o005
    return stat.S_ISREG(mode) and mode & 0o004 == 0o004


def _some(paths: tuple[str, ...] | list[str]) -> str:
    more = [f"nog {len(paths) - _SHOWN}"] if len(paths) > _SHOWN else []
    return list_of([*(quote(each) for each in paths[:_SHOWN]), *more])
