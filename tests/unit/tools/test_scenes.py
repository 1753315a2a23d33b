"""Which page goes on a picture: looked up in what was built, and a clear word when there is none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tools.scenes import NothingToShow, activity, addresses, choice, subject

TODAY = date(2026, 11, 24)


def at(day: str, status: str = "Scheduled", **more: object) -> dict[str, Any]:
    return {"startDate": f"{day}T10:00:00+01:00", "eventStatus": f"https://schema.org/Event{status}", **more}


def made(name: str, *dates: dict[str, Any], themes: tuple[str, ...] = ()) -> dict[str, Any]:
    town, page = name.split("-", 1)
    return {
        "id": name,
        "url": f"https://example.org/dorp/activiteit/{page if town != 'regio' else name}.html",
        "themes": [{"id": each.lower(), "name": each} for each in themes],
        "occurrences": list(dates),
    }


def programme(*activities: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Agenda Dorp", "activities": list(activities)}


@pytest.mark.parametrize(
    ("state", "page"),
    [("activiteit", "gewoon"), ("afgelast", "weg"), ("vol", "dicht")],
)
def test_activity_is_the_soonest_own_one_that_shows_this_state(state: str, page: str) -> None:
    data = programme(
        made("regio-eerder", at("2026-11-25"), at("2026-11-26", "Cancelled")),
        made("dorp-geweest", at("2026-11-20", "Cancelled")),
        made("dorp-verplaatst", at("2026-11-25", "Rescheduled")),
        made("dorp-later", at("2026-11-28", "Cancelled"), at("2026-12-05")),
        made("dorp-weg", at("2026-12-01", "Cancelled"), at("2026-12-08", "Cancelled")),
        made("dorp-dicht", at("2026-12-02", remainingAttendeeCapacity=0)),
        made("dorp-gewoon", at("2026-11-20", "Cancelled"), at("2026-11-27")),
    )
    assert activity(data, state, TODAY) == f"activiteit/{page}.html"


def test_activity_of_the_region_is_taken_when_the_town_has_none() -> None:
    data = programme(made("dorp-gewoon", at("2026-12-01")), made("regio-weg", at("2026-12-01", "Cancelled")))
    assert activity(data, "afgelast", TODAY) == "activiteit/regio-weg.html"


def test_state_that_is_not_there_is_said_with_what_helps() -> None:
    with pytest.raises(NothingToShow) as problem:
        activity(programme(made("dorp-gewoon", at("2026-12-01"))), "vol", TODAY)
    assert str(problem.value) == (
        "Agenda Dorp heeft op 24-11-2026 geen activiteit voor het plaatje “vol”. "
        "Zet er een in content/activiteiten, of kies een andere dag met --datum."
    )


def a_list(folder: Path, *marks: str) -> Path:
    page = folder / "index.html"
    page.write_text("".join(f'<li class="card" data-kies="{each}">x</li>' for each in marks), encoding="utf-8")
    return page


def test_choice_leaves_most_but_not_all(tmp_path: Path) -> None:
    morning, noon = "dagdeel-ochtend doelgroep-18-plus prijs-gratis", "dagdeel-middag doelgroep-0-4"
    assert choice(a_list(tmp_path, *[morning] * 4, *[noon] * 3)) == "dagdeel=ochtend&doelgroep=18-plus"


def test_choice_that_says_nothing_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(NothingToShow):
        choice(a_list(tmp_path, *["dagdeel-ochtend doelgroep-0-4"] * 5))


def test_subject_is_one_word_that_most_have() -> None:
    data = programme(
        made("dorp-een", themes=("Natuur en duurzaamheid", "Taal")),
        made("dorp-twee", themes=("Natuur en duurzaamheid", "Lezen")),
        made("dorp-drie", themes=("Lezen",)),
    )
    assert subject(data) == "lezen"


def test_scenes_that_are_not_asked_for_are_not_looked_up(tmp_path: Path) -> None:
    (tmp_path / "activiteiten.json").write_text(json.dumps(programme()), encoding="utf-8")
    assert addresses(tmp_path, TODAY, {"maand", "home"}) == {"home": "index.html", "maand": "maand/2026-11.html"}
