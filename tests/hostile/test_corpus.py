"""Every hostile item alone on the checker, and then all of them together in one real build."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from meedoen.cli.main import main
from meedoen.language.rules import is_fault
from tests.hostile import harms
from tests.hostile.conftest import Built
from tests.hostile.corpus import CORPUS
from tests.hostile.item import Harmless, Item, Refused
from tests.hostile.traps import SECRET
from tests.hostile.world import TODAY, World, world

LIGHT = [each for each in CORPUS if not each.heavy]
HEAVY = [each for each in CORPUS if each.heavy]
NEIGHBOURS = (
    "dorp/activiteit/lezen",
    "dorp/activiteit/regio-wandelen",
    "stad/activiteit/zingen",
    "stad/activiteit/regio-wandelen",
)
_ENGLISH = re.compile(
    r"\b(?:could not|expected|unexpected|invalid|while|scanning|parsing|mapping|codec|decode|failed|cannot|"
    r"exception|traceback|errno|none|null|true|false|no such|not found|at line|unknown|must be|should be)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\d+ van \d+ · (?:Fout|Waarschuwing): | |\Z|\d+ fout(?:en)? en \d+ waarschuwing")

_COMMAND = re.compile(r"::(?:error|warning) (?:file=[^:]+,line=\d+,[^:]+|title=[^:]+)::")


def _name(item: Item) -> str:
    return ascii(item.name)[1:-1][:80]


def _shown(path: str) -> str:
    """The path as a report shows it: what cannot be seen is a mark."""
    known = f"content/{path}".encode("utf-8", "replace").decode()
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in known)


def _judge(item: Item, made: World, answer: str) -> None:
    """Holds the report of the checker against what must come of the item."""
    problems: list[dict[str, Any]] = json.loads(answer)["problemen"]
    faults = [each for each in problems if is_fault(each["code"])]
    expected = [(item.outcome.rule, item.line)] if isinstance(item.outcome, Refused) else []
    assert [(each["code"], each["regel"]) for each in faults if each["bestand"] == _shown(item.path)] == expected
    lines = {_shown(each.relative_to(made.content).as_posix()): each for each in made.content.rglob("*")}
    base = {_shown(path) for path in _honest_paths()}
    assert [each for each in faults if each["bestand"] in base] == []
    for each in problems:
        assert 1 <= each["regel"] <= _line_count(lines[each["bestand"]])
        assert (
            _ENGLISH.findall(re.sub("“[^”]*”", "", f"{each['melding']} {each['oplossing'].partition('   ')[0]}")) == []
        )


def _honest_paths() -> set[str]:
    return {
        "activiteiten/dorp/lezen.md",
        "activiteiten/dorp/koffie.md",
        "activiteiten/stad/zingen.md",
        "activiteiten/regio/wandelen.md",
    }


def _line_count(place: Path) -> int:
    if place.is_symlink() or not place.is_file() or place.stat().st_size > 20_000_000:
        return 1
    return len(re.split(rb"\r\n|\r|\n", place.read_bytes()))


@pytest.mark.parametrize("item", LIGHT, ids=_name)
def test_item_alone_is_judged_as_stated(item: Item, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = world(tmp_path / "wereld", [item])
    start = time.process_time()
    code = main(["controleer", "--content", str(made.content), "--datum", TODAY, "--formaat", "json"])
    assert time.process_time() - start < 2
    assert code == isinstance(item.outcome, Refused)
    _judge(item, made, capsys.readouterr().out)


@pytest.mark.parametrize("item", HEAVY, ids=_name)
def test_heavy_item_alone_is_judged_within_limits(item: Item, checked: dict[str, World]) -> None:
    made = checked[item.name]
    code, out, err = ((made.home / name).read_text(encoding="utf-8") for name in ("code.txt", "uit.json", "fout.txt"))
    assert (int(code), err) == (isinstance(item.outcome, Refused), "")
    _judge(item, made, out)


def test_names_of_items_differ() -> None:
    assert len({each.name for each in CORPUS}) == len(CORPUS) >= 70


def test_build_of_everything_ends_well(hostile: Built) -> None:
    assert hostile.done.returncode == 0
    assert "Traceback" not in hostile.done.stderr


def test_build_writes_what_is_promised_and_nothing_else(honest: Built, hostile: Built) -> None:
    assert honest.paths - hostile.paths == set()
    added = hostile.paths - honest.paths
    promised = {pattern for item in CORPUS for pattern in item.outputs}
    assert {path for path in added if not any(fnmatchcase(path, each) for each in promised)} == set()
    assert {each for each in promised if not any(fnmatchcase(path, each) for path in added)} == set()


def test_neighbours_keep_their_pages_byte_for_byte(honest: Built, hostile: Built) -> None:
    files = [f"{each}.{ending}" for each in NEIGHBOURS for ending in ("html", "ics")]
    assert [each for each in files if _read(honest, each) != _read(hostile, each)] == []


def test_output_has_no_harm_in_it(hostile: Built, theme: frozenset[harms.Signature]) -> None:
    assert harms.harms(hostile.world.output, theme) == []


def test_calendars_have_the_events_of_their_own_activity_only(hostile: Built) -> None:
    for site in ("dorp", "stad"):
        every: set[str] = set()
        for path in sorted(hostile.world.output.glob(f"{site}/activiteit/*.ics")):
            found = harms.uids(path.read_bytes())
            activities = {uid.removesuffix("@agenda.example.org").partition("--")[0] for uid in found}
            assert activities <= {path.stem, f"{site}-{path.stem}"}
            every |= found
        assert harms.uids(_read(hostile, f"{site}/agenda.ics")) == every


@pytest.mark.parametrize(
    "item", [each for each in CORPUS if isinstance(each.outcome, Harmless) and each.outcome.shows], ids=_name
)
def test_page_shows_the_text_as_it_was_typed(item: Item, hostile: Built) -> None:
    assert isinstance(item.outcome, Harmless)
    assert " ".join(item.outcome.shows.split()) in harms.words(_read(hostile, item.outputs[0]))


@pytest.mark.parametrize(
    "item", [each for each in CORPUS if re.match("titel-|agenda-titel", each.name) and each.outputs], ids=_name
)
def test_calendar_has_the_title_as_it_was_typed(item: Item, hostile: Built) -> None:
    assert isinstance(item.outcome, Harmless)
    events = Calendar.from_ical(_read(hostile, item.outputs[1])).events
    assert [str(each["SUMMARY"]) for each in events] == [item.outcome.shows]


def test_build_changes_nothing_but_the_output(hostile: Built) -> None:
    assert hostile.after == hostile.before


def test_strict_build_leaves_the_output_as_it_was(hostile: Built) -> None:
    before, around = hostile.world.snapshot(of="output"), hostile.world.snapshot()
    done = hostile.world.build("publishconf")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert hostile.world.snapshot(of="output") == before
    assert hostile.world.snapshot() == around


def test_report_of_the_build_has_no_lines_of_others(hostile: Built) -> None:
    lines = hostile.done.stderr.split("\n") + hostile.done.stdout.split("\n")
    assert [each for each in lines if each.lstrip().startswith(("::", "##"))] == []
    assert _odd_characters("".join(lines)) == set()


def test_text_report_has_no_lines_of_others(hostile: Built) -> None:
    lines = hostile.world.check().split("\n")
    assert [each for each in lines if not _OURS.match(each)] == []
    assert _odd_characters("".join(lines)) == set()


def test_workflow_report_has_our_commands_only(hostile: Built) -> None:
    lines = hostile.world.check("github").split("\n")
    assert [each for each in lines if each and not _COMMAND.match(each)] == []


def test_reports_and_problem_page_keep_the_secret(hostile: Built) -> None:
    told = hostile.done.stderr + hostile.done.stdout + hostile.world.check()
    assert SECRET not in told


def _read(built: Built, path: str) -> bytes:
    return (built.world.output / path).read_bytes()


def _odd_characters(text: str) -> set[str]:
    return {each for each in text if unicodedata.category(each) in {"Cc", "Cf", "Zl", "Zp"} and each not in "\u200d"}
