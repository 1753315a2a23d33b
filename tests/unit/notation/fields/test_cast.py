from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import PATH, activity, network, read, rules

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import RULES
from meedoen.notation.fields.values import ExtraDate
from meedoen.notation.schema import ACTIVITY
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.time.clock import Times
from meedoen.programme.activity import read_activity
from meedoen.programme.advice import Advice

KEYS = [each.key for each in ACTIVITY] + ["title", "lokatie", "xyzzy"]
VALUES = [
    "ja",
    "1 december 2026",
    "10.00",
    "elke dinsdag",
    "[a, b]",
    "{a: b}",
    "[{datum: x}]",
    "''",
    "gratis",
    "bibliotheek-papendrecht",
    "[[a]]",
    "regio",
]


def problem(header: str) -> Problem:
    """The only problem of these fields."""
    _, found = read(header)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("line", "rule", "hint"),
    [
        ("lokatie: x", "onbekende-sleutel", "Bedoelde je: locatie?"),
        ("title: x", "engelse-sleutel", "Typ: titel:"),
        ("kosten: 5 euro", "onbekende-sleutel", "Bedoelde je: prijs?"),
    ],
)
def test_unknown_key_names_the_one_that_was_meant(line: str, rule: str, hint: str) -> None:
    header = f"{line}\nlocatie: bibliotheek-papendrecht\ntitel: Taalcafé"
    assert (problem(header).rule, problem(header).hint) == (rule, hint)


@pytest.mark.parametrize("key", ["Prijs", "PRIJS"])
def test_key_in_capitals_is_read(key: str) -> None:
    assert activity(f"{key}: 5 euro").price == activity("prijs: 5 euro").price


@pytest.mark.parametrize("key", ["hulp-gezocht", "hulp gezocht", "hulp_gezocht", "Hulp Gezocht"])
def test_key_with_a_space_or_underscore_is_read(key: str) -> None:
    assert activity(f"{key}: Wie schenkt koffie?").help_wanted == "Wie schenkt koffie?"


def test_same_field_in_two_spellings_is_a_double_key() -> None:
    assert problem("prijs: 5 euro\nPrijs: gratis").rule == "dubbele-sleutel"


@pytest.mark.parametrize("key", ["prijs", "samenvatting", "wijzigingen", "doelgroep", "afbeelding"])
def test_empty_field_counts_as_absent(key: str) -> None:
    assert activity(f"{key}:").name == "Taalcafé"


def test_empty_required_field_is_reported_once() -> None:
    assert rules("titel:") == ["leeg-veld"]


def test_missing_required_fields_are_each_reported() -> None:
    found = parse_document(PATH, b"---\nprijs: gratis\nlocatie: bibliotheek-papendrecht\n---\n")
    assert isinstance(found, Document)
    result, problems = read_activity(found, network())
    assert (result, [each.rule for each in problems]) == (None, ["ontbrekend-veld", "ontbrekend-veld"])


def test_reference_by_slug_name_alias_or_any_capitals() -> None:
    spelled = ("18-plus", "18 jaar en ouder", "18+", "Volwassenen")
    assert [[term.slug for term in activity(f"doelgroep: {text}").audience] for text in spelled] == [["18-plus"]] * 4


@pytest.mark.parametrize(
    ("line", "rule", "hint"),
    [
        (
            "locatie: biblotheek papendrecht",
            "onbekende-locatie",
            "Bedoelde je: bibliotheek-papendrecht (Bibliotheek Papendrecht)? Staat de plek er nog niet bij? "
            "Typ dan adres: in plaats van locatie:",
        ),
        (
            "organisator: tallhuis",
            "onbekende-partner",
            "Bedoelde je: taalhuis (Taalhuis)? Is de organisatie nieuw? Dan voegt de bibliotheek die toe.",
        ),
        ("thema: zzzz", "onbekend-woord", "Kies uit: Taal, Techniek."),
        ("project: zzzz", "onbekend-project", "Kies uit: Taal in de wijk, Zonder kernfunctie."),
    ],
)
def test_unknown_reference_names_what_was_meant_or_what_there_is(line: str, rule: str, hint: str) -> None:
    assert (problem(line).rule, problem(line).hint) == (rule, hint)


def test_problem_stands_at_the_value() -> None:
    assert problem("titel: Koffie\nprijs: heel duur").place == FilePosition(PATH, 3, 8, 9)


def test_problem_in_a_list_stands_at_its_item() -> None:
    assert problem("doelgroep:\n  - jeugd\n  - bejaarden").place == FilePosition(PATH, 4, 5, 9)


def test_each_bad_item_of_a_list_is_reported() -> None:
    assert rules("doelgroep: [jeugd, bejaarden, honden]") == ["onbekend-woord", "onbekend-woord"]


def test_list_without_doubles_in_the_order_of_the_vocabulary() -> None:
    assert [term.slug for term in activity("thema: [techniek, taal, Techniek]").themes] == ["taal", "techniek"]


@pytest.mark.parametrize(
    "line",
    [
        "titel: [a, b]",
        "titel: {a: b}",
        "datum: [1 december 2026]",
        "doelgroep: {a: b}",
        "doelgroep: [[jeugd]]",
        "wijzigingen: morgen",
        "programma: [welkom]",
    ],
)
def test_other_form_than_expected(line: str) -> None:
    assert set(rules(line)) == {"verkeerde-vorm"}


def test_several_problems_are_all_told_in_the_order_of_the_lines() -> None:
    header = "prijs: duur\nleeftijd: oud\nthema: zzzz\nuitgelicht: soms"
    assert rules(header) == ["prijs-onleesbaar", "leeftijd-onleesbaar", "onbekend-woord", "geen-ja-nee"]


def test_extra_dates_as_text_or_with_a_time() -> None:
    found = activity("ook:\n  - 3 december 2026\n  - {datum: 4 december 2026, tijd: 14.00 - 15.00}")
    assert found.schedule.extra == (
        ExtraDate(date(2026, 12, 3)),
        ExtraDate(date(2026, 12, 4), Times(time(14), time(15), False)),
    )


def test_text_that_is_too_long_is_refused() -> None:
    assert rules(f"samenvatting: {'woord ' * 50}") == ["te-lang"]


@given(
    st.lists(
        st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES) | st.from_regex(r"[a-z0-9 .]{0,20}", fullmatch=True)),
        max_size=12,
    )
)
def test_any_fields_give_an_activity_or_problems_with_known_rules(fields: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in dict(fields).items())
    found = parse_document(PATH, f"---\ntitel: x\n{text}---\n".encode())
    advice = Advice(network(), date(2026, 11, 24))
    problems = found if isinstance(found, tuple) else read_activity(found, network(), advice=advice)[1]
    assert [each for each in problems if each.rule not in RULES or not each.message] == []
