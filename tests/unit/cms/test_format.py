"""bestand.js: what was not touched stays as it was, what was filled in is read back by the checker as it was meant."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import PATH, network
from tests.unit.cms.conftest import Format

from meedoen.cms.site import FORMATS
from meedoen.notation.fields.authoring import activity_text
from meedoen.notation.text.document import Document, parse_document
from meedoen.programme.activity import read_activity

CONTENT = Path(__file__).parents[3] / "content"
EXAMPLES = Path(__file__).parents[2] / "examples"
MINIMAL = "titel: Taalcafé\ndatum: 1 december 2026\ntijd: 10.00 - 11.30\nlocatie: bibliotheek-papendrecht"
NASTY = (
    "NO", "19:30", "10.30", "1.10", "Muziek: live", "'s Avonds", "`#tag` en #2", "# niets", "- x", "? vraag", "ja",
    "null", "~", "*nieuw*", "&amp; en &zo", "!let op", "%d", "@thuis", "[Nieuw] lezen", "{x: y}", "een, twee",
    'zeg "ja"', "1e3", "0x1F", "<script>alert(1)</script>", "</script>", "a\\nb", "\u201ckrul\u201d", "émöji 🎉",
    "nul\u200bbreed", "vast\u00a0spatie", "eind:", ": begin", "a #b", "---", "...", "2026-12-01", "=1+1",
    "rechts\u202elinks", "constructor",
)  # fmt: skip


def parsed(text: str) -> Document:
    """The file as the checker reads it."""
    found = parse_document(PATH, text.encode())
    assert isinstance(found, Document), found
    return found


def activity(text: str) -> dict[str, Any]:
    """Everything of the activity of a file without faults; activities themselves are compared by identity."""
    found, problems = read_activity(parsed(text), network())
    assert found is not None, problems
    return {each.name: getattr(found, each.name) for each in fields(found) if each.name != "written"}


def files() -> list[tuple[str, Path]]:
    """Every file of the content and of the examples that the editor opens, with the name of its table."""
    roots = (CONTENT, *(each / "content" for each in sorted(EXAMPLES.iterdir()) if each.name != "regels"))
    folders = {"activiteit": "activiteiten", "locatie": "locaties", "partner": "partners"}
    return [
        (table.name, path)
        for table, ending, _ in FORMATS
        for root in roots
        for path in sorted((root / folders[table.name]).rglob(f"*.{ending}"))
        if path.name != "LEESMIJ.md"
    ]


@pytest.mark.programme
def test_what_was_not_touched_stays_as_it_was(editor_format: Format) -> None:
    texts = [(name, path.read_text(encoding="utf-8")) for name, path in files()]
    assert len(texts) > 400
    assert [text for name, text in texts if editor_format.ask(table=name, text=text)["same"] != text] == []


def test_every_file_opens_with_all_its_fields(editor_format: Format) -> None:
    for name, path in files():
        found = editor_format.ask(table=name, text=path.read_text(encoding="utf-8"))
        assert "_kapot" not in found["data"], path


@pytest.mark.parametrize(
    "header",
    [
        "prijs: [{leden: gratis}, {niet-leden: '€ 7,50'}]",
        "prijs: {leden: gratis, niet-leden: 5 euro}",
        "prijs: 10.50",
        "aanmelden: niet nodig",
        "aanmelden: https://www.example.org/aanmelden",
        "aanmelden: {nodig: handig, telefoon: 078 123 45 67, plaatsen: 12, tot: 30 november 2026}",
        "herhaling: elke dinsdag\ntot: 10 keer\nbehalve: schoolvakanties",
        "herhaling: elke dinsdag\ntot: 2 februari 2027\nbehalve: [8-12-2026, 21 december 2026 t/m 3 januari 2027]",
        "herhaling: losse data\nook: [8 december 2026, {datum: 15 december 2026, tijd: 14.00 - 15.00}]",
        "herhaling: elke dinsdag\ntot: 10 keer\nwijzigingen:\n- datum: 8 december 2026\n  status: afgelast\n"
        "  reden: 'De docent is ziek: griep.'",
        "doelgroep: 18+\ntaal: Arabisch\nsdg: [4, 10]",
        "uitgelicht: JA\nverborgen: nee",
        "leeftijd: 4 tot 12 jaar\ntaalniveau: A2\nhulp-gezocht: 'Wie helpt?'",
        "programma:\n  - {tijd: 10.00 - 10.30, titel: Welkom, ruimte: Vide}\n"
        "  - {tijd: '11.00', titel: 'Slot: koffie'}",
        "samenvatting: >\n  Een regel\n  en nog een.",
    ],
)
def test_written_anew_it_means_the_same(editor_format: Format, header: str) -> None:
    found = editor_format.read(f"{MINIMAL}\n{header}", "Kom langs.\n")
    assert activity(found["anew"]) == activity(f"---\n{MINIMAL}\n{header}\n---\nKom langs.\n")


def test_address_on_one_line_becomes_a_block(editor_format: Format) -> None:
    header = MINIMAL.replace("locatie: bibliotheek-papendrecht", "adres: Buurthuis, Dorpsstraat 1, Papendrecht")
    found = editor_format.read(header)
    assert found["data"]["adres"] == {"naam": "Buurthuis", "straat": "Dorpsstraat 1", "plaats": "Papendrecht"}
    assert activity(found["anew"]) == activity(f"---\n{header}\n---\n")


def test_change_leaves_the_other_lines_and_the_comments(editor_format: Format) -> None:
    header = "# boven\ntitel:   'Taalcafé'\n# bij de datum\ndatum: di 1-12-2026 # zo\ntijd: 10.30\n\nprijs: 5\n# onder"
    found = editor_format.read(header, "\n\nTekst  \n\n", titel="Praatcafé", ruimte="Zaal 2")
    assert found["changed"] == (
        "---\n# boven\ntitel: Praatcafé\n# bij de datum\ndatum: di 1-12-2026 # zo\ntijd: 10.30\nruimte: Zaal 2\n\n"
        "prijs: 5\n# onder\n---\n\n\nTekst  \n"
    )


def test_emptied_field_goes_but_not_its_comment(editor_format: Format) -> None:
    found = editor_format.read("titel: x\n# let op\nruimte: Zaal\ndoelgroep: [jeugd]", ruimte="", doelgroep=[])
    assert found["changed"] == "---\ntitel: x\n# let op\n---\n"


def test_empty_fields_of_a_new_file_are_not_written(editor_format: Format) -> None:
    text = editor_format.write(
        titel="Taalcafé", datum="2026-12-01", tijd="10.00 - 11.30", locatie="wijkcentrum", ruimte="", doelgroep=[],
        adres={"naam": "", "straat": ""}, ook=[], wijzigingen=[], uitgelicht=False, prijs="", body="",
    )  # fmt: skip
    expected = "titel: Taalcafé\ndatum: 1 december 2026\ntijd: 10.00 - 11.30\nlocatie: wijkcentrum"
    assert text == f"---\n{expected}\n---\n"


def test_new_file_in_which_nothing_was_typed_is_nothing(editor_format: Format) -> None:
    assert editor_format.write(titel="", ook=[], uitgelicht=False, body="") == ""


def test_switch_that_is_turned_off_says_no(editor_format: Format) -> None:
    assert (
        editor_format.read("titel: x\nverborgen: ja", verborgen=False)["changed"]
        == "---\ntitel: x\nverborgen: nee\n---\n"
    )


def test_new_file_is_the_one_that_meedoen_nieuw_writes(editor_format: Format) -> None:
    typed = {
        "titel": "Muziek: live", "samenvatting": 'Zeg "ja" & kom', "datum": "1 december 2026", "tijd": "19.30 - 21.00",
        "herhaling": "elke dinsdag", "tot": "10 keer", "behalve": "29 december 2026, schoolvakanties",
        "locatie": "wijkcentrum", "doelgroep": "jeugd, 18-plus", "prijs": "5 euro", "aanmelden": "niet nodig",
    }  # fmt: skip
    given = typed | {
        "datum": "2026-12-01", "behalve": ["29 december 2026", "schoolvakanties"], "doelgroep": ["jeugd", "18-plus"],
        "aanmelden": {"nodig": "nee"},
    }  # fmt: skip
    assert editor_format.write(**given, body="") == activity_text(typed)


def test_new_file_with_blocks_and_lists_has_the_canonical_text(editor_format: Format) -> None:
    text = editor_format.write(
        titel="Émöji 🎉", datum="2026-12-01", herhaling="losse data", body="Tekst.", verborgen=True,
        ook=[{"datum": "2027-01-05"}, {"datum": "2027-01-06", "tijd": "14.00 - 15.00"}],
        adres={"naam": "Speeltuin, de Merwede", "postcode": "", "plaats": "Dorp"}, doelgroep=["jeugd", "a, b"],
        prijs="leden: gratis\n\n niet-leden: € 7,50", aanmelden={"nodig": "ja", "plaatsen": "12", "van": "2026-11-01"},
        wijzigingen=[{"datum": "2026-12-15", "status": "afgelast", "reden": "Ziek: griep"}, {}],
    )  # fmt: skip
    assert text == (
        '---\ntitel: "Émöji 🎉"\ndatum: 1 december 2026\nherhaling: losse data\n'
        "ook:\n  - 5 januari 2027\n  - datum: 6 januari 2027\n    tijd: 14.00 - 15.00\n"
        'wijzigingen:\n  - datum: 15 december 2026\n    status: afgelast\n    reden: "Ziek: griep"\n'
        "adres:\n  naam: Speeltuin, de Merwede\n  plaats: Dorp\n"
        'doelgroep: [jeugd, "a, b"]\nprijs:\n  leden: gratis\n  niet-leden: "€ 7,50"\n'
        "aanmelden:\n  nodig: ja\n  plaatsen: 12\n  van: 1 november 2026\nverborgen: ja\n---\nTekst.\n"
    )


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_come_back_unchanged(editor_format: Format, text: str) -> None:
    written = editor_format.write(titel=text, doelgroep=[text], wijzigingen=[{"reden": text}])
    again = editor_format.ask(table="activiteit", text=written)
    assert again["data"]["titel"] == text.strip()
    assert again["data"]["doelgroep"] == [text]
    assert again["data"]["wijzigingen"] == [{"reden": text}]
    found = parse_document(PATH, written.encode())
    if isinstance(found, Document):
        assert [getattr(value, "text", None) for key, value in found.fields.entries if key.text == "titel"] == [text]
    else:  # what nobody sees is refused by name, and comes back in the editor as it was
        assert {problem.rule for problem in found} == {"onzichtbaar-teken"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=60))
def test_any_title_comes_back_unchanged(editor_format: Format, text: str) -> None:
    written = editor_format.write(titel=text.strip() or "x", body="")
    found = parse_document(PATH, written.encode())
    if isinstance(found, Document):  # the checker refuses some characters, by name
        assert getattr(found.fields.entries[0][1], "text", None) == (text.strip() or "x")


@pytest.mark.parametrize(
    "text",
    ["geen kop", "---\ntitel: [a\n---\n", "---\n- a\n---\n", "---\ntitel: a\ntitel: b\n---\n",
     "---\na: &x [1]\nb: [*x, *x]\n---\n", "---\ntitel: open", ""],
)  # fmt: skip
def test_file_that_cannot_be_read_is_never_written_over(editor_format: Format, text: str) -> None:
    found = editor_format.ask(table="activiteit", text=text, change={"titel": "Nieuw"})
    assert found["same"] == text
    assert found["changed"] == text


def test_unknown_fields_stay(editor_format: Format) -> None:
    found = editor_format.read("titel: x\nonbekend: {a: [1, 2]}\nTijd: 10.00", titel="y")
    assert found["changed"] == "---\ntitel: y\nonbekend: {a: [1, 2]}\nTijd: 10.00\n---\n"
    assert found["data"]["tijd"] == "10.00"


def test_value_of_another_shape_is_shown_empty_and_kept(editor_format: Format) -> None:
    found: dict[str, Any] = editor_format.read("titel: {a: b}\nruimte: [x]\nadres: [1]", datum="2026-12-01")
    assert found["data"]["titel"] == ""
    assert found["changed"] == "---\ntitel: {a: b}\ndatum: 1 december 2026\nruimte: [x]\nadres: [1]\n---\n"


def test_windows_lines_and_a_mark_of_bytes_are_read(editor_format: Format) -> None:
    found = editor_format.ask(table="activiteit", text="\ufeff---\r\ntitel: x\r\n---\r\nTekst\r\n")
    assert found["data"] == {"titel": "x", "body": "Tekst\n"}
