"""What belongs to one municipality stands on its own site and on no other."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from tests.contract.conftest import Programme

from meedoen.programme.activity import Activity

pytestmark = pytest.mark.e2e

TEXT = frozenset({".html", ".ics", ".xml", ".txt", ".json", ".csv"})
NEARBY = re.compile(r'<section aria-labelledby="buurt">.*?</section>', re.DOTALL)
UID = re.compile(r"^UID:(.+?)(?:--\d{8})?@", re.MULTILINE)


@cache
def text_of(site: Path) -> str:
    """Every different line of a site, its pages as people read them and its calendars unfolded."""
    lines: set[str] = set()
    for path in site.rglob("*"):
        if path.suffix in TEXT:
            text = NEARBY.sub("", path.read_text(encoding="utf-8"))
            text = (
                text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";")
                if path.suffix == ".ics"
                else unescape(text)
            )
            lines.update(text.splitlines())
    return "\n".join(sorted(lines))


def recognisable(programme: Programme) -> list[Activity]:
    """The activities that some sites don't show, and whose title no other text has as a part."""
    titles = Counter(each.name for each in programme.activities)
    everything = "\n".join(
        f"{each.name}\n{each.summary}\n{each.body}\n{each.help_wanted}" for each in programme.activities
    )
    return [
        each
        for each in programme.activities
        if len(each.municipalities) < len(programme.network.municipalities)
        and titles[each.name] == everything.count(each.name) == 1
    ]


def test_there_is_data_that_could_leak(programme: Programme, published: Path) -> None:
    for site in programme.network.municipalities:
        shown = programme.agenda(site).by_activity
        own = [each for each in recognisable(programme) if each in shown]
        text = text_of(published / site)
        assert len(own) >= 4
        assert [each.id for each in own if not (each.name in text and f"UID:{each.id}" in text)] == []


def test_title_is_on_no_site_to_which_it_does_not_belong(programme: Programme, published: Path) -> None:
    leaks = [
        (each.id, site)
        for site in programme.network.municipalities
        for each in recognisable(programme)
        if site not in each.municipalities and each.name in text_of(published / site)
    ]
    assert leaks == []


def test_calendars_hold_only_what_belongs_to_the_site(programme: Programme, published: Path) -> None:
    shown = {each.id: each.municipalities for each in programme.activities}
    for site in programme.network.municipalities:
        uids = {
            uid for path in (published / site).rglob("*.ics") for uid in UID.findall(path.read_text(encoding="utf-8"))
        }
        assert len(uids) > 10
        assert {uid for uid in uids if site not in shown[uid]} == set()


def test_pages_are_those_of_the_site(programme: Programme, published: Path) -> None:
    for site in programme.network.municipalities:
        pages = {path.stem for path in (published / site / "activiteit").glob("*.html")}
        belongs = {each.page for each in programme.activities if site in each.municipalities and not each.hidden}
        assert pages - belongs == set()
        assert len(pages) > 10


def test_hidden_activity_is_nowhere(programme: Programme, published: Path) -> None:
    hidden = [each for each in programme.activities if each.hidden]
    assert hidden != []
    sites = [*programme.network.municipalities, "."]
    assert [
        (each.id, site) for each in hidden for site in sites if f"/{each.page}.html" in text_of(published / site)
    ] == []


def test_region_of_its_own_shows_no_faults_to_the_public(published: Path) -> None:
    assert not (published / "problemen.html").exists()


def test_home_names_of_others_only_what_neighbours_have_and_leads_there(programme: Programme, published: Path) -> None:
    towns = programme.network.municipalities
    for site, town in towns.items():
        (section,) = NEARBY.findall((published / site / "index.html").read_text(encoding="utf-8"))
        links = re.findall(r'href="([^"]+)/activiteit/[^"]+"', section)
        assert len(links) >= 2
        assert set(links) <= {towns[each].website.rstrip("/") for each in town.neighbours}
