"""Every rule has an example that breaks it and a mended one that does not; its message is a golden file."""

from __future__ import annotations

import ast
import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from tests.proposals import proposal_between

from meedoen.cli.check import check
from meedoen.cli.report import report
from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import RULES
from meedoen.review.hints import hints

TESTS = Path(__file__).parents[1]
SOURCE = TESTS.parent / "plugins" / "meedoen"
BASE = TESTS / "examples" / "basis" / "content"
EXAMPLES = TESTS / "examples" / "regels"
GOLDEN = TESTS / "golden" / "regels"
TODAY = date(2026, 11, 22)
ACTIVITY = "activiteiten/dorp/taalcafe.md"
# Words that libraries and Python say, and that no message of ours may let through.
ENGLISH = re.compile(
    r"\b(?:expected|found|invalid|error|mapping|sequence|scalar|token|alias|anchor|block|while|parsing|scanning|"
    r"could not|cannot|must|unknown|missing|value|string|none|null|true|false|line|column|key|field|file)\b",
    re.IGNORECASE,
)


def _header(text: str, body: str = "Oefen Nederlands met een kop koffie.") -> str:
    fields = "titel: Taalcafé\ndatum: 12 januari 2027\ntijd: 10.00 - 11.30\nlocatie: bibliotheek-dorp\n"
    return f"---\n{fields}{text}---\n{body}\n"


def _old_encoding(content: Path) -> None:
    (content / ACTIVITY).write_bytes(_header("").encode("windows-1252"))


def _zero_width_space(content: Path) -> None:
    (content / ACTIVITY).write_text(_header("ruimte: Lees\u200bzaal\n"), encoding="utf-8")


def _far_too_long(content: Path) -> None:
    (content / ACTIVITY).write_text(_header("", "Kom erbij en praat mee. " * 900), encoding="utf-8")


def _too_many_dates(content: Path) -> None:
    dates = "".join(f"  - {day}-{month}-2027\n" for month in (2, 3, 4) for day in range(1, 22))
    (content / ACTIVITY).write_text(_header(f"ook:\n{dates}"), encoding="utf-8")


def _link(content: Path) -> None:
    (content / ACTIVITY).symlink_to("koffie.md")


def _taken_away(content: Path) -> None:
    (content / "activiteiten/dorp/koffie.md").unlink()


def _huge_picture(content: Path) -> None:
    Image.new("1", (10_000, 5_000)).save((content / ACTIVITY).with_suffix(".png"))


# What does not belong in version control, or would not survive an editor: (rule, side) → how to make it.
MAKERS: dict[tuple[str, str], Callable[[Path], None]] = {
    ("geen-utf8", "fout"): _old_encoding,
    ("onzichtbaar-teken", "fout"): _zero_width_space,
    ("bestand-te-groot", "fout"): _far_too_long,
    ("te-veel-regels", "fout"): _too_many_dates,
    ("snelkoppeling", "fout"): _link,
    ("afbeelding-te-groot", "fout"): _huge_picture,
    ("activiteit-weg", "fout"): _taken_away,
}
# Who proposes the example, where that matters.
SENDERS = {"andermans-bestand": "Taalhuis-Dorp"}


def problems_of(rule: str, side: str, folder: Path) -> list[Problem]:
    """What the checker finds in the base with the example laid over it.

    A rule for reviewers is tried as a proposal: from the base, with what is in `eerder/`, to the same with the example.
    """
    before, content = folder / "before" / "content", folder / "content"
    proposed = RULES[rule].level == "aandacht"
    earlier, overlay = EXAMPLES / rule / "eerder", EXAMPLES / rule / side
    maker = MAKERS.get((rule, side))
    assert overlay.is_dir() or maker, f"de regel {rule} heeft geen voorbeeld: maak {overlay}"
    assert proposed or not earlier.exists(), "alleen voor een regel van soort aandacht"
    shutil.copytree(BASE, content)
    if earlier.is_dir():
        shutil.copytree(earlier, content, dirs_exist_ok=True)
    if proposed:
        shutil.copytree(content, before)
    if overlay.is_dir():
        shutil.copytree(overlay, content, dirs_exist_ok=True)
    if maker:
        maker(content)
    found = check(content, TODAY)[0]
    if not proposed:
        return found
    return found + list(hints(proposal_between(before, content, TODAY, SENDERS.get(rule, ""))))


def test_base_is_without_problems(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    assert check(tmp_path / "content", TODAY)[0] == []


# Every rule is broken by `fout`; some also by `fout-…`, where that is another mistake.
BROKEN = [
    *((rule, "fout") for rule in RULES),
    *((each.parent.name, each.name) for each in sorted(EXAMPLES.glob("*/fout-*"))),
]


@pytest.mark.parametrize(("rule", "side"), BROKEN)
def test_rule_is_broken_by_its_example_and_by_nothing_else_in_it(
    rule: str, side: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = problems_of(rule, side, tmp_path)
    assert [problem.rule for problem in found] == [rule]
    _assert_readable(found[0], tmp_path)
    monkeypatch.chdir(tmp_path)
    written = io.StringIO()
    report(found, tmp_path / "content", written)
    _assert_golden(
        GOLDEN / f"{rule}{side.removeprefix('fout').replace('-', '.')}.txt", written.getvalue().rstrip("\n") + "\n"
    )


@pytest.mark.parametrize("rule", RULES)
def test_mended_example_is_without_problems(rule: str, tmp_path: Path) -> None:
    assert problems_of(rule, "goed", tmp_path) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if RULES[rule].level == "aandacht"])
def test_checker_of_files_alone_says_nothing_to_reviewers(rule: str, tmp_path: Path) -> None:
    problems_of(rule, "fout", tmp_path)
    assert check(tmp_path / "content", TODAY)[0] == []


def test_examples_and_golden_files_belong_to_a_rule() -> None:
    assert {folder.name for folder in EXAMPLES.iterdir()} - RULES.keys() == set()
    assert {file.name.partition(".")[0] for file in GOLDEN.iterdir()} - RULES.keys() == set()
    assert ({rule for rule, _ in MAKERS} | SENDERS.keys()) - RULES.keys() == set()


def test_every_rule_is_used_in_the_source() -> None:
    used = {node.value for node in _source() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert [rule for rule in RULES if rule not in used] == []


def test_every_rule_in_the_source_is_explained() -> None:
    assert set(_rule_names()) - RULES.keys() == set()


def _assert_readable(problem: Problem, folder: Path) -> None:
    assert problem.message
    assert problem.hint, "een melding zegt ook wat je kunt doen"
    own_words = re.sub(r"“[^”]*”|[\w.-]+/[\w./…-]*|`[^`]*`", "", f"{problem.message} {problem.hint} {problem.label}")
    assert ENGLISH.findall(own_words) == []
    place = problem.place
    if place == FilePosition(place.path) or not (folder / place.path).is_file():
        return
    lines = (folder / place.path).read_text(encoding="utf-8", errors="replace").split("\n")
    assert lines[place.line - 1].strip(), "de aangewezen regel is leeg"
    assert place.column <= len(lines[place.line - 1])


def _assert_golden(golden: Path, text: str) -> None:
    if os.environ.get("MEEDOEN_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert golden.is_file(), "maak het met: make golden"
    assert text == golden.read_text(encoding="utf-8")


@cache
def _source() -> tuple[ast.AST, ...]:
    """Every piece of the syntax of the package, without the table of rules."""
    files = (file for file in sorted(SOURCE.rglob("*.py")) if file.name != "rules.py")
    return tuple(node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def _rule_names() -> Iterator[str]:
    """The texts that stand where a rule is named: the first of `Fault`, the second of `Problem`."""
    for node in _source():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Fault", "Problem"}:
            spot = 0 if node.func.id == "Fault" else 1
            given = [*node.args[spot : spot + 1], *(word.value for word in node.keywords if word.arg == "rule")]
            yield from (each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str))
