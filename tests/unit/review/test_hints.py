"""All hints together: in order, never wrong use of a rule, fast among thousands, and quiet about the real programme."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.proposals import FOLDER, TODAY, proposed, some

import meedoen.review
from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.rules import RULES
from meedoen.language.wording import day
from meedoen.programme.activity import Activity
from meedoen.review.hints import HINTS, hints
from meedoen.review.proposal import FileChange, Proposal

CONTENT = Path(__file__).parents[3] / "content"
OWN = {rule for rule in RULES if RULES[rule].level == "aandacht"}
FIELDS = st.dictionaries(
    st.sampled_from(("titel", "datum", "tijd", "herhaling", "tot", "locatie", "ruimte", "organisator", "id",
                     "behalve")),
    st.sampled_from((
        "Taalcafé", "<b>::error::#1 @x|y</b>", "1 december 2026",
        "25 december 2026", "10.00 - 11.30", "22.00 - 1.00", "elke dinsdag", "5 keer",
        "wijkcentrum", "Leeszaal", "taalhuis", "papendrecht-x", "schoolvakanties",
    )),
)  # fmt: skip
BODIES = st.lists(
    st.sampled_from(("[www.bank.nl](https://evil.com) ", "KOM ", "casino ", "[x](https://bit.ly/x) ", "<b>", "\n\n",
                     "x")),
    max_size=60,
).map("".join)  # fmt: skip


@pytest.fixture(scope="module")
def many() -> list[Activity]:
    """5,000 activities: weekly series and single dates, in rooms, of twenty-one organisers, at two places."""
    made: list[Activity] = []
    for number in range(500):
        first = day(date(2026, 9, 1) + timedelta(days=number % 200))
        weekly = "herhaling: elke week\ntot: 30 keer\nbehalve: schoolvakanties\n" if number % 2 else ""
        header = (
            f"titel: {'Samen lezen en praten' if number % 7 else 'Taalcafé'} {number}\ndatum: {first}\n{weekly}"
            f"tijd: {9 + number % 10}.00 - {10 + number % 10}.30\nruimte: Zaal {number % 9}\n"
            f"locatie: {'wijkcentrum' if number % 3 else 'bibliotheek-papendrecht'}\n"
            f"organisator: {'taalhuis' if number % 5 else 'bibliotheek'}\nthema: taal\n"
        )
        made.append(some(f"veel-{number}", header, f"Kom je ook? Dit is de tekst van nummer {number}. " * 3))
    partners = [replace(made[1].organizer, slug=f"partner-{number}") for number in range(20)] + [made[1].organizer]
    return [
        replace(
            each, path=f"{each.path[:-3]}-{turn}.md", id=f"{each.id}-{turn}", organizer=partners[(number + turn) % 21]
        )
        for number, each in enumerate(made)
        for turn in range(10)
    ]


NEW = (
    "titel: Taalcafé met thee\nherhaling: elke dinsdag\ntot: 29 juni 2027\nruimte: Zaal 1\ntijd: 9.00 - 19.00\n"
    "locatie: wijkcentrum\norganisator: taalhuis\naanmelden: https://bit.ly/x\n"
)


def test_one_activity_among_five_thousand_takes_little_time(many: list[Activity]) -> None:
    """The budget is 200 ms on a machine of its own; more here, where others may work as well."""
    proposal = proposed("nieuw", NEW, "Kom je ook? " * 20, others=many)
    hints(proposal)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        found = hints(proposal)
        best = min(best, time.process_time() - begun)
    assert {each.rule for each in found} >= {"korte-link", "zaal-bezet", "in-schoolvakantie"}
    assert best < 0.5, f"{best * 1000:.0f} ms"


def test_hints_stand_in_the_order_of_the_files_and_are_rules_for_reviewers(many: list[Activity]) -> None:
    proposals = [proposed(name, NEW, "CASINO " * 30, others=many[:200]) for name in ("b", "a", "c")]
    both = replace(proposals[0], changes=tuple(change for each in proposals for change in each.changes))
    found = hints(both)
    assert list(found) == sorted(found)
    assert {each.rule for each in found} - OWN == set()
    assert hints(both) == found


@settings(max_examples=60)
@given(FIELDS, FIELDS, BODIES, st.booleans())
def test_any_proposal_can_be_looked_at(before: dict[str, str], after: dict[str, str], body: str, gone: bool) -> None:
    old, new = (_readable(each, body) for each in (before, after))
    path = f"{FOLDER}nieuw.md"
    change = FileChange(path, old, None if gone else new, gone=gone)
    proposal = Proposal(proposed("x").network, (change,), (some("oud", "ruimte: Leeszaal"),), TODAY, sender=body[:9])
    found = hints(proposal)
    assert {each.rule for each in found} <= OWN
    # What a stranger typed is quoted on one line, never at its start.
    assert [each for each in found if not f"{each.message}{each.hint}".isprintable()] == []
    assert [each for each in found if each.message.startswith(("<", "#", ":", "[", "|", "@"))] == []


def _readable(fields: dict[str, str], body: str) -> Activity | None:
    try:
        return some("nieuw", "\n".join(f"{key}: {value}" for key, value in fields.items()), body)
    except AssertionError:
        return None


def test_every_kind_of_hint_is_in_the_table_once() -> None:
    names = [f"meedoen.review.{each.name}" for each in iter_modules(meedoen.review.__path__)]
    kinds = {
        value
        for name in names
        for value in vars(import_module(name)).values()
        if isfunction(value) and value.__module__ == name and value.__annotations__.get("return") == "Iterator[Hint]"
    }
    public = {each for each in kinds if not each.__name__.startswith("_")}
    assert (len(HINTS), set(HINTS)) == (len(public), public)


@pytest.mark.programme
def test_of_the_real_programme_little_is_said() -> None:
    """Each municipality's activities as if they were all proposed at once, in a week in which nothing is urgent."""
    tree = scan(CONTENT)
    network, _ = read_network(tree.reference_files)
    assert network is not None
    activities = read_library(
        tree.read([path for paths in tree.activities.values() for path in paths]), network
    ).activities
    said: Counter[str] = Counter()
    for home in sorted({each.folder for each in activities}):
        mine = tuple(FileChange(each.path, None, each) for each in activities if each.folder == home)
        others = tuple(each for each in activities if each.folder != home)
        said.update(each.rule for each in hints(Proposal(network, mine, others, TODAY)))
    said.pop("kort-dag")  # running series have their next time this week
    assert len(activities) > 200
    assert said.total() <= len(activities) // 10, said
    assert (
        said.keys() & {"reclame", "link-anders", "korte-link", "vreemde-link", "veel-links", "andermans-bestand"}
        == set()
    )
