from __future__ import annotations

from tests.builders import activity, agenda, network, site

from meedoen.outputs import choices
from meedoen.outputs.choices import PER_PAGE
from meedoen.outputs.site_build import Page

FOLDER = "content/activiteiten/papendrecht"


def test_a_page_for_each_value() -> None:
    found = list(choices.facets(site(agenda(activity("thema: taal\ndoelgroep: 18+")))))
    assert [(each.path, each.title) for each in found if isinstance(each, Page)] == [
        ("doelgroep/18-plus.html", "Voor: 18 jaar en ouder"),
        ("thema/taal.html", "Onderwerp: Taal"),
        ("locatie/bibliotheek-papendrecht.html", "Plek: Bibliotheek Papendrecht"),
        ("dagdeel/ochtend.html", "Wanneer: in de ochtend"),
        ("partner/bibliotheek.html", "Van: Bibliotheek"),
        ("kernfunctie/lezen-en-literatuur.html", "De bibliotheek doet: Lezen en literatuur"),
        ("locatie/wijkcentrum.html", "Plek: Wijkcentrum"),
    ]


def test_page_of_a_place_and_of_a_partner_know_what_they_are() -> None:
    contexts = {each.path: each.context for each in choices.facets(site(agenda(activity()))) if isinstance(each, Page)}
    assert {path: (context["place"], context["partner"]) for path, context in contexts.items()} == {
        "locatie/bibliotheek-papendrecht.html": (network().places["bibliotheek-papendrecht"], None),
        "dagdeel/ochtend.html": (None, None),
        "partner/bibliotheek.html": (None, network().partners["bibliotheek"]),
        "kernfunctie/lezen-en-literatuur.html": (None, None),
        "locatie/wijkcentrum.html": (network().places["wijkcentrum"], None),
    }


def test_value_with_one_activity_is_not_indexed_and_with_two_it_is() -> None:
    one, two = activity("thema: taal"), activity("thema: taal", path=f"{FOLDER}/b.md")
    for given, indexed in (((one,), False), ((one, two), True)):
        pages = [each for each in choices.facets(site(agenda(*given))) if isinstance(each, Page)]
        assert {each.indexed for each in pages if each.context["facet"].coming} == {indexed}


def test_place_where_nothing_is_planned_keeps_its_page_but_is_not_indexed() -> None:
    pages = [each for each in choices.facets(site(agenda())) if isinstance(each, Page)]
    assert [(each.path, each.context["days"], each.context["number"], each.indexed) for each in pages] == [
        ("locatie/bibliotheek-papendrecht.html", (), 1, False),
        ("locatie/wijkcentrum.html", (), 1, False),
    ]


def test_places_of_a_site_are_those_in_its_municipality_with_what_is_to_come() -> None:
    shown = agenda(activity())
    assert [(each.slug, each.coming) for each in choices.places_of_site(shown)] == [
        ("bibliotheek-papendrecht", shown.coming),
        ("wijkcentrum", ()),
    ]


def test_long_list_is_parted_in_pages() -> None:
    header = "thema: taal\ndatum: {} december 2026"
    many = [activity(header.format(1 + n % 28), path=f"{FOLDER}/a{n:03}.md") for n in range(PER_PAGE + 1)]
    pages = [
        each for each in choices.facets(site(agenda(*many))) if isinstance(each, Page) and each.path.startswith("thema")
    ]
    assert [(each.path, each.title) for each in pages] == [
        ("thema/taal.html", "Onderwerp: Taal"),
        ("thema/taal--2.html", "Onderwerp: Taal (deel 2)"),
    ]
    assert [sum(len(found) for _, found in each.context["days"]) for each in pages] == [PER_PAGE, 1]
    assert [each.context["paths"] for each in pages] == [["thema/taal.html", "thema/taal--2.html"]] * 2


def test_overview_has_the_kinds_with_something_to_choose() -> None:
    (page,) = choices.overview(site(agenda(activity("thema: [taal, techniek]"))))
    assert isinstance(page, Page)
    assert page.path == "kies.html"
    assert [(kind.heading, [each.name for each in values]) for kind, values in page.context["groups"]] == [
        ("Onderwerp", ["Taal", "Techniek"]),
        ("Plek", ["Bibliotheek Papendrecht"]),
        ("Wanneer op de dag", ["in de ochtend"]),
        ("Van wie", ["Bibliotheek"]),
        ("Wat de bibliotheek doet", ["Lezen en literatuur"]),
    ]
