from __future__ import annotations

from tests.builders import activity, agenda, network

from meedoen.agenda.facet import CHOICE_KINDS, FACET_KINDS, choices, values


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
        (), (young,), (old,), (theme,), (place,), (("partner", "bibliotheek"),),
        (("kernfunctie", "lezen-en-literatuur"),), (("taal", "arabisch"),), (("prijs", "gratis"),),
        (place, young), (place, old), (place, theme), (young, theme), (old, theme),
        (place, young, theme), (place, old, theme),
    ]  # fmt: skip


def test_kinds_without_pages_come_after_those_with_pages() -> None:
    assert [kind.folder for kind in CHOICE_KINDS[len(FACET_KINDS) :]] == ["taal", "prijs"]
    assert [dict(values(kind, network())) for kind in CHOICE_KINDS[len(FACET_KINDS) :]] == [
        {"nederlands": ("Nederlands", ""), "arabisch": ("Arabisch", "")},
        {"gratis": ("gratis", "")},
    ]
