"""The command speaks Dutch, also when it is used wrongly: nothing of argparse's own English comes through."""

from __future__ import annotations

import argparse
import re

import pytest

from meedoen.cli import main as main_module
from meedoen.cli.main import command, main
from meedoen.cli.parser import in_dutch

ENGLISH = re.compile(
    r"usage:|options:|positional|arguments?\b|show this|invalid|choose from|required|unrecognized|expected|error:",
    re.IGNORECASE,
)
VERBS = ("controleer", "nieuw", "bekijk", "documentatie")


def test_no_verb_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped() == 2
    assert capsys.readouterr().err == (
        "gebruik: meedoen [-h] [--versie] WAT ...\nEr ontbreekt nog: WAT.\nTyp meedoen --help voor uitleg.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("controler", "“controler” ken ik niet. Bedoelde je: controleer?"),
        (
            "controleer --formaat xml",
            "“xml” ken ik niet bij --formaat. Kies uit: tekst, github, gitlab, sarif, json of markdown.",
        ),
        ("controleer --formaat", "Achter --formaat ontbreekt een waarde."),
        ("controleer --datum morgen", "“morgen” past niet bij --datum."),
        ("controleer --streng=ja", "Bij --streng hoort geen waarde: “ja”."),
        ("controleer --da=1 --kleur", "“1” past niet bij --datum."),
        ("controleer --kleur rood", "Dit ken ik niet: “--kleur”."),
        ("nieuw --t x", "“--t” kan meer dan één ding zijn: --titel, --tijd, --tot."),
    ],
)
def test_wrong_use_is_explained(arguments: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped(*arguments.split()) == 2
    said = capsys.readouterr().err
    assert said.rstrip("\n").split("\n")[-2] == says
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_dutch(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped(*verb.split(), "--help") == 0
    said = capsys.readouterr().out
    assert said.startswith("gebruik: meedoen")
    assert ENGLISH.findall(said) == []
    assert not verb or "voorbeelden:" in said


def test_unknown_message_is_not_shown() -> None:
    assert in_dutch("something that argparse may say one day") == "Dit begrijp ik niet."
    assert in_dutch("argument --ja: not allowed with argument --nee") == "--ja en --nee kunnen niet samen."


def stopped(*arguments: str) -> object:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code


@pytest.mark.parametrize("verb", main_module.VERBS)
def test_module_of_a_verb_adds_that_verb_alone(verb: str) -> None:
    (found,) = (each.choices for each in command(verb)._actions if isinstance(each, argparse._SubParsersAction))
    assert list(found) == [verb]
