from __future__ import annotations

from dataclasses import replace

from tests.builders import activity, agenda, site

from meedoen.outputs.search import PER_PAGE, searching
from meedoen.outputs.search_index import index, rows
from meedoen.outputs.site_build import Asset, Page, SiteBuild

FOLDER = "content/activiteiten/papendrecht"


def page(build: SiteBuild, number: int = 1) -> Page:
    return [each for each in searching(build) if isinstance(each, Page)][number - 1]


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
    when, where = "Dinsdag 1 december 2026, 10.00 tot 11.30 uur", "Bibliotheek Papendrecht"
    rows_of_e = shown.context["groups"][1][1]
    assert [(each.name, each.path, each.when, each.where, each.state, each.kind) for each in rows_of_e] == [
        ("Één boek", "activiteit/een.html", when, where, "", ""),
        ("Eet mee", "activiteit/eten.html", when, where, "Gaat niet door", "afgelast"),
    ]


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


def test_site_without_activities_has_an_empty_list() -> None:
    assert page(site(agenda())).context["groups"] == ()


def test_asset_stands_beside_the_page() -> None:
    build = site(agenda(activity()))
    (asset,) = (each for each in searching(build) if isinstance(each, Asset))
    assert (asset.path, asset.content()) == (page(build).context["index"], index(rows(build)))
