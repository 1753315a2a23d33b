"""Everything that strangers may send together in one real build: no harm, nothing lost, nothing touched."""

from __future__ import annotations

import re
import unicodedata
from fnmatch import fnmatchcase

import pytest
from icalendar import Calendar
from tests.hostile import harms
from tests.hostile.conftest import Built
from tests.hostile.corpus import CORPUS
from tests.hostile.item import Harmless, Item
from tests.hostile.traps import SECRET

pytestmark = pytest.mark.e2e
NEIGHBOURS = (
    "dorp/activiteit/lezen",
    "dorp/activiteit/regio-wandelen",
    "stad/activiteit/zingen",
    "stad/activiteit/regio-wandelen",
)
SHOWN = [each for each in CORPUS if isinstance(each.outcome, Harmless) and each.outcome.shows]
TITLES = [each for each in SHOWN if re.match("titel-|agenda-titel", each.name)]
# What a page says of others like it may change with what others send.
_RELATED = re.compile(rb"<h2>Misschien ook iets voor je</h2>\n<ul class=\"dates\">.*?</ul>", re.DOTALL)
_OURS = re.compile(r"\d+ van \d+ · (?:Fout|Waarschuwing): | |\Z|\d+ fout(?:en)? en \d+ waarschuwing")
_COMMAND = re.compile(r"::(?:error|warning) (?:file=[^:]+,line=\d+,[^:]+|title=[^:]+)::|\Z")


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
    pages = {each: [_RELATED.sub(b"", _read(built, each)) for built in (honest, hostile)] for each in files}
    assert [each for each, (alone, together) in pages.items() if alone != together] == []


def test_output_has_no_harm_in_it(hostile: Built, theme: frozenset[harms.Signature]) -> None:
    assert harms.harms(hostile.world.output, theme) == []


def test_calendars_have_the_events_of_their_own_activity_only(hostile: Built) -> None:
    for site in ("dorp", "stad"):
        every: set[str] = set()
        for path in sorted(hostile.world.output.glob(f"{site}/activiteit/*.ics")):
            found = harms.uids(path.read_bytes())
            activities = {uid.removesuffix("@agenda.example.org").partition("--")[0] for uid in found}
            page, _, day = path.stem.partition("--")
            assert activities <= {page, f"{site}-{page}"}
            every |= set() if day else found
        assert harms.uids(_read(hostile, f"{site}/agenda.ics")) == every


@pytest.mark.parametrize("item", SHOWN, ids=lambda item: item.name)
def test_page_shows_the_text_as_it_was_typed(item: Item, hostile: Built) -> None:
    assert isinstance(item.outcome, Harmless)
    assert " ".join(item.outcome.shows.split()) in harms.words(_read(hostile, item.outputs[0]))


@pytest.mark.parametrize("item", TITLES, ids=lambda item: item.name)
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
    assert [each for each in lines if not _COMMAND.match(each)] == []


def test_reports_and_problem_page_keep_the_secret(hostile: Built) -> None:
    told = hostile.done.stderr + hostile.done.stdout + hostile.world.check()
    assert SECRET not in told


def _read(built: Built, path: str) -> bytes:
    return (built.world.output / path).read_bytes()


def _odd_characters(text: str) -> set[str]:
    return {each for each in text if unicodedata.category(each) in {"Cc", "Cf", "Zl", "Zp"} and each not in "\u200d"}
