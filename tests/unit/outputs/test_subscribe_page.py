from __future__ import annotations

from dataclasses import replace

from tests.builders import ADDRESS, activity, agenda, network, site

from meedoen.agenda.revision import Past
from meedoen.outputs import subscribe_page
from meedoen.outputs.qr import qr
from meedoen.outputs.site_build import Asset, Page, SiteBuild
from meedoen.outputs.subscribe_page import CalendarRow, links

NAME = "Papendrecht: Taal & meer"
URL = f"{ADDRESS}/thema/taal.ics"


def page(build: SiteBuild) -> Page:
    (found,) = (each for each in subscribe_page.subscribing(build) if isinstance(each, Page))
    return found


def groups(build: SiteBuild) -> dict[str, tuple[CalendarRow, ...]]:
    return {kind.heading: entries for kind, entries in page(build).context["groups"]}


def test_links_of_a_calendar() -> None:
    encoded = "https%3A%2F%2Fpapendrecht.agenda.example.org%2Fthema%2Ftaal.ics"
    query = f"url={encoded}&name=Papendrecht%3A%20Taal%20%26%20meer"
    assert links(URL, NAME) == {
        "apple": "webcal://papendrecht.agenda.example.org/thema/taal.ics",
        "google": f"https://calendar.google.com/calendar/r?cid={encoded}",
        "outlook": f"https://outlook.live.com/calendar/0/addfromweb?{query}",
        "work": f"https://outlook.office.com/calendar/0/addfromweb?{query}",
    }


def test_everything_stands_first_and_then_each_kind() -> None:
    build = site(agenda(activity("thema: taal\ndoelgroep: 18+\nprijs: gratis\ntaal: Arabisch")))
    context = page(build).context
    everything = context["everything"]
    assert (everything.key, everything.label, everything.url) == ("", "Alles in Papendrecht", f"{ADDRESS}/agenda.ics")
    assert {heading: [(each.key, each.label) for each in entries] for heading, entries in groups(build).items()} == {
        "Plek": [
            ("locatie-bibliotheek-papendrecht", "Bibliotheek Papendrecht"),
            ("locatie-wijkcentrum", "Wijkcentrum"),
        ],
        "Voor wie": [("doelgroep-jeugd", "Jeugd"), ("doelgroep-18-plus", "18 jaar en ouder")],
        "Onderwerp": [("thema-taal", "Taal"), ("thema-techniek", "Techniek")],
        "Prijs": [("prijs-gratis", "Gratis")],
        "Taal": [("taal-arabisch", "Arabisch")],
        "Van wie": [("partner-bibliotheek", "Bibliotheek")],
        "Programma van de bibliotheek": [
            ("programmalijn-ontmoeten", "Elkaar ontmoeten"),
            ("programmalijn-leren", "Leren"),
        ],
        "Wat de bibliotheek doet": [
            (f"kernfunctie-{slug}", term.name) for slug, term in network().vocabularies["kernfuncties"].items()
        ],
    }


def test_combinations_stand_under_their_first_value() -> None:
    build = site(agenda(activity("thema: taal\ndoelgroep: 18+")))
    place, other = groups(build)["Plek"]
    assert [(each.key, each.label, each.url) for each in place.parts] == [
        (
            "locatie-bibliotheek-papendrecht doelgroep-18-plus",
            "18 jaar en ouder",
            f"{ADDRESS}/locatie/bibliotheek-papendrecht--doelgroep-18-plus.ics",
        ),
        (
            "locatie-bibliotheek-papendrecht thema-taal",
            "Taal",
            f"{ADDRESS}/locatie/bibliotheek-papendrecht--thema-taal.ics",
        ),
        (
            "locatie-bibliotheek-papendrecht doelgroep-18-plus thema-taal",
            "18 jaar en ouder, Taal",
            f"{ADDRESS}/locatie/bibliotheek-papendrecht--doelgroep-18-plus--thema-taal.ics",
        ),
    ]
    assert other.parts == ()
    assert [each.label for entry in groups(build)["Voor wie"] for each in entry.parts] == ["Taal"]


def test_words_of_the_past_and_empty_combinations_are_not_offered() -> None:
    gone = frozenset(
        {
            (("thema", "breien"),),
            (("doelgroep", "volwassenen"),),
            (("locatie", "wijkcentrum"), ("doelgroep", "jeugd")),
        }
    )
    before, build = site(agenda(activity())), site(agenda(activity()))
    build = replace(build, past=Past({}, {"papendrecht": gone}))
    keys = {heading: [(each.key, len(each.parts)) for each in entries] for heading, entries in groups(build).items()}
    assert keys == {
        heading: [(each.key, len(each.parts)) for each in entries] for heading, entries in groups(before).items()
    }


def test_code_of_the_page_stands_beside_it() -> None:
    (asset,) = (each for each in subscribe_page.subscribing(site(agenda())) if isinstance(each, Asset))
    assert (asset.path, asset.content()) == ("abonneren.svg", qr(f"{ADDRESS}/abonneren.html"))


def test_each_place_of_the_municipality_has_a_code_also_without_activities() -> None:
    build = site(agenda(activity("locatie: bibliotheek-papendrecht")))
    found = {each.path: each.content() for each in subscribe_page.codes(build) if isinstance(each, Asset)}
    assert found == {
        f"locatie/{slug}.svg": qr(f"{ADDRESS}/locatie/{slug}.html")
        for slug in ("bibliotheek-papendrecht", "wijkcentrum")
    }
