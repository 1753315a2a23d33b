"""The configuration as YAML: what is written is read back, and what stands there often is written once."""

from __future__ import annotations

from typing import Any

import yaml

from meedoen.cms.writing import as_yaml


def test_values_are_read_back_as_they_were() -> None:
    value: dict[str, Any] = {
        "a": 'zeg "ja": #1', "b": [1, True, "no"], "c": {"d": {}, "e": []},
        "f": [{"g": "19:30", "h": [{"i": "x"}]}, {"j": False}], "k": None,
    }  # fmt: skip
    assert yaml.safe_load(as_yaml(value)) == value


def test_mapping_in_two_lists_is_written_once() -> None:
    shared = {"name": "titel", "options": [{"value": "a"}]}
    text = as_yaml({"one": [shared], "two": [{"x": "y"}, shared]})
    assert text == (
        'one:\n  - &v1\n    name: "titel"\n    options:\n      - value: "a"\n'
        'two:\n  - x: "y"\n  - *v1\n'
    )  # fmt: skip
    assert yaml.safe_load(text) == {"one": [shared], "two": [{"x": "y"}, shared]}
