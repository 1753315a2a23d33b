"""The same activities as a Hugo site: content that Hugo reads, with the layouts of `benchmarks/hugo`.

Of the ways to make the lists, the fastest that leaves the work to Hugo was kept. With 5,000 activities on two
cores (22 November 2026, Hugo 0.168):

- day pages from a content adapter, over an index that Hugo makes once for each municipality (`by-day.html`):
  this one;
- the same, with the index made here in Python and looked up with `GetPage`: as fast;
- a taxonomy with a term for each municipality and day: a third slower;
- front matter in YAML instead of TOML, Hugo's own default: a fifth slower; in JSON: as fast.

Cards, events, dates, header and footer are rendered once (`partialCached`), pages are files and not folders
(`uglyURLs`).
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Final

from benchmarks.activities import Activity, key, made_up_activities, partners, places
from benchmarks.series import Change
from benchmarks.texts import AUDIENCES, CORE, MUNICIPALITIES, THEMES

LAYOUTS: Final = Path(__file__).parent / "hugo"


def write_hugo_site(root: Path, activities: int, seed: int = 1) -> None:
    """Replace `root` by a Hugo site of the same activities as the corpus of this size and seed."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(LAYOUTS, root)
    for calendar in (root / "layouts").rglob("*.ics"):
        calendar.write_bytes(calendar.read_bytes().replace(b"\n", b"\r\n"))
    days: defaultdict[str, set[date]] = defaultdict(set)
    for activity in made_up_activities(activities, seed):
        days[activity.municipality].update(activity.dates)
        path = Path("content", activity.municipality, activity.folder, f"{activity.slug}.md")
        _write(root / path, page(activity))
    for name, text in _frame(days):
        _write(root / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _frame(days: dict[str, set[date]]) -> Iterator[tuple[str, str]]:
    """Everything but the activities: path and text. The two largest data files say which lists there are."""
    yield "content/_index.md", _front_matter({"title": "Agenda van de Proefstreek"})
    for town in MUNICIPALITIES:
        front = {"title": town, "summary": f"Wat is er te doen in {town}?"}
        yield f"content/{key(town)}/_index.md", _front_matter(front)
    yield "data/when.json", json.dumps({town: _when(sorted(found)) for town, found in days.items()})
    yield "data/terms.json", json.dumps({key(town): _terms(key(town)) for town in MUNICIPALITIES})
    yield "data/towns.json", json.dumps({key(town): {"name": town} for town in MUNICIPALITIES})
    yield (
        "data/partners.json",
        json.dumps({p.key: {"name": p.name, "website": p.website} for p in partners()}),
    )
    yield (
        "data/places.json",
        json.dumps(
            {p.key: {"name": p.name, "street": p.street, "postcode": p.postcode, "town": p.town} for p in places()}
        ),
    )


def _when(days: list[date]) -> dict[str, object]:
    """The pages by time that a municipality has: days, months, and weeks with their days."""
    weeks: defaultdict[str, list[str]] = defaultdict(list)
    for day in days:
        year, week, _ = day.isocalendar()
        weeks[f"{year}-w{week:02}"].append(str(day))
    return {"days": [*map(str, days)], "months": sorted({f"{day:%Y-%m}" for day in days}), "weeks": weeks}


def _terms(town: str) -> list[dict[str, str]]:
    """The lists by place, partner and word that a municipality has."""
    named = [("place", p.key, p.name) for p in places() if p.municipality == town]
    named += [("partner", p.key, p.name) for p in partners() if p.municipality == town]
    for kind, words in (("core", CORE), ("audience", AUDIENCES), ("theme", THEMES)):
        named += [(kind, word, word) for word in words]
    return [{"path": f"{kind}-{key(word)}", "term": f"{kind}/{word}", "name": name} for kind, word, name in named]


def page(activity: Activity) -> str:
    """One content file. What Hugo cannot work out (dates of a series, its RRULE) is worked out here."""
    first = activity.dates[0]
    front: dict[str, object] = {
        "title": activity.title,
        "summary": activity.summary,
        "weight": activity.start.hour * 60 + activity.start.minute,
        "start": f"{activity.start:%H.%M}",
        "end": f"{activity.end:%H.%M}",
        "dtstart": _stamp(first, activity.start),
        "dtend": _stamp(first, activity.end),
        "days": [str(day) for day in activity.dates],
        "place": activity.place,
        "partner": activity.partner,
        "audiences": activity.audiences,
        "core": activity.core,
        "themes": activity.themes,
        "prices": activity.prices,
    }
    if activity.registration:
        front |= {"registration": activity.registration, "capacity": activity.capacity}
    tables = ""
    if series := activity.series:
        front |= {"phrase": series.phrase, "rrule": series.rrule}
        if series.excluded:
            front["exdate"] = ",".join(_stamp(day, activity.start) for day in series.excluded)
        tables = "".join(_changes(activity, series.changes))
    return _front_matter(front, tables) + activity.text


def _front_matter(values: Mapping[str, object], tables: str = "") -> str:
    """TOML; its plain values are written as in JSON."""
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())
    return f"+++\n{''.join(lines)}{tables}+++\n"


def _changes(activity: Activity, changes: tuple[Change, ...]) -> Iterator[str]:
    """The changes twice: by day with their text for the pages, and as overrides for the calendar."""
    if changes:
        yield "[changes]\n"
    for change in changes:
        told = "Verplaatst" if change.moved_to else "Gaat niet door"
        yield f'"{change.moved_to or change.day}" = "{told}. {change.reason}"\n'
    for change in changes:
        day = change.moved_to or change.day
        yield (
            f'[[overrides]]\ninstead = "{_stamp(change.day, activity.start)}"\n'
            f'dtstart = "{_stamp(day, activity.start)}"\ndtend = "{_stamp(day, activity.end)}"\n'
            f'status = "{"CONFIRMED" if change.moved_to else "CANCELLED"}"\n'
        )


def _stamp(day: date, clock: time) -> str:
    """`20261201T100000`."""
    return f"{day:%Y%m%d}T{clock:%H%M%S}"
