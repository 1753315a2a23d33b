from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import activity, agenda, site

from meedoen.notation.markup import trusted
from meedoen.outputs.site_build import Asset, Page, StaticPage
from meedoen.outputs.subscription import subscriptions
from meedoen.publishing.build_plan import OUTPUTS, TwoSourcesForOnePath, plan


def test_plan_of_a_site_with_one_activity() -> None:
    build = replace(site(agenda(activity())), theme={"style.css": b""})
    planned = plan(build)
    calendars = {path for each in subscriptions(build) for path in (each.path, each.without) if path}
    assert calendars - planned.keys() == set()
    assert sorted(planned.keys() - calendars) == [
        ".htaccess",
        "404.html",
        "_headers",
        "aanmelden.html",
        "aanmelden.json",
        "abonneren.html",
        "abonneren.svg",
        "activiteit/taalcafe.html",
        "activiteit/taalcafe.ics",
        "activiteiten.json",
        "dag/2026-11-24.html",
        "dag/2026-12-01.html",
        "dagdeel/ochtend.html",
        "gebouwd.json",
        "index.html",
        "kernfunctie/lezen-en-literatuur.html",
        "kies.html",
        "locatie/bibliotheek-papendrecht.html",
        "locatie/bibliotheek-papendrecht.svg",
        "locatie/wijkcentrum.html",
        "locatie/wijkcentrum.svg",
        "maand/2026-11.html",
        "maand/2026-12.html",
        "maand/index.html",
        "manifest.webmanifest",
        "nieuw.json",
        "nieuw.xml",
        "partner/bibliotheek.html",
        "robots.txt",
        "sitemap.xml",
        "theme/boek/taal.svg",
        "theme/boek/techniek.svg",
        "theme/delen.png",
        "theme/icoon-192.png",
        "theme/icoon-512.png",
        "theme/icoon.svg",
        "theme/patroon.svg",
        "theme/style.css",
        "week/2026-w48.html",
        "week/2026-w49.html",
        "wijzigen.html",
        "zoeken.html",
        "zoeken.json",
    ]
    assert [path for path, each in planned.items() if path != each.path] == []


def test_plan_of_some_outputs() -> None:
    found = plan(site(agenda(activity())), frozenset({"agenda", "kalender"}))
    assert list(found)[:3] == ["activiteit/taalcafe.ics", "agenda.ics", "agenda-zonder-afgelast.ics"]
    assert [path for path in found if not path.endswith(".ics")] == []
    assert list(plan(site(agenda(activity())), frozenset({"home", "sitemap"}))) == ["index.html", "sitemap.xml"]


def test_sitemap_names_every_indexed_page_of_the_plan() -> None:
    planned = plan(site(agenda(activity())))
    sitemap = planned["sitemap.xml"]
    assert isinstance(sitemap, Asset)
    indexed = [each for each in planned.values() if isinstance(each, Page) and each.indexed]
    assert sitemap.content().count(b"<loc>") == len(indexed)


def test_two_sources_for_one_path_is_our_mistake() -> None:
    build = replace(site(agenda()), static_pages=(StaticPage("index", "Dubbel", trusted("")),))
    with pytest.raises(TwoSourcesForOnePath, match=r"index\.html"):
        plan(build)


def test_every_output_gives_something_for_the_preview_of_a_site_with_an_activity() -> None:
    build = site(agenda(activity()), preview=True)
    # A newsletter needs an edition, and the page about it that or a way to sign up.
    assert [name for name, produce in OUTPUTS.items() if not list(produce(build))] == ["nieuwsbrief", "nieuwsbrieven"]
