from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import segno

from meedoen.outputs.qr import MASK, code_path, qr

ADDRESS = "https://papendrecht.agenda.example.org/locatie/bibliotheek-papendrecht.html"
SVG = "{http://www.w3.org/2000/svg}"


def dark(data: bytes) -> tuple[int, set[tuple[int, int]]]:
    """The size in modules, and the modules that the path draws: strokes of one high, from left to right."""
    root = ET.fromstring(data)  # noqa: S314 - made by us
    (drawn,) = (each.attrib["d"] for each in root.iter(f"{SVG}path") if "stroke" in each.attrib)
    found, x, y = set(), 0.0, 0.0
    for command, given in re.findall(r"([Mmh])([^Mmh]*)", drawn):
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", given)]
        if command == "h":
            found |= {(int(x) + n, int(y)) for n in range(int(numbers[0]))}
            x += numbers[0]
        else:
            x, y = (numbers[0], numbers[1]) if command == "M" else (x + numbers[0], y + numbers[1])
    return int(root.attrib["viewBox"].split()[2]), found


def test_drawing_is_the_code_of_the_address_with_a_border_of_four() -> None:
    expected = segno.make(ADDRESS, error="m", mask=MASK, micro=False, boost_error=False)
    modules = {(x + 4, y + 4) for y, row in enumerate(expected.matrix) for x, each in enumerate(row) if each}
    assert dark(qr(ADDRESS)) == (len(expected.matrix) + 8, modules)


def test_size_on_paper_is_a_millimetre_a_module() -> None:
    root = ET.fromstring(qr(ADDRESS))  # noqa: S314 - made by us
    across = root.attrib["viewBox"].split()[2]
    assert (root.attrib["width"], root.attrib["height"]) == (f"{across}mm", f"{across}mm")


def test_another_address_is_another_code_and_the_same_the_same_bytes() -> None:
    assert qr(ADDRESS) == qr(ADDRESS)
    assert qr(ADDRESS) != qr(f"{ADDRESS}x")


def test_code_is_black_on_white_also_on_a_dark_page() -> None:
    root = ET.fromstring(qr(ADDRESS))  # noqa: S314 - made by us
    assert [(each.get("fill"), each.get("stroke")) for each in root.iter(f"{SVG}path")] == [
        ("#fff", None),
        (None, "#000"),
    ]


def test_code_stands_beside_its_page() -> None:
    assert code_path("locatie/bieb.html") == "locatie/bieb.svg"
