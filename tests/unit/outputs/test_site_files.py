from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.builders import ADDRESS, TODAY, activity, agenda, site

from meedoen.agenda.revision import Past, Revision
from meedoen.notation.markup import trusted
from meedoen.outputs import site_files
from meedoen.outputs.site_build import Asset, Page, StaticPage
from meedoen.publishing.build_plan import plan


def test_pages_of_the_maintainers_and_the_one_that_is_not_there() -> None:
    build = replace(site(agenda()), static_pages=(StaticPage("over", "Over ons", trusted("<p>Wij</p>")),))
    assert [
        (each.path, each.title, each.indexed) for each in site_files.static_pages(build) if isinstance(each, Page)
    ] == [
        ("over.html", "Over ons", True),
        ("404.html", "Deze pagina is er niet", False),
    ]


def test_theme_files_are_copied_and_the_style_starts_with_the_colours() -> None:
    build = replace(site(agenda()), theme={"style.css": b"body {}", "font/a.woff2": b"font"})
    found = {each.path: each.content() for each in site_files.theme_files(build) if isinstance(each, Asset)}
    assert set(found) == {"theme/style.css", "theme/font/a.woff2", "theme/patroon.svg"}
    assert found["theme/font/a.woff2"] == b"font"
    assert (found["theme/style.css"][:6], found["theme/style.css"][-7:]) == (b":root{", b"body {}")


@pytest.mark.parametrize(("colour", "ink"), [("#ffd100", "#ffffff"), ("#004f9f", "#000000")])
def test_pattern_is_drawn_in_the_ink_that_is_unlike_the_letters_on_it(colour: str, ink: str) -> None:
    shown = agenda()
    build = site(replace(shown, site=replace(shown.site, colour=colour)))
    found = {each.path: each.content() for each in site_files.theme_files(build) if isinstance(each, Asset)}
    assert f'stroke="{ink}"'.encode() in found["theme/patroon.svg"]


def test_robots_may_come_in_except_in_a_preview() -> None:
    for preview, rule in ((False, "Allow: /"), (True, "Disallow: /")):
        (asset,) = site_files.robots(site(agenda(), preview=preview))
        assert isinstance(asset, Asset)
        assert asset.content().decode() == f"User-agent: *\n{rule}\n\nSitemap: {ADDRESS}/sitemap.xml\n"


def test_sitemap_has_the_indexed_pages_by_address() -> None:
    pages = [Page("index.html", "", ""), Page("b&c.html", "", ""), Page("404.html", "", "", indexed=False)]
    asset = site_files.sitemap(site(agenda()), pages)
    assert asset.path == "sitemap.xml"
    assert asset.content().decode().split("\n")[2:-2] == [
        f"<url><loc>{ADDRESS}/</loc></url>",
        f"<url><loc>{ADDRESS}/b&amp;c.html</loc></url>",
    ]


def past(**days: int) -> Past:
    """Each activity changed on its day of November."""
    changed = {f"papendrecht-{name}": datetime(2026, 11, day, 23, 59, tzinfo=UTC) for name, day in days.items()}
    return Past({each: Revision(moment, moment) for each, moment in changed.items()})


def test_sitemap_tells_when_what_a_page_shows_last_changed() -> None:
    first, second = (activity(path=f"content/activiteiten/papendrecht/{name}.md") for name in ("a", "b"))
    shown = agenda(first, second, activity(path="content/activiteiten/papendrecht/c.md"))
    build = replace(site(shown), past=past(a=3, b=20))
    (of_b,) = shown.by_activity[second]
    context = {"nr": 1, "by_day": {TODAY: (of_b,)}, "title": "x"}
    pages = [
        Page("a.html", "", "", {"activity": first}),
        Page("b.html", "", "", {"days": ((TODAY, (of_b,)),), "occurrences": shown.by_activity[first]}),
        Page("c.html", "", "", {"activity": [each for each in shown.by_activity if each.page == "c"]}),
        Page("d.html", "", "", context),
    ]
    text = site_files.sitemap(build, pages).content().decode()
    assert re.findall(r"<url>.*/([a-d])\.html</loc>(?:<lastmod>(.*)</lastmod>)?</url>", text) == [
        ("a", "2026-11-03"),
        ("b", "2026-11-20"),
        ("c", ""),
        ("d", ""),
    ]


def test_sitemap_of_a_real_plan_dates_pages_by_what_is_on_them() -> None:
    build = replace(site(agenda(activity())), past=past(taalcafe=20))
    text = plan(build)["sitemap.xml"].content().decode()  # type: ignore[union-attr]
    dated = set(re.findall(rf"<loc>{ADDRESS}/(\S*?)</loc><lastmod>2026-11-20<", text))
    assert {
        "",
        "activiteit/taalcafe.html",
        "dag/2026-12-01.html",
        "maand/2026-12.html",
        "week/2026-w49.html",
    } - dated == set()
    assert (
        dated & {"dag/2026-11-24.html", "maand/2026-11.html", "locatie/wijkcentrum.html", "maand/index.html"} == set()
    )
