"""The summary of a proposal: the verdict first, what it does, and nothing of a stranger that works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.builders import TODAY, activity, document, network
from tests.hostile.corpus import CORPUS
from tests.hostile.item import Item
from tests.unit.review.test_markdown import LED, html, outside_code, tags

from meedoen.agenda.content import read_network
from meedoen.agenda.library import read_library
from meedoen.agenda.source import SourceFile
from meedoen.language.problems import Place, Problem
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.publishing.disk import FRAME
from meedoen.review.alteration import is_seen_twice, weighs
from meedoen.review.proposal import Change, Proposal
from meedoen.review.summary import LONGEST, summary
from meedoen.review.verdict import Judged

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"
PATH = "content/activiteiten/papendrecht/taalcafe.md"
FAULT = Problem(Place(PATH, 3), "datum-bestaat-niet", "“31-11-2026” bestaat niet.", "Typ: datum: 30-11-2026")
TIP = Problem(Place(PATH, 2), "hoofdletters", "De titel staat in hoofdletters.", "Typ: titel: Kom langs")
SERIES = "herhaling: elke dinsdag\ntot: 29 juni 2027\n"


def proposal(*changes: Change, others: tuple[Activity, ...] = (), **more: Any) -> Proposal:
    return Proposal(network(), changes, others, TODAY, **more)


def new(header: str = "", body: str = "", path: str = PATH) -> Change:
    return Change(path, None, activity(header, body, path))


def changed(before: str, after: str) -> Change:
    return Change(PATH, activity(before), activity(after))


def said(*changes: Change, problems: tuple[Problem, ...] = (), hints: tuple[Problem, ...] = (), **more: Any) -> str:
    return summary(Judged(proposal(*changes, **more), problems, hints, "origin/main"))


def headings(markdown: str) -> list[str]:
    return [each.text() for each in html(markdown).css("h2, h3")]


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


def test_faults_stand_above_the_activities_and_tips_below() -> None:
    assert headings(said(new(), problems=(FAULT,)))[1:] == ["Wat er beter moet", "🆕 Nieuw: Taalcafé"]
    assert headings(said(new(), problems=(TIP,), hints=(TIP,)))[1:] == [
        "🆕 Nieuw: Taalcafé",
        "Tips voor de schrijver",
        "Voor wie meeleest",
    ]


def test_verdict_counts_what_the_proposal_does() -> None:
    changes = (
        new(),
        changed("", "titel: Thee"),
        Change(PATH, activity(), None, gone=True),
        Change(PATH, None, None),
    )
    assert (
        "Dit voorstel: **1 nieuwe activiteit, 1 gewijzigde activiteit, 1 activiteit weg, "
        "1 bestand met een fout en 2 andere bestanden**."
        in said(*changes, besides=("content/a", "content/b")).split("\n")
    )
    assert "Dit voorstel verandert niets aan de inhoud." in said().split("\n")


def test_content_that_cannot_be_read_still_has_a_summary() -> None:
    assert headings(summary(Judged(None, (FAULT,)))) == ["❌ Dit kan nog niet op de site", "Wat er beter moet"]


def points(*changes: Change, **more: Any) -> list[str]:
    """What one must not miss."""
    lines = said(*changes, **more).split("\n")
    start = lines.index("**Let op**") if "**Let op**" in lines else len(lines)
    return [line.removeprefix("- ") for line in lines[start + 2 :][: len(lines)] if line.startswith("- ")][:4]


def test_most_proposals_need_no_more_attention() -> None:
    assert "**Let op**" not in said(new(), changed("", "prijs: gratis"))


def test_what_subscribers_will_notice_is_flagged() -> None:
    assert points(changed("", "tijd: 13.00 - 14.00"))[0] == (
        "Van 1 activiteit op de site verandert de datum, de tijd of de plek. Abonnees krijgen dat door."
    )
    assert points(Change(PATH, activity("organisator: taalhuis"), None, gone=True))[0] == (
        "1 activiteit verdwijnt van de site, van Taalhuis. Is dat met opzet?"
    )


def test_files_outside_the_content_are_named() -> None:
    assert points(new(), outside=("theme/x.js", ".github/workflows/x.yml"))[0] == (
        "Buiten de map `content` veranderen 2 bestanden: `theme/x.js`, `.github/workflows/x.yml`."
    )


def test_file_with_another_id_would_be_seen_twice() -> None:
    change = Change(PATH, activity("id: papendrecht-oud"), activity())
    assert points(change)[0] == (
        "1 activiteit krijgt een ander kenmerk. Wie die in de agenda heeft, ziet ze dan dubbel."
    )
    assert "Is het dezelfde activiteit? Zet er dan een regel bij: `id: papendrecht-oud`" in said(change)
    hidden = Change(PATH, activity("id: papendrecht-oud\nverborgen: ja"), activity())
    assert (is_seen_twice(change), is_seen_twice(hidden), is_seen_twice(new())) == (True, False, False)


def test_what_changes_by_a_place_stands_once_with_its_activities() -> None:
    touched = tuple(
        Change(f"{number}", activity(f"titel: Les {number}"), activity(f"titel: Les {number}\nlocatie: wijkcentrum"))
        for number in range(1, 6)
    )
    gone, back = Change("6", activity("titel: Weg"), None), Change("7", None, activity("titel: Terug"))
    lines = said(new(), touched=(*touched, gone, back)).split("\n")
    assert points(new(), touched=(*touched, gone, back))[0] == (
        "Door een andere plek, partner of lijst veranderen ook 7 activiteiten. Ze staan onderaan."
    )
    start = lines.index("### Ook anders: 7 activiteiten")
    assert lines[start + 4 : start + 8] == [
        "| ⚠️ locatie | Bibliotheek Papendrecht, Markt 22, 3351 PB Papendrecht | Wijkcentrum, Papendrecht "
        "| Les 1, Les 2, Les 3 en nog 2 |",
        "| ⚠️ te zien | staat op de site | staat niet op de site | Weg |",
        "| ⚠️ te zien | staat niet op de site | staat op de site | Terug |",
        "",
    ]


@pytest.mark.parametrize(
    ("change", "heavy"),
    [
        (new(), False),
        (changed("", "prijs: gratis"), False),
        (changed("", "ruimte: Leeszaal"), True),
        (changed("verborgen: ja", "verborgen: ja\ntijd: 13.00 - 14.00"), False),
        (Change(PATH, activity(), None), True),
        (Change(PATH, None, None), False),
    ],
)
def test_date_time_and_place_weigh_once_they_are_published(change: Change, heavy: bool) -> None:
    assert weighs(change) == heavy


def test_new_activity_shows_its_card_dates_and_sites() -> None:
    change = new(
        SERIES + "behalve: schoolvakanties\nprijs: gratis\nthema: [taal]\ndoelgroep: [18+]\nsamenvatting: Oefen mee.\n"
        "wijzigingen: [{datum: 8 december 2026, status: afgelast, reden: De docent is ziek.}]",
        "Lees [dit](https://www.example.org/x).",
    )
    lines = said(change).split("\n")
    start = lines.index("### 🆕 Nieuw: Taalcafé")
    shown = lines[start : lines.index("**Te zien op 1 site:**") + 5]
    assert shown == [
        "### 🆕 Nieuw: Taalcafé",
        "",
        f"`{PATH}`",
        "",
        "> **Taalcafé**  ",
        "> 📅 Dinsdag 1 december 2026, 10.00 tot 11.30 uur  ",
        "> 📍 Bibliotheek Papendrecht  ",
        "> 👥 Voor 18 jaar en ouder · Gratis · Taal · van Bibliotheek  ",
        ">",
        "> Oefen mee.",
        "",
        "**De tekst op de pagina:**",
        "",
        "> Lees dit `(https://www.example.org/x).`",
        "",
        "**Wanneer:** 28 keer, elke dinsdag, van dinsdag 1 december 2026 tot en met dinsdag 29 juni 2027.",
        "",
        "- dinsdag 1 december 2026, 10.00 tot 11.30 uur",
        "- dinsdag 8 december 2026, 10.00 tot 11.30 uur. **Gaat niet door**. De docent is ziek.",
        "- dinsdag 15 december 2026, 10.00 tot 11.30 uur",
        "- dinsdag 5 januari 2027, 10.00 tot 11.30 uur",
        "- dinsdag 12 januari 2027, 10.00 tot 11.30 uur",
        "",
        "<details>",
        "<summary>Nog 23 datums</summary>",
        "",
        *[line for line in shown if line.startswith("- dinsdag")][5:],
        "",
        "</details>",
        "",
        "Niet op: di 22 dec 2026, di 29 dec 2026, di 23 feb 2027.",
        "",
        "Anders dan de rest: di 8 dec 2026.",
        "",
        "**Te zien op 1 site:**",
        "",
        "- **Papendrecht**, op de pagina `activiteit/taalcafe.html`",
        "  - te vinden bij: voor wie (*18 jaar en ouder*), onderwerp (*Taal*), plek (*Bibliotheek Papendrecht*), "
        "wanneer op de dag (*in de ochtend*), prijs (*gratis*), van wie (*Bibliotheek*), wat de bibliotheek doet "
        "(*Lezen en literatuur*)",
        "  - in 11 kalenders: `agenda.ics`, `doelgroep/18-plus.ics`, `thema/taal.ics`, "
        "`locatie/bibliotheek-papendrecht.ics`, `prijs/gratis.ics`, `partner/bibliotheek.ics`, "
        "`kernfunctie/lezen-en-literatuur.ics`, en 4 met een combinatie daarvan",
    ]
    assert sum(line.startswith("- dinsdag") for line in shown) == 28


def test_sites_that_show_it_alike_stand_together() -> None:
    regional = "content/activiteiten/regio/lezing.md"
    lines = said(new("adres: {naam: Park}\ngemeenten: [sliedrecht, papendrecht]", path=regional)).split("\n")
    start = lines.index("**Te zien op 2 sites:**")
    assert lines[start + 2] == "- **Papendrecht** en **Sliedrecht**, op de pagina `activiteit/regio-lezing.html`"
    assert lines[start + 4].startswith("  - in 3 kalenders: `agenda.ics`, `partner/bibliotheek.ics`, ")


def test_what_is_on_no_site_says_why() -> None:
    assert "**Te zien op:** nergens. Er staat `verborgen: ja`." in said(new("verborgen: ja"))
    old = said(new("datum: 1 december 2024"))
    assert "**Te zien op:** geen enkele site. Alle datums zijn langer dan een jaar geleden." in old
    assert "  - in geen enkele kalender: de datums zijn te lang geleden of te ver weg" in said(
        new("datum: 1 juni 2026")
    )


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
        Change(PATH, before, after)
    ).split("\n")


def test_file_that_moved_says_what_it_was_called() -> None:
    moved = Change(PATH, activity(), activity(), "content/activiteiten/papendrecht/oud.md")
    lines = said(moved).split("\n")
    assert "Dit bestand heette eerst `content/activiteiten/papendrecht/oud.md`." in lines
    assert "Bezoekers merken hier niets van: alleen de opmaak van het bestand is anders." in lines


def test_file_with_a_fault_says_that_it_takes_away_what_is_there() -> None:
    lines = said(Change(PATH, activity("organisator: taalhuis"), None), problems=(FAULT,)).split("\n")
    assert "### ❌ Kan nog niet: Taalcafé" in lines
    assert "⚠️ Deze activiteit van Taalhuis staat nu op de site. Met dit voorstel verdwijnt ze daar." in lines


def test_file_with_a_fault_is_called_by_the_title_that_it_has() -> None:
    documents = {PATH: document("titel: Thee *en* taart")}
    lines = said(Change(PATH, None, None), problems=(FAULT,), documents=documents).split("\n")
    assert [line for line in lines if line.startswith("### ")] == ["### ❌ Kan nog niet: Thee \\*en\\* taart"]
    lines = said(Change(PATH, None, None), problems=(FAULT,)).split("\n")
    assert [line for line in lines if line.startswith("### ")] == ["### ❌ Kan nog niet: `taalcafe.md`"]


def test_long_text_is_folded_and_a_very_long_one_is_cut() -> None:
    lines = said(new("", "Kom langs. " * 500)).split("\n")
    assert ("<summary>De tekst op de pagina</summary>" in lines, "> … en nog 1.499 tekens" in lines) == (True, True)


def test_other_files_are_named_and_folded_when_there_are_many() -> None:
    gone = "content/locaties/b.yaml"
    few = said(besides=("content/locaties/a.yaml", gone), removed=frozenset({gone})).split("\n")
    start = few.index("### 2 andere bestanden")
    assert few[start + 1 : start + 5] == ["", "- `content/locaties/a.yaml`", f"- `{gone}` (weg)", ""]
    many = said(besides=tuple(f"content/locaties/{number}.yaml" for number in range(60))).split("\n")
    assert ("<summary>60 andere bestanden</summary>" in many, "- en nog 10" in many) == (True, True)


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
    problems = tuple(Problem(Place(each.path, 2), "hoofdletters", "m" * 200, "h" * 200) for each in changes)
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
    files = [each for folder in ("", *FRAME) for each in sorted((BASE / folder).glob("*.yaml"))]
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
    change = Change(path, None, activity)
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
