from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from tests.builders import ADDRESS, REFERENCE_FILES, TODAY

from meedoen.agenda.agenda import Window
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.revision import Past
from meedoen.content.disk import scan
from meedoen.newsletter.archive_reader import read_archive
from meedoen.newsletter.letter_builder import letter, letter_path
from meedoen.newsletter.lock import lock_text
from meedoen.outputs.site_build import Page, SiteBuild
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.newsletter_workspace import open_newsletter_workspace
from meedoen.publishing.run import build

FIELDS = "---\ntitel: {title}\ndatum: 1 december 2026\ntijd: 10.00 - 11.00\nlocatie: bibliotheek-{town}\n---\nKom.\n"
EDITION = "gemeente: {}\nvan: 30 november 2026\ntot: 6 december 2026\nonderwerp: Deze week\n"
TOWNS = ("bonaire", "papendrecht", "sliedrecht")


def renderer(site: SiteBuild, page: Page) -> bytes:
    """The letters of the site on its home page, written out."""
    if page.path != "index.html":
        return b""
    return "\n".join(str(asdict(replace(each, schemes=None))) for each in site.letters).encode()  # type: ignore[arg-type]


def put(path: Path, text: str) -> None:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three towns with two activities each, one of the region, and letters for a town and for the region."""
    content = tmp_path / "content"
    for name, text in REFERENCE_FILES.items():
        put(content / f"{name}.yaml", text)
    for town in TOWNS:
        for title in "ab":
            put(content / "activiteiten" / town / f"{title}.md", FIELDS.format(title=f"{title} {town}", town=town))
    put(content / "activiteiten/regio/quiz.md", FIELDS.format(title="Quiz", town="sliedrecht"))
    put(content / "nieuwsbrieven/papendrecht-2026-49.yaml", EDITION.format("papendrecht"))
    put(content / "nieuwsbrieven/regio-2026-49.yaml", EDITION.format("regio"))
    return content


def home_pages(root: Path, output: Path, processes: int = 1) -> dict[str, str]:
    """The home page of each site, and of the region under an empty name."""
    tree = scan(root)
    network, _ = read_network(tree.reference_files)
    assert network is not None
    archive, found = read_archive(tree.editions, tree.locks, network)
    order = BuildJob(tree, network, Window.around(TODAY), Past(), root, renderer, {}, newsletters=archive)
    result = build(order, output, strict=True, before=found, processes=processes)
    assert [
        each.place.path for each in result.problems if not each.place.path.startswith("content/nieuwsbrieven/")
    ] == []
    return {site: (output / site / "index.html").read_text(encoding="utf-8") for site in ("", *TOWNS)}


def test_site_and_region_each_have_their_own_letters(root: Path, tmp_path: Path) -> None:
    pages = home_pages(root, tmp_path / "output")
    assert (pages["bonaire"], pages["sliedrecht"]) == ("", "")
    wanted = ("a bonaire", "a papendrecht", "b sliedrecht", "Quiz")
    names = {site: [name for name in wanted if name in page] for site, page in pages.items()}
    assert names == {
        "": ["a bonaire", "a papendrecht", "b sliedrecht", "Quiz"],
        "papendrecht": ["a papendrecht", "Quiz"],
        "bonaire": [],
        "sliedrecht": [],
    }
    assert pages[""].count("'name': 'Quiz'") == 1
    assert "https://sliedrecht.agenda.example.org/activiteit/b.html" in pages[""]
    assert f"{ADDRESS}/{letter_path('papendrecht-2026-49')}" in pages["papendrecht"]


def test_processes_do_not_change_a_letter(root: Path, tmp_path: Path) -> None:
    assert home_pages(root, tmp_path / "one") == home_pages(root, tmp_path / "two", processes=2)


def test_faulty_letter_is_no_reason_to_keep_a_site_back(root: Path, tmp_path: Path) -> None:
    good = home_pages(root, tmp_path / "good")
    put(root / "nieuwsbrieven/stuk.yaml", "gemeente: [papendrecht\n")
    put(
        root / "nieuwsbrieven/onbekend.yaml", EDITION.format("papendrecht") + "uitgelicht: [papendrecht-bestaat-niet]\n"
    )
    put(root / "nieuwsbrieven/vastgelegd/papendrecht-2026-49.json", "{}")
    assert home_pages(root, tmp_path / "output") == good


def test_settled_letter_stays_to_the_byte_when_its_activity_is_gone(root: Path, tmp_path: Path) -> None:
    room, _ = open_newsletter_workspace(root, TODAY)
    assert room is not None
    for slug in ("papendrecht-2026-49", "regio-2026-49"):
        edition = replace(room.archive.editions[slug], settled=True)
        put(root / f"nieuwsbrieven/vastgelegd/{slug}.json", lock_text(room.fresh(edition)))
        put(root / f"nieuwsbrieven/{slug}.yaml", EDITION.format(edition.municipality) + "vastgesteld: ja\n")
    before = home_pages(root, tmp_path / "before")
    assert "a papendrecht" in before["papendrecht"]
    for path in (root / "activiteiten").rglob("[a-q]*.md"):
        put(path, FIELDS.format(title="Iets heel anders", town="papendrecht"))
    (root / "activiteiten/papendrecht/a.md").unlink()
    put(
        root / "nieuwsbrieven/papendrecht-2026-49.yaml",
        EDITION.format("papendrecht").replace("Deze", "Die") + "vastgesteld: ja\n",
    )
    for town in ("bonaire", "sliedrecht"):
        for title in "ab":
            put(root / "activiteiten" / town / f"{title}.md", FIELDS.format(title="Anders", town=town))
    put(root / "activiteiten/regio/quiz.md", FIELDS.format(title="Anders", town="sliedrecht"))
    assert home_pages(root, tmp_path / "after") == before


def test_letter_has_the_addresses_and_colours_of_its_site(root: Path) -> None:
    room, _ = open_newsletter_workspace(root, TODAY)
    assert room is not None
    site = room.network.municipalities["papendrecht"]
    (draft,) = room.drafts((room.archive.editions["papendrecht-2026-49"],))
    found = letter(draft, site, room.network, lambda slug: f"https://{slug}.example.org")
    assert (found.url, found.site_url, found.archive_url) == (
        "https://papendrecht.example.org/nieuwsbrief/papendrecht-2026-49.html",
        "https://papendrecht.example.org/",
        "https://papendrecht.example.org/nieuwsbrief.html",
    )
    assert (found.sender, found.title) == ("Bibliotheek", "Papendrecht, 30 november t/m 6 december")
    assert found.preheader == "Met a papendrecht, b papendrecht en Quiz."
    assert [each.url for each in found.items] == [
        "https://papendrecht.example.org/activiteit/a.html",
        "https://papendrecht.example.org/activiteit/b.html",
        "https://papendrecht.example.org/activiteit/regio-quiz.html",
    ]


def test_letter_knows_those_before_it_settled_or_not(root: Path) -> None:
    put(
        root / "nieuwsbrieven/papendrecht-2026-50.yaml",
        "gemeente: papendrecht\nvan: 7 december 2026\ntot: 13 december 2026\nonderwerp: Later\n"
        "vorige: papendrecht-2026-49\n",
    )
    room, _ = open_newsletter_workspace(root, TODAY)
    assert room is not None
    put(
        root / "activiteiten/papendrecht/a.md",
        FIELDS.format(title="a papendrecht", town="papendrecht").replace("1 dec", "9 dec"),
    )
    put(
        root / "nieuwsbrieven/vastgelegd/papendrecht-2026-49.json",
        lock_text(room.fresh(replace(room.archive.editions["papendrecht-2026-49"], as_of=date(2026, 11, 30)))),
    )
    later, _ = open_newsletter_workspace(root, TODAY)
    assert later is not None
    (draft,) = later.drafts((later.archive.editions["papendrecht-2026-50"],))
    assert [(part.title, [each.item.name for each in part.entries]) for part in draft.parts] == [
        ("Voor iedereen", ["a papendrecht"])
    ]


def test_build_and_command_write_the_same_letters(root: Path, tmp_path: Path) -> None:
    put(
        root / "activiteiten/regio/cursus.md",
        FIELDS.format(title="Cursus", town="sliedrecht")
        .replace("1 december", "8 december")
        .replace("---\nKom", "aanmelden: {plaatsen: 8, tot: 4 december 2026}\n---\nKom"),
    )
    put(root / "nieuwsbrieven/regio-2026-49.yaml", EDITION.format("regio") + "secties: [laatste-plaatsen, gemeente]\n")
    room, _ = open_newsletter_workspace(root, TODAY)
    assert room is not None
    (draft,) = room.drafts((room.archive.editions["regio-2026-49"],))
    assert [(part.title, len(part.entries)) for part in draft.parts] == [
        ("Meld je nu aan", 1),
        ("In de hele regio", 1),
        ("Bonaire", 2),
        ("Papendrecht", 2),
        ("Sliedrecht", 2),
    ]
    page = home_pages(root, tmp_path / "output")[""]
    assert [each.item.name for each in draft.entries] == re.findall(r"'name': '([^']+)'", page)
