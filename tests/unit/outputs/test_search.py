from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus import write_corpus
from tests.builders import TODAY, activity, agenda, site

from meedoen.agenda.agenda import Window, select
from meedoen.agenda.content import read_network
from meedoen.agenda.library import read_library
from meedoen.agenda.source import SourceFile
from meedoen.outputs.output import Asset, Page, SiteBuild
from meedoen.outputs.search import PER_PAGE, Row, fold, index, searching
from meedoen.programme.activity import Activity

CASES = json.loads(Path(__file__).with_name("folding.json").read_text(encoding="utf-8"))
SCRIPT = Path(__file__).resolve().parents[3] / "theme/static/zoeken.js"
FOLDER = "content/activiteiten/papendrecht"


def page(build: SiteBuild, number: int = 1) -> Page:
    return [each for each in searching(build) if isinstance(each, Page)][number - 1]


def found(*activities: Activity) -> Any:
    return json.loads(index(site(agenda(*activities))))


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_words_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    assert [fold(folded) for _, folded in CASES] == [folded for _, folded in CASES]


def test_list_has_what_is_to_come_from_a_to_z() -> None:
    build = site(
        agenda(
            activity("titel: Één boek", path=f"{FOLDER}/een.md"),
            activity("titel: 3D-printen", path=f"{FOLDER}/printen.md"),
            activity("titel: zingen", path=f"{FOLDER}/zingen.md"),
            activity("titel: Eet mee\nstatus: afgelast\nreden: Ziek.", path=f"{FOLDER}/eten.md"),
            activity("titel: Voorbij\ndatum: 1 november 2026", path=f"{FOLDER}/voorbij.md"),
        )
    )
    shown = page(build)
    assert (shown.path, shown.title, shown.context["total"], shown.context["parts"]) == (
        "zoeken.html", "Zoeken", 4, (("zoeken.html", "0-9 tot en met Z"),),
    )  # fmt: skip
    assert [(letter, [each.name for each in rows]) for letter, rows in shown.context["groups"]] == [
        ("0-9", ["3D-printen"]),
        ("E", ["Één boek", "Eet mee"]),
        ("Z", ["zingen"]),
    ]
    when = "Dinsdag 1 december 2026, 10.00 tot 11.30 uur"
    assert shown.context["groups"][1][1] == (
        Row("Één boek", "activiteit/een.html", when, "Bibliotheek Papendrecht", "", "", {}),
        Row("Eet mee", "activiteit/eten.html", when, "Bibliotheek Papendrecht", "Gaat niet door", "afgelast", {}),
    )


def test_long_list_stands_on_several_pages() -> None:
    one = activity("titel: Bingo")
    many = [replace(one, id=f"bingo-{n}", page=f"bingo-{n}") for n in range(PER_PAGE + 1)]
    build = site(agenda(*many, activity("titel: Yoga", path=f"{FOLDER}/yoga.md")))
    shown = [each for each in searching(build) if isinstance(each, Page)]
    assert [(each.path, each.title, sum(len(rows) for _, rows in each.context["groups"])) for each in shown] == [
        ("zoeken.html", "Zoeken", PER_PAGE),
        ("zoeken--2.html", "Alles van A tot Z, deel 2", 2),
    ]
    assert shown[0].context["parts"] == (("zoeken.html", "B"), ("zoeken--2.html", "B tot en met Y"))


def test_site_without_activities_has_an_empty_list_and_index() -> None:
    assert (page(site(agenda())).context["groups"], found()) == ((), {"words": [], "name": []})


def test_index_has_what_a_result_shows_soonest_first() -> None:
    header = "titel: Schaakclub\ndatum: 8 december 2026\nsamenvatting: Voor iedereen.\nthema: taal"
    later = activity(header, path=f"{FOLDER}/schaak.md")
    soon = activity("titel: Taalcafé\nstatus: afgelast\nreden: Ziek.")
    assert found(later, soon) == {
        "words": ["bibliotheek", "papendrecht", "taal"],
        "name": ["Taalcafé", "Schaakclub"],
        "page": ["", "schaak"],
        "summary": ["", "Voor iedereen."],
        "when": ["Dinsdag 1 december 2026, 10.00 tot 11.30 uur", "Dinsdag 8 december 2026, 10.00 tot 11.30 uur"],
        "where": ["Bibliotheek Papendrecht", "Bibliotheek Papendrecht"],
        "state": ["Gaat niet door", ""],
        "kind": ["afgelast", ""],
        "theme": ["", "taal"],
        "more": [[0, 1], [0, 2, 1]],
    }


def test_index_has_spellings_partners_languages_and_free() -> None:
    header = "doelgroep: 18+\nmet: taalhuis\ntaal: [Nederlands, Arabisch]\nprijs: gratis\nprogrammalijn: leren"
    each = activity(header)
    assert found(each)["words"] == [
        "bibliotheek", "taalhuis", "18 jaar en ouder volwassenen", "arabisch", "leren", "papendrecht", "gratis",
    ]  # fmt: skip


def test_index_has_both_titles_when_a_date_has_its_own() -> None:
    each = activity("wijzigingen: [{datum: 1 december 2026, titel: Feest in het café}]")
    record = found(each)
    assert (record["name"], record["page"], record["words"][0]) == (["Feest in het café"], ["taalcafe"], "taalcafe")


def test_asset_stands_beside_the_page() -> None:
    build = site(agenda(activity()))
    (asset,) = (each for each in searching(build) if isinstance(each, Asset))
    assert (asset.path, asset.content()) == (page(build).context["index"], index(build))


def test_script_is_at_most_3_kb() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 3000


def test_index_of_a_thousand_activities_is_at_most_60_kb(tmp_path: Path) -> None:
    write_corpus(tmp_path, 1000)
    files = [
        SourceFile(f"content/{path.relative_to(tmp_path).as_posix()}", path.read_bytes())
        for path in sorted(tmp_path.rglob("*"))
        if path.suffix in (".md", ".yaml")
    ]
    known, _ = read_network(each for each in files if "/activiteiten/" not in each.path)
    assert known is not None
    read = read_library((each for each in files if "/activiteiten/" in each.path), known)
    town = known.municipalities["papendrecht"]
    everywhere = [replace(each, municipalities=(town.slug,)) for each in read.activities]
    shown = select(everywhere, town, known, Window.around(TODAY))
    data = index(replace(site(agenda()), agenda=shown))
    size = len(gzip.compress(data, 6))
    assert len(shown.coming) > 800
    assert size / len(shown.coming) * 1000 <= 60_000
