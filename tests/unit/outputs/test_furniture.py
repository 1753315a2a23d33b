from __future__ import annotations

from dataclasses import replace

import icalendar
from tests.builders import ADDRESS, activity, agenda, ics, site

from meedoen.notation.markup import trusted
from meedoen.outputs import furniture
from meedoen.outputs.calendar.feed import feed
from meedoen.outputs.output import Asset, Page, StaticPage

FOLDER = "content/activiteiten/papendrecht"


def test_pages_of_the_maintainers_and_the_one_that_is_not_there() -> None:
    build = replace(site(agenda()), static_pages=(StaticPage("over", "Over ons", trusted("<p>Wij</p>")),))
    assert [
        (each.path, each.title, each.indexed) for each in furniture.static_pages(build) if isinstance(each, Page)
    ] == [
        ("over.html", "Over ons", True),
        ("404.html", "Deze pagina is er niet", False),
    ]


def test_feed_has_what_is_listed_or_to_come() -> None:
    activities = [
        activity(f"titel: {title}\n{when}", path=f"{FOLDER}/{title.lower()}.md")
        for title, when in (
            ("Lang", "datum: 1 juni 2026\nherhaling: elke maand\ntot: 8 keer"),
            ("Nieuw", "datum: 1 december 2026"),
            ("Net", "datum: 25 september 2026"),
            ("Oud", "datum: 24 september 2026"),
            ("Ver", "datum: 1 juni 2028"),
        )
    ]
    (asset,) = furniture.agenda_feed(site(agenda(*activities)))
    assert isinstance(asset, Asset)
    assert asset.path == "agenda.ics"
    data = asset.content()
    shown = activities[:3]
    expected = feed(
        "Agenda Papendrecht",
        "Wat er te doen is in Papendrecht.",
        f"{ADDRESS}/agenda.ics",
        ["Europe/Amsterdam"],
        map(ics, shown),
    )
    assert data == expected
    assert [str(each["SUMMARY"]) for each in icalendar.Calendar.from_ical(data).walk("VEVENT")] == [
        "Lang",
        "Nieuw",
        "Net",
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
