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
