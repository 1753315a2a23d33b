from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.translations import ENGLISH_PO

from meedoen.language.voice import DUTCH, read_voice
from meedoen.notation.time.expansion import Recurrence
from meedoen.notation.time.recurrence import parse_recurrence, phrase
from meedoen.outputs.recurrence_text import recurrence_text

ENGLISH = read_voice("en", ENGLISH_PO)
weekdays = st.lists(st.integers(0, 6), unique=True, max_size=7).map(lambda found: tuple(sorted(found)))
intervals = st.integers(1, 12)
weekly = st.one_of(
    st.builds(lambda n, days: Recurrence("WEEKLY", n, days), intervals, weekdays),
    st.builds(lambda days, parity: Recurrence("WEEKLY", 1, days, week_parity=parity), weekdays, st.integers(0, 1)),
)
places = st.lists(st.sampled_from([1, 2, 3, 4, 5, -1]), unique=True, min_size=1, max_size=3)
monthly = st.one_of(
    st.builds(
        lambda n, day, found: Recurrence("MONTHLY", n, (day,), tuple(found)), intervals, st.integers(0, 6), places
    ),
    st.builds(
        lambda n, days: Recurrence("MONTHLY", n, month_days=tuple(days)),
        intervals,
        st.lists(st.sampled_from([*range(1, 32), -1]), unique=True, max_size=3),
    ),
)
others = st.builds(lambda unit, n: Recurrence(unit, n), st.sampled_from(["DAILY", "YEARLY"]), intervals)
rules = st.one_of(weekly, monthly, others, st.just(Recurrence("DAILY", loose=True)))


@given(rules)
def test_in_dutch_it_is_the_phrase_that_people_type(rule: Recurrence) -> None:
    assert recurrence_text(rule, DUTCH) == phrase(rule)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("elke dinsdag", "every Tuesday"),
        ("elke dinsdag en donderdag", "every Tuesday and Thursday"),
        ("elke werkdag", "every weekday"),
        ("om de week op vrijdag", "every 2 weeks on Friday"),
        ("in even weken op maandag", "in even weeks on Monday"),
        ("elke dag", "every day"),
        ("elke eerste zaterdag van de maand", "every first Saturday of the month"),
        ("elke 2e en 4e woensdag van de maand", "every second and fourth Wednesday of the month"),
        ("elke maand op de 15e", "every month on day 15"),
        ("elke maand op de laatste dag", "every month on the last day"),
        ("om de 2 maanden op de eerste zaterdag", "every 2 months on the first Saturday"),
        ("elke 3 maanden", "every 3 months"),
        ("elk jaar", "every year"),
    ],
)
def test_in_english(typed: str, said: str) -> None:
    rule = parse_recurrence(typed)
    assert isinstance(rule, Recurrence)
    assert recurrence_text(rule, ENGLISH) == said
