from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language.problems import Fault
from meedoen.notation.time.expansion import Recurrence, anchor, expand
from meedoen.notation.time.recurrence import parse_end, parse_recurrence, phrase


def last_at_the_end(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers, key=lambda n: n if n > 0 else 99))


INTERVALS = st.integers(1, 12)
WEEKDAYS = st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days)))
SOME_WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
POSITIONS = st.sets(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1).map(last_at_the_end)
MONTH_DAYS = st.sets(st.sampled_from([*range(1, 32), -1]), min_size=1).map(last_at_the_end)
RULES = st.one_of(
    st.builds(Recurrence, st.just("DAILY"), INTERVALS),
    st.builds(Recurrence, st.just("WEEKLY"), INTERVALS, WEEKDAYS),
    st.builds(Recurrence, st.just("WEEKLY"), st.just(1), WEEKDAYS, week_parity=st.integers(0, 1)),
    st.builds(Recurrence, st.just("MONTHLY"), INTERVALS),
    st.builds(Recurrence, st.just("MONTHLY"), INTERVALS, SOME_WEEKDAYS, POSITIONS),
    st.builds(Recurrence, st.just("MONTHLY"), INTERVALS, month_days=MONTH_DAYS),
    st.builds(Recurrence, st.just("YEARLY"), INTERVALS),
    st.builds(Recurrence, st.just("DAILY"), loose=st.just(True)),
)
FRAGMENTS = st.sampled_from(
    [
        "elke ", "om de ", "per ", "1 keer ", "2", "13", "1e ", "laatste ", "eerste ", "week ", "weken ",
        "maand ", "dag ", "jaar ", "dinsdag ", "ma", "-", "t/m ", "werkdag ", "even ", "van de ", "en ",
        "op ", ", ", "behalve ", "tot ", "every ", "other ", "tuesday ",
        "disndag ", "10.00 ", "juni ", "0", "999",
        "x", "²", "\u0661", "\u017f", "\u0131", "e\u0301e\u0301n ", "(", "dagelijks ", "losse data", "\x00",
    ]
)  # fmt: skip
ANY_TEXT = st.text(max_size=300) | st.lists(FRAGMENTS, max_size=14).map("".join)
WORKDAYS = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("dagelijks|elke dag|Iedere dag|elke 1 dag", Recurrence("DAILY")),
        ("om de dag|elke twee dagen|elke 2 dagen|elke tweede dag", Recurrence("DAILY", 2)),
        ("elke werkdag|op werkdagen|alle werkdagen|ma-vr|maandag t/m vrijdag|ma tot en met vr|"
         "elke maandag - vrijdag",
         Recurrence("WEEKLY", weekdays=WORKDAYS)),
        ("elke week|wekelijks|iedere week|1x per week|eens per week|één keer per week|"
         "e\u0301e\u0301n keer per week|een keer in de week",
         Recurrence("WEEKLY")),
        ("elke dinsdag|iedere dinsdag|dinsdag|dinsdags|op dinsdag|op dinsdagen|elke di|di.|"
         "elke week op dinsdag|wekelijks op dinsdag|elke dinsdagochtend|elke dinsdag in de ochtend|"
         "dinsdagavond|elke dinsdag 's avonds|elke dinsdag \u2019s middags|ELKE DINSDAG|  elke   dinsdag. |"
         "1 keer per week op dinsdag|elke dinsdag, elke week",
         Recurrence("WEEKLY", weekdays=(1,))),
        ("elke dinsdag en donderdag|di en do|di/do|elke donderdag en dinsdag|"
         "elke dinsdag en elke donderdag|dinsdag + donderdag|elke dinsdag, donderdag|"
         "elke dinsdag en dinsdag en donderdag",
         Recurrence("WEEKLY", weekdays=(1, 3))),
        ("elke maandag, woensdag en vrijdag|ma, wo, vr|elke maandag, elke woensdag en elke vrijdag",
         Recurrence("WEEKLY", weekdays=(0, 2, 4))),
        ("elk weekend|in het weekend|za en zo|za-zo", Recurrence("WEEKLY", weekdays=(5, 6))),
        ("elke 2 weken|om de week|om de twee weken|om de andere week|elke tweede week|tweewekelijks|"
         "eens per 2 weken|1 keer in de twee weken|één keer per 2 weken",
         Recurrence("WEEKLY", 2)),
        ("elke 2 weken op donderdag|om de week op donderdag|om de donderdag|om de andere donderdag|"
         "donderdag om de week|elke donderdag om de week|op donderdag, elke 2 weken|"
         "tweewekelijks op donderdag",
         Recurrence("WEEKLY", 2, (3,))),
        ("elke drie weken op ma en di", Recurrence("WEEKLY", 3, (0, 1))),
        ("in even weken|even weken|elke even week|in de even weken", Recurrence("WEEKLY", week_parity=0)),
        ("in even weken op dinsdag|elke dinsdag in even weken|dinsdag (even weken)|"
         "elke dinsdag van de even weken",
         Recurrence("WEEKLY", weekdays=(1,), week_parity=0)),
        ("in oneven weken|elke oneven week", Recurrence("WEEKLY", week_parity=1)),
        ("elke maand|maandelijks|1x per maand|eenmaal per maand", Recurrence("MONTHLY")),
        ("om de maand|elke 2 maanden|tweemaandelijks", Recurrence("MONTHLY", 2)),
        ("elk kwartaal|per kwartaal|elke 3 maanden", Recurrence("MONTHLY", 3)),
        ("elk half jaar|halfjaarlijks|elke 6 maanden|elke twee kwartalen", Recurrence("MONTHLY", 6)),
        ("elke eerste zaterdag van de maand|elke eerste zaterdag|de 1e zaterdag van de maand|"
         "1ste zaterdag v/d maand|elke maand op de eerste zaterdag|maandelijks op de eerste zaterdag|"
         "eerste zaterdag van elke maand|elke 1e za van de maand|"
         "elke eerste zaterdagmiddag van de maand|eerste zaterdag per maand|"
         "elke maand, op de eerste zaterdag van de maand",
         Recurrence("MONTHLY", weekdays=(5,), positions=(1,))),
        ("elke laatste vrijdag van de maand|elke laatste vrijdag",
         Recurrence("MONTHLY", weekdays=(4,), positions=(-1,))),
        ("elke tweede dinsdag van de maand|elke maand op de 2e dinsdag",
         Recurrence("MONTHLY", weekdays=(1,), positions=(2,))),
        ("elke 2e en 4e woensdag|elke 2e en 4e woensdag van de maand|elke 2de en 4de wo|"
         "elke vierde en tweede woensdag",
         Recurrence("MONTHLY", weekdays=(2,), positions=(2, 4))),
        ("elke 2 maanden op de eerste maandag|eerste maandag van elke 2 maanden|"
         "om de maand op de eerste maandag",
         Recurrence("MONTHLY", 2, (0,), (1,))),
        ("elk kwartaal op de laatste maandag", Recurrence("MONTHLY", 3, (0,), (-1,))),
        ("elke eerste maandag en dinsdag van de maand", Recurrence("MONTHLY", 1, (0, 1), (1,))),
        ("maandelijks op de 15e|elke maand op de 15e|elke maand op de 15de|elke maand op de 15|"
         "elke 15e van de maand|de 15e van de maand|op de 15e van elke maand",
         Recurrence("MONTHLY", month_days=(15,))),
        ("elke maand op de 1e en 15e|elke 1e en 15e van de maand",
         Recurrence("MONTHLY", month_days=(1, 15))),
        ("elke maand op de laatste dag|de laatste dag van de maand|elke laatste dag van de maand",
         Recurrence("MONTHLY", month_days=(-1,))),
        ("jaarlijks|elk jaar|ieder jaar|elke jaar|eens per jaar", Recurrence("YEARLY")),
        ("om het jaar|elke 2 jaar|elke twee jaar", Recurrence("YEARLY", 2)),
        ("losse data|Losse datums|losse dagen", Recurrence("DAILY", loose=True)),
    ],
)  # fmt: skip
def test_phrases(texts: str, expected: Recurrence) -> None:
    assert {text: parse_recurrence(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), expected)


@pytest.mark.parametrize(
    ("recurrence", "expected"),
    [
        (Recurrence("DAILY"), "elke dag"),
        (Recurrence("DAILY", 2), "elke 2 dagen"),
        (Recurrence("WEEKLY"), "elke week"),
        (Recurrence("WEEKLY", weekdays=(1,)), "elke dinsdag"),
        (Recurrence("WEEKLY", weekdays=(0, 2, 4)), "elke maandag, woensdag en vrijdag"),
        (Recurrence("WEEKLY", weekdays=WORKDAYS), "elke werkdag"),
        (Recurrence("WEEKLY", 2), "elke 2 weken"),
        (Recurrence("WEEKLY", 2, (3,)), "elke 2 weken op donderdag"),
        (Recurrence("WEEKLY", 2, WORKDAYS), "elke 2 weken op werkdagen"),
        (Recurrence("WEEKLY", week_parity=0), "in even weken"),
        (Recurrence("WEEKLY", weekdays=(1, 3), week_parity=1), "in oneven weken op dinsdag en donderdag"),
        (Recurrence("MONTHLY"), "elke maand"),
        (Recurrence("MONTHLY", 3), "elke 3 maanden"),
        (Recurrence("MONTHLY", 1, (5,), (1,)), "elke eerste zaterdag van de maand"),
        (Recurrence("MONTHLY", 1, (2,), (2, 4)), "elke 2e en 4e woensdag van de maand"),
        (Recurrence("MONTHLY", 1, (2,), (1, -1)), "elke 1e en laatste woensdag van de maand"),
        (Recurrence("MONTHLY", 2, (0,), (1,)), "elke 2 maanden op de eerste maandag"),
        (Recurrence("MONTHLY", month_days=(15,)), "elke maand op de 15e"),
        (Recurrence("MONTHLY", 2, month_days=(1, -1)), "elke 2 maanden op de 1e en laatste dag"),
        (Recurrence("YEARLY"), "elk jaar"),
        (Recurrence("YEARLY", 5), "elke 5 jaar"),
        (Recurrence("DAILY", loose=True), "losse data"),
    ],
)
def test_phrase_of_each_kind(recurrence: Recurrence, expected: str) -> None:
    assert phrase(recurrence) == expected


@given(RULES)
def test_phrase_reads_back(recurrence: Recurrence) -> None:
    assert parse_recurrence(phrase(recurrence)) == recurrence


@given(RULES, st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_phrase_of_an_anchored_rule_reads_back(recurrence: Recurrence, start: date) -> None:
    anchored = anchor(recurrence, start)
    assert parse_recurrence(phrase(anchored)) == anchored
    until = start + timedelta(400)
    assert expand(anchored, start, until, None) == expand(recurrence, start, until, None)


@given(ANY_TEXT)
def test_phrase_of_any_text_is_a_recurrence_or_a_fault(text: str) -> None:
    found = parse_recurrence(text)
    if isinstance(found, Fault):
        assert found.rule == "herhaling-onleesbaar"
        assert 0 <= found.offset <= found.offset + found.length
        assert (found.message + found.hint).isprintable()
    else:
        assert 1 <= found.interval <= 12
        assert parse_recurrence(phrase(found)) == found


@given(ANY_TEXT)
def test_hint_for_any_text_is_a_phrase(text: str) -> None:
    found = parse_recurrence(text)
    if isinstance(found, Fault) and found.hint.startswith("Bedoelde je: "):
        meant = found.hint.removeprefix("Bedoelde je: ").removesuffix("?")
        assert isinstance(parse_recurrence(meant), Recurrence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29 juni 2027", date(2027, 6, 29)),
        ("di 29-6-2027", date(2027, 6, 29)),
        ("t/m 29 juni 2027", date(2027, 6, 29)),
        ("Tot en met 29 juni 2027", date(2027, 6, 29)),
        ("10 keer", 10),
        ("10x", 10),
        ("10 X", 10),
        ("10 maal", 10),
        ("tien keer", 10),
        ("Twintig keer.", 20),
        ("na 10 keer", 10),
        ("1 keer", 1),
        ("500 keer", 500),
    ],
)
def test_end_in_each_form(text: str, expected: date | int) -> None:
    assert parse_end(text) == expected


@given(ANY_TEXT)
def test_end_of_any_text_is_a_date_a_number_or_a_fault(text: str) -> None:
    found = parse_end(text)
    if isinstance(found, Fault):
        assert found.rule in {"datum-onleesbaar", "datum-bestaat-niet", "weekdag-klopt-niet"}
    elif isinstance(found, int):
        assert 1 <= found <= 9999
