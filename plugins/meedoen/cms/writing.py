"""Plain values as YAML that every program reads alike: one way for each, all texts between double quotes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any


def as_yaml(value: Mapping[str, Any]) -> str:
    """Takes plain values; gives a mapping with texts, numbers, booleans, lists and mappings below it, in its own order.

    A mapping that stands in a list more than once (the same object) is written out once, and referred to after that.
    """
    return "\n".join(_Writer(value).mapping(value, "")) + "\n"


class _Writer:
    """What has been written out so far, by the identity of the mapping; 0 is not yet."""

    def __init__(self, value: Any) -> None:
        times: Counter[int] = Counter()
        _count(value, times)
        self.numbers = dict.fromkeys((each for each, number in times.items() if number > 1), 0)

    def mapping(self, value: Mapping[str, Any], indent: str) -> Iterator[str]:
        for key, each in value.items():
            yield from self.entry(f"{indent}{key}:", each, indent)

    def entry(self, opening: str, value: Any, indent: str) -> Iterator[str]:
        if isinstance(value, Mapping) and value:
            yield opening
            yield from self.mapping(value, f"{indent}  ")
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            yield opening
            for each in value:
                yield from self.item(each, f"{indent}  ")
        else:
            yield f"{opening} {_flow(value)}"

    def item(self, value: Mapping[str, Any], indent: str) -> Iterator[str]:
        known = self.numbers.get(id(value))
        if known:
            yield f"{indent}- *v{known}"
            return
        if known == 0:
            self.numbers[id(value)] = 1 + max(self.numbers.values())
            yield f"{indent}- &v{self.numbers[id(value)]}"
            yield from self.mapping(value, f"{indent}  ")
            return
        first, *rest = self.mapping(value, f"{indent}  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest


def _count(value: Any, times: Counter[int]) -> None:
    """Counts in how many lists each mapping stands; what stands in a known one is not counted again."""
    for item in value.values() if isinstance(value, Mapping) else value:
        if isinstance(value, list) and isinstance(item, Mapping):
            times[id(item)] += 1
        if isinstance(item, list) or (isinstance(item, Mapping) and times[id(item)] < 2):
            _count(item, times)


def _flow(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
