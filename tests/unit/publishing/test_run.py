from __future__ import annotations

import gc
import json
import os
import re
import signal
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.builders import ADDRESS, REFERENCE_FILES, TODAY

from meedoen.agenda.agenda import Window
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.revision import Past, Revision
from meedoen.content.disk import scan
from meedoen.language.problems import FilePosition, Problem
from meedoen.outputs import calendars, feed_window
from meedoen.outputs.facts import IN_DUTCH
from meedoen.outputs.search_index import fold
from meedoen.outputs.site_build import Page, SiteBuild
from meedoen.publishing import region, shard
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.output_folder import MARKER, NotOurs
from meedoen.publishing.run import BuildFailed, Refused, UnknownSites, build

pytestmark = pytest.mark.e2e  # whole builds

TOWNS = ("bonaire", "papendrecht", "sliedrecht")
FIELDS = "---\ntitel: {title}\ndatum: 1 december 2026\ntijd: 10.00 - 11.00\nlocatie: bibliotheek-{town}\n---\nKom.\n"
LONG = FIELDS.format(title="Lang", town="bonaire").replace("1 december 2026", "1 april 2027") + "Kom erbij. " * 200
PARENT = os.getpid()
WHEN = "dinsdag 1 december 2026, 10.00 tot 11.00 uur"
BONAIRE = "https://bonaire.agenda.example.org/activiteit/"
SLIEDRECHT = "https://sliedrecht.agenda.example.org/activiteit/"


def renderer(site: SiteBuild, page: Page) -> bytes:
    """A page as its site and title, so that the tests need no theme."""
    return f"{site.agenda.site.slug}: {page.title}\n".encode()


def failing_renderer(site: SiteBuild, page: Page) -> bytes:
    """A mistake of ours in another process."""
    if os.getpid() != PARENT:
        os._exit(3)
    return renderer(site, page)


def killed_renderer(site: SiteBuild, page: Page) -> bytes:
    """Another process that the system ends."""
    if os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return renderer(site, page)


def broken_pen(site: SiteBuild, page: Page) -> bytes:
    """A mistake of ours in this process."""
    if os.getpid() == PARENT:
        message = "broken template"
        raise ValueError(message)
    return renderer(site, page)


@pytest.fixture(autouse=True)
def _nothing_old_to_collect() -> None:
    """A build collects garbage before it splits; what thousands of other tests left is not for it to look through."""
    gc.freeze()


@pytest.fixture
def job(tmp_path: Path) -> BuildJob:
    """Three towns with three activities each, and one of the region."""
    root = tmp_path / "content"
    for name, text in REFERENCE_FILES.items():
        put(root / f"{name}.yaml", text)
    for town in TOWNS:
        for title in "abc":
            put(root / "activiteiten" / town / f"{title}.md", FIELDS.format(title=f"{title} {town}", town=town))
    put(root / "activiteiten" / "regio" / "quiz.md", FIELDS.format(title="Quiz", town="sliedrecht"))
    return ordered(root)


def ordered(root: Path) -> BuildJob:
    """What is to be built of this content."""
    tree = scan(root)
    network, problems = read_network(tree.reference_files)
    assert problems == ()
    assert network is not None
    return BuildJob(
        tree, network, Window.around(TODAY), Past(), root.with_name("unused"), renderer, {"style.css": b"body{}"}
    )


def put(path: Path, text: str) -> None:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in the folder, by path."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()
    }


def test_every_site_stands_in_its_own_folder(job: BuildJob, tmp_path: Path) -> None:
    result = build(job, tmp_path / "output", strict=True)
    assert [(each.slug, each.activities, each.occurrences, each.this_week) for each in result.summaries] == [
        (town, 4, 4, 0) for town in TOWNS
    ]
    assert result.problems == ()
    found = contents(tmp_path / "output")
    tops = {path.partition("/")[0] for path in found}
    assert {each for each in tops if each.endswith((".html", ".ics")) or each in TOWNS} == {
        *TOWNS, "404.html", "agenda-zonder-afgelast.ics", "agenda.ics", "index.html", "zoeken.html",
    }  # fmt: skip
    assert {MARKER, "nieuw.xml", "robots.txt", "sitemap.xml", "theme", "zoeken.json"} < tops
    assert found["sliedrecht/activiteit/a.html"] == b"sliedrecht: a sliedrecht\n"
    assert found["bonaire/activiteit/regio-quiz.html"] == b"bonaire: Quiz\n"
    assert {each.slug: each.files for each in result.summaries} == {
        town: len([path for path in found if path.startswith(f"{town}/")]) for town in TOWNS
    }


def test_processes_do_not_change_a_byte(job: BuildJob, tmp_path: Path) -> None:
    results = []
    for processes in (None, 1, 2, 3, 8):
        result = build(job, tmp_path / f"output-{processes}", strict=True, processes=processes)
        results.append((result, contents(tmp_path / f"output-{processes}")))
    assert [each == results[0] for each in results] == [True] * 5


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_fault_refuses_a_strict_build_and_the_output_stays(job: BuildJob, tmp_path: Path, processes: int) -> None:
    build(job, tmp_path / "output", strict=True)
    before = contents(tmp_path / "output")
    put(job.tree.root / "activiteiten" / "sliedrecht" / "d.md", "---\ntitel: d\n---\n")
    with pytest.raises(Refused) as refused:
        build(ordered(job.tree.root), tmp_path / "output", strict=True, processes=processes)
    assert {each.place.path for each in refused.value.problems} == {"content/activiteiten/sliedrecht/d.md"}
    assert contents(tmp_path / "output") == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["content", "output"]


@pytest.mark.parametrize("processes", [1, 2])
def test_fault_leaves_only_its_own_file_out_of_a_preview(job: BuildJob, tmp_path: Path, processes: int) -> None:
    put(job.tree.root / "activiteiten" / "sliedrecht" / "a.md", "---\ntitel: a\n---\n")
    result = build(ordered(job.tree.root), tmp_path / "output", strict=False, processes=processes)
    assert [(each.slug, each.activities) for each in result.summaries] == list(zip(TOWNS, (4, 4, 3), strict=True))
    assert {each.place.path for each in result.problems} == {"content/activiteiten/sliedrecht/a.md"}
    assert "sliedrecht/activiteit/a.html" not in contents(tmp_path / "output")


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_clash_between_two_shares_is_seen_before_anything_is_written(
    job: BuildJob, tmp_path: Path, processes: int
) -> None:
    put(
        job.tree.root / "activiteiten" / "bonaire" / "z.md",
        FIELDS.format(title="z\nid: sliedrecht-a", town="bonaire"),
    )
    result = build(ordered(job.tree.root), tmp_path / "output", strict=False, processes=processes)
    assert [(each.place.path, each.rule) for each in result.problems] == [
        ("content/activiteiten/bonaire/z.md", "dubbel-id")
    ]
    assert [each.activities for each in result.summaries] == [4, 4, 4]


@pytest.mark.parametrize("pen_of_ours", [failing_renderer, killed_renderer])
def test_worker_that_fails_ends_the_build_and_the_output_stays(
    job: BuildJob, tmp_path: Path, pen_of_ours: object
) -> None:
    build(job, tmp_path / "output", strict=True)
    before = contents(tmp_path / "output")
    for processes in (2, 3):
        with pytest.raises(BuildFailed):
            build(replace(job, renderer=pen_of_ours), tmp_path / "output", strict=True, processes=processes)  # type: ignore[arg-type]
    assert contents(tmp_path / "output") == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["content", "output"]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_mistake_of_ours_ends_the_build_and_the_output_stays(job: BuildJob, tmp_path: Path, processes: int) -> None:
    with pytest.raises(ValueError, match="broken template"):
        build(replace(job, renderer=broken_pen), tmp_path / "output", strict=True, processes=processes)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["content"]


def test_output_of_somebody_else_is_left_alone(job: BuildJob, tmp_path: Path) -> None:
    put(tmp_path / "output" / "scriptie.odt", "af")
    with pytest.raises(NotOurs):
        build(job, tmp_path / "output", strict=False)
    assert contents(tmp_path / "output") == {"scriptie.odt": b"af"}


def test_some_sites_only(job: BuildJob, tmp_path: Path) -> None:
    whole = contents_of(job, tmp_path / "whole", frozenset())
    some = contents_of(job, tmp_path / "some", frozenset({"sliedrecht"}))
    assert {path.partition("/")[0] for path in some} & set(TOWNS) == {"sliedrecht"}
    assert [path for path in some if path.startswith("sliedrecht/") and some[path] != whole[path]] == []


def contents_of(job: BuildJob, output: Path, only: frozenset[str]) -> dict[str, bytes]:
    """What a build of these sites writes."""
    build(job, output, strict=True, only=only)
    return contents(output)


def test_site_that_does_not_exist_is_not_built_as_nothing(job: BuildJob, tmp_path: Path) -> None:
    with pytest.raises(UnknownSites, match="utrecht"):
        build(job, tmp_path / "output", strict=True, only=frozenset({"utrecht", "sliedrecht"}))
    assert not (tmp_path / "output").exists()


def test_some_outputs_only(job: BuildJob, tmp_path: Path) -> None:
    build(replace(job, outputs=frozenset({"agenda"})), tmp_path / "output", strict=True)
    found = contents(tmp_path / "output")
    assert [path for path in found if path.startswith("bonaire/agenda")] == [
        "bonaire/agenda-zonder-afgelast.ics",
        "bonaire/agenda.ics",
    ]
    assert {path for path in found if path.startswith("bonaire/") and not path.endswith(".ics")} == set()


def test_without_calendars_the_region_has_none(job: BuildJob, tmp_path: Path) -> None:
    build(replace(job, outputs=frozenset({"home"})), tmp_path / "output", strict=True)
    assert [path for path in contents(tmp_path / "output") if path.endswith(".ics")] == []


def uids(data: bytes) -> list[str]:
    """The UIDs of the events in a calendar, in their order."""
    return re.findall(r"^UID:(.*?)@agenda.example.org\r$", data.decode(), re.MULTILINE)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_calendar_of_the_region_has_each_activity_once(job: BuildJob, tmp_path: Path, processes: int) -> None:
    build(job, tmp_path / "output", strict=True, processes=processes)
    found = contents(tmp_path / "output")
    expected = ["papendrecht-a", "papendrecht-b", "papendrecht-c", "regio-quiz"]
    expected += ["sliedrecht-a", "sliedrecht-b", "sliedrecht-c", "bonaire-a", "bonaire-b", "bonaire-c"]
    assert uids(found["agenda.ics"]) == uids(found["agenda-zonder-afgelast.ics"]) == expected
    assert b"\r\nURL:https://bonaire.agenda.example.org/activiteit/regio-quiz.html\r\n" in found["agenda.ics"]


def test_calendar_of_the_region_in_a_build_of_some_sites(job: BuildJob, tmp_path: Path) -> None:
    found = contents_of(job, tmp_path / "output", frozenset({"sliedrecht"}))["agenda.ics"]
    assert uids(found) == ["regio-quiz", "sliedrecht-a", "sliedrecht-b", "sliedrecht-c"]
    assert b"\r\nURL:https://sliedrecht.agenda.example.org/activiteit/regio-quiz.html\r\n" in found


def pages_found(data: bytes) -> list[str]:
    """The addresses of the pages in an index."""
    read = json.loads(data)
    named = [page or fold(name).replace(" ", "-") for name, page in zip(read["name"], read["page"], strict=True)]
    return [f"{read['pages'][number]}{page}" for number, page in zip(read["site"], named, strict=True)]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_search_of_the_region_has_each_activity_once(job: BuildJob, tmp_path: Path, processes: int) -> None:
    build(job, tmp_path / "output", strict=True, processes=processes)
    data = (tmp_path / "output" / "zoeken.json").read_bytes()
    addresses = {town: f"https://{town}.agenda.example.org/activiteit/" for town in TOWNS}
    own = [f"{addresses[town]}{title}" for title in "abc" for town in TOWNS]
    assert pages_found(data) == [*own, f"{addresses['bonaire']}regio-quiz"]
    assert json.loads(data)["where"] == [f"Bibliotheek {town.capitalize()}" for _ in "abc" for town in TOWNS] + [
        "Bibliotheek Sliedrecht, Bonaire"
    ]


def test_search_of_the_region_in_a_preview_and_of_some_sites(job: BuildJob, tmp_path: Path) -> None:
    near = replace(job, preview=True, base="http://127.0.0.1:8000")
    found = contents_of(near, tmp_path / "output", frozenset({"sliedrecht"}))
    assert pages_found(found["zoeken.json"]) == [
        f"sliedrecht/activiteit/{page}" for page in ("a", "b", "c", "regio-quiz")
    ]


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("most", [4, 10])
def test_search_of_a_large_region_has_the_soonest_and_says_so(
    job: BuildJob, tmp_path: Path, processes: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (shard, region):
        monkeypatch.setattr(module, "MOST", most)
    build(replace(job, renderer=limit_pen), tmp_path / "output", strict=True, processes=processes)
    found = contents(tmp_path / "output")
    assert len(pages_found(found["zoeken.json"])) == most
    assert found["zoeken.html"] == (b"limited" if most < 10 else b"all")


def limit_pen(site: SiteBuild, page: Page) -> bytes:
    """Whether a page tells that there is more."""
    return b"limited" if page.context.get("limited") else b"all"


@pytest.mark.parametrize("processes", [1, 2])
def test_news_of_the_region_has_each_activity_once(job: BuildJob, tmp_path: Path, processes: int) -> None:
    build(job, tmp_path / "output", strict=True, processes=processes)
    feed = (tmp_path / "output" / "nieuw.xml").read_text(encoding="utf-8")
    expected = [f"{town}-{title}" for town in TOWNS for title in "abc"]
    assert re.findall(r"<guid[^>]*>(.*?)@", feed) == sorted([*expected, "regio-quiz"])
    assert "<title>Nieuw in de agenda van De Streek</title>\n<link>" in feed


@pytest.mark.parametrize("processes", [1, 2])
def test_calendars_that_end_early_are_told(
    job: BuildJob, tmp_path: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(job, tmp_path / "whole", strict=True).shortened == ()
    monkeypatch.setattr(calendars, "LIMIT", feed_window.HEAD + 3_500)
    monkeypatch.setattr(feed_window, "LIMIT", feed_window.HEAD + 3_500)
    put(job.tree.root / "activiteiten" / "bonaire" / "z.md", LONG)
    result = build(ordered(job.tree.root), tmp_path / "output", strict=True, processes=processes)
    assert {(each.path, each.last) for each in result.shortened if "agenda" in each.path} == {
        ("agenda.ics", date(2026, 11, 30)),
        ("bonaire/agenda.ics", date(2027, 3, 31)),
    }


def test_events_know_the_library_the_picture_and_what_a_place_provides(job: BuildJob, tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (1200, 800)).save(picture, "PNG")
    folder = job.tree.root / "activiteiten" / "papendrecht"
    (folder / "a.png").write_bytes(picture.getvalue())
    place = REFERENCE_FILES["locaties/bibliotheek-papendrecht"]
    put(job.tree.root / "locaties" / "bibliotheek-papendrecht.yaml", f"{place}toegankelijkheid: [rolstoel]\n")
    put(job.tree.root / "organisatie.yaml", f"{REFERENCE_FILES['organisatie']}mail: agenda@example.org\n")
    put(folder / "d.md", FIELDS.format(title="d\nafbeelding: {bestand: a.png, alt: Zwart}", town="papendrecht"))
    build(ordered(job.tree.root), tmp_path / "output", strict=True)
    found = contents(tmp_path / "output")
    event = found["papendrecht/activiteit/d.ics"].replace(b"\r\n ", b"").decode()
    widest = max((path for path in found if path.startswith("papendrecht/beeld/")), key=lambda path: len(found[path]))
    assert re.findall(r"^IMAGE[^\r]*?:(https:[^\r]*)", event, re.MULTILINE) == [
        widest.replace("papendrecht/", f"{ADDRESS}/", 1)
    ]
    assert re.findall(r"^ORGANIZER[^\r]*", event, re.MULTILINE) == [
        'ORGANIZER;CN="Bibliotheek":mailto:agenda@example.org'
    ]
    assert "Met rolstoel" in event


def test_problems_from_before_are_part_of_the_result(job: BuildJob, tmp_path: Path) -> None:
    early = Problem(FilePosition("content/activiteiten/x"), "onbekende-map", "x")
    assert build(job, tmp_path / "a", strict=False, before=[early]).problems == (early,)
    with pytest.raises(Refused):
        build(job, tmp_path / "b", strict=True, before=[early])


def test_preview_names_what_is_left_out(job: BuildJob, tmp_path: Path) -> None:
    build(replace(job, preview=True, base="http://127.0.0.1:8000"), tmp_path / "output", strict=False)
    found = contents(tmp_path / "output")
    assert "problemen.html" in found
    assert b"Disallow: /" in found["sliedrecht/robots.txt"]
    assert b"http://127.0.0.1:8000/sliedrecht/" in found["sliedrecht/sitemap.xml"]


def nearby_pen(site: SiteBuild, page: Page) -> bytes:
    """What the neighbours have, a line each."""
    return "".join(f"{each.town}: {each.name}, {IN_DUTCH.when(each)}, {each.url}\n" for each in site.nearby).encode()


def with_neighbours(job: BuildJob, **neighbours: tuple[str, ...]) -> BuildJob:
    """The same, with these neighbours, and what they have today."""
    towns = {
        slug: replace(each, neighbours=neighbours.get(slug, ())) for slug, each in job.network.municipalities.items()
    }
    window = Window.around(date(2026, 12, 1))
    return replace(job, network=replace(job.network, municipalities=towns), window=window, renderer=nearby_pen)


@pytest.mark.parametrize("processes", [1, 2])
def test_home_names_what_the_neighbours_have_this_week(job: BuildJob, tmp_path: Path, processes: int) -> None:
    near = with_neighbours(job, papendrecht=("sliedrecht", "bonaire"), sliedrecht=("papendrecht",))
    build(near, tmp_path / "output", strict=True, processes=processes)
    lines = (tmp_path / "output" / "papendrecht" / "index.html").read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"Bonaire: a bonaire, {WHEN}, {BONAIRE}a.html",
        f"Sliedrecht: a sliedrecht, {WHEN}, {SLIEDRECHT}a.html",
        f"Bonaire: b bonaire, {WHEN}, {BONAIRE}b.html",
        f"Sliedrecht: b sliedrecht, {WHEN}, {SLIEDRECHT}b.html",
    ]
    assert (tmp_path / "output" / "bonaire" / "index.html").read_bytes() == b""


def test_what_is_off_or_dropped_is_not_nearby(job: BuildJob, tmp_path: Path) -> None:
    folder = job.tree.root / "activiteiten" / "sliedrecht"
    off = FIELDS.replace("---\nKom", "status: afgelast\nreden: Ziek.\n---\nKom")
    put(folder / "a.md", off.format(title="Weg", town="sliedrecht"))
    put(folder / "diep" / "b.md", FIELDS.format(title="Dubbel", town="sliedrecht"))
    near = with_neighbours(ordered(job.tree.root), papendrecht=("sliedrecht",))
    build(near, tmp_path / "output", strict=False)
    lines = (tmp_path / "output" / "papendrecht" / "index.html").read_text(encoding="utf-8").splitlines()
    assert [line.partition(",")[0] for line in lines] == ["Sliedrecht: b sliedrecht", "Sliedrecht: c sliedrecht"]


def region_renderer(site: SiteBuild, page: Page) -> bytes:
    """What the pages of the region are given of its towns, a line each."""
    if site.agenda.site.slug or "towns" not in page.context:
        return b""
    lines = [
        f"{each.site.name}: {each.home} {each.address}, near {[near.slug for near in each.near]}"
        for each in page.context["towns"]
    ]
    named = [each.name for _, each in page.context.get("today") or ()]
    weekend = [each.name for _, each in page.context.get("weekend", ())]
    return "\n".join([*lines, f"today {named}, weekend {weekend}"]).encode()


@pytest.mark.parametrize("processes", [1, 2])
def test_region_leads_to_its_towns_and_names_each_activity_once(job: BuildJob, tmp_path: Path, processes: int) -> None:
    near = with_neighbours(job, papendrecht=("sliedrecht", "bonaire"))
    build(replace(near, renderer=region_renderer), tmp_path / "output", strict=True, processes=processes)
    found = contents(tmp_path / "output")
    homes = {town: f"https://{town}.agenda.example.org/" for town in TOWNS}
    today = [f"{title} {town}" for title in "ab" for town in TOWNS]
    towns = [
        f"{town.capitalize()}: {homes[town]} {homes[town]}, near {['sliedrecht', 'bonaire'] if town[0] == 'p' else []}"
        for town in TOWNS
    ]
    assert found["index.html"].decode().splitlines() == [*towns, f"today {today}, weekend []"]
    assert found["404.html"].decode().splitlines() == [*towns, "today [], weekend []"]


def test_region_has_what_is_left_of_the_weekend_instead_of_today(job: BuildJob, tmp_path: Path) -> None:
    window = Window.around(date(2026, 11, 28))
    put(
        job.tree.root / "activiteiten" / "bonaire" / "d.md",
        FIELDS.format(title="Zondag", town="bonaire").replace("1 december", "29 november"),
    )
    near = replace(
        ordered(job.tree.root), window=window, renderer=region_renderer, preview=True, base="http://127.0.0.1:8000"
    )
    build(near, tmp_path / "output", strict=True)
    lines = contents(tmp_path / "output")["index.html"].decode().splitlines()
    assert (lines[0], lines[-1]) == (
        "Bonaire: bonaire/index.html http://127.0.0.1:8000/bonaire/, near []",
        "today [], weekend ['Zondag']",
    )


def test_pages_of_the_region_changed_when_an_activity_last_did(job: BuildJob, tmp_path: Path) -> None:
    moment = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    past = Past({"sliedrecht-a": Revision(moment, moment)})
    build(replace(job, past=past), tmp_path / "output", strict=True)
    found = (tmp_path / "output" / "sitemap.xml").read_text(encoding="utf-8")
    assert re.findall(r"<loc>https://[^/]*/(.*?)</loc>(.*?)</url>", found) == [
        ("", "<lastmod>2026-11-22</lastmod>"),
        ("zoeken.html", "<lastmod>2026-11-22</lastmod>"),
    ]
