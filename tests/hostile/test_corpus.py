"""Every hostile item alone on the checker: judged as stated, in little time and memory, in words of our own."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.corpus import CORPUS
from tests.hostile.item import Item, Refused
from tests.hostile.world import TODAY, World, world

from meedoen.cli.main import main
from meedoen.language.rules import is_fault

LIGHT = [each for each in CORPUS if not each.heavy]
HEAVY = [each for each in CORPUS if each.heavy]
HONEST = {f"content/activiteiten/{name}.md" for name in ("dorp/koffie", "dorp/lezen", "stad/zingen", "regio/wandelen")}
_ENGLISH = re.compile(
    r"\b(?:could not|expected|unexpected|invalid|while|scanning|parsing|mapping|codec|decode|failed|cannot|"
    r"exception|traceback|errno|none|null|true|false|no such|not found|at line|unknown|must be|should be)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile("“[^”]*”|   .*")  # what somebody typed, in a sentence or to copy


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
    assert [each for each in faults if each["bestand"] in HONEST] == []
    files = {_shown(each.relative_to(made.content).as_posix()): each for each in made.content.rglob("*")}
    assert [each for each in problems if not 1 <= each["regel"] <= _line_count(files[each["bestand"]])] == []
    words = " ".join(_QUOTED.sub("", each[key]) for each in problems for key in ("melding", "oplossing"))
    assert _ENGLISH.findall(words) == []


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


@pytest.mark.e2e
@pytest.mark.parametrize("item", HEAVY, ids=_name)
def test_heavy_item_alone_is_judged_within_limits(item: Item, checked: dict[str, World]) -> None:
    made = checked[item.name]
    code, out, err = ((made.home / name).read_text(encoding="utf-8") for name in ("code.txt", "uit.json", "fout.txt"))
    assert (int(code), err) == (isinstance(item.outcome, Refused), "")
    _judge(item, made, out)


def test_names_of_items_differ() -> None:
    assert len({each.name for each in CORPUS}) == len(CORPUS) >= 70
