"""What there is to show of one municipality: for every scene the page that shows it, looked up in what was built.

Nothing is typed in here that the content can change: the activities come from `activiteiten.json`, the choices from the
marks in the list, the word to search for from the subjects.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

SCENES = ("home", "maand", "activiteit", "afgelast", "vol", "keuzes", "zoeken", "abonneren")
CHOSEN = ("dagdeel", "doelgroep")
"""The pickers in which something is chosen, in the order of the page."""
LEFT = 3
"""How many activities a choice must leave to be worth a picture."""
MARKS = re.compile(r'data-kies="([^"]+)"')
CANCELLED = "https://schema.org/EventCancelled"
PLANNED = "https://schema.org/EventScheduled"


class NothingToShow(LookupError):
    """The content has no page for a picture; the message says which and what helps, in Dutch."""


def addresses(site: Path, today: date, scenes: Collection[str] = SCENES) -> dict[str, str]:
    """Scene → the page below the folder of this site, with what is asked of its scripts. Raises NothingToShow."""
    data = json.loads((site / "activiteiten.json").read_text(encoding="utf-8"))
    month = f"maand/{today:%Y-%m}.html"
    found: dict[str, Callable[[], str]] = {
        "home": lambda: "index.html",
        "maand": lambda: month,
        **{state: partial(activity, data, state, today) for state in ("activiteit", "afgelast", "vol")},
        "keuzes": lambda: f"index.html?{choice(site / 'index.html')}",
        "zoeken": lambda: f"zoeken.html?q={subject(data)}",
        "abonneren": lambda: "abonneren.html",
    }
    return {scene: found[scene]() for scene in SCENES if scene in scenes}


def activity(data: Mapping[str, Any], state: str, today: date) -> str:
    """The page of the municipality's own activity that is soonest of all in this state. Raises NothingToShow."""
    own: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for each in data["activities"]:
        shown = _shown(each, today)
        if shown and _state(shown) == state:
            (others if each["id"].startswith("regio-") else own).append((shown["startDate"], each["url"]))
    if not own and not others:
        message = (
            f"{data['name']} heeft op {today:%d-%m-%Y} geen activiteit voor het plaatje “{state}”. "
            "Zet er een in content/activiteiten, of kies een andere dag met --datum."
        )
        raise NothingToShow(message)
    return "/".join(min(own or others)[1].split("/")[-2:])


def _shown(each: Mapping[str, Any], today: date) -> Mapping[str, Any] | None:
    """The date that the page of an activity is about: the first to come that goes ahead, else the first to come."""
    ahead = [at for at in each["occurrences"] if at["startDate"][:10] >= today.isoformat()]
    return next((at for at in ahead if at["eventStatus"] != CANCELLED), ahead[0] if ahead else None)


def _state(shown: Mapping[str, Any]) -> str:
    if shown["eventStatus"] == CANCELLED:
        return "afgelast"
    if shown["eventStatus"] != PLANNED:
        return ""
    return "vol" if shown.get("remainingAttendeeCapacity") == 0 else "activiteit"


def choice(page: Path) -> str:
    """What leaves most of this list, but not all: `dagdeel=ochtend&doelgroep=18-plus`. Raises NothingToShow."""
    items = [each.split() for each in MARKS.findall(page.read_text(encoding="utf-8"))]
    for marks in _together(items):
        left = sum(marks <= set(each) for each in items)
        if LEFT <= left < len(items):
            return "&".join(
                f"{kind}={mark.removeprefix(f'{kind}-')}"
                for kind in CHOSEN
                for mark in marks
                if mark.startswith(f"{kind}-")
            )
    message = f"In {page.parent.name}/{page.name} valt er te weinig te kiezen voor een plaatje van de keuzes."
    raise NothingToShow(message)


def _together(items: list[list[str]]) -> Iterator[set[str]]:
    """Pairs of a value of each picker that occur together, the ones that occur most first."""
    pairs = Counter(
        (first, second)
        for each in items
        for first in each
        if first.startswith(f"{CHOSEN[0]}-")
        for second in each
        if second.startswith(f"{CHOSEN[1]}-")
    )
    yield from (set(pair) for pair, _ in sorted(pairs.items(), key=lambda found: (-found[1], found[0])))


def subject(data: Mapping[str, Any]) -> str:
    """The subject of one word that most activities have, as somebody types it. Raises NothingToShow."""
    counted: Counter[str] = Counter(
        term["name"].lower() for each in data["activities"] for term in each.get("themes", ()) if term["name"].isalpha()
    )
    if not counted:
        message = f"{data['name']} heeft geen onderwerp om naar te zoeken."
        raise NothingToShow(message)
    return min(counted, key=lambda name: (-counted[name], name))
