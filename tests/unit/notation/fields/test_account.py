from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language.problems import Fault
from meedoen.notation.fields.account import parse_account, parse_folder

TOWNS = {"dorp": "dorp", "Dorp": "dorp", "stad": "stad"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@bieb", "@bieb"),
        ("bieb", "@bieb"),
        ("@bieb/agenda-dorp", "@bieb/agenda-dorp"),
        ("@groep/onder/team", "@groep/onder/team"),
        ("@Bieb_Dorp.nl", "@Bieb_Dorp.nl"),
    ],
)
def test_account_is_given_back_with_its_sign(text: str, expected: str) -> None:
    assert parse_account(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "@", "@@developers", "@a b", "@a,b", "@a/", "@/a", "a//b", "@a\n* @kwaad", "@a\t@b", "@a#x", "@a..b", "-a",
     "a-", "dependabot[bot]", "@é", "!a", "@a/b/c/d/e/f", "@" + "a" * 101, "a\u202eb", "@a\u2028@b"],
)  # fmt: skip
def test_what_is_no_account_is_refused(text: str) -> None:
    found = parse_account(text)
    assert isinstance(found, Fault)
    assert (found.rule, "\n" in found.message + found.hint) == ("geen-account", False)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("https://github.com/bieb", 'Bedoelde je "@bieb"?'),
        ("https://github.com/orgs/bieb/teams/agenda", 'Bedoelde je "@bieb/agenda"?'),
        ("https://codeberg.org/bieb/", 'Bedoelde je "@bieb"?'),
        ("info@example.org", 'Dit lijkt een mailadres. Typ het zo: "@organisatie/groep". Of voor één account: "@naam"'),
        ("de bieb", 'Typ het zo: "@organisatie/groep". Of voor één account: "@naam"'),
    ],
)
def test_hint_says_what_to_type(text: str, hint: str) -> None:
    found = parse_account(text)
    assert isinstance(found, Fault)
    assert found.hint == hint


@given(st.text(st.sampled_from("@ab/.-_ \n#!*é"), max_size=12))
def test_account_has_no_sign_that_means_something_elsewhere(text: str) -> None:
    found = parse_account(text)
    assert isinstance(found, Fault) or re.fullmatch(r"@[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*", found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dorp/taalhuis", "dorp/taalhuis"),
        ("Dorp/taalhuis/", "dorp/taalhuis"),
        ("content/activiteiten/dorp/taalhuis", "dorp/taalhuis"),
        ("stad/a/b/c/d", "stad/a/b/c/d"),
    ],
)
def test_folder_is_below_that_of_a_municipality(text: str, expected: str) -> None:
    assert parse_folder(text, TOWNS) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("dorp", "Typ het zo: dorp/taalhuis"),
        ("", "Typ het zo: dorp/taalhuis"),
        ("regio/taalhuis", "Typ het zo: dorp/taalhuis"),
        ("dorp/../stad", "Typ het zo: dorp/stad"),
        ("dorp//x", "Typ het zo: dorp/x"),
        ("dorp/Taal Huis", "Typ het zo: dorp/taal-huis"),
        ("dorp/x\n* @kwaad", "Typ het zo: dorp/x-at-kwaad"),
        ("stad/a/b/c/d/e", "Typ het zo: stad/a/b/c/d"),
    ],
)
def test_other_folders_are_refused(text: str, hint: str) -> None:
    found = parse_folder(text, TOWNS)
    assert isinstance(found, Fault)
    assert (found.rule, found.hint) == ("onbekende-map", hint)
