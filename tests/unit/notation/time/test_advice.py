"""What a contributor reads for each value that cannot be understood, case by case, in faults/*.txt.

A case is the value, with «» around what the carets underline; rule and label; message; hint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from meedoen.language.problems import Fault
from meedoen.notation.time.clock import parse_clock, parse_times
from meedoen.notation.time.dates import parse_date, parse_date_range
from meedoen.notation.time.recurrence import parse_end, parse_recurrence

PARSERS: dict[str, Callable[[str], object]] = {
    "datum": parse_date,
    "periode": parse_date_range,
    "tijd": parse_times,
    "moment": parse_clock,
    "herhaling": parse_recurrence,
    "einde": parse_end,
}


def cases() -> Iterator[tuple[str, str, Fault]]:
    for name in PARSERS:
        text = (Path(__file__).parent / "faults" / f"{name}.txt").read_text(encoding="utf-8")
        for block in text.strip("\n").split("\n\n"):
            value, rule, message, hint = (line.removeprefix("    ") for line in block.split("\n"))
            rule, label = rule.split(" · ")
            before, _, rest = value.partition("«")
            marked = rest.partition("»")[0]
            offset = len(before) if marked else 0
            fault = Fault(rule, message, hint, label, offset, len(marked))
            yield name, value.replace("«", "").replace("»", ""), fault


@pytest.mark.parametrize(("name", "text", "fault"), list(cases()))
def test_value_that_cannot_be_read(name: str, text: str, fault: Fault) -> None:
    assert PARSERS[name](text) == fault


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize("text", ["", " ", "\u00a0\t"])
def test_blank_value(name: str, text: str) -> None:
    fault = PARSERS[name](text)
    assert isinstance(fault, Fault)
    assert fault.message.startswith("Hier staat nog geen ")


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize("character", ["x", " ", "1", "-", "1-", "tot ", "elke ", "\u0661"])
def test_value_over_200_characters_is_not_read(name: str, character: str) -> None:
    fault = PARSERS[name](character * 201)
    assert isinstance(fault, Fault)
    assert len(fault.message) < 120
