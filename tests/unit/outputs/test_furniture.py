from __future__ import annotations

from dataclasses import replace

from tests.builders import ADDRESS, agenda, site

from meedoen.notation.markup import trusted
from meedoen.outputs import furniture
from meedoen.outputs.output import Asset, Page, StaticPage


def test_pages_of_the_maintainers_and_the_one_that_is_not_there() -> None:
    build = replace(site(agenda()), static_pages=(StaticPage("over", "Over ons", trusted("<p>Wij</p>")),))
    assert [
        (each.path, each.title, each.indexed) for each in furniture.static_pages(build) if isinstance(each, Page)
    ] == [
        ("over.html", "Over ons", True),
        ("404.html", "Deze pagina is er niet", False),
    ]


def test_theme_files_are_copied_and_the_style_starts_with_the_colours() -> None:
    build = replace(site(agenda()), theme={"style.css": b"body {}", "font/a.woff2": b"font"})
    found = {each.path: each.content() for each in furniture.theme_files(build) if isinstance(each, Asset)}
    assert set(found) == {"theme/style.css", "theme/font/a.woff2", "theme/patroon.svg"}
    assert found["theme/font/a.woff2"] == b"font"
    assert (found["theme/style.css"][:6], found["theme/style.css"][-7:]) == (b":root{", b"body {}")


def test_robots_may_come_in_except_in_a_preview() -> None:
    for preview, rule in ((False, "Allow: /"), (True, "Disallow: /")):
        (asset,) = furniture.robots(site(agenda(), preview=preview))
        assert isinstance(asset, Asset)
        assert asset.content().decode() == f"User-agent: *\n{rule}\n\nSitemap: {ADDRESS}/sitemap.xml\n"


def test_sitemap_has_the_indexed_pages_by_address() -> None:
    pages = [Page("index.html", "", ""), Page("b&c.html", "", ""), Page("404.html", "", "", indexed=False)]
    asset = furniture.sitemap(site(agenda()), pages)
    assert asset.path == "sitemap.xml"
    assert asset.content().decode().split("\n")[2:-2] == [
        f"<url><loc>{ADDRESS}/</loc></url>",
        f"<url><loc>{ADDRESS}/b&amp;c.html</loc></url>",
    ]
