"""What comes of a proposal in a few lines, and what must not be missed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import activity
from tests.unit.review.proposals import FAULT, PATH, TIP, changed, headings, new, points, said

from meedoen.language.problems import Problem
from meedoen.language.slug import slugify
from meedoen.programme.activity import Activity
from meedoen.programme.partner import Partner
from meedoen.review.alteration import is_seen_twice
from meedoen.review.proposal import FileChange


@pytest.mark.parametrize(
    ("problems", "hints", "outside", "heading"),
    [
        ((), (), (), "✅ Dit kan op de site"),
        ((TIP,), (), (), "✅ Dit kan op de site"),
        ((), (TIP,), (), "✅ Geen fouten, wel iets om naar te kijken"),
        ((TIP,), (TIP,), ("theme/x.js",), "⚠️ Voeg dit nog niet samen"),
        ((FAULT,), (TIP,), ("theme/x.js",), "❌ Dit kan nog niet op de site"),
    ],
)
def test_verdict_comes_first(
    problems: tuple[Problem, ...], hints: tuple[Problem, ...], outside: tuple[str, ...], heading: str
) -> None:
    assert headings(said(new(), problems=problems, hints=hints, outside=outside))[0] == heading


def test_verdict_says_where_to_look() -> None:
    moved = changed("", "tijd: 13.00 - 14.00")
    one, both = said(moved).split("\n"), said(moved, hints=(TIP, TIP)).split("\n")
    assert (one[0], both[0]) == ("## ✅ Geen fouten, wel iets om naar te kijken",) * 2
    assert one[2] == "Dat staat bij **Let op**. Klopt het? Voeg het dan samen (**Merge**)."
    assert both[2] == (
        "Dat staat bij **Let op** en onderaan, in 2 punten voor wie meeleest. "
        "Klopt het? Voeg het dan samen (**Merge**)."
    )


def test_of_many_organisers_a_few_are_named() -> None:
    lost = [
        FileChange(f"{number}", activity(f"organisator: {who}"), None, gone=True)
        for number, who in enumerate(("taalhuis", "bibliotheek"))
    ]
    assert points(*lost)[0] == "2 activiteiten verdwijnen van de site, van Bibliotheek en Taalhuis. Is dat met opzet?"
    many = [FileChange(f"{number}", _of(f"Club {number}"), None, gone=True) for number in range(8)]
    assert points(*many)[0] == (
        "8 activiteiten verdwijnen van de site, van Club 0, Club 1, Club 2, Club 3, Club 4 en nog 3. Is dat met opzet?"
    )


def _of(name: str) -> Activity:
    return replace(activity(), organizer=Partner(slugify(name), name))


def test_verdict_counts_what_the_proposal_does() -> None:
    changes = (
        new(),
        changed("", "titel: Thee"),
        FileChange(PATH, activity(), None, gone=True),
        FileChange(PATH, None, None),
    )
    assert (
        "Dit voorstel: **1 nieuwe activiteit, 1 gewijzigde activiteit, 1 activiteit weg, "
        "1 bestand met een fout en 2 andere bestanden**."
        in said(*changes, besides=("content/a", "content/b")).split("\n")
    )
    assert "Dit voorstel verandert niets aan de inhoud." in said().split("\n")


def test_most_proposals_need_no_more_attention() -> None:
    assert "**Let op**" not in said(new(), changed("", "prijs: gratis"))


def test_what_subscribers_will_notice_is_flagged() -> None:
    assert points(changed("", "tijd: 13.00 - 14.00"))[0] == (
        "Van 1 activiteit op de site verandert de datum, de tijd of de plek. Abonnees krijgen dat door."
    )
    assert points(FileChange(PATH, activity("organisator: taalhuis"), None, gone=True))[0] == (
        "1 activiteit verdwijnt van de site, van Taalhuis. Is dat met opzet?"
    )


def test_files_outside_the_content_are_named() -> None:
    assert points(new(), outside=("theme/x.js", ".github/workflows/x.yml"))[0] == (
        "Buiten de map `content` veranderen 2 bestanden: `theme/x.js`, `.github/workflows/x.yml`."
    )


def test_file_with_another_id_would_be_seen_twice() -> None:
    change = FileChange(PATH, activity("id: papendrecht-oud"), activity())
    assert points(change)[0] == (
        "1 activiteit krijgt een ander kenmerk. Wie die in de agenda heeft, ziet ze dan dubbel."
    )
    assert "Is het dezelfde activiteit? Zet er dan een regel bij: `id: papendrecht-oud`" in said(change)
    hidden = FileChange(PATH, activity("id: papendrecht-oud\nverborgen: ja"), activity())
    assert (is_seen_twice(change), is_seen_twice(hidden), is_seen_twice(new())) == (True, False, False)
