from __future__ import annotations

import pytest

from meedoen.programme.place import Place


@pytest.mark.parametrize(
    ("place", "address", "line"),
    [
        (
            Place("b", "Bibliotheek", street="Markt 22", postal_code="3351 PB", locality="Papendrecht"),
            "Markt 22, 3351 PB Papendrecht",
            "Bibliotheek, Markt 22, 3351 PB Papendrecht",
        ),
        (Place("b", "Bibliotheek", locality="Papendrecht"), "Papendrecht", "Bibliotheek, Papendrecht"),
        (Place("", "Markt", street="Markt"), "Markt", "Markt"),
        (Place("", "Speeltuin"), "", "Speeltuin"),
        (Place("", "Speeltuin", postal_code="3351 AB"), "3351 AB", "Speeltuin, 3351 AB"),
    ],
)
def test_address_and_line(place: Place, address: str, line: str) -> None:
    assert (place.address, place.line) == (address, line)
