"""A proposal may change the newsletter, or take away what the newsletter speaks of: both are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from cmarkgfm import markdown_to_html_with_extensions
from tests.builders import TODAY
from tests.repositories import Story, koffie

from meedoen.proposals.origin import Origin
from meedoen.proposals.proposal_reader import Reading, read_proposal
from meedoen.review.summary import summary
from meedoen.review.verdict import Judged

KOFFIE = "activiteiten/papendrecht/koffie.md"
EDITION = "nieuwsbrieven/papendrecht-2026-49.yaml"
TEXT = (
    "gemeente: papendrecht\nvan: {first}\ntot: 6 december 2026\npeildatum: 24 november 2026\n"
    "onderwerp: {subject}\nuitgelicht: [papendrecht-koffie]\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """One activity, and a newsletter that puts it first."""
    told = Story(tmp_path / "agenda")
    told.commit({**told.reference_files(), KOFFIE: koffie(), EDITION: edition()})
    return told


def edition(first: str = "30 november 2026", subject: str = "Koffie in de leeszaal") -> str:
    return TEXT.format(first=first, subject=subject)


def read(story: Story) -> Reading:
    return read_proposal(story.content, Origin(story.content, "main"), TODAY)


def faults(story: Story) -> list[tuple[str, str, int]]:
    return [(each.place.path, each.rule, each.place.line) for each in read(story).problems]


def test_edition_that_nobody_touched_is_not_read_out(story: Story) -> None:
    story.write({KOFFIE: koffie("Koffie en taart")})
    found = read(story)
    assert found.proposal is not None
    assert (found.proposal.letters, found.problems) == ((), ())


def test_changed_edition_is_read_out_with_what_differs_from_the_last(story: Story) -> None:
    later = edition("7 december 2026", "Thee").replace("6 december", "13 december") + "vorige: papendrecht-2026-49\n"
    story.write({"nieuwsbrieven/papendrecht-2026-50.yaml": later.replace("uitgelicht: [papendrecht-koffie]\n", "")})
    found = read(story)
    assert found.proposal is not None
    (letter,) = found.proposal.letters
    assert (letter.slug, letter.text[0]) == ("papendrecht-2026-50", "Onderwerp:   Thee")
    assert [line.strip() for line in letter.differences if "Koffie" in line] == [
        "- Koffie: was dinsdag 1 december, 10.00-11.00 uur"
    ]


def test_fault_in_an_edition_is_of_the_proposal(story: Story) -> None:
    story.write({EDITION: edition("ergens")})
    assert faults(story) == [(f"content/{EDITION}", "datum-onleesbaar", 2)]


def test_activity_that_goes_leaves_a_hole_in_the_newsletter(story: Story) -> None:
    story.write({KOFFIE: None})
    assert faults(story) == [(f"content/{EDITION}", "onbekende-activiteit", 6)]


def test_hole_that_was_there_is_not_of_the_proposal(story: Story) -> None:
    story.commit({EDITION: edition().replace("papendrecht-koffie", "papendrecht-thee")})
    story.write({KOFFIE: koffie("Koffie en taart")})
    assert faults(story) == []


@pytest.mark.parametrize(
    "hostile", ["</details><h1>Akkoord</h1>", "```", "@redactie #12 http://evil.example", "![x](y)"]
)
def test_text_of_a_letter_does_nothing_in_the_summary(story: Story, hostile: str) -> None:
    story.write({EDITION: edition(subject=f'"{hostile}"')})
    found = read(story)
    shown = markdown_to_html_with_extensions(summary(Judged(found.proposal, found.problems)), extensions=["autolink"])
    before, _, after = shown.partition("Onderwerp:   ")
    assert "<pre><code>" in before
    line = after.split("\n")[0]
    assert "<" not in line
    assert line == hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
