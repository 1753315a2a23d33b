"""One set of cases for the checker and for the script of the form: tests/cases/schrijfhulp.json holds both."""

# ruff: noqa: E501 - tables, read across

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.builders import network
from tests.form.node import run

from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.problems import Fault
from meedoen.language.rules import RULES, is_fault
from meedoen.language.wording import quote
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.tree import Scalar
from meedoen.programme.network import Network
from meedoen.programme.plain_language import LONGEST_SENTENCE, hard_words
from meedoen.programme.title import title_hints
from meedoen.programme.writing_help import LONGEST_QUOTE, text_hints, writing_help

REPOSITORY = Path(__file__).parents[3]
CASES = REPOSITORY / "tests" / "cases" / "schrijfhulp.json"
LONG = " ".join(["woord"] * (LONGEST_SENTENCE + 1))
TEXTS = (
    "", "Kom praten. Iedereen is welkom.", "Wij faciliteren dit.", "Faciliteren, PARTICIPEREN en participeren!",
    "We doen dit in het kader van taal.", "in het kader", "In het  kader van", "participeren-plus", "geparticipeerd",
    "https://www.example.org/participeren", "[lees](https://www.example.org/participeren)", "www.participeren.nl",
    "Kom\nparticiperen\n\nin de wijk", "\u00e9\u00e9n participerend mens", "Participeren\u00a0mag.", "x participeren", "participerende\u00eb",
    "Bel 06 12345678.", "Bel 06-1234 5678.", "Bel +31 6 12 34 56 78.", "0031612345678", "00612345678", "+31 61234567890",
    "Bel 06 12 34 56 78 of 06 87 65 43 21.", "https://example.org/0612345678", "Bel\u00a006\u00a012345678",
    "Mail jan.jansen@gmail.com.", "JAN@HOTMAIL.NL", "a@gmail.com en b@gmail.com", "info@example.org", "x@ziggo.nl",
    "x@ziggo.example.org", "jan@me.com", "info@home.nl", "info@home.example.org", "x@home.com", "x" * 70 + "@gmail.com",
    "Nummer 111222333 op de lijst.", "Nummer 111222334.", "Nummer 1112223330.", "000000000", "111222334 111222333",
    "[x](https://example.org/111222333)", "a111222333b",
    LONG, f"Kort.\n\nEerst kort. {LONG}.", f"{LONG}\n{LONG}", "- " + LONG.replace(" ", "\n- "), f"Nee! {LONG}? Ja.",
    f"{LONG[:-6]}", f"  {LONG}", f"een\u00a0{LONG}\n \nslot", LONG.replace(" ", "\n"), f"# {LONG}\n- {LONG}",
    "Hallo {{ naam }}!", "{{ 7*7 }} en *|UNSUB|*", "*|NAAM", "50% KORTING% en %NAAM%", "[link:x] en [link]", "{$x} {% if %}",
    "%AB%", "{ { 7 }", "Regel {{\nen {% raw", "<script>alert(1)</script> participeren", "\\ ' \" ` ${participeren} {gevonden}", "\u1f600 participeren \U0001f600 participeren",
)  # fmt: skip
DAYS = ("2027-01-12", "2027-01-19")
TITLES = (
    ("Taalcaf\u00e9", DAYS), ("Taalcaf\u00e9 12 januari", DAYS), ("Taalcaf\u00e9 op dinsdag 12 januari 2027", DAYS),
    ("Taalcaf\u00e9 (di 19 jan.)", DAYS), ("12 januari: Taalcaf\u00e9", DAYS), ("Taalcaf\u00e9 12-01-2027", DAYS),
    ("Taalcaf\u00e9 12/1/2027 in de wijk", DAYS), ("Taalcaf\u00e9 13 januari", DAYS), ("Taalcaf\u00e9 12 januari 2026", DAYS),
    ("Het dorp op 15 mei 1940", DAYS), ("Taalcaf\u00e9 12e januari", DAYS), ("12 januari", DAYS), ("Op 12 januari", DAYS),
    ("Herdenking 4 mei", ("2027-05-04",)), ("Feest 5 mei", DAYS), ("Feest 5 mei 2027", ("2027-05-05",)), ("Les 32 januari", DAYS),
    ("Les 1-2-2027", DAYS), ("112 januari", DAYS), ("Groep 4-12 jaar", DAYS), ("Les 12 januaris", DAYS), ("Les 12 JANUARI", DAYS),
    ("Praten: 12 januari | \u00e9n lezen: thuis", DAYS), ("KOM JE OOK PRATEN?", DAYS), ("CJP-DAG", DAYS), ("KOM OP 12 JANUARI", DAYS),
    ("Taalcaf\u00e9 12 januari", ()), ("Kerst 2026", DAYS), ("Maart roert 12 maart zijn staart", ("2027-03-12",)),
)  # fmt: skip


def cases_network() -> Network:
    """The small network with one group of words in its list."""
    found = network()
    words = {**found.hard_words, "in het kader van": "voor", "in het": "x"}
    return Network(**{**{key: getattr(found, key) for key in found.__dataclass_fields__}, "hard_words": words})


def _row(line: int, fault: Fault) -> dict[str, Any]:
    return {"regel": line, "teken": fault.offset, "lengte": fault.length, "code": fault.rule,
            "melding": fault.message, "oplossing": fault.hint}  # fmt: skip


def _cases() -> dict[str, Any]:
    known = cases_network()
    return {
        "hulp": writing_help(known),
        "teksten": [
            {"tekst": text, "tips": [_row(line, fault) for line, fault in text_hints(text, known)]} for text in TEXTS
        ],
        "titels": [
            {
                "titel": title,
                "datums": list(days),
                "tips": [_row(0, fault) for fault in title_hints(title, [date.fromisoformat(each) for each in days])],
            }
            for title, days in TITLES
        ],
    }


def test_cases_are_what_the_checker_says() -> None:
    found = json.dumps(_cases(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("MEEDOEN_GOLDEN"):
        CASES.parent.mkdir(exist_ok=True)
        CASES.write_text(found, encoding="utf-8", newline="\n")
    assert found == CASES.read_text(encoding="utf-8")


def test_hints_never_block() -> None:
    codes = {fault["code"] for case in (*_cases()["teksten"], *_cases()["titels"]) for fault in case["tips"]}
    assert codes == {"persoonsgegevens", "moeilijk-woord", "lange-zin", "mailcode", "hoofdletters", "titel-met-datum"}
    assert [code for code in codes if is_fault(code) or code not in RULES] == []


def test_place_of_a_hint_is_its_words() -> None:
    for case in _cases()["teksten"]:
        lines = case["tekst"].split("\n")
        for tip in case["tips"]:
            words = lines[tip["regel"]][tip["teken"] : tip["teken"] + tip["lengte"]]
            assert words == words.strip() != ""
            assert tip["code"] == "lange-zin" or quote(words) in tip["melding"]


def test_script_says_the_same_of_every_text() -> None:
    cases = [case for case in _cases()["teksten"] if case["tekst"].isascii() or max(case["tekst"]) < "\uffff"]
    assert run((("textTips", [case["tekst"]]) for case in cases), cases_network()) == [case["tips"] for case in cases]


def test_script_says_the_same_of_every_title() -> None:
    cases = _cases()["titels"]
    found = run((("titleTips", [case["titel"], case["datums"]]) for case in cases), cases_network())
    assert [[{**tip, "oplossing": _advice(tip["oplossing"])} for tip in tips] for tips in found] == [
        [{**tip, "oplossing": _advice(tip["oplossing"])} for tip in case["tips"]] for case in cases
    ]


def _advice(hint: str) -> list[str]:
    """What to do and the better title: the checker writes that as a line of the file, the form as it is."""
    found = re.fullmatch(r"(Typ|.*staat er altijd al bij|.*uit de titel):  ? ?(titel: )?(.*)", hint)
    if found is None:
        return [hint]
    document = parse_document("content/x.md", f"---\ntitel: {found[3]}\n---\n".encode())
    title = document.fields.entries[0][1] if found[2] and isinstance(document, Document) else None
    return [found[1], title.text if isinstance(title, Scalar) else found[3]]


def test_longest_quote_is_that_of_the_messages() -> None:
    assert len(quote("x" * 100)) == LONGEST_QUOTE + 2


def test_patterns_say_the_same_in_a_browser() -> None:
    """No shorthand that means something else there, and nothing that looks back, which old browsers refuse."""
    for pattern in _patterns(writing_help(network())["patronen"]):
        assert re.findall(r"\\[wWdDsSbB]|\(\?<|\(\?P|\(\?i|\+\+|\*\+", pattern) == []


def _patterns(found: dict[str, str]) -> Iterator[str]:
    assert len(found) == 11
    yield from found.values()


@pytest.fixture(scope="module")
def own() -> Network:
    """The network of the content in this repository."""
    found, _ = read_network(scan(REPOSITORY / "content").reference_files)
    assert found is not None
    return found


@pytest.mark.programme
def test_own_list_is_long_and_every_word_of_it_is_found(own: Network) -> None:
    assert len(own.hard_words) >= 150
    unfound = [
        phrase
        for phrase in own.hard_words
        if [fault.length for fault in hard_words(f"Nu {phrase} hier.", own.hard_words, own.hard_phrases)]
        != [len(phrase)]
    ]
    assert unfound == []


@pytest.mark.programme
def test_simpler_word_is_not_hard_itself(own: Network) -> None:
    circles = {
        word: simple
        for word, simple in own.hard_words.items()
        if list(hard_words(simple, own.hard_words, own.hard_phrases))
    }
    assert circles == {}
