"""What is said of one file: what it was and becomes, or that it goes."""

from __future__ import annotations

import pytest
from tests.builders import activity, document
from tests.unit.review.proposals import FAULT, PATH, changed, new, said

from meedoen.review.alteration import weighs
from meedoen.review.proposal import FileChange


@pytest.mark.parametrize(
    ("change", "heavy"),
    [
        (new(), False),
        (changed("", "prijs: gratis"), False),
        (changed("", "ruimte: Leeszaal"), True),
        (changed("verborgen: ja", "verborgen: ja\ntijd: 13.00 - 14.00"), False),
        (FileChange(PATH, activity(), None), True),
        (FileChange(PATH, None, None), False),
    ],
)
def test_date_time_and_place_weigh_once_they_are_published(change: FileChange, heavy: bool) -> None:
    assert weighs(change) == heavy


def test_changed_activity_shows_what_it_was_and_becomes() -> None:
    lines = said(changed("prijs: gratis", "tijd: 13.00 - 14.00")).split("\n")
    start = lines.index("| Wat | Was | Wordt |")
    assert lines[start + 2 : start + 4] == [
        "| ⚠️ tijd | 10.00 tot 11.30 uur | 13.00 tot 14.00 uur |",
        "| prijs | gratis | *niets* |",
    ]


def test_changed_text_shows_the_words_that_differ() -> None:
    before, after = (
        activity("", f"Kom gerust langs voor een kop {what} in onze mooie leeszaal.") for what in ("koffie", "thee")
    )
    assert "| tekst | … voor een kop koffie in onze mooie … | … voor een kop thee in onze mooie … |" in said(
        FileChange(PATH, before, after)
    ).split("\n")


def test_file_that_moved_says_what_it_was_called() -> None:
    moved = FileChange(PATH, activity(), activity(), "content/activiteiten/papendrecht/oud.md")
    lines = said(moved).split("\n")
    assert "Dit bestand heette eerst `content/activiteiten/papendrecht/oud.md`." in lines
    assert "Bezoekers merken hier niets van: alleen de opmaak van het bestand is anders." in lines


def test_file_with_a_fault_says_that_it_takes_away_what_is_there() -> None:
    lines = said(FileChange(PATH, activity("organisator: taalhuis"), None), problems=(FAULT,)).split("\n")
    assert "### ❌ Kan nog niet: Taalcafé" in lines
    assert "⚠️ Deze activiteit van Taalhuis staat nu op de site. Met dit voorstel verdwijnt ze daar." in lines


def test_file_with_a_fault_is_called_by_the_title_that_it_has() -> None:
    documents = {PATH: document("titel: Thee *en* taart")}
    lines = said(FileChange(PATH, None, None), problems=(FAULT,), documents=documents).split("\n")
    assert [line for line in lines if line.startswith("### ")] == ["### ❌ Kan nog niet: Thee \\*en\\* taart"]
    lines = said(FileChange(PATH, None, None), problems=(FAULT,)).split("\n")
    assert [line for line in lines if line.startswith("### ")] == ["### ❌ Kan nog niet: `taalcafe.md`"]
