from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.builders import TODAY, activity, agenda, site

from meedoen.agenda.agenda import Window, select
from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.slug import slugify
from meedoen.notation.markup import plain
from meedoen.outputs.search_index import Row, brief, fold, index, rows
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.activity import Activity

CASES = json.loads(Path(__file__).with_name("folding.json").read_text(encoding="utf-8"))
ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "theme/static/zoeken.js"
FOLDER = "content/activiteiten/papendrecht"


def found(*activities: Activity) -> Any:
    return json.loads(index(rows(site(agenda(*activities)))))


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_words_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    assert [fold(folded) for _, folded in CASES] == [folded for _, folded in CASES]


def test_site_without_activities_has_an_empty_index() -> None:
    assert found() == {"pages": [], "words": [], "name": [], "site": []}


def test_index_has_what_a_result_shows_soonest_first() -> None:
    header = "titel: Schaakclub\ndatum: 8 december 2026\nsamenvatting: Voor iedereen.\nthema: taal"
    later = activity(header, path=f"{FOLDER}/schaak.md")
    soon = activity("titel: Taalcafé\nmet: taalhuis\nstatus: afgelast\nreden: Ziek.")
    assert found(later, soon) == {
        "pages": ["activiteit/"],
        "words": ["taal", "taalhuis"],
        "name": ["Taalcafé", "Schaakclub"],
        "site": [0, 0],
        "page": ["", "schaak"],
        "summary": ["", "Voor iedereen."],
        "when": ["Dinsdag 1 december 2026, 10.00 tot 11.30 uur", "Dinsdag 8 december 2026, 10.00 tot 11.30 uur"],
        "where": ["Bibliotheek Papendrecht", "Bibliotheek Papendrecht"],
        "state": ["Gaat niet door", ""],
        "kind": ["afgelast", ""],
        "theme": ["", "taal"],
        "more": [[1], [0]],
    }


def test_index_has_spellings_partners_languages_and_free_but_not_what_is_shown() -> None:
    header = "doelgroep: 18+\nmet: taalhuis\ntaal: [Nederlands, Arabisch]\nprijs: gratis\nprogrammalijn: leren"
    each = activity(f"{header}\nsamenvatting: Praat met het taalhuis.")
    assert found(each)["words"] == ["18 jaar en ouder volwassenen", "arabisch", "gratis", "leren"]
    assert rows(site(agenda(each)))[0].words == (
        "bibliotheek", "taalhuis", "18 jaar en ouder volwassenen", "arabisch", "leren", "papendrecht", "gratis",
    )  # fmt: skip


def test_words_of_many_come_first() -> None:
    some = [activity(f"titel: {title}\nprijs: gratis", path=f"{FOLDER}/{title}.md") for title in "ab"]
    assert found(*some, activity("titel: C\nmet: taalhuis", path=f"{FOLDER}/c.md"))["words"] == ["gratis", "taalhuis"]


def test_index_has_both_titles_when_a_date_has_its_own() -> None:
    each = activity("wijzigingen: [{datum: 1 december 2026, titel: Feest in het café}]")
    record = found(each)
    assert (record["name"], record["page"], record["words"][0]) == (["Feest in het café"], ["taalcafe"], "taalcafe")


def test_index_of_several_sites_names_their_folders_once() -> None:
    row = Row(
        order=(TODAY, False, None, "", ""),  # type: ignore[arg-type]
        name="Bingo",
        path="dorp/activiteit/bingo.html",
        summary="",
        when="",
        where="",
    )
    shown = [row, replace(row, path="https://stad.example.org/activiteit/bingo.html"), replace(row, name="Meer")]
    record = json.loads(index(shown))
    assert (record["pages"], record["site"], record["page"]) == (
        ["dorp/activiteit/", "https://stad.example.org/activiteit/"], [0, 1, 0], ["", "", "bingo"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("Kort.", "Kort."),
        ("Samen Nederlands oefenen in het wijkcentrum, terwijl de kinderen nog op school zijn.",
         "Samen Nederlands oefenen in het wijkcentrum"),
        ("Kom langs. Iedereen die in de buurt woont en graag van een boek of een spel houdt is welkom.",
         "Kom langs. Iedereen die in de buurt woont en graag van een boek of een spel …"),
        ("Leer op je telefoon: foto's maken, foto's bewaren en foto's sturen naar je hele familie.",
         "Leer op je telefoon: foto's maken"),
        (
            "Wil je beter lezen, schrijven of praten? We zoeken samen een les of een maatje dat bij je past.",
            "Wil je beter lezen, schrijven of praten?",
        ),
        ("x" * 81, "x" * 80 + " …"),
        ("Precies tachtig letters passen er nog net in wat je bij een activiteit kunt zien", None),
    ],
)  # fmt: skip
def test_long_summary_ends_after_a_part_of_the_sentence(summary: str, shown: str | None) -> None:
    assert brief(summary) == (summary if shown is None else shown)


def test_script_is_at_most_3_kb() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 3000


@cache
def real_site() -> SiteBuild:
    """One site with all activities of the real content."""
    tree = scan(ROOT / "content")
    network, _ = read_network(tree.reference_files)
    assert network is not None
    files = tree.read([each for some in tree.activities.values() for each in some])
    read = read_library(files, network, picture=tree.picture)
    town = network.municipalities["papendrecht"]
    everywhere = [replace(each, municipalities=(town.slug,)) for each in read.activities]
    return replace(site(agenda()), agenda=select(everywhere, town, network, Window.around(TODAY)))


def a_thousand() -> list[Row]:
    """The real activities, and as many more of which each title and summary is another sentence of their texts.

    Nothing that a writer would write is in it twice, so it compresses worse than a programme of a year does.
    """
    build = real_site()
    real = rows(build)
    texts = " ".join(plain(each.body) for each in build.agenda.activities)
    fitting = dict.fromkeys(each for each in re.split(r"(?<=[.!?])\s+", texts) if 45 <= len(each) <= 130)
    sentences = [each.strip() for each in fitting]
    made = list(real)
    for number in range(1000 - len(real)):
        title = re.match(r".{18,34}?(?=[ .,!?])|.{1,34}", sentences[-1 - number])
        assert title is not None
        time, place, words = (real[(number * step) % len(real)] for step in (7, 11, 13))
        path = f"activiteit/{slugify(title[0])}{number}.html"
        other = replace(time, name=title[0], path=path, where=place.where, words=words.words)
        made.append(replace(other, summary=sentences[number], order=(*other.order[:4], str(number))))
    return sorted(made, key=lambda each: each.order)


def size(shown: Sequence[Row]) -> int:
    """Bytes as servers send it."""
    return len(gzip.compress(index(shown), 6))


@pytest.mark.programme
def test_index_of_a_thousand_activities_without_a_sentence_twice_is_at_most_60_kb() -> None:
    shown = a_thousand()
    summaries = [each.summary for each in shown if each.summary]
    assert (len(shown), len(set(summaries)) > 980, sum(map(len, summaries)) / len(summaries) > 60) == (1000, True, True)
    assert size(shown) <= 60_000


@pytest.mark.programme
def test_index_grows_so_slowly_that_a_thousand_real_activities_fit_in_60_kb() -> None:
    """The second half of the real ones costs less than the first: each that follows at most as much as that."""
    real = rows(real_site())
    each = max((size(real) - size(real[start::2])) / len(real[1 - start :: 2]) for start in (0, 1))
    assert size(real) + (1000 - len(real)) * each <= 60_000
