"""The script of the form does what Python does: the same rules and messages, the same file, the same name."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.builders import PATH, TODAY, network
from tests.form.nasty import NASTY
from tests.form.node import as_script, run

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.cli.questions import NewActivity
from meedoen.content.disk import scan
from meedoen.language.slug import free_name
from meedoen.language.wording import day
from meedoen.notation.fields.authoring import activity_text
from meedoen.notation.schema.json_schema import plain_value
from meedoen.notation.text.characters import hidden
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.time.recurrence import Recurrence, occurs_on, parse_recurrence, phrase
from meedoen.outputs.detail import written
from meedoen.outputs.form_data import forge_data
from meedoen.programme.activity import Activity, read_activity
from meedoen.programme.advice import Advice
from meedoen.programme.forge import forge_of

CONTENT = Path(__file__).resolve().parents[3] / "content"
CASES = Path(__file__).resolve().parents[2] / "form" / "cases.json"
NOT_FOR_WRITERS = "kernfunctie-ontbreekt"


def cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))
    return found


def read(fields: Mapping[str, Any], body: str) -> tuple[Activity | None, list[list[str]]]:
    """What the checker makes of the canonical file: the activity, and [rule, message] of each problem."""
    found = parse_document(PATH, activity_text(fields, body).encode())
    if not isinstance(found, Document):
        return None, sorted([each.rule, each.message] for each in found)
    activity, problems = read_activity(found, network(), advice=Advice(network(), TODAY))
    return activity, sorted([each.rule, each.message] for each in problems if each.rule != NOT_FOR_WRITERS)


def test_cases_are_what_the_checker_says() -> None:
    told = [{**each, "problemen": read(each["velden"], each["tekst"])[1]} for each in cases()]
    if os.environ.get("MEEDOEN_GOLDEN"):
        lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in told)
        CASES.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    assert told == cases()
    rules = {rule for each in told for rule, _ in each["problemen"]}
    assert len(rules) >= 25, sorted(rules)


def test_script_says_the_same() -> None:
    all_cases = cases()
    found = run(("check", [as_script(each["velden"]), each["tekst"], TODAY.isoformat()]) for each in all_cases)
    told = [sorted([each["rule"], each["message"]] for each in problems) for problems in found]
    expected = [each["problemen"] for each in all_cases]
    differ = [(a["naam"], b, c) for a, b, c in zip(all_cases, expected, told, strict=True) if b != c]
    assert differ == []


def test_script_has_the_same_dates() -> None:
    good = [each for each in cases() if read(each["velden"], each["tekst"])[0] is not None]
    found = run(("days", [as_script(each["velden"])]) for each in good)
    expected: list[Any] = []
    for each in good:
        activity = read(each["velden"], each["tekst"])[0]
        assert activity is not None
        schedule = activity.schedule
        expected.append({
            "days": [day.isoformat() for day in schedule.days],
            "excluded": [day.isoformat() for day in schedule.excluded],
        })  # fmt: skip
    assert found == expected


def test_every_problem_says_what_to_do() -> None:
    found = run(("check", [as_script(each["velden"]), each["tekst"], TODAY.isoformat()]) for each in cases())
    assert [each for problems in found for each in problems if not each["hint"] or "{" in each["hint"]] == []


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
LINES = ANYTHING.map(lambda text: " ".join(text.split())).filter(bool)
WORDS = st.text(st.characters(categories=("L", "N"), max_codepoint=0x24F), min_size=1, max_size=30)
DAYS = st.dates(date(2026, 12, 1), date(2028, 1, 1)).map(day)
NAMES = st.lists(WORDS, min_size=1, max_size=4, unique=True)
ACTIVITIES = st.fixed_dictionaries(
    {"titel": LINES, "datum": DAYS},
    optional={
        "samenvatting": LINES,
        "tijd": st.just("10.00 - 11.30"),
        "herhaling": st.sampled_from(["elke dinsdag", "elke 2 weken op dinsdag", "losse data"]),
        "tot": DAYS,
        "behalve": st.lists(st.one_of(DAYS, st.just("schoolvakanties")), max_size=4),
        "ook": st.lists(st.one_of(DAYS, st.fixed_dictionaries({"datum": DAYS, "tijd": st.just("14.00")})), max_size=4),
        "wijzigingen": st.lists(st.fixed_dictionaries({"datum": DAYS, "reden": LINES}), max_size=2),
        "locatie": WORDS,
        "adres": st.fixed_dictionaries({"naam": LINES}, optional={"straat": LINES, "plaats": LINES}),
        "doelgroep": NAMES,
        "thema": st.lists(LINES, max_size=3),
        "prijs": st.one_of(LINES, st.dictionaries(LINES, LINES, min_size=1, max_size=3)),
        "aanmelden": st.one_of(LINES, st.fixed_dictionaries({"nodig": st.just("ja")}, optional={"link": LINES})),
        "hulp-gezocht": LINES,
    },
)
NEW_KNOWS = frozenset({"titel", "datum", "tijd", "herhaling", "tot", "locatie", "adres", "online", "doelgroep", "prijs",
                       "aanmelden", "samenvatting"})  # fmt: skip


def hundred() -> list[tuple[dict[str, Any], str]]:
    """A hundred activities with anything in them, and the text below, the same ones each time."""
    made: list[tuple[dict[str, Any], str]] = []

    @settings(max_examples=100, derandomize=True, database=None, phases=[Phase.generate])
    @given(ACTIVITIES, st.one_of(st.just(""), ANYTHING))
    def collect(fields: dict[str, Any], body: str) -> None:
        made.append((fields, body))

    collect()
    return made


def test_script_writes_the_same_file() -> None:
    made = hundred()
    assert len(made) >= 100
    assert run(("text", [as_script(fields), body]) for fields, body in made) == [
        activity_text(fields, body) for fields, body in made
    ]


def test_file_is_what_the_command_writes_for_the_fields_that_it_asks() -> None:
    made = [{key: value for key, value in fields.items() if key in NEW_KNOWS} for fields, _ in hundred()]
    answers = [
        {key: ", ".join(value) if isinstance(value, list) else value for key, value in fields.items()}
        for fields in made
        if all(isinstance(value, str | list) for value in fields.values())
    ]
    assert len(answers) >= 20
    drafts = [NewActivity("papendrecht", each) for each in answers]
    wanted = [
        {**fields, "doelgroep": fields["doelgroep"].split(", ")} if "doelgroep" in fields else fields
        for fields in answers
    ]
    assert run(("text", [fields, ""]) for fields in wanted) == [each.text for each in drafts]
    taken = ["taalcafe", "taalcafe-2", "activiteit"]
    names = [each["titel"] for each in answers] + [
        "Taalcafé",
        "???",
        "Taalcafé " * 20,
        "R&B @ 18+",
        "Straße İstanbul ½",
    ]
    assert run(("freeName", [name, taken]) for name in names) == [free_name(name, taken) for name in names]


def written_activities() -> list[tuple[str, dict[str, Any]]]:
    """Every file of the programme that the form can change, and what the form is given of it."""
    tree = scan(CONTENT)
    known, _ = read_network(tree.reference_files)
    assert known is not None
    paths = [path for folder in tree.activities.values() for path in folder if path.endswith(".md")]
    found = read_library(tree.read(paths), known, picture=tree.picture).activities
    sources = dict(zip(paths, (each.data.decode() for each in tree.read(paths)), strict=True))
    return [(sources[each.path], json.loads(written(each))) for each in found]


@pytest.mark.programme
def test_file_that_nobody_changed_is_written_as_it_was() -> None:
    every = written_activities()
    assert len(every) >= 200
    made = run(("changed", [told, told["velden"], told["tekst"]]) for _, told in every)
    assert [(source, text) for (source, _), text in zip(every, made, strict=True) if source != text] == []


@pytest.mark.programme
def test_change_of_one_field_leaves_every_other_line() -> None:
    every = written_activities()
    changes: list[dict[str, Any]] = [
        {"titel": "Iets: anders"},
        {"prijs": "gratis"},
        {"behalve": ["1 mei 2027"]},
        {"tijd": ""},
    ]
    for change in changes:
        (key,) = change
        made = run(("changed", [told, {**told["velden"], **change}, told["tekst"]]) for _, told in every)
        for (source, told), text in zip(every, made, strict=True):
            lines = activity_text(change).split("\n")[1:-2]
            kept = [line for line in text.split("\n") if line not in lines]
            assert kept == [line for line in source.split("\n") if line in kept], text
            document = parse_document(PATH, text.encode())
            assert isinstance(document, Document)
            found = {each.text: plain_value(value) for each, value in document.fields.entries}
            assert found.get(key, "") == change[key]
            assert found.keys() - {key} == told["velden"].keys() - {key}


def test_remarks_stay_and_a_new_field_comes_in_its_place() -> None:
    header = (
        "# van de balie\ntitel: Taalcafé # zo heet het\n\n# gebeld op maandag\ndatum: 1 december 2026\n"
        "prijs:\n  leden: gratis\n  rest: 5 euro\n# slot"
    )
    prices = {"pairs": [["leden", "gratis"], ["rest", "5 euro"]]}
    there = {"titel": "Taalcafé", "datum": "1 december 2026", "prijs": prices}
    told = {"kop": header, "velden": there, "tekst": "\nKom erbij.\n"}
    fields = {"titel": "Taalcafé", "datum": "2 december 2026", "tijd": "10.00 - 11.30", "prijs": "gratis"}
    assert run([("changed", [told, fields, told["tekst"]])]) == [
        "---\n# van de balie\ntitel: Taalcafé # zo heet het\n\n# gebeld op maandag\ndatum: 2 december 2026\n"
        "tijd: 10.00 - 11.30\nprijs: gratis\n# slot\n---\n\nKom erbij.\n"
    ]


def visible(value: Any) -> bool:
    """Whether nothing in it is refused because nobody sees it."""
    if isinstance(value, dict):
        return all(visible(part) for pair in value.items() for part in pair)
    return not hidden(value) if isinstance(value, str) else all(visible(each) for each in value)


def test_every_file_reads_back_as_what_was_filled_in() -> None:
    read_any = [(fields, body) for fields, body in hundred() if visible(fields)]
    assert len(read_any) >= 10
    for fields, _ in read_any:
        found = parse_document(PATH, activity_text(fields).encode())
        assert isinstance(found, Document), (fields, found)
        back = {key.text: plain_value(value) for key, value in found.fields.entries}
        assert back == {key: value for key, value in fields.items() if value}


def forges() -> list[dict[str, str]]:
    found = [forge_data(forge_of(f"https://{host}/o/r")) for host in ("github.com", "gitlab.com", "codeberg.org")]
    return [each for each in found if each is not None]


def test_nasty_texts_come_through_the_address_unchanged() -> None:
    assert len(NASTY) >= 40
    names = {"github": "value", "gitlab": "content", "forgejo": "value"}
    files = run(
        ("text", [{"titel": text, "thema": [text], "prijs": {"pairs": [[text, text]]}}, text]) for text in NASTY
    )
    path = "content/activiteiten/papendrecht/taalcafe.md"
    for each in forges():
        found = run(("forgeUrl", [each, path, file]) for file in files)
        for text, file, made in zip(NASTY, files, found, strict=True):
            asked = parse_qs(urlsplit(made["url"]).query, strict_parsing=True)
            assert made["complete"]
            assert asked[names[each["kind"]]] == [file]
            document = parse_document(path, file.encode())
            if isinstance(document, Document):
                fields = {key.text: plain_value(value) for key, value in document.fields.entries}
                assert fields == {"titel": text, "thema": [text], "prijs": {text: text}}, text
                assert document.body.strip("\n") == text.strip("\n")
            else:
                assert {problem.rule for problem in document} <= {"tweede-kop"}, (text, document)
    mails = run(("mailUrl", ["a@example.org", "Nieuw", "Hallo", file, "Zie de bijlage"]) for file in files)
    for file, made in zip(files, mails, strict=True):
        query = dict(part.split("=", 1) for part in urlsplit(made["url"]).query.split("&"))
        assert made["complete"]
        assert unquote(query["body"]).replace("\r\n", "\n") == f"Hallo\n\n{file}"


def test_what_is_too_long_for_an_address_is_not_in_it() -> None:
    path = "content/activiteiten/papendrecht/taalcafe.md"
    for each in forges():
        short, full = run(("forgeUrl", [each, path, "é" * size]) for size in (1_200, 1_300))
        assert short["complete"]
        assert len(short["url"]) <= 7_500
        assert not full["complete"]
        assert "%C3" not in full["url"]
        assert "taalcafe.md" in full["url"]
    short, full = run(
        ("mailUrl", ["a@example.org", "Nieuw", "Hallo", "x" * size, "Bijlage"]) for size in (1_700, 1_800)
    )
    assert short["complete"]
    assert len(short["url"]) <= 1_800
    assert not full["complete"]
    assert unquote(full["url"]).endswith("body=Bijlage")


def test_phrases_are_those_of_the_checker_and_fit_their_date() -> None:
    firsts = [date(2026, 12, 1), date(2026, 12, 29), date(2026, 12, 31), date(2027, 2, 28)]
    for first, found in zip(firsts, run(("phrases", [each.isoformat()]) for each in firsts), strict=True):
        assert [name for name, _ in found][:4] == ["week", "2weken", "3weken", "dag"]
        for _, text in found:
            rule = parse_recurrence(text)
            assert isinstance(rule, Recurrence), text
            assert phrase(rule) == text
            assert occurs_on(rule, first, first), text
