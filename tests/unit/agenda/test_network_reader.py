from __future__ import annotations

from datetime import date

import pytest
from tests.builders import REFERENCE_FILES, reference_files

from meedoen.agenda.network_reader import read_network
from meedoen.content.source import SourceFile


def problems(**changed: str | None) -> list[tuple[str, str]]:
    """File and rule of what is wrong with the reference files after this change."""
    return [
        (each.place.path.removeprefix("content/"), each.rule) for each in read_network(reference_files(**changed))[1]
    ]


def test_frame_of_the_builders() -> None:
    network, found = read_network(reference_files())
    assert found == ()
    assert network is not None
    assert list(network.municipalities) == ["bonaire", "papendrecht", "sliedrecht"]
    assert list(network.partners) == ["bibliotheek", "taalhuis"]
    assert list(network.projects) == ["taal-in-de-wijk", "zonder"]
    assert network.organisation.region_name == "De Streek"
    assert network.hard_words == {"participeren": "meedoen", "faciliteren": "helpen, mogelijk maken"}
    assert network.holidays.open_names == frozenset({"goede vrijdag"})
    assert network.holidays.closed_days == ((date(2026, 12, 31), "Oudejaarsdag"),)
    assert [each.region for each in network.holidays.school] == ["noord", "midden", "alle"]


def test_order_of_the_files_does_not_matter() -> None:
    assert read_network(reversed(reference_files())) == read_network(reference_files())


def test_no_organisation_means_no_network() -> None:
    assert read_network(reference_files(organisatie=None))[0] is None
    assert problems(organisatie=None) == [("organisatie.yaml", "ontbrekend-veld")]


def test_nothing_at_all() -> None:
    network, found = read_network([])
    assert network is None
    assert [each.rule for each in found] == ["ontbrekend-veld"]


def test_no_municipality_means_no_network() -> None:
    files = [each for each in reference_files() if "/gemeenten/" not in each.path]
    assert read_network(files)[0] is None


def test_organisation_with_an_unknown_organiser() -> None:
    text = REFERENCE_FILES["organisatie"].replace("organisator: bibliotheek", "organisator: niemand")
    assert read_network(reference_files(organisatie=text))[0] is None
    assert problems(organisatie=text) == [("organisatie.yaml", "onbekende-partner")]


def test_organisation_without_a_time_zone() -> None:
    text = REFERENCE_FILES["organisatie"].replace("tijdzone: Europe/Amsterdam\n", "")
    assert read_network(reference_files(organisatie=text))[0] is None
    assert problems(organisatie=text) == [("organisatie.yaml", "ontbrekend-veld")]


def test_files_may_refer_to_each_other_in_any_order() -> None:
    text = f"{REFERENCE_FILES['gemeenten/bonaire']}buren: [Sliedrecht, papendrecht]\n"
    network, found = read_network(reference_files(gemeenten__bonaire=text))
    assert found == ()
    assert network is not None
    assert network.municipalities["bonaire"].neighbours == ("sliedrecht", "papendrecht")


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("gemeenten/sliedrecht", "naam: Sliedrecht\n", "ontbrekend-veld"),
        ("partners/taalhuis", "naam: Taalhuis\nsoort: vliegveld\n", "onbekend-woord"),
        ("projecten/zonder", "naam: Zonder\nkernfunctie: gezellig\n", "onbekend-woord"),
        ("woordenlijsten/themas", "Taal!: {naam: Taal}\n", "ongeldig-id"),
        ("kalender/feestdagen", "dicht: [{naam: Oudejaarsdag, datum: 31 november 2026}]\n", "datum-bestaat-niet"),
        (
            "kalender/schoolvakanties",
            "vakanties: [{naam: X, regio: oost, van: 1-1-2027, tot: 2-1-2027}]\n",
            "geen-keuze",
        ),
        ("locaties/wijkcentrum", "naam: W\nsoort: vestiging\ngemeente: utrecht\nplaats: W\n", "onbekende-gemeente"),
        ("locaties/wijkcentrum", "naam: &a W\n", "yaml-verwijzing"),
    ],
)
def test_fault_in_one_file_leaves_the_rest(name: str, text: str, rule: str) -> None:
    files = [each for each in reference_files() if each.path != f"content/{name}.yaml"]
    network, found = read_network([*files, SourceFile(f"content/{name}.yaml", text.encode())])
    assert network is not None
    assert {(each.place.path, each.rule) for each in found if each.rule == rule} == {(f"content/{name}.yaml", rule)}
    assert set(network.municipalities) >= {"bonaire", "papendrecht"}


def test_place_in_a_municipality_with_a_fault_is_reported_too() -> None:
    assert problems(
        gemeenten__sliedrecht="naam: Sliedrecht\nwebsite: https://a.example.org\nschoolvakanties: oost\n"
    ) == [
        ("gemeenten/sliedrecht.yaml", "geen-keuze"),
        ("locaties/bibliotheek-sliedrecht.yaml", "onbekende-gemeente"),
    ]
