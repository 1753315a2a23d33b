"""Where the header starts and ends, also when the dashes are not quite right."""

# ruff: noqa: RUF001 - the curly quotes and dashes that people type are what this is about

from __future__ import annotations

import pytest

from meedoen.notation.text.header import Header, split_header

TYPE = "Typ drie gewone streepjes, vooraan op de regel:   ---"
BETWEEN = "Zet --- tussen de velden en de tekst:   ---"
OWN_LINE = "Zet de streepjes op een eigen regel, en daaronder:   titel: x"
NEW_FILE = "Maak voor het tweede stuk een nieuw bestand."
BEGIN = "Begin met drie streepjes, dan de velden, dan weer drie streepjes:   ---"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nTekst\nmeer", Header(["a: b"], 2, "Tekst\nmeer", 4)),
        ("\n--- \na: b\n---\t", Header(["a: b"], 3, "", 4)),
        ("---\n---\n", Header([], 2, "", 3)),
        ("---\na: b\n---\nx\n---\ny", Header(["a: b"], 2, "x\n---\ny", 4)),
    ],
)
def test_header_and_body(text: str, expected: Header) -> None:
    assert split_header("a.md", text.split("\n")) == (expected, [])


@pytest.mark.parametrize(
    ("text", "rule", "line", "hint"),
    [
        ("", "geen-kop", 1, "Begin met een regel van drie streepjes:   ---"),
        ("titel: x\n---\n", "geen-kop", 1, "Zet boven je eerste regel:   ---"),
        ("\n  titel: x\n---\n", "geen-kop", 2, "Zet boven je eerste regel:   ---"),
        ("Hallo", "geen-kop", 1, BEGIN),
        ("----\na: b\n---\n", "geen-kop", 1, TYPE),
        ("—\na: b\n---\n", "geen-kop", 1, TYPE),
        (" ---\na: b\n---\n", "geen-kop", 1, "Haal de spatie weg:   ---"),
        ("```yaml\na: b\n---\n", "geen-kop", 1, TYPE),
        ("--- titel: x\n---\n", "geen-kop", 1, OWN_LINE),
        ("---", "kop-niet-gesloten", 1, "Zet onder deze regel drie streepjes:   ---"),
        ("---\na: b\nc: d\n\n", "kop-niet-gesloten", 3, "Zet onder deze regel drie streepjes:   ---"),
        ("---\na: b\n\nKom je ook?\n", "kop-niet-gesloten", 4, BETWEEN),
        ("---\na:\n  - b\n- c\n\n# Kop\n\nTekst", "kop-niet-gesloten", 6, BETWEEN),
        ("---\na: b\n# notitie\nTekst", "kop-niet-gesloten", 4, BETWEEN),
        ("---\na: b\n...\nTekst", "kop-niet-gesloten", 3, TYPE),
        ("---\na: b\n----\nTekst", "kop-niet-gesloten", 3, TYPE),
        ("---\na: b\n—\nTekst", "kop-niet-gesloten", 3, TYPE),
        ("---\na: b\n–––\nx\n---\ny", "kop-niet-gesloten", 3, TYPE),
        ("---\na: b\n ---\nTekst", "kop-niet-gesloten", 3, "Haal de spatie weg:   ---"),
        ("---\na: b\n---\nx\n---\ntitel: y\n", "tweede-kop", 5, NEW_FILE),
    ],
)  # fmt: skip
def test_dashes_that_are_not_right(text: str, rule: str, line: int, hint: str) -> None:
    _, problems = split_header("a.md", text.split("\n"))
    assert [(p.rule, p.place.line, p.place.column, p.hint) for p in problems] == [(rule, line, 1, hint)]


def test_fields_are_still_found_when_the_dashes_are_wrong() -> None:
    header, problems = split_header("a.md", ["titel: x", "datum: y", "", "Kom ook langs"])
    assert header == Header(["titel: x", "datum: y", ""], 1, "Kom ook langs", 4)
    assert [problem.rule for problem in problems] == ["geen-kop", "kop-niet-gesloten"]
