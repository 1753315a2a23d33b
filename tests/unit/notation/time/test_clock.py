from __future__ import annotations

import re
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language.problems import Fault
from meedoen.language.wording import clock, time_span
from meedoen.notation.time.clock import Times, parse_clock, parse_times

MOMENTS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
FRAGMENTS = st.sampled_from(
    [
        "1", "10", "24", "25", "75", "00", "30", ".", ":", ",", "u", " uur", "-", " - ", "\u2013", " tot ",
        "om ", "vanaf ", "half ", "kwart over ", "acht", "een", "pm", "a.m.", "'s avonds", "nacht", " en ",
        "²", "\u0661", "\u017f", "hele dag", "?",
    ]
)  # fmt: skip
ANY_TEXT = st.text(max_size=300) | st.lists(FRAGMENTS, max_size=12).map("".join)


@pytest.mark.parametrize(
    "text",
    [
        "10.00 - 11.30", "10:00-11:30 uur", "10.00 tot 11.30 uur", "10 uur - 11.30 uur",
        "van 10 tot 11.30 uur", "10.00\u201311.30", "10.00 \u2014 11.30", "10u-11u30", "10h00 - 11h30",
        "10.00 t/m 11.30", "10.00 uur tot en met 11.30 uur", "Vanaf 10.00 UUR tot 11.30 U.",
        " 10.00-11.30 ", "10.00\u00a0-\u00a011.30",
    ],
)  # fmt: skip
def test_times_in_each_form(text: str) -> None:
    assert parse_times(text) == Times(time(10), time(11, 30), False)


@pytest.mark.parametrize(
    "text",
    [
        "19.30", "19:30", "19.30 uur", "vanaf 19.30 uur", "Vanaf 19:30", "v.a. 19.30", "va 19.30",
        "om 19.30", "19u30", "19 u 30", "van af 19.30 uur.",
    ],
)  # fmt: skip
def test_times_without_an_end(text: str) -> None:
    assert parse_times(text) == Times(time(19, 30), None, False)
    assert parse_clock(text) == time(19, 30)


@pytest.mark.parametrize(("text", "hour"), [("9", 9), ("09", 9), ("9 uur", 9), ("9u", 9), ("0 uur", 0), ("0.00", 0)])
def test_clock_on_the_hour(text: str, hour: int) -> None:
    assert parse_clock(text) == time(hour)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10-12", Times(time(10), time(12), False)),
        ("22.00 - 01.00", Times(time(22), time(1), True)),
        ("18.00 - 5.59", Times(time(18), time(5, 59), True)),
        ("14.00 - 2.00", Times(time(14), time(2), True)),
        ("20.00 - 24.00", Times(time(20), time(0), True)),
        ("20.00 - 0.00", Times(time(20), time(0), True)),
        ("9.00 - 24.00", Times(time(9), time(0), True)),
        ("0.00 - 24.00", Times(time(0), time(0), True)),
        ("0.00 - 23.59", Times(time(0), time(23, 59), False)),
    ],
)
def test_times_on_one_day_and_past_midnight(text: str, expected: Times) -> None:
    assert parse_times(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19.00 - 12.00", Times(time(19), time(12), False)),
        ("10.00 - 10.00", Times(time(10), time(10), False)),
        ("10.00 - 12.00", Times(time(10), time(12), False)),
        ("10.00 - 0.00", Times(time(10), time(0), False)),
        ("10.00 - 24.00", Times(time(10), time(0), True)),
        ("vanaf 10.00 uur", Times(time(10), None, False)),
    ],
)
def test_times_over_several_days(text: str, expected: Times) -> None:
    assert parse_times(text, several_days=True) == expected


@given(MOMENTS, MOMENTS)
def test_times_read_back(start: time, end: time) -> None:
    spans = {parse_times(f"{clock(start)} - {clock(end)}"), parse_times(f"{start:%H:%M}-{end:%H:%M} uur")}
    if start < end:
        assert spans == {Times(start, end, False)}
        assert parse_times(time_span(start, end)) == Times(start, end, False)
    assert len(spans) == 1 or all(isinstance(span, Fault) for span in spans)


@given(MOMENTS, MOMENTS)
def test_end_before_start_gets_hints_that_can_be_read(start: time, end: time) -> None:
    found = parse_times(f"{clock(start)} - {clock(end)}")
    if isinstance(found, Fault):
        assert (found.rule, end <= start) == ("einde-voor-begin", True)
        meant = re.fullmatch(r"Bedoelde je (.*)[?]", found.hint)
        options = [parse_times(option) for option in meant[1].split(" of ")] if meant else []
        assert [type(option) for option in options] == [Times] * len(options)


@given(ANY_TEXT)
def test_times_of_any_text_are_times_or_a_fault(text: str) -> None:
    found, moment = parse_times(text), parse_clock(text)
    if isinstance(found, Fault):
        assert found.rule in {"tijd-onleesbaar", "tijd-bestaat-niet", "einde-voor-begin"}
        assert 0 <= found.offset <= found.offset + found.length <= len(text)
        assert found.message.isprintable()
    elif found.end is None:
        assert moment == found.start
    else:
        assert isinstance(moment, Fault)
        assert found.overnight == (found.end <= found.start)
