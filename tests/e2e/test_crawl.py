"""All pages of two sites and of the regional home, read from disk: well formed, and no link leads nowhere."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from meedoen.newsletter.paths import is_mail

pytestmark = pytest.mark.e2e

SITES = ("", "papendrecht", "dordrecht")
VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "source", "wbr"})
OUTSIDE = frozenset({"http", "https", "mailto", "tel", "webcal"})


@dataclass
class Read:
    """What stands on one page, and what is wrong with how it is written."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    lang: str = ""
    scopes: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        read = self.read
        if len(given) != len(attrs):
            read.faults.append(f"{tag}: an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "html":
            read.lang = given.get("lang", "")
        if tag[0] == "h" and tag[1:].isdigit():
            read.levels.append(int(tag[1:]))
        if tag == "th" and "table.month" in self.open:
            read.scopes.append(given.get("scope", ""))
        if tag == "img" and not {"alt", "width", "height"} <= given.keys():
            read.faults.append("img without alt, width or height")
        if tag == "table" and given.get("class") == "month":
            self.open[-1] = "table.month"
        if "id" in given:
            read.ids.append(given["id"])
        read.links += [given[name] for name in ("href", "src") if name in given]
        read.links += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop().partition(".")[0] != tag:
            self.read.faults.append(f"</{tag}> closes something else")


@cache
def read(path: Path) -> Read:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    reader.read.faults += [f"<{tag}> is not closed" for tag in reader.open]
    return reader.read


def pages(output: Path, folder: str) -> list[Path]:
    """The pages of this site; letters for mail programs lead to the address at which they are published."""
    found = sorted((output / folder).rglob("*.html")) if folder else sorted(output.glob("*.html"))
    return [each for each in found if not is_mail(each.relative_to(output).as_posix())]


def leads_nowhere(site: Any, page: Path, link: str) -> bool:
    """Whether a link within the preview misses its page or its place on the page."""
    parts = urlsplit(link.removeprefix(f"{site.address}/") if link.startswith(site.address) else link)
    if parts.scheme in OUTSIDE:
        return False
    folder = "" if link.startswith(site.address) else page.parent.relative_to(site.output).as_posix()
    path = (
        posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        if parts.path
        else page.relative_to(site.output).as_posix()
    )
    target = site.output / path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return True
    return bool(parts.fragment) and parts.fragment not in read(target).ids


@pytest.mark.parametrize("folder", SITES)
def test_links_all_lead_somewhere(site: Any, folder: str) -> None:
    lost = {
        (page.relative_to(site.output).as_posix(), link)
        for page in pages(site.output, folder)
        for link in set(read(page).links)
        if leads_nowhere(site, page, link)
    }
    assert lost == set()


@pytest.mark.parametrize("folder", SITES)
def test_pages_are_well_formed(site: Any, folder: str) -> None:
    found = {page.name: read(page).faults for page in pages(site.output, folder)}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("folder", SITES)
def test_pages_have_each_id_once(site: Any, folder: str) -> None:
    assert [page.name for page in pages(site.output, folder) if len(set(read(page).ids)) != len(read(page).ids)] == []


@pytest.mark.parametrize("folder", SITES)
def test_pages_are_in_dutch_but_for_those_in_the_folder_of_a_language(site: Any, folder: str) -> None:
    found = {(page.is_relative_to(site.output / folder / "en"), read(page).lang) for page in pages(site.output, folder)}
    assert found == ({(False, "nl"), (True, "en")} if folder else {(False, "nl")})


@pytest.mark.parametrize("folder", SITES)
def test_headings_start_with_one_and_skip_none(site: Any, folder: str) -> None:
    wrong = {
        page.name: levels
        for page in pages(site.output, folder)
        if (levels := read(page).levels)[:1] != [1]
        or levels.count(1) != 1
        or any(below > above + 1 for above, below in pairwise(levels))
    }
    assert wrong == {}


@pytest.mark.parametrize("folder", SITES[1:])
def test_month_tables_name_their_columns(site: Any, folder: str) -> None:
    months = [page for page in pages(site.output, f"{folder}/maand") if page.stem != "index"]
    assert months
    assert {tuple(read(page).scopes) for page in months} == {("col",) * 7}
