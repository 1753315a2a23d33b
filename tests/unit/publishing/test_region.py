from __future__ import annotations

from datetime import date, time

import pytest

from meedoen.programme.organisation import Municipality
from meedoen.publishing.region import Town, varied
from meedoen.publishing.site_summary import SiteSummary, Soon


def town(slug: str, folder: str = "") -> Town:
    site = Municipality(slug, slug.capitalize(), f"https://{slug}.example.org")
    return Town(site, SiteSummary(slug, 0, 0, 0, 0, ()), folder or f"{slug}/", f"{site.website}/", ())


def soon(name: str, hour: int) -> Soon:
    return Soon((date(2026, 11, 24), True, time(hour), name, name), name, "", "", "")


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (2, [("a", "vroeg"), ("b", "avond")]),
        (3, [("a", "vroeg"), ("a", "ochtend"), ("b", "avond")]),
        (9, [("a", "vroeg"), ("a", "ochtend"), ("a", "middag"), ("b", "avond"), ("b", "nacht")]),
    ],
)
def test_every_town_has_its_turn_before_another_has_two(most: int, expected: list[tuple[str, str]]) -> None:
    some = [
        (town("a"), [soon("vroeg", 8), soon("ochtend", 10), soon("middag", 14)]),
        (town("b"), [soon("avond", 20), soon("nacht", 23)]),
        (town("c"), []),
    ]
    assert [(found.site.slug, each.name) for found, each in varied(some, most)] == expected


def test_home_of_a_town_has_its_file_name_in_a_preview_only() -> None:
    assert (town("a").home, town("a", "https://a.example.org/").home) == ("a/index.html", "https://a.example.org/")
