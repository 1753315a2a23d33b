from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import activity, agenda, network

from meedoen.agenda.facet import CHOICE_KINDS, FACET_KINDS, choices, found_by, values


def path(name: str) -> str:
    """Where the file of this activity stands."""
    return f"content/activiteiten/papendrecht/{name}.md"


RICH = (
    "doelgroep: [18+, jeugd]\nthema: [techniek, taal]\norganisator: taalhuis\nmet: bibliotheek\n"
    "programmalijn: ontmoeten\ndatum: 8 december 2026"
)


def test_facets_of_one_activity_in_the_order_of_the_kinds_and_lists() -> None:
    found = agenda(activity(RICH)).facets
    assert [(each.kind.folder, each.slug, each.name) for each in found] == [
        ("doelgroep", "jeugd", "Jeugd"),
        ("doelgroep", "18-plus", "18 jaar en ouder"),
        ("thema", "taal", "Taal"),
        ("thema", "techniek", "Techniek"),
        ("locatie", "bibliotheek-papendrecht", "Bibliotheek Papendrecht"),
        ("dagdeel", "ochtend", "in de ochtend"),
        ("partner", "bibliotheek", "Bibliotheek"),
        ("partner", "taalhuis", "Taalhuis"),
        ("programmalijn", "ontmoeten", "Elkaar ontmoeten"),
        ("kernfunctie", "ontmoeting-en-debat", "Ontmoeting en debat"),
    ]


def test_facet_holds_each_activity_once_on_its_next_date() -> None:
    first = activity("thema: taal\nherhaling: elke dinsdag\ntot: 5 keer", path=path("a"))
    second = activity("thema: taal\ndatum: 26 november 2026", path=path("b"))
    (taal,) = (each for each in agenda(first, second).facets if each.slug == "taal")
    assert taal.description == "Praten en lezen."
    assert [(each.page, f"{on.day:%m-%d}") for each, on in taal.coming] == [("b", "11-26"), ("a", "12-01")]


def test_value_with_nothing_to_come_is_no_facet() -> None:
    assert agenda(activity("thema: taal\ndatum: 1 november 2026")).facets == ()


def test_place_outside_the_list_is_no_facet() -> None:
    found = agenda(activity("adres: Speeltuin, Papendrecht")).facets
    assert [each.slug for each in found if each.kind.folder == "locatie"] == []


def test_kinds_have_their_own_folder_and_heading() -> None:
    assert (
        len({kind.folder for kind in CHOICE_KINDS}) == len({kind.heading for kind in CHOICE_KINDS}) == len(CHOICE_KINDS)
    )


def test_choices_of_an_activity_with_all_combinations_of_place_audience_and_theme() -> None:
    found = choices(activity("doelgroep: [18+, jeugd]\nthema: taal\ntaal: [Nederlands, Arabisch]\nprijs: gratis"))
    place, theme = ("locatie", "bibliotheek-papendrecht"), ("thema", "taal")
    young, old = ("doelgroep", "jeugd"), ("doelgroep", "18-plus")
    assert list(found) == [
        (), (young,), (old,), (theme,), (place,), (("prijs", "gratis"),), (("taal", "arabisch"),),
        (("partner", "bibliotheek"),), (("kernfunctie", "lezen-en-literatuur"),),
        (place, young), (place, old), (place, theme), (young, theme), (old, theme),
        (place, young, theme), (place, old, theme),
    ]  # fmt: skip


def test_people_subscribe_by_what_does_not_change_with_the_hour_or_the_room() -> None:
    assert [kind.folder for kind in FACET_KINDS if kind not in CHOICE_KINDS] == ["dagdeel", "toegankelijkheid"]


def slugs_by(folder: str, header: str) -> list[str]:
    """The slugs of this kind by which the activity is found."""
    (kind,) = (kind for kind in FACET_KINDS if kind.folder == folder)
    return list(kind.keys(activity(header)))


@pytest.mark.parametrize(
    ("times", "parts"),
    [
        ("tijd: 9.00 - 13.00", ["ochtend"]),
        ("tijd: 12.00 - 13.00", ["middag"]),
        ("tijd: 17.45 - 20.00", ["middag"]),
        ("tijd: vanaf 18.00 uur", ["avond"]),
        ("tijd: 23.00 - 1.00", ["avond"]),
        ("hele-dag: ja", []),
    ],
)
def test_part_of_the_day_is_that_of_the_start(times: str, parts: list[str]) -> None:
    assert slugs_by("dagdeel", times) == parts


def test_accessibility_is_of_the_activity_and_of_its_place() -> None:
    assert slugs_by("toegankelijkheid", "toegankelijkheid: [ringleiding, rolstoel]") == ["rolstoel", "ringleiding"]
    place = network().places["bibliotheek-papendrecht"]
    ready = replace(place, accessibility=("rolstoel", "ringleiding"))
    there = replace(activity("toegankelijkheid: ringleiding"), place=ready)
    (kind,) = (kind for kind in FACET_KINDS if kind.folder == "toegankelijkheid")
    assert list(kind.keys(there)) == ["ringleiding", "rolstoel"]


def test_values_of_kinds_without_a_list() -> None:
    named = {kind.folder: dict(values(kind, network())) for kind in FACET_KINDS}
    assert named["prijs"] == {"gratis": ("gratis", "")}
    assert named["taal"] == {"nederlands": ("Nederlands", ""), "arabisch": ("Arabisch", "")}
    assert list(named["dagdeel"]) == ["ochtend", "middag", "avond"]


def test_by_what_an_activity_is_found_is_worked_out_once() -> None:
    given = activity("thema: taal\nprijs: gratis\nlocatie: wijkcentrum\nhele-dag: ja")
    found = {kind.folder: slugs for kind, slugs in found_by(given)}
    assert found == {kind.folder: slugs for kind in FACET_KINDS if (slugs := tuple(kind.keys(given)))}
    assert (found["thema"], found["prijs"], "taal" in found) == (("taal",), ("gratis",), False)
    assert found_by(given) is found_by(given)
