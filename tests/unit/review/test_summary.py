"""The summary of a proposal: the verdict first, what it does, and nothing of a stranger that works."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders import TODAY
from tests.hostile.corpus import CORPUS
from tests.hostile.item import Item
from tests.unit.review.proposals import FAULT, SERIES, TIP, headings, new, proposal, said
from tests.unit.review.rendering import LED, html, outside_code, tags

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.layout import FOLDERS
from meedoen.content.source import SourceFile
from meedoen.language.problems import FilePosition, Problem
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.review.proposal import FileChange, Proposal
from meedoen.review.summary import LONGEST, summary
from meedoen.review.verdict import Judged

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"


def test_faults_stand_above_the_activities_and_tips_below() -> None:
    assert headings(said(new(), problems=(FAULT,)))[1:] == ["Wat er beter moet", "🆕 Nieuw: Taalcafé"]
    assert headings(said(new(), problems=(TIP,), hints=(TIP,)))[1:] == [
        "🆕 Nieuw: Taalcafé",
        "Tips voor de schrijver",
        "Voor wie meeleest",
    ]


def test_content_that_cannot_be_read_still_has_a_summary() -> None:
    assert headings(summary(Judged(None, (FAULT,)))) == ["❌ Dit kan nog niet op de site", "Wat er beter moet"]


def test_foot_says_with_what_it_was_compared_and_what_was_wrong_already() -> None:
    shown = summary(Judged(proposal(new()), (), (), "origin/main", old_faults=2))
    assert shown.split("\n")[-2] == (
        "Alleen wat dit voorstel verandert, is nagekeken. Vergeleken met `origin/main`. "
        "In 2 andere bestanden zit al langer een fout. Dat komt niet door dit voorstel. "
        "Gemaakt door `meedoen controleer`."
    )


def test_large_proposal_fits_in_a_comment_and_names_what_is_left_out() -> None:
    changes = tuple(
        new(SERIES, "Kom langs. " * 300, path=f"content/activiteiten/papendrecht/les-{number}.md")
        for number in range(60)
    )
    problems = tuple(Problem(FilePosition(each.path, 2), "hoofdletters", "m" * 200, "h" * 200) for each in changes)
    shown = said(
        *changes, problems=problems, hints=problems, besides=tuple(f"content/{'x' * 80}{n}" for n in range(80))
    )
    assert 30_000 < len(shown) < LONGEST
    assert "hier geen plaats" in shown


# What the summary itself makes; anything else came out of a text of somebody.
OURS = {
    *("h2", "h3", "p", "strong", "em", "code", "blockquote", "br", "hr", "ul", "li", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}  # fmt: skip
ITEMS = [
    each for each in CORPUS if each.data is not None and not each.heavy and each.path.startswith("activiteiten/dorp/")
]


@pytest.fixture(scope="module")
def village() -> Network:
    """The network of the hostile corpus."""
    files = [each for folder in ("", *FOLDERS) for each in sorted((BASE / folder).glob("*.yaml"))]
    found, problems = read_network(
        SourceFile(f"content/{each.relative_to(BASE).as_posix()}", each.read_bytes()) for each in files
    )
    assert (problems, found is not None) == ((), True)
    assert found is not None
    return found


def of(item: Item, network: Network) -> tuple[Judged, Activity | None]:
    """The proposal that adds this item."""
    path = f"content/{item.path}"
    library = read_library([SourceFile(path, item.data or b"")], network, today=TODAY)
    (activity,) = library.activities or (None,)
    change = FileChange(path, None, activity)
    found = Proposal(network, (change,), (), TODAY, besides=(path,), outside=(path,))
    return Judged(found, library.problems, library.problems, item.name), activity


def test_nothing_that_strangers_send_works_in_a_summary(village: Network) -> None:
    harm = []
    for item in ITEMS:
        page = html(summary(of(item, village)[0]))
        strange = set(tags(page)) - OURS
        signs = LED.findall(outside_code(page))
        harm += [(item.name, strange, signs)] if strange or signs else []
    assert harm == []
    assert len(ITEMS) > 150


def test_no_hostile_text_adds_a_heading_a_row_or_a_fold(village: Network) -> None:
    """Beside the base activity, of which each item differs in one point, the page has the same skeleton."""
    harm = []
    for item in ITEMS:
        judged, activity = of(item, village)
        page = html(summary(judged))
        expected = 4 + (1 if judged.problems else 0) * 2
        rows = 2 * len(judged.problems) + (2 if judged.problems else 0)
        found = (len(page.css("h2, h3")), len(page.css("tr")), len(page.css("hr")))
        harm += [(item.name, found)] if found != (expected - 1, rows, 1) else []
        assert activity is None or activity.path == f"content/{item.path}"
    assert harm == []
