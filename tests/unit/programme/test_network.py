from __future__ import annotations

import pytest
from tests.builders import network


@pytest.mark.parametrize(
    ("municipality", "zone"),
    [
        ("papendrecht", "Europe/Amsterdam"),
        ("bonaire", "America/Kralendijk"),
        ("regio", "Europe/Amsterdam"),
        ("", "Europe/Amsterdam"),
    ],
)
def test_zone_of_a_municipality_or_of_the_organisation(municipality: str, zone: str) -> None:
    assert network().zone(municipality) == zone


def test_terms_in_the_order_of_the_list() -> None:
    terms = network().terms("themas", ("techniek", "taal"))
    assert [term.slug for term in terms] == ["taal", "techniek"]
    assert network().terms("themas", ("techniek",)) == terms[1:]
    assert network().terms("themas", ()) == ()


def test_term_that_is_not_there_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        network().terms("themas", ("zzz",))


def test_names_of_every_list_by_slug_and_name() -> None:
    names = network().names
    assert names.spellings["gemeenten"]["Papendrecht"] == "papendrecht"
    assert names.spellings["locaties"]["Bibliotheek Papendrecht"] == "bibliotheek-papendrecht"
    assert names.spellings["partners"]["taalhuis"] == "taalhuis"
    assert names.spellings["projecten"]["taal-in-de-wijk"] == "taal-in-de-wijk"
    assert names.spellings["doelgroepen"]["18+"] == "18-plus"
    assert names.labels["doelgroepen"] == {"jeugd": "Jeugd", "18-plus": "18 jaar en ouder"}


def test_partner_without_a_name_is_the_organisation_s_own() -> None:
    found = network()
    assert found.partner("") is found.partners[found.organisation.organizer]
    assert found.partner("taalhuis") is found.partners["taalhuis"]


def test_sites_are_in_the_order_of_their_files_and_all_without_a_choice() -> None:
    found = network()
    assert found.sites(("sliedrecht", "bonaire")) == ("bonaire", "sliedrecht")
    assert found.sites(()) == tuple(found.municipalities)


def test_places_of_a_municipality_are_those_that_lie_there() -> None:
    found = network()
    assert found.place_names("papendrecht").items() <= {slug: each.name for slug, each in found.places.items()}.items()
    assert {found.place(slug).municipality for slug in found.place_names("papendrecht")} == {"papendrecht"}
