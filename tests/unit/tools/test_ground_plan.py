"""The ground plan: what of the docstring is the map, which room a module stands in, which arrows are needed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tools.ground_plan import Floor, drawing, floors, needed, room_of

MAP = """A house.

    upstairs
        attic.py      what nobody needs
        study/        where one
                      thinks
    downstairs
        kitchen/      where one eats
        kitchen/oven.py  which is hot

    file → Document
"""
HOUSE = (Floor("downstairs", ("kitchen/", "kitchen/oven.py")), Floor("upstairs", ("attic.py", "study/")))
_SVG = "{http://www.w3.org/2000/svg}"


def test_floors_are_read_from_the_map_the_lowest_first() -> None:
    assert floors(MAP) == HOUSE


def test_module_stands_in_the_room_that_names_it_closest() -> None:
    rooms = tuple(room for floor in HOUSE for room in floor.rooms)
    assert [room_of(each, rooms) for each in ("attic.py", "kitchen/oven.py", "kitchen/sink.py", "garden.py")] == [
        "attic.py",
        "kitchen/oven.py",
        "kitchen/",
        "",
    ]


def test_arrow_that_another_way_stands_for_is_left_out() -> None:
    assert needed({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}


def test_drawing_has_a_box_for_each_room_and_a_line_for_each_arrow() -> None:
    picture = ET.fromstring(drawing(HOUSE, {"study/": {"kitchen/"}, "kitchen/": {"kitchen/oven.py"}}))  # noqa: S314 - our own
    words = [each.text for each in picture.iter(f"{_SVG}text")]
    assert words == ["downstairs", "upstairs", "kitchen", "kitchen/oven.py", "attic.py", "study"]
    assert len([*picture.iter(f"{_SVG}path")]) == 2 + 1  # and the tip of an arrow
